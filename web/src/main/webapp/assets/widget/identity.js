// The identity that the page gives its visitor. It is not stored, because the page gives it again after each load.

import { store, tabStore } from './stores.js';

export function createIdentity(outbox, draft) {
  let said = null;

  /** The claims of a signed token, for the page's own events only. The server verifies the token. */
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

    /** This browser has got another visitor, to whom the page's identity has to be sent again. */
    sayAgain() {
      if (said && !outbox.ordered().some(act => act.kind === 'identify' && act.volatile)) {
        outbox.add({ kind: 'identify', identity: said, volatile: true });
      }
    },

    /** Another person has signed in on the page and must not see the earlier data. Only acts of the kind `kept` are kept. */
    forgetOthers(kept) {
      outbox.ordered().filter(act => act !== kept).forEach(act => outbox.remove(act.clientId));
      store.remove('token');
      tabStore.remove('form');
      draft.clear();
    },
  };
}
