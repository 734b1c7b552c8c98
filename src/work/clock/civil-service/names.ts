/** The names of the public holidays, as they stand inside a sentence. */
import type { Text } from '../../../ground/text/language.ts';

export const newYear: Text = { vi: 'Tết Dương lịch', en: "New Year's Day" };
export const tet: Text = { vi: 'Tết Nguyên đán', en: 'Lunar New Year (Tết)' };
export const hungKings: Text = { vi: 'Giỗ Tổ Hùng Vương', en: "Hùng Kings' Day" };
export const reunification: Text = { vi: 'Ngày Chiến thắng 30/4', en: 'Reunification Day' };
export const labour: Text = { vi: 'Quốc tế Lao động 1/5', en: 'Labour Day' };
export const nationalDay: Text = { vi: 'Quốc khánh 2/9', en: 'National Day' };
export const culture: Text = { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' };
