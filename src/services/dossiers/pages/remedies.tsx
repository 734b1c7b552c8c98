/** What the person can do about a decision that is wrong, no longer fits, or that they do not agree with: three ways, never one (C3). */
import { Details } from '../../../ground/ui/index.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { letterPath } from '../../../outside/messages/index.ts';
import type { Dossier } from '../schema.ts';
import { words } from '../words.ts';

/** Whether the office has said its last word on the dossier. A dossier that the person withdrew has none. */
export const isDecided = ({ decided_at, state }: Dossier): boolean =>
  decided_at !== null || state === 'refused' || state === 'discontinued';

/** Shown to the person, once there is a decision. */
export function Remedies({
  dossier,
  complaint,
  isComplaint,
  visit: { by, lang },
}: {
  readonly dossier: Dossier;
  /** Code of the procedure by which this decision is complained about; null: it is looked for. */
  readonly complaint: string | null;
  readonly isComplaint: boolean;
  readonly visit: Visit;
}) {
  if (by.kind !== 'citizen') return null;
  const again = { way: words.applyAgain, href: `/nop/${dossier.procedure}` };
  if (dossier.state === 'withdrawn')
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={again.href}>
          {again.way.link[lang]}
        </a>
      </p>
    );
  if (!isDecided(dossier)) return null;
  const ways = [
    ...(dossier.outcome === 'refused' || !dossier.decided_at ? [again] : []),
    ...(dossier.decided_at ? [{ way: words.agencyError, href: letterPath(dossier.code) }] : []),
    { way: words.changedFacts, href: SERVICES },
    // The decision on a complaint says itself what is left: a second one, or the court.
    ...(isComplaint ? [] : [{ way: words.complaint, href: complaintHref(dossier, complaint) }]),
  ];
  return (
    <Details summary={words.remedies[lang]}>
      <ul class="govuk-list govuk-list--bullet">
        {ways.map(({ way, href }) => (
          <li>
            {way.says[lang]}{' '}
            <a class="govuk-link" href={href}>
              {way.link[lang]}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** With the code of this dossier, which nobody types again. */
const complaintHref = ({ code }: Dossier, procedure: string | null): string =>
  procedure
    ? `/nop/${procedure}?${new URLSearchParams({ 've-ho-so': code })}`
    : `${SERVICES}?q=${encodeURIComponent(COMPLAINTS)}`;

const SERVICES = '/thu-tuc';
/** As people look for it, and as the national catalogue names it. */
const COMPLAINTS = 'giải quyết khiếu nại';
