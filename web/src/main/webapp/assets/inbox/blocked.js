// Warns that offers make no sound as long as the browser blocks sounds of the page.

import { byId, setText } from './dom.js';
import { t } from './texts.js';

export function createBlocked(app) {
  const place = byId('sound-blocked');

  function render() {
    const { availability, offers } = app.store.state;
    const counts = Boolean(availability?.available) || offers.size > 0;
    place.hidden = !(counts && app.sound.isBlocked());
    setText(place, t('sound.blocked'));
  }

  app.store.on('availability offers sound', render);
}
