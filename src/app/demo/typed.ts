/** What a person types and uploads to give these answers: the inputs of the form without scripts, by name. */
import type { Answers } from '../../work/forms/index.ts';
import type { Filling } from './browser.ts';
import { scanOf } from './upload.ts';

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Every input that could stand for an answer; a page takes those it has. A date is typed into one input or into three,
 * a number with a decimal comma, and a place that has several namesakes is chosen once the page offers them.
 */
export function typed(answers: Answers): Filling {
  const inputs: Record<string, Filling[string]> = {};
  const put = (name: string, value: unknown): void => {
    if (value === null || value === undefined) return;
    if (isUpload(value)) inputs[name] = scanOf(name);
    else if (typeof value === 'object') {
      for (const [part, inner] of Object.entries(value)) put(`${name}.${part}`, inner);
      const { place, commune } = value as { readonly place?: unknown; readonly commune?: unknown };
      if (typeof place === 'string') inputs[`${name}.chosen`] = `${String(commune)}|${place}`;
    } else {
      inputs[name] = wordOf(value);
      const [, year, month, date] = day.exec(inputs[name]) ?? [];
      if (year && month && date)
        Object.assign(inputs, { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year });
    }
  };
  for (const [name, value] of Object.entries(answers)) put(name, value);
  return inputs;
}

const wordOf = (value: unknown): string =>
  typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : typeof value === 'number'
      ? String(value).replace('.', ',')
      : String(value);

const isUpload = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof one === 'object' && one !== null && 'state' in one && 'size' in one);
