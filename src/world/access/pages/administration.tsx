/** `/quan-tri`: the first page of administration, with the doors that the rooms contribute, each shown to those who may open it. */
import { EmptyState, LinkGrid } from '../../../ground/ui/index.ts';
import { ADMINISTRATION, type Door } from '../../../ground/web/administration.ts';
import { page } from '../../../ground/web/page.ts';

const own = {
  title: { vi: 'Quản trị', en: 'Administration' },
  none: { vi: 'Bạn chưa có phần việc quản trị nào', en: 'There is nothing here for you to administer' },
  noneHint: {
    vi: 'Nếu việc này thuộc phần việc của bạn, hãy hỏi người quản trị hệ thống của cơ quan bạn.',
    en: 'If this is part of your work, ask the IT administrator of your agency.',
  },
} as const;

export const administrationPage = (doors: readonly Door[]) =>
  page({
    path: ADMINISTRATION,
    who: 'officer',
    example: ADMINISTRATION,
    gather: async ({ by }) => doors.filter(({ may }) => may(by)),
    view: (open, { lang }) => ({
      title: own.title,
      body: (
        <>
          <h1 class="govuk-heading-l">{own.title[lang]}</h1>
          {open.length > 0 ? (
            <LinkGrid
              items={open.map(({ path, name, hint }) => ({ href: path, text: name[lang], hint: hint[lang] }))}
            />
          ) : (
            <EmptyState title={own.none[lang]}>{own.noneHint[lang]}</EmptyState>
          )}
        </>
      ),
    }),
  });
