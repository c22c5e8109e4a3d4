// The top bar's search on pages without a circuit: asks /api/search while one types.
import { currentToken } from './designer-token.js';

const pause = 220;
const addresses = { case: id => `/cases/${id}`, participant: id => `/people/participants/${id}`, organisation: id => `/people/organisations/${id}`, task: id => `/tasks/${id}` };

export function enterSearch() {
  const box = document.querySelector('[data-search]');
  const input = box.querySelector('input');
  const results = box.querySelector('.search-results');
  let wait = 0;
  let asked = '';

  const show = open => {
    results.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
  };
  const template = (kind, name) => box.querySelector(`template[data-${name}="${kind[0].toUpperCase()}${kind.slice(1)}"]`).content.firstElementChild.cloneNode(true);
  const draw = hits => {
    results.replaceChildren();
    let kind = null;
    for (const hit of hits) {
      if (hit.kind !== kind) {
        kind = hit.kind;
        results.append(template(kind, 'head'));
      }
      const row = template(kind, 'kind');
      row.setAttribute('href', addresses[kind](hit.id));
      row.querySelector('[data-title]').textContent = hit.title;
      row.querySelector('[data-detail]').textContent = hit.detail;
      results.append(row);
    }
    if (hits.length === 0) {
      const none = document.createElement('p');
      none.className = 'menu-note';
      none.setAttribute('role', 'status');
      none.textContent = box.dataset.none.replace('{0}', asked);
      results.append(none);
    }
    show(true);
  };
  const ask = async text => {
    asked = text;
    const answer = await fetch(`/api/search?text=${encodeURIComponent(text)}`, { headers: { Authorization: `Bearer ${currentToken()}` } }).catch(() => null);
    if (answer?.ok && asked === text) {
      draw(await answer.json());
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(wait);
    const text = input.value.trim();
    if (text.length < 2) {
      asked = '';
      show(false);
    } else {
      wait = setTimeout(() => ask(text), pause);
    }
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      show(false);
    } else if (event.key === 'Enter') {
      results.querySelector('a')?.click();
    }
  });
  input.addEventListener('focus', () => show(asked !== '' && results.childElementCount > 0));
  box.addEventListener('focusout', () => setTimeout(() => box.contains(document.activeElement) || show(false), pause));
}
