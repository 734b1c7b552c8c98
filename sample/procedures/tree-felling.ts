/** 1.002693: permit to fell or move a tree in a town (cấp giấy phép chặt hạ, dịch chuyển cây xanh). */
import type { SampleProcedure } from './index.ts';
import { aboutYou } from './parts/applicant.ts';
import { certificateData } from './parts/certificate.ts';
import { closing } from './parts/closing.ts';
import { fee } from './parts/fees.ts';
import { byCommune, inOrder, locally, publishedBy, receivedAt } from './parts/layers.ts';
import { everyWay, term } from './parts/methods.ts';
import { applicationForm, filesOf, handedIn, handIn, papersSection } from './parts/papers.ts';
import { branchAfter, commune, insertAfter, inspection, processOf, usualSteps } from './parts/process.ts';
import { ask, form, option, page, say, section } from './parts/question.ts';

const code = '1.002693';
const name = 'Cấp giấy phép chặt hạ, dịch chuyển cây xanh';
const law = 'Nghị định 258/2025/NĐ-CP, Điều 27';
const office = commune('Phòng Kinh tế, Hạ tầng và Đô thị', 'Công chức địa chính - xây dựng');

const photo = handedIn('photo', 'Ảnh chụp hiện trạng cây xanh', { originals: 0, copies: 1 });

/** A tree that is to be kept, or an old one, is looked at and the department is asked; others are only looked at. */
const steps = insertAfter(
  branchAfter(
    insertAfter(usualSteps(office, 80), 'tham-dinh', inspection('Kiểm tra cây tại chỗ', office.unit, 8)),
    'kiem-tra-thuc-dia',
    [
      { to: 'y-kien-so', when: 'protectedTree = true', label: 'Cây cần bảo tồn' },
      { to: 'du-thao', when: null, label: 'Cây khác' },
    ],
  ),
  'kiem-tra-thuc-dia',
  {
    id: 'y-kien-so',
    step: 'Lấy ý kiến về cây cần bảo tồn',
    unit: 'Sở Xây dựng',
    position: 'Chuyên viên hạ tầng kỹ thuật',
    hours: 40,
    output: 'Văn bản ý kiến của Sở Xây dựng',
    act: 'opinion',
  },
);

export const treeFelling: SampleProcedure = {
  from: '2025-10-09',
  national: {
    code,
    name,
    domain: 'Hạ tầng kỹ thuật',
    domainCode: 'G17-XD02',
    levels: ['province', 'commune'],
    audience: ['citizen', 'organisation', 'enterprise', 'foreigner'],
    competent: 'Cơ quan do Ủy ban nhân dân cấp tỉnh chỉ định',
    implementing: ['Ủy ban nhân dân cấp xã nơi có cây'],
    supporting: 'Sở Xây dựng, đối với cây cần bảo tồn',
    receiving: receivedAt.commune,
    publisher: 'Bộ Xây dựng',
    steps: inOrder(
      'Người đề nghị gửi đơn và ảnh cây.',
      'Cơ quan cấp phép kiểm tra cây tại chỗ.',
      'Cây cần bảo tồn thì hỏi ý kiến Sở Xây dựng.',
      'Giấy phép được ký và trả; không cấp thì trả lời có lý do.',
    ),
    methods: everyWay(
      [term(10, 'working-day'), term(20, 'working-day', 'Cây trong danh mục cần bảo tồn')],
      [
        fee('CX', 'Phí, lệ phí', 0, {
          basis: 'Nghị định 258/2025/NĐ-CP, Điều 27: không quy định phí, lệ phí',
        }),
      ],
    ),
    groups: [
      handIn(
        applicationForm('Đơn đề nghị cấp giấy phép chặt hạ, dịch chuyển cây xanh', 'tree-felling'),
        photo,
      ),
    ],
    conditions: 'Cây đã chết, bệnh, có nguy cơ đổ gãy, hoặc vướng công trình được phép xây dựng.',
    results: [
      {
        code: 'KQ.H17.000039',
        name: 'Giấy phép chặt hạ, dịch chuyển cây xanh',
        template: 'general-certificate',
        paper: true,
      },
    ],
    legalBasis: [
      { number: '258/2025/NĐ-CP', title: 'Nghị định về quản lý công viên, cây xanh, mặt nước' },
      { number: '47/2024/QH15', title: 'Luật Quy hoạch đô thị và nông thôn' },
    ],
    decision: publishedBy('1813/QĐ-BXD', 'Bộ Xây dựng'),
    keywords: ['chặt cây', 'đốn cây', 'cây đổ', 'di dời cây'],
  },
  local: locally({
    topics: ['moi-truong'],
    lifeEvents: [],
    summary: say(
      'Khi cây trên hè phố hoặc nơi công cộng cần chặt hoặc dời đi.',
      'When a tree in a street or public place has to be felled or moved.',
    ),
    nameEn: 'Permit to fell or move a tree',
    decidedBy: byCommune,
    placeFrom: 'treePlace.commune',
    field: 'moi-truong',
    resultData: certificateData({
      notation: 'GPCX-UBND',
      title: 'Giấy phép chặt hạ, dịch chuyển cây xanh',
      authority: 'Ủy ban nhân dân',
      bases: [
        'Căn cứ Nghị định số 258/2025/NĐ-CP ngày 09 tháng 10 năm 2025 của Chính phủ',
        'Căn cứ biên bản kiểm tra cây tại chỗ',
      ],
      decides: 'Cho phép:',
      sections: [
        {
          facts: [
            ['Người được phép', 'answers.applicantName'],
            ['Việc được làm', 'shown.what'],
            ['Loài cây, số lượng', 'answers.species + =, số lượng  + shown.trees'],
            ['Vị trí', 'shown.treePlace'],
            ['Lý do', 'shown.why'],
            ['Thời gian làm', '=Từ ngày  + answers.from@day + = đến hết ngày  + answers.until@day'],
          ],
        },
      ],
      conditionsTitle: 'Người được phép phải:',
      conditions: [
        'Bảo đảm an toàn cho người, nhà cửa và đường dây trong khi làm.',
        'Báo Ủy ban nhân dân trước một ngày và dọn sạch mặt bằng sau khi làm.',
      ],
      recipients: ['answers.applicantName'],
    }),
    barriers: [
      {
        reason: 'site-check',
        says: say('Cán bộ phải xem cây tại chỗ.', 'An officer must see the tree.'),
        basis: law,
      },
    ],
    process: processOf(code, name, office, steps),
    eligibility: [
      {
        id: 'danger',
        question: say('Cây đang đổ hoặc sắp đổ, nguy hiểm ngay?', 'Is the tree falling right now?'),
        stops: 'yes',
        because: say(
          'Việc khẩn cấp không cần giấy phép trước. Hãy gọi ngay Ủy ban nhân dân xã, phường.',
          'An emergency needs no permit first. Call the commune at once.',
        ),
        basis: law,
        instead: null,
      },
    ],
    form: {
      ...form(
        'tree-felling',
        'Đơn đề nghị chặt hạ, dịch chuyển cây xanh',
        'Application to fell or move a tree',
        [law],
        [
          aboutYou('name', 'number', 'residence'),
          section('cay', 'Cây', 'The tree', [
            page('viec', 'Bạn muốn làm gì', 'What you want to do', [
              ask.choice('what', 'Bạn muốn làm gì với cây?', 'What do you want to do?', {
                short: say('việc cần làm', 'what to do'),
                options: [option('fell', 'Chặt hạ', 'Fell it'), option('move', 'Dịch chuyển', 'Move it')],
              }),
              ask.choice('why', 'Vì sao?', 'Why?', {
                short: say('lý do', 'reason'),
                options: [
                  option('dead', 'Cây chết, sâu bệnh', 'Dead or ill'),
                  option('danger', 'Có nguy cơ đổ, gãy', 'May fall'),
                  option('works', 'Vướng công trình được phép xây dựng', 'In the way of permitted works'),
                ],
              }),
            ]),
            page('cay-gi', 'Cây gì, bao nhiêu', 'Which trees', [
              ask.text('species', 'Loài cây', 'Species', { maxLength: 100 }),
              ask.number('trees', 'Số lượng', 'Number', { min: 1, max: 500, unit: say('cây', 'trees') }),
              ask.number('girth', 'Đường kính thân lớn nhất', 'Largest diameter', {
                min: 1,
                max: 500,
                unit: say('cm', 'cm'),
              }),
            ]),
            page('o-dau', 'Cây ở đâu', 'Where', [
              ask.address('treePlace', 'Vị trí cây', 'Place of the tree', { personalData: 'none' }),
            ]),
            page('bao-ton', 'Cây cần bảo tồn', 'Protected tree', [
              ask.yesNo(
                'protectedTree',
                'Cây có biển “cây cần bảo tồn” hoặc là cây cổ thụ',
                'It is marked as protected, or very old',
              ),
            ]),
            page('khi-nao', 'Khi nào', 'When', [
              ask.date('from', 'Làm từ ngày', 'From', { notBefore: 'today' }),
              ask.date('until', 'Đến hết ngày', 'Until', { notBefore: 'today' }),
            ]),
          ]),
          papersSection(filesOf('photo', photo, 'Photograph of the tree')),
          closing(),
        ],
      ),
      rules: [
        {
          id: 'thu-tu-ngay',
          when: { '<': [{ var: 'until' }, { var: 'from' }] },
          field: 'until',
          message: say('Ngày kết thúc phải sau ngày bắt đầu.', 'The last day must come after the first.'),
        },
      ],
    },
  }),
};
