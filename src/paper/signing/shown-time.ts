/** Moments as people in Vietnam read them. */

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A moment in Vietnamese time, as `24/06/2026 15:38:37`. */
export const shownTime = (time: Date): string => clock.format(time).replace(',', '');
