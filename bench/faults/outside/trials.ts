/** Which systems fail, in which ways, and at which step of which dossier. */
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import type { Outside } from '../../../src/app/outside.ts';
import type { Step, Walk } from '../../../src/app/demo/walk.ts';
import { accepted, submitted } from '../../../src/app/demo/walks/parts.ts';
import { birth } from '../../../src/app/demo/walks/birth.ts';
import { householdBusiness } from '../../../src/app/demo/walks/household-business.ts';
import { MY_SIGNATURE } from '../../../src/paper/papers/module.ts';
import { failing, type Trial } from './trial.ts';

/** An extract from the register, which costs 8,000 đồng a copy: the citizen pays at the platform once it is accepted. */
const paidExtract: Walk = {
  procedure: '2.000635',
  name: 'Extract from the register',
  people: { citizen: 'Nguyễn Văn Ví Dụ', counter: 'mot-cua.song-mau' },
  steps: [
    ...submitted(scenarioOf('2.000635').answers),
    accepted,
    { who: 'citizen', does: 'pays', follow: '16.000', change: 'Nộp trực tuyến', lastly: 'Nộp tiền' },
  ],
  result: '',
};

/** The steps before the one that does this. */
const until = ({ steps }: Walk, does: string): number => steps.findIndex((one) => one.does === does);

const SIGNS = 'reads and signs';
const ISSUES = 'numbers, seals and issues';

/** A birth whose certificate goes to the parents by public post once it is issued. */
const posted: Walk = {
  ...birth,
  steps: birth.steps
    .slice(0, until(birth, ISSUES) + 1)
    .map((step): Step => (step.press === 'Nộp hồ sơ' ? { ...step, fill: { returnWay: 'post' } } : step)),
};

const LEADER = birth.people.leader!;
/** What the leader reads until the phone has confirmed, and while the service is away. */
const NOT_YET = ['Yêu cầu ký đã gửi tới điện thoại', 'Dịch vụ ký số từ xa hiện không trả lời'];

/** A birth whose certificate the leader signs on the phone. */
const phoned: Walk = {
  ...birth,
  steps: birth.steps.map((step): Step => (step.does === SIGNS ? { ...step, againWhile: NOT_YET } : step)),
};

/** The leader connects the phone before all else; connecting it a second time changes nothing. */
export const connectsPhone: Step = {
  who: 'leader',
  does: 'connects the phone',
  open: MY_SIGNATURE,
  press: 'Kết nối',
  fill: { account: LEADER },
};

const platform = ({ payments }: Outside): string => payments!.platform!.url;
const portal = ({ exchange }: Outside): string => exchange!.portal!.adapter;
const post = ({ exchange }: Outside): string => exchange!.post!.url;
const registry = ({ registries }: Outside): string => registries!.population!.url;
const service = ({ signing }: Outside): string => signing!.address;

const waysOf = {
  'is down': { down: true },
  'answers after 8 s': { slowMs: 8_000 },
} as const;
const lost = { 'does what it is asked, and its answer is lost': { lostAnswer: true } } as const;
const well = { down: false, slowMs: 0 };

const portalFails = Object.entries({ ...waysOf, ...lost }).map(([how, on]): Trial => ({
  fault: `the national portal ${how}`,
  walk: birth,
  after: 0,
  ...failing(portal, on, { ...well, lostAnswer: false }),
}));

const platformFails = Object.entries({
  'tells us twice': { notice: 'twice' },
  'never tells us': { notice: 'never' },
  'answers after 3 s': { slowMs: 3_000 },
}).map(([how, on]): Trial => ({
  fault: `the payment platform ${how}`,
  walk: paidExtract,
  after: 0,
  ...failing(platform, on, { notice: 'once', slowMs: 0 }),
}));

/** Asked for numbers when the draft goes to the leader. */
const registriesFail = (
  [
    ['the civil-status database', 'civil-status', birth],
    ['the tax office', 'household', householdBusiness],
  ] as const
).flatMap(([name, id, walk]) =>
  Object.entries({ ...waysOf, 'gives its number late': { late: true } }).map(([how, on]): Trial => ({
    fault: `${name} ${how}`,
    walk,
    after: until(walk, accepted.does) + 1,
    ...failing(registry, { [id]: on }, { [id]: { ...well, late: false } }),
  })),
);

/** The post of the sample province is reached at the same simulator as the portal: both fail. */
const postFails = Object.entries({ ...waysOf, ...lost }).map(([how, on]): Trial => ({
  fault: `the public post ${how}`,
  walk: posted,
  after: until(posted, ISSUES),
  ...failing(post, on, { ...well, lostAnswer: false }),
}));

const mailFails = Object.entries({ ...waysOf, ...lost }).map(([how, on]): Trial => ({
  fault: `the mail server ${how}`,
  walk: birth,
  after: 0,
  on: async ({ mailbox }) => void Object.assign(mailbox.faults, on),
  off: async ({ mailbox }) => void Object.assign(mailbox.faults, { ...well, lostAnswer: false }),
}));

const confirmed = { answer: 'confirm', lateMs: 0, signingMs: 0, ...well } as const;
const signingFails = Object.entries({
  ...waysOf,
  'rings, and the leader confirms after 8 s': { lateMs: 8_000 },
  'makes the signature 8 s after it was confirmed': { signingMs: 8_000 },
}).map(([how, on]): Trial => ({
  fault: `the remote signing service ${how}`,
  walk: phoned,
  after: until(phoned, SIGNS),
  ...failing(service, { ...confirmed, ...on }, confirmed),
}));

/** All of them; signing on the phone comes last, because the leader goes on signing there. */
export const trials: readonly Trial[] = [
  ...portalFails,
  ...platformFails,
  ...registriesFail,
  ...postFails,
  ...mailFails,
  ...signingFails,
];

/** Whether the leader of this trial signs on the phone. */
export const needsPhone = ({ walk }: Trial): boolean => walk === phoned;
