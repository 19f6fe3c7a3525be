// The icon of the browser's tab with the number of unread messages and offered chats.

const LETTERS = 'font-family="system-ui,sans-serif" font-weight="700" text-anchor="middle" fill="#fff"';

export function createBadge({ store }) {
  const link = document.querySelector('link[rel=icon]');
  const plain = link.href;
  let drawing = null;
  let shown = 0;

  // The number is drawn onto the loaded icon, because an SVG icon cannot refer to another picture.
  async function load() {
    const answer = await fetch(plain);
    if (answer.ok) drawing = (await answer.text()).replace(/<\/svg>\s*$/, '');
    render();
  }

  function render() {
    const count = store.unreadTotal() + store.state.offers.size;
    if (count === shown || !drawing) return;
    shown = count;
    link.href = count > 0 ? picture(count > 9 ? '9+' : String(count)) : plain;
  }

  function picture(text) {
    const size = text.length > 1 ? 10 : 13;
    return `data:image/svg+xml,${encodeURIComponent(`${drawing}<circle cx="16" cy="16" r="8" fill="#c0271b" stroke="#fff" stroke-width="1"/>`
      + `<text x="16" y="${16 + size * 0.36}" font-size="${size}" ${LETTERS}>${text}</text></svg>`)}`;
  }

  store.on('list offers me', render);
  load().catch(() => {});
}
