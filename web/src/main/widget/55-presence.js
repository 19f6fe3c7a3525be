/*
 * Whether somebody is there, told before the visitor types: in words of the visitor's own day and clock.
 */
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long" });
const DATE = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long" });

/** @param presence what the server says: online, and when not, backAt where that is known */
function presenceWords({ online, backAt }) {
  if (online || !backAt) {
    return t(online ? "presence.online" : "presence.away");
  }
  const date = new Date(backAt);
  const days = -daysAgo(date);
  const time = TIME.format(date);
  if (days === 0 || days === 1) {
    return t(days ? "presence.tomorrow" : "presence.today", time);
  }
  // A week from now the weekday's name would mean today's.
  return t("presence.day", (days > 1 && days < 7 ? WEEKDAY : DATE).format(date), time);
}

/** The words with a dot before them: full where somebody is there, a ring where not. */
function createPresence() {
  const words = el("span");
  const dot = el("span", { class: "dot", "aria-hidden": "true" });
  const node = el("span", { class: "presence" }, dot, words);
  const heard = el("span", { class: "hidden", role: "status", "aria-live": "polite" });
  return {
    node,
    /** For the ear: a change is told once, and coming back after a cut is none. */
    heard,
    show(presence) {
      const text = presenceWords(presence);
      dot.classList.toggle("away", !presence.online);
      for (const place of [words, heard]) {
        if (place.textContent !== text) {
          place.textContent = text;
        }
      }
    },
    forget() { heard.textContent = ""; },
  };
}
