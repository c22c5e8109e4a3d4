// What the shell needs of the browser: keys that work on every page, menus that close, the reconnect dialog, and a guard against losing what was typed.
const typing = target => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    closeMenus(null);
    return;
  }
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('.mud-dialog')) {
    return;
  }
  if (event.key === '/') {
    const search = document.getElementById('search');
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  } else if (event.key === '?') {
    openKeys();
  }
});

document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target : null;
  closeMenus(target?.closest('details[data-menu]'));
  if (target?.closest('[data-keys-help]')) {
    closeMenus(null);
    openKeys();
  }
  if (target?.closest('[data-reload]')) {
    location.reload();
  }
  if (target?.closest('.menu-body a')) {
    closeMenus(null);
  }
});

function closeMenus(except) {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (menu !== except) {
      menu.open = false;
    }
  }
}

function openKeys() {
  const dialog = document.getElementById('keys');
  if (dialog instanceof HTMLDialogElement && !dialog.open) {
    dialog.showModal();
  }
}

// A form that holds unsaved work marks itself; leaving the site then asks first. Leaving within the site is asked by the page itself.
window.addEventListener('beforeunload', event => {
  if (document.querySelector('[data-unsaved="true"]')) {
    event.preventDefault();
  }
});

document.addEventListener('visibilitychange', () => {
  const dialog = document.getElementById('components-reconnect-modal');
  if (document.visibilityState === 'visible' && dialog?.classList.contains('components-reconnect-failed')) {
    window.Blazor?.reconnect?.().then(back => back || location.reload()).catch(() => {});
  }
});

// After a restart of the server the circuit cannot come back: load the page again, unless something on it is not saved yet.
document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', event => {
  if (event.detail?.state === 'rejected' && !document.querySelector('[data-unsaved="true"]')) {
    location.reload();
  }
});
