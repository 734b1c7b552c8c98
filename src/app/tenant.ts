/** Tenant of a single installation. Each further ministry or province in one database has its own. */
export const TENANT = 1;
