/**
 * The five kinds of error. Rooms throw them; `ground/web` turns them into HTTP in one place.
 * `message` is a text for the person, in both languages; never a stack trace or a raw code.
 */
import type { Text } from '../text/language.ts';

/** One thing wrong with one field of an input. `field` is a dotted path, empty for the whole form. */
export type FieldError = { readonly field: string; readonly message: Text };

abstract class Problem extends Error {
  abstract readonly status: 403 | 404 | 409 | 422 | 503;
  readonly text: Text;
  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = new.target.name;
    this.text = text;
  }
}

/** The input cannot be accepted as it is: the same form comes back with the text kept (422). */
export class Invalid extends Problem {
  readonly status = 422;
  readonly errors: readonly FieldError[];
  constructor(errors: readonly FieldError[]) {
    super(errors[0]?.message ?? { vi: 'Thông tin chưa hợp lệ.', en: 'The information is not valid.' });
    this.errors = errors;
  }
}

/** This person may not do this (403). */
export class NotAllowed extends Problem {
  readonly status = 403;
}

/** There is no such thing, or this person may not know of it (404). */
export class NotFound extends Problem {
  readonly status = 404;
}

/** The item has moved on since it was read (409). */
export class Conflict extends Problem {
  readonly status = 409;
}

/** Something we depend on does not answer now (503). */
export class Unavailable extends Problem {
  readonly status = 503;
}
