// What the widget keeps in the browser: for all tabs, and for this one.

import { createStorage } from '../core/storage.js';

const PREFIX = 'agentinbox:';

export const store = createStorage(() => window.localStorage, PREFIX);
export const tabStore = createStorage(() => window.sessionStorage, PREFIX);
