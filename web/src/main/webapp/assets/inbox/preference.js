// The settings of the inbox's sounds, stored with the account and sent to this browser's other windows at once.

import { SignedOut } from './api.js';
import { DEFAULT } from './sound.js';

const CHANNEL = 'agentinbox-preference';

/**
 * onChange(preference) is called with a choice made in another window. Choices are sent one after the other, because two at the same time
 * could arrive in the wrong order and the older one would stay.
 */
export function createPreference(context, onChange = () => {}) {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : null;
  const address = `${context}/api/v1/notification-preference`;
  let last = Promise.resolve();
  if (channel) channel.onmessage = ({ data }) => onChange(data);

  async function answered(answer) {
    if (answer.status === 401) throw new SignedOut();
    if (!answer.ok) throw new Error(`preference: ${answer.status}`);
    return answer.json();
  }

  async function put({ sound, volume }) {
    const chosen = await answered(await fetch(address, {
      method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ sound, volume }),
    }));
    channel?.postMessage(chosen);
    return chosen;
  }

  return {
    async load() {
      return { ...DEFAULT, ...await answered(await fetch(address, { cache: 'no-store' })) };
    },
    save(preference) {
      const saved = last.catch(() => {}).then(() => put(preference));
      last = saved;
      return saved;
    },
  };
}
