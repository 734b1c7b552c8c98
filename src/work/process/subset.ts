/**
 * The stated subset of BPMN 2.0: what we run, what is only drawn (kept, without effect), and for everything else the reason and what to draw instead.
 * A table of data: the check, the README and the modeller speak from it.
 */
import type { Text } from '../../ground/text/language.ts';
import type { NodeKind } from './schema.ts';

/** BPMN elements we run, by type. */
export const inside: Readonly<Record<string, NodeKind>> = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:IntermediateCatchEvent': 'catch',
  'bpmn:IntermediateThrowEvent': 'throw',
  'bpmn:BoundaryEvent': 'boundary',
  'bpmn:UserTask': 'user',
  'bpmn:ServiceTask': 'service',
  'bpmn:SendTask': 'send',
  'bpmn:ReceiveTask': 'receive',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:SubProcess': 'sub',
  'bpmn:CallActivity': 'call',
};

/** Elements beside the flow: drawn or declared, kept, without effect on what runs. */
export const drawn: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

/** Event definitions we run, by the kinds of event that may carry them. */
export const events: Readonly<Record<string, readonly NodeKind[]>> = {
  'bpmn:MessageEventDefinition': ['start', 'end', 'catch', 'throw', 'boundary'],
  'bpmn:TimerEventDefinition': ['start', 'catch', 'boundary'],
  'bpmn:TerminateEventDefinition': ['end'],
};

export const nameOfKind: Readonly<Record<NodeKind, Text>> = {
  start: { vi: 'sự kiện bắt đầu', en: 'start event' },
  end: { vi: 'sự kiện kết thúc', en: 'end event' },
  catch: { vi: 'sự kiện chờ ở giữa', en: 'intermediate catch event' },
  throw: { vi: 'sự kiện phát ở giữa', en: 'intermediate throw event' },
  boundary: { vi: 'sự kiện gắn vào bước', en: 'boundary event' },
  user: { vi: 'việc của người', en: 'user task' },
  service: { vi: 'việc của hệ thống', en: 'service task' },
  send: { vi: 'việc gửi tin', en: 'send task' },
  receive: { vi: 'việc nhận tin', en: 'receive task' },
  exclusive: { vi: 'cổng chọn một nhánh', en: 'exclusive gateway' },
  parallel: { vi: 'cổng song song', en: 'parallel gateway' },
  sub: { vi: 'quy trình con', en: 'sub-process' },
  call: { vi: 'gọi quy trình khác', en: 'call activity' },
};

const outsideFor = (vi: string, en: string, whyVi: string, whyEn: string): Text => ({
  vi: `${vi} (${en}) nằm ngoài phạm vi: ${whyVi}`,
  en: `${en[0]?.toUpperCase()}${en.slice(1)} is outside of the subset: ${whyEn}`,
});

/** Why an element or marker is outside, and what to draw instead. */
export const outside: Readonly<Record<string, Text>> = {
  'bpmn:Task': outsideFor(
    'Công việc chưa rõ loại',
    'abstract task',
    'không nói do người hay do hệ thống làm. Hãy đổi thành việc của người, việc của hệ thống hoặc việc gửi tin.',
    'it does not say whether a person or the system does it. Make it a user, service or send task.',
  ),
  'bpmn:ManualTask': outsideFor(
    'Việc làm tay',
    'manual task',
    'hệ thống không biết khi nào xong. Hãy đổi thành việc của người để có người xác nhận.',
    'the system cannot know when it is done. Make it a user task, so that somebody confirms it.',
  ),
  'bpmn:ScriptTask': outsideFor(
    'Việc chạy đoạn mã',
    'script task',
    'hệ thống không chạy mã chương trình nằm trong sơ đồ. Hãy dùng việc của hệ thống.',
    'program code inside a diagram is never run. Use a service task.',
  ),
  'bpmn:BusinessRuleTask': outsideFor(
    'Việc theo bảng quy tắc',
    'business rule task',
    'bảng quyết định không được gọi từ sơ đồ. Hãy dùng việc của hệ thống hoặc điều kiện trên nhánh.',
    'decision tables are not called from a diagram. Use a service task or conditions on the branches.',
  ),
  'bpmn:InclusiveGateway': outsideFor(
    'Cổng chọn nhiều nhánh',
    'inclusive gateway',
    'số nhánh chỉ biết khi chạy nên không chứng minh được là không kẹt. Hãy dùng cổng song song, trong mỗi nhánh một cổng chọn một.',
    'how many branches start is known only at run time, so it cannot be proven not to get stuck. Use a parallel gateway with an exclusive one in each branch.',
  ),
  'bpmn:ComplexGateway': outsideFor(
    'Cổng phức tạp',
    'complex gateway',
    'quy tắc đi tiếp do từng công cụ tự đặt. Hãy dùng cổng chọn một hoặc cổng song song.',
    'its rule differs from tool to tool. Use exclusive or parallel gateways.',
  ),
  'bpmn:EventBasedGateway': outsideFor(
    'Cổng chờ sự kiện',
    'event-based gateway',
    'hãy dùng việc nhận tin có gắn hẹn giờ.',
    'use a receive task with a timer on its boundary.',
  ),
  'bpmn:AdHocSubProcess': outsideFor(
    'Quy trình con tùy ý',
    'ad-hoc sub-process',
    'không có thứ tự bước nên không tính được hạn. Hãy vẽ rõ thứ tự.',
    'its steps have no order, so no due date can be given. Draw the order.',
  ),
  'bpmn:Transaction': outsideFor(
    'Giao dịch',
    'transaction sub-process',
    'việc hoàn tác nhiều bước không có trong thủ tục hành chính. Hãy dùng quy trình con thường.',
    'undoing several steps has no counterpart in administrative procedure. Use an ordinary sub-process.',
  ),
  eventSubProcess: outsideFor(
    'Quy trình con khởi động bằng sự kiện',
    'event sub-process',
    'hãy gắn sự kiện hẹn giờ hoặc nhận tin vào bước hay quy trình con.',
    'attach a timer or message event to the step or sub-process instead.',
  ),
  'bpmn:MultiInstanceLoopCharacteristics': outsideFor(
    'Bước lặp theo danh sách',
    'multi-instance marker',
    'số lần chỉ biết khi chạy. Hãy vẽ từng bước, hoặc gọi một quy trình khác cho từng mục.',
    'the number of times is known only at run time. Draw each step, or call another process for each item.',
  ),
  'bpmn:StandardLoopCharacteristics': outsideFor(
    'Bước lặp lại',
    'loop marker',
    'hãy vẽ vòng lặp bằng cổng chọn một nhánh quay lại.',
    'draw the loop with an exclusive gateway that leads back.',
  ),
  compensation: outsideFor(
    'Bước hoàn tác',
    'compensation activity',
    'việc hoàn tác là một bước riêng do người có thẩm quyền quyết định.',
    'undoing is a step of its own that somebody with the power to do so decides.',
  ),
  'bpmn:SignalEventDefinition': outsideFor(
    'Sự kiện tín hiệu',
    'signal event',
    'hãy dùng sự kiện nhận tin, gửi đích danh một hồ sơ.',
    'use a message event, addressed to one dossier.',
  ),
  'bpmn:ErrorEventDefinition': outsideFor(
    'Sự kiện lỗi',
    'error event',
    'hãy ghi kết quả của bước và rẽ nhánh bằng cổng chọn một.',
    'record the outcome of the step and branch with an exclusive gateway.',
  ),
  'bpmn:EscalationEventDefinition': outsideFor(
    'Sự kiện báo cấp trên',
    'escalation event',
    'việc nhắc và báo cấp trên do đồng hồ thời hạn làm, không vẽ trong quy trình.',
    'reminders and escalation come from the clock and are not drawn.',
  ),
  'bpmn:CompensateEventDefinition': outsideFor(
    'Sự kiện hoàn tác',
    'compensation event',
    'việc hoàn tác là một bước riêng do người có thẩm quyền quyết định.',
    'undoing is a step of its own that somebody with the power to do so decides.',
  ),
  'bpmn:CancelEventDefinition': outsideFor(
    'Sự kiện hủy giao dịch',
    'cancel event',
    'giao dịch không có trong phạm vi.',
    'transactions are not in the subset.',
  ),
  'bpmn:ConditionalEventDefinition': outsideFor(
    'Sự kiện theo điều kiện',
    'conditional event',
    'hệ thống không canh dữ liệu liên tục. Hãy dùng sự kiện nhận tin.',
    'data are not watched all the time. Use a message event.',
  ),
  'bpmn:LinkEventDefinition': outsideFor(
    'Sự kiện nối trang',
    'link event',
    'hãy nối thẳng bằng mũi tên hoặc dùng quy trình con.',
    'connect with an arrow or use a sub-process.',
  ),
  manyEvents: outsideFor(
    'Sự kiện có nhiều loại cùng lúc',
    'event with several definitions',
    'mỗi sự kiện chỉ chờ một điều.',
    'one event waits for one thing.',
  ),
  misplacedEvent: {
    vi: 'Sự kiện mang loại không dùng được ở vị trí này.',
    en: 'The event carries a kind that cannot be used in this place.',
  },
  instantiate: outsideFor(
    'Việc nhận tin tự khởi động quy trình',
    'instantiating receive task',
    'hãy dùng sự kiện bắt đầu bằng tin nhắn.',
    'use a message start event.',
  ),
  quantity: {
    vi: 'Bước đòi hoặc sinh nhiều thẻ cùng lúc (startQuantity, completionQuantity), nằm ngoài phạm vi: mỗi bước chạy một lần.',
    en: 'The step asks for or makes several tokens at once (startQuantity, completionQuantity), which is outside of the subset: a step runs once.',
  },
};

/** For an element type without a row above. */
export const unknownElement = (type: string): Text =>
  outsideFor(
    'Phần tử',
    `element “${type.replace('bpmn:', '')}”`,
    'hệ thống không có cách chạy nó.',
    'there is no way to run it.',
  );

/** Roots of a file that hold something else than processes. */
export const otherModels: Readonly<Record<string, Text>> = {
  'bpmn:Choreography': outsideFor(
    'Sơ đồ phối hợp trao đổi',
    'choreography',
    'nó tả tin nhắn giữa các bên, không có bên nào chạy. Hãy vẽ quy trình của từng cơ quan.',
    'it describes messages between parties and nobody runs it. Draw the process of each agency.',
  ),
  'bpmn:GlobalConversation': outsideFor(
    'Sơ đồ hội thoại',
    'conversation',
    'nó không có bước nào để chạy. Hãy vẽ quy trình của từng cơ quan.',
    'it has no step to run. Draw the process of each agency.',
  ),
};
