// Shows times in the reader's language and zone. The server does not always know the zone, and renders them in UTC.

const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
document.querySelectorAll('time[datetime]').forEach((time) => {
  time.textContent = format.format(new Date(time.dateTime));
});
