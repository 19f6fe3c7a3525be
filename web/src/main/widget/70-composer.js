/*
 * The two places where a visitor writes: the form before the chat and the box in it. Both show and keep the same draft,
 * so what was typed in one is there in the other.
 */
const TYPING_AGAIN = 2_500;
const TYPING_PAUSE = 3_000;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

// Enter that ends the composition of a Korean syllable is not Enter; Safari reports it as key code 229 only.
const isPlainEnter = event => event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;

/** The counter and whether the text may be sent. */
function createCounter() {
  const node = el("p", { class: "counter", hidden: true, "aria-live": "polite" });
  return {
    node,
    fits(text) {
      // Counting code points is only worth it where the text could be long enough.
      const left = text.length < COUNT_FROM ? MAX_LENGTH : MAX_LENGTH - lengthOf(text);
      node.hidden = left > MAX_LENGTH - COUNT_FROM;
      node.classList.toggle("over", left < 0);
      node.textContent = node.hidden ? "" : tn(left < 0 ? "counter.over" : "counter.left", Math.abs(left));
      return left >= 0;
    },
  };
}

function grow(box) {
  // Measured within a place that keeps its height meanwhile: else the log above would grow and shrink, and lose its end.
  const place = box.parentNode;
  place.style.minHeight = `${place.offsetHeight}px`;
  box.style.height = "auto";
  // Not shown, it has no height to measure.
  if (box.scrollHeight) {
    box.style.height = `${box.scrollHeight + 2}px`;
  }
  place.style.minHeight = "";
}

function createForm(chat, draft) {
  const name = field("name", { type: "text", autocomplete: "name", maxlength: 200, enterkeyhint: "next" });
  const email = field("email", { type: "email", autocomplete: "email", maxlength: 254, enterkeyhint: "next" });
  const message = field("message", { tag: "textarea", rows: 3, dir: "auto", enterkeyhint: "enter" });
  const counter = createCounter();
  const intro = el("p", { class: "intro" });
  const general = el("p", { class: "problem general", role: "alert", hidden: true });
  const start = el("button", { class: "primary wide", type: "submit" }, t("form.start"));
  const node = el("form", { class: "form", novalidate: true, submit },
    intro, general, name.box, email.box, message.box, counter.node, start);
  let lastProblem = null;

  message.input.addEventListener("input", () => {
    draft.set(message.input.value);
    counter.fits(message.input.value);
    grow(message.input);
  });
  [name, email].forEach(({ input }) => input.addEventListener("input", keepFields));
  chat.on("other", () => [name, email].forEach(({ input }) => { input.value = ""; }));

  function keepFields() {
    tabStore.set("form", { name: name.input.value, email: email.input.value });
  }

  function submit(event) {
    event.preventDefault();
    const values = { name: name.input.value.trim(), email: email.input.value.trim(), text: message.input.value };
    name.say(values.name ? "" : t("form.name.missing"));
    email.say(EMAIL.test(values.email) ? "" : t(values.email ? "form.email.invalid" : "form.email.missing"));
    const fits = counter.fits(values.text);
    message.say(fits ? "" : t("problem.TEXT_TOO_LONG", new Intl.NumberFormat(LOCALE).format(MAX_LENGTH)));
    const wrong = [name, email, message].find(one => one.input.hasAttribute("aria-invalid"));
    if (wrong) {
      wrong.input.focus();
      return;
    }
    draft.set("");
    chat.request(values);
  }

  function fill() {
    const kept = tabStore.get("form") || {};
    name.input.value = kept.name || chat.visitor.name || name.input.value;
    email.input.value = kept.email || chat.visitor.email || email.input.value;
    fillDraft();
  }

  function fillDraft() {
    message.input.value = draft.get();
    counter.fits(message.input.value);
  }

  return {
    node,
    shown: fill,
    fillDraft,
    update() {
      if (!name.input.value && !email.input.value) {
        fill();
      }
      const { presence } = chat;
      intro.textContent = t(presence ? `form.intro.${presence.online ? "online" : "away"}` : "form.intro");
      const problem = chat.formProblem;
      if (problem === lastProblem) {
        return;
      }
      lastProblem = problem;
      const at = { name, email }[problem?.field];
      general.hidden = !problem || Boolean(at);
      general.textContent = general.hidden ? "" : t("form.refused");
      if (at) {
        at.say(t(`form.${problem.field}.invalid`));
        at.input.focus();
      }
    },
    focus() {
      ([name, email].find(({ input }) => !input.value) || message).input.focus();
    },
  };
}

/** @param sent called after something was sent */
function createComposer(chat, draft, sent) {
  const box = el("textarea", {
    id: "message", rows: 1, dir: "auto", "aria-label": t("form.message"), placeholder: t("composer.placeholder"),
    enterkeyhint: "send",
  });
  const counter = createCounter();
  const button = el("button", {
    class: "primary round", type: "submit", "aria-label": t("composer.send"), title: t("composer.send"),
  }, icon("send", 20));
  const node = el("form", { class: "composer", submit }, el("div", { class: "box" }, box, button), counter.node);
  let typingUntil = 0;
  let pause;

  box.addEventListener("input", () => {
    draft.set(box.value);
    refresh();
    typing(!isBlank(box.value));
  });
  box.addEventListener("keydown", event => {
    if (isPlainEnter(event)) {
      submit(event);
    }
  });

  function refresh() {
    button.disabled = !counter.fits(box.value) || isBlank(box.value);
    grow(box);
  }

  function typing(on) {
    clearTimeout(pause);
    if (on) {
      if (Date.now() > typingUntil) {
        typingUntil = Date.now() + TYPING_AGAIN;
        chat.typing(true);
      }
      pause = setTimeout(typing, TYPING_PAUSE, false);
    } else if (typingUntil) {
      typingUntil = 0;
      chat.typing(false);
    }
  }

  function submit(event) {
    event.preventDefault();
    if (!button.disabled && isOpen(chat.conv)) {
      chat.write(box.value);
      typing(false);
      draft.set("");
      fillDraft();
      sent();
    }
    // Typing goes on: on a phone the keyboard must not close after every message.
    box.focus();
  }

  function fillDraft() {
    box.value = draft.get();
    refresh();
  }

  return { node, fillDraft, shown: fillDraft, focus: () => box.focus() };
}
