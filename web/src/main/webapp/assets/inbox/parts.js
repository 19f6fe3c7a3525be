// Partial rendering of Faces: the server renders parts of the inbox again, and answers with their markup. The markup is the server's own;
// what people wrote is escaped in it.

import { SignedOut } from './api.js';

export function createParts(context) {
  /** Asks for parts by their ids; the answer has the fresh elements. `parameters` say of what. */
  return async function ask(ids, parameters = {}, signal = undefined) {
    const query = new URLSearchParams({
      ...parameters,
      'jakarta.faces.partial.ajax': 'true',
      'jakarta.faces.partial.render': ids.join(' '),
      // PrimeFaces wants to know by it that the request comes from a page.
      'primefaces.nonce': document.querySelector('script[nonce]')?.nonce ?? '',
    });
    const answer = await fetch(`${context}/parts?${query}`, { headers: { 'Faces-Request': 'partial/ajax' }, cache: 'no-store', signal });
    const response = new DOMParser().parseFromString(await answer.text(), 'text/xml');
    if (response.querySelector('redirect')) throw new SignedOut();
    const fresh = new Map([...response.querySelectorAll('changes > update')].map((update) => [update.id, elementOf(update.textContent)]));
    if (!ids.every((id) => fresh.has(id))) throw new Error(`${ids}: ${answer.status}`);
    return fresh;
  };
}

function elementOf(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content.firstElementChild;
}
