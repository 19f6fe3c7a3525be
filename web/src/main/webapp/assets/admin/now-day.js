// The plot of the day's requests by hour, and the table behind it; the server renders the same at first (HourBar).

import { put } from './now-rows.js';
import { number } from '../inbox/time.js';

const HEIGHT = 48;

function bar(rect, y, height) {
  rect.setAttribute('y', y);
  rect.setAttribute('height', height);
}

export function drawDay(root, hours) {
  const known = new Map(hours.map((one) => [one.hour, one]));
  const most = Math.max(0, ...hours.map(({ requested }) => requested));
  put(root.querySelector('#now-most'), number(most));
  for (let hour = 0; hour < 24; hour++) {
    const { requested, connected } = known.get(hour) ?? { requested: 0, connected: 0 };
    const all = Math.round((HEIGHT * requested) / Math.max(1, most));
    const taken = Math.round((HEIGHT * connected) / Math.max(1, most));
    const [first, second] = root.querySelectorAll(`rect[data-hour="${hour}"]`);
    bar(first, HEIGHT - taken, taken);
    bar(second, HEIGHT - all, all - taken);
    const cells = root.querySelectorAll(`[data-hour-row="${hour}"] td`);
    put(cells[0], number(requested));
    put(cells[1], number(connected));
  }
}
