// What the inbox keeps in the browser.

import { createStorage } from '../core/storage.js';

export const storage = createStorage(() => localStorage);
