// The ring for an offered chat: two soft notes, again and again until somebody answers.

const AGAIN = 4_000;
const NOTES = [{ pitch: 659.25, from: 0 }, { pitch: 880, from: 0.16 }];

export function createSound() {
  let context = null;
  let timer = 0;

  // Browsers are silent until the person has touched the page once.
  function unlock() {
    context ??= typeof AudioContext === 'function' ? new AudioContext() : null;
    if (context?.state === 'suspended') context.resume();
  }

  function note({ pitch, from }) {
    const start = context.currentTime + from;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.22, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.7);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.75);
  }

  function play() {
    if (context?.state === 'running') NOTES.forEach(note);
  }

  window.addEventListener('pointerdown', unlock);
  window.addEventListener('keydown', unlock);

  return function ring(on) {
    if (!on) {
      clearInterval(timer);
      timer = 0;
    } else if (!timer) {
      play();
      timer = setInterval(play, AGAIN);
    }
  };
}
