import { findLinks } from '../../../main/webapp/assets/core/links.js';
import { openBrowser } from '../support/browser.js';
import { growsWithLength, ODD } from '../support/growth.js';

openBrowser();

for (const end of ['', 'x', '@a.example', ' https://a.example']) {
  test(`finding links in long odd texts takes its time in proportion to the length, at their end "${end}"`, () => {
    for (const part of ODD) growsWithLength(part, findLinks, end);
  });
}
