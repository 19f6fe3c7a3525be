// The wrap-up below a chat that ended: its outcome and tags, which its agent and sales admins set.

import { uuid } from '../core/uuid.js';
import { SignedOut } from './api.js';
import { createChoices } from './choices.js';
import { byId, el, setText } from './dom.js';
import { t } from './texts.js';
import { choiceName } from './wrap-up-names.js';

const NAMES = { CHOICE_GONE: 'gone' };

export function createWrapUp(app) {
  const { store } = app;
  const box = byId('wrap-up');
  const form = byId('wrap-up-form');
  const outcome = createChoices(byId('wrap-up-outcome'), { showsNumbers: true });
  const tags = createChoices(byId('wrap-up-tags'), { many: true });
  const isAdmin = app.root.dataset.wrapsAll === 'true';
  /** The conversation whose form is open. */
  let editing = null;
  let asked = null;
  let lists = null;
  let loading = null;

  const hasEnded = (conversation) => conversation?.state === 'ENDED';
  const maySet = (conversation) => hasEnded(conversation) && (isAdmin || conversation.agent?.id === store.state.me?.id);
  const hasLists = () => Boolean(lists && (lists.outcomes.length || lists.tags.length));

  /** Loads the lists, again with `fresh`: an administrator may have changed them. */
  async function load(fresh = false) {
    if (lists && !fresh) return;
    loading ??= app.api.wrapUpChoices();
    try {
      lists = await loading;
    } catch (problem) {
      if (problem instanceof SignedOut) app.signedOut();
    }
    loading = null;
    render();
  }

  const choicesOf = (list, kept) => [...list.filter(({ offered }) => offered), ...kept.filter((one) => !one.offered)]
    .map((one) => ({ id: one.id, name: one.offered ? choiceName(one) : t('wrapUp.retired', choiceName(one)) }));

  async function open(conversation, { focus = true } = {}) {
    await load(true);
    if (store.selected() !== conversation || !maySet(conversation) || !hasLists()) return;
    const { outcome: its, tags: kept } = conversation.wrapUp ?? { outcome: null, tags: [] };
    editing = conversation.id;
    problem('');
    fill(its, kept);
    render();
    if (focus) (lists.outcomes.length ? outcome : tags).focus();
  }

  function fill(its, kept) {
    outcome.show(choicesOf(lists.outcomes, its ? [its] : []), new Set(its ? [its.id] : []));
    tags.show(choicesOf(lists.tags, kept), new Set(kept.map(({ id }) => id)));
    for (const [id, list] of [['wrap-up-outcome', outcome], ['wrap-up-tags', tags]]) {
      byId(id).parentNode.hidden = byId(id).children.length === 0 && list.chosen().length === 0;
    }
  }

  function close() {
    editing = asked = null;
    problem('');
    render();
  }

  function skip() {
    close();
    byId(byId('wrap-up-change').hidden ? 'log' : 'wrap-up-change').focus();
  }

  function save() {
    if (asked) return;
    asked = uuid();
    const sent = app.send({ type: 'wrap-up.set', conversationId: editing, clientId: asked, outcomeId: outcome.chosen()[0] ?? null, tagIds: tags.chosen() });
    if (sent) return problem('');
    asked = null;
    problem(t('wrapUp.offline'));
  }

  function problem(words) {
    byId('wrap-up-problem').hidden = !words;
    setText(byId('wrap-up-problem'), words);
  }

  /** Somebody has set the outcome or the tags, in this window or another. */
  function heard({ conversationId, wrapUp, clientId }) {
    const conversation = store.state.conversations.get(conversationId);
    if (conversation) conversation.wrapUp = wrapUp;
    const isOwn = clientId && clientId === asked;
    if (isOwn) {
      setText(byId('wrap-up-said'), t('wrapUp.saved'));
      skip();
    } else if (editing === conversationId) close();
    store.emit('selected');
  }

  /** Returns whether the error answers what was sent from here. */
  function failed({ clientId, code }) {
    if (!clientId || clientId !== asked) return false;
    asked = null;
    problem(t(`wrapUp.${NAMES[code] ?? 'failed'}`));
    if (code === 'CHOICE_GONE') renew();
    return true;
  }

  /** Shows the lists as they are now, and keeps what was chosen of it. */
  async function renew() {
    const chosen = new Set([...outcome.chosen(), ...tags.chosen()]);
    await load(true);
    if (!editing) return;
    const kept = store.state.conversations.get(editing)?.wrapUp ?? { outcome: null, tags: [] };
    outcome.show(choicesOf(lists.outcomes, kept.outcome ? [kept.outcome] : []), chosen);
    tags.show(choicesOf(lists.tags, kept.tags), chosen);
    (lists.outcomes.length ? outcome : tags).focus();
  }

  function render() {
    const conversation = store.selected();
    if (editing && conversation?.id !== editing) editing = asked = null;
    const wrapUp = conversation?.wrapUp;
    const isSet = Boolean(wrapUp?.outcome || wrapUp?.tags.length);
    const mayChange = maySet(conversation) && hasLists();
    box.hidden = !hasEnded(conversation) || !(isSet || mayChange);
    form.hidden = !editing;
    byId('wrap-up-shown').hidden = Boolean(editing);
    if (box.hidden) return;
    byId('wrap-up-change').hidden = !mayChange;
    setText(byId('wrap-up-change'), isSet ? byId('wrap-up-change').dataset.change : t('wrapUp.add'));
    byId('wrap-up-choices').replaceChildren(...(isSet ? chips(wrapUp) : []));
  }

  function chips({ outcome: its, tags: kept }) {
    return [...(its ? [chip(its, 'wrap-up-chip is-outcome')] : []), ...kept.map((tag) => chip(tag, 'wrap-up-chip'))];
  }

  const chip = (choice, style) => el('span', { class: style }, choiceName(choice));

  /** A chat has ended: what came of it is asked at once, where it was this agent who ended it with the focus there too. */
  function ended(conversation, isOwnAct) {
    if (!maySet(conversation) || conversation.agent?.id !== store.state.me?.id || store.selected() !== conversation) return;
    const nobody = document.activeElement === document.body || document.activeElement === null || document.activeElement.closest('#composer');
    open(conversation, { focus: isOwnAct || Boolean(nobody) });
  }

  byId('wrap-up-change').dataset.change = byId('wrap-up-change').textContent;
  byId('wrap-up-change').addEventListener('click', () => open(store.selected()));
  byId('wrap-up-skip').addEventListener('click', skip);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      skip();
    } else if (event.key === 'Enter' && event.target.role === 'listbox') save();
  });
  store.on('selected me', () => {
    render();
    if (!lists && maySet(store.selected())) load();
  });

  return { wrapUpHeard: heard, wrapUpFailed: failed, chatEnded: ended };
}
