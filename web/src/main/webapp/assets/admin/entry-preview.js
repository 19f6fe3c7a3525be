// The preview beside the editor of entries: sends the entry as it is typed to the page that shows the widget. The server reads what was typed,
// since it reads the texts for visitors too.

const PAUSE = 400;
const preview = document.querySelector('.entry-preview');
const frame = document.getElementById('preview-frame');
const chosen = (name) => document.getElementById(`preview-${name}`).value;

let typing = 0;

function send() {
  const { entry } = document.getElementById('preview').dataset;
  // Where the entry could not be stored as it is, the one before stays in view.
  if (entry) frame.contentWindow.postMessage({ entry: JSON.parse(entry)[chosen('language')], screen: chosen('screen'), theme: chosen('theme') }, '*');
}

function load() {
  frame.src = `${preview.dataset.address}?language=${chosen('language')}`;
}

window.addEventListener('message', ({ source, data }) => {
  if (source === frame.contentWindow && data === 'ready') send();
});

preview.addEventListener('change', ({ target }) => (target.id === 'preview-language' ? load() : send()));

for (const type of ['input', 'change']) {
  document.addEventListener(type, ({ target }) => {
    if (!target.closest?.('#editor')) return;
    clearTimeout(typing);
    typing = setTimeout(() => window.previewEntry(), PAUSE);
  });
}

document.addEventListener('DOMContentLoaded', () => window.jQuery(() => {
  document.getElementById('preview-language').value = document.documentElement.lang === 'ko' ? 'ko' : 'en';
  window.jQuery(document).on('pfAjaxComplete', () => {
    if (frame.src) send();
    else load();
  });
}));
