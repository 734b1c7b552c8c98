import type { Content } from '../content.ts';

/** The keys of a list and what they do; shown where the script makes them work. */
export const Keys = ({
  items,
}: {
  readonly items: readonly { readonly keys: readonly string[]; readonly does: Content }[];
}) => (
  <p class="tt-keys" data-module="tt-keys">
    {items.map(({ keys, does }, index) => (
      <>
        {index > 0 && ' · '}
        {keys.map((key) => [<kbd>{key}</kbd>, ' '])}
        {does}
      </>
    ))}
  </p>
);
