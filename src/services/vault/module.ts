/** The vault as the program sees it. */
import { Readable } from 'node:stream';
import type { Store } from '../../ground/files/index.ts';
import { listener } from '../../ground/jobs/index.ts';
import type { Answer } from '../../ground/web/page.ts';
import { deposit, getItem, noteEnd } from './items.ts';
import { vaultPage } from './pages/vault.tsx';

const download = (store: Store): Answer => ({
  path: '/kho/:id/tai',
  who: 'citizen',
  example: null,
  respond: async (visit) => {
    const item = await getItem(visit.look, visit.params['id'] ?? '');
    return new Response(Readable.toWeb(await store.get(item.hash)) as ReadableStream, {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(item.size),
        'content-disposition': `attachment; filename="${item.symbol?.replaceAll(/[^\w.-]/g, '-') ?? 'giay-to'}.pdf"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});

export const vaultRoom = ({ store }: { readonly store: Store }) => ({
  pages: [vaultPage],
  answers: [download(store)],
  listeners: [
    listener({ on: 'paper.issued', name: 'vault.deposit', act: (act, event) => deposit(act, event.item) }),
    listener({
      on: 'paper.ended',
      name: 'vault.note-end',
      act: (act, event) => noteEnd(act, event.item, event.payload['replacedBy'] !== null),
    }),
  ],
});
