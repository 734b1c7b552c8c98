/** The form to print and fill in by hand (biểu mẫu không tương tác), from the same definition as the one on the screen (B3). */
import { NotFound } from '../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Answer } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { currentTemplate } from '../../../paper/papers/index.ts';
import { typeset } from '../../../paper/typeset/index.ts';
import { dataDictionary, type Definition } from '../../../work/forms/index.ts';
import { getProcedure } from '../queries.ts';
import type { Procedure } from '../schema.ts';

/** Every question as a line to fill in; those that depend on an answer say on which. */
const blankLines = (
  form: Definition,
): readonly { readonly section: string; readonly label: string; readonly value: string }[] =>
  dataDictionary(form)
    .filter(({ type }) => type !== 'files' && type !== 'declaration' && type !== 'signature')
    .map(({ section, label, condition }) => ({
      section: section.vi,
      label: condition ? `${label.vi} (${condition.vi})` : label.vi,
      value: '',
    }));

/** Declarations that are signed by hand. */
const commitmentOf = (form: Definition): string | undefined =>
  form.sections
    .flatMap(({ pages }) => pages.flatMap(({ fields }) => fields))
    .find(({ type }) => type === 'declaration')?.label.vi;

/** What stands on the printed form, whatever it is printed as. */
export type BlankForm = {
  readonly title: string;
  readonly procedure: string;
  readonly to: string;
  readonly answers: ReturnType<typeof blankLines>;
  readonly commitment?: string;
  readonly files: readonly string[];
  readonly place: string;
  readonly date: string;
  readonly applicant: string;
};

/** The data of the printed form. */
export function blankForm(procedure: Procedure, form: Definition, day: string): BlankForm {
  const commitment = commitmentOf(form);
  return {
    title: form.title.vi.slice(0, 200),
    procedure: `${procedure.name}, mã ${procedure.code}`,
    to: procedure.competent ?? procedure.implementing[0] ?? 'Cơ quan có thẩm quyền',
    answers: blankLines(form),
    ...(commitment && { commitment }),
    files: procedure.groups
      .flatMap(({ components }) =>
        components.filter(({ form: own }) => own === null).map(({ name }) => name || 'Giấy tờ'),
      )
      .slice(0, 40),
    place: '..................',
    date: day,
    applicant: ' ',
  };
}

/** The procedure of a visit with its form. Throws NotFound where there is none to print. */
async function formToPrint({
  look,
  params,
  now,
}: Visit): Promise<{ readonly code: string; readonly day: string; readonly data: BlankForm }> {
  const procedure = await getProcedure(look, params['code'] ?? '');
  if (procedure.form === null)
    throw new NotFound({
      vi: 'Thủ tục này chưa có mẫu đơn để in.',
      en: 'There is no form to print for this procedure.',
    });
  const day = vietnamDay(now);
  return { code: procedure.code, day, data: blankForm(procedure, procedure.form, day) };
}

const sent = (bytes: Uint8Array, type: string, disposition: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'cache-control': 'public, max-age=300',
    },
  });

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Routes of the printed form: PDF to print, DOCX to fill in on a computer. */
export const printedFormAnswers: readonly Answer[] = [
  {
    path: '/thu-tuc/:code/mau-don.pdf',
    who: 'anyone',
    example: '/thu-tuc/1.001193/mau-don.pdf',
    respond: async (visit) => {
      const { code, day, data } = await formToPrint(visit);
      const template = await currentTemplate(visit.look, 'application-form');
      const { pdf } = await typeset(template!, data, { date: day });
      return sent(pdf, 'application/pdf', `inline; filename="mau-don-${code}.pdf"`);
    },
  },
  {
    path: '/thu-tuc/:code/mau-don.docx',
    who: 'anyone',
    example: '/thu-tuc/1.001193/mau-don.docx',
    respond: async (visit) => {
      const { code, data } = await formToPrint(visit);
      // The library is large and few ask for Word: it is loaded with the first who does.
      const { wordDocument } = await import('./printed-form-docx.ts');
      return sent(await wordDocument(data), DOCX, `attachment; filename="mau-don-${code}.docx"`);
    },
  },
];
