// The form before the chat. It shares its draft with the message box, so a text typed in one is shown in the other.

import { createCounter } from './counter.js';
import { el, field } from './elements.js';
import { grow } from './grow.js';
import { MAX_LENGTH } from './message-text.js';
import { tabStore } from './stores.js';
import { t, times } from './texts.js';

// A domain with a dot inside. The expression never backtracks over the same text, so it takes linear time.
const EMAIL = /^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/;

export function createForm(chat, draft) {
  const name = field('name', { type: 'text', autocomplete: 'name', maxlength: 200, enterkeyhint: 'next' });
  const email = field('email', { type: 'email', autocomplete: 'email', maxlength: 254, enterkeyhint: 'next' });
  const message = field('message', { tag: 'textarea', rows: 3, dir: 'auto', enterkeyhint: 'enter' });
  const counter = createCounter();
  const intro = el('p', { class: 'intro' });
  const general = el('p', { class: 'problem general', role: 'alert', hidden: true });
  const start = el('button', { class: 'primary wide', type: 'submit' }, t('form.start'));
  const node = el('form', { class: 'form', novalidate: true, submit },
    intro, general, name.box, email.box, message.box, counter.node, start);
  let lastProblem = null;

  message.input.addEventListener('input', () => {
    draft.set(message.input.value);
    counter.fits(message.input.value);
    grow(message.input);
  });
  [name, email].forEach(({ input }) => input.addEventListener('input', keepFields));
  chat.on('other', () => [name, email].forEach(({ input }) => { input.value = ''; }));

  function keepFields() {
    tabStore.set('form', { name: name.input.value, email: email.input.value });
  }

  function submit(event) {
    event.preventDefault();
    const values = { name: name.input.value.trim(), email: email.input.value.trim(), text: message.input.value };
    name.say(values.name ? '' : t('form.name.missing'));
    email.say(EMAIL.test(values.email) ? '' : t(values.email ? 'form.email.invalid' : 'form.email.missing'));
    const fits = counter.fits(values.text);
    message.say(fits ? '' : t('problem.TEXT_TOO_LONG', times.number(MAX_LENGTH)));
    const wrong = [name, email, message].find(one => one.input.hasAttribute('aria-invalid'));
    if (wrong) {
      wrong.input.focus();
      return;
    }
    draft.set('');
    chat.request(values);
  }

  function fill() {
    const kept = tabStore.get('form') || {};
    name.input.value = kept.name || chat.visitor.name || name.input.value;
    email.input.value = kept.email || chat.visitor.email || email.input.value;
    fillDraft();
  }

  function fillDraft() {
    message.input.value = draft.get();
    counter.fits(message.input.value);
  }

  return {
    node,
    shown: fill,
    fillDraft,
    update() {
      if (!name.input.value && !email.input.value) {
        fill();
      }
      const { presence } = chat;
      intro.textContent = t(presence ? `form.intro.${presence.online ? "online" : "away"}` : 'form.intro');
      const problem = chat.formProblem;
      if (problem === lastProblem) {
        return;
      }
      lastProblem = problem;
      const at = { name, email }[problem?.field];
      general.hidden = !problem || Boolean(at);
      general.textContent = general.hidden ? '' : t('form.refused');
      if (at) {
        at.say(t(`form.${problem.field}.invalid`));
        at.input.focus();
      }
    },
    focus() {
      ([name, email].find(({ input }) => !input.value) || message).input.focus();
    },
  };
}
