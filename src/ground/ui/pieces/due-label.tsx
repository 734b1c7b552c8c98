import type { Text } from '../../text/language.ts';
import { isEmpty, type Content } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** How a due date stands: past, near, far, lawfully paused, or met. */
export type DueState = 'late' | 'soon' | 'ok' | 'paused' | 'done';

const states: Readonly<Record<DueState, Text>> = {
  late: { vi: 'Quá hạn', en: 'Overdue' },
  soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  ok: { vi: 'Còn hạn', en: 'In time' },
  paused: { vi: 'Tạm dừng', en: 'Paused' },
  done: { vi: 'Đã xong', en: 'Done' },
};

export type DueLabelProps = Speaking & {
  readonly state: DueState;
  /** "Trễ 2 giờ", "Còn 1 ngày"; the name of the state if left out. */
  readonly children?: Content;
  /** The due moment for machines, and as people read it. */
  readonly at?: { readonly moment: string; readonly text: Content } | undefined;
  /** Why it is paused, or what it waits for. */
  readonly note?: Content;
};

/** When something is due and how that stands. The words say it too: never colour alone. */
export function DueLabel(props: DueLabelProps) {
  const lang = useLanguage(props.lang);
  return (
    <span class="tt-due">
      <span class={`tt-due__state tt-${props.state}`}>{props.children ?? states[props.state][lang]}</span>
      {props.at && (
        <>
          {' '}
          <time class="tt-due__at" datetime={props.at.moment}>
            {props.at.text}
          </time>
        </>
      )}
      {!isEmpty(props.note) && [' ', <span class="tt-due__at">{props.note}</span>]}
    </span>
  );
}
