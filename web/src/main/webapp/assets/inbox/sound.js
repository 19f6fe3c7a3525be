// The sounds of the inbox, made on the spot: no file to fetch, none to lose. An offered chat rings again and again until somebody answers.

const AGAIN = 4_000;

// Each note: pitch in Hz, start and length in seconds, loudness; "to" where the pitch falls, "wave" where it is no sine.
const bell = [[0.56, 1.6, 0.5], [0.92, 1.2, 0.35], [1.19, 1.4, 0.4], [1.71, 0.8, 0.25], [2, 1, 0.3], [2.74, 0.5, 0.2]]
  .map(([ratio, length, gain]) => ({ pitch: 880 * ratio, from: 0, length, gain }));
const knock = [0, 0.14, 0.28].flatMap((from) => [
  { pitch: 210, to: 90, from, length: 0.09, gain: 1.6, wave: 'triangle' },
  { pitch: 900, to: 400, from, length: 0.025, gain: 0.5, wave: 'square' },
]);
const marimba = [523.25, 659.25, 783.99].flatMap((pitch, i) => [
  { pitch, from: i * 0.13, length: 0.5, gain: 1 },
  { pitch: pitch * 4, from: i * 0.13, length: 0.09, gain: 0.4 },
]);

export const SOUNDS = {
  chime: [{ pitch: 659.25, from: 0, length: 0.75, gain: 1 }, { pitch: 880, from: 0.16, length: 0.75, gain: 1 }],
  bell, knock, marimba,
  none: [],
};
export const DEFAULT = { sound: 'chime', volume: 70 };

/** Ears hear loudness as its logarithm: a square comes close enough. */
const loudness = (volume) => 0.45 * (volume / 100) ** 2;

function play(context, { pitch, to, from, length, gain, wave }, loud) {
  const start = context.currentTime + from;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = wave ?? 'sine';
  tone.frequency.setValueAtTime(pitch, start);
  if (to) tone.frequency.exponentialRampToValueAtTime(to, start + length);
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(gain * loud, start + Math.min(0.015, length / 4));
  volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + length + 0.05);
}

/**
 * changed() is called when the browser begins or ceases to block sounds. Browsers do so until the person has touched the page once:
 * any click or key will do.
 */
export function createSound({ changed = () => {} } = {}) {
  const context = typeof AudioContext === 'function' ? new AudioContext() : null;
  let preference = DEFAULT;
  let timer = 0;
  let refused = false;

  const isBlocked = () => Boolean(context) && context.state !== 'running';
  const isSilent = () => preference.sound === 'none' || preference.volume === 0;

  function once(share = 1) {
    if (!context || isBlocked()) return;
    for (const note of SOUNDS[preference.sound] ?? []) play(context, note, loudness(preference.volume) * share);
  }

  function ring(on) {
    if (!on) {
      clearInterval(timer);
      timer = 0;
    } else if (!timer) {
      once();
      timer = setInterval(once, AGAIN);
    }
  }

  async function unlock() {
    if (isBlocked()) await context.resume();
  }

  /** For a click that asks for the sound: it is also the first one that the browser may have waited for. */
  async function hear() {
    await unlock();
    once();
  }

  // What was ringing unheard is heard at once.
  function stateChanged() {
    if (!isBlocked() && refused && timer) once();
    refused = isBlocked();
    changed();
  }

  context?.addEventListener('statechange', stateChanged);
  for (const touch of ['pointerdown', 'pointerup', 'keydown']) window.addEventListener(touch, unlock, true);
  refused = isBlocked();

  return {
    ring, once, hear,
    use(chosen) {
      preference = { ...DEFAULT, ...chosen };
      changed();
    },
    /** Whether a chat that is offered now would not be heard, though it should. */
    isBlocked: () => isBlocked() && !isSilent(),
  };
}
