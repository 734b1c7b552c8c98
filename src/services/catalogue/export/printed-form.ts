/** The form to print and fill in by hand (biểu mẫu không tương tác), from the same definition as the one on the screen (B3). */
import { NotFound } from '../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Answer } from '../../../ground/web/page.ts';
import { findTemplate, typeset } from '../../../paper/typeset/index.ts';
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

/** The data of the printed form. */
export function blankForm(
  procedure: Procedure,
  form: Definition,
  day: string,
): Readonly<Record<string, unknown>> {
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

/** Route of the printed form. */
export const printedFormAnswer: Answer = {
  path: '/thu-tuc/:code/mau-don.pdf',
  who: 'anyone',
  example: '/thu-tuc/1.001193/mau-don.pdf',
  respond: async ({ look, params, now }) => {
    const procedure = await getProcedure(look, params['code'] ?? '');
    const template = findTemplate('application-form');
    if (procedure.form === null || !template)
      throw new NotFound({
        vi: 'Thủ tục này chưa có mẫu đơn để in.',
        en: 'There is no form to print for this procedure.',
      });
    const day = vietnamDay(now);
    const { pdf } = await typeset(template, blankForm(procedure, procedure.form, day), { date: day });
    return new Response(Buffer.from(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="mau-don-${procedure.code}.pdf"`,
        'cache-control': 'public, max-age=300',
      },
    });
  },
};
