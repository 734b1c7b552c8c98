/**
 * Keys for a list that an officer works through: J and K move, X ticks, Enter opens, / goes to the search field.
 * Without script the list is worked with Tab as any page is.
 */
const rows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-module="tt-list"] tbody tr'),
];

/** Inputs that letters do not go into. */
const wordless = /^(checkbox|radio|button|submit|file|range)$/;

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !wordless.test(target.type);
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(textarea|select)$/i.test(target.tagName))
  );
}

const linkOf = (row: HTMLElement | undefined): HTMLElement | null | undefined => row?.querySelector('a');

function move(by: 1 | -1): void {
  const all = rows();
  const now = all.findIndex((row) => row.contains(document.activeElement));
  const next = now === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, now + by));
  linkOf(all[next])?.focus();
}

function tick(): void {
  const row = rows().find((one) => one.contains(document.activeElement));
  row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}

const acts: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  x: tick,
  '/': () => document.querySelector<HTMLElement>('input[type="search"]')?.focus(),
};

/** Starts listening. Modifier keys leave the browser's own shortcuts alone. */
export function startListKeys(): void {
  document.addEventListener('keydown', (event) => {
    const act = acts[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    act();
  });
}
