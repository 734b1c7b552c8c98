/**
 * Warns two minutes before the session ends by itself. Every page says the time in words already; with script the line comes
 * to the top, in time, and is read out. Counted from the answer of the server, not by the clock of the device.
 */
const BEFORE = 2 * 60_000;
/** Longer waits would overflow the timer; a session never lasts that long. */
const LONGEST = 24 * 3_600_000;

const line = document.querySelector<HTMLElement>('[data-session-minutes]');
const left = Number(line?.dataset['sessionMinutes']) * 60_000;
if (line && left > 0 && left < LONGEST) {
  setTimeout(
    () => {
      line.setAttribute('role', 'alert');
      line.classList.add('govuk-warning-text');
      document.querySelector('main')?.prepend(line);
    },
    Math.max(0, left - BEFORE),
  );
}
