// Texts and times of the cards, in the visitor's language and the zone they chose.

// Replaced by the server with its resource bundles: {en: {key: text}, ko: {…}}.
const TEXTS = __TEXTS__;

export function createWords(kit) {
  const formats = new Map();
  let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const format = options => {
    const key = zone + JSON.stringify(options);
    if (!formats.has(key)) {
      formats.set(key, new Intl.DateTimeFormat(kit.locale, { ...options, timeZone: zone }));
    }
    return formats.get(key);
  };
  return {
    get zone() { return zone; },
    set zone(value) { zone = value; },
    t(key, ...values) {
      const text = TEXTS[kit.language]?.[key] ?? TEXTS.en[key] ?? key;
      return text.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
    },
    has: key => key in TEXTS.en,
    // Identifies the day in the chosen zone as a text that can be sorted.
    dayKey: at => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at),
    shortDay: at => format({ weekday: 'short', day: 'numeric', month: 'short' }).format(at),
    longDay: at => format({ weekday: 'long', day: 'numeric', month: 'long' }).format(at),
    time: at => format({ hour: 'numeric', minute: '2-digit' }).format(at),
    span: (start, end) => format({ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' })
      .formatRange(new Date(start), new Date(end)),
    minutes: count => new Intl.NumberFormat(kit.locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count),
    zones() {
      const all = Intl.supportedValuesOf?.('timeZone') ?? [];
      return all.includes(zone) ? all : [zone, ...all];
    },
  };
}
