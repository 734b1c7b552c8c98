/** `/tai-khoan/con`: a parent has the civil-status database asked for their children, to act for them by law. */
import { Button } from '../../../ground/ui/index.ts';
import { Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { Faults, Form } from '../../../ground/web/form.tsx';
import { page } from '../../../ground/web/page.ts';
import type { Ask } from '../asking.ts';
import { enterChildren, findChildren } from '../family/children.ts';
import type { CivilStatusDatabase } from '../gateway/civil-status.ts';
import { CHILDREN } from '../paths.ts';

const own = {
  title: { vi: 'Tìm con của tôi trong dữ liệu hộ tịch', en: 'Find my children in the civil-status data' },
  lead: {
    vi: 'Hệ thống hỏi Cơ sở dữ liệu hộ tịch bằng số định danh của bạn. Con dưới 18 tuổi mà giấy khai sinh ghi bạn là cha hoặc mẹ sẽ hiện ở danh sách “Làm việc thay cho ai”, không cần giấy uỷ quyền.',
    en: 'The civil-status database is asked with your personal number. Children under 18 whose birth certificate names you as a parent then appear under “Whom do you act for”; no authorisation is needed.',
  },
  button: { vi: 'Tìm con của tôi', en: 'Find my children' },
  silent: {
    vi: 'Cơ sở dữ liệu hộ tịch hiện không trả lời. Hãy thử lại sau ít phút.',
    en: 'The civil-status database does not answer now. Please try again in a few minutes.',
  },
  acting: { vi: 'Làm việc thay cho ai?', en: 'Whom do you act for?' },
  level: {
    vi: 'Việc này cần tài khoản định danh mức độ 2.',
    en: 'This needs an identity account of level 2.',
  },
  none: {
    vi: 'Không có thêm con nào trong dữ liệu hộ tịch. Nếu thiếu, hãy hỏi Ủy ban nhân dân xã nơi đăng ký khai sinh.',
    en: 'No more children stand in the civil-status data. If one is missing, ask the commune where the birth was registered.',
  },
  found: (n: number): Text => ({
    vi: `Đã thêm ${n} con.`,
    en: n === 1 ? '1 child added.' : `${n} children added.`,
  }),
} as const;

/** Where one turns to act for a child. */
const ACTING = '/tai-khoan/thay-mat';

type Parts = { readonly port: CivilStatusDatabase; readonly ask: Ask };

export const childrenPage = (parts: Parts) =>
  page({
    path: CHILDREN,
    who: 'citizen',
    example: CHILDREN,
    gather: async () => null,
    view: (_, visit, fault) => {
      const { lang } = visit;
      return {
        title: own.title,
        crumbs: [{ text: own.acting, href: ACTING }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <h1 class="govuk-heading-l">{own.title[lang]}</h1>
              <p class="govuk-body">{own.lead[lang]}</p>
              <Form visit={visit}>
                <Button preventDoubleClick>{own.button[lang]}</Button>
              </Form>
            </div>
          </div>
        ),
      };
    },
    prepare: async ({ look, by }) => {
      if (by.assurance < 2) throw new NotAllowed(own.level);
      const children = by.person ? await findChildren(look, parts, by.person) : [];
      if (!children) throw new Invalid([{ field: '', message: own.silent }]);
      return children;
    },
    act: async (act, _, { prepared, visit }) => {
      const added = visit.by.person ? await enterChildren(act, visit.by.person, prepared) : 0;
      return { to: ACTING, say: added > 0 ? own.found(added) : own.none };
    },
  });
