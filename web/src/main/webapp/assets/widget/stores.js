// The widget's storages in the browser, one for all tabs and one for this tab.

import { createStorage } from '../core/storage.js';

const PREFIX = 'agentinbox:';

export const store = createStorage(() => window.localStorage, PREFIX);
export const tabStore = createStorage(() => window.sessionStorage, PREFIX);
