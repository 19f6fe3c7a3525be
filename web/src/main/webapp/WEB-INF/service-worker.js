// Shows notifications for Web Push messages and for open pages in the background, each event once, and opens the conversation on a click.
// It caches nothing and answers no requests of pages: the inbox always comes from the server.
'use strict';

const TEXTS = __TEXTS__;
const ICON = '__ICON__';
const INBOX = new URL('./', self.location).pathname;
/** Pages for visitors and for signing in, which know no agent. */
const ELSEWHERE = /^(demo|meeting|signin|sign-in|error)\b/;
const INBOX_PAGES = new Set([INBOX, `${INBOX}index`, `${INBOX}index.xhtml`]);

let turn = Promise.resolve();

/** Runs tasks one after the other: a push and a page may report one event at once, and the second must find the first one's notification. */
function inTurn(task) {
  turn = turn.then(task, task);
  return turn;
}

function t(locale, key, ...values) {
  const texts = TEXTS[locale] ?? TEXTS.en;
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (hole, index) => values[index] ?? hole);
}

function words({ type, locale, name, company, text, from }) {
  const who = name || t(locale, 'notify.somebody');
  if (type === 'offer') {
    const visitor = [who, company].filter(Boolean).join(', ');
    return { title: from ? t(locale, 'notify.transfer', from, visitor) : t(locale, 'notify.offer', visitor), body: text || t(locale, 'notify.offer.quiet') };
  }
  if (type === 'message') return { title: t(locale, 'notify.message', who), body: text };
  return { title: t(locale, 'notify.test'), body: t(locale, 'notify.test.text') };
}

const tagOf = ({ type, offerId, conversationId }) => (type === 'offer' ? `offer-${offerId}` : type === 'message' ? `chat-${conversationId}` : 'test');

/** @returns whether the notification already shown (its data: old) tells as much as one with this data would */
function isKnown(data, old) {
  return data.type === 'message' ? old.seq >= data.seq : data.type === 'offer' && Boolean(old.text || !data.text);
}

async function show(data) {
  const tag = tagOf(data);
  const [old] = await self.registration.getNotifications({ tag });
  if (old && isKnown(data, old.data)) return;
  const { title, body } = words(data);
  await self.registration.showNotification(title, {
    body, tag, data, icon: ICON, lang: data.locale,
    // The text of an offer only completes the notification that is shown, so it makes no sound again. Another message does.
    renotify: data.type !== 'offer',
    requireInteraction: data.type === 'offer',
  });
}

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });
const pathOf = (one) => new URL(one.url).pathname;

/** The pages that show offers and messages themselves. */
async function agentPages() {
  return (await windows()).filter((one) => !ELSEWHERE.test(pathOf(one).slice(INBOX.length)));
}

async function inboxes() {
  return (await windows()).filter((one) => INBOX_PAGES.has(pathOf(one)));
}

async function pushed(data) {
  if (!data) return;
  if (data.type === 'test') {
    (await windows()).forEach((page) => page.postMessage({ type: 'test-arrived' }));
  } else if ((await agentPages()).some((page) => page.visibilityState === 'visible')) {
    // A page in view shows it itself.
    return;
  }
  await show(data);
}

async function raise(data) {
  if (!(await agentPages()).some((page) => page.focused)) await show(data);
}

function addressOf({ type, offerId, conversationId }) {
  if (type === 'offer') return `${INBOX}?offer=${encodeURIComponent(offerId)}`;
  return type === 'message' ? `${INBOX}?c=${encodeURIComponent(conversationId)}` : INBOX;
}

async function open(data) {
  const pages = await inboxes();
  const page = pages.find((one) => one.focused) ?? pages.find((one) => one.visibilityState === 'visible') ?? pages[0];
  if (!page) return self.clients.openWindow(addressOf(data));
  page.postMessage({ type: 'open', offerId: data.offerId, conversationId: data.conversationId });
  await page.focus();
}

/** The browser has a new address at the push service. The server must get it, because the old one no longer works. */
async function resubscribe({ oldSubscription, newSubscription }) {
  const subscription = newSubscription ?? await self.registration.pushManager.subscribe(oldSubscription.options);
  const { endpoint, keys } = subscription.toJSON();
  await fetch(`${INBOX}api/v1/push/subscriptions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ endpoint, ...keys, locale: navigator.language.startsWith('ko') ? 'ko' : 'en' }),
  });
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => event.waitUntil(inTurn(() => pushed(event.data?.json()))));
self.addEventListener('message', (event) => event.data.type === 'raise' && event.waitUntil(inTurn(() => raise(event.data.data))));
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(resubscribe(event)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});
