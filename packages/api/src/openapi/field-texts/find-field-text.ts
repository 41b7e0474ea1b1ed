import { accountingTexts } from "./accounting-texts.ts";
import { analyticsTexts } from "./analytics-texts.ts";
import { bookingTexts } from "./booking-texts.ts";
import { boxOfficeTexts } from "./box-office-texts.ts";
import { doorTexts } from "./door-texts.ts";
import { errorTexts } from "./error-texts.ts";
import { eventTexts } from "./event-texts.ts";
import { everywhere } from "./everywhere.ts";
import { exportTexts } from "./export-texts.ts";
import type { FieldTexts } from "./field-texts.ts";
import { holdTexts } from "./hold-texts.ts";
import { journalTexts } from "./journal-texts.ts";
import { mailTexts } from "./mail-texts.ts";
import { organizationTexts } from "./organization-texts.ts";
import { processTexts } from "./process-texts.ts";
import { searchTexts } from "./search-texts.ts";
import { ticketTexts } from "./ticket-texts.ts";
import { userTexts } from "./user-texts.ts";
import { venueTexts } from "./venue-texts.ts";

export const fieldTexts: readonly FieldTexts[] = [
  ...accountingTexts,
  ...analyticsTexts,
  ...bookingTexts,
  ...boxOfficeTexts,
  ...doorTexts,
  ...errorTexts,
  ...eventTexts,
  ...exportTexts,
  ...holdTexts,
  ...journalTexts,
  ...mailTexts,
  ...processTexts,
  ...searchTexts,
  ...organizationTexts,
  ...ticketTexts,
  ...userTexts,
  ...venueTexts,
];

/** What a field of an object means: by its owner, else what that name means everywhere; undefined if nobody said so. */
export function findFieldText(owner: string, field: string): string | undefined {
  const own = fieldTexts.find(({ owners, fields }) => owners.includes(owner) && Object.hasOwn(fields, field));
  return own ? own.fields[field] : Object.hasOwn(everywhere, field) ? everywhere[field] : undefined;
}
