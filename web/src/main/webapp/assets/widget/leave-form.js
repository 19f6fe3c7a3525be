// Leaving a message where no agent took the chat.

import { el, field } from './elements.js';
import { EMAIL } from './form-fields.js';
import { isBlank, lengthOf, limits } from './message-text.js';
import { t, times } from './texts.js';

export function createLeaveForm(chat) {
  const email = field('leave-email', { type: 'email', autocomplete: 'email', maxlength: 254, label: t('form.email') });
  const message = field('leave-message', { tag: 'textarea', rows: 3, dir: 'auto', label: t('leave.message') });
  const send = el('button', { class: 'primary wide', type: 'submit' }, t('leave.send'));
  const general = el('p', { class: 'problem', role: 'alert', hidden: true });
  const form = el('form', { class: 'form leave', novalidate: true, submit }, general, email.box, message.box, send);
  const done = el('p', { class: 'leave-done', role: 'status' });
  const node = el('div', { hidden: true }, form, done);
  let shownFor = null;

  function submit(event) {
    event.preventDefault();
    const text = message.input.value;
    email.say(EMAIL.test(email.input.value.trim()) ? '' : t('form.email.invalid'));
    message.say(isBlank(text) ? t('form.missing') : lengthOf(text) > limits.message ? t('problem.TEXT_TOO_LONG', times.number(limits.message)) : '');
    const wrong = [email, message].find(one => one.input.hasAttribute('aria-invalid'));
    if (wrong) {
      wrong.input.focus();
    } else {
      chat.leave(email.input.value.trim(), text);
    }
  }

  return {
    node,
    update() {
      const { conv } = chat;
      const offered = conv?.state === 'ENDED' && conv.reason === 'MISSED' && Boolean(conv.takesMessage);
      node.hidden = !offered;
      if (!offered) {
        return;
      }
      if (shownFor !== conv) {
        shownFor = conv;
        email.input.value = chat.visitor.email || '';
        message.input.value = '';
      }
      const { left } = conv;
      form.hidden = left === 'DONE';
      send.disabled = left === 'SENDING';
      general.hidden = left !== 'REFUSED';
      general.textContent = general.hidden ? '' : t('leave.refused');
      const text = left === 'DONE' ? t('leave.done') : '';
      if (done.textContent !== text) {
        done.textContent = text;
      }
    },
  };
}
