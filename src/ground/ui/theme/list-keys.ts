/**
 * Keys for a list that an officer works through: J and K move, X ticks, Enter opens, G goes straight to what is to be
 * done, on the page of one matter too, / goes to the search field, B goes one level up; a link with `data-key` is followed by its key.
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

/** Follows the link to the act of the row that one stands on; where there is no list, that of the page. */
function straight(): void {
  const all = rows();
  const row = all.find((one) => one.contains(document.activeElement));
  const place = all.length === 0 ? document : row;
  place?.querySelector<HTMLElement>('a[data-straight]')?.click();
}

/** To where the page stands: the last of its crumbs. */
const up = (): void =>
  [...document.querySelectorAll<HTMLElement>('.govuk-breadcrumbs__link')].at(-1)?.click();

const keyed = (key: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('a[data-key]')].find((one) => one.dataset['key'] === key) ??
  null;

const acts: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  x: tick,
  g: straight,
  b: up,
  '/': () => document.querySelector<HTMLElement>('input[type="search"]')?.focus(),
};

/** Starts listening. Modifier keys leave the browser's own shortcuts alone. */
export function startListKeys(): void {
  document.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    const link = keyed(key);
    const act = acts[key] ?? (link && (() => link.click()));
    if (!act || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    act();
  });
}
