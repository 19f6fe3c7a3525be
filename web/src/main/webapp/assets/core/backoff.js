// When to try again: the schedule and the codes that asyncapi.yaml gives to every client.

const WAITS = [500, 1000, 2000, 4000, 8000, 15_000];
const PASSING = new Set(['TOO_FAST', 'UNAVAILABLE', 'INTERNAL']);

/**
 * Milliseconds to wait before attempt 0, 1, 2… The chance in it keeps all clients from coming back in the same instant after a
 * restart of the server.
 */
export const backOff = (attempt) => WAITS[Math.min(attempt, WAITS.length - 1)] * (0.5 + Math.random());

/** Whether the same frame, refused with this code, is worth another try. */
export const isPassing = (code) => PASSING.has(code);
