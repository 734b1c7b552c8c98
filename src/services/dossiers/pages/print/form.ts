/** `/ho-so/:code/in/:form`: a form of the dossier as PDF, typeset on demand: the same facts give the same bytes. */
import type { Look } from '../../../../ground/db/act.ts';
import { NotAllowed, NotFound } from '../../../../ground/operate/errors.ts';
import type { Answer } from '../../../../ground/web/page.ts';
import { currentTemplate } from '../../../../paper/papers/index.ts';
import { typeset } from '../../../../paper/typeset/index.ts';
import { forms, type FormNumber } from '../../forms/forms.ts';
import type { FormData } from '../../forms/facts.ts';
import { noteForeignLook } from '../../foreign-look.ts';
import { gatherFacts } from './gather.ts';

/** Typesets the data of a form with the template of its moment and answers with the file, shown in the browser. */
export async function sendForm(
  look: Look,
  { template, since = null }: { readonly template: string; readonly since?: Date | null },
  data: FormData,
  name: string,
  author: string,
): Promise<Response> {
  const found = await currentTemplate(look, template, since ?? look.now);
  if (!found) throw new Error(`There is no template ${template}`);
  const { pdf } = await typeset(found, data as never, { date: String(data['date']), author });
  return new Response(Buffer.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}

const none = (): NotFound =>
  new NotFound({
    vi: 'Hồ sơ này chưa có giấy tờ đó.',
    en: 'This dossier has no such form.',
  });

export const formAnswer: Answer = {
  path: '/ho-so/:code/in/:form',
  who: 'signed-in',
  example: null,
  respond: async (visit) => {
    const asked = visit.params['form'] ?? '';
    if (!Object.hasOwn(forms, asked)) throw none();
    const form = forms[asked as FormNumber];
    if (form.officersOnly && visit.by.kind !== 'officer')
      throw new NotAllowed({
        vi: 'Phiếu kiểm soát chỉ dành cho cán bộ giải quyết hồ sơ.',
        en: 'The control slip is for the officers who work on the dossier.',
      });
    const facts = await gatherFacts(visit);
    const data = form.data(facts);
    if (!data) throw none();
    await noteForeignLook(visit, facts.dossier, 'In giấy tờ hồ sơ');
    return sendForm(
      visit.look,
      { template: form.template, since: form.since(facts) },
      data,
      `${facts.dossier.code}-${asked}`,
      facts.agency.name.vi,
    );
  },
};
