/** Questions about a birth: asked by birth registration and by the linked chain that begins with it. */
import type { MatterKey, NumberNeed } from '../../../src/services/catalogue/index.ts';
import type { Field, Logic, Section } from '../../../src/work/forms/index.ts';
import { contactPage } from './applicant.ts';
import { answeredBy, filesOf, handedIn, handIn, identity, papersSection, show, shown } from './papers.ts';
import { ask, is, option, page, say, section } from './question.ts';

const proof = 'birthProof';

/** Documents of a birth. Notification, statement of a witness and own statement stand in for each other. */
const birthPapers = {
  notification: handedIn('birth-notification', 'Giấy chứng sinh', {
    chain: 'birth',
    when: is(proof, 'notification'),
    standIns: [answeredBy('insurance')],
  }),
  witness: handedIn('witness-statement', 'Văn bản của người làm chứng về việc sinh', {
    chain: 'birth',
    when: is(proof, 'witness'),
  }),
  statement: handedIn('own-statement', 'Giấy cam đoan về việc sinh', {
    chain: 'birth',
    when: is(proof, 'statement'),
  }),
  abandoned: handedIn('abandoned-record', 'Biên bản về việc trẻ bị bỏ rơi', {
    when: is(proof, 'abandoned'),
  }),
  surrogacy: handedIn('surrogacy-confirmation', 'Văn bản của cơ sở y tế xác nhận việc mang thai hộ', {
    when: { var: 'surrogacy' },
  }),
  authorisation: handedIn('authorisation', 'Văn bản ủy quyền đi khai sinh', {
    when: is('declarantRelation', 'authorised'),
  }),
  identity,
  residence: shown('residence', 'Giấy tờ chứng minh nơi cư trú', { standIns: [answeredBy('population')] }),
} as const;

/** The component groups of a birth. */
export const birthGroups = [
  handIn(
    birthPapers.notification,
    birthPapers.witness,
    birthPapers.statement,
    birthPapers.abandoned,
    birthPapers.surrogacy,
    birthPapers.authorisation,
  ),
  show(birthPapers.identity, birthPapers.residence),
] as const;

const declarant = section('nguoi-di-khai', 'Người đi khai sinh', 'Who declares', [
  page('nguoi-khai', 'Người đi khai sinh', 'Who declares', [
    ask.name('declarantName', 'Họ, chữ đệm, tên', 'Full name', {
      source: { registry: 'account', path: 'name' },
    }),
    ask.personalNumber('declarantNumber', 'Số định danh cá nhân', 'Personal number', {
      source: { registry: 'account', path: 'number' },
    }),
  ]),
  contactPage,
  page('quan-he', 'Bạn là ai của bé', 'What you are to the child', [
    ask.choice('declarantRelation', 'Bạn là ai của bé?', 'What are you to the child?', {
      short: say('quan hệ với bé', 'relation to the child'),
      options: [
        option('mother', 'Mẹ', 'Mother'),
        option('father', 'Cha', 'Father'),
        option('kin', 'Ông, bà hoặc người thân khác', 'Grandparent or other relative'),
        option('carer', 'Người hoặc tổ chức đang nuôi dưỡng bé', 'Person or organisation raising the child'),
        option('authorised', 'Người được cha mẹ ủy quyền', 'Authorised by the parents'),
      ],
    }),
  ]),
]);

const notified = (path: string) => ({ registry: 'insurance', path: `birthNotification.${path}` }) as const;

const child = section('nguoi-duoc-khai-sinh', 'Người được khai sinh', 'The child', [
  page('ten-be', 'Tên của bé', 'Name of the child', [
    ask.name('childName', 'Họ, chữ đệm, tên của bé', 'Full name of the child', {
      hint: say('Viết đúng như sẽ in trên giấy khai sinh.', 'As it shall stand on the birth certificate.'),
      source: notified('childName'),
    }),
  ]),
  page('ngay-noi-sinh', 'Bé sinh khi nào, ở đâu', 'When and where the child was born', [
    ask.date('childBorn', 'Ngày sinh của bé', 'Date of birth of the child', {
      notAfter: 'today',
      personalData: 'basic',
      source: notified('born'),
    }),
    ask.text('birthPlace', 'Nơi sinh của bé', 'Place of birth of the child', {
      hint: say(
        'Tên và địa chỉ cơ sở y tế; sinh ở nơi khác thì ghi tên xã, tỉnh.',
        'Name and address of the health facility, or commune and province.',
      ),
      source: notified('place'),
    }),
  ]),
  page('gioi-dan-toc', 'Giới tính và dân tộc của bé', 'Sex and ethnicity of the child', [
    ask.choice('childSex', 'Giới tính của bé', 'Sex of the child', {
      options: [option('Nam', 'Nam', 'Male'), option('Nữ', 'Nữ', 'Female')],
      personalData: 'basic',
      source: notified('sex'),
    }),
    ask.text('childEthnicity', 'Dân tộc của bé', 'Ethnicity of the child', {
      hint: say('Theo dân tộc của cha hoặc của mẹ.', 'That of the father or of the mother.'),
      maxLength: 40,
      personalData: 'sensitive',
    }),
  ]),
  page('que-quan', 'Quê quán của bé', 'Home place of the child', [
    ask.text('hometown', 'Quê quán của bé', 'Home place of the child', {
      hint: say('Theo quê của cha hoặc của mẹ, ghi xã và tỉnh.', 'That of the father or of the mother.'),
      personalData: 'basic',
      source: { registry: 'population', path: 'hometown' },
    }),
  ]),
]);

const parent = (id: 'mother' | 'father', vi: string, en: string) =>
  ask.person(id, `Người ${vi}`, `The ${en}`, {
    ask: ['name', 'birth', 'personalNumber', 'ethnicity', 'nationality', 'residence'],
    optionalParts: ['personalNumber'],
    unknownBirth: 'month',
    source: notified(id),
  });

const parentPages = [
  page('nguoi-me', 'Người mẹ', 'The mother', [parent('mother', 'mẹ', 'mother')]),
  page('co-ghi-cha', 'Ghi tên người cha', 'Naming the father', [
    ask.yesNo('fatherNamed', 'Có ghi người cha vào giấy khai sinh không?', 'Shall the father be named?', {
      short: say('việc ghi người cha', 'naming of the father'),
      hint: say(
        'Cha mẹ chưa đăng ký kết hôn thì làm thêm việc nhận con để ghi tên cha.',
        'Unmarried parents register the recognition of the child as well.',
      ),
    }),
  ]),
  page('nguoi-cha', 'Người cha', 'The father', [parent('father', 'cha', 'father')], {
    showIf: is('fatherNamed', true),
  }),
] as const;

const parentsOf = (showIf?: Logic): Section =>
  section('cha-me', 'Cha, mẹ của bé', 'Parents of the child', parentPages, showIf);

const parents = parentsOf({ '!=': [{ var: proof }, 'abandoned'] });

const birthProof = section('viec-sinh', 'Giấy tờ về việc sinh', 'Proof of the birth', [
  page('giay-ve-viec-sinh', 'Bạn có giấy gì về việc sinh', 'What shows the birth', [
    ask.choice(proof, 'Bạn có giấy nào về việc sinh của bé?', 'What paper do you have about the birth?', {
      short: say('giấy về việc sinh', 'paper about the birth'),
      options: [
        option('notification', 'Giấy chứng sinh của cơ sở y tế', 'Notification of a health facility'),
        option('witness', 'Văn bản của người làm chứng', 'Statement of a witness'),
        option('statement', 'Không có, tôi viết giấy cam đoan', 'None, I make a statement'),
        option('abandoned', 'Biên bản trẻ bị bỏ rơi', 'Record of an abandoned child'),
      ],
    }),
  ]),
  page(
    'mang-thai-ho',
    'Mang thai hộ',
    'Surrogacy',
    [
      ask.yesNo('surrogacy', 'Bé sinh ra do mang thai hộ', 'Born by surrogacy', {
        personalData: 'sensitive',
      }),
    ],
    { showIf: is(proof, 'notification') },
  ),
]);

/** Who declares and the child whose birth is registered, with its number; asked by what follows a birth. */
export const registeredChild: readonly Section[] = [
  declarant,
  child,
  section('so-cua-be', 'Số định danh của bé', 'Number of the child', [
    page('so-dinh-danh-be', 'Số định danh của bé', 'Number of the child', [
      ask.personalNumber('childNumber', 'Số định danh cá nhân của bé', 'Personal number of the child'),
    ]),
  ]),
];

/** The parents of a child whose birth is registered. */
export const parentsOfRegistered: Section = parentsOf();

/** All questions about the birth itself, with the papers that belong to them. */
export const birthSections: readonly Section[] = [declarant, birthProof, child, parents];

/** A birth is registered once: the same child by name and day, of the same mother. */
export const sameBirth: readonly MatterKey[] = [
  { matter: 'birth', answers: ['childName', 'childBorn', 'mother.personalNumber'] },
  { matter: 'birth', answers: ['childName', 'childBorn', 'mother.name'] },
];

/** The places for the papers of a birth. */
const birthFiles = [
  filesOf('birthNotification', birthPapers.notification, 'Birth notification'),
  filesOf('witnessStatement', birthPapers.witness, 'Statement of a witness'),
  filesOf('ownStatement', birthPapers.statement, 'Own statement about the birth'),
  filesOf('abandonedRecord', birthPapers.abandoned, 'Record of the abandoned child'),
  filesOf('surrogacyPaper', birthPapers.surrogacy, 'Confirmation of surrogacy'),
  filesOf('authorisationPaper', birthPapers.authorisation, 'Authorisation'),
] as const;

/** The papers of a birth, and more of the linked services. */
export const birthPapersSection = (...more: readonly Field[]): Section =>
  papersSection(...birthFiles, ...more);

/** The person reads what will be printed and says that it is right (Decree 87/2020, online registration). */
export const confirmation = ask.declaration(
  'confirmed',
  'Xác nhận nội dung in',
  'Confirmation of the wording',
  {
    statement: say(
      'Tôi đã đọc lại tên, ngày sinh, nơi sinh, quê quán của bé và thông tin cha mẹ; giấy khai sinh in như vậy là đúng.',
      'I have read name, birth, places and parents again; the certificate may be printed so.',
    ),
  },
);

const parentResult = (id: 'mother' | 'father') => ({
  [`${id}.name`]: `answers.${id}.name`,
  [`${id}.birth`]: `answers.${id}.birth@year`,
  [`${id}.ethnicity`]: `answers.${id}.ethnicity`,
  [`${id}.nationality`]: `answers.${id}.nationality`,
  [`${id}.residence`]: `shown.${id}.residence`,
});

const parentFacts = (id: 'mother' | 'father') => ({
  [`${id}.name`]: `answers.${id}.name`,
  [`${id}.born`]: `answers.${id}.birth`,
  [`${id}.number`]: `answers.${id}.personalNumber`,
  [`${id}.ethnicity`]: `answers.${id}.ethnicity`,
  [`${id}.nationality`]: `answers.${id}.nationality`,
  [`${id}.residence`]: `shown.${id}.residence`,
});

/** Personal number and entry of a birth come from the civil-status database (Law on civil status 60/2014, art. 16.2). */
export const birthNumber: NumberNeed = {
  kind: 'birth',
  facts: {
    'child.name': 'answers.childName',
    'child.born': 'answers.childBorn',
    'child.sex': 'answers.childSex',
    'child.ethnicity': 'answers.childEthnicity',
    'child.nationality': '=Việt Nam',
    'child.birthPlace': 'answers.birthPlace',
    'child.hometown': 'answers.hometown',
    ...parentFacts('mother'),
    ...parentFacts('father'),
    'declarant.name': 'answers.declarantName',
    'declarant.number': 'answers.declarantNumber',
    'declarant.relation': 'shown.declarantRelation',
  },
};

/** The birth certificate from the answers and from what the registries gave. */
export const birthResult = {
  'child.name': 'answers.childName',
  'child.birthDate': 'answers.childBorn',
  'child.sex': 'answers.childSex',
  'child.ethnicity': 'answers.childEthnicity',
  'child.nationality': '=Việt Nam',
  'child.birthPlace': 'answers.birthPlace',
  'child.hometown': 'answers.hometown',
  'child.personalId': 'found.personalNumber',
  ...parentResult('mother'),
  ...parentResult('father'),
  'declarant.name': 'answers.declarantName',
  'declarant.document': '=Số định danh cá nhân  + answers.declarantNumber',
  'registration.place': 'issuer.agency',
  'registration.date': 'today',
  'registration.book': 'found.book',
} as const;
