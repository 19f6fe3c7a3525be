// The form before the chat, with the fields of the entry. It shares its draft with the message box, so a text typed in one is shown in the
// other.

import { createCounter } from './counter.js';
import { el, withLinks } from './elements.js';
import { createField } from './form-fields.js';
import { formatted } from './formatted.js';
import { grow } from './grow.js';
import { limits } from './message-text.js';
import { tabStore } from './stores.js';
import { t, times } from './texts.js';

const INCOMPLETE = 'FORM_INCOMPLETE';

export function createForm(chat, draft, entry) {
  const counter = createCounter();
  const intro = el('div', { class: 'intro' });
  const general = el('p', { class: 'problem general', role: 'alert', hidden: true });
  const places = el('div', { class: 'fields' });
  const consent = el('p', { class: 'consent', hidden: true });
  const start = el('button', { class: 'primary wide', type: 'submit' }, t('form.start'));
  const node = el('form', { class: 'form', novalidate: true, submit }, intro, general, places, consent, start);
  let fields = [];
  let message = null;
  let lastProblem = null;

  chat.on('other', () => fields.filter(one => one !== message).forEach(({ input }) => { input.value = ''; }));
  entry.on('change', build);

  function build() {
    keepFields();
    fields = entry.form.map((wanted, i) => createField(wanted, i + 1));
    message = fields.find(one => one.name === 'message') || null;
    fields.forEach(one => one.input.addEventListener('input', one === message ? typed : keepFields));
    places.replaceChildren(...fields.flatMap(one => one === message ? [one.box, counter.node] : [one.box]));
    consent.hidden = !entry.consent && !entry.privacyLink;
    consent.replaceChildren(...withLinks(entry.consent || ''), ...(entry.privacyLink
      ? [' ', el('a', { href: entry.privacyLink, target: '_blank', rel: 'noopener noreferrer' }, t('form.privacy'))] : []));
    fill();
    showIntro();
    showProblem();
  }

  function typed() {
    draft.set(message.input.value);
    counter.fits(message.input.value);
    grow(message.input);
  }

  const keyOf = one => one.isQuestion ? `answer-${one.place}` : one.name;

  function keepFields() {
    const kept = Object.fromEntries(fields.filter(one => one !== message).map(one => [keyOf(one), one.input.value]));
    if (fields.length) {
      tabStore.set('form', kept);
    }
  }

  function submit(event) {
    event.preventDefault();
    fields.forEach(one => one.say(one.problem()));
    const text = message?.value ?? '';
    const fits = counter.fits(text);
    if (message && !fits) {
      message.say(t('problem.TEXT_TOO_LONG', times.number(limits.message)));
    }
    const wrong = fields.find(one => one.input.hasAttribute('aria-invalid'));
    if (wrong) {
      wrong.input.focus();
      return;
    }
    draft.set('');
    const known = fields.filter(one => one.value && one !== message);
    chat.request({
      identity: Object.fromEntries(known.filter(one => !one.isQuestion).map(one => [one.name, one.value])),
      answers: known.filter(one => one.isQuestion).map(one => ({ field: one.place, text: one.value })),
      consent: Boolean(entry.consent),
      text,
    });
  }

  function fill() {
    const kept = tabStore.get('form') || {};
    fields.filter(one => one !== message).forEach(one => {
      one.input.value = kept[keyOf(one)] || (one.isQuestion ? '' : chat.visitor[one.name]) || one.input.value;
    });
    fillDraft();
  }

  function fillDraft() {
    if (message) {
      message.input.value = draft.get();
      counter.fits(message.input.value);
    }
  }

  function introOf(presence) {
    if (!presence) {
      return '';
    }
    return presence.online ? '.online' : presence.waiting && !presence.backAt ? '.queue' : '.away';
  }

  function showIntro() {
    const { presence } = chat;
    const text = entry.text('greeting') ?? t(`form.intro${introOf(presence)}`);
    if (intro.dataset.text !== text) {
      intro.dataset.text = text;
      intro.replaceChildren(...formatted(entry.tree('greeting'), text));
    }
  }

  function showProblem() {
    const problem = lastProblem;
    const incomplete = problem?.code === INCOMPLETE;
    const at = problem && fields.find(one => (one.isQuestion ? keyOf(one) : one.name) === problem.field);
    general.hidden = !problem || (Boolean(at) && !incomplete);
    general.textContent = general.hidden ? '' : t(incomplete ? 'form.changed' : 'form.refused');
    if (at) {
      at.say(incomplete ? t('form.missing') : t(`form.${at.name === 'name' || at.name === 'email' ? at.name : 'field'}.invalid`));
      at.input.focus();
    }
  }

  build();
  return {
    node,
    shown: fill,
    fillDraft,
    update() {
      if (fields.every(({ input }) => !input.value)) {
        fill();
      }
      showIntro();
      if (chat.formProblem !== lastProblem) {
        lastProblem = chat.formProblem;
        showProblem();
        if (lastProblem?.code === INCOMPLETE) {
          // The page has an older form than the server.
          entry.reload();
        }
      }
    },
    focus() {
      (fields.find(({ input }) => !input.value) || fields.at(-1))?.input.focus();
    },
  };
}
