/** Tells people what happens to their matters. */
import { listener, type Listener } from '../../ground/jobs/index.ts';
import { letterPath } from './paths.ts';
import { tell, wasTold } from './notices.ts';
import type { Matters } from './schema.ts';
import { LETTER, templates } from './templates.ts';

/** One listener for each event that people are told of. */
export const tellListeners = ({ recipientOf }: Pick<Matters, 'recipientOf'>): readonly Listener[] =>
  Object.entries(templates).map(([event, { title, titleFor, body, matters, quiet, once }]) =>
    listener({
      on: event,
      name: `messages.tell ${event}`,
      does: { vi: `Báo tin: ${title.vi}`, en: `Tell people: ${title.en}` },
      act: async (act, { item }) => {
        const about = await recipientOf(act, item, event);
        if (!about || (once && (await wasTold(act, item, event)))) return;
        const { person, organisation, filer = null, code } = about;
        const path = event === LETTER ? letterPath(code) : (about.path ?? null);
        const said = {
          item,
          code,
          event,
          title: titleFor?.(about) ?? title,
          body: body(about),
          path,
          matters,
          ...(quiet && { quiet }),
        };
        await tell(act, { ...said, person, organisation });
        if (filer !== null && filer !== person)
          await tell(act, { ...said, person: filer, organisation: null });
      },
    }),
  );
