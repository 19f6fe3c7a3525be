// Cookies with what the server needs to render the inbox for this browser.

/** The cookie lasts a year and is sent to the pages of this installation only. */
export function keepCookie(context, name, value) {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=${context}/; Max-Age=31536000; SameSite=Lax${secure}`;
}
