// Collapsible panels. A cookie has the collapsed ones, and those that start collapsed and are not, so that the server renders the next page in
// the same way.

import { keepCookie } from './cookie.js';
import { setAttribute } from './dom.js';

const isFolded = (panel) => panel.querySelector('.ui-panel-titlebar-icon').getAttribute('aria-expanded') === 'false';

function nameOf(panel) {
  if (panel.classList.contains('starts-folded')) return isFolded(panel) ? '' : panel.id.replace('-panel', '-open');
  return isFolded(panel) ? panel.id : '';
}

export function createPanels(context) {
  const panels = [...document.querySelectorAll('#inbox .ui-panel')];

  function keep() {
    const moved = panels.map(nameOf).filter(Boolean).join('.');
    keepCookie(context, 'agentinbox-folded', moved);
  }

  // PrimeFaces collapses the panel and sets the state on the title bar; this sets it on the button. It uses the capturing phase, because
  // the component stops the event.
  function toggled({ target }) {
    const button = target.closest?.('#inbox .ui-panel-titlebar-icon');
    const panel = button?.closest('.ui-panel');
    const widget = panel && window.PrimeFaces?.widgets[panel.id];
    if (!widget) return;
    setAttribute(button, 'aria-expanded', String(widget.cfg.collapsed));
    keep();
  }

  document.addEventListener('click', toggled, true);
}
