// Times as the reader writes them, in the reader's zone: the server does not know it of everybody, and writes them in UTC.

const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
document.querySelectorAll('time[datetime]').forEach((time) => {
  time.textContent = format.format(new Date(time.dateTime));
});
