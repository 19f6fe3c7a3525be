import { backOff, isPassing } from '../../../main/webapp/assets/core/backoff.js';
import { equal } from '../support/assert.js';

const WAITS = [500, 1000, 2000, 4000, 8000, 15000, 15000];

function waits(chance) {
  Math.random = () => chance;
  return WAITS.map((wait, attempt) => backOff(attempt));
}

test('the pauses grow to 15 seconds, each by chance half as long or half as long again', () => {
  equal(waits(0.5), WAITS);
  equal(waits(0), WAITS.map((wait) => wait / 2));
  equal(waits(1), WAITS.map((wait) => wait * 1.5));
  equal(backOff(1000), 22500);
});

test('three codes are worth another try', () => {
  equal(['TOO_FAST', 'UNAVAILABLE', 'INTERNAL'].map(isPassing), [true, true, true]);
  equal(['CHAT_ENDED', 'NOT_FOUND', undefined].map(isPassing), [false, false, false]);
});
