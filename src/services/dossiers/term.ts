/** The term of a dossier: of the procedure, for the way it was filed. */
import { Conflict } from '../../ground/operate/errors.ts';
import type { Term } from '../../work/clock/index.ts';
import { countedTerm, type Channel, type Procedure } from '../catalogue/index.ts';

/** The limit that the service page shows. Throws Conflict when none can be counted: nobody may promise a guess. */
export function termOf(procedure: Procedure, channel: Channel): Term {
  const term = countedTerm(procedure, channel);
  if (term) return term;
  throw new Conflict({
    vi: 'Thủ tục này chưa có thời hạn giải quyết tính được. Biên tập viên cần bổ sung trước khi tiếp nhận.',
    en: 'This procedure has no limit that can be counted. An editor must add it before dossiers are accepted.',
  });
}
