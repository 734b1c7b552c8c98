/**
 * What the simulated national database publishes: the procedures of the sample as the nation has them, but for three changes
 * that a province meets in a year: one was changed, one is new, one is no longer there. The three changes are invented.
 */
import type { NationalContent } from '../../src/services/catalogue/index.ts';
import { advertisingNotice } from './advertising-notice.ts';
import { sampleProcedures } from './index.ts';
import { treeFelling } from './tree-felling.ts';

/** Internal procedures are the province's own. */
const isNational = ({ code }: NationalContent): boolean => /^\d\.\d{6}$/.test(code);

const changed: NationalContent = {
  ...treeFelling.national,
  name: `${treeFelling.national.name} trong đô thị`,
  conditions: 'Cây nằm trong danh mục cây cấm chặt hạ thì không cấp phép.',
  legalBasis: [
    ...treeFelling.national.legalBasis,
    { number: '01/2026/TT-BXD', title: 'Thông tư mẫu của dữ liệu thử' },
  ],
};

const added: NationalContent = {
  ...treeFelling.national,
  code: '1.999901',
  name: 'Thủ tục mẫu: đăng ký chăm sóc cây xanh trước nhà',
  conditions: '',
};

/** Procedures of the nation after the changes. */
export const nationalProcedures = (): readonly NationalContent[] => [
  ...sampleProcedures
    .map(({ national }) => national)
    .filter((one) => isNational(one) && one !== treeFelling.national && one !== advertisingNotice.national),
  changed,
  added,
];
