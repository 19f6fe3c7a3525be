// The settings of sounds and notifications. Each choice is stored at once, without a button.

import { createDevice } from './device.js';
import { byId, el, setText } from './dom.js';
import { createPreference } from './preference.js';
import { createSound } from './sound.js';
import { loadTexts, t } from './texts.js';
import { ago, exact, useLocale } from './time.js';

const PATIENCE = 15_000;

const root = byId('notification-settings');
const { context, language } = root.dataset;
const radios = [...root.querySelectorAll('input[name=sound]')];
const volume = byId('volume');
const sound = createSound();
const preference = createPreference(context, show);
const device = createDevice({ context, language, changed: renderDevice });
let late = 0;
let touched = false;

function chosen() {
  return { sound: radios.find((one) => one.checked)?.value ?? 'chime', volume: Number(volume.value) };
}

function show(preferred) {
  for (const radio of radios) radio.checked = radio.value === preferred.sound;
  volume.value = preferred.volume;
  showVolume();
  sound.use(preferred);
}

function showVolume() {
  setText(byId('volume-value'), `${volume.value} %`);
}

async function keep() {
  touched = true;
  sound.use(chosen());
  sound.hear();
  const status = byId('sound-status');
  try {
    await preference.save(chosen());
    setText(status, t('sound.saved'));
  } catch {
    setText(status, t('sound.failed'));
  }
}

function renderDevice() {
  const state = device.state();
  byId('device-state').replaceChildren(el('strong', {}, t(`device.${state}.title`)), el('span', {}, t(`device.${state}.text`)));
  byId('device-state').classList.toggle('warn', ['blocked', 'insecure', 'unsupported', 'page'].includes(state));
  byId('device-enable').hidden = !['ask', 'off'].includes(state);
  byId('device-disable').hidden = !device.isOn();
  byId('device-test').hidden = !device.isOn();
  renderDevices();
}

async function renderDevices() {
  let devices;
  try {
    devices = await device.devices();
  } catch {
    return setText(byId('device-status'), t('device.failed'));
  }
  byId('devices').replaceChildren(...devices.map(row));
  if (devices.length === 0) byId('devices').append(el('li', {}, t('device.none')));
}

function row({ id, label, seenAt }) {
  const isThis = id === device.id();
  return el('li', {}, el('strong', {}, label),
    el('small', { title: exact(seenAt) }, [isThis ? t('device.this') : null, t('device.seen', ago(seenAt))].filter(Boolean).join(' · ')),
    el('button', { type: 'button', class: 'ui-button quiet-danger', 'aria-label': t('device.remove.label', label), onclick: () => remove(id, isThis) },
      t('device.remove')));
}

async function remove(id, isThis) {
  await act(() => (isThis ? device.disable() : device.remove(id)));
  renderDevices();
}

async function act(what) {
  clearTimeout(late);
  setText(byId('device-status'), '');
  try {
    await what();
  } catch {
    setText(byId('device-status'), t('device.failed'));
  }
}

/** Sends a test notification through the server and the push service where possible, else by the page alone. */
async function test() {
  if (device.state() === 'push') {
    await device.test();
    setText(byId('device-status'), t('device.test.sent'));
    late = setTimeout(() => setText(byId('device-status'), t('device.test.late')), PATIENCE);
  } else {
    const registration = await device.registration();
    await registration.showNotification(t('notify.test'), { body: t('notify.test.text'), tag: 'test', data: { type: 'test' } });
    setText(byId('device-status'), t('device.test.arrived'));
  }
}

function arrived() {
  clearTimeout(late);
  setText(byId('device-status'), t('device.test.arrived'));
}

async function start() {
  useLocale(language);
  await loadTexts(language);
  for (const radio of radios) radio.addEventListener('change', keep);
  volume.addEventListener('input', () => {
    touched = true;
    showVolume();
  });
  volume.addEventListener('change', keep);
  byId('sound-test').addEventListener('click', sound.hear);
  byId('device-enable').addEventListener('click', () => act(device.enable));
  byId('device-disable').addEventListener('click', () => act(device.disable));
  byId('device-test').addEventListener('click', () => act(test));
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.addEventListener('message', ({ data }) => data.type === 'test-arrived' && arrived());
    navigator.serviceWorker.startMessages();
  }
  renderDevice();
  preference.load().then((loaded) => touched || show(loaded), () => setText(byId('sound-status'), t('sound.failed')));
  if (device.isOn()) await device.subscribe();
}

start();
