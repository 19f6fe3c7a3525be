// The right pane with the visitor's data. In windows narrower than 1100 pixels it is a drawer.

import { byId, setAttribute, setText } from './dom.js';
import { createJoin } from './join.js';
import { t } from './texts.js';
import { clockIn } from './time.js';

const TICK = 20_000;

export function createVisitor(app, details) {
  const { store } = app;
  const pane = byId('visitor');
  const opener = byId('drawer-open');
  let known = null;
  createJoin(app, details);

  function render() {
    const conversation = store.selected();
    pane.hidden = !conversation;
    if (!conversation) return closeDrawer();
    const told = { id: conversation.id, visitor: JSON.stringify(conversation.visitor) };
    if (known?.id === told.id && known.visitor !== told.visitor) details.changed('facts');
    known = told;
  }

  function tick() {
    const place = pane.querySelector('[data-zone]');
    const local = place?.dataset.zone && clockIn(place.dataset.zone);
    if (local) setText(place, t('visitor.differs', local, place.dataset.zone));
  }

  function openDrawer() {
    app.root.dataset.drawer = 'open';
    setAttribute(opener, 'aria-expanded', 'true');
    byId('drawer-close').focus();
  }

  function closeDrawer() {
    if (app.root.dataset.drawer !== 'open') return;
    delete app.root.dataset.drawer;
    setAttribute(opener, 'aria-expanded', 'false');
    if (pane.contains(document.activeElement)) opener.focus();
  }

  opener.addEventListener('click', openDrawer);
  byId('drawer-close').addEventListener('click', closeDrawer);
  byId('drawer-backdrop').addEventListener('click', closeDrawer);
  setInterval(tick, TICK);
  store.on('selected me', render);

  return { closeDrawer };
}
