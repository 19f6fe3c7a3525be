// The right pane: who the visitor is. A dash for what nobody passed. Below 1100 pixels it is a drawer.

import { byId, el, setAttribute, setText } from './dom.js';
import { t } from './texts.js';
import { clockIn } from './time.js';
import { pathOf } from './conversation.js';

const TICK = 20_000;

export function createVisitor(app) {
  const { store } = app;
  const pane = byId('visitor');
  const opener = byId('drawer-open');
  const fact = (name) => pane.querySelector(`[data-fact="${name}"]`);

  function render() {
    const conversation = store.selected();
    pane.hidden = !conversation;
    if (!conversation) return closeDrawer();
    const visitor = conversation.visitor ?? {};
    for (const name of ['name', 'jobTitle', 'crmStatus', 'company']) setText(fact(name), visitor[name] || '-');
    renderEmail(visitor);
    renderLink(fact('phone'), visitor.phone, (phone) => `tel:${phone.replace(/[^\d+]/g, '')}`);
    renderPage(visitor.page);
    renderTime();
  }

  function renderEmail({ email, verified }) {
    const place = fact('email');
    renderLink(place, email, (address) => `mailto:${encodeURIComponent(address).replace('%40', '@')}`);
    if (email && verified === false) {
      place.append(' ', el('span', { class: 'chip', title: t('visitor.unverified.why') }, t('visitor.unverified')));
    }
  }

  function renderLink(place, value, address) {
    place.replaceChildren(value ? el('a', { href: address(value) }, value) : '-');
  }

  function renderPage(page) {
    const place = fact('page');
    const isWeb = /^https?:\/\//i.test(page ?? '');
    setAttribute(place, 'title', page || null);
    place.replaceChildren(isWeb ? el('a', { href: page, target: '_blank', rel: 'noopener noreferrer nofollow' }, pathOf(page)) : page || '-');
  }

  function renderTime() {
    const zone = store.selected()?.visitor?.timeZone;
    const local = zone && clockIn(zone);
    setText(fact('localTime'), local ? t('visitor.differs', local, zone) : '-');
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
  setInterval(renderTime, TICK);
  store.on('selected me', render);

  return { closeDrawer };
}
