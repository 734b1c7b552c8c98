/** Texts about calls to systems outside. */
import type { Text } from '../../../ground/text/language.ts';
import type { Outcome } from '../../../ground/wire/index.ts';
import { registries } from '../registry.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const words = {
  title: say('Lời gọi ra hệ thống khác', 'Calls to other systems'),
  hint: say(
    'Ai đã hỏi cơ sở dữ liệu nào, để làm gì, theo căn cứ nào.',
    'Who asked which database, what for, and on what legal basis.',
  ),
  forDossier: say('Những lần hỏi cơ sở dữ liệu cho hồ sơ này', 'What registries were asked for this dossier'),
  forDossierHint: say(
    'Gồm cả những lần hỏi lúc người dân còn đang khai, trước khi có mã hồ sơ.',
    'Also what was asked while the person was still filling in, before there was a code.',
  ),
  noneForDossier: say(
    'Chưa có cơ sở dữ liệu nào được hỏi cho hồ sơ này.',
    'No registry was asked for this dossier.',
  ),
  at: say('Lúc', 'When'),
  system: say('Hệ thống', 'System'),
  purpose: say('Để làm gì', 'What for'),
  basis: say('Căn cứ', 'Legal basis'),
  by: say('Ai hỏi', 'Who asked'),
  for: say('Cho hồ sơ nào', 'For which file'),
  dossier: say('Hồ sơ', 'Dossier'),
  draft: say('Bản khai', 'Draft'),
  everyCall: say('Xem mọi lời gọi', 'See all calls'),
  onlyFor: say('Chỉ các lời gọi cho', 'Only calls for'),
  outcome: say('Kết quả', 'Outcome'),
  all: say('Mọi hệ thống', 'All systems'),
  filter: say('Lọc', 'Filter'),
  none: say('Chưa có lời gọi nào.', 'There are no calls yet.'),
  caption: say('Các lời gọi gần nhất', 'The latest calls'),
  platform: say('Hệ thống, theo lịch', 'The platform, by schedule'),
  citizen: say('Người nộp hồ sơ', 'The applicant'),
  holding: say(
    'Những lần hỏi cơ sở dữ liệu nhà nước về bạn',
    'Times when registries of the state were asked about you',
  ),
  holdingPurpose: say(
    'Để bạn biết ai đã hỏi dữ liệu của bạn, để làm gì, theo căn cứ nào.',
    'So that you know who asked for your data, what for, and on what legal basis.',
  ),
} as const;

export const outcomeWords: Readonly<Record<Outcome, Text>> = {
  answered: say('Đã trả lời', 'Answered'),
  refused: say('Từ chối', 'Refused'),
  garbled: say('Trả lời không đọc được', 'The answer could not be read'),
  failed: say('Không kết nối được', 'Not reached'),
  timeout: say('Không trả lời kịp', 'Too late'),
  'not-tried': say('Chưa hỏi vì đang gián đoạn', 'Not asked: it was down'),
  kept: say('Dùng lại câu trả lời trước', 'Used an earlier answer'),
};

/** Systems beside the registries that are called, by their id in the ledger. */
const others: Readonly<Record<string, Text>> = {
  'national-procedures': say(
    'Cơ sở dữ liệu quốc gia về thủ tục hành chính',
    'The national database of procedures',
  ),
  'national-portal': say('Cổng Dịch vụ công quốc gia', 'The national public service portal'),
  'national-store': say('Kho dữ liệu quốc gia', 'The national store'),
  'public-post': say('Bưu chính công ích', 'The public post'),
  payments: say('Nền tảng thanh toán quốc gia', 'The national payment platform'),
  'remote-signing': say('Dịch vụ ký số từ xa', 'The remote signing service'),
  mail: say('Máy chủ thư điện tử', 'The mail server'),
  sms: say('Cổng tin nhắn SMS', 'The SMS gateway'),
};

/** Whether a call asked a registry; others send letters, money, states of dossiers. */
export const isRegistry = (destination: string): boolean => Object.hasOwn(registries, destination);

/** What a destination is called; its id where no room has named it here. */
export const systemName = (id: string): Text =>
  (isRegistry(id) ? registries[id as keyof typeof registries].name : others[id]) ?? {
    vi: id,
    en: id,
  };

/** Ids of the systems that the list can be narrowed to. */
export const systems: readonly string[] = [...Object.keys(registries), ...Object.keys(others)];
