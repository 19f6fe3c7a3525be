// The server that the script came from, and what its tag asks for.

// currentScript is only set while the script runs for the first time, async or not: read it here, never later.
const SCRIPT = document.currentScript || document.querySelector('script[src*="/inbox/widget.js"]');

/** data-entry, data-locale and data-position of the tag. */
export const OPTIONS = SCRIPT.dataset;
export const SERVER = new URL('.', SCRIPT.src);
