/** 1.001193: birth registration (đăng ký khai sinh), settled by the people's committee of the commune on the same day. */
import { fromStepTable } from '../../src/work/process/index.ts';
import type { SampleProcedure } from './index.ts';

const law = 'Luật Hộ tịch 60/2014/QH13, Điều 16';

const parent = (id: 'mother' | 'father', vi: string, en: string) =>
  ({
    id,
    title: { vi: `Người ${vi}`, en: `The ${en}` },
    fields: [
      { id: `${id}Name`, type: 'personName', label: { vi: `Họ, chữ đệm, tên người ${vi}`, en: `Full name of the ${en}` }, optional: true, personalData: 'basic', legalBasis: law },
      { id: `${id}Born`, type: 'text', label: { vi: `Năm sinh của người ${vi}`, en: `Year of birth of the ${en}` }, optional: true, maxLength: 10, personalData: 'basic', legalBasis: law },
      { id: `${id}Residence`, type: 'text', label: { vi: `Nơi cư trú của người ${vi}`, en: `Residence of the ${en}` }, optional: true, maxLength: 200, personalData: 'basic', legalBasis: law },
    ],
  }) as const;

export const birthRegistration: SampleProcedure = {
  from: '2025-07-01',
  national: {
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    domain: 'Hộ tịch',
    levels: ['commune'],
    audience: ['citizen', 'overseas-vietnamese'],
    competent: 'Ủy ban nhân dân cấp xã',
    implementing: ['Ủy ban nhân dân cấp xã'],
    supporting: null,
    publisher: 'Bộ Tư pháp',
    steps: 'Nộp tờ khai và giấy chứng sinh; cán bộ tiếp nhận kiểm tra; công chức tư pháp - hộ tịch thẩm tra, ghi sổ, lấy số định danh; lãnh đạo ký; trả kết quả.',
    methods: (['online', 'in-person', 'post'] as const).map((channel) => ({
      channel,
      terms: [{ amount: 1, unit: null, when: null }],
      fees: [],
      description: '',
    })),
    groups: [
      {
        case: 'Giấy tờ phải nộp',
        components: [
          {
            key: 'birth-notification',
            name: 'Giấy chứng sinh',
            manner: 'handed-in',
            originals: 1,
            copies: 0,
            when: null,
            chain: null,
            form: null,
            standIns: [{ kind: 'registry', what: 'birth-notification' }],
          },
        ],
      },
      {
        case: 'Giấy tờ phải xuất trình',
        components: [
          {
            key: 'identity',
            name: 'Giấy tờ tùy thân của người đi khai sinh',
            manner: 'shown',
            originals: 1,
            copies: 0,
            when: null,
            chain: null,
            form: null,
            standIns: [{ kind: 'registry', what: 'population' }],
          },
        ],
      },
    ],
    conditions: 'Trong 60 ngày kể từ ngày sinh, cha hoặc mẹ có trách nhiệm đăng ký khai sinh cho con.',
    results: [{ code: 'KQ.G15.000031', name: 'Giấy khai sinh', template: 'birth-certificate', paper: true }],
    legalBasis: [
      { number: '60/2014/QH13', title: 'Luật Hộ tịch' },
      { number: '123/2015/NĐ-CP', title: 'Nghị định quy định chi tiết Luật Hộ tịch' },
    ],
    decision: { number: '163/QĐ-BTP', date: null, signer: null, agency: 'Bộ Tư pháp' },
  },
  local: {
    term: null,
    fees: [],
    processDecision: { number: '12/QĐ-UBND', date: '2025-07-15', signer: 'Nguyễn Văn Thí Dụ', agency: 'Ủy ban nhân dân tỉnh Sông Lam' },
    topics: ['ho-tich'],
    lifeEvents: ['sinh-con'],
    summary: { vi: 'Cho con mới sinh, trong vòng 60 ngày. Làm trọn vẹn trên mạng, không phải đến nơi.', en: 'For a newborn child, within 60 days. Wholly online, no visit needed.' },
    decidedBy: { kind: 'peoples-committee', slug: null },
    systemOfRecord: 'us',
    transitional: null,
    field: 'ho-tich',
    placeFrom: null,
    afterSupplement: 'resume',
    silence: 'none',
    resultData: {
      'child.name': 'answers.childName',
      'child.birthDate': 'answers.childBorn',
      'child.sex': 'answers.childSex',
      'child.ethnicity': 'answers.childEthnicity',
      'child.nationality': '=Việt Nam',
      'child.birthPlace': 'answers.birthPlace',
      'mother.name': 'answers.motherName',
      'mother.birth': 'answers.motherBorn',
      'mother.residence': 'answers.motherResidence',
      'father.name': 'answers.fatherName',
      'father.birth': 'answers.fatherBorn',
      'father.residence': 'answers.fatherResidence',
      'declarant.name': 'answers.declarantName',
      'declarant.document': '=Căn cước số  + answers.declarantNumber',
      'registration.place': 'issuer.agency',
      'registration.date': 'today',
    },
    process: fromStepTable({ id: 'quy-trinh-1.001193', name: 'Đăng ký khai sinh', agency: 'Ủy ban nhân dân cấp xã' }, [
      { id: 'du-thao', step: 'Thẩm tra hồ sơ, ghi sổ, dự thảo giấy khai sinh', unit: 'Tư pháp - Hộ tịch', position: 'Công chức tư pháp - hộ tịch', hours: 4, output: 'Dự thảo giấy khai sinh', act: 'draft' },
      {
        id: 'ky',
        step: 'Ký giấy khai sinh',
        unit: 'Ủy ban nhân dân cấp xã',
        position: 'Lãnh đạo Ủy ban nhân dân',
        hours: 2,
        output: 'Giấy khai sinh đã ký số',
        act: 'sign',
        next: [
          { to: 'dong-dau', when: 'duyet = true', label: 'Duyệt' },
          { to: 'du-thao', when: null, label: 'Làm lại' },
        ],
      },
      { id: 'dong-dau', step: 'Cấp số, đóng dấu', unit: 'Văn phòng', position: 'Văn thư', hours: 1, output: 'Giấy khai sinh', act: 'seal' },
      { id: 'tra', step: 'Trả kết quả', unit: 'Trung tâm Phục vụ hành chính công', position: 'Công chức một cửa', hours: 1, output: 'Kết quả đã trả', act: 'return' },
    ]),
    form: {
      id: 'birth-registration',
      version: 1,
      title: { vi: 'Tờ khai đăng ký khai sinh', en: 'Application for birth registration' },
      legalBasis: [law],
      sections: [
        {
          id: 'declarant',
          title: { vi: 'Người đi khai sinh', en: 'Who declares' },
          pages: [
            {
              id: 'nguoi-khai',
              title: { vi: 'Người đi khai sinh', en: 'Who declares' },
              fields: [
                { id: 'declarantName', type: 'personName', label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' }, source: { registry: 'account', path: 'name' }, datum: 'person.name', personalData: 'basic', legalBasis: law },
                { id: 'declarantNumber', type: 'personalNumber', label: { vi: 'Số định danh cá nhân', en: 'Personal number' }, source: { registry: 'account', path: 'number' }, datum: 'person.number', personalData: 'basic', legalBasis: law },
              ],
            },
          ],
        },
        {
          id: 'child',
          title: { vi: 'Người được khai sinh', en: 'The child' },
          pages: [
            {
              id: 'tre',
              title: { vi: 'Con của bạn', en: 'Your child' },
              fields: [
                { id: 'childName', type: 'personName', label: { vi: 'Họ, chữ đệm, tên của con', en: 'Full name of the child' }, personalData: 'basic', legalBasis: law },
                { id: 'childBorn', type: 'date', label: { vi: 'Ngày, tháng, năm sinh của con', en: 'Date of birth of the child' }, personalData: 'basic', legalBasis: law },
                {
                  id: 'childSex',
                  type: 'choice',
                  label: { vi: 'Giới tính của con', en: 'Sex of the child' },
                  options: [
                    { value: 'Nam', label: { vi: 'Nam', en: 'Male' } },
                    { value: 'Nữ', label: { vi: 'Nữ', en: 'Female' } },
                  ],
                  personalData: 'basic',
                  legalBasis: law,
                },
                { id: 'childEthnicity', type: 'text', label: { vi: 'Dân tộc của con', en: 'Ethnicity of the child' }, maxLength: 40, personalData: 'sensitive', legalBasis: law },
                { id: 'birthPlace', type: 'text', label: { vi: 'Nơi sinh', en: 'Place of birth' }, maxLength: 200, personalData: 'basic', legalBasis: law },
              ],
            },
          ],
        },
        { id: 'parents', title: { vi: 'Cha, mẹ', en: 'Parents' }, pages: [parent('mother', 'mẹ', 'mother'), parent('father', 'cha', 'father')] },
        {
          id: 'papers',
          title: { vi: 'Giấy tờ', en: 'Documents' },
          pages: [
            {
              id: 'giay-to',
              title: { vi: 'Giấy chứng sinh', en: 'Birth notification' },
              fields: [
                {
                  id: 'birthNotification',
                  type: 'files',
                  label: { vi: 'Giấy chứng sinh', en: 'Birth notification' },
                  hint: { vi: 'Ảnh chụp hoặc tệp PDF. Không có thì để trống nếu cơ sở y tế đã gửi dữ liệu.', en: 'Photo or PDF. Leave empty if the hospital has sent the data.' },
                  component: 'birth-notification',
                  optional: true,
                },
              ],
            },
          ],
        },
      ],
    },
  },
};
