/** Numbers that only another authority may give: what they are called, whom a dossier waits for. Pure. */
import type { FieldError } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import {
  bringsOf,
  giverOf,
  registries,
  type NumberRequest,
  type RequestKind,
} from '../../outside/registries/index.ts';
import type { Procedure } from '../catalogue/index.ts';

const names: Readonly<Record<RequestKind, Text>> = {
  birth: {
    vi: 'số định danh cá nhân và số đăng ký khai sinh',
    en: 'the personal number and the entry of the birth',
  },
  marriage: { vi: 'số đăng ký kết hôn', en: 'the entry of the marriage' },
  death: { vi: 'số đăng ký khai tử', en: 'the entry of the death' },
  'household-business': { vi: 'mã số hộ kinh doanh', en: 'the code of the household business' },
};

/** Whether an asked number has neither come nor been refused yet. */
export const isOpen = ({ state }: Pick<NumberRequest, 'state'>): boolean =>
  state === 'asked' || state === 'waiting';

/** “Chờ mã số hộ kinh doanh từ Hệ thống đăng ký thuế”: what is waited for, and from whom. */
export const waitingFor = (kind: RequestKind): Text => ({
  vi: `Chờ ${names[kind].vi} từ ${giver(kind).vi}`,
  en: `Waiting for ${names[kind].en} from: ${giver(kind).en}`,
});

const giver = (kind: RequestKind): Text => registries[giverOf(kind)].name;

/** What the desk calls the work after a refusal. */
export const refusedStep = (kind: RequestKind): string =>
  `${giver(kind).vi} từ chối cấp ${names[kind].vi}: xem lý do, trình lại`;

/** Why a result cannot be signed yet. */
export const stillWaiting = (kind: RequestKind): Text => ({
  vi: `Chưa ký được. ${waitingFor(kind).vi}.`,
  en: `It cannot be signed yet. ${waitingFor(kind).en}.`,
});

/** Of what a paper lacks, what the officer can mend: not what the number will bring. */
export function besidesNumber(
  lacking: readonly FieldError[],
  { resultData, number }: Pick<Procedure, 'resultData' | 'number'>,
): readonly FieldError[] {
  if (!number) return lacking;
  const brought = new Set(bringsOf(number.kind).map((name) => `found.${name}`));
  return lacking.filter(({ field }) => !brought.has(resultData[field] ?? ''));
}
