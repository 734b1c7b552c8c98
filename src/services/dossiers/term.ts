/** The term of a dossier: of the procedure, for the way it was filed. */
import { Conflict } from '../../ground/operate/errors.ts';
import type { Term } from '../../work/clock/index.ts';
import { clockTerm, termsOf, type Channel, type Procedure } from '../catalogue/index.ts';

/** The first limit that can be counted. Throws Conflict when the catalogue gives none: nobody may promise a guess. */
export function termOf(procedure: Procedure, channel: Channel): Term {
  for (const written of termsOf(procedure, channel)) {
    const term = clockTerm(written);
    if (term) return term;
  }
  throw new Conflict({
    vi: 'Thủ tục này chưa có thời hạn giải quyết tính được. Biên tập viên cần bổ sung trước khi tiếp nhận.',
    en: 'This procedure has no limit that can be counted. An editor must add it before dossiers are accepted.',
  });
}
