// Small services of the browser for single pages, imported by their components.
let inbox = null;

export function focusField(id) {
  const element = document.getElementById(id);
  if (!element) {
    return;
  }
  const target = element.matches('input, select, textarea') ? element : element.querySelector('input, select, textarea, button') ?? element;
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

export function focusFirst(selector) {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

// Keys of the inbox, tasks beside the list, and the next page when its end comes into view.
export function enterInbox(root, page) {
  leaveInbox();
  const wide = matchMedia('(min-width: 1200px)');
  // Where there is room, a task opens beside the list: the link leads there just for this click.
  const onClick = event => {
    const link = event.target instanceof Element ? event.target.closest('a[data-beside]') : null;
    if (link && wide.matches && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      const own = link.getAttribute('href');
      link.setAttribute('href', link.dataset.beside);
      setTimeout(() => link.setAttribute('href', own));
    }
  };
  const onKey = event => {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const typing = target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.getAttribute('type') !== 'checkbox');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open], .mud-dialog')) {
      return;
    }
    const links = [...root.querySelectorAll('a[data-task]')];
    const here = links.indexOf(document.activeElement?.closest('.item')?.querySelector('a[data-task]'));
    if (event.key === 'j' || event.key === 'k') {
      const next = links[here < 0 ? 0 : Math.min(Math.max(here + (event.key === 'j' ? 1 : -1), 0), links.length - 1)];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
      event.preventDefault();
    } else if (here >= 0 && ['c', 'e', 'x'].includes(event.key)) {
      page.invokeMethodAsync('OnKeyAsync', event.key, links[here].dataset.task);
      event.preventDefault();
    }
  };
  const seen = new IntersectionObserver(entries => entries.forEach(entry => entry.isIntersecting && entry.target.click()), { rootMargin: '400px' });
  const watch = new MutationObserver(() => {
    seen.disconnect();
    const more = root.querySelector('[data-more]:not([disabled])');
    if (more) {
      seen.observe(more);
    }
  });
  watch.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  document.addEventListener('keydown', onKey);
  root.addEventListener('click', onClick, true);
  inbox = () => {
    document.removeEventListener('keydown', onKey);
    root.removeEventListener('click', onClick, true);
    seen.disconnect();
    watch.disconnect();
  };
}

export function leaveInbox() {
  inbox?.();
  inbox = null;
}
