// The calendar card in the chat: the visitor chooses a time, gives name and email where unknown, books, and may move or cancel. The booked
// meeting is always fetched from the server, so that all tabs and cards show the same.

import { createPicker } from './picker.js';

const DAYS = 14;
const FAR = 62;

/** @param card agentId, agentName and durationMinutes, as the agent shared it; kit the functions that the chat provides */
export function createCard(kit, words, calls, card) {
  const { el } = kit;
  const { t } = words;
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  const body = el('div', { class: 'step' });
  const node = el('section', { class: 'booking', 'aria-live': 'off', 'aria-label': t('title', card.agentName) },
    el('p', { class: 'booking-title' }, t('title', card.agentName)),
    el('p', { class: 'booking-length' }, words.minutes(card.durationMinutes)), problem, body);
  const picker = createPicker(kit, words, { pick, more });
  let meeting = null;
  let moving = false;
  let days = DAYS;
  let busy = false;

  function say(text) {
    problem.textContent = text;
    problem.hidden = !text;
  }

  function show(...nodes) {
    const hadFocus = node.contains(kit.active());
    body.replaceChildren(...nodes);
    if (hadFocus) {
      (body.querySelector('[data-first]') || body.querySelector('button, input'))?.focus();
    }
    kit.resized(node);
  }

  const button = (kind, key, click, first) => el('button', { class: kind, type: 'button', 'data-first': first, click }, t(key));

  /** Runs one action at a time and shows its error; refused(...) decides what happens after that. */
  async function attempt(act, refused) {
    if (busy) {
      return;
    }
    busy = true;
    node.setAttribute('aria-busy', 'true');
    say('');
    try {
      await act();
    } catch (failure) {
      const code = failure.code && words.has(`problem.${failure.code}`) ? failure.code : 'OTHER';
      say(t(`problem.${code}`));
      await refused?.(failure);
    } finally {
      busy = false;
      node.removeAttribute('aria-busy');
    }
  }

  // ---- the booked meeting ----

  async function load() {
    const all = (await calls.meetings(kit.conversationId())).filter(one => one.agent.id === card.agentId);
    meeting = all.find(one => one.state === 'BOOKED' && Date.parse(one.end) > Date.now()) || null;
    if (meeting && !moving) {
      showBooked();
    } else {
      await showSlots();
    }
  }

  function showBooked() {
    show(el('p', { class: 'booked' }, t('booked'), ' ', el('strong', {}, words.span(meeting.start, meeting.end)), ` (${words.zone})`),
      el('p', { class: 'booking-mail' }, t('mailed', meeting.email)),
      el('div', { class: 'choices' }, button('quiet', 'move', startMoving), button('quiet', 'cancel', askToCancel)));
  }

  function startMoving() {
    moving = true;
    attempt(showSlots);
  }

  function askToCancel() {
    show(el('p', {}, t('cancel.question', words.span(meeting.start, meeting.end))),
      el('div', { class: 'choices' }, button('quiet', 'cancel.keep', showBooked, true), button('danger', 'cancel', cancel)));
  }

  function cancel() {
    attempt(async () => {
      await calls.cancel(meeting.id);
      meeting = null;
      show(el('p', {}, t('cancelled')), el('div', { class: 'choices' }, button('quiet', 'again', () => attempt(showSlots))));
    }, load);
  }

  // ---- choosing a time ----

  async function showSlots() {
    const told = await calls.slots(card.agentId, new Date(), days);
    if (!told.slots.length && days < FAR) {
      days = FAR;
      return showSlots();
    }
    if (!told.slots.length) {
      show(el('p', { class: 'nothing', dir: 'auto' }, told.fallback || t('nothing')), ...back());
      return;
    }
    picker.show(told.slots, days < FAR);
    show(picker.node, ...back());
  }

  const back = () => moving ? [el('div', { class: 'choices' }, button('quiet', 'cancel.keep', stopMoving))] : [];

  function stopMoving() {
    moving = false;
    showBooked();
  }

  function more() {
    days = FAR;
    attempt(async () => {
      await showSlots();
      picker.focus();
    });
  }

  function pick(slot) {
    if (moving) {
      attempt(async () => {
        meeting = await calls.move(meeting.id, slot.start);
        moving = false;
        showBooked();
      }, refresh);
      return;
    }
    confirm(slot);
  }

  function confirm(slot) {
    const known = kit.visitor();
    const name = known.name ? null : kit.field('name', { type: 'text', autocomplete: 'name', maxlength: '200' });
    const email = known.email ? null : kit.field('email', { type: 'email', autocomplete: 'email', maxlength: '320', required: true });
    // All attempts have the same clientId, so a second click or a lost answer does not book twice.
    const clientId = kit.uuid();
    const form = el('form', { novalidate: true, submit: event => { event.preventDefault(); send(); } },
      el('p', { class: 'chosen' }, el('strong', {}, words.span(slot.start, slot.end)), ` (${words.zone})`), name?.box, email?.box,
      el('div', { class: 'choices' },
        button('quiet', 'back', () => show(picker.node)), el('button', { class: 'primary', 'data-first': !email }, t('book'))));
    show(form);
    email?.input.setAttribute('data-first', '');

    function send() {
      if (email && !/^[^@\s]+@[^@\s]+$/.test(email.input.value.trim())) {
        email.say(kit.t(email.input.value.trim() ? 'form.email.invalid' : 'form.email.missing'));
        email.input.focus();
        return;
      }
      attempt(() => book(slot, clientId, name?.input.value.trim(), email?.input.value.trim()), refresh);
    }
  }

  async function book(slot, clientId, name, email) {
    meeting = await calls.book({
      agentId: card.agentId, start: slot.start, conversationId: kit.conversationId(), clientId, zone: words.zone,
      ...(name && { name }), ...(email && { email }),
    });
    showBooked();
    email && kit.publish('email-given', { email, verified: false });
    kit.publish('meeting-booked', {
      meetingId: meeting.id, conversationId: meeting.conversationId, agent: meeting.agent, start: meeting.start, end: meeting.end,
    });
  }

  /** Where somebody else has booked the slot, the free ones are shown at once. After any other failure the form stays as it is. */
  async function refresh(failure) {
    if (failure.status === 409) {
      await load().catch(() => {});
    }
  }

  const retry = () => attempt(load, () => show(button('quiet', 'retry', retry)));

  show(el('p', { class: 'booking-length' }, t('loading')));
  retry();
  return { node, changed: () => busy || attempt(load) };
}
