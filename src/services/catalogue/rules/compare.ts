/** What two versions of a procedure say differently (so sánh phiên bản), field by field. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { formatMoney } from '../../../ground/text/money.ts';
import type { Text } from '../../../ground/text/language.ts';
import { describeLimit, type Definition, type Node as ProcessNode } from '../../../work/process/index.ts';
import type { Fee, LocalContent, NationalContent, Procedure } from '../schema.ts';
import { termText } from './terms.ts';

/** One difference. `layer`: whose it is to change. */
export type Difference = {
  readonly layer: 'national' | 'local';
  readonly label: Text;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

type Content = NationalContent & LocalContent;
type Compared = {
  readonly layer: Difference['layer'];
  readonly label: Text;
  readonly lines: (content: Content) => readonly string[];
};

const feeLine = ({ name, amount, per, note, basis }: Fee): string =>
  [name, amount === null ? 'chưa biết mức' : formatMoney(amount), per && `/ ${per}`, note, basis]
    .filter(Boolean)
    .join(' · ');

/** A step with all that is said of it: who does it, for how long, what comes out, when it is over. */
function stepLine(node: ProcessNode): string {
  const { role, unit, limit, output } =
    'office' in node ? node.office : { role: null, unit: null, limit: null, output: null };
  const timer = 'event' in node && node.event.type === 'timer' ? node.event.timer : null;
  const until = timer?.kind === 'limit' ? describeLimit(timer.limit).vi : timer?.value;
  return [node.name || node.id, role, unit, limit && describeLimit(limit).vi, output, until]
    .filter(Boolean)
    .join(' · ');
}

/** Each way from step to step, with its condition. */
const waysOf = ({ nodes, flows }: Definition): readonly string[] => {
  const names = new Map(nodes.map(({ id, name }) => [id, name || id]));
  return flows.map(
    ({ from, to, condition }) =>
      `${names.get(from) ?? from} → ${names.get(to) ?? to}${condition ? ` (${condition})` : ''}`,
  );
};

const named = (layer: Difference['layer'], vi: string, en: string, lines: Compared['lines']): Compared => ({
  layer,
  label: { vi, en },
  lines,
});
const text = (value: string | null | undefined): readonly string[] =>
  value ? value.split('\n').filter((line) => line.trim() !== '') : [];

const compared: readonly Compared[] = [
  named('national', 'Tên', 'Name', ({ name }) => [name]),
  named('national', 'Lĩnh vực', 'Domain', ({ domain, domainCode }) => [
    domainCode ? `${domain} (${domainCode})` : domain,
  ]),
  named('national', 'Cấp thực hiện', 'Levels', ({ levels }) => levels),
  named('national', 'Đối tượng', 'Who may use it', ({ audience }) => audience),
  named('national', 'Cơ quan có thẩm quyền', 'Who decides', ({ competent }) => text(competent)),
  named('national', 'Cơ quan thực hiện', 'Who carries it out', ({ implementing }) => implementing),
  named('national', 'Cơ quan phối hợp', 'Who is asked', ({ supporting }) => text(supporting)),
  named('national', 'Trình tự', 'Steps', ({ steps }) => text(steps)),
  named('national', 'Thời hạn', 'Limits', ({ methods }) =>
    methods.flatMap(({ channel, terms }) =>
      terms.map((term) => `${channel}: ${termText(term).vi}${term.when ? ` (${term.when})` : ''}`),
    ),
  ),
  named('national', 'Phí, lệ phí', 'Fees', ({ methods }) =>
    methods.flatMap(({ channel, fees }) => fees.map((fee) => `${channel}: ${feeLine(fee)}`)),
  ),
  named('national', 'Thành phần hồ sơ', 'Documents', ({ groups }) =>
    groups.flatMap((group) =>
      group.components.map(
        ({ name, originals, copies, manner, paper }) =>
          `${group.case ? `${group.case}: ` : ''}${name} (${[`${originals}/${copies}`, manner, paper].filter(Boolean).join(', ')})`,
      ),
    ),
  ),
  named('national', 'Yêu cầu, điều kiện', 'Conditions', ({ conditions }) => text(conditions)),
  named('national', 'Kết quả', 'Results', ({ results }) =>
    results.map(({ code, name }) => `${name}${code ? ` (${code})` : ''}`),
  ),
  named('national', 'Căn cứ pháp lý', 'Law', ({ legalBasis }) =>
    legalBasis.map(({ number, title }) => [number, title].filter(Boolean).join(' – ')),
  ),
  named('national', 'Quyết định công bố', 'Publishing decision', ({ decision }) => [decision.number]),
  named('local', 'Thời hạn tại tỉnh', 'Limit here', ({ term }) => (term ? [termText(term).vi] : [])),
  named('local', 'Phí, lệ phí tại tỉnh', 'Fees here', ({ fees }) => fees.map(feeLine)),
  named('local', 'Quyết định phê duyệt quy trình', 'Decision on the process', ({ processDecision }) =>
    processDecision ? [processDecision.number] : [],
  ),
  named('local', 'Tóm tắt', 'Summary', ({ summary }) => (summary ? [summary.vi, summary.en] : [])),
  named('local', 'Tên tiếng Anh', 'English name', ({ nameEn }) => text(nameEn)),
  named('local', 'Nơi tiếp nhận tại tỉnh', 'Received here', ({ receiving }) => text(receiving)),
  named('local', 'Hệ thống giữ hồ sơ', 'System of record', ({ systemOfRecord }) => [systemOfRecord]),
  named('local', 'Điều khoản chuyển tiếp', 'Transitional clause', ({ transitional }) => text(transitional)),
  named('local', 'Chủ đề, sự kiện', 'Topics, events', ({ topics, lifeEvents }) => [...topics, ...lifeEvents]),
  named('local', 'Biểu mẫu', 'Form', ({ form }) =>
    form ? [`${form.title.vi}, phiên bản ${form.version}, ${JSON.stringify(form).length} ký tự`] : [],
  ),
  named('local', 'Quy trình nội bộ', 'Process', ({ process }) =>
    process ? [...process.nodes.map(stepLine), ...waysOf(process)] : [],
  ),
  named('local', 'Loại giấy tờ', 'Kinds of papers', ({ papers }) =>
    (papers ?? []).map(({ name, paper }) => `${name}: ${paper ?? 'không'}`),
  ),
  named('local', 'Lý do chưa toàn trình', 'Why partial', ({ barriers }) =>
    (barriers ?? []).map(({ reason, says }) => `${reason}: ${says.vi}`),
  ),
  named('local', 'Câu hỏi điều kiện', 'Eligibility', ({ eligibility }) =>
    (eligibility ?? []).map(({ question }) => question.vi),
  ),
];

/** Lists what differs; lines that both have are left out. */
export function compareVersions(
  before: Content | Procedure,
  after: Content | Procedure,
): readonly Difference[] {
  return compared.flatMap(({ layer, label, lines }) => {
    const [old, recent] = [lines(before), lines(after)];
    if (isDeepStrictEqual(old, recent)) return [];
    return [
      {
        layer,
        label,
        before: old.filter((line) => !recent.includes(line)),
        after: recent.filter((line) => !old.includes(line)),
      },
    ];
  });
}
