/**
 * @param pattern with * for any characters: of the path where it begins with a slash, else of the whole address;
 * without one, all match
 * @param location with pathname and href
 */
export function matchesPage(pattern, { pathname, href }) {
  if (!pattern) {
    return true;
  }
  const text = (pattern.startsWith('/') ? pathname : href.split('#')[0]).toLowerCase();
  const [first, ...parts] = pattern.toLowerCase().split('*');
  if (!text.startsWith(first) || (!parts.length && text !== first)) {
    return false;
  }
  // Each part is looked for after the one before, the last one at the end; that takes linear time, as no regular expression must.
  let at = first.length;
  const last = parts.pop() ?? '';
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
