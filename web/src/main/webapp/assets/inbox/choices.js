// A listbox of chips: the arrows move, numbers and first letters choose, the space bar chooses and takes back.

import { el, setAttribute } from './dom.js';

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** With `many`, several can be chosen. `showsNumbers` puts a number before the first nine. */
export function createChoices(box, { many = false, showsNumbers = false }) {
  let options = [];
  let here = 0;

  function show(list, chosen) {
    here = Math.max(0, list.findIndex(({ id }) => chosen.has(id)));
    box.replaceChildren(...list.map(({ id, name }, index) => el('div', {
      class: 'choice', role: 'option', id: `${box.id}-${index}`, 'data-id': id, 'aria-selected': String(chosen.has(id)),
    }, ...(showsNumbers && index < 9 ? [el('kbd', { 'aria-hidden': 'true' }, String(index + 1))] : []), el('span', {}, name))));
    options = [...box.children];
    point();
  }

  function point() {
    options.forEach((option, index) => option.classList.toggle('is-here', index === here));
    setAttribute(box, 'aria-activedescendant', options[here]?.id ?? null);
    if (document.activeElement === box) options[here]?.scrollIntoView({ block: 'nearest' });
  }

  const isChosen = (option) => option.getAttribute('aria-selected') === 'true';

  function toggle(index) {
    const on = !isChosen(options[index]);
    if (!many) options.forEach((option) => option.setAttribute('aria-selected', 'false'));
    options[index].setAttribute('aria-selected', String(on));
    here = index;
    point();
  }

  /** The next one after this place whose name begins with the letter. */
  function beginning(letter) {
    const starts = (option) => option.lastElementChild.textContent.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
    const order = options.map((_, index) => (here + 1 + index) % options.length);
    return order.find((index) => starts(options[index])) ?? -1;
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || options.length === 0) return;
    const { key } = event;
    let index = -1;
    if (key in STEPS) here = (here + STEPS[key] + options.length) % options.length;
    else if (key === 'Home') here = 0;
    else if (key === 'End') here = options.length - 1;
    else if (key === ' ') index = here;
    else if (showsNumbers && /^[1-9]$/.test(key)) index = Number(key) - 1;
    else if ([...key].length === 1) index = beginning(key);
    else return;
    // Otherwise a letter would also be one of the shortcuts of the inbox.
    event.preventDefault();
    event.stopPropagation();
    if (index >= 0 && index < options.length) toggle(index);
    point();
  }

  box.addEventListener('keydown', pressed);
  box.addEventListener('click', ({ target }) => {
    const index = options.indexOf(target.closest('.choice'));
    if (index >= 0) toggle(index);
  });

  return {
    show,
    focus: () => box.focus(),
    chosen: () => options.filter(isChosen).map((option) => option.dataset.id),
  };
}
