/** The words of the national catalogue for levels, audiences, ways of filing and units, and what they are here. */
import { fold } from '../../../ground/text/fold.ts';
import type { Audience, Channel, Level, Term } from '../schema.ts';
import { textsOf } from './lenient.ts';
import type { Note } from './doubt.ts';

const levels: Readonly<Record<string, Level>> = {
  'cap bo': 'ministry',
  'cap trung uong': 'ministry',
  'cap tinh': 'province',
  'cap xa': 'commune',
  'co quan khac': 'other',
};

const audiences: Readonly<Record<string, Audience>> = {
  'cong dan viet nam': 'citizen',
  'ca nhan': 'citizen',
  'dang vien': 'citizen',
  'nguoi viet nam dinh cu o nuoc ngoai': 'overseas-vietnamese',
  'nguoi nuoc ngoai': 'foreigner',
  'to chuc': 'organisation',
  'to chuc (khong bao gom doanh nghiep, htx)': 'organisation',
  'to chuc nuoc ngoai': 'organisation',
  'to chuc dang': 'organisation',
  'doanh nghiep': 'enterprise',
  'doanh nghiep viet nam': 'enterprise',
  'doanh nghiep co von dau tu nuoc ngoai': 'enterprise',
  'hop tac xa': 'enterprise',
  'ho kinh doanh': 'household-business',
  'can bo, cong chuc, vien chuc': 'agency',
  'co quan nha nuoc': 'agency',
};

const channels: Readonly<Record<string, Channel>> = {
  online: 'online',
  'truc tuyen': 'online',
  post: 'post',
  'dich vu buu chinh': 'post',
  'buu chinh cong ich': 'post',
  in_person: 'in-person',
  'in-person': 'in-person',
  'truc tiep': 'in-person',
};

const units: Readonly<Record<string, NonNullable<Term['unit']>>> = {
  working_day: 'working-day',
  'ngay lam viec': 'working-day',
  day: 'day',
  ngay: 'day',
  hour: 'hour',
  gio: 'hour',
  working_hour: 'working-hour',
  'gio lam viec': 'working-hour',
  month: 'month',
  thang: 'month',
  same_day: 'same-day',
  'trong ngay': 'same-day',
};

const classified = <Code>(
  known: Readonly<Record<string, Code>>,
  value: unknown,
  field: string,
  note: Note,
): readonly Code[] => {
  const codes = new Set<Code>();
  for (const word of textsOf(value, field, note)) {
    const folded = fold(word);
    if (Object.hasOwn(known, folded)) codes.add(known[folded]!);
    else note(field, 'unknown-value', word);
  }
  return [...codes];
};

/** Levels (cấp thực hiện). */
export const levelsOf = (value: unknown, note: Note): readonly Level[] =>
  classified(levels, value, 'levels', note);

/** Who may use it (đối tượng thực hiện). */
export const audienceOf = (value: unknown, note: Note): readonly Audience[] =>
  classified(audiences, value, 'audience', note);

/** Way of filing (cách thức thực hiện); null when the word is unknown. */
export const channelOf = (value: unknown, field: string, note: Note): Channel | null =>
  classified(channels, value, field, note)[0] ?? null;

/** Unit of a time limit; null when the word is unknown. */
export const unitOf = (value: unknown, field: string, note: Note): Term['unit'] =>
  classified(units, value, field, note)[0] ?? null;
