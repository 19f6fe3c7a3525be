// The right pane with the visitor's data; a dash stands for what is unknown. In windows narrower than 1100 pixels it is a drawer.

import { byId, el, icon, setAttribute, setText } from './dom.js';
import { createJoin } from './join.js';
import { t } from './texts.js';
import { clockIn, languageName } from './time.js';
import { pathOf } from './conversation.js';

const TICK = 20_000;

export function createVisitor(app) {
  const { store } = app;
  const pane = byId('visitor');
  const opener = byId('drawer-open');
  const join = createJoin(app);
  const fact = (name) => pane.querySelector(`[data-fact="${name}"]`);

  function render() {
    const conversation = store.selected();
    pane.hidden = !conversation;
    if (!conversation) return closeDrawer();
    const visitor = conversation.visitor ?? {};
    for (const name of ['name', 'jobTitle', 'crmStatus', 'company']) renderFact(name, visitor, (value) => el('span', { dir: 'auto' }, value));
    renderFact('email', visitor, (address) => el('a', { href: `mailto:${encodeURIComponent(address).replace('%40', '@')}` }, ...breakable(address)));
    renderFact('phone', visitor, (number) => el('a', { href: `tel:${number.replace(/[^\d+]/g, '')}` }, number));
    renderPage(visitor.page);
    setText(fact('locale'), languageName(visitor.locale) ?? '-');
    renderTime();
    renderAttributes(visitor.attributes ?? {});
    join.render(conversation);
  }

  /** The value, how certain it is, and the visitor's own statement where it differs. Rebuilt only after a change. */
  function renderFact(name, visitor, link) {
    const place = fact(name);
    const value = visitor[name];
    const source = visitor.sources?.[name];
    const said = visitor.own?.[name];
    const differs = value && said && said !== value && said.toLowerCase() !== value.toLowerCase();
    const key = JSON.stringify([value, source, differs && said]);
    if (place.dataset.key === key) return;
    place.dataset.key = key;
    place.replaceChildren(...(value ? [link(value), ' ', sureness(source)] : ['-']),
      ...(differs ? [el('span', { class: 'hint said', dir: 'auto' }, t('visitor.says', said))] : []));
  }

  /** Lets a long email address break before its @ first. */
  function breakable(address) {
    const at = address.lastIndexOf('@') + 1;
    return [address.slice(0, at), el('wbr'), address.slice(at)];
  }

  function sureness(source) {
    if (!source) return '';
    return el('span', { class: `ui-tag sure-${source.toLowerCase()}`, title: t(`visitor.source.${source}.why`) },
      icon(`sure-${source.toLowerCase()}`), t(`visitor.source.${source}`));
  }

  function renderAttributes(attributes) {
    const place = byId('visitor-attributes');
    const rows = Object.entries(attributes);
    place.hidden = rows.length === 0;
    place.replaceChildren(...rows.map(([name, value]) => el('div', {}, el('dt', { dir: 'auto' }, name), el('dd', { dir: 'auto' }, value))));
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
