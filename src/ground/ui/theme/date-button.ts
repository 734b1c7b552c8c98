/**
 * A button beside a date field that opens the calendar of the browser, which speaks the person's language and works
 * with a keyboard. The field itself keeps the Vietnamese form dd/mm/yyyy and is what is sent.
 */
const toIso = (text: string): string => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const toVietnamese = (iso: string): string => iso.split('-').reverse().join('/');

function addButton(field: HTMLElement): void {
  const input = field.querySelector('input');
  const wrapper = input?.parentElement;
  if (!input || !wrapper || !('showPicker' in HTMLInputElement.prototype)) return;

  const calendar = document.createElement('input');
  Object.assign(calendar, { type: 'date', tabIndex: -1, className: 'tt-date__calendar', ariaHidden: 'true' });
  calendar.min = field.dataset['minDate'] ?? '';
  calendar.max = field.dataset['maxDate'] ?? '';
  const button = document.createElement('button');
  Object.assign(button, {
    type: 'button',
    className: 'govuk-button govuk-button--secondary tt-date__button',
  });
  button.textContent = field.dataset['buttonText'] ?? '';

  button.addEventListener('click', () => {
    calendar.value = toIso(input.value);
    calendar.showPicker();
  });
  calendar.addEventListener('change', () => {
    input.value = toVietnamese(calendar.value);
    input.dispatchEvent(new Event('change', { bubbles: true }));
    button.focus();
  });
  wrapper.append(button, calendar);
}

/** Adds the buttons. */
export function startDateButtons(): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-module="tt-date"]')) addButton(field);
}
