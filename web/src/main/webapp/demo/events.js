/*
 * What a page can hear from the widget. This file is all of it: it needs the widget's tag,
 *   <script src="https://chat.example.com/inbox/widget.js" async></script>
 * and, to show what it hears, an element <ol id="events"></ol>. It keeps to a policy without inline scripts.
 */
const EVENTS = [
  "ready",               // the widget can be used: {}
  "email-given",         // the visitor, or identify(), gave an email address: {email, verified}
  "phone-given",         // the same for a phone number: {phone, verified}
  "live-chat-requested", // the visitor asked for a chat: {conversationId}
  "live-chat-initiated", // an agent took it: {conversationId, agent: {id, name, photoUrl}}
  "live-chat-timeout",   // nobody took it in time ("MISSED"), or nobody wrote for a while ("TIMEOUT"): {conversationId, reason}
  "live-chat-ended",     // it is over: {conversationId, reason: "AGENT", "VISITOR" or "TIMEOUT"}
];
const SHOWN = 50;

/** Do here what your page needs, for example pass it on to your analytics. */
function heard(name, detail) {
  const row = document.createElement("li");
  const time = document.createElement("time");
  const title = document.createElement("strong");
  const text = document.createElement("code");
  time.textContent = new Date().toLocaleTimeString(document.documentElement.lang);
  title.textContent = name;
  text.textContent = JSON.stringify(detail);
  row.append(time, title, text);
  const list = document.getElementById("events");
  list.prepend(row);
  [...list.children].slice(SHOWN).forEach(old => old.remove());
}

function listen() {
  EVENTS.forEach(name => window.AgentInbox.on(name, detail => heard(name, detail)));
}

// The widget's script is async: it may have run already, or not yet. "ready" is told to those who ask later, too.
if (window.AgentInbox) {
  listen();
} else {
  document.querySelector("script[src$='/widget.js']").addEventListener("load", listen);
}
