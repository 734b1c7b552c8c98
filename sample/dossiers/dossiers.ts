/**
 * What is at work in the sample province when it is first opened: dossiers of invented people at every stage, on time and
 * late, so that every desk of a commune has something on it.
 */
import { benefit, birth, extract, shop, single, type Application } from './applications.ts';

/** How far a dossier has come: handed in; sent back for a supplement; withdrawn; or accepted, with so many steps done. */
export type Reached = 'submitted' | 'supplement' | 'withdrawn' | number;

export type SampleDossier = Application & {
  /** How many working days before the last finished one it came, and at what time of that day. */
  readonly daysAgo: number;
  readonly time: string;
  readonly reached: Reached;
};

const came = (application: Application, daysAgo: number, time: string, reached: Reached): SampleDossier => ({
  ...application,
  daysAgo,
  time,
  reached,
});

/** The dossiers; `lately` is the birthday of the newborn, `soon` the day on which shops open. */
export const sampleDossiers = (lately: string, soon: string): readonly SampleDossier[] => [
  // An Mẫu, whose officers the start names
  came(birth('Đặng Thị Thử Dụ', lately, 'duong-thi-mo-phong', 'dang-van-mo-phong'), 0, '08:35', 0),
  came(extract('dang-van-mo-phong'), 0, '14:20', 'submitted'),
  came(extract('duong-thi-mo-phong'), 0, '10:40', 0),
  came(extract('ngo-thi-tuong-trung'), 3, '10:15', 'supplement'),
  came(benefit('ngo-thi-tuong-trung', 'elderlyPoor'), 5, '08:10', 2),
  came(benefit('duong-thi-mo-phong', 'disabledSevere'), 1, '15:00', 0),
  came(benefit('dang-van-mo-phong', 'disabledSevere'), 4, '09:30', 1),
  came(shop('dang-van-mo-phong', 'Hộ kinh doanh Mô Phỏng', soon), 0, '13:45', 'submitted'),
  // Sông Mẫu
  came(extract('phan-van-dai-dien-mau'), 0, '16:05', 'submitted'),
  came(benefit('phan-van-dai-dien-mau', 'disabledSevere'), 2, '08:45', 'supplement'),
  came(shop('nguyen-thi-thi-diem', 'Hộ kinh doanh Thí Điểm', soon), 0, '09:40', 'submitted'),
  came(single('nguyen-thi-thi-diem', 'mua nhà'), 2, '10:30', 1),
  came(single('phan-van-dai-dien-mau', 'chuyển nhượng đất'), 1, '16:20', 1),
  // Elsewhere
  came(birth('Nông Thị Thử Dụ', lately, 'lo-thi-thu-nghiem', 'nong-van-thu-nghiem'), 0, '15:40', 'submitted'),
  came(birth('Hồ Thị Thử Dụ', lately, 'mai-thi-thao-dien', 'ho-van-thao-dien'), 0, '15:20', 'submitted'),
  came(extract('dinh-van-hon-du'), 0, '15:40', 'submitted'),
  came(extract('tran-van-ben-vi'), 1, '09:20', 0),
  came(benefit('le-van-du-phong', 'disabledSevere'), 3, '14:30', 1),
  came(single('pham-thi-gia-dinh', 'vay mua nhà'), 2, '14:00', 1),
  came(single('vo-thi-hinh-mau', 'mua đất'), 0, '08:20', 'submitted'),
  came(single('vu-van-minh-hoa', 'bán nhà'), 3, '15:10', 2),
  came(single('bui-thi-kich-ban', 'mua nhà'), 3, '08:50', 'withdrawn'),
  came(single('h-mau-nie-thi-du', 'vay vốn'), 1, '10:40', 0),
  came(single('trinh-thi-vi-lam', 'mua đất'), 2, '11:00', 1),
];
