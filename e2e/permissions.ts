/**
 * Who may see and do what with a dossier, in which state: written down to be read by a person and compared with what the
 * program answers. It is not derived from the policy; whoever changes the policy changes this table, on purpose.
 */
import type { State } from '../src/services/dossiers/index.ts';

/** The people of the table. The dossier is a birth registration of the ward of Sông Mẫu, filed by the father. */
export const people = {
  nobody: null,
  father: 'Nguyễn Văn Ví Dụ',
  stranger: 'Phạm Văn Giả Định',
  counter: 'mot-cua.song-mau',
  'case officer': 'ho-tich.song-mau',
  leader: 'pho-chu-tich-1.song-mau',
  clerk: 'van-thu.song-mau',
  'counter elsewhere': 'mot-cua.an-mau',
  'case officer elsewhere': 'ho-tich.an-mau',
  'leader elsewhere': 'pho-chu-tich-1.an-mau',
  administrator: 'quan-tri.tinh',
} as const;

export type Person = keyof typeof people;

/** The states in which the table is tried. */
export const states = [
  'submitted',
  'supplement',
  'accepted',
  'processing',
  'decided',
  'returned',
  'refused',
  'withdrawn',
] as const satisfies readonly State[];

export type TriedState = (typeof states)[number];

/** Who may read the dossier. */
export const parties: readonly Person[] = ['father', 'counter', 'case officer', 'leader', 'clerk'];
const always = states;

/** A view: what is opened, who sees it and when. Others are refused (403); at other times there is nothing there (404). */
export const views: readonly {
  readonly name: string;
  readonly path: string;
  readonly who: readonly Person[];
  readonly when: readonly TriedState[];
}[] = [
  { name: 'the dossier', path: '/ho-so/:code', who: parties, when: always },
  { name: 'the dossier as JSON', path: '/api/v1/dossiers/:code', who: parties, when: always },
  {
    name: 'the private discussion',
    path: '/ho-so/:code/trao-doi',
    who: ['counter', 'case officer', 'leader', 'clerk'],
    when: always,
  },
  { name: 'the result', path: '/ho-so/:code/ket-qua', who: parties, when: ['decided', 'returned'] },
];

/** Money: who sees what the father owes for a construction permit of the same ward, and who compares the ledgers at all. */
export const money: readonly {
  readonly name: string;
  readonly path: string;
  readonly who: readonly Person[];
}[] = [
  {
    name: 'what is owed',
    path: '/thanh-toan/:charge',
    who: ['father', 'counter', 'case officer', 'leader', 'clerk', 'administrator'],
  },
  {
    name: 'giving back what was paid',
    path: '/thanh-toan/:charge/tra-lai',
    who: ['leader', 'administrator'],
  },
  {
    name: 'the reconciliation',
    path: '/quan-tri/thanh-toan',
    who: ['leader', 'leader elsewhere', 'administrator'],
  },
  {
    name: 'the money of a day as a file',
    path: '/quan-tri/thanh-toan/doi-soat.csv',
    who: ['leader', 'leader elsewhere', 'administrator'],
  },
  {
    name: 'what was waived, as a file',
    path: '/quan-tri/thanh-toan/mien-thu.csv',
    who: ['leader', 'leader elsewhere', 'administrator'],
  },
];

/** An act: who does it and when. Others are refused (403); at other times it conflicts with the state (409). An act that was done leads on (303). */
export const acts: readonly {
  readonly name: string;
  readonly path: string;
  readonly fill: Readonly<Record<string, string>>;
  readonly who: readonly Person[];
  /** Who of them reads what is missing (422). */
  readonly lacking?: readonly Person[];
  readonly when: readonly TriedState[];
}[] = [
  { name: 'accept', path: 'tiep-nhan', fill: {}, who: ['counter'], when: ['submitted'] },
  {
    name: 'ask for a supplement',
    path: 'yeu-cau-bo-sung',
    fill: { defects: 'Giấy chứng sinh mờ', basis: 'Luật chuyên ngành (mẫu), Điều 5' },
    who: ['counter'],
    when: ['submitted', 'accepted', 'processing'],
  },
  {
    name: 'propose a supplement',
    path: 'de-nghi-bo-sung',
    fill: { defects: 'Giấy chứng sinh mờ' },
    // Whoever sits at the counter here is the ward's second civil-status officer, seconded to it.
    who: ['counter', 'case officer'],
    when: ['accepted', 'processing'],
  },
  {
    // A birth registration waits for no message: whoever may note one is told so.
    name: 'note a message',
    path: 'tin-den',
    fill: { message: '1~cho', finding: 'Công văn 12/CA' },
    who: ['counter', 'case officer'],
    when: [],
  },
  {
    name: 'comment privately',
    path: 'trao-doi',
    fill: { body: 'Đã gọi điện hỏi bệnh viện' },
    who: ['counter', 'case officer', 'leader', 'clerk'],
    when: always,
  },
  {
    name: 'refuse to accept',
    path: 'tu-choi-tiep-nhan',
    fill: { ground: 'not-competent', reason: 'Người nộp cư trú ở tỉnh khác' },
    who: ['counter'],
    when: ['submitted'],
  },
  { name: 'supplement', path: 'bo-sung', fill: {}, who: ['father', 'counter'], when: ['supplement'] },
  {
    name: 'withdraw',
    path: 'rut',
    fill: { reason: '' },
    who: ['father', 'counter'],
    // The counter does it on a signed paper, which this table does not send.
    lacking: ['counter'],
    when: ['submitted', 'supplement', 'accepted', 'processing'],
  },
  {
    name: 'discontinue',
    path: 'dung',
    fill: { ground: 'court-order', reason: 'Quyết định của tòa ngày 20/11/2026' },
    who: ['leader'],
    when: ['supplement', 'accepted', 'processing'],
  },
];
