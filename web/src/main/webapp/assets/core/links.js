// Finds web and email addresses in a text.
//
// The time is proportional to the length of the text. A web address cannot begin within the host of another one, and an email address
// begins only at the start of a run of its characters, with at most 64 before the @. So each character is examined from a few starting
// points only.

// The host ends before the first character that it cannot have, because Korean particles follow without a space. An @ ends it too, so that
// "https://bank.example@evil.example" does not become a misleading link.
const WEB = 'https?:\\/\\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?(?:[/?#][^\\s<>"\'`{}|\\\\^\\u3000-\\u303f]*)?';
const EMAIL = '(?<![\\w.+@-])(?:mailto:)?[a-z0-9][\\w.+-]{0,63}@(?:[a-z0-9-]+\\.)+[a-z]{2,24}(?![\\w-])';
const ADDRESS = new RegExp(`${WEB}|${EMAIL}`, 'gi');
const PUNCTUATION = /[.,;:!?…*_~]/;
const OPENING = { ')': '(', ']': '[' };

const count = (text, letter) => text.split(letter).length - 1;

/** Removes punctuation that belongs to the sentence; a closing bracket stays where it was opened inside. */
function trim(address) {
  const unopened = {};
  for (const [closing, opening] of Object.entries(OPENING)) unopened[closing] = count(address, closing) - count(address, opening);
  let end = address.length;
  for (;; end--) {
    const last = address[end - 1];
    if (unopened[last] > 0) unopened[last]--;
    else if (!PUNCTUATION.test(last)) return address.slice(0, end);
  }
}

/** Returns the link's target, or null. */
function target(address) {
  try {
    return new URL(/^https?:/i.test(address) ? address : `mailto:${address.replace(/^mailto:/i, '')}`).href;
  } catch {
    return null;
  }
}

/** Returns the text in parts: strings, and {address, href} for links. */
export function findLinks(text) {
  const parts = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trim(match[0]);
    const href = target(address);
    if (!href) continue;
    parts.push(text.slice(done, match.index), { address, href });
    done = match.index + address.length;
  }
  parts.push(text.slice(done));
  return parts.filter((part) => part !== '');
}
