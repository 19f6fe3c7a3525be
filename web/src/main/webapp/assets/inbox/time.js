// Times in the reader's zone and language, by the server's clock, as expiry times are given by it.

import { createTimes } from '../core/time.js';
import { keepCookie } from './cookie.js';
import { t } from './texts.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let locale = 'en';
let ahead = 0;
let times = createTimes(locale, now);
const units = new Map();

export function useLocale(language) {
  locale = language;
  times = createTimes(locale, now);
}

export function setServerNow(instant) {
  const server = Date.parse(instant);
  if (!Number.isNaN(server)) ahead = server - Date.now();
}

export function now() {
  return Date.now() + ahead;
}

export const at = (instant) => Date.parse(instant);
export const number = (value) => times.number(value);
export const clock = (instant) => times.clock(instant);
export const exact = (instant) => times.exact(instant);

const format = (options) => times.format(options);

export function dayKey(instant) {
  const date = new Date(at(instant));
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

const dayOf = (millis) => dayKey(new Date(millis).toISOString());

export function dayName(instant) {
  return times.dayName(instant, { today: t('log.today'), yesterday: t('log.yesterday'), withYear: true });
}

/** Identifies the current day in the reader's zone. */
export const today = () => dayOf(now());

/** Returns whether a near instant is the beginning of a day in the reader's zone. */
export function isMidnight(instant) {
  const date = new Date(at(instant));
  return date.getHours() === 0 && date.getMinutes() === 0 && at(instant) - now() <= DAY;
}

/** A future time of day, with the date where it is not today. */
export function upcoming(instant) {
  if (times.daysAgo(instant) === 0) return clock(instant);
  if (at(instant) - now() < 6 * DAY) return format({ weekday: 'short', hour: 'numeric', minute: '2-digit' }).format(at(instant));
  return format({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(at(instant));
}

/** A period, with the date and the name of the reader's zone. */
export function span(start, end) {
  const options = { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' };
  return format(options).formatRange(at(start), at(end));
}

function unit(value, name) {
  const key = `${locale} ${name}`;
  if (!units.has(key)) units.set(key, new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }));
  return units.get(key).format(value);
}

export function ago(instant) {
  const passed = now() - at(instant);
  if (passed < MINUTE) return t('time.now');
  if (passed < HOUR) return unit(Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return unit(Math.floor(passed / HOUR), 'hour');
  if (passed < 6 * DAY) return format({ weekday: 'short' }).format(at(instant));
  return format({ month: 'short', day: 'numeric' }).format(at(instant));
}

/** The local time in the visitor's zone, or null where the zone is unknown. */
export function clockIn(zone) {
  try {
    const day = (options) => new Intl.DateTimeFormat('en', { day: 'numeric', ...options }).format(now());
    const weekday = day({ timeZone: zone }) === day() ? {} : { weekday: 'short' };
    return new Intl.DateTimeFormat(locale, { timeZone: zone, ...weekday, hour: 'numeric', minute: '2-digit' }).format(now());
  } catch {
    return null;
  }
}

/** Stores the reader's zone in a cookie, so that the server can render the next page in it. */
export function rememberZone(context) {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  keepCookie(context, 'agentinbox-zone', timeZone);
}
