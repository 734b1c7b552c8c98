/** Minutes of a commune for tests: who writes, signs and seals them, and what they say. */
import { sampleId } from '../../../../sample/province/ids.ts';
import { nobody, type By } from '../../../ground/db/act.ts';

export const now = '2026-11-23T09:00:00+07:00';
export const agency = sampleId('agency', 'ubnd-song-mau');
/** An officer of the agency. */
export const officer = (slug: string, role: string, name: string): By => ({
  ...nobody,
  kind: 'officer',
  account: sampleId('officer', slug),
  person: sampleId('officer', slug),
  agency,
  powers: [{ role, agency, unit: null }],
  name,
});
export const clerk = officer('van-thu.song-mau', 'clerk', 'Lê Văn Giả Lập');
export const secretary = officer('ho-tich.song-mau', 'case-officer', 'Phạm Thị Thao Diễn');
export const chair = officer('chu-tich.song-mau', 'leader', 'Mai Thị Giả Định');

/** What the form of minutes is sent with. */
export const written = {
  abstract: 'Họp xét duyệt hồ sơ tháng 11',
  begins: '08 giờ 00, ngày 23/11/2026',
  where: 'Phòng họp tầng 2',
  present: 'Bà Mai Thị Giả Định, Chủ tịch\nÔng Lê Văn Giả Lập, văn thư',
  content: 'Chủ tọa nêu 12 hồ sơ.\nCuộc họp thống nhất 10 hồ sơ đủ điều kiện.',
  ends: '10 giờ 30, ngày 23/11/2026',
  recipients: 'Như thành phần tham dự\nLưu: VT',
  secretary: secretary.person ?? '',
  chair: chair.person ?? '',
};
