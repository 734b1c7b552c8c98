import { classes, type Attributes, type Content } from '../content.ts';

export type ButtonProps = {
  readonly children?: Content;
  /** `primary` (the default) is for the one thing a page is about. */
  readonly kind?: 'primary' | 'secondary' | 'warning' | 'inverse' | undefined;
  /** Makes it a link that looks like a button: it must lead somewhere and change nothing. */
  readonly href?: string | undefined;
  /** Begins a service: bold, with an arrow. */
  readonly start?: boolean | undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** A second click within a second is ignored (with script; the server must not rely on it). */
  readonly preventDoubleClick?: boolean | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
);

/** A button, or with `href` a link that looks like one. */
export function Button(props: ButtonProps) {
  const { kind, start, href } = props;
  const common = {
    class: classes(
      'govuk-button',
      kind && kind !== 'primary' && `govuk-button--${kind}`,
      props.class,
      start && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    ...props.attributes,
    id: props.id,
  };
  // A start button is a flex row, which swallows spaces between elements: mixed content needs a wrapper.
  const words = start && typeof props.children !== 'string' ? <span>{props.children}</span> : props.children;
  const icon = start && <StartIcon />;
  if (href) {
    return (
      <a href={href} role="button" draggable={false} {...common}>
        {words}
        {icon}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      {words}
      {icon}
    </button>
  );
}

/** Buttons and links side by side. */
export const ButtonGroup = ({ children }: { readonly children?: Content }) => (
  <div class="govuk-button-group">{children}</div>
);
