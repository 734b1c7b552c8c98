/** Words of the catalogue's pages. */
import type { Text } from '../../ground/text/language.ts';
import type { Audience, Channel, Level } from './schema.ts';

export const audiences = [
  'citizen',
  'overseas-vietnamese',
  'foreigner',
  'organisation',
  'enterprise',
  'household-business',
  'agency',
] as const satisfies readonly Audience[];
export const levels = ['commune', 'province', 'ministry', 'other'] as const satisfies readonly Level[];

export const audienceWords: Readonly<Record<Audience, Text>> = {
  citizen: { vi: 'Công dân Việt Nam', en: 'Vietnamese citizens' },
  'overseas-vietnamese': { vi: 'Người Việt Nam ở nước ngoài', en: 'Vietnamese abroad' },
  foreigner: { vi: 'Người nước ngoài', en: 'Foreigners' },
  organisation: { vi: 'Tổ chức', en: 'Organisations' },
  enterprise: { vi: 'Doanh nghiệp, hợp tác xã', en: 'Companies, co-operatives' },
  'household-business': { vi: 'Hộ kinh doanh', en: 'Household businesses' },
  agency: { vi: 'Cán bộ, công chức, viên chức', en: 'Officials' },
};

export const levelWords: Readonly<Record<Level, Text>> = {
  commune: { vi: 'Cấp xã', en: 'Commune' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  ministry: { vi: 'Cấp bộ', en: 'Ministry' },
  other: { vi: 'Cơ quan khác', en: 'Other bodies' },
};

export const channelWords: Readonly<Record<Channel, Text>> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  'in-person': { vi: 'Trực tiếp', en: 'In person' },
  post: { vi: 'Qua bưu chính', en: 'By post' },
};
