// Dresses the activities of Send in Studio's palette and on its canvas: Studio keeps icons and colours for Elsa's own types alone.
const stage = document.getElementById('designer-stage');
const byType = new Map();
const byName = new Map();

function picture(icon) {
  return `url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${icon}</svg>`)}")`;
}

function dress(element, look) {
  if (element.dataset.look === (look?.type ?? '')) {
    return;
  }
  element.dataset.look = look?.type ?? '';
  element.style.setProperty('--look-colour', look?.colour ?? '');
  element.style.setProperty('--look-icon', look ? look.picture : '');
}

function typeOf(wrapper) {
  try {
    return JSON.parse(wrapper.getAttribute('activity-json') ?? '{}').type;
  } catch {
    return undefined;
  }
}

function dressAll() {
  for (const wrapper of stage.querySelectorAll('elsa-activity-wrapper')) {
    dress(wrapper, byType.get(typeOf(wrapper)));
  }
  for (const entry of stage.querySelectorAll('.mud-expand-panel .mud-paper[draggable="true"]')) {
    dress(entry, byName.get(entry.textContent.trim()));
  }
  // Studio's trial run of one activity needs a part of Elsa's server that is not here; "Simulate" tries the whole workflow.
  for (const tab of stage.querySelectorAll('.mud-tab')) {
    if (tab.textContent.trim() === 'Test') {
      tab.style.display = 'none';
    }
  }
  // Nor are there the log pages of Elsa's server, to which the viewer's details would lead.
  for (const cell of stage.querySelectorAll('tr > td:first-child')) {
    if (cell.textContent.trim() === 'Structured Logs') {
      cell.parentElement.style.display = 'none';
    }
  }
}

let planned = false;
function plan() {
  if (!planned) {
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      dressAll();
    });
  }
}

async function start() {
  const answer = await fetch('/designer/looks', { redirect: 'manual' }).catch(() => null);
  // Without an answer Studio's own look is good enough.
  for (const look of answer?.ok ? await answer.json() : []) {
    look.picture = picture(look.icon);
    byType.set(look.type, look);
    byName.set(look.name, look);
  }
  new MutationObserver(plan).observe(stage, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['activity-json'] });
  plan();
}

if (stage) {
  start();
}
