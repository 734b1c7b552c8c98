import type { Content } from '../content.ts';

export type ProgressProps = {
  readonly id: string;
  /** What is being done. */
  readonly label: Content;
  /** How much is done; left out when nobody knows. */
  readonly done?: number | undefined;
  readonly of?: number | undefined;
  /** "120 trên 400 hồ sơ". */
  readonly note?: Content;
};

/** How far a long piece of work is, drawn by the browser itself; the page refreshes by link or by its own means. */
export const Progress = ({ id, label, done, of, note }: ProgressProps) => (
  <div class="tt-progress">
    <label class="govuk-label" for={id}>
      {label}
    </label>
    <progress id={id} class="tt-progress__bar" value={done} max={of ?? 1} />
    {note && <p class="govuk-hint tt-number">{note}</p>}
  </div>
);
