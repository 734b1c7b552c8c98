/** On the page of an act: a colleague has the work that it settles, and how it is taken over. */
import { Button, InsetText } from '../../../ground/ui/index.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { mayTakeOver } from '../../../work/desk/index.ts';
import { holderName, withColleague } from '../colleague.ts';
import { takePath } from '../paths.ts';
import type { Whole } from '../queries.ts';
import type { ActName } from '../rules.ts';
import { colleagueWords } from '../colleague-words.ts';

/** The colleague's work that this act would settle, with their name; null: one may go on. */
export async function colleagueAt({ look, by }: Visit, { dossier, work }: Whole, act: ActName) {
  const theirs = withColleague(by, dossier, work, act);
  return (
    theirs && {
      step: theirs.step,
      name: await holderName(look, theirs),
      mayTakeOver: mayTakeOver(by, theirs),
    }
  );
}

type Props = {
  readonly held: NonNullable<Awaited<ReturnType<typeof colleagueAt>>>;
  readonly code: string;
  readonly visit: Visit;
};

/** Says who has it, with the way to take it over; stands in the place of the form. */
export const WithColleague = ({ held, code, visit: { lang } }: Props) => (
  <>
    <InsetText>{colleagueWords.held(held.step, held.name)[lang]}</InsetText>
    {held.mayTakeOver && (
      <Button href={takePath(code)} attributes={{ autofocus: true }}>
        {colleagueWords.takeOver[lang]}
      </Button>
    )}
  </>
);
