/** Where people see what is held of them, and stewards decide. */
export const MINE_PATH = '/du-lieu-cua-toi';
export const ASK_PATH = `${MINE_PATH}/yeu-cau`;
/** The same, begun as an objection to one look. */
export const objectPath = (look: string): string => `${ASK_PATH}?lan-xem=${look}`;
export const EXPORT_PATH = `${MINE_PATH}/tai-ve`;
export const LIFT_PATH = `${MINE_PATH}/bo-han-che`;
export const requestPath = (id: string): string => `/yeu-cau-du-lieu/${id}`;
export const mineName = { vi: 'Dữ liệu của tôi', en: 'My data' } as const;
