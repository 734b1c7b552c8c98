/** Tells of other dossiers about the same matter (hồ sơ trùng), before somebody settles it twice. It stops nothing. */
import { WarningText } from '../../ground/ui/index.ts';
import { formatDay, vietnamDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Visit } from '../../ground/web/visit.ts';
import { findDuplicates, matterKeysOf, type Duplicate } from './duplicates.ts';
import { dossierPath } from './paths.ts';
import type { Whole } from './queries.ts';
import { stateName } from './rules.ts';

const words = {
  same: {
    vi: 'Có thể trùng: hồ sơ khác cùng nêu việc này.',
    en: 'Another dossier is about the same matter.',
  },
  compare: {
    vi: 'Hãy đối chiếu trước khi làm tiếp; nếu không phải một việc thì cứ xử lý bình thường.',
    en: 'Compare them before you go on; if they are not about the same thing, carry on.',
  },
  own: {
    vi: 'Nếu không phải một việc thì bạn cứ nộp bình thường.',
    en: 'If it is not the same thing, go on and submit.',
  },
  askThere: {
    vi: 'bạn không có quyền mở, hãy hỏi cơ quan đó',
    en: 'you may not open it: ask that agency',
  },
  filed: (day: string): Text => ({ vi: `nộp ngày ${day}`, en: `filed on ${day}` }),
} satisfies Record<string, Text | ((day: string) => Text)>;

/** Other dossiers about the matter of this one, for the officers who work on it; the applicant is not asked about them. */
export const duplicatesOf = async (
  { look }: Pick<Visit, 'look'>,
  { dossier, procedure }: Pick<Whole, 'dossier' | 'procedure'>,
): Promise<readonly Duplicate[]> =>
  look.by.kind === 'officer' ? findDuplicates(look, matterKeysOf(procedure, dossier.answers), dossier) : [];

/** A line for each; nothing when there is none. */
export function Duplicates({
  duplicates,
  visit: { lang, by },
}: {
  readonly duplicates: readonly Duplicate[];
  readonly visit: Visit;
}) {
  if (duplicates.length === 0) return null;
  return (
    <>
      <WarningText>
        {words.same[lang]} {(by.kind === 'officer' ? words.compare : words.own)[lang]}
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {duplicates.map(({ agency, submittedAt, dossier }) => (
          <li>
            {dossier && (
              <>
                <a class="govuk-link" href={dossierPath(dossier.code)}>
                  {dossier.code}
                </a>
                {' · '}
                <span lang="vi">{dossier.title}</span>
                {` · ${stateName[dossier.state][lang]} · `}
              </>
            )}
            {agency[lang]}, {words.filed(formatDay(vietnamDay(submittedAt), lang))[lang]}
            {!dossier && ` (${words.askThere[lang]})`}
          </li>
        ))}
      </ul>
    </>
  );
}
