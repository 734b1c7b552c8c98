/** What a format check looks at: the words of a document as they stand on the paper. */
import type { Text } from '../../../ground/text/language.ts';
import type { InputOf } from '../template.ts';
import type { Block } from '../templates/blocks.ts';
import type { letter } from '../templates/letter.ts';
import type { namedDocument } from '../templates/named-document.ts';
import { dateLine } from './date-line.ts';

/** A document to check. A component that is absent on the paper is left out. */
export type Paper = {
  /** Name of the type as printed; absent for a letter (công văn). */
  readonly type?: string;
  /** The two lines at the upper right; absent when a template of this program prints them. */
  readonly motto?: readonly [string, string];
  readonly superior?: string;
  readonly agency?: string;
  /** "Số: 05/QĐ-UBND", or "Số: /QĐ-UBND" while the number is left to the clerk. */
  readonly number?: string;
  /** "Sông Lam, ngày 05 tháng 01 năm 2026", or "Sông Lam, ngày tháng năm" before the date is known. */
  readonly placeAndDate?: string;
  /** For a letter with its "V/v". */
  readonly abstract?: string;
  readonly addressees?: readonly string[];
  readonly bases?: readonly string[];
  readonly body?: readonly Block[];
  readonly signer?: {
    readonly authority?: readonly string[];
    readonly post?: string;
    readonly name?: string;
  };
  readonly recipients?: readonly string[];
  readonly urgency?: string;
  readonly circulation?: string;
  readonly annexes?: readonly { readonly number: string; readonly title: string }[];
};

/** One thing that breaks the decree (`wrong`), or that it does not forbid but practice avoids (`advice`). */
export type Finding = {
  readonly kind: 'wrong' | 'advice';
  /** Which component: the name of the field of `Paper`; or the page itself, or the letters. */
  readonly part: keyof Paper | 'page' | 'letters';
  /** Where the decree says so. */
  readonly article: string;
  readonly message: Text;
};

export const DECREE = 'Nghị định 30/2020/NĐ-CP';

/** A place of annex I, part I. */
export const annex1 = (place: string): string => `${DECREE}, Phụ lục I, Phần I, mục ${place}`;

const ended = (items: readonly string[], last: string): readonly string[] =>
  items.map((item, index) => item + (index + 1 === items.length ? last : ';'));

type HeadData = {
  readonly number?: string;
  readonly notation?: string;
  readonly place: string;
  readonly date?: string;
};

const headOf = ({ number, notation, place, date }: HeadData) => ({
  number: `Số: ${number ?? ''}/${notation ?? ''}`,
  placeAndDate: dateLine(place, date),
});

/** The paper that a letter's data will give. */
export const paperOfLetter = (data: InputOf<typeof letter>): Paper => ({
  ...data,
  ...headOf(data),
  abstract: `V/v ${data.abstract}`,
  addressees: data.to,
  recipients: ended(data.recipients, '.'),
});

/** The paper that the data of a named document will give. */
export const paperOfNamedDocument = (data: InputOf<typeof namedDocument>): Paper => ({
  ...data,
  ...headOf(data),
  addressees: data.to ?? [],
  bases: ended(data.bases ?? [], '.'),
  recipients: ended(data.recipients, '.'),
});
