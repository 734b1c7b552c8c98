/** What the desk itself can do to many work items at once: take, give back, hand over or assign. */
import { giveBack, passTo, takeWork } from '../assign.ts';
import { batchAct } from '../schema.ts';

const any = (): boolean => true;

export const ownBatchActs = [
  batchAct({
    name: 'desk.take',
    title: { vi: 'Nhận các việc này', en: 'Take them' },
    fits: any,
    asks: null,
    act: (act, work) => takeWork(act, work),
  }),
  batchAct({
    name: 'desk.pass',
    title: { vi: 'Chuyển hoặc phân công cho một người', en: 'Hand over or assign to one person' },
    fits: any,
    asks: 'colleague',
    act: (act, work, { colleague, note }) => passTo(act, work, colleague ?? '', note),
  }),
  batchAct({
    name: 'desk.give-back',
    title: { vi: 'Trả lại để người khác nhận', en: 'Give them back' },
    fits: any,
    asks: null,
    act: (act, work) => giveBack(act, work),
  }),
];
