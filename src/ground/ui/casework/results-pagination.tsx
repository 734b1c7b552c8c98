import type { Text } from '../../text/language.ts';
import { useLanguage } from '../language.tsx';
import { Pagination, type PaginationProps } from '../components/pagination.tsx';

export type ResultsPaginationProps = PaginationProps & {
  readonly from: number;
  readonly to: number;
  /** Left out where counting would cost too much. */
  readonly total?: number | undefined;
};

const range = (from: number, to: number): Text => ({
  vi: `Đang xem ${from}–${to}`,
  en: `Showing ${from} to ${to}`,
});
const ofTotal = (total: number): Text => ({ vi: ` trong ${total} kết quả`, en: ` of ${total} results` });

/** From page to page of a short list, with how many there are. */
export function ResultsPagination({ from, to, total, ...pagination }: ResultsPaginationProps) {
  const lang = useLanguage(pagination.lang);
  return (
    <div class="moj-pagination">
      {pagination.items && pagination.items.length > 1 && (
        <Pagination {...pagination} class="moj-pagination__pagination" />
      )}
      <p class="moj-pagination__results">
        {range(from, to)[lang]}
        {total !== undefined && ofTotal(total)[lang]}
      </p>
    </div>
  );
}
