// Changes elements that are shown into what the server has rendered anew, touching only what differs: focus, selection and scroll position
// stay, and a live region announces only what is new. Elements of a list are told apart by data-key.

export function morph(shown, fresh) {
  for (const { name } of [...shown.attributes]) if (!fresh.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  morphChildren(shown, fresh);
}

const keyOf = (node) => node.dataset?.key ?? (node.id || null);
const isAlike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && keyOf(one) === keyOf(other);

function morphChildren(shown, fresh) {
  const left = new Set(shown.childNodes);
  const wanted = [...fresh.childNodes].map((node) => {
    const known = [...left].find((one) => isAlike(one, node));
    if (!known) return node;
    left.delete(known);
    morphNode(known, node);
    return known;
  });
  left.forEach((node) => node.remove());
  let place = shown.firstChild;
  for (const node of wanted) {
    if (node === place) place = place.nextSibling;
    else shown.insertBefore(node, place);
  }
}

function morphNode(known, wanted) {
  if (known.nodeType === Node.ELEMENT_NODE) morph(known, wanted);
  else if (known.nodeValue !== wanted.nodeValue) known.nodeValue = wanted.nodeValue;
}
