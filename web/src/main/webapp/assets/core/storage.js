// JSON by key in a storage of the browser. It never throws, because a full or forbidden storage must not stop a chat.

/**
 * @param area () => the storage; a function, since even reading window.localStorage throws where it is forbidden
 * @param prefix of all keys in the storage
 */
export function createStorage(area, prefix = '') {
  /** Used where the browser stores nothing; it lasts as long as the page. */
  const memory = new Map();
  return {
    /** Returns null where there is no value or an unreadable one. */
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
      } catch { /* nothing was stored there */ }
    },
    /** Returns the keys with this beginning. */
    keys(start) {
      const found = new Set([...memory.keys()].filter((key) => key.startsWith(start)));
      try {
        Object.keys(area()).filter((key) => key.startsWith(prefix + start)).forEach((key) => found.add(key.slice(prefix.length)));
      } catch { /* without the storage, memory has all keys */ }
      return [...found];
    },
    /** Returns the key without the prefix, for a storage event; null for other keys, and where the whole storage was cleared. */
    nameOf: (storageKey) => (storageKey?.startsWith(prefix) ? storageKey.slice(prefix.length) : null),
  };
}
