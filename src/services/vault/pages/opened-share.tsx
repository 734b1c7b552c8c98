/** `/kho/chia-se/:token`: what a reader of a share sees, and its file; each look is recorded for the owner. */
import { Button, InsetText, SummaryList } from '../../../ground/ui/index.ts';
import type { Store } from '../../../ground/files/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { page, type Answer } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { AnnexLinks, findSignatureVerdicts } from '../../../paper/papers/index.ts';
import { openShare, type OpenShare } from '../shares.ts';
import { ItemEvidence, ItemFacts } from './facts.tsx';
import { annexesOf, sendAnnex, sendItem } from './files.ts';
import { words } from './words.ts';

/** The look and its record are one act: what cannot be recorded is not shown. */
const open = ({ edge, tenant, by, requestId, now, params }: Visit): Promise<OpenShare> =>
  edge.act({ tenant, by, requestId, now }, (act) => openShare(act, params['token'] ?? ''));

export const sharedPage = page({
  path: '/kho/chia-se/:token',
  who: 'anyone',
  example: null,
  gather: async (visit) => {
    const opened = await open(visit);
    const { hash } = opened.item;
    const annexes = await annexesOf(visit.look, opened.item);
    return { ...opened, annexes, verdict: (await findSignatureVerdicts(visit.look, [hash])).get(hash) };
  },
  view: ({ share, item, annexes, verdict }, { lang, now, path }) => ({
    title: words.sharedTitle,
    body: (
      <>
        <span class="govuk-caption-l">{words.sharedTitle[lang]}</span>
        <h1 class="govuk-heading-l">{item.title}</h1>
        <SummaryList
          rows={[
            { key: words.sharedBy[lang], value: share.created_by },
            { key: words.reader[lang], value: share.reader },
            { key: words.purpose[lang], value: share.purpose },
            { key: words.until[lang], value: formatTime(share.until, lang) },
          ]}
        />
        <InsetText>{words.sharedNote[lang]}</InsetText>
        <Button href={`${path}/tai`}>{words.download[lang]}</Button>
        <AnnexLinks annexes={annexes} pathOf={({ n }) => `${path}/phu-luc/${n}`} lang={lang} />
        <ItemFacts item={item} now={now} lang={lang} />
        <ItemEvidence item={item} verdict={verdict} lang={lang} />
      </>
    ),
  }),
});

/** `/kho/chia-se/:token/tai`: the file. */
export const sharedFile = (store: Store): Answer => ({
  path: '/kho/chia-se/:token/tai',
  who: 'anyone',
  example: null,
  respond: async (visit) => sendItem(store, (await open(visit)).item),
});

/** `/kho/chia-se/:token/phu-luc/:n`: an annex of it. */
export const sharedAnnex = (store: Store): Answer => ({
  path: '/kho/chia-se/:token/phu-luc/:n',
  who: 'anyone',
  example: null,
  respond: async (visit) => sendAnnex(visit.look, store, (await open(visit)).item, visit.params['n'] ?? ''),
});
