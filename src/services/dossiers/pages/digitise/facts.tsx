/** What is said of one digitised paper. */
import { SummaryList, Tag } from '../../../../ground/ui/index.ts';
import { formatTime } from '../../../../ground/text/dates.ts';
import type { Language } from '../../../../ground/text/language.ts';
import type { Scan, ScanState } from '../../../../paper/scanning/index.ts';
import { digitiseWords as words, recognisedNames, stateNames } from './words.ts';

const colours = {
  waiting: 'grey',
  made: 'yellow',
  confirmed: 'green',
  original: 'green',
  refused: 'red',
} as const satisfies Record<ScanState, string>;

/** How far a paper is. */
export const StateTag = ({ state, lang }: { readonly state: ScanState; readonly lang: Language }) => (
  <Tag colour={colours[state]}>{stateNames[state][lang]}</Tag>
);

/** Everything known of a digitised paper, as rows. */
export const ScanFacts = ({ scan, lang }: { readonly scan: Scan; readonly lang: Language }) => (
  <SummaryList
    rows={[
      { key: words.code[lang], value: scan.doc_code },
      scan.file_name && { key: words.file[lang], value: scan.file_name },
      scan.pages !== null && { key: words.pages[lang], value: String(scan.pages) },
      scan.dpi !== null && { key: words.dpi[lang], value: `${scan.dpi} dpi` },
      scan.recognised && { key: words.text[lang], value: recognisedNames[scan.recognised][lang] },
      scan.confirmed_at && {
        key: words.confirmed[lang],
        value: words.confirmedBy(scan.confirmed_name ?? '', formatTime(scan.confirmed_at, lang))[lang],
      },
      (scan.state === 'made' || scan.state === 'confirmed') && {
        key: words.handedBack[lang],
        value: scan.handed_back_at
          ? words.handedBackBy(scan.handed_back_by ?? '', formatTime(scan.handed_back_at, lang))[lang]
          : words.notHandedBack[lang],
      },
    ]}
  />
);
