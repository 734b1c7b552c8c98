/** Mandates within an agency: roles and signing authority, granted by its administrator. */
import { Button, ButtonGroup, FilterBar, Input } from '../../../ground/ui/index.ts';
import { Invalid, NotFound } from '../../../ground/operate/errors.ts';
import { hasRole, type By } from '../../../ground/db/act.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { same, type Text } from '../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { ask, askPage, type Option } from '../../../ground/web/ask.tsx';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import {
  findAgencyByIdentifier,
  findOfficers,
  getAgency,
  guardAgency,
  listHeadsBelow,
  listPosts,
  manages,
  roleName,
  type Agency,
  type Officer,
  type Post,
  type Role,
} from '../../agencies/index.ts';
import { isInForce, listCodes, type Code } from '../../law/index.ts';
import { grantMandate } from '../commands.ts';
import { documentLists, withNames, type NamedMandate } from '../names.ts';
import { listMandatesIn } from '../queries.ts';
import { postProblems } from '../rules.ts';
import { unlimited } from '../schema.ts';
import { formName } from '../words.ts';
import { mandatesCrumbs, mandatesName, MANDATES_PATH } from './paths.ts';
import { MandateTable } from './table.tsx';

const own = {
  agency: { vi: 'Mã định danh của cơ quan', en: 'Identifier of the agency' },
  role: { vi: 'Phân quyền cho cán bộ', en: 'Give a role' },
  signing: { vi: 'Giao thẩm quyền ký', en: 'Give signing authority' },
  find: { vi: 'Tìm cán bộ trong danh bạ', en: 'Find the officer in the directory' },
  search: { vi: 'Tìm', en: 'Search' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  form: { vi: 'Hình thức ký', en: 'Form of signing' },
  agent: { vi: 'Giao cho chức vụ', en: 'Given to the post' },
  agentHint: {
    vi: 'Người đứng đầu cơ quan trực thuộc chỉ được giao ký thừa uỷ quyền (TUQ.), bằng văn bản, có thời hạn và nội dung, không giao lại cho người khác; riêng văn phòng của cơ quan được giao ký thừa lệnh (TL.).',
    en: 'Heads of agencies below can be given TUQ. only: in writing, limited in time and content, not passed on; the office of the agency also TL.',
  },
  principal: { vi: 'Ký cho chức vụ', en: 'Signs for the post' },
  documents: { vi: 'Loại văn bản', en: 'Types of documents' },
  documentsHint: {
    vi: 'Không chọn loại nào nghĩa là mọi loại; TL. và TUQ. phải chọn.',
    en: 'None means all types; TL. and TUQ. ask for some.',
  },
  fields: { vi: 'Chỉ trong lĩnh vực', en: 'Only in these fields' },
  fieldsHint: {
    vi: 'Không chọn lĩnh vực nào nghĩa là mọi lĩnh vực.',
    en: 'None means every field.',
  },
  redelegable: {
    vi: 'Được giao cấp phó ký thay (chỉ với TL.)',
    en: 'May be passed on to the deputy (TL. only)',
  },
  under: { vi: 'Ký thay người đang được giao ký', en: 'Signs for somebody who was given this authority' },
  underHint: {
    vi: 'Chọn khi cấp phó ký thay người được giao TL.; hình thức ký là KT.',
    en: 'Choose it where a deputy signs for whoever signs TL.; the form is KT.',
  },
  nobody: { vi: 'Không', en: 'Nobody' },
  from: { vi: 'Từ ngày', en: 'From the day' },
  to: { vi: 'Đến hết ngày', en: 'Until the day' },
  basis: { vi: 'Căn cứ (quyết định)', en: 'By which decision' },
  done: { vi: 'Đã giao.', en: 'Granted.' },
} as const satisfies Readonly<Record<string, Text>>;

const isAdministrator = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'it-admin');

/** The agency that is asked for; the visitor's own by default. Throws NotFound. */
async function agencyAsked({ look, query, by }: Visit): Promise<Agency> {
  const identifier = query['cq']?.trim();
  if (!identifier && by.agency) return getAgency(look, by.agency);
  const found = identifier ? await findAgencyByIdentifier(look, identifier) : null;
  if (found) return found;
  throw new NotFound({ vi: 'Không có cơ quan mang mã này.', en: 'No agency has this identifier.' });
}

async function managed(visit: Visit): Promise<Agency> {
  const agency = await agencyAsked(visit);
  await guardAgency(visit.look, agency.id);
  return agency;
}

const back = ({ identifier }: Agency): string => `${MANDATES_PATH}?cq=${identifier}`;

export const mandatesPage = page({
  path: MANDATES_PATH,
  who: 'officer',
  example: MANDATES_PATH,
  gather: async (visit) => {
    const agency = await agencyAsked(visit);
    const mandates = await withNames(visit.look, await listMandatesIn(visit.look, agency.id));
    return { agency, mandates, manages: await manages(visit.look, agency.id) };
  },
  view: ({ agency, mandates, manages: mine }, visit) => {
    const { lang } = visit;
    const query = `?cq=${agency.identifier}`;
    return {
      title: mandatesName,
      wide: true,
      crumbs: administrationCrumbs(),
      body: (
        <>
          <span class="govuk-caption-l">{agency.name[lang] || agency.name.vi}</span>
          <h1 class="govuk-heading-l">{mandatesName[lang]}</h1>
          {mine && (
            <ButtonGroup>
              <Button href={`${MANDATES_PATH}/vai-tro${query}`}>{own.role[lang]}</Button>
              <Button href={`${MANDATES_PATH}/ky${query}`} kind="secondary">
                {own.signing[lang]}
              </Button>
            </ButtonGroup>
          )}
          <FilterBar action={MANDATES_PATH}>
            <Input id="cq" name="cq" label={own.agency[lang]} value={agency.identifier} width={10} />
          </FilterBar>
          <MandateTable caption={mandatesName} mandates={mandates} visit={visit} mayRevoke={() => mine} />
        </>
      ),
    };
  },
});

type GivingRole = { readonly agency: Agency; readonly words: string; readonly officers: readonly Officer[] };

const roleOptions: readonly Option[] = (Object.entries(roleName) as [Role, Text][]).map(([value, text]) => ({
  value,
  text,
}));

export const rolePage = askPage({
  path: `${MANDATES_PATH}/vai-tro`,
  who: isAdministrator,
  example: `${MANDATES_PATH}/vai-tro`,
  gather: async (visit: Visit): Promise<GivingRole> => {
    const words = visit.query['q']?.slice(0, 100) ?? '';
    return { agency: await managed(visit), words, officers: await findOfficers(visit.look, words) };
  },
  title: own.role,
  about: ({ agency }) => agency.name,
  crumbs: () => mandatesCrumbs(),
  lead: ({ agency, words }, { lang }) => (
    <form method="get" action={`${MANDATES_PATH}/vai-tro`} role="search">
      <input type="hidden" name="cq" value={agency.identifier} />
      <Input id="q" name="q" label={own.find[lang]} value={words} width={30} />
      <Button kind="secondary">{own.search[lang]}</Button>
    </form>
  ),
  questions: {
    person: ask.choice(own.officer, ({ officers }: GivingRole) =>
      officers.map(({ person, name, staffNumber }) => ({
        value: person,
        text: same(name),
        ...(staffNumber && { hint: same(staffNumber) }),
      })),
    ),
    roles: ask.several(own.roles, (_: unknown) => roleOptions),
    from: ask.day(own.from),
    to: ask.maybeDay(own.to),
    basis: ask.text(own.basis, { max: 300 }),
  },
  button: own.role,
  act: async (act, { person, roles, ...period }, { gathered: { agency } }) => {
    await grantMandate(act, {
      ...unlimited,
      ...period,
      kind: 'role',
      agent: { kind: 'person', id: person },
      principal: { kind: 'agency', id: agency.id },
      grantedBy: act.by.person,
      agency: agency.id,
      roles: roles as readonly Role[],
    });
    return { to: back(agency), say: own.done };
  },
});

type GivingSigning = {
  readonly agency: Agency;
  readonly posts: readonly Post[];
  /** Heads of the agencies right below. */
  readonly below: Awaited<ReturnType<typeof listHeadsBelow>>;
  readonly documents: readonly Code[];
  readonly fields: readonly Code[];
  /** Authorities to sign that may be passed on. */
  readonly given: readonly NamedMandate[];
};
const codeOptions = (codes: readonly Code[]): Option[] =>
  codes.map(({ code, name }) => ({ value: code, text: name }));
const postOptions = (posts: readonly Post[]): Option[] =>
  posts.map(({ id, title }) => ({ value: id, text: title }));

export const signingPage = askPage({
  path: `${MANDATES_PATH}/ky`,
  who: isAdministrator,
  example: `${MANDATES_PATH}/ky`,
  gather: async (visit: Visit): Promise<GivingSigning> => {
    const { look, now } = visit;
    const agency = await managed(visit);
    const given = (await listMandatesIn(look, agency.id)).filter(
      (one) =>
        one.kind === 'signing' &&
        one.redelegable &&
        one.revokedFrom === null &&
        isInForce(one, vietnamDay(now)),
    );
    return {
      agency,
      posts: await listPosts(look, agency.id),
      below: await listHeadsBelow(look, agency.id),
      documents: (await Promise.all(documentLists.map((list) => listCodes(look, list)))).flat(),
      fields: await listCodes(look, 'field'),
      given: await withNames(look, given),
    };
  },
  title: own.signing,
  about: ({ agency }) => agency.name,
  crumbs: () => mandatesCrumbs(),
  questions: {
    form: ask.oneOf(own.form, formName, ['KT', 'TL', 'TUQ']),
    agent: ask.choice(
      own.agent,
      ({ posts, below }: GivingSigning) => [
        ...postOptions(posts),
        ...below.map(({ post: { id, title }, agency }) => ({
          value: id,
          text: { vi: `${title.vi}, ${agency}`, en: `${title.en || title.vi}, ${agency}` },
        })),
      ],
      { hint: own.agentHint },
    ),
    principal: ask.choice(own.principal, ({ posts }: GivingSigning) =>
      postOptions(posts.filter(({ rank }) => ['head', 'deputy', 'unit-head'].includes(rank))),
    ),
    documents: ask.several(own.documents, ({ documents }: GivingSigning) => codeOptions(documents), {
      hint: own.documentsHint,
    }),
    fields: ask.several(own.fields, ({ fields }: GivingSigning) => codeOptions(fields), {
      hint: own.fieldsHint,
    }),
    redelegable: ask.flag(own.redelegable),
    under: ask.maybeChoice(
      own.under,
      ({ given }: GivingSigning) => given.map(({ mandate, agent }) => ({ value: mandate.id, text: agent })),
      own.nobody,
      { hint: own.underHint },
    ),
    from: ask.day(own.from),
    to: ask.maybeDay(own.to),
    basis: ask.text(own.basis, { max: 300 }),
  },
  button: own.signing,
  act: async (act, { agent, principal, documents, fields, ...rest }, { gathered }) => {
    const { agency, posts, below } = gathered;
    const head = below.find(({ post }) => post.id === agent);
    const to = head?.post ?? posts.find(({ id }) => id === agent);
    const from = posts.find(({ id }) => id === principal);
    const wrong =
      to && from
        ? postProblems({ ...rest, agency: agency.id }, { ...to, inOffice: head?.kind === 'office' }, from)
        : [];
    if (wrong.length > 0) throw new Invalid(wrong);
    await grantMandate(act, {
      ...unlimited,
      ...rest,
      kind: 'signing',
      agent: { kind: 'post', id: agent },
      principal: { kind: 'post', id: principal },
      grantedBy: act.by.person,
      agency: agency.id,
      documents: documents.length > 0 ? documents : null,
      fields: fields.length > 0 ? fields : null,
    });
    return { to: back(agency), say: own.done };
  },
});
