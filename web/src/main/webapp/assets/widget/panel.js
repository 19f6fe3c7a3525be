// Launcher and panel in one shadow root, which separates their styles from those of the page. The panel updates the screen after each
// change and has no chat state of its own.

import { createComposer } from './composer.js';
import { isIdle, isOpen } from './conversation.js';
import { avatar, dots, el, icon } from './elements.js';
import { createForm } from './form.js';
import { createGreeting } from './greeting.js';
import { createLeaveForm } from './leave-form.js';
import { createMessageLog } from './message-log.js';
import { createPresence } from './presence.js';
import { OPTIONS } from './server.js';
import { tabStore } from './stores.js';
import { LANGUAGE, t, tn } from './texts.js';

// Replaced by the server with widget.css.
const STYLES = __STYLES__;

const PHONE = '(max-width: 480px), (max-height: 420px)';
// In milliseconds; a shorter interruption is not reported.
const STRIP_AFTER = 900;

export function createPanel(chat, draft, entry) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  const host = document.createElement('agent-inbox-widget');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  host.lang = LANGUAGE;

  let open = false;
  let screen = '';
  let asking = false;
  let openedBy = null;
  let offlineSince = 0;

  const badge = el('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
  const unreadText = el('span', { class: 'hidden', id: 'unread', role: 'status' });
  const launcher = el('button', {
    class: 'launcher', type: 'button', 'aria-label': t('launcher'), title: t('launcher'),
    'aria-haspopup': 'dialog', 'aria-expanded': 'false', 'aria-describedby': 'unread', click: () => show(true),
  }, icon('chat', 28), badge);

  const face = el('span', { class: 'face' });
  const title = el('h2', { id: 'title', dir: 'auto' });
  const subtitle = el('p', { class: 'subtitle' });
  const endButton = el('button', { class: 'quiet', type: 'button', hidden: true, click: () => ask(true) }, t('end'));
  const closeButton = el('button', {
    class: 'round', type: 'button', 'aria-label': t('close'), title: t('close'), click: () => hide(),
  }, icon('close', 20));
  const header = el('header', { role: 'none' }, face, el('div', { class: 'who' }, title, subtitle), endButton, closeButton);

  // The countdown is hidden from screen readers, which would announce every second; they get the text without it.
  const connectionSeen = el('span', { 'aria-hidden': 'true' });
  const connectionHeard = el('span', { class: 'hidden', role: 'status' });
  const connectionNotice = el('div', { class: 'connection-notice', hidden: true }, connectionSeen);

  const presence = createPresence();
  const form = createForm(chat, draft, entry);
  const log = createMessageLog(chat, entry, {
    seen,
    discard: pending => chat.discard(pending.clientId),
    putBack(pending) {
      chat.discard(pending.clientId);
      draft.append([pending.text]);
      composer.focus();
    },
  });
  const composer = createComposer(chat, draft, () => log.toEnd());
  // A live region that is always there: what is written into it is read aloud.
  const goneHeard = el('div', { role: 'status' }, el('p', { class: 'gone', hidden: true }));
  const goneNotice = goneHeard.firstChild;
  const typing = el('p', { class: 'typing' });
  // Hidden from screen readers for the same reason as the countdown of the connection notice.
  const idleSeen = el('p', { class: 'idle', 'aria-hidden': 'true', hidden: true });
  const idleHeard = el('span', { class: 'hidden', role: 'status' });
  let idleTold = null;
  const question = el('div', { class: 'question', role: 'alertdialog', 'aria-labelledby': 'question', hidden: true },
    el('p', { id: 'question' }, t('end.question')),
    el('div', { class: 'choices' },
      el('button', { class: 'quiet', type: 'button', click: () => ask(false) }, t('end.cancel')),
      el('button', { class: 'danger', type: 'button', click: end }, t('end'))));
  const leave = createLeaveForm(chat);
  const again = el('div', { class: 'again', hidden: true },
    el('button', { class: 'primary wide', type: 'button', click: startOver }, t('again')));
  const conversation = el('div', { class: 'conversation' },
    el('div', { class: 'frame' }, log.node, log.more), goneHeard, typing, idleSeen, idleHeard, composer.node, question, leave.node, again);
  const barred = el('p', { class: 'barred', role: 'status' }, t('barred'));
  const body = el('div', { class: 'body' });
  const panel = el('section', {
    class: 'panel', role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1', hidden: true,
  }, header, connectionNotice, connectionHeard, presence.heard, body);

  const greeting = createGreeting(entry, {
    open: () => show(true),
    closed: hadFocus => hadFocus && launcher.focus(),
    isFree: () => !open && !chat.conv && !chat.barred,
  });
  const frame = el('div', {}, greeting.node, greeting.heard, launcher, unreadText, panel);
  root.append(frame);

  /** What the entry says of the launcher and the colours. The page's own colour, set by a style sheet, comes first. */
  function dress() {
    const left = OPTIONS.position ? OPTIONS.position === 'left' : entry.left;
    frame.className = `root ${left ? 'left' : 'right'}`;
    const label = entry.text('launcher') ?? t('launcher');
    launcher.setAttribute('aria-label', label);
    launcher.title = label;
    const own = !getComputedStyle(host).getPropertyValue('--agent-inbox-accent').trim() && entry.accent;
    for (const [name, value] of [['accent', entry.accent], ['mine', entry.accent], ['on-accent', '#fff'], ['on-mine', '#fff']]) {
      frame.style.setProperty(`--${name}`, own ? value : '');
    }
  }

  entry.on('change', () => {
    dress();
    update();
  });

  // ---- open and close ----

  function show(takeFocus) {
    if (!open) {
      open = true;
      openedBy = takeFocus ? document.activeElement : null;
      tabStore.set('open', true);
      panel.hidden = false;
      launcher.hidden = true;
      greeting.hide();
      launcher.setAttribute('aria-expanded', 'true');
      chat.panel(true);
      fitPhone();
      update();
      log.toEnd();
      current().shown();
    }
    if (takeFocus) {
      focusInside();
    }
  }

  function hide() {
    if (!open) {
      return;
    }
    const hadFocus = root.activeElement !== null;
    open = false;
    asking = false;
    tabStore.remove('open');
    panel.hidden = true;
    launcher.hidden = false;
    launcher.setAttribute('aria-expanded', 'false');
    chat.panel(false);
    update();
    if (hadFocus) {
      const opener = openedBy?.isConnected && openedBy !== host && openedBy !== document.body;
      (opener ? openedBy : launcher).focus();
    }
  }

  const current = () => screen === 'form' ? form : composer;

  function focusInside() {
    if (screen === 'form' || (isOpen(chat.conv) && !asking)) {
      current().focus();
    } else {
      panel.focus();
    }
  }

  // ---- ending ----

  function ask(value) {
    asking = value;
    update();
    (asking ? question.querySelector('button') : endButton).focus();
  }

  function end() {
    asking = false;
    chat.end();
    update();
    log.node.focus();
  }

  function startOver() {
    chat.startOver();
    update();
    focusInside();
  }

  // ---- read marks ----

  function seen() {
    if (open && chat.conv && document.visibilityState === 'visible' && log.atEnd()) {
      chat.read();
    }
  }

  function showUnread() {
    const count = open ? 0 : chat.unread;
    const ends = !open && isIdle(chat.conv);
    badge.hidden = count === 0 && !ends;
    badge.textContent = count > 99 ? '99+' : count ? String(count) : '!';
    const text = [count ? tn('unread', count) : '', ends ? t('idle.soon') : ''].join(' ').trim();
    if (unreadText.textContent !== text) {
      unreadText.textContent = text;
    }
  }

  // ---- updating the screen ----

  function showStrip() {
    const offline = open && chat.wanted && !chat.online && !chat.barred;
    offlineSince = offline ? offlineSince || Date.now() : 0;
    const due = offline && Date.now() - offlineSince >= STRIP_AFTER;
    connectionNotice.hidden = !due;
    if (due) {
      const seconds = Math.ceil((chat.retryAt - Date.now()) / 1000);
      const text = seconds > 0 ? tn('connection.retry', seconds) : t('connection.now');
      if (connectionSeen.textContent !== text) {
        connectionSeen.textContent = text;
      }
    }
    const heard = due ? t('connection.heard') : '';
    if (connectionHeard.textContent !== heard) {
      connectionHeard.textContent = heard;
    }
  }

  function showIdle() {
    const idle = open && isIdle(chat.conv) ? chat.conv.idle : null;
    idleSeen.hidden = !idle;
    if (idle) {
      const text = tn('idle', Math.max(0, Math.ceil((idle.until - Date.now()) / 1000)));
      if (idleSeen.textContent !== text) {
        idleSeen.textContent = text;
      }
      if (idleTold !== idle) {
        idleHeard.textContent = text;
      }
    } else if (idleTold) {
      idleHeard.textContent = '';
    }
    idleTold = idle;
  }

  function showHeader() {
    const { conv } = chat;
    const agent = conv?.agent;
    const key = agent ? agent.id : '';
    if (face.dataset.key !== key) {
      face.dataset.key = key;
      face.replaceChildren(agent ? avatar(agent) : icon('chat', 22));
    }
    const gone = conv?.state === 'ACTIVE' && Boolean(conv.agentGone);
    face.classList.toggle('here', conv?.state === 'ACTIVE' && !gone);
    title.textContent = agent ? agent.name : t('title');
    const state = conv ? conv.state : 'FORM';
    const reading = conv?.reason === 'MISSED' ? 'MISSED' : chat.ending ? 'ENDING' : gone ? 'GONE' : state;
    const heard = gone ? t('gone', agent.name) : '';
    if (goneNotice.textContent !== heard) {
      goneNotice.textContent = heard;
    }
    goneNotice.hidden = !gone;
    showPresence([t(`state.${reading}`), agent?.title].filter(Boolean).join(' · '));
    endButton.hidden = screen !== 'chat' || !isOpen(conv) || asking;
    endButton.disabled = chat.ending;
  }

  /** Shows the presence before the chat is requested, and the state of the chat after that. */
  function showPresence(state) {
    const asks = open && screen === 'form';
    if (asks && chat.presence) {
      presence.show(chat.presence);
      if (subtitle.firstChild !== presence.node) {
        subtitle.replaceChildren(presence.node);
      }
      return;
    }
    if (!asks) {
      presence.forget();
    }
    if (subtitle.textContent !== state) {
      subtitle.textContent = state;
    }
  }

  function showBody() {
    const wish = chat.barred ? 'barred' : chat.conv ? 'chat' : 'form';
    if (screen !== wish) {
      const hadFocus = body.contains(root.activeElement);
      screen = wish;
      asking = false;
      log.clear();
      body.replaceChildren({ form: form.node, chat: conversation, barred }[screen]);
      current().shown();
      if (hadFocus) {
        focusInside();
      }
    }
    if (screen !== 'chat') {
      form.update();
      return;
    }
    const { conv } = chat;
    const writable = isOpen(conv) && !chat.ending;
    asking &&= isOpen(conv);
    if (!composer.node.hidden && !(writable && !asking) && composer.node.contains(root.activeElement) && !asking) {
      // Not on the button, because a visitor who is typing would press it with the next Enter.
      log.node.focus();
    }
    composer.node.hidden = !writable || asking;
    question.hidden = !asking;
    again.hidden = isOpen(conv);
    const who = conv.typing && isOpen(conv) ? t('typing', conv.agent?.name || t('log.agent')) : '';
    if (typing.dataset.who !== who) {
      typing.dataset.who = who;
      typing.replaceChildren(...(who ? [dots(), who] : []));
    }
    leave.update();
    log.update();
  }

  function update() {
    showBody();
    showHeader();
    showStrip();
    showIdle();
    showUnread();
    seen();
  }

  // ---- the surrounding window ----

  // A phone's keyboard shrinks only the visual viewport, and would cover the message box without this.
  function fitPhone() {
    const view = window.visualViewport;
    const phone = open && view && matchMedia(PHONE).matches;
    host.style.setProperty('--view-height', phone ? `${view.height}px` : '100dvh');
    host.style.setProperty('--view-top', phone ? `${view.offsetTop}px` : '0px');
  }

  window.visualViewport?.addEventListener('resize', fitPhone);
  window.visualViewport?.addEventListener('scroll', fitPhone);
  document.addEventListener('visibilitychange', update);
  setInterval(() => {
    showStrip();
    showIdle();
  }, 250);
  // Renders names of days again after midnight.
  setInterval(() => {
    showHeader();
    log.nameDays();
  }, 20_000);

  root.addEventListener('keydown', event => {
    // The page sees no text field as the target of events from a shadow root, and would run its keyboard shortcuts.
    event.stopPropagation();
    if (event.key === 'Escape' && !open) {
      greeting.dismiss();
    } else if (event.key === 'Escape' && !event.isComposing) {
      if (asking) {
        ask(false);
      } else {
        hide();
      }
    }
  });
  ['keyup', 'keypress'].forEach(name => root.addEventListener(name, event => event.stopPropagation()));

  chat.on('change', update);
  draft.on('replaced', () => screen && current().fillDraft());

  document.body.append(host);
  dress();
  update();
  if (tabStore.get('open')) {
    show(false);
  }
  return { open: () => show(true), appear: () => show(false), close: hide, greeting };
}
