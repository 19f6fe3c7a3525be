/*
 * When the page talks to the server, and how it says hello.
 */
const IDLE_BEFORE_HANGUP = 5_000;

/** A visitor who only reads the page costs the server no connection: to be called whenever what is needed may have changed. */
function createLine(transport, isNeeded) {
  let timer;
  return () => {
    clearTimeout(timer);
    if (isNeeded()) {
      transport.want(true);
    } else if (transport.wanted) {
      timer = setTimeout(() => transport.want(false), IDLE_BEFORE_HANGUP);
    }
  };
}

function helloOf(token) {
  return {
    type: "hello",
    ...(token && { token }),
    locale: LOCALE,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    page: location.href,
  };
}
