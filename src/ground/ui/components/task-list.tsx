import { classes, isEmpty, partOf, type Content, type Maybe, type Part, type Styling } from '../content.ts';
import { Tag, type TagColour } from './tag.tsx';

/** How far a task is: plain words, or a tag for what still needs doing. */
export type TaskStatus = Part & {
  readonly tag?: (Styling & { readonly colour?: TagColour | undefined }) | boolean | undefined;
};

/** One task; without `href` it cannot be started yet. */
export type Task = {
  readonly title: Content | Part;
  readonly href?: string | undefined;
  readonly hint?: Content;
  readonly status: Content | TaskStatus;
  readonly class?: string | undefined;
};

export type TaskListProps = Styling & {
  readonly items: readonly Maybe<Task>[];
  readonly idPrefix?: string | undefined;
};

function Status({ status }: { readonly status: TaskStatus }) {
  if (!status.tag) return <>{status.text}</>;
  return <Tag {...(status.tag === true ? {} : status.tag)}>{status.text}</Tag>;
}

function Item({ task, id }: { readonly task: Task; readonly id: string }) {
  const title = partOf<Part>(task.title);
  const status: TaskStatus = partOf<TaskStatus>(task.status);
  const hint = !isEmpty(task.hint);
  return (
    <li class={classes('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.class)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            class={classes('govuk-link govuk-task-list__link', title.class)}
            href={task.href}
            aria-describedby={classes(hint && `${id}-hint`, `${id}-status`)}
          >
            {title.text}
          </a>
        ) : (
          <div class={title.class}>{title.text}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div class={classes('govuk-task-list__status', status.class)} id={`${id}-status`}>
        <Status status={status} />
      </div>
    </li>
  );
}

/** The parts of a longer job and how far each is. */
export const TaskList = (props: TaskListProps) => (
  <ul class={classes('govuk-task-list', props.class)} {...props.attributes}>
    {props.items.map(
      (task, index) => task && <Item task={task} id={`${props.idPrefix ?? 'task-list'}-${index + 1}`} />,
    )}
  </ul>
);
