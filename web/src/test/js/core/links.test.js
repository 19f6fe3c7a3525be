import { findLinks } from '../../../main/webapp/assets/core/links.js';
import { equal, isTrue } from '../support/assert.js';
import { openBrowser } from '../support/browser.js';

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

/** Long enough that work in proportion to the square of the length shows: it is 16 times as much for four times the length. */
const SHORT = 10_000;
const TIMES = 4;
const TRIES = 3;
const MOST_TIMES = 10;
/** What a pause of the machine may cost, where the work itself takes next to nothing. */
const SLACK_MILLIS = 100;

function least(text) {
  const took = Array.from({ length: TRIES }, () => {
    const begin = Date.now();
    findLinks(text);
    return Date.now() - begin;
  });
  return Math.min(...took);
}


for (const [name, make] of Object.entries({
  'one word': (repeat) => repeat('a'),
  'closing brackets': (repeat) => `https://a.example/${repeat(')')}`,
  'brackets in turn': (repeat) => `https://a.example/${repeat('()')}${repeat(')')}`,
  'opening and closing brackets': (repeat) => `https://a.example/${repeat('(')}${repeat(')')}${repeat(']')}`,
  'full stops after an address': (repeat) => `https://a.example/${repeat('.')}`,
  'a host of dots': (repeat) => `https://a${repeat('.')}`,
  'a host of hyphens': (repeat) => `https://a${repeat('-')}!`,
  'beginnings of addresses': (repeat) => repeat('https://'),
  'addresses without a space': (repeat) => repeat('https://a'),
  'addresses in addresses': (repeat) => repeat('https://a.example/'),
  'many addresses': (repeat) => repeat('https://a.example/x. '),
  'a long domain': (repeat) => `a@${repeat('a.')}1`,
  'a long label': (repeat) => `a@${repeat('a')}`,
  'a domain of hyphens': (repeat) => `a@${repeat('-')}`,
  'a domain with a wrong end': (repeat) => `a@${repeat('ab.')}ab_`,
  'letters before an @': (repeat) => `${repeat('a')}@a.example`,
  'many @': (repeat) => repeat('@'),
  'many beginnings of mail': (repeat) => repeat('a@'),
  'many mailto': (repeat) => repeat('mailto:'),
  'dots and plus': (repeat) => repeat('a.b+'),
  'names with hyphens': (repeat) => repeat('!a-b'),
  'Korean': (repeat) => repeat('안녕하세요 '),
  'many addresses of mail': (repeat) => repeat('a@b.example '),
})) {
  test(`takes its time in proportion to the length: ${name}`, () => {
    Date.now = real;
    const text = (length) => make((part) => part.repeat(length / part.length));
    const short = least(text(SHORT));
    const long = least(text(TIMES * SHORT));
    isTrue(long <= MOST_TIMES * short + SLACK_MILLIS, `${TIMES} times the letters: ${long} in place of ${short} ms`);
    const parts = findLinks(text(SHORT));
    equal(parts.map((part) => part.address ?? part).join('') === text(SHORT), true, 'the same text');
  });
}
