/**
 * Puts the cursor into the first question of a form that asks for it (`data-focus-first`), once its components stand: a choice that is
 * made already before the first one. Who has gone somewhere meanwhile stays there.
 */
export function focusFirst(): void {
  const form = document.querySelector('form[data-focus-first]');
  if (!form || document.activeElement !== document.body) return;
  const inputs = [
    ...form.querySelectorAll<HTMLElement>(
      'input:not([type="hidden"]), select, textarea, button:not([tabindex="-1"])',
    ),
  ].filter((one) => one.offsetParent !== null && !(one instanceof HTMLInputElement && one.disabled));
  const [first] = inputs;
  const chosen = inputs.find(
    (one) =>
      one instanceof HTMLInputElement &&
      one.type === 'radio' &&
      one.checked &&
      first instanceof HTMLInputElement &&
      one.name === first.name,
  );
  (chosen ?? first)?.focus({ preventScroll: true });
}
