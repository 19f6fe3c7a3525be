/*
 * The demo's own part: ways into the chat, and the source of the example beside what it does (events.js).
 */
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

const source = document.getElementById("events-source");
const copied = document.getElementById("events-copied");

async function showSource() {
  const answer = await fetch("events.js");
  source.textContent = await answer.text();
}

// Where there is no clipboard, as on plain http, the source is selected: the usual key copies it.
async function copySource() {
  getSelection().selectAllChildren(source);
  try {
    await navigator.clipboard.writeText(source.textContent);
    copied.hidden = false;
  } catch {
    source.focus();
  }
}

document.querySelectorAll("[data-talk]").forEach(button => {
  button.addEventListener("click", () => window.AgentInbox?.open());
});
document.querySelector("[data-introduce]").addEventListener("click", () => {
  window.AgentInbox?.identify(PERSON[document.documentElement.lang]);
});
document.querySelector("[data-clear]").addEventListener("click", () => document.getElementById("events").replaceChildren());
document.querySelector("[data-copy]").addEventListener("click", copySource);
showSource();
