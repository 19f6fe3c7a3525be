import {
  ago, clockIn, dayName, isMidnight, now, setServerNow, today, upcoming, useLocale,
} from '../../../main/webapp/assets/inbox/time.js';
import { equal } from '../support/assert.js';
import { openBrowser } from '../support/browser.js';

// Without its texts the page shows their keys. The zone of these tests is Berlin's: two hours ahead of UTC in summer.
const { clock } = openBrowser();
const NOON = '2026-06-15T10:00:00Z';

function at(instant) {
  clock.set(instant);
  setServerNow(instant);
  useLocale('en');
}

test('how long ago something was', () => {
  at(NOON);
  equal(ago('2026-06-15T09:59:01Z'), 'time.now');
  equal(ago('2026-06-15T09:55:00Z'), '5 min');
  equal(ago('2026-06-15T07:01:00Z'), '2 hr');
  equal(ago('2026-06-13T10:00:00Z'), 'Sat');
  equal(ago('2026-06-01T10:00:00Z'), 'Jun 1');
  useLocale('ko');
  equal([ago('2026-06-15T09:55:00Z'), ago('2026-06-01T10:00:00Z')], ['5분', '6월 1일']);
});

test('a time to look forward to', () => {
  at(NOON);
  const plain = (text) => text.replaceAll('\u202f', ' ');
  equal(plain(upcoming('2026-06-15T16:30:00Z')), '6:30 PM');
  equal(plain(upcoming('2026-06-15T22:30:00Z')), 'Tue 12:30 AM');
  equal(plain(upcoming('2026-07-01T08:00:00Z')), 'Jul 1, 10:00 AM');
  equal([isMidnight('2026-06-15T22:00:00Z'), isMidnight('2026-06-17T22:00:00Z'), isMidnight(NOON)], [true, false, false]);
});

test('the clock of the server counts', () => {
  at(NOON);
  setServerNow('2026-06-15T22:30:00Z');
  equal([new Date(now()).toISOString(), today(), dayName(NOON)], ['2026-06-15T22:30:00.000Z', '2026-5-16', 'log.yesterday']);
  setServerNow('nonsense');
  equal(today(), '2026-5-16');
});

test('the clock on the wall of the visitor', () => {
  at(NOON);
  const plain = (text) => text?.replaceAll('\u202f', ' ');
  equal(plain(clockIn('America/New_York')), '6:00 AM');
  at('2026-06-15T20:00:00Z');
  equal(plain(clockIn('Asia/Seoul')), 'Tue 5:00 AM');
  equal(clockIn('Not/There'), null);
});
