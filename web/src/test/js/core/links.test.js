import { findLinks } from '../../../main/webapp/assets/core/links.js';
import { equal, isTrue } from '../support/assert.js';
import { openBrowser } from '../support/browser.js';

const LONG = 100_000;
const MOST_MILLIS = 5_000;
const real = Date.now;

openBrowser();

/** Each link: its address, with where it leads where that is another. */
const links = (text) => findLinks(text).filter((part) => part.href)
  .map(({ address, href }) => (address === href ? address : [address, href]));
const whole = (text) => findLinks(text).map((part) => part.address ?? part).join('');

test('addresses of the web, without what belongs to the sentence', () => {
  equal(links('see https://a.example/x?y=1#z.'), ['https://a.example/x?y=1#z']);
  equal(links('(http://a.example/b), "https://b.example"!'), ['http://a.example/b', 'https://b.example']);
  equal(links('https://en.wikipedia.example/wiki/Salt_(chemistry) and (https://a.example/(b)))'),
    ['https://en.wikipedia.example/wiki/Salt_(chemistry)', 'https://a.example/(b)']);
  equal(links('*https://a.example/b_* HTTPS://A.EXAMPLE:8443/'), ['https://a.example/b', 'HTTPS://A.EXAMPLE:8443/']);
  equal(links('https://a.example/b…, https://a.example/c{x}'), ['https://a.example/b', 'https://a.example/c']);
});

test('Korean particles follow without a space', () => {
  equal(links('https://a.example에서 보세요'), ['https://a.example']);
  equal(links('메일은 vera@a.example로'), [['vera@a.example', 'mailto:vera@a.example']]);
});

test('addresses of mail', () => {
  equal(links('vera.lind+x@mail.acme.example, mailto:a@b.example.'),
    [['vera.lind+x@mail.acme.example', 'mailto:vera.lind+x@mail.acme.example'], 'mailto:a@b.example']);
  equal(links('a@b, @handle, a@@b.example, a@b.c1, .a@b.example, a@b.example_x'), []);
});

test('no link that lies', () => {
  equal(links('https://bank.example@evil.example'), ['https://bank.example']);
  equal(links('javascript:alert(1) data:text/html,x ftp://a.example http://'), []);
  equal(links('https://a.example:99999/'), []);
});

test('the text stays as it was', () => {
  const texts = ['', 'none', 'https://a.example', 'x https://a.example. y z@a.example!', '<b>https://a.example</b>'];
  equal(texts.map(whole), texts);
  equal(findLinks('a https://b.example c').map((part) => part.address ?? part), ['a ', 'https://b.example', ' c']);
});

const repeat = (text) => text.repeat(LONG / text.length);

for (const [name, text] of Object.entries({
  'one word': repeat('a'),
  'closing brackets': `https://a.example/${repeat(')')}`,
  'brackets in turn': `https://a.example/${repeat('()')}${repeat(')')}`,
  'opening and closing brackets': `https://a.example/${repeat('(')}${repeat(')')}${repeat(']')}`,
  'full stops after an address': `https://a.example/${repeat('.')}`,
  'a host of dots': `https://a${repeat('.')}`,
  'a host of hyphens': `https://a${repeat('-')}!`,
  'beginnings of addresses': repeat('https://'),
  'addresses without a space': repeat('https://a'),
  'addresses in addresses': repeat('https://a.example/'),
  'many addresses': repeat('https://a.example/x. '),
  'a long domain': `a@${repeat('a.')}1`,
  'a long label': `a@${repeat('a')}`,
  'a domain of hyphens': `a@${repeat('-')}`,
  'a domain with a wrong end': `a@${repeat('ab.')}ab_`,
  'letters before an @': `${repeat('a')}@a.example`,
  'many @': repeat('@'),
  'many beginnings of mail': repeat('a@'),
  'many mailto': repeat('mailto:'),
  'dots and plus': repeat('a.b+'),
  'names with hyphens': repeat('!a-b'),
  'Korean': repeat('안녕하세요 '),
  'many addresses of mail': repeat('a@b.example '),
})) {
  test(`takes its time in proportion to the length: ${name}`, () => {
    Date.now = real;
    const begin = Date.now();
    const parts = findLinks(text);
    const took = Date.now() - begin;
    isTrue(took < MOST_MILLIS, `${text.length} letters in ${took} ms`);
    equal(parts.map((part) => part.address ?? part).join('') === text, true, 'the same text');
  });
}
