// Rows of a table that are dragged to another place.

// jQuery UI would write a style element for the shape of the pointer, which the policy of the pages forbids.
document.addEventListener('mousedown', ({ target }) => {
  const rows = target.closest?.('.ui-sortable');
  if (rows) window.jQuery(rows).sortable('option', 'cursor', 'auto');
}, true);
