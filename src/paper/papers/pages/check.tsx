/** `/xac-minh` and `/xac-minh/:code`: anybody checks a paper by its code or its file, without signing in (E3). */
import { createHash } from 'node:crypto';
import { Button, FileUpload, InsetText, Input, Tag, WarningText } from '../../../ground/ui/index.ts';
import { errorOf, Faults, Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page, type Fault, type Page, type View } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { LARGEST_FILE, sniff } from '../../../ground/files/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { aboutFile, secretRefused } from '../../../ground/text/secret.ts';
import { lookAtWords, type Programs } from '../../scanning/index.ts';
import { verifyFile, type Trust, type Verdict } from '../../signing/index.ts';
import { agreesWithName, checkFile, findChecked } from '../check/check.ts';
import { listKeys } from '../check/keys.ts';
import { DataLinks, dataLinks } from '../signed-data/links.tsx';
import { words as dataWords } from '../signed-data/words.ts';
import { CheckedSignatures } from '../check/signatures.tsx';
import { checkStatement, readSquareCode } from '../check/statement.ts';
import { fileNames, words } from '../check/words.ts';
import { verifyKept } from '../evidence-records/records.ts';
import type { Passing } from '../../../ground/web/passing.ts';
import type { Press } from '../lay-out.ts';
import { keptVerdict, trustWith } from '../signature-check.ts';
import { CheckedPaper, CheckedStatement } from './checked.tsx';
import { passingFile } from './passing.ts';

const passing = passingFile({ vi: 'Hãy chọn tệp cần xác minh.', en: 'Choose the file to check.' });

/** A code as people type or paste it: with spaces and hyphens, in small letters, or as the whole address. */
const codeIn = (typed: string): string =>
  readSquareCode(typed)?.code ?? typed.replaceAll(/[\s-]/g, '').toUpperCase();

const framed = (body: View['body']): View => ({
  title: words.title,
  body: (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{body}</div>
    </div>
  ),
  description: words.lead,
});

const Again = ({ visit }: { readonly visit: Visit }) => (
  <p class="govuk-body">
    <a class="govuk-link" href="/xac-minh">
      {words.again[visit.lang]}
    </a>
  </p>
);

/** The first page: two ways to check. */
const Ways = ({ visit, fault }: { readonly visit: Visit; readonly fault: Fault | null }) => {
  const { lang } = visit;
  return (
    <>
      <Faults fault={fault} visit={visit} />
      <h1 class="govuk-heading-l">{words.title[lang]}</h1>
      <p class="govuk-body-l">{words.lead[lang]}</p>
      <h2 class="govuk-heading-m">{words.byCode[lang]}</h2>
      <form action="/xac-minh" method="get">
        <Input
          id="ma"
          name="ma"
          label={words.code[lang]}
          hint={words.codeHint[lang]}
          width={20}
          attributes={{ autocapitalize: 'characters', autocomplete: 'off', spellcheck: 'false' }}
        />
        <Button>{words.check[lang]}</Button>
      </form>
      <h2 class="govuk-heading-m">{words.byFile[lang]}</h2>
      <Form visit={visit} action="/xac-minh" upload>
        <FileUpload
          id="tep"
          name="tep"
          label={words.file[lang]}
          hint={words.fileHint[lang]}
          error={errorOf(fault, 'tep', visit)}
          accept=".pdf,.xml,.json,.jws"
        />
        <Input id="ma-tep" name="ma-tep" label={words.codeForFile[lang]} width={20} />
        <Button kind="secondary">{words.checkFile[lang]}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href="/xac-minh/ngoai-tuyen">
          {words.offline[lang]}
        </a>
      </p>
    </>
  );
};

/** What the code says; `agrees` is the answer to a comparison of names. */
const Found = ({ found, visit, fault, agrees }: FoundProps) => {
  const { lang } = visit;
  const { code, checked, statement } = found;
  return (
    <>
      <Faults fault={fault} visit={visit} />
      <span class="govuk-caption-l">{code}</span>
      <h1 class="govuk-heading-l">{words.title[lang]}</h1>
      {statement && <CheckedStatement found={statement} lang={lang} />}
      {checked ? (
        <>
          <CheckedPaper checked={checked} lang={lang} />
          <p class="govuk-body">{words.compare[lang]}</p>
          {checked.force && <CompareName code={code} visit={visit} fault={fault} agrees={agrees} />}
        </>
      ) : (
        <WarningText>{words.none[lang]}</WarningText>
      )}
      <Again visit={visit} />
    </>
  );
};

type NameProps = Omit<FoundProps, 'found'> & Pick<CodeFound, 'code'>;

/** Whether a name that is written on the paper in hand stands on the one that was issued. */
const CompareName = ({ code, visit, fault, agrees }: NameProps) => {
  const { lang } = visit;
  return (
    <>
      <h2 class="govuk-heading-m">{words.nameTitle[lang]}</h2>
      {agrees !== null && (
        <p class="govuk-body">
          <Tag colour={agrees ? 'green' : 'red'}>{(agrees ? words.nameAgrees : words.nameDiffers)[lang]}</Tag>
        </p>
      )}
      <Form visit={visit} action={`/xac-minh/${code}`}>
        <Input
          id="ten"
          name="ten"
          label={words.name[lang]}
          error={errorOf(fault, 'ten', visit)}
          attributes={{ autocomplete: 'off' }}
        />
        <Button kind="secondary">{words.compareName[lang]}</Button>
      </Form>
    </>
  );
};

type CodeFound = Awaited<ReturnType<typeof find>>;
type FoundProps = {
  readonly found: CodeFound;
  readonly visit: Visit;
  readonly fault: Fault | null;
  readonly agrees: boolean | null;
};

/** Everything about a code: the paper it is of, and the statement that came with it. */
async function find(visit: Visit, code: string) {
  const signed = visit.query['c'];
  return {
    code,
    checked: await findChecked(visit.look, code),
    statement: signed ? checkStatement(code, signed, await listKeys(visit.look)) : null,
  };
}

/** Nothing of the file is kept here; its words are looked at all the same before anything is said about it. */
async function refuseSecret(programs: Programs, { name, bytes }: Passing): Promise<void> {
  const found = await lookAtWords(programs, bytes, sniff(bytes.subarray(0, 4096)));
  if (found?.marked) throw new Invalid([{ field: 'tep', message: aboutFile(name, secretRefused) }]);
}

/**
 * The verdict on a file that somebody shows. Of the evidence record of a file that was sent to us only officers are told: that it once was
 * is nothing that whoever holds a copy may find out.
 */
async function judged(
  store: Press['store'],
  { look, by }: Visit,
  { bytes, isOurs }: { readonly bytes: Buffer; readonly isOurs: boolean },
  trust: Trust,
): Promise<{ readonly verdict: Verdict; readonly record: Buffer | null }> {
  if (by.kind !== 'officer' && !isOurs) return { verdict: await verifyFile(bytes, trust), record: null };
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { verdict, record } = await verifyKept(look, store, { bytes, hash }, trust);
  return { verdict, record: record && (await store.read(record.file)) };
}

const startPage = ({ keyring, store }: Pick<Press, 'keyring' | 'store'>, programs: Programs): Page =>
  page({
    path: '/xac-minh',
    who: 'anyone',
    example: '/xac-minh',
    largest: LARGEST_FILE,
    input: input({ tep: passing, 'ma-tep': text({ label: words.code, max: 400, min: 0 }) }),
    gather: (visit) => (visit.query['ma'] ? find(visit, codeIn(visit.query['ma'])) : Promise.resolve(null)),
    view: (found, visit, fault) =>
      framed(
        found ? (
          <Found found={found} visit={visit} fault={fault} agrees={null} />
        ) : (
          <Ways visit={visit} fault={fault} />
        ),
      ),
    show: async (visit, posted) => {
      const { lang } = visit;
      await refuseSecret(programs, posted.tep);
      const file = await checkFile(visit.look, posted.tep.bytes, codeIn(posted['ma-tep']) || null);
      const links = file.kind === 'as-issued' ? await dataLinks(store, file.data ?? []) : [];
      const shown = { bytes: posted.tep.bytes, isOurs: file.kind === 'as-issued' };
      const { verdict, record } = await judged(store, visit, shown, await trustWith(keyring, visit.now));
      return framed(
        <>
          <span class="govuk-caption-l">{posted.tep.name}</span>
          <h1 class="govuk-heading-l">{words.title[lang]}</h1>
          <h2 class="govuk-heading-m">
            <Tag colour={file.kind === 'as-issued' ? 'green' : 'red'}>{fileNames[file.kind][lang]}</Tag>
          </h2>
          {file.kind === 'as-issued' && file.annex && (
            <InsetText>
              {words.annexOf[lang]}. {file.annex[lang]}
            </InsetText>
          )}
          {file.kind === 'as-issued' && file.isData && <InsetText>{dataWords.isData[lang]}.</InsetText>}
          {file.kind !== 'not-ours' && <CheckedPaper checked={file.checked} lang={lang} />}
          <CheckedSignatures verdict={keptVerdict(verdict)} lang={lang} />
          {record && (
            <p class="govuk-body">
              <a
                class="govuk-link"
                href={`data:application/octet-stream;base64,${record.toString('base64')}`}
                download={`${posted.tep.name}.ers`}
              >
                {words.evidence[lang]}
              </a>
            </p>
          )}
          <DataLinks links={links} lang={lang} />
          <Again visit={visit} />
        </>,
      );
    },
  });

const codePage = page({
  path: '/xac-minh/:code{[0-9A-Za-z]{12}}',
  who: 'anyone',
  example: null,
  input: input({ ten: text({ label: words.nameField }) }),
  gather: (visit) => find(visit, codeIn(visit.params['code'] ?? '')),
  view: (found, visit, fault) => framed(<Found found={found} visit={visit} fault={fault} agrees={null} />),
  show: async (visit, { ten }, found) => {
    const agrees = await agreesWithName(visit.look, found.code, ten);
    return framed(<Found found={found} visit={visit} fault={null} agrees={agrees} />);
  },
});

export const checkPages = (press: Pick<Press, 'keyring' | 'store'>, programs: Programs): readonly Page[] => [
  startPage(press, programs),
  codePage,
];
