// Fills the placeholders of canned answers with the data of the visitor and the agent.

const KNOWN = /\{(visitor\.name|visitor\.company|visitor\.email|agent\.name)\}/g;

/**
 * All placeholders are replaced in one pass, so that a visitor's name that looks like one is not replaced again.
 *
 * @returns the text, the names of missing values without repetition, and the position of the first gap or null
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
