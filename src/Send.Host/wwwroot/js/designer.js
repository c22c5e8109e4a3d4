// The pages around Elsa Studio: starts its runtime, gives it a token, shows the element that the address names, and keeps our bar beside it.
import { bringIntoView } from './designer-canvas.js';
import { enterSearch } from './designer-search.js';
import { keepToken, SessionEnded } from './designer-token.js';

const main = document.querySelector('[data-testid="designer"]');
const stage = document.getElementById('designer-stage');
const bar = document.getElementById('designer-bar');
const loading = document.querySelector('[data-testid="designer-loading"]');
const failed = document.querySelector('[data-testid="designer-failed"]');
const root = main.dataset.root;
const patience = 60_000;

// `has` is what the element shows once there is something to see; before that the loading state stays.
const views = [
  { path: /^workflows\/definitions\/([^/]+)\/edit$/, tag: 'elsa-workflow-definition-editor', id: 'definition-id', has: '.x6-graph-svg' },
  { path: /^workflows\/instances\/([^/]+)\/view$/, tag: 'elsa-workflow-instance-viewer', id: 'instance-id', has: '.x6-graph-svg', calls: { editWorkflowDefinition: edit } },
  { path: /^workflows\/definitions$/, tag: 'elsa-workflow-definition-list', has: '.mud-table', calls: { editWorkflowDefinition: edit } },
  { path: /^workflows\/instances$/, tag: 'elsa-workflow-instance-list', has: '.mud-table', calls: { viewWorkflowInstance: view } },
];

let shown = null;

function edit(id) {
  go(`workflows/definitions/${encodeURIComponent(id)}/edit`);
}

function view(id) {
  go(`workflows/instances/${encodeURIComponent(id)}/view`);
}

function go(path) {
  Blazor.navigateTo(root + path); // not history.pushState: Studio must know too, it adds queries to the address it knows
}

// Studio moves on by writing the address itself, so the address is what is watched.
for (const name of ['pushState', 'replaceState']) {
  const own = history[name];
  history[name] = function (...args) {
    own.apply(this, args);
    queueMicrotask(follow);
  };
}
window.addEventListener('popstate', () => queueMicrotask(follow));

function placeOf(address) {
  const path = address.startsWith(root) ? address.slice(root.length).replace(/\/+$/, '') : '';
  for (const one of views) {
    const match = one.path.exec(path);
    if (match) {
      return { view: one, path, id: match[1] === undefined ? null : decodeURIComponent(match[1]) };
    }
  }
  return null;
}

function follow() {
  const place = placeOf(location.pathname);
  if (place && place.path !== shown?.path && document.getElementById('elsa-backend')) {
    mount(place);
    readBar(place);
  }
}

// Elements give their component up a second after they left the page; two of them at once would fight over Studio's one place for popovers.
async function clear() {
  const old = stage.firstElementChild;
  stage.replaceChildren();
  if (old) {
    clearTimeout(old._disposalTimeoutHandle);
    old._isDisposed = true;
    await (await old._addRootComponentPromise).dispose();
  }
}

async function mount(place) {
  shown = place;
  loading.hidden = false;
  failed.hidden = true;
  await clear();
  await customElements.whenDefined(place.view.tag);
  if (shown !== place) {
    return;
  }
  const element = document.createElement(place.view.tag);
  if (place.view.id) {
    element.setAttribute(place.view.id, place.id);
  }
  const late = setTimeout(() => fail('start'), patience);
  const seen = new MutationObserver(() => {
    if (element.querySelector(place.view.has)) {
      seen.disconnect();
      clearTimeout(late);
      loading.hidden = shown === place;
      if (place.id) {
        bringIntoView(element, root, place.view.id === 'instance-id').catch(() => {}); // a convenience: without it the canvas is where Studio put it
      }
    } else if (shown !== place) {
      seen.disconnect();
      clearTimeout(late);
    }
  });
  seen.observe(element, { childList: true, subtree: true });
  stage.append(element);
  Object.assign(element, place.view.calls ?? {});
}

// Names change in the editor, so the bar is asked for again after a save too.
async function readBar(place) {
  const answer = await fetch(`${root}bar/${place.path}`, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, redirect: 'manual' }).catch(() => null);
  if (answer?.ok && shown === place) {
    bar.innerHTML = await answer.text();
    setTitle();
  }
}

function setTitle() {
  const about = bar.querySelector('[data-title]');
  document.title = about?.dataset.title ?? document.title;
  document.body.dataset.view = about?.dataset.view ?? document.body.dataset.view;
  document.querySelector('.skip')?.setAttribute('href', `${location.pathname}#content`);
  for (const link of document.querySelectorAll('a[hreflang]')) {
    const target = new URL(link.href);
    target.searchParams.set('return', location.pathname);
    link.setAttribute('href', target.pathname + target.search);
  }
}

let reread = 0;
new PerformanceObserver(list => {
  if (list.getEntries().some(entry => new URL(entry.name).pathname === '/elsa/api/workflow-definitions' && !entry.name.includes('?')) && shown) {
    clearTimeout(reread);
    reread = setTimeout(() => readBar(shown), 400);
  }
}).observe({ type: 'resource' });

// Our own links between Studio's pages need no new runtime.
document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('#designer-bar a') : null;
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && placeOf(new URL(link.href).pathname)) {
    event.preventDefault();
    Blazor.navigateTo(link.href);
  }
});

function fail(why) {
  loading.hidden = true;
  failed.hidden = false;
  for (const text of failed.querySelectorAll('[data-why]')) {
    text.hidden = text.dataset.why !== why;
  }
  const ended = why === 'session';
  const link = failed.querySelector('[data-sign-in]');
  link.hidden = !ended;
  link.href = `/sign-in?returnUrl=${encodeURIComponent(location.pathname)}`;
  failed.querySelector('[data-reload]').hidden = ended;
}

// Studio sizes itself by the window less the height of a bar that it thinks is its own: that is all of the window around it.
new ResizeObserver(() => stage.style.setProperty('--mud-appbar-height', `${window.innerHeight - stage.clientHeight}px`)).observe(stage);

// What Studio says when it broke must not lie under the loading state.
new MutationObserver(() => {
  loading.hidden = true;
}).observe(document.getElementById('blazor-error-ui'), { attributes: true, attributeFilter: ['style'] });

async function start() {
  setTitle();
  if (typeof WebAssembly !== 'object') {
    fail('wasm');
    return;
  }
  localStorage.setItem('BlazorCulture', main.dataset.language); // where Studio looks for the language of its dates and tables
  // Where a file of the runtime does not come, its start neither ends nor fails: what it throws on the way tells.
  const broke = () => fail('start');
  window.addEventListener('unhandledrejection', broke);
  try {
    const place = placeOf(location.pathname);
    const [token] = await Promise.all([
      keepToken(value => provide(value), () => fail('session')),
      Blazor.start({ applicationCulture: main.dataset.language }),
    ]);
    window.removeEventListener('unhandledrejection', broke);
    provide(token);
    enterSearch();
    mount(place);
  } catch (fault) {
    fail(fault instanceof SessionEnded ? 'session' : 'start');
  }
}

// Studio reads the attributes of a provider once, when it first renders; a new token is a new provider.
function provide(token) {
  const provider = document.createElement('elsa-backend-provider');
  provider.id = 'elsa-backend';
  provider.setAttribute('remote-endpoint', main.dataset.api);
  provider.setAttribute('access-token', token);
  document.getElementById('elsa-backend')?.remove();
  document.body.append(provider);
}

start();
