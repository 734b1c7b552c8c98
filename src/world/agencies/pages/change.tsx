/** Establishing an agency, renaming it, moving it, adding units and posts. */
import type { Text } from '../../../ground/text/language.ts';
import { ask, askPage } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import { establishAgency, moveAgency, renameAgency } from '../commands.ts';
import { guardAgency, isAdministrator } from '../manage.ts';
import type { Agency, AgencyKind, Role, Unit } from '../schema.ts';
import { listUnits } from '../staff.ts';
import { addPost, addUnit } from '../staffing.ts';
import { kindName, levelName, rankName, regimeName, roleName, unitKindName } from '../words.ts';
import {
  agenciesCrumbs,
  AGENCIES_PATH,
  agencyAt,
  agencyPath,
  agencyTyped,
  choices,
  identifierHint,
  ONE_PATH,
} from './paths.ts';

const own = {
  establish: { vi: 'Thành lập cơ quan', en: 'Establish an agency' },
  rename: { vi: 'Đổi tên cơ quan', en: 'Rename the agency' },
  renameHint: { vi: 'Giấy tờ đã cấp giữ tên cũ.', en: 'What was issued keeps the old name.' },
  move: { vi: 'Chuyển cơ quan cấp trên', en: 'Move under another agency' },
  unit: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  post: { vi: 'Thêm chức vụ', en: 'Add a post' },
  name: { vi: 'Tên', en: 'Name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  short: { vi: 'Chữ viết tắt', en: 'Abbreviation' },
  shortHint: { vi: 'Dùng trong số, ký hiệu văn bản: UBND, STP.', en: 'As in document numbers: UBND, STP.' },
  identifier: { vi: 'Mã định danh điện tử', en: 'Electronic identifier' },
  kind: { vi: 'Loại cơ quan', en: 'Kind of agency' },
  level: { vi: 'Cấp', en: 'Level' },
  regime: { vi: 'Chế độ làm việc', en: 'Regime' },
  parent: { vi: 'Mã định danh của cơ quan cấp trên', en: 'Identifier of the agency above' },
  place: { vi: 'Mã địa bàn phụ trách', en: 'Code of the place it serves' },
  headTitle: { vi: 'Chức danh người đứng đầu', en: 'Title of its head' },
  on: { vi: 'Từ ngày', en: 'From the day' },
  basis: { vi: 'Căn cứ (văn bản)', en: 'By which document' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  unitKind: { vi: 'Loại đơn vị', en: 'Kind of unit' },
  postUnit: { vi: 'Thuộc đơn vị', en: 'In the unit' },
  noUnit: { vi: 'Không thuộc đơn vị nào', en: 'In no unit' },
  title: { vi: 'Tên chức vụ', en: 'Title of the post' },
  titleEn: { vi: 'Tên chức vụ bằng tiếng Anh', en: 'Title in English' },
  rank: { vi: 'Thứ bậc', en: 'Rank' },
  roles: { vi: 'Vai trò trong hệ thống', en: 'Roles in the platform' },
  done: { vi: 'Đã ghi.', en: 'Saved.' },
} as const satisfies Readonly<Record<string, Text>>;

const name = ask.text(own.name, { max: 300 });
const nameEn = ask.text(own.nameEn, { max: 300 });
const short = ask.text(own.short, { max: 30, width: 10, hint: own.shortHint });
const on = ask.day(own.on);
const basis = ask.text(own.basis, { max: 500 });

/** The agency in the path, for those who administer it. */
export async function managed(visit: Visit): Promise<Agency> {
  const agency = await agencyAt(visit);
  await guardAgency(visit.look, agency.id);
  return agency;
}

/** What pages of acts on one agency have in common. */
const onAgency = (noun: string) =>
  ({
    path: `${ONE_PATH}/${noun}`,
    who: isAdministrator,
    example: null,
    gather: managed,
    about: (agency: Agency) => agency.name,
    crumbs: (agency: Agency) => agenciesCrumbs(agency),
  }) as const;

export const establishPage = askPage({
  path: `${AGENCIES_PATH}/thanh-lap`,
  who: isAdministrator,
  example: `${AGENCIES_PATH}/thanh-lap`,
  gather: async () => null,
  title: own.establish,
  crumbs: () => agenciesCrumbs(),
  questions: {
    name,
    nameEn,
    short,
    identifier: ask.text(own.identifier, { max: 35, width: 20, hint: identifierHint }),
    kind: ask.choice(own.kind, (_: unknown) => choices(kindName)),
    level: ask.oneOf(own.level, levelName, ['central', 'province', 'commune']),
    regime: ask.oneOf(own.regime, regimeName, ['head', 'collective']),
    parent: ask.maybe(own.parent, { max: 35, width: 20, hint: identifierHint }),
    place: ask.maybe(own.place, { max: 10, width: 10 }),
    headTitle: ask.maybe(own.headTitle),
    established: on,
    basis,
    address: ask.maybe(own.address, { max: 300 }),
    phone: ask.maybe(own.phone, { max: 30, width: 20 }),
    email: ask.maybe(own.email, { width: 30 }),
  },
  button: own.establish,
  act: async (act, answers) => {
    const { name: vi, nameEn: en, kind, ...rest } = answers;
    const parent = answers.parent === null ? null : (await agencyTyped(act, 'parent', answers.parent)).id;
    await guardAgency(act, parent);
    const id = await establishAgency(act, { ...rest, kind: kind as AgencyKind, parent, name: { vi, en } });
    return { to: agencyPath(id), say: own.done };
  },
});

export const renamePage = askPage({
  ...onAgency('doi-ten'),
  title: own.rename,
  lead: (_, { lang }) => <p class="govuk-body">{own.renameHint[lang]}</p>,
  questions: { name, nameEn, short, on, basis },
  initial: (agency) => ({ name: agency.name.vi, nameEn: agency.name.en, short: agency.short }),
  button: own.rename,
  act: async (act, { name: vi, nameEn: en, ...rest }, { gathered: { id } }) => {
    await renameAgency(act, id, { ...rest, name: { vi, en } });
    return { to: agencyPath(id), say: own.done };
  },
});

export const movePage = askPage({
  ...onAgency('chuyen'),
  title: own.move,
  questions: { parent: ask.maybe(own.parent, { max: 35, width: 20, hint: identifierHint }), on, basis },
  button: own.move,
  act: async (act, answers, { gathered: { id } }) => {
    const parent = answers.parent === null ? null : (await agencyTyped(act, 'parent', answers.parent)).id;
    await guardAgency(act, parent);
    await moveAgency(act, id, { ...answers, parent });
    return { to: agencyPath(id), say: own.done };
  },
});

export const unitPage = askPage({
  ...onAgency('don-vi'),
  title: own.unit,
  questions: {
    name,
    nameEn,
    kind: ask.oneOf(own.unitKind, unitKindName, ['division', 'clerical', 'one-stop']),
    from: on,
    basis,
  },
  button: own.unit,
  act: async (act, { name: vi, nameEn: en, kind, from, basis: by }, { gathered: { id } }) => {
    const unit = { agency: id, parent: null, name: { vi, en }, kind, from, to: null };
    await addUnit(act, unit, by);
    return { to: agencyPath(id), say: own.done };
  },
});

type WithUnits = { readonly agency: Agency; readonly units: readonly Unit[] };

export const postPage = askPage({
  path: `${ONE_PATH}/chuc-vu`,
  who: isAdministrator,
  example: null,
  gather: async (visit: Visit): Promise<WithUnits> => {
    const agency = await managed(visit);
    return { agency, units: await listUnits(visit.look, agency.id) };
  },
  title: own.post,
  about: ({ agency }) => agency.name,
  crumbs: ({ agency }) => agenciesCrumbs(agency),
  questions: {
    title: ask.text(own.title),
    titleEn: ask.text(own.titleEn),
    unit: ask.maybeChoice(
      own.postUnit,
      ({ units }: WithUnits) => units.map((unit) => ({ value: unit.id, text: unit.name })),
      own.noUnit,
    ),
    rank: ask.oneOf(own.rank, rankName, ['head', 'deputy', 'unit-head', 'unit-deputy', 'staff']),
    roles: ask.several(own.roles, (_: unknown) => choices(roleName)),
    from: on,
  },
  button: own.post,
  act: async (act, { title: vi, titleEn: en, roles, ...rest }, { gathered: { agency } }) => {
    const post = {
      ...rest,
      agency: agency.id,
      title: { vi, en },
      roles: roles as readonly Role[],
      fields: null,
      to: null,
    };
    await addPost(act, post);
    return { to: agencyPath(agency.id), say: own.done };
  },
});
