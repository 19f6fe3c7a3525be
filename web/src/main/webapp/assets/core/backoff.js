// The schedule for attempts and the passing error codes, as asyncapi.yaml defines them for all clients.

const WAITS = [500, 1000, 2000, 4000, 8000, 15_000];
const PASSING = new Set(['TOO_FAST', 'UNAVAILABLE', 'INTERNAL']);

/**
 * Returns the milliseconds to wait before attempt 0, 1, 2… The random factor keeps clients from reconnecting all at once after a restart of
 * the server.
 */
export const backOff = (attempt) => WAITS[Math.min(attempt, WAITS.length - 1)] * (0.5 + Math.random());

/** Returns whether a frame refused with this code should be sent again. */
export const isPassing = (code) => PASSING.has(code);
