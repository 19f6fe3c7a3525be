// JSON by key in a storage of the browser. It never throws: a full or forbidden storage must not stop a chat.

/**
 * @param area () => the storage, since even naming window.localStorage throws where it is forbidden
 * @param prefix what all keys begin with in there
 */
export function createStorage(area, prefix = '') {
  /** Takes over where the browser keeps nothing; it lasts as long as the page. */
  const memory = new Map();
  return {
    /** Null where there is nothing, or nothing that can be read. */
    get(key) {
      if (memory.has(key)) return memory.get(key);
      try {
        return JSON.parse(area().getItem(prefix + key));
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        area().setItem(prefix + key, JSON.stringify(value));
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        area().removeItem(prefix + key);
      } catch { /* nothing was kept there */ }
    },
    /** The keys that begin so. */
    keys(start) {
      const found = new Set([...memory.keys()].filter((key) => key.startsWith(start)));
      try {
        Object.keys(area()).filter((key) => key.startsWith(prefix + start)).forEach((key) => found.add(key.slice(prefix.length)));
      } catch { /* memory is all there is */ }
      return [...found];
    },
    /** Our name of a key that a storage event tells; null for keys of others, and where the whole storage was cleared. */
    nameOf: (storageKey) => (storageKey?.startsWith(prefix) ? storageKey.slice(prefix.length) : null),
  };
}
