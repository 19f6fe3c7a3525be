// The fields of an entry's form.

import { el, field } from './elements.js';
import { t } from './texts.js';

// A domain with a dot inside. The expression never backtracks over the same text, so it takes linear time.
export const EMAIL = /^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/;
const LONGEST_ANSWER = 500;

/** By the kind of the field: its name in frames, and its attributes. */
const KINDS = {
  NAME: ['name', { type: 'text', autocomplete: 'name', maxlength: 200 }],
  EMAIL: ['email', { type: 'email', autocomplete: 'email', maxlength: 254 }],
  PHONE: ['phone', { type: 'tel', autocomplete: 'tel', maxlength: 50 }],
  JOB_TITLE: ['jobTitle', { type: 'text', autocomplete: 'organization-title', maxlength: 200 }],
  COMPANY: ['company', { type: 'text', autocomplete: 'organization', maxlength: 200 }],
  MESSAGE: ['message', { tag: 'textarea', rows: 3, dir: 'auto' }],
  TEXT: ['answer', { type: 'text', autocomplete: 'off', maxlength: LONGEST_ANSWER, dir: 'auto' }],
  CHOICE: ['answer', { tag: 'select' }],
};

/** @param place counts from 1 */
export function createField(wanted, place) {
  const [name, attributes] = KINDS[wanted.kind] || KINDS.TEXT;
  const isQuestion = name === 'answer';
  const made = field(isQuestion ? `answer-${place}` : name, {
    enterkeyhint: name === 'message' ? 'enter' : 'next', ...attributes, 'aria-required': wanted.required ? 'true' : null,
    label: isQuestion ? wanted.label : null,
  });
  if (wanted.kind === 'CHOICE') {
    made.input.append(el('option', { value: '' }, t('form.choose')), ...wanted.choices.map(choice => el('option', { value: choice }, choice)));
  }
  return {
    ...made, name, place, isQuestion,
    get value() { return name === 'message' ? made.input.value : made.input.value.trim(); },
    /** What is wrong with the value; empty where nothing is. */
    problem() {
      const { value } = this;
      if (!value.trim()) {
        const exact = `form.${name}.missing`;
        return wanted.required ? t(name === 'name' || name === 'email' ? exact : 'form.missing') : '';
      }
      return name === 'email' && !EMAIL.test(value) ? t('form.email.invalid') : '';
    },
  };
}
