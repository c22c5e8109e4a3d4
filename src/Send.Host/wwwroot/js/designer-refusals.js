// Studio's list takes a refused delete or publish for a fault of its own and drops the reason. Here the reason is shown, in the server's words, and Studio's note of a fault is
// not: nothing broke, and nothing was changed. Refusals that Studio shows itself (its editor's save and publish) are left to it.
const main = document.querySelector('[data-testid="designer"]');
const broke = document.getElementById('blazor-error-ui');
const notice = document.querySelector('[data-testid="designer-refused"]');
const calls = [
  { method: 'DELETE', path: /\/workflow-definitions\/[^/]+$|\/workflow-definition-versions\/[^/]+$/ },
  { method: 'POST', path: /\/workflow-definitions\/[^/]+\/(publish|retract|revert\/\d+|update-references)$/ },
];
const several = /\/bulk-actions\/(delete|publish|retract)\/workflow-definitions\//;
const quiet = 5_000;
let refusedAt = -quiet;

const own = window.fetch;
window.fetch = async function (input, init) {
  const answer = await own.call(this, input, init);
  const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
  if (url.href.startsWith(main.dataset.api)) {
    const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 401 && calls.some(call => call.method === method && call.path.test(url.pathname))) {
      refusedAt = performance.now();
      answer.clone().json().then(body => show(body.errors?.generalErrors ?? [body.detail ?? body.title]), () => show([]));
    } else if (answer.ok && several.test(url.pathname)) {
      answer.clone().json().then(body => body.refused?.length && show(body.refused.flatMap(one => one.messages)), () => {});
    }
  }
  return answer;
};

new MutationObserver(() => {
  if (performance.now() - refusedAt < quiet && broke.style.display !== 'none') {
    broke.style.display = 'none';
  }
}).observe(broke, { attributes: true, attributeFilter: ['style'] });

function show(messages) {
  const list = notice.querySelector('ul');
  list.replaceChildren(...messages.filter(Boolean).map(message => Object.assign(document.createElement('li'), { textContent: message })));
  notice.hidden = false;
}

notice.querySelector('button').addEventListener('click', () => {
  notice.hidden = true;
});
