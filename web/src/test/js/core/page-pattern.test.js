import { matchesPage } from '../../../main/webapp/assets/widget/page-pattern.js';
import { equal } from '../support/assert.js';

const PAGE = { pathname: '/Pricing/team', href: 'https://shop.example.com/Pricing/team?plan=1#top' };

const matching = (...patterns) => patterns.map((pattern) => matchesPage(pattern, PAGE));

test('without a pattern, and with a star alone, all pages match', () => {
  equal(matching(undefined, '', '*', '/*'), [true, true, true, true]);
});

test('a pattern that begins with a slash is of the path, without its query', () => {
  equal(matching('/pricing/team', '/pricing*', '/PRICING/*', '*/team', '/*/team'), [true, true, true, false, true]);
  equal(matching('/pricing', '/pricing/', '/team*', '/pricing/team?plan=1'), [false, false, false, false]);
});

test('any other is of the whole address, without its fragment', () => {
  equal(matching('https://shop.example.com/*', '*plan=1', '*example*team*', 'https://*.com/pricing/team?plan=*'), [true, true, true, true]);
  equal(matching('shop.example.com/*', '*#top', 'http://*', '*team*pricing*'), [false, false, false, false]);
});

test('the parts of a pattern do not share characters, and nothing else has a meaning', () => {
  equal(matching('/pricing*ing/team', '/pricing/team*team', '/prici.g/team', '/[p]ricing/team'), [false, false, false, false]);
  equal(matchesPage('/a.b+c', { pathname: '/a.b+c', href: '' }), true);
});

test('many stars take little time', () => {
  equal(matchesPage(`/${'a*'.repeat(99)}b`, { pathname: `/${'a'.repeat(2000)}`, href: '' }), false);
});
