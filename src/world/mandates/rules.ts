/** Pure rules of mandates: when one holds, what it covers, whether it may be granted, what powers follow. */
import type { Power } from '../../ground/db/act.ts';
import type { FieldError } from '../../ground/operate/errors.ts';
import { yearsBetween } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Post } from '../agencies/index.ts';
import { dayBefore, isInForce, periodProblems } from '../law/index.ts';
import type { Relative } from '../people/index.ts';
import type { Actor, Deed, Mandate, NewMandate, Scope } from './schema.ts';

/** Passing on further than this is a mistake in the data, not a chain of mandates. */
const LONGEST_CHAIN = 8;

/** Tells whether a mandate by itself holds on a day: begun, not ended, not revoked. */
const holdsAlone = (mandate: Mandate, day: string): boolean =>
  isInForce(mandate, day) && (mandate.revokedFrom === null || day < mandate.revokedFrom);

/**
 * Tells whether a mandate holds on a day: itself, and every one it was passed on from, each of which must allow passing on.
 * Revoking one ends all that stand under it.
 */
export function holds(mandate: Mandate, day: string, all: ReadonlyMap<string, Mandate>): boolean {
  let current: Mandate | undefined = mandate;
  for (let depth = 0; current && depth < LONGEST_CHAIN; depth++) {
    if (!holdsAlone(current, day)) return false;
    if (current.under === null) return true;
    current = all.get(current.under);
    if (!current?.redelegable) return false;
  }
  return false;
}

const within = (limit: readonly string[] | null, value: string | undefined): boolean =>
  limit === null || (value !== undefined && limit.includes(value));

/** Tells whether a scope covers a deed. A limit on something that is not known of the deed covers nothing. */
export const covers = (scope: Scope, deed: Omit<Deed, 'for'>): boolean =>
  within(scope.acts, deed.act) &&
  within(scope.procedures, deed.procedure) &&
  within(scope.fields, deed.field) &&
  within(scope.documents, deed.document);

/** Tells whether a mandate was given to this actor, as a person or as the holder of a post. */
export const isAgent = ({ agent }: Mandate, actor: Pick<Actor, 'person' | 'posts'>): boolean =>
  agent.kind === 'person' ? agent.id === actor.person : actor.posts.includes(agent.id);

const byId = (mandates: readonly Mandate[]): ReadonlyMap<string, Mandate> =>
  new Map(mandates.map((mandate) => [mandate.id, mandate]));

/** Whether somebody may do something for somebody, and on what ground. */
export type Verdict =
  | { readonly may: true; readonly ground: 'self' | 'law' | 'post' }
  | { readonly may: true; readonly ground: 'mandate'; readonly mandate: Mandate }
  | { readonly may: false; readonly reason: Text };

const refusal = (vi: string, en: string): Verdict => ({ may: false, reason: { vi, en } });

/**
 * Decides whether somebody may act for somebody on a day (B14): for oneself, for a minor child or ward by law, in a post
 * one holds, or under a mandate that holds that day and covers the deed.
 */
export function mayAct(mandates: readonly Mandate[], who: Actor, what: Deed, day: string): Verdict {
  const { for: principal } = what;
  if (principal.kind === 'person' && principal.id === who.person) return { may: true, ground: 'self' };
  if (principal.kind === 'person' && who.wards.includes(principal.id)) return { may: true, ground: 'law' };
  if (principal.kind === 'post' && who.posts.includes(principal.id)) return { may: true, ground: 'post' };
  const all = byId(mandates);
  const given = mandates.filter(
    (mandate) =>
      mandate.kind !== 'role' &&
      mandate.kind !== 'signing' &&
      mandate.principal.kind === principal.kind &&
      mandate.principal.id === principal.id &&
      isAgent(mandate, who),
  );
  if (given.length === 0) {
    return refusal('Bạn chưa được uỷ quyền làm việc này.', 'You have no authorisation for this.');
  }
  const holding = given.filter((mandate) => holds(mandate, day, all));
  if (holding.length === 0) {
    return refusal(
      'Uỷ quyền đã hết hạn, chưa bắt đầu hoặc đã bị thu hồi.',
      'The authorisation has ended, not begun, or been revoked.',
    );
  }
  const mandate = holding.find((one) => covers(one, what));
  return mandate
    ? { may: true, ground: 'mandate', mandate }
    : refusal('Việc này nằm ngoài phạm vi được uỷ quyền.', 'This lies outside of the authorisation.');
}

const ADULT = 18;

/**
 * The children and wards whom a person represents by law on a day (người đại diện theo pháp luật; Civil Code 2015, art. 136):
 * children under 18 and wards. A child whose day of birth is not known counts as minor until the end of that year or month.
 */
export const wardsOf = (relatives: readonly Relative[], day: string): string[] =>
  relatives
    .filter(({ is, to, person }) => {
      if (person.died !== null || (to !== null && to < day)) return false;
      if (is === 'ward') return true;
      return is === 'child' && person.born !== null && yearsBetween(lastDayOf(person.born), day) < ADULT;
    })
    .map(({ person }) => person.id);

function lastDayOf(born: string): string {
  if (born.length === 4) return `${born}-12-31`;
  if (born.length === 10) return born;
  const [year, month] = born.split('-').map(Number);
  return dayBefore(new Date(Date.UTC(year!, month!, 1)).toISOString().slice(0, 10));
}

/** The powers that mandates add on a day: roles granted, and the roles of the posts somebody fills in for; `absent`: who is away, in words, by mandate. */
export function powersFromMandates(
  mandates: readonly Mandate[],
  who: Pick<Actor, 'person' | 'posts'>,
  posts: ReadonlyMap<string, Post>,
  day: string,
  absent: ReadonlyMap<string, string> = new Map(),
): Power[] {
  const all = byId(mandates);
  return mandates
    .filter((mandate) => isAgent(mandate, who) && holds(mandate, day, all))
    .flatMap((mandate): Power[] => {
      if (mandate.kind === 'role' && mandate.agency !== null) {
        const { agency } = mandate;
        return mandate.roles.map((role) => ({ role, agency, unit: null }));
      }
      const post = mandate.kind === 'substitution' ? posts.get(mandate.principal.id) : undefined;
      return post && isInForce(post, day)
        ? post.roles.map((role) => ({
            role,
            agency: post.agency,
            unit: post.unit,
            ...(absent.has(mandate.id) && { insteadOf: absent.get(mandate.id)! }),
          }))
        : [];
    });
}

const problem = (field: string, vi: string, en: string): FieldError => ({ field, message: { vi, en } });

const narrower = (child: readonly string[] | null, parent: readonly string[] | null): boolean =>
  parent === null || (child !== null && child.every((one) => parent.includes(one)));

/** What keeps a mandate from being granted. `parent` is the mandate it is passed on from, if any. */
export function grantProblems(mandate: NewMandate, parent: Mandate | null): FieldError[] {
  const problems = periodProblems(mandate);
  const { agent, principal } = mandate;
  if (agent.kind === principal.kind && agent.id === principal.id) {
    problems.push(
      problem('agent', 'Không thể giao cho chính người giao.', 'Nobody can be authorised by himself.'),
    );
  }
  if (mandate.basis.trim() === '') {
    problems.push(problem('basis', 'Hãy ghi văn bản giao, uỷ quyền.', 'Name the document that grants it.'));
  }
  if (mandate.kind === 'role' && (mandate.roles.length === 0 || mandate.agency === null)) {
    problems.push(problem('roles', 'Hãy chọn vai trò và cơ quan.', 'Choose the roles and the agency.'));
  }
  if ((mandate.kind === 'substitution' || mandate.kind === 'delegation') && mandate.to === null) {
    problems.push(problem('to', 'Hãy ghi ngày kết thúc.', 'Enter the last day.'));
  }
  if (mandate.kind === 'signing') problems.push(...signingProblems(mandate));
  if (mandate.under !== null) problems.push(...passingOnProblems(mandate, parent));
  return problems;
}

/** Decree 30/2020/NĐ-CP, art. 13: what each signing form asks for. */
function signingProblems(mandate: NewMandate): FieldError[] {
  const problems: FieldError[] = [];
  if (mandate.form === null || mandate.agency === null) {
    problems.push(
      problem('form', 'Hãy chọn hình thức ký và cơ quan.', 'Choose the form of signing and the agency.'),
    );
  }
  if (mandate.form === 'TL' && mandate.documents === null) {
    const vi = 'Thừa lệnh chỉ cho một số loại văn bản: hãy chọn loại.';
    problems.push(problem('documents', vi, 'TL. is for some types of documents only: choose them.'));
  }
  if (mandate.form !== 'TUQ') return problems;
  if (mandate.to === null) {
    const vi = 'Thừa uỷ quyền phải có thời hạn: hãy ghi ngày kết thúc.';
    problems.push(problem('to', vi, 'TUQ. must be limited in time: enter the last day.'));
  }
  if (mandate.documents === null && mandate.fields === null && mandate.procedures === null) {
    const vi = 'Thừa uỷ quyền phải giới hạn nội dung: hãy chọn loại văn bản hoặc lĩnh vực.';
    problems.push(problem('documents', vi, 'TUQ. must be limited in content: choose documents or fields.'));
  }
  if (mandate.redelegable || mandate.under !== null) {
    const vi = 'Người được ký thừa uỷ quyền không được uỷ quyền lại.';
    problems.push(problem('redelegable', vi, 'Who signs TUQ. may not pass it on.'));
  }
  return problems;
}

/** What of the posts keeps an authority to sign from being given (Decree 30/2020, art. 13.3 and 13.4); a post elsewhere heads an agency right below, perhaps its office. */
export function postProblems(
  { form, under, agency }: Pick<NewMandate, 'form' | 'under' | 'agency'>,
  agent: Pick<Post, 'agency' | 'rank'> & { readonly inOffice: boolean },
  principal: Pick<Post, 'agency' | 'rank'>,
): FieldError[] {
  const problems: FieldError[] = [];
  const mayOrder = agent.inOffice && form === 'TL';
  if (agent.agency !== agency && form !== 'TUQ' && !mayOrder) {
    const vi = 'Người đứng đầu cơ quan trực thuộc chỉ được giao ký thừa uỷ quyền (TUQ.).';
    problems.push(problem('agent', vi, 'Heads of agencies below can be given TUQ. only.'));
  }
  if (form === 'TUQ' && agent.agency === agency && agent.rank !== 'unit-head') {
    const vi = 'Thừa uỷ quyền chỉ giao cho người đứng đầu đơn vị hoặc cơ quan trực thuộc.';
    problems.push(problem('agent', vi, 'TUQ. goes to heads of units and of agencies below only.'));
  }
  if (form === 'TUQ' && under === null && (principal.rank !== 'head' || principal.agency !== agency)) {
    const vi = 'Chỉ người đứng đầu cơ quan được uỷ quyền ký (TUQ.).';
    problems.push(problem('principal', vi, 'Only the head of the agency may give TUQ.'));
  }
  return problems;
}

/** Passing on: only what was given, no longer than it was given, and only where that is allowed. */
function passingOnProblems(mandate: NewMandate, parent: Mandate | null): FieldError[] {
  if (!parent || !parent.redelegable || parent.revokedFrom !== null) {
    return [
      problem('under', 'Việc được giao không được giao lại.', 'What was granted may not be passed on.'),
    ];
  }
  const problems: FieldError[] = [];
  const endsLater = parent.to !== null && (mandate.to === null || mandate.to > parent.to);
  if (mandate.from < parent.from || endsLater) {
    const vi = 'Thời gian giao lại phải nằm trong thời gian được giao.';
    problems.push(problem('to', vi, 'The period must lie within the one that was granted.'));
  }
  const lists = ['acts', 'procedures', 'fields', 'documents'] as const;
  const wider = lists.find((list) => !narrower(mandate[list], parent[list]));
  if (wider !== undefined || mandate.agency !== parent.agency) {
    const vi = 'Chỉ được giao lại việc trong phạm vi được giao.';
    problems.push(problem(wider ?? 'agency', vi, 'Only what was granted may be passed on.'));
  }
  return problems;
}
