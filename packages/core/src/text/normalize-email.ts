/** One spelling of an address: no mail system in use tells `Ann@` from `ann@`. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase();
