// What the server has to know of this browser when it renders the inbox.

/** Kept for a year, for the pages of this installation. */
export function keepCookie(context, name, value) {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=${context}/; Max-Age=31536000; SameSite=Lax${secure}`;
}
