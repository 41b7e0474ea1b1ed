import { normalizeEmail } from "@evently/core/text/normalize-email";
import type { User } from "@evently/core/user";

/** Whether an address is somebody's, however it was typed. */
export const hasAddress = (person: Pick<User, "email"> | null, email: string): boolean =>
  person !== null && person.email !== null && normalizeEmail(person.email) === normalizeEmail(email);
