/**
 * `/mot-cua/chung-thuc`: certified copies while the person waits (C1). One screen from the original on the counter to the
 * leader's signature; what the state knows of the person is not typed.
 */
import { Button, FileUpload, Input, InsetText, Select } from '../../../ground/ui/index.ts';
import type { By } from '../../../ground/db/act.ts';
import { aboutFile } from '../../../ground/text/secret.ts';
import { noteSecrecy, whyRefused, type SecrecyDoor } from '../../../paper/scanning/index.ts';
import { LARGEST_FILE, type File } from '../../../ground/files/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, integer, oneOf, text, type Input as PageInput } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { newId } from '../../../ground/record/index.ts';
import { newCheckCode } from '../../../paper/papers/index.ts';
import type { DeskEntry } from '../../../work/desk/index.ts';
import { formOf, validate } from '../../../work/forms/index.ts';
import { agencyOfPlace, getAgency } from '../../../world/agencies/index.ts';
import { digitsOf, findPersonByNumber } from '../../../world/people/index.ts';
import { getProcedure } from '../../catalogue/index.ts';
import { dossierPath, settleAtCounter } from '../../dossiers/index.ts';
import { counterOf } from '../counter.ts';
import { beginDraft } from '../drafts.ts';
import { askKnown, purposeOf, type KnownSource } from '../known.ts';
import { draftPath, EXPRESS_COPY } from '../paths.ts';
import { handIn } from '../submit.ts';
import { words } from '../words.ts';

/** Chứng thực bản sao từ bản chính, in the national catalogue. */
const PROCEDURE = '2.000815';

const says = {
  title: { vi: 'Chứng thực bản sao tại quầy', en: 'Certified copy at the counter' },
  kind: { vi: 'Giấy tờ', en: 'Paper' },
  kindField: { vi: 'loại giấy tờ', en: 'the kind of paper' },
  other: { vi: 'Tên giấy tờ, nếu chọn “Giấy tờ khác”', en: 'Name of the paper, where it is another' },
  otherField: { vi: 'tên giấy tờ', en: 'the name of the paper' },
  pages: { vi: 'Số trang bản chính', en: 'Pages of the original' },
  pagesField: { vi: 'số trang', en: 'the number of pages' },
  copies: { vi: 'Số bản sao', en: 'Copies' },
  copiesField: { vi: 'số bản sao', en: 'the number of copies' },
  scan: { vi: 'Bản chụp bản chính (PDF hoặc ảnh)', en: 'Scan of the original (PDF or picture)' },
  long: {
    vi: 'Bản chụp có nhiều trang ảnh quá, không đọc hết ngay được. Hãy lập hồ sơ theo cách thường: hồ sơ được tiếp nhận khi đã đọc hết các trang.',
    en: 'The scan has too many pictured pages to be read at once. File it in the ordinary way: it can be accepted when all its pages have been read.',
  },
  noScan: { vi: 'Hãy chọn bản chụp bản chính.', en: 'Choose the scan of the original.' },
  hint: {
    vi: 'Bạn đã đối chiếu bản chụp với bản chính. Hệ thống tiếp nhận, vào sổ, tính phí và trình lãnh đạo ký ngay.',
    en: 'You have compared the scan with the original. The request is accepted, entered, charged and goes to the leader at once.',
  },
  send: { vi: 'Đã đối chiếu, trình ký', en: 'Compared: submit for signature' },
  done: (code: string): Text => ({
    vi: `Hồ sơ ${code} đã vào sổ và đang chờ lãnh đạo ký.`,
    en: `Dossier ${code} is entered and waits for the leader's signature.`,
  }),
  more: {
    vi: 'Chưa đủ thông tin về người yêu cầu. Hãy điền nốt ở các trang sau.',
    en: 'Something about the person is still missing. Complete it on the next pages.',
  },
} satisfies Record<string, Text | ((code: string) => Text)>;

/** What is brought to the counter most, the most frequent first; the first letter chooses. */
const kinds = [
  ['diploma', 'Bằng tốt nghiệp'],
  ['identity', 'Căn cước'],
  ['birth', 'Giấy khai sinh'],
  ['marriage', 'Giấy chứng nhận kết hôn'],
  ['land', 'Giấy chứng nhận quyền sử dụng đất'],
  ['transcript', 'Học bạ, bảng điểm'],
  ['certificate', 'Chứng chỉ'],
  ['licence', 'Đăng ký kinh doanh'],
  ['other', 'Giấy tờ khác'],
] as const;

const names = new Map<string, string>(kinds);

type Brought = {
  readonly number: string;
  readonly kind: (typeof kinds)[number][0];
  readonly other: string;
  readonly pages: number;
  readonly copies: number;
  readonly scan: File;
};

const fields = input({
  number: text({ label: words.personalNumber, max: 20 }),
  kind: oneOf(
    kinds.map(([kind]) => kind),
    says.kindField,
  ),
  other: text({ label: says.otherField, min: 0, max: 160 }),
  pages: integer(says.pagesField, 1, 500),
  copies: integer(says.copiesField, 1, 50),
});

const isFile = (value: unknown): value is File =>
  typeof value === 'object' && value !== null && 'hash' in value;

const brought: PageInput<Brought> = {
  schema: fields.schema,
  read: (raw) => {
    const read = fields.read(raw);
    const scan = [raw['scan']].flat().find(isFile);
    const errors = [
      ...('errors' in read ? read.errors : []),
      ...(scan ? [] : [{ field: 'scan', message: says.noScan }]),
      ...('value' in read && read.value.kind === 'other' && read.value.other === ''
        ? [{ field: 'other', message: { vi: 'Hãy nhập tên giấy tờ.', en: 'Enter the name of the paper.' } }]
        : []),
    ];
    return 'value' in read && scan && errors.length === 0 ? { value: { ...read.value, scan } } : { errors };
  },
};

/** Officers who both receive at a counter and appraise: nobody else can do it in one act. */
const mayExpress = (by: By): boolean =>
  counterOf(by) !== null && by.powers.some(({ role }) => role === 'case-officer');

/** The way there from the desk. */
export const expressEntry: DeskEntry = { href: EXPRESS_COPY, text: says.title, key: 'c', who: mayExpress };

export const expressPage = (sources: readonly KnownSource[], secrecy: SecrecyDoor) =>
  page({
    path: EXPRESS_COPY,
    who: mayExpress,
    example: EXPRESS_COPY,
    largest: LARGEST_FILE,
    input: brought,
    gather: async ({ look, by }) => {
      const oneStop = await getAgency(look, counterOf(by) ?? '');
      // Copies are certified where the original is shown, wherever the person lives (Decree 23/2015 art. 5).
      const agency = oneStop.place ? await agencyOfPlace(look, oneStop.place, 'peoples-committee') : null;
      return { oneStop, agency: agency ?? oneStop, procedure: await getProcedure(look, PROCEDURE) };
    },
    view: ({ oneStop }, visit, fault) => {
      const { lang } = visit;
      const field = (name: string) => ({ id: name, name, error: errorOf(fault, name, visit) });
      return {
        title: says.title,
        crumbs: [{ text: { vi: 'Bàn làm việc', en: 'My desk' }, href: '/viec' }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <span class="govuk-caption-l">{oneStop.name[lang]}</span>
              <h1 class="govuk-heading-l">{says.title[lang]}</h1>
              <Form visit={visit} upload>
                <Input
                  {...field('number')}
                  label={words.personalNumberLabel[lang]}
                  value={typedIn(fault, 'number')}
                  inputmode="numeric"
                  width={20}
                  attributes={{ autofocus: true }}
                />
                <Select
                  {...field('kind')}
                  label={says.kind[lang]}
                  value={typedIn(fault, 'kind')}
                  items={kinds.map(([value, name]) => ({ value, text: name }))}
                />
                <Input
                  {...field('pages')}
                  label={says.pages[lang]}
                  value={typedIn(fault, 'pages')}
                  inputmode="numeric"
                  width={3}
                />
                <Input
                  {...field('copies')}
                  label={says.copies[lang]}
                  value={typedIn(fault, 'copies') ?? '1'}
                  inputmode="numeric"
                  width={3}
                />
                <FileUpload {...field('scan')} label={says.scan[lang]} accept=".pdf,image/*" />
                <Input {...field('other')} label={says.other[lang]} value={typedIn(fault, 'other')} />
                <InsetText>{says.hint[lang]}</InsetText>
                <Button preventDoubleClick>{says.send[lang]}</Button>
              </Form>
            </div>
          </div>
        ),
      };
    },
    prepare: async ({ look, origin }, { number, kind, other, pages, copies, scan }, { procedure }) => {
      const person = await findPersonByNumber(look, digitsOf(number));
      if (!person) throw new Invalid([{ field: 'number', message: words.unknownPerson }]);
      if (!procedure.form) throw new Invalid([{ field: '', message: words.noForm }]);
      // The paper lies on the counter and the person waits: there is no later moment before the code.
      const looked = await secrecy.now(look, scan);
      if (looked.rest) throw new Invalid([{ field: 'scan', message: says.long }]);
      const purpose = purposeOf(procedure.code, person.id, newId(look.now));
      const known = await askKnown(look, procedure.form, sources, purpose);
      const originalName = kind === 'other' ? other : (names.get(kind) ?? '');
      const answers = { ...known.answers, originalName, pages, copies };
      const code = newCheckCode();
      const checked = validate(formOf(procedure.form), answers, { today: vietnamDay(look.now) });
      return {
        looked,
        person,
        known: { ...known, answers },
        complete: checked.errors.length === 0,
        mark: { code, check: `${origin}/xac-minh/${code}` },
      };
    },
    act: async (act, { scan }, { gathered: { agency, oneStop, procedure }, prepared }) => {
      const { looked, person, known, complete, mark } = prepared;
      noteSecrecy(act, scan.id, scan.hash, looked);
      if (looked.marked) return { to: EXPRESS_COPY, say: aboutFile(scan.name, whyRefused(looked)) };
      const applicant = { person: person.id, organisation: null };
      if (!complete) return { to: draftPath(beginDraft(act, procedure, known, applicant)), say: says.more };
      const { id, code } = await handIn(
        act,
        {
          ...applicant,
          answers: known.answers,
          key: `express ${mark.code}`,
          channel: 1,
          filer: null,
          returnWay: 'counter',
          // The original is only shown; its scan joins the dossier below.
          components: [],
        },
        procedure,
        { agency, oneStop, place: oneStop.place },
      );
      await settleAtCounter(act, id, { scan, name: 'Bản chụp bản chính', mark });
      return { to: dossierPath(code), say: says.done(code) };
    },
  });
