/** Sends requests for numbers and asks after them, until the other side has decided. */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { update } from '../../../ground/db/writes.ts';
import { announce, listener, type Listener } from '../../../ground/jobs/index.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import type { Invariant } from '../../../ground/record/invariants.ts';
import { lockItem, step } from '../../../ground/record/index.ts';
import { patience } from '../../../ground/wire/index.ts';
import type { Why } from '../schema.ts';
import { ASK, findRequestById } from './ask-number.ts';
import { isOpen, stateAfter, waitAfter } from './rules.ts';
import type { NumberOffice, NumberRequest, RequestTables, Told } from './schema.ts';

type Offices = Readonly<Partial<Record<string, NumberOffice>>>;
type Gathered = { readonly request: NumberRequest; readonly told: Told | null } | null;

/**
 * The job of one request. It does not fail when the other side is down: it comes back later, ever more slowly, so that no
 * other work of the dossier waits behind it.
 */
export const numberListener = (offices: Offices): Listener =>
  listener<Gathered>({
    on: ASK,
    name: 'registries.ask-number',
    does: { vi: 'Xin số của cơ sở dữ liệu', en: 'Ask a registry for a number' },
    gather: async (look, event) => {
      const request = await findRequestById(look, String(event.payload['request']));
      if (!request || !isOpen(request.state)) return null;
      return { request, told: await tell(look, offices[request.registry], request) };
    },
    act: async (act, _, gathered) => {
      if (gathered) await note(act, gathered.request, gathered.told);
    },
  });

async function tell(
  look: Look,
  office: NumberOffice | undefined,
  request: NumberRequest,
): Promise<Told | null> {
  if (!office) return null;
  const why: Why = {
    purpose: request.kind,
    basis: request.basis,
    item: request.item,
    patience: patience.job,
  };
  try {
    return await (request.state === 'waiting'
      ? office.poll(look, request, why)
      : office.send(look, request, why));
  } catch (error) {
    if (error instanceof Unavailable) return null;
    throw error;
  }
}

async function note(act: Act, request: NumberRequest, told: Told | null): Promise<void> {
  const state = stateAfter(request.state, told);
  const tries = request.tries + 1;
  const open = isOpen(state);
  update(
    act.writes,
    'registries.requests',
    { tenant: act.tenant, id: request.id, state: request.state },
    {
      state,
      tries,
      ...(told && !request.sent_at && { sent_at: act.now }),
      ...(told?.state === 'answered' && { numbers: told.numbers }),
      ...(told?.state === 'rejected' && { reason: told.reason }),
      // What was sent is not needed any more: the dossier has it.
      ...(!open && { ended_at: act.now, payload: null }),
    },
  );
  if (open)
    return announce(
      act,
      ASK,
      request.item,
      { request: request.id },
      new Date(act.now.getTime() + waitAfter(tries)),
    );
  const name = state === 'answered' ? 'registry.answered' : 'registry.rejected';
  const { id, item, registry, kind } = request;
  step(act, await lockItem(act, item), {
    act: name,
    visible: 'party',
    after: { registry, kind, request: id },
    reason: told?.state === 'rejected' ? told.reason : null,
  });
  announce(act, name, item, { request: id, registry, kind });
}

/** What must be true of requests at any moment. */
export const requestInvariants: readonly Invariant[] = [
  {
    name: 'registries.requests-move',
    holds: 'Every request for a number that is not decided has an event ahead that asks for it again.',
    check: async (look) => {
      const rows = await own<
        RequestTables & {
          'jobs.events': {
            tenant: number;
            item: string;
            name: string;
            payload: unknown;
            sent: boolean;
            due_at: Date;
            written_at: Date;
          };
        }
      >(look.tx)
        .selectFrom('registries.requests as r')
        .select(['r.item'])
        .where('r.tenant', '=', look.tenant)
        .where('r.state', 'in', ['asked', 'waiting'])
        .where('r.asked_at', '<', new Date(look.now.getTime() - 2 * 3_600_000))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('jobs.events as e')
                .select('e.item')
                .whereRef('e.tenant', '=', 'r.tenant')
                .whereRef('e.item', '=', 'r.item')
                .where('e.name', '=', ASK)
                .where((e) =>
                  e.or([
                    e('e.sent', '=', false),
                    e('e.due_at', '>', new Date(look.now.getTime() - 2 * 3_600_000)),
                    e('e.written_at', '>', new Date(look.now.getTime() - 2 * 3_600_000)),
                  ]),
                ),
            ),
          ),
        )
        .limit(100)
        .execute();
      return rows.map(({ item }) => ({ item, what: 'waits for a number that nobody asks for any more' }));
    },
  },
];
