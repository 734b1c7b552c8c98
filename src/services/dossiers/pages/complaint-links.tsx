/** A complaint and the dossier whose decision it is about, each on the page of the other. */
import { SummaryList } from '../../../ground/ui/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import type { Complaints } from '../complaints.ts';
import { dossierPath } from '../paths.ts';
import { stateName } from '../rules.ts';
import type { Dossier } from '../schema.ts';

const words = {
  about: { vi: 'Khiếu nại về hồ sơ', en: 'A complaint about' },
  against: { vi: 'Khiếu nại về hồ sơ này', en: 'Complaint about this dossier' },
} as const;

/** A row for each; nothing where no complaint ties this dossier to another. */
export function ComplaintLinks({ about, against, lang }: Complaints & { readonly lang: Language }) {
  const row = (key: string, { code, title, state }: Dossier) => ({
    key,
    value: (
      <>
        <a class="govuk-link" href={dossierPath(code)}>
          {code}
        </a>
        {` · ${title} · ${stateName[state][lang]}`}
      </>
    ),
  });
  const rows = [
    ...about.map((one) => row(words.about[lang], one)),
    ...against.map((one) => row(words.against[lang], one)),
  ];
  return rows.length === 0 ? null : <SummaryList rows={rows} />;
}
