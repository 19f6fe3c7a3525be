import { createTimes, daysBetween } from '../../../main/webapp/assets/core/time.js';
import { equal } from '../support/assert.js';

// The zone of these tests is Berlin's: two hours ahead of UTC in summer, one in winter.
const NOON = '2026-06-15T10:00:00Z';

const at = (now, locale = 'en') => createTimes(locale, () => Date.parse(now));
// Engines differ in the space before AM and PM.
const plain = (text) => text.replaceAll('\u202f', ' ');
const NAMES = { today: 'Today', yesterday: 'Yesterday' };
const dayName = (now, instant, locale) => at(now, locale).dayName(instant, NAMES);

test('days are counted by the calendar, not by hours', () => {
  equal(daysBetween('2026-06-14T21:59:00Z', '2026-06-14T22:01:00Z'), 1, 'two minutes over midnight');
  equal(daysBetween('2026-06-14T22:01:00Z', '2026-06-15T21:59:00Z'), 0, 'nearly a day without midnight');
  equal(daysBetween('2026-06-15T10:00:00Z', '2026-06-12T10:00:00Z'), -3);
  equal(daysBetween('2025-12-31T12:00:00Z', '2026-01-01T12:00:00Z'), 1);
});

test('also where the clocks change', () => {
  // 29 March 2026 has 23 hours in Berlin, 25 October has 25.
  equal(daysBetween('2026-03-28T23:30:00Z', '2026-03-29T22:30:00Z'), 1);
  equal(daysBetween('2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z'), 0);
  equal(daysBetween('2026-10-24T22:30:00Z', '2026-10-25T23:30:00Z'), 1);
});

test('days have names by how long ago they are', () => {
  equal(dayName(NOON, '2026-06-14T22:00:00Z'), 'Today');
  equal(dayName(NOON, '2026-06-14T21:59:00Z'), 'Yesterday');
  equal(dayName(NOON, '2026-06-13T21:59:00Z'), 'Saturday, June 13');
  equal(dayName(NOON, '2026-06-16T10:00:00Z'), 'Tuesday, June 16');
  equal(dayName('2026-01-02T10:00:00Z', '2025-12-30T10:00:00Z'), 'Tuesday, December 30');
  equal(dayName(NOON, '2026-06-13T10:00:00Z', 'ko'), '6월 13일 토요일');
});

test('where it is wanted, with the year where that is another one', () => {
  const names = { ...NAMES, withYear: true };
  equal(at('2026-01-02T10:00:00Z').dayName('2025-12-30T10:00:00Z', names), 'Tuesday, December 30, 2025');
  equal(at(NOON).dayName('2026-01-02T10:00:00Z', names), 'Friday, January 2');
});

test('after midnight today is yesterday', () => {
  let now = Date.parse('2026-06-15T21:59:59Z');
  const times = createTimes('en', () => now);
  equal(times.dayName(now, NAMES), 'Today');
  const before = now;
  now += 1000;
  equal([times.dayName(before, NAMES), times.daysAgo(before)], ['Yesterday', 1]);
});

test('the time is looked at each time, on the clock that is there then', () => {
  const times = createTimes('en');
  const { now } = Date;
  Date.now = () => Date.parse('2030-01-01T12:00:00Z');
  equal(times.dayName('2030-01-01T10:00:00Z', NAMES), 'Today');
  Date.now = now;
});

test('the clock, the exact time and the parts of a date, in the language and the zone of the reader', () => {
  const times = at(NOON);
  equal([times.clock(NOON), times.weekday(NOON), times.date(NOON)].map(plain), ['12:00 PM', 'Monday', 'June 15']);
  equal(plain(times.exact(NOON)), 'Monday, June 15, 2026 at 12:00:00 PM');
  equal(at(NOON, 'ko').clock(NOON), '오후 12:00');
  equal([times.clock(Date.parse(NOON)), times.clock(new Date(NOON))].map(plain), ['12:00 PM', '12:00 PM']);
  equal([at(NOON, 'en').number(12345), at(NOON, 'de').number(12345)], ['12,345', '12.345']);
});
