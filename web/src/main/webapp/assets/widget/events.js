/** Listeners by event name. An exception in one does not affect the chat or the other listeners. */
export function createEvents() {
  const listeners = new Map();
  return {
    on(name, listener) {
      const entry = { listener };
      listeners.set(name, [...(listeners.get(name) || []), entry]);
      return () => listeners.set(name, listeners.get(name).filter(other => other !== entry));
    },
    emit(name, detail) {
      for (const { listener } of listeners.get(name) || []) {
        try {
          listener(detail);
        } catch (problem) {
          setTimeout(() => { throw problem; });
        }
      }
    },
  };
}
