// Texts and times in the visitor's language.

import { createTimes } from '../core/time.js';
import { OPTIONS } from './server.js';

// Replaced by the server with its resource bundles: {en: {key: text}, ko: {…}}.
const TEXTS = __TEXTS__;

const baseOf = tag => tag.toLowerCase().split('-')[0];
const WISHES = [OPTIONS.locale, ...navigator.languages].filter(Boolean);
export const LANGUAGE = WISHES.map(baseOf).find(base => TEXTS[base]) || 'en';
// Times use the visitor's region, such as "en-GB", where it belongs to the language of the texts.
export const LOCALE = [...navigator.languages].find(tag => baseOf(tag) === LANGUAGE) || LANGUAGE;

const PLURAL = new Intl.PluralRules(LOCALE);

export const times = createTimes(LOCALE);

export const has = key => key in (TEXTS.en || {});

export function t(key, ...values) {
  const text = TEXTS[LANGUAGE]?.[key] ?? TEXTS.en?.[key] ?? key;
  return text.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
}

/** A text that depends on a number: KEY.one, KEY.few… by the language's plural rules, else KEY.other. */
export function tn(key, count) {
  const exact = `${key}.${PLURAL.select(count)}`;
  return t(TEXTS[LANGUAGE]?.[exact] ? exact : `${key}.other`, times.number(count));
}

export const dayName = instant => times.dayName(instant, { today: t('day.today'), yesterday: t('day.yesterday') });
