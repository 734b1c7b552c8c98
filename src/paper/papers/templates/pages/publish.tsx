/** `/quan-tri/mau-van-ban/:key/ban-hanh`: a second administrator publishes the draft. */
import { NotFound } from '../../../../ground/operate/errors.ts';
import { SummaryList } from '../../../../ground/ui/index.ts';
import { ask, askPage } from '../../../../ground/web/ask.tsx';
import type { Visit } from '../../../../ground/web/visit.ts';
import { guardTemplates, publishVersion } from '../commands.ts';
import { listVersions } from '../versions.ts';
import {
  mayReadTemplates,
  previewPath,
  publicationPath,
  shippedAt,
  templateCrumbs,
  templatePath,
} from './one-template.ts';
import { templateWords as words } from './words.ts';

async function draftAt(visit: Visit) {
  const shipped = shippedAt(visit);
  await guardTemplates(visit.look);
  const [newest] = await listVersions(visit.look, shipped.key);
  if (!newest || newest.published_at) throw new NotFound(words.noDraft);
  return { shipped, draft: newest };
}

type Found = Awaited<ReturnType<typeof draftAt>>;

export const publishTemplatePage = askPage({
  path: publicationPath(':key'),
  who: mayReadTemplates,
  example: null,
  title: words.publish,
  about: ({ shipped }: Found) => shipped.title,
  crumbs: ({ shipped }: Found) => [
    ...templateCrumbs,
    { text: shipped.title, href: templatePath(shipped.key) },
  ],
  lead: ({ shipped, draft }: Found, { lang }) => (
    <>
      <p class="govuk-body">{words.publishLead[lang]}</p>
      <SummaryList
        rows={[
          { key: words.version[lang], value: String(draft.version) },
          { key: words.change[lang], value: draft.change },
          { key: words.drafted[lang], value: draft.drafted_name },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={previewPath(shipped.key, draft.version)}>
          {words.preview[lang]}
        </a>
      </p>
    </>
  ),
  questions: { seen: ask.hidden() },
  initial: ({ draft }: Found) => ({ seen: draft.drafted_at.toISOString() }),
  button: words.publish,
  gather: draftAt,
  act: async (act, { seen }, { gathered: { shipped, draft } }) => {
    await publishVersion(act, draft, seen);
    return { to: templatePath(shipped.key), say: words.publishDone };
  },
});
