/** Questions of the application for a construction permit, and its papers. */
import type { Logic } from '../../../src/work/forms/index.ts';
import { aboutYou } from './applicant.ts';
import { closing } from './closing.ts';
import { answeredBy, filesOf, handedIn, inVault, papersSection } from './papers.ts';
import { ask, form, is, page, say, section } from './question.ts';

/** Documents of the dossier (Decree 175/2024, art. 55), besides the application. */
export const constructionPapers = {
  land: handedIn('land-title', 'Giấy tờ chứng minh quyền sử dụng đất', {
    originals: 0,
    copies: 1,
    paper: 'KQ.G10.001147',
    standIns: [answeredBy('land'), inVault('KQ.G10.001147'), inVault('KQ.G10.001148')],
  }),
  drawings: handedIn('drawings', 'Bản vẽ thiết kế xây dựng', { originals: 2 }),
  fire: handedIn('fire-safety', 'Kết quả về phòng cháy, chữa cháy', {
    when: is('fireReview', true),
    paper: 'KQ.G01.000221',
  }),
  review: handedIn('design-review', 'Báo cáo kết quả thẩm tra thiết kế', {
    when: { '>=': [{ var: 'floors' }, 7] },
  }),
  neighbours: handedIn('neighbour-safety', 'Bản cam kết bảo đảm an toàn cho công trình liền kề', {
    when: is('adjoining', true),
  }),
} as const;

/** Per mille of the land that is built on; its fraction is taken off, so that the percentage has one decimal. */
const perMille: Logic = { '/': [{ '*': [{ var: 'footprint' }, 1000] }, { var: 'land.area' }] };

const square = { min: 1, max: 100_000, decimals: 1, unit: say('m²', 'm²') } as const;

export const constructionPermitForm = form(
  'construction-permit',
  'Đơn đề nghị cấp giấy phép xây dựng nhà ở riêng lẻ',
  'Application for a permit to build a house',
  ['Nghị định 175/2024/NĐ-CP, Điều 55', 'Luật Xây dựng 50/2014/QH13, Điều 95'],
  [
    aboutYou('name', 'number', 'residence'),
    section('thua-dat', 'Thửa đất', 'The land', [
      page('dat', 'Đất để xây nhà', 'Land to build on', [
        ask.landParcel('land', 'Thửa đất', 'Parcel of land', {
          ask: ['sheet', 'parcel', 'area', 'place', 'certificate'],
          source: { registry: 'land', path: 'parcel' },
        }),
      ]),
      page('khu-vuc', 'Khu vực', 'The area', [
        ask.yesNo(
          'managedArea',
          'Thửa đất nằm trong khu vực có quy chế quản lý kiến trúc',
          'The land lies in an area whose architecture is managed',
          {
            hint: say('Ví dụ: mặt phố chính, cạnh di tích.', 'Such as a main street, or beside a monument.'),
            source: { registry: 'land', path: 'managedArea' },
          },
        ),
      ]),
    ]),
    section('ngoi-nha', 'Ngôi nhà', 'The house', [
      page('quy-mo', 'Số tầng và chiều cao', 'Storeys and height', [
        ask.number('floors', 'Số tầng', 'Storeys', {
          min: 1,
          max: 20,
          unit: say('tầng', 'storeys'),
          hint: say('Kể cả tầng lửng, tum; không kể tầng hầm.', 'With mezzanine, without basement.'),
        }),
        ask.number('height', 'Chiều cao', 'Height', {
          min: 1,
          max: 100,
          decimals: 2,
          unit: say('m', 'm'),
        }),
      ]),
      page('dien-tich', 'Diện tích', 'Areas', [
        ask.number('footprint', 'Diện tích xây dựng tầng một', 'Area of the ground floor', square),
        ask.number('floorArea', 'Tổng diện tích sàn', 'Total floor area', square),
        ask.number('density', 'Mật độ xây dựng', 'Share of the land that is built on', {
          compute: { '/': [{ '-': [perMille, { '%': [perMille, 1] }] }, 10] },
          decimals: 1,
          unit: say('%', '%'),
        }),
      ]),
      page('cot-chi-gioi', 'Cốt nền và chỉ giới', 'Levels and lines', [
        ask.text('groundLevel', 'Cốt nền', 'Ground level', {
          hint: say('Ví dụ: cao hơn vỉa hè 0,45 m.', 'Such as 0.45 m above the pavement.'),
          maxLength: 100,
        }),
        ask.text('setback', 'Chỉ giới xây dựng', 'Building line', {
          hint: say('Ví dụ: trùng chỉ giới đường đỏ.', 'Such as on the street line.'),
          maxLength: 100,
        }),
      ]),
      page('nha-lien-ke', 'Nhà liền kề', 'Adjoining buildings', [
        ask.yesNo(
          'adjoining',
          'Nhà có chung tường hoặc sát công trình bên cạnh',
          'The house adjoins another building',
        ),
      ]),
      page('phong-chay', 'Phòng cháy', 'Fire safety', [
        ask.yesNo(
          'fireReview',
          'Nhà thuộc diện phải thẩm định về phòng cháy',
          'The house needs a fire-safety review',
          {
            hint: say('Nhà chỉ để ở thường không thuộc diện này.', 'Plain dwellings usually do not.'),
          },
        ),
      ]),
    ]),
    section('thiet-ke', 'Thiết kế', 'Design', [
      page('ho-so-thiet-ke', 'Hồ sơ thiết kế', 'Design', [
        ask.text('designName', 'Tên, số hiệu hồ sơ thiết kế', 'Name or number of the design', {
          maxLength: 120,
        }),
      ]),
      page('don-vi-thiet-ke', 'Người hoặc đơn vị thiết kế', 'Designer', [
        ask.organisation('designer', 'Đơn vị thiết kế', 'Designer', {
          ask: ['name', 'enterpriseCode'],
          optionalParts: ['enterpriseCode'],
        }),
      ]),
    ]),
    papersSection(
      filesOf('landTitle', constructionPapers.land, 'Land title'),
      filesOf('drawings', constructionPapers.drawings, 'Drawings'),
      filesOf('fireSafety', constructionPapers.fire, 'Fire-safety result'),
      filesOf('designReview', constructionPapers.review, 'Review of the design'),
      filesOf('neighbourSafety', constructionPapers.neighbours, 'Commitment towards neighbours'),
    ),
    closing(),
  ],
);
