/*
 * The page's side of the widget: it listens to what happens in the chat and offers two ways in of its own.
 * Copy what is useful; AgentInbox is there as soon as the widget's script has run.
 */
const EVENTS = [
  "ready", "live-chat-requested", "live-chat-initiated", "live-chat-ended", "live-chat-timeout",
  "email-given", "phone-given", "meeting-booked",
];
const PERSON = {
  en: {
    name: "Vera Lind", jobTitle: "Head of Lab Operations", email: "vera.lind@nordbio.example",
    phone: "+46 70 174 06 12", company: "Nordbio AB",
  },
  ko: {
    name: "김지훈", jobTitle: "연구지원팀장", email: "jihoon.kim@hanbit-bio.example",
    phone: "010-0000-0132", company: "한빛바이오",
  },
};
const SHOWN = 50;

const list = document.getElementById("events");
const none = document.getElementById("no-events");

function show(name, detail) {
  const row = document.createElement("li");
  const time = document.createElement("time");
  const title = document.createElement("strong");
  const text = document.createElement("code");
  time.textContent = new Date().toLocaleTimeString(document.documentElement.lang);
  title.textContent = name;
  text.textContent = detail && Object.keys(detail).length ? JSON.stringify(detail) : "";
  row.append(time, title, text);
  list.prepend(row);
  while (list.children.length > SHOWN) {
    list.lastChild.remove();
  }
  none.hidden = true;
}

function attach() {
  EVENTS.forEach(name => window.AgentInbox.on(name, detail => show(name, detail)));
}

// The widget's script is async: it may have run already, or not yet.
if (window.AgentInbox) {
  attach();
} else {
  document.querySelector('script[src$="/widget.js"]').addEventListener("load", attach);
}

document.querySelectorAll("[data-talk]").forEach(button => {
  button.addEventListener("click", () => window.AgentInbox?.open());
});
document.querySelector("[data-introduce]").addEventListener("click", () => {
  window.AgentInbox?.identify(PERSON[document.documentElement.lang]);
});
document.querySelector("[data-clear]").addEventListener("click", () => {
  list.replaceChildren();
  none.hidden = false;
});
