/** Paths of the room. */
export const PAYMENTS = '/thanh-toan';

/** The parameter of a charge in a path: nothing but an id, so that words of the room are no charges. */
export const CHARGE_PARAM = ':charge{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}';

/** The page on which a charge is paid. */
export const chargePath = (charge: string): string => `${PAYMENTS}/${charge}`;

/** Leaves for the payment platform. */
export const leavePath = (charge: string): string => `${chargePath(charge)}/truc-tuyen`;
export const receiptPath = (charge: string): string => `${chargePath(charge)}/bien-lai`;
/** Decides that what was paid is given back. */
export const refundPath = (charge: string): string => `${chargePath(charge)}/tra-lai`;
export const cashPath = (charge: string): string => `${chargePath(charge)}/tien-mat`;

/** Money that came in: whether it goes back, and that it went. */
export const moneyPath = (credit: string): string => `${PAYMENTS}/tien/${credit}`;

/** Where the platform sends people back to. */
export const RETURN = `${PAYMENTS}/ve`;
/** What an officer took in today, and what can be paid at this counter. */
export const COUNTER = `${PAYMENTS}/quay`;
/** Comparison of the ledgers. */
export const RECONCILE = '/quan-tri/thanh-toan';
/** The money of a day, and what was waived in a month, as files. */
export const DAY_FILE = `${RECONCILE}/doi-soat.csv`;
export const WAIVED_FILE = `${RECONCILE}/mien-thu.csv`;

/** Under `/api/v1`: where the platform and the bank tell of payments. */
export const PLATFORM_NOTICE = '/thanh-toan/thong-bao';
export const BANK_NOTICE = '/thanh-toan/bao-co';
