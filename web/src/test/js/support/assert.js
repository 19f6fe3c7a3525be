// What the tests of the scripts check with.

/** Compares as JSON does: values that are undefined count as missing. */
export function equal(actual, expected, what = 'it') {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  if (is !== should) throw new Error(`${what} should be ${should} but is ${is}`);
}

export function isTrue(value, what) {
  if (!value) throw new Error(`not so: ${what}`);
}
