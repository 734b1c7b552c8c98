/** Downloads: a procedure, or the whole catalogue, as JSON and as CPSV-AP in Turtle. The catalogue is streamed: it is never held in memory. */
import { Readable } from 'node:stream';
import { own, type Look } from '../../../ground/db/act.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Answer } from '../../../ground/web/page.ts';
import { getProcedure, procedureOf, procedureColumns } from '../queries.ts';
import type { Procedure } from '../schema.ts';
import type { CatalogueTables } from '../tables.ts';
import { serviceNode } from './cpsv-ap.ts';
import { prefixes, turtleOf } from './turtle.ts';

const BATCH = 100;

/** Every procedure in force, by code, in batches. */
export async function* allProcedures(look: Look): AsyncGenerator<Procedure> {
  const today = vietnamDay(look.now);
  for (let after = ''; ;) {
    const rows = await own<CatalogueTables>(look.tx)
      .selectFrom('catalogue.versions')
      .select(procedureColumns)
      .select('code')
      .where('tenant', '=', look.tenant)
      .where('state', '=', 'published')
      .where('valid_from', '<=', today)
      .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', today)]))
      .where('code', '>', after)
      .orderBy('code')
      .limit(BATCH)
      .execute();
    for (const row of rows) yield procedureOf(row, today);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.code;
  }
}

/** Text that is made while it is sent. */
const streamed = (type: string, name: string, pieces: AsyncIterable<string>): Response =>
  new Response(
    Readable.toWeb(Readable.from(pieces).map((piece: string) => Buffer.from(piece))) as unknown as BodyInit,
    {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    },
  );

async function* jsonLines(look: Look): AsyncGenerator<string> {
  for await (const procedure of allProcedures(look)) yield `${JSON.stringify(procedure)}\n`;
}

async function* turtleLines(look: Look, origin: string): AsyncGenerator<string> {
  yield prefixes();
  for await (const procedure of allProcedures(look)) yield `\n${turtleOf(serviceNode(procedure, origin))}`;
}

const turtle = 'text/turtle; charset=utf-8';

/** Routes of the downloads. */
export const exportAnswers: readonly Answer[] = [
  {
    path: '/thu-tuc/:code/du-lieu.json',
    who: 'anyone',
    example: '/thu-tuc/1.001193/du-lieu.json',
    respond: async ({ look, params }) => Response.json(await getProcedure(look, params['code'] ?? '')),
  },
  {
    path: '/thu-tuc/:code/cpsv-ap.ttl',
    who: 'anyone',
    example: '/thu-tuc/1.001193/cpsv-ap.ttl',
    respond: async ({ look, params, origin }) =>
      new Response(
        `${prefixes()}\n${turtleOf(serviceNode(await getProcedure(look, params['code'] ?? ''), origin))}`,
        { headers: { 'content-type': turtle } },
      ),
  },
  {
    path: '/du-lieu/thu-tuc.jsonl',
    who: 'anyone',
    example: '/du-lieu/thu-tuc.jsonl',
    respond: async ({ look }) =>
      streamed('application/jsonl; charset=utf-8', 'thu-tuc.jsonl', jsonLines(look)),
  },
  {
    path: '/du-lieu/thu-tuc.ttl',
    who: 'anyone',
    example: '/du-lieu/thu-tuc.ttl',
    respond: async ({ look, origin }) => streamed(turtle, 'thu-tuc.ttl', turtleLines(look, origin)),
  },
];
