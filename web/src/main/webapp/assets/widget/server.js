// The server that the script was loaded from, and the attributes of the script tag.

// currentScript is set only while the script runs for the first time, async or not, so it has to be read here.
const SCRIPT = document.currentScript || document.querySelector('script[src*="/inbox/widget.js"]');

/** The attributes data-entry, data-locale and data-position of the tag. */
export const OPTIONS = SCRIPT.dataset;
export const SERVER = new URL('.', SCRIPT.src);
