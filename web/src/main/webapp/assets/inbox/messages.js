// The message log of the open conversation: which part of it is on the page, and the reader's position in it.

import { arrange, byId, el, icon, setAttribute } from './dom.js';
import { createRows } from './rows.js';
import { around, grown, newer, newest, older, STEP } from './stretch.js';
import { plural, t } from './texts.js';
import { number, today } from './time.js';

const NEAR = 48;
const EDGE = 1_000;
const TICK = 20_000;

export function createMessages(app) {
  const { store } = app;
  const box = byId('log');
  const toNewest = byId('to-newest');
  const rows = createRows(app);
  // The conversation that the server has rendered; null after it was taken over.
  let rendered = app.root.dataset.open || null;
  let shown = null;
  let stretch = null;
  let items = [];
  let follow = true;
  let unseenFrom = 0;
  let height = 0;
  let day = today();
  let sought = null;

  const below = () => box.scrollHeight - box.scrollTop - box.clientHeight;
  const toEnd = () => { box.scrollTop = box.scrollHeight; };
  const isNewest = () => stretch?.to === Infinity;

  function empty(...instead) {
    stretch = null;
    items = [];
    rows.draw(items);
    box.replaceChildren(...instead);
  }

  function render() {
    const conversation = store.selected();
    const id = store.state.selected;
    if (id !== shown) {
      if (id === rendered) rows.adopt(box);
      else empty();
      rendered = null;
      if (sought?.conversation !== id) sought = null;
    }
    shown = id;
    const log = store.state.logs.get(id);
    const loading = !log?.ready;
    setAttribute(box, 'aria-busy', loading && id ? 'true' : null);
    const kept = app.places?.get(id);
    if (!conversation || !log || loading && log.last < Math.max(log.first, kept?.seq ?? 0)) return void empty(...skeleton(id));
    const anchor = stretch ? place() : kept;
    if (!stretch) begin(conversation, log, kept);
    else if (!follow && box.scrollTop < EDGE && stretch.from > log.first) stretch = older(stretch, log);
    stretch = grown(stretch, log, follow);
    draw(conversation, log, anchor);
    seek(log);
    renderToNewest(log);
    app.look();
  }

  function begin(conversation, log, kept) {
    follow = !kept;
    stretch = kept ? around(log, kept.seq) : newest(log);
    // Messages up to the first unread one count as seen, even while the end of a long log is still loading.
    unseenFrom = (conversation.unread ? conversation.agentReadSeq ?? 0 : Math.max(log.wanted, conversation.lastSeq)) + 1;
  }

  const skeleton = (id) => (id && store.state.missing !== id
    ? ['', 'own', '', 'own'].map((side) => el('div', { class: `bubble-skeleton ${side}`, 'aria-hidden': 'true' }))
    : []);

  function draw(conversation, log, anchor) {
    items = rows.items(conversation, log, stretch);
    // Only new messages are announced, not earlier ones that are loaded again.
    setAttribute(box, 'aria-live', follow ? null : 'off');
    arrange(box, rows.draw(items));
    if (follow) toEnd();
    else if (anchor) goTo(anchor);
  }

  const bottomOf = (index) => box.children[index].offsetTop + box.children[index].offsetHeight;

  /**
   * The first message in view and the position of its end. The beginning is not used, as the height of its head depends on the message
   * before.
   */
  function place() {
    const index = items.findIndex(({ seq }, i) => seq && bottomOf(i) > box.scrollTop);
    return index < 0 ? null : { seq: items[index].seq, offset: bottomOf(index) - box.scrollTop };
  }

  function goTo({ seq, offset }) {
    const index = items.findIndex((item) => item.seq === seq);
    if (index >= 0) box.scrollTop = bottomOf(index) - offset;
  }

  /** Scrolls to a requested message or note as soon as it is loaded, and marks it for some time. */
  function seek(log) {
    if (!sought || !stretch) return;
    const { note } = sought;
    const seq = note ? app.privateNotes.placeOf(shown, note) : sought.seq;
    if (seq === undefined || seq > log.last) return;
    // A note stands after its message, and one before all messages after none.
    const least = note ? 1 : 0;
    if (seq + least < log.first) return void app.sync.earlier(shown);
    if (seq + least < stretch.from || seq > stretch.to) {
      stretch = around(log, seq);
      draw(store.selected(), log, null);
    }
    const node = box.children[items.findIndex((item) => (note ? item.note === note : item.seq === seq))];
    sought = null;
    if (!node) return;
    node.classList.add('is-shown');
    node.tabIndex = -1;
    node.addEventListener('blur', () => node.classList.remove('is-shown'), { once: true });
    node.scrollIntoView({ block: 'center' });
    follow = isNewest() && below() < NEAR;
    node.focus({ preventScroll: true });
  }

  function renderToNewest(log) {
    if (follow) unseenFrom = log.last + 1;
    const unseen = log.messages.slice(Math.max(0, unseenFrom - log.first)).filter((one) => one.author.kind === 'VISITOR').length;
    toNewest.hidden = follow;
    if (follow) return;
    const words = unseen > 0 ? plural('log.new', unseen, number(unseen)) : t('log.newest');
    if (toNewest.textContent === words) return;
    toNewest.classList.toggle('has-new', unseen > 0);
    toNewest.replaceChildren(words, icon('down'));
  }

  /** Renders the names of days again after midnight. */
  function midnight() {
    if (day !== today()) store.emit('log', 'selected');
    day = today();
  }

  function scrolled() {
    // A change of the box's height also causes a scroll event. Only the reader's own scrolling may stop following the newest message.
    if (box.clientHeight === height) follow = isNewest() && below() < NEAR;
    const log = store.state.logs.get(shown);
    if (!log?.ready || !stretch || box.clientHeight === 0) return;
    if (box.scrollTop < EDGE) towardsOldest(log);
    else if (below() < EDGE && !isNewest()) move(newer(stretch, log), log);
    app.places.set(shown, follow ? null : place());
    renderToNewest(log);
    app.look();
  }

  function towardsOldest(log) {
    if (stretch.from > log.first) move(older(stretch, log), log);
    if (stretch.from - log.first < STEP) app.sync.earlier(shown);
  }

  function move(next, log) {
    const anchor = place();
    stretch = next;
    draw(store.selected(), log, anchor);
  }

  // A conversation that was selected just now is drawn later, and what is sought in it is found then.
  function show(what) {
    sought = { ...what, conversation: store.state.selected };
    const log = store.state.logs.get(shown);
    if (shown !== sought.conversation || !log?.ready) return;
    seek(log);
    renderToNewest(log);
  }

  box.addEventListener('scroll', scrolled, { passive: true });
  new ResizeObserver(() => {
    height = box.clientHeight;
    if (follow) toEnd();
  }).observe(box);
  setInterval(midnight, TICK);
  toNewest.addEventListener('click', () => app.goToNewest());
  store.on('log selected me', render);

  return {
    goToNewest() {
      const log = store.state.logs.get(shown);
      follow = true;
      if (log && !isNewest()) stretch = newest(log);
      app.places?.set(shown, null);
      render();
    },
    showMessage: (seq) => show({ seq }),
    showNote: (note) => show({ note }),
    newestInView: () => shown != null && shown === store.state.selected && follow && box.clientHeight > 0,
  };
}
