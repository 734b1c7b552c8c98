/** `/tin-nhan/:id`: one notice. Opening it marks it as read. */
import { Button } from '../../../ground/ui/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { isId } from '../../../ground/record/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { page } from '../../../ground/web/page.ts';
import { getNotice, markRead } from '../notices.ts';
import { NOTICES, noticePath } from '../paths.ts';
import { LETTER } from '../templates.ts';
import { words } from '../words.ts';
import { homeOf } from './home.ts';

export const noticePage = page({
  path: noticePath(':id'),
  who: 'signed-in',
  example: null,
  gather: async (visit) => {
    const id = visit.params['id'] ?? '';
    if (!isId(id)) throw new NotFound({ vi: 'Không có tin nhắn này.', en: 'There is no such message.' });
    const notice = await getNotice(visit.look, id);
    const { tenant, by, requestId, now } = visit;
    if (notice.read_at === null)
      await visit.edge.act({ tenant, by, requestId, now }, async (act) => markRead(act, notice));
    return notice;
  },
  view: ({ title, body, code, path, at, event }, { lang, by }) => ({
    title,
    crumbs: [homeOf(by), { text: words.title, href: NOTICES }],
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{[code, formatTime(at, lang)].filter(Boolean).join(' · ')}</span>
          <h1 class="govuk-heading-l">{title[lang]}</h1>
          <p class="govuk-body">{body[lang]}</p>
          {path && <Button href={path}>{(event === LETTER ? words.openLetters : words.goOn)[lang]}</Button>}
        </div>
      </div>
    ),
  }),
});
