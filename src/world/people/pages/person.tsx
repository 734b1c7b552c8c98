/** What is known of one person, and the correction of it. Opening it is recorded. */
import { Button, InsetText, SummaryList } from '../../../ground/ui/index.ts';
import { isId, look as noteLook } from '../../../ground/record/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import { same, type Language, type Text } from '../../../ground/text/language.ts';
import { ask, askPage } from '../../../ground/web/ask.tsx';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { listCodes, type Code } from '../../law/index.ts';
import { correctPerson } from '../commands.ts';
import { mayCorrect, mayLookUp } from '../policy.ts';
import { getPerson, listContacts, listPapers, listRelatives } from '../queries.ts';
import type { Person, Relative } from '../schema.ts';
import { peopleCrumbs, PEOPLE_PATH, personPath } from './paths.ts';

const own = {
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  bornHint: {
    vi: 'NNNN-TT-NN, hoặc chỉ NNNN-TT, NNNN nếu không rõ ngày.',
    en: 'YYYY-MM-DD, or YYYY-MM, YYYY where no more is known.',
  },
  sex: { vi: 'Giới tính', en: 'Sex' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  commune: { vi: 'Mã xã nơi thường trú', en: 'Code of the commune of residence' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  died: { vi: 'Ngày mất', en: 'Died' },
  source: { vi: 'Nguồn', en: 'Source' },
  contacts: { vi: 'Liên hệ', en: 'Contact' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  family: { vi: 'Gia đình', en: 'Family' },
  none: { vi: 'Chưa có', en: 'None' },
  shown: { vi: 'Lần xem này đã được ghi, với lý do', en: 'This look is recorded, with the reason' },
  correct: { vi: 'Cải chính thông tin', en: 'Correct the data' },
  basis: { vi: 'Căn cứ cải chính (giấy tờ, yêu cầu)', en: 'On what ground (paper, request)' },
  done: { vi: 'Đã cải chính.', en: 'Corrected.' },
} as const satisfies Readonly<Record<string, Text>>;

const relations: Readonly<Record<Relative['is'], Text>> = {
  parent: { vi: 'cha/mẹ', en: 'parent' },
  child: { vi: 'con', en: 'child' },
  spouse: { vi: 'vợ/chồng', en: 'spouse' },
  guardian: { vi: 'người giám hộ', en: 'guardian' },
  ward: { vi: 'người được giám hộ', en: 'ward' },
};

const DEFAULT_PURPOSE = 'Quản lý dữ liệu về người';

async function personAt(visit: Visit): Promise<Person> {
  const id = visit.params['id'] ?? '';
  if (!isId(id)) throw new NotFound({ vi: 'Không có người này.', en: 'There is no such person.' });
  return getPerson(visit.look, id);
}

async function gather(visit: Visit) {
  const person = await personAt(visit);
  const purpose = visit.query['ly-do']?.normalize('NFC').slice(0, 200).trim() || DEFAULT_PURPOSE;
  const { tenant, by, requestId, now, look } = visit;
  await visit.edge.act({ tenant, by, requestId, now }, async (act) => noteLook(act, person.id, purpose));
  return {
    person,
    purpose,
    contacts: await listContacts(look, person.id),
    papers: await listPapers(look, person.id),
    relatives: await listRelatives(look, person.id),
    names: await namesOf(visit),
  };
}

/** Names of the codes of a person. */
async function namesOf({ look }: Visit): Promise<ReadonlyMap<string, Text>> {
  const lists = ['gender', 'nationality', 'ethnicity'] as const;
  const codes = await Promise.all(lists.map(async (list) => ({ list, codes: await listCodes(look, list) })));
  return new Map(
    codes.flatMap(({ list, codes }) => codes.map(({ code, name }) => [`${list} ${code}`, name] as const)),
  );
}

const rowsOf = (
  { person, contacts, papers, relatives, names }: Awaited<ReturnType<typeof gather>>,
  lang: Language,
) => {
  const nameOf = (list: string, code: string | null): string =>
    code === null ? '' : (names.get(`${list} ${code}`)?.[lang] ?? code);
  const joined = (lines: readonly string[]): string => lines.join('; ') || own.none[lang];
  return [
    { key: own.number[lang], value: person.number ?? own.none[lang] },
    { key: own.born[lang], value: person.born ? formatDay(person.born, lang) : own.none[lang] },
    { key: own.sex[lang], value: nameOf('gender', person.sex) },
    { key: own.nationality[lang], value: nameOf('nationality', person.nationality) },
    person.ethnicity !== null && { key: own.ethnicity[lang], value: nameOf('ethnicity', person.ethnicity) },
    { key: own.commune[lang], value: person.commune ?? own.none[lang] },
    { key: own.address[lang], value: person.address ?? own.none[lang] },
    person.died !== null && { key: own.died[lang], value: formatDay(person.died, lang) },
    { key: own.contacts[lang], value: joined(contacts.map(({ value }) => value)) },
    { key: own.papers[lang], value: joined(papers.map(({ number }) => number)) },
    {
      key: own.family[lang],
      value: joined(relatives.map(({ person: relative, is }) => `${relative.name} (${relations[is][lang]})`)),
    },
    { key: own.source[lang], value: person.source },
  ];
};

export const personPage = page({
  path: `${PEOPLE_PATH}/:id`,
  who: mayLookUp,
  example: null,
  gather,
  view: (all, { lang, by }) => ({
    title: same(all.person.name),
    crumbs: peopleCrumbs(),
    body: (
      <>
        <h1 class="govuk-heading-l">{all.person.name}</h1>
        <InsetText>
          {own.shown[lang]}: {all.purpose}
        </InsetText>
        <SummaryList rows={rowsOf(all, lang)} />
        {mayCorrect(by) && (
          <Button href={`${personPath(all.person.id)}/cai-chinh`}>{own.correct[lang]}</Button>
        )}
      </>
    ),
  }),
});

type Correcting = { readonly person: Person; readonly genders: readonly Code[] };

export const correctPage = askPage({
  path: `${PEOPLE_PATH}/:id/cai-chinh`,
  who: mayCorrect,
  example: null,
  gather: async (visit: Visit): Promise<Correcting> => ({
    person: await personAt(visit),
    genders: await listCodes(visit.look, 'gender'),
  }),
  title: own.correct,
  about: ({ person }) => same(person.name),
  crumbs: ({ person }) => [...peopleCrumbs(), { text: same(person.name), href: personPath(person.id) }],
  questions: {
    name: ask.text(own.name, { max: 100 }),
    number: ask.maybe(own.number, { max: 20, width: 20 }),
    born: ask.maybe(own.born, { max: 10, width: 10, hint: own.bornHint }),
    sex: ask.choice(own.sex, ({ genders }: Correcting) =>
      genders.map(({ code, name }) => ({ value: code, text: name })),
    ),
    commune: ask.maybe(own.commune, { max: 10, width: 10 }),
    address: ask.maybe(own.address, { max: 300 }),
    basis: ask.text(own.basis, { max: 300 }),
    /** The version that was shown: two corrections do not overwrite each other. */
    version: ask.hidden(),
  },
  initial: ({ person }) => ({
    name: person.name,
    number: person.number ?? '',
    born: person.born ?? '',
    sex: person.sex,
    commune: person.commune ?? '',
    address: person.address ?? '',
    version: String(person.version),
  }),
  button: own.correct,
  act: async (act, { basis, version, ...changes }, { gathered: { person } }) => {
    await correctPerson({ ...act, reason: basis }, person.id, Number(version), { ...changes, source: basis });
    return { to: personPath(person.id), say: own.done };
  },
});
