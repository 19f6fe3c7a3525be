// What a person has typed or chosen on a page and not saved yet.

const FIELDS = 'main :is(input, select, textarea), .ui-dialog :is(input, select, textarea)';
// These take effect at once, or only choose what is shown.
const AT_ONCE = '[type=checkbox], [type=radio], [type=range], [type=search], [data-filters]';

/** What stood in a field when the person came to it. What is saved is rendered again, by new elements. */
const before = new WeakMap();

// A field may have the focus, and something typed, before this script runs.
const first = document.activeElement;
if (first?.matches(FIELDS) && !first.matches(AT_ONCE)) before.set(first, first.defaultValue ?? first.value);

document.addEventListener('focusin', ({ target }) => {
  if (target.matches?.(FIELDS) && !target.matches(AT_ONCE) && !before.has(target)) before.set(target, target.value);
});

const isChanged = (field) => before.has(field) && before.get(field) !== field.value && field.checkVisibility();

/** Returns whether a field in view is not as the person found it. */
export const isUnsaved = () => [...document.querySelectorAll(FIELDS)].some(isChanged);
