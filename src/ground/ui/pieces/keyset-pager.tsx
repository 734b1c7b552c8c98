import type { Text } from '../../text/language.ts';
import { useLanguage, type Speaking } from '../language.tsx';
import { Pagination } from '../components/pagination.tsx';

export type KeysetPagerProps = Speaking & {
  /** The page with what stands before this one in the order; null at the beginning. */
  readonly before: string | null;
  /** The page with what follows; null at the end. */
  readonly after: string | null;
  /** What lies there: by time (newer, older) or in another order (previous, next). */
  readonly by?: 'time' | 'order' | undefined;
};

const words: Readonly<Record<'time' | 'order', { readonly before: Text; readonly after: Text }>> = {
  time: { before: { vi: 'Mới hơn', en: 'Newer' }, after: { vi: 'Cũ hơn', en: 'Older' } },
  order: { before: { vi: 'Trước', en: 'Previous' }, after: { vi: 'Tiếp', en: 'Next' } },
};

/** Steps through a long list without counting it: the cost is the same on every page. */
export function KeysetPager(props: KeysetPagerProps) {
  const lang = useLanguage(props.lang);
  const { before, after } = words[props.by ?? 'time'];
  if (props.before === null && props.after === null) return null;
  return (
    <Pagination
      lang={lang}
      class="tt-pager"
      previous={props.before === null ? undefined : { href: props.before, text: before[lang] }}
      next={props.after === null ? undefined : { href: props.after, text: after[lang] }}
    />
  );
}
