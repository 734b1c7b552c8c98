/** What the drawing board offers to draw: the subset that we run (`subset.ts`), and nothing else. Data for page and browser. */
import type { Text } from '../../../ground/text/language.ts';

/** One thing to draw. */
export type Offer = {
  readonly id: string;
  readonly type: string;
  /** The kind of event, for events. */
  readonly event?: 'bpmn:TimerEventDefinition' | 'bpmn:MessageEventDefinition';
  /** A picture of the letters that come with the library. */
  readonly icon: string;
  readonly label: Text;
  /** What the palette says beside the label. */
  readonly tip?: Text;
  readonly group: 'event' | 'activity' | 'gateway';
  /** Whether it can follow another step: everything but a beginning. */
  readonly follows: boolean;
};

const say = (vi: string, en: string): Text => ({ vi, en });

const attached = say('thả lên một bước để gắn vào bước đó', 'drop it on a step to attach it');

/** In the order of the palette. */
export const offers: readonly Offer[] = [
  {
    id: 'start',
    type: 'bpmn:StartEvent',
    icon: 'bpmn-icon-start-event-none',
    label: say('Bắt đầu', 'Start'),
    group: 'event',
    follows: false,
  },
  {
    id: 'user-task',
    type: 'bpmn:UserTask',
    icon: 'bpmn-icon-user-task',
    label: say('Việc của người', 'User task'),
    group: 'activity',
    follows: true,
  },
  {
    id: 'service-task',
    type: 'bpmn:ServiceTask',
    icon: 'bpmn-icon-service-task',
    label: say('Việc của hệ thống', 'Service task'),
    group: 'activity',
    follows: true,
  },
  {
    id: 'send-task',
    type: 'bpmn:SendTask',
    icon: 'bpmn-icon-send-task',
    label: say('Việc gửi tin', 'Send task'),
    group: 'activity',
    follows: true,
  },
  {
    id: 'receive-task',
    type: 'bpmn:ReceiveTask',
    icon: 'bpmn-icon-receive-task',
    label: say('Việc nhận tin', 'Receive task'),
    group: 'activity',
    follows: true,
  },
  {
    id: 'sub-process',
    type: 'bpmn:SubProcess',
    icon: 'bpmn-icon-subprocess-expanded',
    label: say('Quy trình con', 'Sub-process'),
    group: 'activity',
    follows: true,
  },
  {
    id: 'call',
    type: 'bpmn:CallActivity',
    icon: 'bpmn-icon-call-activity',
    label: say('Gọi quy trình khác', 'Call activity'),
    group: 'activity',
    follows: true,
  },
  {
    id: 'exclusive',
    type: 'bpmn:ExclusiveGateway',
    icon: 'bpmn-icon-gateway-xor',
    label: say('Cổng chọn một nhánh', 'Exclusive gateway'),
    group: 'gateway',
    follows: true,
  },
  {
    id: 'parallel',
    type: 'bpmn:ParallelGateway',
    icon: 'bpmn-icon-gateway-parallel',
    label: say('Cổng song song', 'Parallel gateway'),
    group: 'gateway',
    follows: true,
  },
  {
    id: 'timer',
    type: 'bpmn:IntermediateCatchEvent',
    event: 'bpmn:TimerEventDefinition',
    icon: 'bpmn-icon-intermediate-event-catch-timer',
    label: say('Chờ đến giờ', 'Timer'),
    tip: attached,
    group: 'event',
    follows: true,
  },
  {
    id: 'message',
    type: 'bpmn:IntermediateCatchEvent',
    event: 'bpmn:MessageEventDefinition',
    icon: 'bpmn-icon-intermediate-event-catch-message',
    label: say('Chờ tin nhắn', 'Message'),
    tip: attached,
    group: 'event',
    follows: true,
  },
  {
    id: 'end',
    type: 'bpmn:EndEvent',
    icon: 'bpmn-icon-end-event-none',
    label: say('Kết thúc', 'End'),
    group: 'event',
    follows: true,
  },
];

/**
 * What an element may be changed into, by the names of the library's menu, with our words. Loops, manual and script tasks, signals and so on
 * are left out: they are outside of the subset.
 */
export const replacements: Readonly<Record<string, Text>> = {
  'replace-with-none-start': say('Bắt đầu', 'Start'),
  'replace-with-message-start': say('Bắt đầu khi có tin nhắn', 'Start by message'),
  'replace-with-timer-start': say('Bắt đầu theo giờ', 'Start by timer'),
  'replace-with-none-end': say('Kết thúc', 'End'),
  'replace-with-message-end': say('Kết thúc và gửi tin', 'End with a message'),
  'replace-with-terminate-end': say('Kết thúc tất cả các nhánh', 'End of all branches'),
  'replace-with-message-intermediate-catch': say('Chờ tin nhắn', 'Wait for a message'),
  'replace-with-message-intermediate-throw': say('Gửi tin', 'Send a message'),
  'replace-with-timer-intermediate-catch': say('Chờ đến giờ', 'Wait for a time'),
  'replace-with-message-boundary': say('Tin nhắn: bỏ bước', 'Message: gives the step up'),
  'replace-with-timer-boundary': say('Hẹn giờ: bỏ bước', 'Timer: gives the step up'),
  'replace-with-non-interrupting-message-boundary': say(
    'Tin nhắn: bước vẫn tiếp tục',
    'Message: the step goes on',
  ),
  'replace-with-non-interrupting-timer-boundary': say(
    'Hẹn giờ: bước vẫn tiếp tục',
    'Timer: the step goes on',
  ),
  'replace-with-user-task': say('Việc của người', 'User task'),
  'replace-with-service-task': say('Việc của hệ thống', 'Service task'),
  'replace-with-send-task': say('Việc gửi tin', 'Send task'),
  'replace-with-receive-task': say('Việc nhận tin', 'Receive task'),
  'replace-with-call-activity': say('Gọi quy trình khác', 'Call activity'),
  'replace-with-expanded-subprocess': say('Quy trình con', 'Sub-process'),
  'replace-with-subprocess': say('Quy trình con', 'Sub-process'),
  'replace-with-exclusive-gateway': say('Cổng chọn một nhánh', 'Exclusive gateway'),
  'replace-with-parallel-gateway': say('Cổng song song', 'Parallel gateway'),
};
