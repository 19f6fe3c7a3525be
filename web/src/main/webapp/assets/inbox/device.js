// The notifications of this browser: the person's permission, the service worker, and the subscription at the push service.

import { storage } from './storage.js';

const OFF = 'agentinbox-notifications-off';

/**
 * States: 'insecure' (no https), 'unsupported', 'ask' (the person has not been asked), 'blocked', 'off' (permitted, but switched off here),
 * 'page' (only while a page of the inbox is open), 'push' (always).
 */
export function createDevice({ context, language, changed = () => {} }) {
  const supported = 'Notification' in window && 'serviceWorker' in navigator;
  let id = null;
  let failure = false;
  let subscribing = null;

  function state() {
    if (!window.isSecureContext) return 'insecure';
    if (!supported) return 'unsupported';
    if (Notification.permission === 'denied') return 'blocked';
    if (Notification.permission !== 'granted') return 'ask';
    if (storage.get(OFF)) return 'off';
    return id ? 'push' : 'page';
  }

  const isOn = () => ['page', 'push'].includes(state());

  async function call(path, method, body) {
    const answer = await fetch(`${context}/api/v1/push${path}`, {
      method, cache: 'no-store', headers: body ? { 'Content-Type': 'application/json' } : {}, body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`push: ${answer.status}`);
    return answer.status === 200 || answer.status === 201 ? answer.json() : null;
  }

  async function worker() {
    await navigator.serviceWorker.register(`${context}/sw.js`, { updateViaCache: 'none' });
    return navigator.serviceWorker.ready;
  }

  /**
   * A granted permission is reported twice, by our request and as a change of the browser's settings, but there must be one subscription
   * only.
   */
  function subscribe() {
    subscribing ??= subscribeOnce().finally(() => { subscribing = null; });
    return subscribing;
  }

  /** Without the push service there are still notifications while a page is open. */
  async function subscribeOnce() {
    const registration = await worker();
    try {
      const { publicKey } = await call('', 'GET');
      const subscription = await subscriptionWith(registration.pushManager, publicKey);
      const { endpoint, keys } = subscription.toJSON();
      ({ id } = await call('/subscriptions', 'POST', { endpoint, p256dh: keys.p256dh, auth: keys.auth, locale: language }));
      failure = false;
    } catch {
      failure = true;
    }
    changed();
  }

  /** A subscription with another key was made for an earlier database. */
  async function subscriptionWith(manager, publicKey) {
    const known = await manager.getSubscription();
    if (known && base64url(known.options.applicationServerKey) === publicKey) return known;
    await known?.unsubscribe();
    return manager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  }

  /** To be called by a click, because browsers ask for the permission only then. */
  async function enable() {
    if (!supported) return;
    const permission = await Notification.requestPermission();
    storage.remove(OFF);
    changed();
    if (permission === 'granted') await subscribe();
  }

  async function disable() {
    storage.set(OFF, true);
    const gone = id;
    id = null;
    changed();
    if (gone) await call(`/subscriptions/${gone}`, 'DELETE').catch(() => {});
    const registration = await navigator.serviceWorker.getRegistration(`${context}/`);
    await (await registration?.pushManager.getSubscription())?.unsubscribe();
  }

  // The person may change the permission in the browser's settings at any time.
  if (supported) {
    navigator.permissions?.query({ name: 'notifications' })
      .then((permission) => permission.addEventListener('change', () => (isOn() ? subscribe() : changed())), () => {});
  }

  return {
    state, isOn, enable, disable, subscribe,
    registration: () => (isOn() ? worker() : Promise.resolve(null)),
    id: () => id,
    hasFailed: () => failure,
    devices: async () => (await call('', 'GET')).devices,
    remove: (device) => call(`/subscriptions/${device}`, 'DELETE'),
    test: () => call(`/subscriptions/${id}/test`, 'POST'),
  };
}

function base64url(buffer) {
  return buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
