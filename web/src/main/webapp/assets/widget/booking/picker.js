// Days and times to choose from. Each of the two rows is one tab stop, and the arrow keys move within it.

const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function roving(box) {
  const buttons = () => [...box.querySelectorAll('button')];
  const stop = chosen => buttons().forEach(button => { button.tabIndex = button === chosen ? 0 : -1; });
  box.addEventListener('keydown', event => {
    const all = buttons();
    const at = all.indexOf(event.target);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : at + (KEYS[event.key] || 0);
    if (at < 0 || to === at) {
      return;
    }
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    stop(next);
    next.focus();
  });
  return { start: () => stop(box.querySelector('[aria-pressed=true]') || buttons()[0]) };
}

/** @param pick is called with the chosen slot; more is called to load later days */
export function createPicker(kit, words, { pick, more }) {
  const { el } = kit;
  const { t } = words;
  const days = el('div', { class: 'days', role: 'group', 'aria-label': t('days') });
  const times = el('div', { class: 'times', role: 'group' });
  const zones = el('select', { 'aria-label': t('zone'), change: () => { words.zone = zones.value; draw(); } });
  const later = el('button', { class: 'later', type: 'button', click: more }, t('later'));
  const node = el('div', { class: 'picker' },
    el('div', { class: 'zone' }, el('span', { 'aria-hidden': 'true' }, t('zone')), zones), days, times, later);
  const dayStops = roving(days);
  const timeStops = roving(times);
  let slots = [];
  let day = null;

  function drawZones() {
    if (zones.value !== words.zone) {
      zones.replaceChildren(...words.zones()
        .map(zone => el('option', { value: zone, selected: zone === words.zone }, zone.replace(/_/g, ' '))));
    }
  }

  function draw() {
    drawZones();
    const byDay = new Map();
    for (const slot of slots) {
      const key = words.dayKey(new Date(slot.start));
      byDay.set(key, [...(byDay.get(key) || []), slot]);
    }
    if (!byDay.has(day)) {
      day = byDay.keys().next().value ?? null;
    }
    days.replaceChildren(...[...byDay].map(([key, [first]]) => el('button', {
      type: 'button', 'aria-pressed': String(key === day), 'aria-label': words.longDay(new Date(first.start)),
      click: () => { choose(key); },
    }, words.shortDay(new Date(first.start)))));
    const shown = byDay.get(day) || [];
    times.setAttribute('aria-label', shown.length ? t('times', words.longDay(new Date(shown[0].start))) : '');
    times.replaceChildren(...shown.map(slot => el('button', { type: 'button', click: () => pick(slot) },
      words.time(new Date(slot.start)))));
    dayStops.start();
    timeStops.start();
  }

  function choose(key) {
    day = key;
    draw();
    days.querySelector('[aria-pressed=true]')?.focus();
  }

  return {
    node,
    show(free, hasMore) {
      slots = free;
      later.hidden = !hasMore;
      draw();
    },
    focus: () => days.querySelector('[aria-pressed=true]')?.focus(),
  };
}
