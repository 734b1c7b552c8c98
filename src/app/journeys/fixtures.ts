/** Parents of the sample and drafts for the father, for journeys that begin when everything is filled in. */
import { sampleId } from '../../../sample/province/ids.ts';
import { nobody, type By } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { newId } from '../../ground/record/index.ts';

/** Monday 23 November 2026, 09:00 in Vietnam. */
export const monday = new Date('2026-11-23T02:00:00Z');

const citizen = (key: string, name: string): By => ({
  ...nobody,
  kind: 'citizen',
  account: sampleId('person', key),
  person: sampleId('person', key),
  name,
  assurance: 2,
});
export const father = citizen('nguyen-van-vi-du', 'Nguyễn Văn Ví Dụ');
export const mother = citizen('tran-thi-lam-mau', 'Trần Thị Làm Mẫu');

type Drafted = {
  readonly procedure: string;
  readonly answers: object;
  /** Who began it; the father himself unless said otherwise. */
  readonly account?: string | null;
  readonly byPost?: boolean;
};

/** A draft for the father, as it lies there. Its id. */
export async function drafted(
  { tx, tenant }: Pick<TestWorld, 'tx' | 'tenant'>,
  { procedure, answers, account = father.account, byPost = false }: Drafted,
): Promise<string> {
  const id = newId(monday);
  await send(
    tx,
    `insert into applications.drafts (tenant, id, account, person, procedure, version, answers, provenance, edition, created_at, updated_at, by_post)
     values ($1, $2, $3, $4, $5, 1, $6, '{}', 1, $7, $7, $8)`,
    [tenant, id, account, father.person, procedure, JSON.stringify(answers), monday, byPost],
  );
  return id;
}
