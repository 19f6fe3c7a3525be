// What canned answers leave open, filled with what is known of the visitor and the agent.

const KNOWN = /\{(visitor\.name|visitor\.company|visitor\.email|agent\.name)\}/g;

/**
 * In one pass: what a visitor calls themselves is never taken for a placeholder.
 *
 * @returns the text; what was missing, once each; where the first gap is, or null
 */
export function fill(text, { visitor, agent }) {
  const people = { visitor: visitor ?? {}, agent: agent ?? {} };
  const missing = new Set();
  let gap = null;
  let shift = 0;
  const filled = text.replace(KNOWN, (placeholder, name, at) => {
    const [who, what] = name.split('.');
    const value = people[who][what]?.trim() ?? '';
    if (value === '') {
      missing.add(name);
      gap ??= at + shift;
    }
    shift += value.length - placeholder.length;
    return value;
  });
  return { text: filled, missing: [...missing], gap };
}
