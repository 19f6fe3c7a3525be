// A tree of elements and texts, as much of the DOM as the scripts under test use. It counts what was moved, since that costs the focus.

globalThis.Node = { ELEMENT_NODE: 1, TEXT_NODE: 3 };

class TreeNode {
  parent = null;
  childNodes = [];
  moves = 0;

  get firstChild() { return this.childNodes[0] ?? null; }

  get nextSibling() {
    const siblings = this.parent.childNodes;
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  remove() {
    if (!this.parent) return;
    this.parent.childNodes = this.parent.childNodes.filter((one) => one !== this);
    this.parent = null;
  }

  insertBefore(node, before) {
    if (before && before.parent !== this) throw new Error('not a child');
    node.moves += 1;
    node.remove();
    this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, node);
    node.parent = this;
  }
}

class TreeElement extends TreeNode {
  nodeType = Node.ELEMENT_NODE;

  constructor(name, attributes) {
    super();
    this.nodeName = name;
    this.held = new Map(Object.entries(attributes));
  }

  get attributes() { return [...this.held].map(([name, value]) => ({ name, value })); }
  get id() { return this.getAttribute('id') ?? ''; }
  get dataset() { return { key: this.getAttribute('data-key') ?? undefined }; }
  hasAttribute(name) { return this.held.has(name); }
  getAttribute(name) { return this.held.get(name) ?? null; }
  setAttribute(name, value) { this.held.set(name, value); }
  removeAttribute(name) { this.held.delete(name); }
}

class TreeText extends TreeNode {
  nodeType = Node.TEXT_NODE;
  nodeName = '#text';

  constructor(text) {
    super();
    this.nodeValue = text;
  }
}

/** Example: tree('p', {id: 'x'}, 'text', tree('b')) */
export function tree(name, attributes = {}, ...children) {
  const element = new TreeElement(name, attributes);
  for (const child of children) element.insertBefore(typeof child === 'string' ? new TreeText(child) : child, null);
  for (const child of element.childNodes) child.moves = 0;
  return element;
}

/** The tree as text; attributes in the order of their names. */
export function markup(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${value}"`).sort().join('');
  return `<${node.nodeName}${attributes}>${node.childNodes.map(markup).join('')}</${node.nodeName}>`;
}
