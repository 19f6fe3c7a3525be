// Where the agent was in each conversation when not at its end: the message at the top of the log, and where it ends. Each window
// has its own, also over a reload.

export function createPlaces(agentId) {
  const key = `agentinbox.places.${agentId}`;
  const places = new Map(Object.entries(load()));

  function load() {
    try {
      return JSON.parse(sessionStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  }

  function keep() {
    try {
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(places)));
    } catch { /* then a reload goes to the end */ }
  }

  window.addEventListener('pagehide', keep);
  return {
    get: (conversationId) => places.get(conversationId),
    set(conversationId, place) {
      if (place) places.set(conversationId, place);
      else places.delete(conversationId);
    },
  };
}
