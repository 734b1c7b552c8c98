import { scenarioOf } from '../../../../sample/procedures/answers.ts';
import type { Walk } from '../walk.ts';
import { accepted, decided, numbered, submitted } from './parts.ts';

/** 1.001193: a father registers the birth of his daughter; settled by the ward on the same day. */
export const birth: Walk = {
  procedure: '1.001193',
  name: 'Birth registration',
  people: {
    citizen: 'Nguyễn Văn Ví Dụ',
    counter: 'mot-cua.song-mau',
    'case officer': 'ho-tich.song-mau',
    leader: 'pho-chu-tich-1.song-mau',
    clerk: 'van-thu.song-mau',
  },
  steps: [
    ...submitted(scenarioOf('1.001193').answers),
    accepted,
    {
      who: 'case officer',
      does: 'examines it and drafts the certificate',
      follow: 'Thẩm tra hồ sơ',
      press: 'Trình lãnh đạo ký',
      fill: { kind: 'grant' },
      leaves: 'processing',
    },
    numbered('civil-status database'),
    ...decided,
  ],
  result: 'Giấy khai sinh',
};
