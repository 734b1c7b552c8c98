/** A citizen authorises another person, for oneself or for the organisation one represents (requirement B14). */
import { Button, InsetText } from '../../../ground/ui/index.ts';
import { Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { fold } from '../../../ground/text/fold.ts';
import type { Text } from '../../../ground/text/language.ts';
import { ask, askPage, type Option } from '../../../ground/web/ask.tsx';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { By } from '../../../ground/db/act.ts';
import { listCodes } from '../../law/index.ts';
import { findPersonByNumber } from '../../people/index.ts';
import { grantMandate } from '../commands.ts';
import { withNames } from '../names.ts';
import { listMandatesFor, listMandatesOf } from '../queries.ts';
import { unlimited, type Principal } from '../schema.ts';
import { actName } from '../words.ts';
import { accountCrumbs, MINE_PATH } from './paths.ts';
import { MandateTable } from './table.tsx';

const GRANT_PATH = `${MINE_PATH}/them`;

const own = {
  title: { vi: 'Uỷ quyền', en: 'Authorisations' },
  given: { vi: 'Tôi đã uỷ quyền', en: 'Those I have authorised' },
  received: { vi: 'Tôi được uỷ quyền', en: 'Those who have authorised me' },
  switch: { vi: 'Làm việc thay người khác', en: 'Act for somebody else' },
  grant: { vi: 'Uỷ quyền cho người khác', en: 'Authorise somebody' },
  lead: {
    vi: 'Người được uỷ quyền làm thay bạn những việc bạn chọn, trong thời gian bạn ghi. Bạn thu hồi được bất cứ lúc nào.',
    en: 'They do for you what you choose, in the time you enter. You can revoke it at any time.',
  },
  number: { vi: 'Số định danh cá nhân của người được uỷ quyền', en: 'Personal number of the person' },
  name: { vi: 'Họ và tên người được uỷ quyền', en: 'Full name of the person' },
  nameHint: { vi: 'Để chắc chắn không nhầm người.', en: 'To be sure it is the right person.' },
  unknown: {
    vi: 'Số định danh và họ tên không khớp với người nào từng đăng nhập ở đây. Hãy kiểm tra lại, hoặc nhờ người ấy đăng nhập bằng VNeID một lần.',
    en: 'Number and name fit nobody who has signed in here. Check them, or ask the person to sign in with VNeID once.',
  },
  acts: { vi: 'Được làm những việc', en: 'They may' },
  chooseActs: { vi: 'Hãy chọn ít nhất một việc.', en: 'Choose at least one.' },
  fields: { vi: 'Chỉ trong lĩnh vực', en: 'Only in these fields' },
  fieldsHint: {
    vi: 'Không chọn lĩnh vực nào: được làm thay trong mọi lĩnh vực.',
    en: 'None chosen: in every field.',
  },
  results: { vi: 'Kết quả gửi cho', en: 'Results go to' },
  toMe: { vi: 'Tôi', en: 'Me' },
  toAgent: { vi: 'Người được uỷ quyền', en: 'The person I authorise' },
  from: { vi: 'Từ ngày', en: 'From the day' },
  to: { vi: 'Đến hết ngày', en: 'Until the day' },
  done: { vi: 'Đã uỷ quyền.', en: 'Authorised.' },
  level: {
    vi: 'Uỷ quyền cần tài khoản định danh mức độ 2. Hãy đăng nhập bằng tài khoản mức độ 2.',
    en: 'To authorise somebody you need an identity account of level 2. Sign in with one.',
  },
  basis: 'Uỷ quyền điện tử trên cổng dịch vụ công',
} as const;

/** For whom the visitor speaks by right: oneself, or the organisation signed in for; not under another's authorisation. */
function speaksFor(by: By): Principal | null {
  if (by.mandate !== null || by.person === null) return null;
  return by.organisation === null
    ? { kind: 'person', id: by.person }
    : { kind: 'organisation', id: by.organisation };
}

export const minePage = page({
  path: MINE_PATH,
  who: 'citizen',
  example: MINE_PATH,
  gather: async ({ look, by }) => {
    const principal = speaksFor(by);
    return {
      given: await withNames(look, principal ? await listMandatesFor(look, principal) : []),
      received: await withNames(look, by.person ? await listMandatesOf(look, by.person) : []),
    };
  },
  view: ({ given, received }, visit) => {
    const { lang, by } = visit;
    return {
      title: own.title,
      wide: true,
      crumbs: accountCrumbs,
      body: (
        <>
          <h1 class="govuk-heading-l">{own.title[lang]}</h1>
          <h2 class="govuk-heading-m">{own.given[lang]}</h2>
          <MandateTable caption={own.given} mandates={given} visit={visit} mayRevoke={() => true} />
          {by.assurance < 2 ? (
            <InsetText>{own.level[lang]}</InsetText>
          ) : (
            <Button href={GRANT_PATH}>{own.grant[lang]}</Button>
          )}
          <h2 class="govuk-heading-m">{own.received[lang]}</h2>
          <MandateTable caption={own.received} mandates={received} visit={visit} mayRevoke={() => false} />
          <p class="govuk-body">
            <a class="govuk-link" href="/tai-khoan/thay-mat">
              {own.switch[lang]}
            </a>
          </p>
        </>
      ),
    };
  },
});

const mayGrant = (by: By): boolean => {
  if (by.kind !== 'citizen') return false;
  if (by.assurance < 2) throw new NotAllowed(own.level);
  return speaksFor(by) !== null;
};

const problem = (field: string, message: Text): Invalid => new Invalid([{ field, message }]);

export const grantPage = askPage({
  path: GRANT_PATH,
  who: mayGrant,
  example: GRANT_PATH,
  gather: async ({ look, by }: Visit) => ({
    principal: speaksFor(by),
    fields: (await listCodes(look, 'field')).map(({ code, name }) => ({ value: code, text: name })),
  }),
  title: own.grant,
  crumbs: () => [...accountCrumbs, { text: own.title, href: MINE_PATH }],
  lead: (_, { lang }) => <p class="govuk-body">{own.lead[lang]}</p>,
  questions: {
    number: ask.text(own.number, { max: 20, width: 20 }),
    name: ask.text(own.name, { max: 100, hint: own.nameHint }),
    acts: ask.several(own.acts, (_: unknown) =>
      Object.entries(actName).map(([value, text]) => ({ value, text })),
    ),
    fields: ask.several(own.fields, ({ fields }: { readonly fields: readonly Option[] }) => fields, {
      hint: own.fieldsHint,
    }),
    resultsTo: ask.oneOf(own.results, { principal: own.toMe, agent: own.toAgent }, ['principal', 'agent']),
    from: ask.day(own.from),
    to: ask.day(own.to),
  },
  initial: () => ({ resultsTo: 'principal' }),
  button: own.grant,
  act: async (act, { number, name, acts, fields, ...rest }, { gathered: { principal } }) => {
    if (acts.length === 0) throw problem('acts', own.chooseActs);
    const agent = await findPersonByNumber(act, number);
    // One answer for an unknown number and a wrong name: numbers cannot be tried for their names.
    if (!agent || fold(agent.name) !== fold(name)) throw problem('number', own.unknown);
    if (!principal) throw new NotAllowed(own.level);
    await grantMandate(act, {
      ...unlimited,
      ...rest,
      kind: principal.kind === 'organisation' ? 'representation' : 'delegation',
      agent: { kind: 'person', id: agent.id },
      principal,
      grantedBy: act.by.person,
      agency: null,
      acts,
      fields: fields.length > 0 ? fields : null,
      basis: own.basis,
    });
    return { to: MINE_PATH, say: own.done };
  },
});
