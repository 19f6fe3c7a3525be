// How the inbox sounds: kept with the account, told to the other windows of this browser at once.

import { SignedOut } from './api.js';
import { DEFAULT } from './sound.js';

const CHANNEL = 'agentinbox-preference';

/**
 * onChange(preference) is called with what another window has chosen. Choices are kept one after the other, as they were made: two on their
 * way at once could arrive in the other order, and the older one would stay.
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
