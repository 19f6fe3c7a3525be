// The reading position in each conversation whose end is not in view: the message at the top of the log and the position of its end. It is
// kept for each window, also across a reload.

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
    } catch { /* without it a reload shows the end */ }
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
