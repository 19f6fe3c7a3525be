// Times as they are read in the reader's zone and language. An instant is what Date takes: milliseconds, an ISO text, a date.

const DAY = 86_400_000;

/** By how many days of the reader's calendar an instant lies after another one: 24 hours may be another day, or still the same. */
export function daysBetween(from, to) {
  const dayOf = (instant) => {
    const date = new Date(instant);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return (dayOf(to) - dayOf(from)) / DAY;
}

/** now() is the time that counts, in milliseconds. */
export function createTimes(locale, now = () => Date.now()) {
  const formats = new Map();
  const numbers = new Intl.NumberFormat(locale);

  /** The format of these options, made once: that takes long. */
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
    /** How many days ago it was by the calendar; negative where it is still to come. */
    daysAgo: (instant) => daysBetween(instant, now()),
    /** withYear: whether days of other years are told with it. */
    dayName(instant, { today, yesterday, withYear = false }) {
      const ago = daysBetween(instant, now());
      if (ago === 0) return today;
      if (ago === 1) return yesterday;
      const isOtherYear = new Date(instant).getFullYear() !== new Date(now()).getFullYear();
      return written({ weekday: 'long', month: 'long', day: 'numeric', ...(withYear && isOtherYear && { year: 'numeric' }) })(instant);
    },
  };
}
