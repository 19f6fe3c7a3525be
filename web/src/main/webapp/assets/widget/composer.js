// The message box of the chat.

import { isOpen } from './conversation.js';
import { createCounter } from './counter.js';
import { el, icon } from './elements.js';
import { grow } from './grow.js';
import { isBlank } from './message-text.js';
import { t } from './texts.js';

const TYPING_AGAIN = 2_500;
const TYPING_PAUSE = 3_000;

// Enter that ends the composition of a Korean syllable must not send; Safari reports it by key code 229 only.
const isPlainEnter = event => event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;

/** @param sent called after something was sent */
export function createComposer(chat, draft, sent) {
  const box = el('textarea', {
    id: 'message', rows: 1, dir: 'auto', 'aria-label': t('form.message'), placeholder: t('composer.placeholder'),
    enterkeyhint: 'send',
  });
  const counter = createCounter();
  const button = el('button', {
    class: 'primary round', type: 'submit', 'aria-label': t('composer.send'), title: t('composer.send'),
  }, icon('send', 20));
  const node = el('form', { class: 'composer', submit }, el('div', { class: 'box' }, box, button), counter.node);
  let typingUntil = 0;
  let pause;

  box.addEventListener('input', () => {
    draft.set(box.value);
    refresh();
    typing(!isBlank(box.value));
  });
  box.addEventListener('keydown', event => {
    if (isPlainEnter(event)) {
      submit(event);
    }
  });

  function refresh() {
    button.disabled = !counter.fits(box.value) || isBlank(box.value);
    grow(box);
  }

  function typing(on) {
    clearTimeout(pause);
    if (on) {
      if (Date.now() > typingUntil) {
        typingUntil = Date.now() + TYPING_AGAIN;
        chat.typing(true);
      }
      pause = setTimeout(typing, TYPING_PAUSE, false);
    } else if (typingUntil) {
      typingUntil = 0;
      chat.typing(false);
    }
  }

  function submit(event) {
    event.preventDefault();
    if (!button.disabled && isOpen(chat.conv)) {
      chat.write(box.value);
      typing(false);
      draft.set('');
      fillDraft();
      sent();
    }
    // The focus stays in the box, because on a phone the keyboard would close after every message.
    box.focus();
  }

  function fillDraft() {
    box.value = draft.get();
    refresh();
  }

  return { node, fillDraft, shown: fillDraft, focus: () => box.focus() };
}
