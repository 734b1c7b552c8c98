/** Lists of the local layer as lines of text: one item a line, its parts between bars. Pure: text in, items or faults out. */
import type { FieldError } from '../../../../ground/operate/errors.ts';
import { fold } from '../../../../ground/text/fold.ts';
import { parseMoney } from '../../../../ground/text/money.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { isResultCode } from '../../rules/paper-kinds.ts';
import type {
  Barrier,
  ComponentGroup,
  EligibilityQuestion,
  Fee,
  PaperKind,
  PartialReason,
} from '../../schema.ts';

type Read<Item> = { readonly items: readonly Item[]; readonly errors: readonly FieldError[] };

const partsOf = (line: string): readonly string[] => line.split('|').map((part) => part.trim());

/** An item, or what is wrong with its line. */
type LineRead<Item> = { readonly item: Item } | { readonly wrong: Text };

/** Reads every line that is not blank. */
function readLines<Item>(
  field: string,
  text: string,
  read: (parts: readonly string[]) => LineRead<Item>,
): Read<Item> {
  const [items, errors]: [Item[], FieldError[]] = [[], []];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const result = read(partsOf(line));
    if ('item' in result) items.push(result.item);
    else
      errors.push({
        field,
        message: { vi: `Dòng ${i + 1}: ${result.wrong.vi}`, en: `Line ${i + 1}: ${result.wrong.en}` },
      });
  });
  return { items, errors };
}

const wrong = (vi: string, en: string): { readonly wrong: Text } => ({ wrong: { vi, en } });

/** Fees as lines: name | amount | basis | remark. */
export const writeFees = (fees: readonly Fee[]): string =>
  fees
    .map(({ name, amount, basis, note }) =>
      [name, amount ?? '', basis, note ?? ''].join(' | ').replace(/( \| )+$/, ''),
    )
    .join('\n');

/** Reads fees; what lines cannot say (formula, exemptions, quantity) is kept from the fee of the same name. */
export const readFees = (text: string, before: readonly Fee[]): Read<Fee> =>
  readLines('fees', text, ([name = '', amount = '', basis = '', note = '']) => {
    const dong = amount === '' ? null : parseMoney(amount);
    if (name === '' || basis === '')
      return wrong(
        'cần tên, mức và căn cứ, cách nhau bằng dấu |',
        'name, amount and basis are needed, with bars between',
      );
    if (amount !== '' && dong === null)
      return wrong(`«${amount}» không phải là số đồng`, `«${amount}» is no amount in đồng`);
    const known = before.find((fee) => fold(fee.name) === fold(name));
    const kind = /^phí/i.test(name) ? 'charge' : 'fee';
    const fresh = {
      code: `LP-${fold(name)
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, 40)}`,
      kind,
      per: null,
      quantity: null,
      channels: null,
      exemptions: [],
    } as const;
    return { item: { ...fresh, ...known, name, amount: dong, basis, note: note || null } };
  });

const reasons: Readonly<Record<string, PartialReason>> = {
  'co mat': 'presence',
  'hien truong': 'site-check',
  'su co': 'fault',
  'ky thuat': 'technical',
};
const reasonName = (reason: PartialReason): string =>
  ({ presence: 'có mặt', 'site-check': 'hiện trường', fault: 'sự cố', technical: 'kỹ thuật' })[reason];

/** Barriers as lines: reason | in Vietnamese | in English | basis. */
export const writeBarriers = (barriers: readonly Barrier[]): string =>
  barriers
    .map(({ reason, says, basis }) => [reasonName(reason), says.vi, says.en, basis].join(' | '))
    .join('\n');

/** Reads barriers: one of the four lawful reasons, the words, the article. */
export const readBarriers = (text: string): Read<Barrier> =>
  readLines('barriers', text, ([word = '', vi = '', en = '', basis = '']) => {
    const reason = reasons[fold(word)];
    if (!reason)
      return wrong(
        'lý do là một trong: có mặt, hiện trường, sự cố, kỹ thuật',
        'the reason is one of: có mặt, hiện trường, sự cố, kỹ thuật',
      );
    if (vi === '' || basis === '') return wrong('cần lời giải thích và căn cứ', 'words and basis are needed');
    return { item: { reason, says: { vi, en: en || vi }, basis } };
  });

/** Documents with their kinds as lines, one for each document of the procedure: key | name | code of the kind. */
export const writeKinds = (groups: readonly ComponentGroup[]): string =>
  groups
    .flatMap(({ components }) => components)
    .map(({ key, name, paper }) => [key, name.replaceAll(/[\s|]+/g, ' '), paper ?? ''].join(' | ').trimEnd())
    .join('\n');

/** Reads the kinds that differ from what the nation says. The name is that of the document; what stands in the line only helps to read. */
export const readKinds = (text: string, national: readonly ComponentGroup[]): Read<PaperKind> => {
  const components = national.flatMap((group) => group.components);
  const read = readLines<PaperKind>('papers', text, ([component = '', , kind = '']) => {
    const known = components.find(({ key }) => key === component);
    if (!known)
      return wrong(
        `thủ tục không có thành phần «${component}»`,
        `the procedure has no document «${component}»`,
      );
    if (kind !== '' && !isResultCode(kind))
      return wrong(
        `«${kind}» không phải mã loại giấy tờ, ví dụ KQ.G15.000031`,
        `«${kind}» is no code of a kind of paper, for example KQ.G15.000031`,
      );
    return { item: { component, name: known.name, paper: kind || null } };
  });
  const differs = ({ component, paper }: PaperKind): boolean =>
    (components.find(({ key }) => key === component)?.paper ?? null) !== paper;
  return { ...read, items: read.items.filter(differs) };
};

/** Eligibility questions as lines: question | in English | answer that stops | because | in English | basis | code of the fitting service. */
export const writeEligibility = (questions: readonly EligibilityQuestion[]): string =>
  questions
    .map(({ question, stops, because, basis, instead }) =>
      [
        question.vi,
        question.en,
        stops === 'yes' ? 'có' : 'không',
        because.vi,
        because.en,
        basis,
        instead ?? '',
      ]
        .join(' | ')
        .replace(/( \| )$/, ''),
    )
    .join('\n');

/** Reads eligibility questions. */
export const readEligibility = (text: string): Read<EligibilityQuestion> =>
  readLines(
    'eligibility',
    text,
    ([vi = '', en = '', stop = '', becauseVi = '', becauseEn = '', basis = '', instead = '']) => {
      const stops = { co: 'yes', khong: 'no' }[fold(stop)] as 'yes' | 'no' | undefined;
      if (vi === '' || !stops)
        return wrong(
          'cần câu hỏi, và trả lời nào thì dừng: có hoặc không',
          'the question is needed, and which answer stops: có or không',
        );
      if (becauseVi === '' || basis === '')
        return wrong('cần lý do và căn cứ', 'reason and basis are needed');
      const item: EligibilityQuestion = {
        id: fold(vi)
          .replaceAll(/[^a-z0-9]+/g, '-')
          .slice(0, 40),
        question: { vi, en: en || vi },
        stops,
        because: { vi: becauseVi, en: becauseEn || becauseVi },
        basis,
        instead: instead || null,
      };
      return { item };
    },
  );
