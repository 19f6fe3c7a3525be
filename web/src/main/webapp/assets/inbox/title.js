// The title of the browser's tab: an offered chat if there is one, else the page, with the number of unread messages.

import { nameOf } from './store.js';
import { t } from './texts.js';
import { number } from './time.js';

/** plain() returns the title without any offer. */
export function createTitle({ store }, plain = () => `${t('title.inbox')} · ${t('title.product')}`) {
  function render() {
    const unread = store.unreadTotal();
    const [offer] = store.state.offers.values();
    const who = offer && nameOf(offer.visitor, t('visitor.unnamed'));
    const words = offer ? `${t(offer.kind === 'TRANSFER' ? 'title.transfer' : 'title.offer', who)} · ${t('title.product')}` : plain();
    const title = `${unread > 0 ? `(${number(unread)}) ` : ''}${words}`;
    if (document.title !== title) document.title = title;
  }
  store.on('list offers me', render);
}
