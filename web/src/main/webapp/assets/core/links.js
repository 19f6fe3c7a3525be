// Finds web and email addresses in a text. Everything else stays the text that it is.
//
// It takes time in proportion to the length of the text: an address of the web cannot begin within the host of another one, an email
// address only at the beginning of a run of its letters, whose part before the @ has 64 at most. So no letter is looked at from
// more than a few beginnings.

// The host ends before the first letter that it cannot hold, because Korean particles follow without a space; an @ ends it too, so
// that "https://bank.example@evil.example" does not become a link that lies.
const WEB = 'https?:\\/\\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?(?:[/?#][^\\s<>"\'`{}|\\\\^\\u3000-\\u303f]*)?';
const EMAIL = '(?<![\\w.+@-])(?:mailto:)?[a-z0-9][\\w.+-]{0,63}@(?:[a-z0-9-]+\\.)+[a-z]{2,24}(?![\\w-])';
const ADDRESS = new RegExp(`${WEB}|${EMAIL}`, 'gi');
const PUNCTUATION = /[.,;:!?…*_~]/;
const OPENING = { ')': '(', ']': '[' };

const count = (text, letter) => text.split(letter).length - 1;

/** Without the punctuation that belongs to the sentence; a closing bracket stays where it was opened inside. */
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

/** Where it leads, or null. */
function target(address) {
  try {
    return new URL(/^https?:/i.test(address) ? address : `mailto:${address.replace(/^mailto:/i, '')}`).href;
  } catch {
    return null;
  }
}

/** The text in parts: strings, and {address, href} for what is a link. */
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
