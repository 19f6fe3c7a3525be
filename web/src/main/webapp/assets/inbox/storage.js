// The inbox's storage in the browser.

import { createStorage } from '../core/storage.js';

export const storage = createStorage(() => localStorage);
