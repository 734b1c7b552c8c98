/** What dossiers do when something was announced: each calls one command. */
import type { Act } from '../../ground/db/act.ts';
import { announce, listener, type Listener } from '../../ground/jobs/index.ts';
import { step } from '../../ground/record/index.ts';
import { isUnderway, listParcels } from '../../outside/exchange/index.ts';
import type { RequestKind } from '../../outside/registries/index.ts';
import { CALENDAR_CHANGED, type CalendarChanged } from '../../work/clock/index.ts';
import { listWorkOf, pauseWork } from '../../work/desk/index.ts';
import { getVersion } from '../catalogue/index.ts';
import { acceptNow } from './commands/accept.ts';
import { noteNumber, noteNumberRefused } from './commands/number.ts';
import { askScans, keepRenewed } from './commands/digitise.ts';
import { depositComponents } from './commands/deposit.ts';
import { dropFees, notePaid, raiseFees } from './commands/payment.ts';
import { REDATE_ON, redatePortion } from './commands/redate.ts';
import { noteResultEnded } from './commands/result-ended.ts';
import { passOn, ring, runService } from './commands/process-events.ts';
import { noteReturned } from './commands/steps.ts';
import { WATCH_ON, watch } from './commands/watch.ts';
import { MOVE_ON, movePortion } from './new-process/move-many.ts';
import { SEND, SERVICE, TIMER } from './follow.ts';
import { findDossier, hold } from './load.ts';
import { tokenOf } from './work.ts';
import { processOf, wholeOf } from './queries.ts';

/** The post did not take, or could not deliver, the result. */
const POST_FAILED = 'dossier.post-failed';
/** The post has had the result for too long. */
const POST_SLOW = 'dossier.post-slow';
const WITH_POST = 'Bưu điện đang chuyển kết quả';

/** Handing over waits for the post, or (null) is for the counter to do again. */
async function pauseHandOver(act: Act, item: string, why: string | null): Promise<void> {
  for (const { id, kind } of await listWorkOf(act, item)) if (kind === 'return') pauseWork(act, id, why);
}

const ends = [
  ['dossier.refuse-intake', 'Hồ sơ không được tiếp nhận'],
  ['dossier.withdraw', 'Người nộp đã rút hồ sơ'],
  ['dossier.discontinue', 'Hồ sơ dừng giải quyết'],
] as const;

export const listeners: readonly Listener[] = [
  listener({
    on: 'dossier.receive',
    name: 'dossiers.raise-fees',
    does: { vi: 'Tính phí của hồ sơ', en: 'Ask for the fees of a dossier' },
    act: async (act, { item }) => {
      const held = await hold(act, item);
      const { procedure, procedure_version: version, ended_at: ended, decided_at: decided } = held.dossier;
      // Withdrawn or refused before anybody came to this: what fell away then would be asked for after it.
      if (ended && !decided) return;
      await raiseFees(act, held, await getVersion(act, procedure, version));
    },
  }),
  listener({
    on: 'dossier.receive',
    name: 'dossiers.accept-linked',
    does: {
      vi: 'Tiếp nhận ngay hồ sơ liên thông đã được kiểm tra cùng lần khai đầu',
      en: 'Accept at once what follows from a request that was checked as a whole',
    },
    act: async (act, { item }) => {
      const dossier = await findDossier(act, item);
      // What follows from a request was checked with it: nobody checks it at a counter once more.
      if (dossier?.linked_to && dossier.state === 'submitted')
        await acceptNow(act, await wholeOf(act, dossier));
    },
  }),
  listener({
    on: 'dossier.accept',
    name: 'dossiers.keep-accepted',
    does: {
      vi: 'Đưa giấy tờ của hồ sơ đã tiếp nhận vào kho',
      en: 'Put the papers of an accepted dossier into the vault',
    },
    act: async (act, { item }) => {
      const dossier = await findDossier(act, item);
      if (dossier) await depositComponents(act, dossier);
    },
  }),
  listener({
    on: 'scan.renewed',
    name: 'dossiers.keep-renewed-copy',
    does: {
      vi: 'Cập nhật bằng chứng của giấy tờ số hóa trong kho',
      en: 'Keep the newer evidence of a digitised paper in the vault',
    },
    act: async (act, { item, payload }) => {
      const dossier = await findDossier(act, item);
      if (dossier)
        await keepRenewed(act, dossier, String(payload['former']), {
          hash: String(payload['hash']),
          size: Number(payload['size']),
        });
    },
  }),
  // What is added after acceptance is digitised, too.
  ...(['dossier.accept', 'dossier.answer-supplement'] as const).map((on) =>
    listener({
      on,
      name: `dossiers.ask-scans-after-${on.slice('dossier.'.length)}`,
      does: { vi: 'Đưa giấy tờ của hồ sơ đi số hoá', en: 'Have the papers of a dossier digitised' },
      act: async (act, { item }) => {
        const dossier = await findDossier(act, item);
        if (dossier?.accepted_at) await askScans(act, dossier);
      },
    }),
  ),
  ...(['payment.paid', 'payment.dropped'] as const).map((on) =>
    listener({
      on,
      name: on === 'payment.paid' ? 'dossiers.note-paid' : 'dossiers.note-not-owed',
      does:
        on === 'payment.paid'
          ? { vi: 'Ghi hồ sơ đã nộp phí', en: 'Note that a fee was paid' }
          : {
              vi: 'Cho hồ sơ đi tiếp khi không còn khoản phải nộp',
              en: 'Go on when nothing is owed any more',
            },
      act: async (act, { item }) => {
        // Other rooms may ask for money, too.
        if (await findDossier(act, item)) await notePaid(act, await hold(act, item));
      },
    }),
  ),
  listener({
    on: 'registry.answered',
    name: 'dossiers.note-number',
    does: { vi: 'Ghi số do cơ sở dữ liệu cấp vào hồ sơ', en: 'Note the number that a registry gave' },
    act: async (act, { item }) => {
      // Other items may ask for numbers, too.
      if (await findDossier(act, item)) await noteNumber(act, item);
    },
  }),
  listener({
    on: 'registry.rejected',
    name: 'dossiers.note-number-refused',
    does: { vi: 'Ghi cơ sở dữ liệu từ chối cấp số', en: 'Note that a registry refused a number' },
    act: async (act, { item, payload }) => {
      if (await findDossier(act, item)) await noteNumberRefused(act, item, payload['kind'] as RequestKind);
    },
  }),
  listener({
    on: 'paper.ended',
    name: 'dossiers.note-result-ended',
    does: {
      vi: 'Ghi vào hồ sơ kết quả đã được đính chính hoặc thu hồi',
      en: 'Note that the result of a dossier was corrected or revoked',
    },
    act: (act, { item, payload }) =>
      noteResultEnded(act, item, (payload['replacedBy'] as string | null | undefined) ?? null),
  }),
  listener({
    on: 'parcel.delivered',
    name: 'dossiers.note-delivered',
    does: { vi: 'Ghi hồ sơ đã trả kết quả qua bưu chính', en: 'Note a result delivered by post' },
    act: async (act, { item }) => {
      const held = await hold(act, item);
      const { dossier } = held;
      // The person may have fetched it at the counter meanwhile.
      if (dossier.state !== 'decided') return;
      const { procedure, agency, oneStop, work } = await wholeOf(act, dossier);
      const handingOver = work.find(({ kind }) => kind === 'return');
      await noteReturned(
        act,
        held,
        processOf(procedure, agency, oneStop),
        handingOver ? tokenOf(handingOver) : null,
      );
    },
  }),
  listener({
    on: 'parcel.ordered',
    name: 'dossiers.note-with-post',
    does: { vi: 'Ghi kết quả đang ở bưu chính', en: 'Note that the post has the result' },
    act: async (act, { item }) => {
      const { dossier } = await hold(act, item);
      if (dossier.state === 'decided') await pauseHandOver(act, item, WITH_POST);
    },
  }),
  listener({
    on: 'parcel.slow',
    name: 'dossiers.note-slow-post',
    does: { vi: 'Báo quầy khi bưu chính lâu chưa phát', en: 'Tell the counter when the post is slow' },
    act: async (act, { item, payload }) => {
      const { dossier, head } = await hold(act, item);
      const parcel = (await listParcels(act, item)).find(({ id }) => id === payload['parcel']);
      if (dossier.state !== 'decided' || !parcel || !isUnderway(parcel.state)) return;
      // It may be lost: the counter has it among its work again, and asks the post.
      await pauseHandOver(act, item, null);
      step(act, head, { act: POST_SLOW, visible: 'party' });
    },
  }),
  listener({
    on: 'parcel.failed',
    name: 'dossiers.note-not-delivered',
    does: { vi: 'Ghi bưu chính không giao được kết quả', en: 'Note a result that the post did not deliver' },
    act: async (act, { item }) => {
      const { dossier, head } = await hold(act, item);
      // The person may have fetched it at the counter meanwhile. Otherwise handing over has waited there all the while: nothing is
      // lost, but the record must say why it waits still, and the person must know where it is.
      if (dossier.state !== 'decided') return;
      await pauseHandOver(act, item, null);
      step(act, head, { act: POST_FAILED, visible: 'party' });
      announce(act, POST_FAILED, item, {});
    },
  }),
  ...[CALENDAR_CHANGED, REDATE_ON].map((on) =>
    listener({
      on,
      name: on === REDATE_ON ? 'dossiers.redate-others' : 'dossiers.redate',
      does: {
        vi: 'Tính lại ngày hẹn của hồ sơ đang mở theo lịch làm việc mới',
        en: 'Reckon the dates of open dossiers by the new calendar',
      },
      act: (act, { item, payload }) =>
        redatePortion(act, item, payload as CalendarChanged, (payload['after'] as string) ?? null),
    }),
  ),
  listener({
    on: TIMER,
    name: 'dossiers.ring',
    does: { vi: 'Cho hồ sơ đi tiếp khi đến giờ đã hẹn', en: 'Go on when a set time has come' },
    act: (act, { item, payload }) => ring(act, item, payload as Parameters<typeof ring>[2]),
  }),
  listener({
    on: SERVICE,
    name: 'dossiers.run-service',
    does: { vi: 'Làm việc của hệ thống trong quy trình', en: 'Do a service task of a process' },
    act: (act, { item, payload }) =>
      runService(act, item, Number(payload['token']), String(payload['service'])),
  }),
  listener({
    on: SEND,
    name: 'dossiers.pass-on',
    does: { vi: 'Chuyển tin của quy trình đến nơi chờ', en: 'Pass a message of a process on' },
    act: (act, { item, payload }) =>
      passOn(act, item, String(payload['message']), String(payload['words'] ?? '')),
  }),
  listener({
    on: MOVE_ON,
    name: 'dossiers.move-to-newest',
    does: {
      vi: 'Chuyển hồ sơ đang chạy sang quy trình mới',
      en: 'Let running dossiers go over to the newest process',
    },
    awaited: true,
    act: (act, { item }) => movePortion(act, item),
  }),
  listener({
    on: WATCH_ON,
    name: 'dossiers.watch-others',
    does: { vi: 'Xem các hồ sơ khác có kịp hạn không', en: 'Look whether other dossiers can be in time' },
    act: watch,
  }),
  ...ends.map(([on, why]) =>
    listener({
      on,
      name: `dossiers.drop-fees-after-${on.slice('dossier.'.length)}`,
      does: { vi: 'Bỏ khoản phí của hồ sơ đã kết thúc', en: 'Drop the fees of a dossier that ended' },
      act: (act, { item }) => dropFees(act, item, why),
    }),
  ),
];
