/** A small form for tests: a birth is declared, with a mother, other children, a payment worked out, files and a declaration. */
import type { Answers, Definition } from './schema.ts';

export const today = '2026-11-21';

/** Bản khai thí dụ: invented, but built like a real one. */
export const birthForm: Definition = {
  id: 'birth-sample',
  version: 3,
  title: { vi: 'Tờ khai đăng ký khai sinh (thí dụ)', en: 'Birth registration form (sample)' },
  legalBasis: ['Điều 16 Luật Hộ tịch'],
  sections: [
    {
      id: 'child',
      title: { vi: 'Người được khai sinh', en: 'The child' },
      pages: [
        {
          id: 'child-name',
          title: { vi: 'Tên của bé', en: 'Name of the child' },
          fields: [
            {
              id: 'childName',
              type: 'personName',
              label: { vi: 'Tên của bé là gì?', en: 'What is the name of the child?' },
              short: { vi: 'họ và tên của bé', en: 'name of the child' },
              hint: { vi: 'Viết đủ họ, chữ đệm và tên.', en: 'Write the full name.' },
              personalData: 'basic',
              legalBasis: 'Điều 14 Luật Hộ tịch',
            },
          ],
        },
        {
          id: 'child-birth',
          title: { vi: 'Ngày sinh của bé', en: 'Birth of the child' },
          fields: [
            {
              id: 'childBirth',
              type: 'date',
              label: { vi: 'Ngày sinh của bé', en: 'Date of birth of the child' },
              notAfter: 'today',
              source: { registry: 'health', path: 'birthNotification.birth' },
              datum: 'child.birth',
            },
            {
              id: 'atHospital',
              type: 'yesNo',
              label: { vi: 'Bé sinh ở cơ sở y tế', en: 'Born in a health facility' },
            },
            {
              id: 'hospital',
              type: 'text',
              label: { vi: 'Tên cơ sở y tế', en: 'Name of the facility' },
              showIf: { '==': [{ var: 'atHospital' }, true] },
            },
          ],
        },
      ],
    },
    {
      id: 'parents',
      title: { vi: 'Cha mẹ', en: 'Parents' },
      pages: [
        {
          id: 'mother',
          title: { vi: 'Người mẹ', en: 'The mother' },
          fields: [
            {
              id: 'mother',
              type: 'person',
              label: { vi: 'Người mẹ', en: 'Mother' },
              ask: ['who', 'name', 'birth', 'personalNumber', 'residence'],
              source: { registry: 'population', path: 'mother' },
              datum: 'mother',
              personalData: 'basic',
            },
          ],
        },
        {
          id: 'siblings',
          title: { vi: 'Anh chị của bé', en: 'Brothers and sisters' },
          repeat: { id: 'siblings', title: { vi: 'Người con', en: 'Child' }, min: 0, max: 3 },
          fields: [
            { id: 'name', type: 'personName', label: { vi: 'Họ và tên', en: 'Full name' } },
            { id: 'alive', type: 'yesNo', label: { vi: 'Còn sống', en: 'Alive' } },
            {
              id: 'birth',
              type: 'date',
              label: { vi: 'Ngày sinh', en: 'Date of birth' },
              unknown: 'month',
              showIf: { var: 'item.alive' },
            },
          ],
        },
      ],
    },
    {
      id: 'papers',
      title: { vi: 'Giấy tờ và lệ phí', en: 'Papers and fee' },
      pages: [
        {
          id: 'copies',
          title: { vi: 'Bản sao', en: 'Copies' },
          fields: [
            {
              id: 'copies',
              type: 'number',
              label: { vi: 'Số bản sao trích lục', en: 'Number of copies' },
              max: 20,
            },
            {
              id: 'fee',
              type: 'money',
              label: { vi: 'Tiền bản sao', en: 'Price of the copies' },
              compute: { '*': [{ var: 'copies' }, 8000] },
            },
          ],
        },
        {
          id: 'home-birth',
          title: { vi: 'Sinh tại nhà', en: 'Born at home' },
          showIf: { '==': [{ var: 'atHospital' }, false] },
          fields: [
            {
              id: 'witness',
              type: 'files',
              label: { vi: 'Văn bản của người làm chứng', en: 'Statement of a witness' },
              component: 'witness',
            },
          ],
        },
        {
          id: 'declare',
          title: { vi: 'Cam đoan', en: 'Declaration' },
          fields: [
            {
              id: 'truth',
              type: 'declaration',
              label: { vi: 'Cam đoan', en: 'Declaration' },
              statement: { vi: 'Tôi cam đoan lời khai là đúng.', en: 'I declare that this is true.' },
            },
          ],
        },
      ],
    },
  ],
  rules: [
    {
      id: 'mother-older',
      when: { '<': [{ age: [{ var: 'mother.birth' }, { var: 'childBirth' }] }, 10] },
      field: 'mother.birth',
      message: {
        vi: 'Ngày sinh của mẹ quá gần ngày sinh của bé. Hãy xem lại cả hai.',
        en: 'The mother was born too close to the child. Check both dates.',
      },
    },
  ],
};

/** Answers with which the form may be submitted. */
export const birthAnswers: Answers = {
  childName: 'Nguyễn Thí Dụ',
  childBirth: '2026-11-01',
  atHospital: true,
  hospital: 'Bệnh viện Thí Dụ',
  mother: {
    who: 'self',
    name: 'Trần Thị Mẫu',
    birth: '1990-02-05',
    personalNumber: '001190000001',
    residence: { place: 'Xã Mẫu Sơn, Tỉnh Sông Lam', commune: '99001', detail: 'Thôn Thí Dụ' },
  },
  siblings: [{ name: 'Nguyễn Ví Dụ', alive: true, birth: '2015' }],
  copies: 3,
  truth: true,
};
