/** Digitising as the program sees it: the job that follows every request. */
import { findRefused, type Store } from '../../ground/files/index.ts';
import { listener } from '../../ground/jobs/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { noteDigitised } from './commands.ts';
import { digitise } from './digitise.ts';
import { fileName } from './names.ts';
import type { Programs } from './programs.ts';
import { getScan } from './queries.ts';
import { noteSecrecy } from './secrecy/door.ts';
import { secrecyListeners } from './secrecy/listener.ts';

type Parts = { readonly store: Store; readonly programs: Programs };

export const scanningRoom = ({ store, programs }: Parts) => ({
  listeners: [
    ...secrecyListeners(store, programs),
    listener({
      on: 'scan.asked',
      name: 'scanning.digitise',
      does: {
        vi: 'Số hoá giấy tờ: nhận dạng chữ, đổi sang PDF/A',
        en: 'Digitise a paper: recognise its text, make a PDF/A',
      },
      gather: async (look, { item }) => {
        const scan = await getScan(look, item);
        const date = vietnamDay(scan.asked_at);
        const why = (await findRefused(look, [scan.source_hash])).get(scan.source_hash);
        if (why) return { scan, made: { kind: 'refused', why, marked: true } as const, stored: null };
        const source = await store.read(scan.source_hash);
        const made = await digitise(programs, source, scan.source_type, {
          title: scan.title,
          author: scan.agency_name,
          keywords: scan.doc_code,
          date,
        });
        if (made.kind !== 'made') return { scan, made, stored: null };
        const stored = await store.put(made.pdf ?? source);
        return { scan, made, stored: { ...stored, name: fileName(scan.doc_code, date, scan.title) } };
      },
      act: async (act, _, { scan, made, stored }) => {
        noteDigitised(act, scan, made, stored);
        if (made.kind === 'refused' && made.marked)
          noteSecrecy(act, scan.id, scan.source_hash, { marked: true, read: 'some' });
      },
    }),
  ],
});
