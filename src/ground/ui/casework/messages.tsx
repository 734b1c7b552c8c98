import type { Text } from '../../text/language.ts';
import { classes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** One message. `day` and `time` are as people read them; messages of one day follow one another. */
export type Message = {
  readonly id?: string | undefined;
  readonly direction: 'sent' | 'received';
  readonly text: Content;
  readonly sender: Content;
  readonly moment: string;
  readonly day: string;
  readonly time: string;
};

export type MessagesProps = Styling &
  Speaking & {
    readonly id?: string | undefined;
    readonly label?: string | undefined;
    readonly items: readonly Message[];
  };

const words: Readonly<Record<'label' | 'at', Text>> = {
  label: { vi: 'Trao đổi', en: 'Messages' },
  at: { vi: 'lúc', en: 'at' },
};

/** What was written back and forth. */
export function Messages(props: MessagesProps) {
  const lang = useLanguage(props.lang);
  return (
    <div
      id={props.id ?? 'messages'}
      class={classes('moj-messages-container', props.class)}
      role="region"
      aria-label={props.label ?? words.label[lang]}
      {...props.attributes}
    >
      <div class="moj-message-list">
        {props.items.map((item, index) => (
          <>
            {item.day !== props.items[index - 1]?.day && (
              <time class="moj-message-list__date" datetime={item.moment.slice(0, 10)}>
                {item.day}
              </time>
            )}
            <div
              id={item.id && `message_${item.id}`}
              class={`moj-message-item moj-message-item--${item.direction}`}
            >
              <div class={`moj-message-item__text moj-message-item__text--${item.direction}`}>
                {item.text}
              </div>
              <div class="moj-message-item__meta">
                <span class="moj-message-item__meta--sender">{item.sender}</span> {words.at[lang]}{' '}
                <time class="moj-message-item__meta--timestamp" datetime={item.moment}>
                  {item.time}
                </time>
              </div>
            </div>
          </>
        ))}
      </div>
    </div>
  );
}
