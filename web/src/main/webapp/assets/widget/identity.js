// What the page says of its visitor. It is in no storage, since the page says it again when it is loaded again.

import { store, tabStore } from './stores.js';

export function createIdentity(outbox, draft) {
  let said = null;

  /** What the page's server signed. It is read for the page's own events only: the server checks it. */
  function claimsOf(token) {
    try {
      const text = atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'));
      const { name, email, phone } = JSON.parse(new TextDecoder().decode(Uint8Array.from(text, char => char.charCodeAt(0))));
      return { name, email, phone };
    } catch {
      return {};
    }
  }

  return {
    set said(value) { said = value; },

    of: ({ identity }) => identity.signed ? { ...identity, ...claimsOf(identity.signed) } : identity,

    /** This browser's visitor is another one from now on; what the page said holds for the new one. */
    sayAgain() {
      if (said && !outbox.ordered().some(act => act.kind === 'identify' && act.volatile)) {
        outbox.add({ kind: 'identify', identity: said, volatile: true });
      }
    },

    /** Somebody else has signed in on the page: nothing of who was here before is theirs to see. Only who they are is kept. */
    forgetOthers(kept) {
      outbox.ordered().filter(act => act !== kept).forEach(act => outbox.remove(act.clientId));
      store.remove('token');
      tabStore.remove('form');
      draft.clear();
    },
  };
}
