// Lists whose rows are kept by id: only rows that changed are filled again, and only those are moved whose place changed.

/** Sets a node's text where it differs. */
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Minutes and seconds, from an hour on with hours. */
export function passed(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (value) => String(value).padStart(2, '0');
  const short = `${Math.floor(seconds / 60) % 60}:${two(seconds % 60)}`;
  return seconds < 3600 ? short : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * body: the element around the rows; those that the server has rendered are taken over.
 * make(): a new row; fill(row, data): writes data into it; compare(a, b): the order; matches(data): the filter.
 * more: the button that shows further rows. Rows beyond what is shown are not in the document, however many there are.
 */
export function createRows({ body, make, fill, compare, matches, more, none, portion = 100 }) {
  const data = new Map();
  const rows = new Map([...body.querySelectorAll('[data-row]')].map((row) => [row.dataset.row, row]));
  const shown = new Map();
  let limit = portion;

  function row(one) {
    if (!rows.has(one.id)) {
      const made = make();
      made.dataset.row = one.id;
      rows.set(one.id, made);
    }
    const found = rows.get(one.id);
    if (shown.get(one.id) !== one) {
      fill(found, one);
      shown.set(one.id, one);
    }
    return found;
  }

  function remove(id) {
    rows.get(id)?.remove();
    rows.delete(id);
    shown.delete(id);
  }

  function render() {
    const all = [...data.values()].filter(matches).sort(compare);
    const visible = all.slice(0, limit);
    const wanted = new Set(visible.map(({ id }) => id));
    const { activeElement } = document;
    const focused = body.contains(activeElement) ? activeElement : null;
    [...rows.keys()].filter((id) => !wanted.has(id)).forEach(remove);
    // Those that changed are taken out first: the others are in order already, so that only these are put in again.
    visible.forEach((one) => {
      if (rows.has(one.id) && shown.get(one.id) !== one) rows.get(one.id).remove();
    });
    let at = body.firstElementChild;
    visible.forEach((one) => {
      const element = row(one);
      if (element === at) at = at.nextElementSibling;
      else body.insertBefore(element, at);
    });
    // A row that is moved loses the focus that is in it.
    if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
    none.hidden = all.length > 0;
    if (more) more.hidden = all.length <= limit;
    return all;
  }

  more?.addEventListener('click', () => {
    limit += portion;
    render();
  });

  return {
    render,
    clear: () => data.clear(),
    put: (list = []) => list.forEach((one) => data.set(one.id, one)),
    drop: (ids = []) => ids.forEach((id) => data.delete(id)),
    get: (id) => data.get(id),
  };
}
