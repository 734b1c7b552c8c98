/** Revoking a mandate, whoever may. */
import { isId } from '../../../ground/record/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { ask, askPage } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import { revokeMandate } from '../commands.ts';
import { withNames, type NamedMandate } from '../names.ts';
import { guardRevocation } from '../policy.ts';
import { getMandate } from '../queries.ts';
import { kindName } from '../words.ts';
import {
  accountCrumbs,
  LEAVE_PATH,
  mandatesCrumbs,
  MANDATES_PATH,
  MINE_PATH,
  revocationPath,
} from './paths.ts';

const own = {
  title: { vi: 'Thu hồi', en: 'Revoke' },
  lead: {
    vi: 'Việc đã làm trước ngày thu hồi vẫn có giá trị. Những gì được giao lại theo đó cũng hết hiệu lực.',
    en: 'What was done before stays lawful. What was passed on under it ends as well.',
  },
  from: { vi: 'Thu hồi từ ngày', en: 'From the day' },
  reason: { vi: 'Lý do', en: 'Reason' },
  done: { vi: 'Đã thu hồi.', en: 'Revoked.' },
} as const satisfies Readonly<Record<string, Text>>;

/** Where each kind is looked at. */
const backOf = ({ mandate: { kind } }: NamedMandate): string =>
  kind === 'substitution' ? LEAVE_PATH : kind === 'role' || kind === 'signing' ? MANDATES_PATH : MINE_PATH;

async function gather({ look, params }: Visit): Promise<NamedMandate & { readonly today: string }> {
  const id = params['id'] ?? '';
  if (!isId(id)) throw new NotFound({ vi: 'Không có uỷ quyền này.', en: 'There is no such mandate.' });
  const mandate = await getMandate(look, id);
  await guardRevocation(look, mandate);
  const [named] = await withNames(look, [mandate]);
  return { ...named!, today: vietnamDay(look.now) };
}

export const revokePage = askPage({
  path: revocationPath(':id'),
  who: 'signed-in',
  example: null,
  gather,
  title: own.title,
  about: ({ mandate }) => kindName[mandate.kind],
  crumbs: (named) => (backOf(named) === MANDATES_PATH ? mandatesCrumbs() : accountCrumbs),
  lead: ({ agent, principal }, { lang }) => (
    <>
      <p class="govuk-body">
        <strong>{agent[lang] || agent.vi}</strong> → {principal[lang] || principal.vi}
      </p>
      <p class="govuk-body">{own.lead[lang]}</p>
    </>
  ),
  questions: { from: ask.day(own.from), reason: ask.long(own.reason, { max: 500 }) },
  initial: ({ today }) => ({ from: today }),
  button: own.title,
  grave: true,
  act: async (act, answers, { gathered }) => {
    await revokeMandate(act, gathered.mandate.id, answers);
    return { to: backOf(gathered), say: own.done };
  },
});
