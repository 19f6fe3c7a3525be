// The title of the browser's tab: an offered chat if there is one, else the number of unread messages.

import { nameOf } from './store.js';
import { t } from './texts.js';
import { number } from './time.js';

export function createTitle({ store }) {
  function render() {
    const unread = store.unreadTotal();
    const [offer] = store.state.offers.values();
    const words = offer ? t(offer.from ? 'title.transfer' : 'title.offer', nameOf(offer.visitor, t('visitor.unnamed'))) : t('title.inbox');
    const title = `${unread > 0 ? `(${number(unread)}) ` : ''}${words} · ${t('title.product')}`;
    if (document.title !== title) document.title = title;
  }
  store.on('list offers me', render);
}
