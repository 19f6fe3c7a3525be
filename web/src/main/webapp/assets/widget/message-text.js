// What may be sent as a message.

export const MAX_LENGTH = 10_000;

// The server refuses these too: invisible characters alone would show as an empty bubble.
export const isBlank = text => /^[\s\p{Z}\p{Cf}]*$/u.test(text);

/** In characters as people count them, more or less: code points. */
export const lengthOf = text => [...text].length;
