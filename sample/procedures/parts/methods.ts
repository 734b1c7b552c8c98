/** Ways of filing (cách thức thực hiện) with their limits and fees. */
import type { Channel, Fee, Method, Term } from '../../../src/services/catalogue/index.ts';

/** A time limit. */
export const term = (amount: number, unit: Term['unit'], when: string | null = null): Term => ({
  amount,
  unit,
  when,
});

/** On the same day; what comes after 15:00 may wait for the next working day. */
export const sameDay = term(1, 'same-day');

const description: Readonly<Record<Channel, string>> = {
  online: 'Khai và gửi giấy tờ trên Cổng Dịch vụ công.',
  'in-person': 'Đến bất kỳ Trung tâm Phục vụ hành chính công nào trong tỉnh.',
  post: 'Gửi qua dịch vụ bưu chính công ích.',
};

/** The same limits and fees by each of these ways. */
export const by = (
  channels: readonly Channel[],
  terms: readonly Term[],
  fees: readonly Fee[],
): readonly Method[] =>
  channels.map((channel) => ({ channel, terms, fees, description: description[channel] }));

/** Online, at the counter and by post alike. */
export const everyWay = (terms: readonly Term[], fees: readonly Fee[]): readonly Method[] =>
  by(['online', 'in-person', 'post'], terms, fees);
