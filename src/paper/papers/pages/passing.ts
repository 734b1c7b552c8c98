/** A file that is looked at and forgotten: the field of a form for it. */
import type { Text } from '../../../ground/text/language.ts';
import type { Passing } from '../../../ground/web/passing.ts';
import type { Field } from '../../../ground/web/input.ts';

/** `missing` is said when no file was chosen. */
export const passingFile = (missing: Text): Field<Passing> => ({
  schema: { type: 'string', format: 'binary' },
  read: (raw, name) =>
    typeof raw === 'object' && raw !== null && 'bytes' in raw
      ? { value: raw as Passing }
      : { errors: [{ field: name, message: missing }] },
});
