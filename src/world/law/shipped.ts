/** The legal texts and code lists that ship with the platform (`lists/*.json`). */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code, CodeList, LegalText } from './schema.ts';

type ShippedCode = {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly abbreviation?: string;
  readonly from?: string;
  readonly to?: string;
  readonly basis?: string;
};
type ShippedList = {
  readonly list: string;
  readonly vi: string;
  readonly en: string;
  readonly basis: string;
  readonly from: string;
  readonly codes: readonly ShippedCode[];
};
type ShippedText = Omit<LegalText, 'title'> & { readonly title: string; readonly titleEn: string };

const folder = path.join(import.meta.dirname, 'lists');
const read = <Content>(file: string): Content =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Content;

const codeOf = (one: ShippedCode, list: ShippedList): Code => ({
  code: one.code,
  name: { vi: one.vi, en: one.en },
  abbreviation: one.abbreviation ?? null,
  from: one.from ?? list.from,
  to: one.to ?? null,
  basis: one.basis ?? list.basis,
});

/** All code lists as shipped. */
export const shippedLists = (): CodeList[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'texts.json')
    .sort()
    .map((file) => {
      const list = read<ShippedList>(file);
      return {
        list: list.list,
        name: { vi: list.vi, en: list.en },
        basis: list.basis,
        codes: list.codes.map((one) => codeOf(one, list)),
      };
    });

/** All legal texts as shipped. */
export const shippedTexts = (): LegalText[] =>
  read<ShippedText[]>('texts.json').map(({ title, titleEn, ...text }) => ({
    ...text,
    title: { vi: title, en: titleEn },
  }));
