// The rules for texts of messages.

/** Until the server tells its own. */
export const limits = { message: 10_000 };

// The server refuses such texts too, because invisible characters alone would show as an empty bubble.
export const isBlank = text => /^[\s\p{Z}\p{Cf}]*$/u.test(text);

/** The length in code points, which is close to what people count as characters. */
export const lengthOf = text => [...text].length;
