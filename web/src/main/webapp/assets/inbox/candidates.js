// The rows of a choice of agents and teams to whom a chat can be given.

import { el, hue, initials } from './dom.js';
import { plural, t } from './texts.js';
import { number } from './time.js';

function choiceRow({ id, name, can, why }, { group, chosen, kind = 'agent' }) {
  return el('label', { class: `transfer-agent ${can ? '' : 'cannot'}` },
    el('input', { type: 'radio', name: group, value: id, 'data-kind': kind, disabled: !can, checked: can && id === chosen }),
    el('span', { class: `ui-avatar ${hue(id)}`, 'aria-hidden': 'true' }, initials(name)),
    el('span', { class: 'transfer-name', dir: 'auto' }, name), el('span', { class: 'transfer-why' }, why));
}

/** An agent, with their load or the reason why they cannot be chosen. */
export function agentRow({ agent, verdict, chats, most }, choice) {
  const can = verdict === 'TAKEN';
  const load = plural('live.chats', chats, number(chats));
  const why = can ? load : verdict === 'FULL' ? t('transfer.FULL', number(chats), number(most)) : t(`transfer.${verdict}`);
  return choiceRow({ id: agent.id, name: agent.name, can, why }, choice);
}

/** A team, with how many of its agents could take the chat. */
export function teamRow({ id, name, eligible }, choice) {
  const why = eligible > 0 ? t('assign.team', number(eligible)) : t('assign.team.none');
  return choiceRow({ id, name, can: eligible > 0, why }, { ...choice, kind: 'team' });
}
