/** Files of a dossier, for those who may read it: its documents, and the result once it is decided. */
import { Readable } from 'node:stream';
import { extensionOf, findFile, findRefused, type Store } from '../../../ground/files/index.ts';
import { Conflict, NotFound } from '../../../ground/operate/errors.ts';
import type { Answer } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { currentPaper, listAnnexes, type Paper } from '../../../paper/papers/index.ts';
import { whyHeld } from '../commands/payment.ts';
import { noteForeignLook } from '../foreign-look.ts';
import { mayReceive } from '../party.ts';
import { getWhole, listComponents } from '../queries.ts';

type Sent = { readonly hash: string; readonly size: number; readonly type: string; readonly name: string };

/** Whatever was uploaded is never shown as a page of ours. */
const send = async (store: Store, { hash, size, type, name }: Sent): Promise<Response> =>
  new Response(Readable.toWeb(await store.get(hash)) as ReadableStream, {
    headers: {
      'content-type': type,
      'content-length': String(size),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });

/** Why an officer opened a file of a dossier, as the person reads it. */
const OPENED = 'Mở giấy tờ của hồ sơ';

const none = (): NotFound => new NotFound({ vi: 'Không có tệp này.', en: 'There is no such file.' });

/** `/ho-so/:code/tep/:n`: a document of the dossier. */
export const componentAnswer = (store: Store): Answer => ({
  path: '/ho-so/:code/tep/:n',
  who: 'signed-in',
  example: null,
  respond: async (visit) => {
    const { dossier } = await getWhole(visit.look, visit.params['code'] ?? '');
    const found = (await listComponents(visit.look, dossier.id)).find(
      (one) => String(one.n) === visit.params['n'],
    );
    const file = found?.file ? await findFile(visit.look, found.file) : null;
    if (!file || file.scan === 'infected') throw none();
    const refused = (await findRefused(visit.look, [file.hash])).get(file.hash);
    if (refused) throw new NotFound(refused);
    await noteForeignLook(visit, dossier, OPENED);
    return send(store, { ...file, name: `tep-${found!.n}.${extensionOf(file.type)}` });
  },
});

/** The result of a dossier as it is in force, for who may have it. Throws NotFound before it is issued, Conflict while it is held back. */
async function resultAt(visit: Visit): Promise<{ readonly code: string; readonly paper: Paper }> {
  const { look, by, params } = visit;
  const { dossier } = await getWhole(look, params['code'] ?? '');
  if (!(await mayReceive(look, dossier))) throw none();
  const held = by.kind === 'officer' ? null : await whyHeld(look, dossier);
  if (held) throw new Conflict(held);
  const paper = dossier.decided_at && dossier.result ? await currentPaper(look, dossier.result) : null;
  if (!paper?.issued_at) throw none();
  await noteForeignLook(visit, dossier, OPENED);
  return { code: dossier.code, paper };
}

/** `/ho-so/:code/ket-qua`: the result, never before it is issued. */
export const resultAnswer = (store: Store): Answer => ({
  path: '/ho-so/:code/ket-qua',
  who: 'signed-in',
  example: null,
  respond: async (visit) => {
    const { code, paper } = await resultAt(visit);
    if (!paper.hash) throw none();
    return send(store, {
      hash: paper.hash,
      size: paper.size ?? 0,
      type: 'application/pdf',
      name: `${code}.pdf`,
    });
  },
});

/** `/ho-so/:code/ket-qua/phu-luc/:n`: an annex of the result. */
export const resultAnnexAnswer = (store: Store): Answer => ({
  path: '/ho-so/:code/ket-qua/phu-luc/:n',
  who: 'signed-in',
  example: null,
  respond: async (visit) => {
    const { code, paper } = await resultAt(visit);
    const annex = (await listAnnexes(visit.look, paper.id)).find(({ n }) => String(n) === visit.params['n']);
    if (!annex?.hash) throw none();
    const { hash, size, n } = annex;
    return send(store, { hash, size, type: 'application/pdf', name: `${code}-PL${n}.pdf` });
  },
});
