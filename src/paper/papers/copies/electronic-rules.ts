/**
 * What may become an electronic copy (Decree 30/2020, art. 25–27): sao y and trích sao of an original, sao lục of the paper
 * full copy that another agency made. Pure.
 */
import type { FieldError } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Copy, Original, Paper } from '../schema.ts';
import { copyProblems } from './rules.ts';

/** Kinds of electronic copies. */
export const electronicKinds = ['full-copy', 'copy-of-copy', 'extract'] as const;
export type ElectronicKind = (typeof electronicKinds)[number];

/** The form of the copy as it stands in the corner of its first page (Annex I, part II, section I.1). */
export const formWords: Readonly<Record<ElectronicKind, string>> = {
  'full-copy': 'SAO Y',
  'copy-of-copy': 'SAO LỤC',
  extract: 'TRÍCH SAO',
};

/** What is asked for. */
export type ElectronicWish = {
  readonly kind: ElectronicKind;
  readonly part: string | null;
  /** Which full copy is copied again, as written by the clerk. */
  readonly fullCopy: string | null;
};

/** What is known of the source besides its bytes. */
export type SourceFacts = {
  readonly from: Original['source'];
  /** Its words, page by page. */
  readonly texts: readonly string[];
  /** The paper of ours that it is; null: it is none. */
  readonly paper: Pick<Paper, 'state' | 'issued_at' | 'signed_at'> | null;
  /** The electronic copy of ours that it is; null: it is none. */
  readonly copy: Pick<Copy, 'kind'> | null;
};

const says = (field: string, vi: string, en: string): FieldError => ({ field, message: { vi, en } });

/** The form of a copy stands alone on a line, or before the name of the agency; recognition may lose the space in it. */
const marks = electronicKinds.map(
  (kind) =>
    [
      kind,
      new RegExp(
        `(?:^|\\n)[ \\t]*${formWords[kind].replace(' ', '[ \\t]*')}(?=[ \\t]*(?:$|\\n|[;:,]|BẢN CHÍNH))`,
        'u',
      ),
    ] as const,
);

/** The kind of copy that a text says it is; null: it says none. */
export function copyMark(texts: readonly string[]): ElectronicKind | null {
  const words = texts.join('\n').normalize('NFC');
  return marks.find(([, mark]) => mark.test(words))?.[0] ?? null;
}

const original: Text = {
  vi: 'Sao y và trích sao phải làm từ bản gốc hoặc bản chính. Tệp này là một bản sao.',
  en: 'A full copy and an extract are made of an original. This file is a copy itself.',
};

/** What stands against making this copy of this source; empty when nothing does. */
export function electronicProblems(wish: ElectronicWish, source: SourceFacts): readonly FieldError[] {
  const { kind, part, fullCopy } = wish;
  if (source.paper) {
    const against = copyProblems(source.paper, { kind: 'full-copy', part, ofCopy: null }, []);
    if (against.length > 0) return against;
  }
  const is = source.copy?.kind ?? copyMark(source.texts);
  if (kind === 'copy-of-copy') {
    if (source.from !== 'scan')
      return [
        says(
          'kind',
          'Sao lục thành tệp chỉ làm từ bản quét của bản sao y giấy. Tệp điện tử thì gửi nguyên tệp đó.',
          'A copy of a copy becomes a file only from the scan of a full copy on paper. A file is passed on as it is.',
        ),
      ];
    if (is !== null && is !== 'full-copy')
      return [says('kind', 'Sao lục chỉ làm từ bản sao y.', 'A copy of a copy is made of a full copy only.')];
    if (!fullCopy?.trim())
      return [
        says(
          'fullCopy',
          'Hãy ghi số và cơ quan của bản sao y được sao lại.',
          'Write number and agency of the full copy that is copied again.',
        ),
      ];
    return [];
  }
  if (is !== null) return [{ field: 'kind', message: original }];
  return kind === 'extract' && !part?.trim()
    ? [says('part', 'Hãy ghi rõ phần được trích.', 'Say which part is extracted.')]
    : [];
}
