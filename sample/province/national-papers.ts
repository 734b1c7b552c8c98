/** Papers that the national store of the sample holds of invented people and organisations: issued elsewhere, fetched into the vault. */
import type { SimulatedPaper } from '../../src/services/vault/index.ts';
import { close, findTemplate, typeset } from '../../src/paper/typeset/index.ts';
import { readSample } from './load.ts';

type Held = {
  /** Slug of the person or organisation. */
  readonly owner: string;
  readonly code: string;
  readonly title: string;
  readonly symbol: string;
  readonly agency: string;
  readonly file: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
};

const held: readonly Held[] = [
  {
    owner: 'nguyen-van-vi-du',
    code: 'KQ.G01.000009',
    title: 'Giấy phép lái xe',
    symbol: '099900000137',
    agency: 'Phòng Cảnh sát giao thông mẫu',
    file: 'giay-phep-lai-xe.pdf',
    facts: [
      ['Hạng', 'B1'],
      ['Ngày trúng tuyển', '12/5/2019'],
    ],
  },
  {
    owner: 'tran-thi-lam-mau',
    code: 'KQ.G07.000021',
    title: 'Bằng tốt nghiệp đại học',
    symbol: 'ĐHM-2014-00174',
    agency: 'Trường Đại học Mẫu',
    file: 'bang-tot-nghiep.pdf',
    facts: [
      ['Ngành', 'Kế toán'],
      ['Xếp loại', 'Khá'],
    ],
  },
  {
    owner: 'thi-du-xanh',
    code: 'KQ.G05.000102',
    title: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
    symbol: '05/2025/ATTP-MAU',
    agency: 'Chi cục An toàn vệ sinh thực phẩm mẫu',
    file: 'an-toan-thuc-pham.pdf',
    facts: [['Loại hình', 'Sơ chế, đóng gói rau quả']],
  },
];

/** The papers by the number of their owner. Each file is typeset when it is fetched; it carries no signature. */
export function nationalPapers(): readonly SimulatedPaper[] {
  const { people, organisations } = readSample();
  const owners = new Map([...people, ...organisations].map((one) => [one.slug, one]));
  return held.flatMap((one) => {
    const owner = owners.get(one.owner);
    return owner?.number
      ? [
          {
            owner: owner.number,
            MaKetQua: one.code,
            TenGiayTo: one.title,
            SoKyHieu: one.symbol,
            CoQuanChuQuan: one.agency,
            file: { name: one.file, bytes: () => fileOf(one, owner.name) },
          },
        ]
      : [];
  });
}

async function fileOf({ agency, title, symbol, facts }: Held, owner: string): Promise<Uint8Array> {
  const template = findTemplate('general-certificate');
  if (!template) throw new Error('The template of general certificates is gone.');
  const lines = [['Họ và tên, tên tổ chức', owner], ['Số', symbol], ...facts];
  const data = {
    agency,
    notation: 'MAU',
    place: 'Sông Lam',
    title,
    bases: [],
    sections: [{ facts: lines.map(([label, value]) => ({ label, value })) }],
    conditions: [],
    signer: { authority: [], post: 'THỦ TRƯỞNG', name: 'Đỗ Thị Giả Định' },
  };
  try {
    return (await typeset(template, data, { date: '2025-07-01', author: agency })).pdf;
  } finally {
    await close();
  }
}
