/** Files of a dossier, for those who may read it: its documents, and the result once it is decided. */
import { Readable } from 'node:stream';
import { extensionOf, findFile, findRefused, type Store } from '../../../ground/files/index.ts';
import { Conflict, NotFound } from '../../../ground/operate/errors.ts';
import type { Answer } from '../../../ground/web/page.ts';
import { currentPaper } from '../../../paper/papers/index.ts';
import { whyHeld } from '../commands/payment.ts';
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
    return send(store, { ...file, name: `tep-${found!.n}.${extensionOf(file.type)}` });
  },
});

/** `/ho-so/:code/ket-qua`: the result, never before it is issued. */
export const resultAnswer = (store: Store): Answer => ({
  path: '/ho-so/:code/ket-qua',
  who: 'signed-in',
  example: null,
  respond: async (visit) => {
    const { dossier } = await getWhole(visit.look, visit.params['code'] ?? '');
    if (!(await mayReceive(visit.look, dossier))) throw none();
    const held = visit.by.kind === 'officer' ? null : await whyHeld(visit.look, dossier);
    if (held) throw new Conflict(held);
    const paper =
      dossier.decided_at && dossier.result ? await currentPaper(visit.look, dossier.result) : null;
    if (!paper?.hash || !paper.issued_at) throw none();
    return send(store, {
      hash: paper.hash,
      size: paper.size ?? 0,
      type: 'application/pdf',
      name: `${dossier.code}.pdf`,
    });
  },
});
