// Collapsible panels. A cookie has the collapsed ones, so that the server renders the next page in the same way.

import { keepCookie } from './cookie.js';
import { setAttribute } from './dom.js';

const isFolded = (panel) => panel.querySelector('.ui-panel-titlebar-icon').getAttribute('aria-expanded') === 'false';

export function createPanels(context) {
  const panels = [...document.querySelectorAll('#inbox .ui-panel')];

  function keep() {
    const folded = panels.filter(isFolded).map(({ id }) => id).join('.');
    keepCookie(context, 'agentinbox-folded', folded);
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
