// Times in the reader's zone and language. An instant is anything that Date takes: milliseconds, an ISO text, a Date.

const DAY = 86_400_000;

/** Returns the days from one instant to another in the reader's calendar; 24 hours may be 0, 1 or 2 days where clocks change. */
export function daysBetween(from, to) {
  const dayOf = (instant) => {
    const date = new Date(instant);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return (dayOf(to) - dayOf(from)) / DAY;
}

/** now() returns the current time in milliseconds. */
export function createTimes(locale, now = () => Date.now()) {
  const formats = new Map();
  const numbers = new Intl.NumberFormat(locale);

  /** Formats are cached by their options, because creating one takes long. */
  function format(options) {
    const key = JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, options));
    return formats.get(key);
  }

  const written = (options) => (instant) => format(options).format(new Date(instant));

  return {
    format,
    number: (value) => numbers.format(value),
    clock: written({ hour: 'numeric', minute: '2-digit' }),
    exact: written({ dateStyle: 'full', timeStyle: 'medium' }),
    weekday: written({ weekday: 'long' }),
    date: written({ month: 'long', day: 'numeric' }),
    /** Returns how many days ago it was in the reader's calendar; negative for the future. */
    daysAgo: (instant) => daysBetween(instant, now()),
    /** withYear: whether days of other years include the year. */
    dayName(instant, { today, yesterday, withYear = false }) {
      const ago = daysBetween(instant, now());
      if (ago === 0) return today;
      if (ago === 1) return yesterday;
      const isOtherYear = new Date(instant).getFullYear() !== new Date(now()).getFullYear();
      return written({ weekday: 'long', month: 'long', day: 'numeric', ...(withYear && isOtherYear && { year: 'numeric' }) })(instant);
    },
  };
}
