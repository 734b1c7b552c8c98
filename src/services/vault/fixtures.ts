/** People of the tests of the vault. */
import { nobody, type By } from '../../ground/db/act.ts';
import { owner } from '../../paper/papers/fixtures.ts';

/** Whose papers they are. */
export const father: By = {
  ...nobody,
  kind: 'citizen',
  account: owner,
  person: owner,
  assurance: 2,
  name: 'Nguyễn Văn Thí Dụ',
};

/** Somebody else, signed in as well. */
export const stranger: By = {
  ...father,
  account: '01900000-0000-7000-8000-000000000098',
  person: '01900000-0000-7000-8000-000000000099',
  name: 'Trần Thị Mẫu',
};
