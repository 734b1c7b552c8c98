/** Where a service begins: for the person, at the counter for somebody else, or the reason why not here. */
import { Button, InsetText } from '../../../../ground/ui/index.ts';
import { hasRole } from '../../../../ground/db/act.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { serviceLevel } from '../../rules/level.ts';
import type { Procedure } from '../../schema.ts';
import { words } from './words.ts';

/** The button that begins; officers file for themselves as persons, so only those at a counter see one. */
export const Start = ({
  procedure,
  visit: { by, lang },
}: {
  readonly procedure: Procedure;
  readonly visit: Visit;
}) => {
  if (procedure.systemOfRecord !== 'us') return <InsetText>{words.elsewhere[lang]}</InsetText>;
  if (procedure.form === null || serviceLevel(procedure).level === 'information')
    return <InsetText>{words.notOnline[lang]}</InsetText>;
  if (by.kind !== 'officer')
    return (
      <Button href={`/nop/${procedure.code}`} start>
        {words.start[lang]}
      </Button>
    );
  if (!hasRole(by, 'counter')) return null;
  return (
    <Button href={`/mot-cua?thu-tuc=${procedure.code}`} start>
      {words.startForSomebody[lang]}
    </Button>
  );
};
