// The page's texts in the agent's language, loaded from the server's resource bundle.

let texts = {};
let plurals = new Intl.PluralRules('en');

export async function loadTexts(language) {
  plurals = new Intl.PluralRules(language);
  const answer = await fetch(new URL(`../texts/inbox.json?locale=${encodeURIComponent(language)}`, import.meta.url));
  if (!answer.ok) throw new Error(`texts: ${answer.status}`);
  texts = await answer.json();
}

export const has = (key) => key in texts;

export function t(key, ...values) {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (hole, index) => values[index] ?? hole);
}

export function plural(key, count, shown = String(count)) {
  const form = `${key}.${plurals.select(count)}`;
  return t(has(form) ? form : `${key}.other`, shown);
}
