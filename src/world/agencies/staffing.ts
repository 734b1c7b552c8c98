/** Acts on units, posts and their holders. One function per act. */
import { own, type Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { Conflict, Invalid, NotFound } from '../../ground/operate/errors.ts';
import { newId } from '../../ground/record/index.ts';
import { personName } from '../../ground/text/names.ts';
import { overlap, periodProblems } from '../law/index.ts';
import { note } from './history.ts';
import { getAgency } from './queries.ts';
import { holdingOf, holdingRow, officerRow, postRow, unitRow } from './rows.ts';
import { officerProblems } from './rules.ts';
import type { Holding, Officer, Post, Unit } from './schema.ts';
import { findOfficer, getPost } from './staff.ts';
import type { AgencyTables } from './tables.ts';

const refuseBad = (problems: ReturnType<typeof periodProblems>): void => {
  if (problems.length > 0) throw new Invalid(problems);
};

/** Sets up a unit in an agency (thành lập đơn vị thuộc cơ quan). Returns its id. */
export async function addUnit(act: Act, input: Omit<Unit, 'id'>, basis: string): Promise<string> {
  refuseBad(periodProblems(input));
  await getAgency(act, input.agency);
  const unit: Unit = { ...input, id: newId(act.now) };
  insert(act.writes, 'agencies.units', unitRow(act.tenant, unit, basis));
  await note(act, 'agency', unit.agency, { act: 'agencies.add-unit', visible: 'public', after: unit });
  return unit.id;
}

/** Creates a post in an agency (vị trí việc làm). Returns its id. */
export async function addPost(act: Act, input: Omit<Post, 'id'>): Promise<string> {
  refuseBad(periodProblems(input));
  await getAgency(act, input.agency);
  const post: Post = { ...input, id: newId(act.now) };
  insert(act.writes, 'agencies.posts', postRow(act.tenant, post));
  await note(act, 'post', post.id, { act: 'agencies.add-post', visible: 'inside', after: post });
  return post.id;
}

/** Enters an officer in the directory, or corrects the entry (danh bạ cán bộ). */
export async function putOfficer(act: Act, input: Officer): Promise<void> {
  const officer: Officer = { ...input, name: personName(input.name) };
  refuseBad(officerProblems(officer));
  const before = await findOfficer(act, officer.person);
  const { tenant, person, ...rest } = officerRow(act.tenant, officer);
  if (before) update(act.writes, 'agencies.officers', { tenant, person }, rest);
  else insert(act.writes, 'agencies.officers', { tenant, person, ...rest });
  await note(act, 'officer', person, {
    act: 'agencies.put-officer',
    visible: 'inside',
    before,
    after: officer,
  });
}

/**
 * Gives an officer a post from a day (bổ nhiệm, giao quyền, giao phụ trách, biệt phái). He may hold others at the same time.
 * Throws Conflict when he holds this post already in that period.
 */
export async function appoint(act: Act, holding: Holding): Promise<void> {
  refuseBad(periodProblems(holding));
  await getPost(act, holding.post);
  if (!(await findOfficer(act, holding.person))) {
    throw new NotFound({
      vi: 'Người này chưa có trong danh bạ.',
      en: 'This person is not in the directory.',
    });
  }
  const held = await lockHoldings(act, holding.post, holding.person);
  if (held.some((one) => overlap(one, holding))) {
    throw new Conflict({
      vi: 'Người này đã giữ chức vụ này trong thời gian đó.',
      en: 'This person holds this post in that period already.',
    });
  }
  insert(act.writes, 'agencies.holdings', holdingRow(act.tenant, holding));
  await note(act, 'post', holding.post, { act: 'agencies.appoint', visible: 'inside', after: holding });
}

const lockHoldings = async (act: Act, post: string, person: string): Promise<Holding[]> =>
  (
    await own<AgencyTables>(act.tx)
      .selectFrom('agencies.holdings')
      .selectAll()
      .where('tenant', '=', act.tenant)
      .where('post', '=', post)
      .where('person', '=', person)
      .forUpdate()
      .execute()
  ).map(holdingOf);

/** Ends the holding of a post on its last day (thôi giữ chức vụ, hết biệt phái). Throws NotFound when nothing is to be ended. */
export async function endHolding(
  act: Act,
  input: { readonly post: string; readonly person: string; readonly last: string; readonly reason: string },
): Promise<void> {
  const { post, person, last, reason } = input;
  const held = await lockHoldings(act, post, person);
  const current = held.find((one) => one.from <= last && (one.to === null || one.to > last));
  if (!current)
    throw new NotFound({ vi: 'Không có việc giữ chức vụ này để kết thúc.', en: 'There is nothing to end.' });
  const key = { tenant: act.tenant, post, person, valid_from: current.from };
  update(act.writes, 'agencies.holdings', key, { valid_to: last });
  const after = { ...current, to: last };
  await note(act, 'post', post, {
    act: 'agencies.end-holding',
    visible: 'inside',
    before: current,
    after,
    reason,
  });
}
