import * as z from "zod/mini";
import { BookingId } from "../ids.ts";
import { line } from "../text/text.ts";
import { longestReason } from "./limits.rules.ts";

/** `reason` is for the journal, such as the number of a bank statement. */
export const MarkPaid = z.strictObject({ booking_id: BookingId, reason: z.optional(line(longestReason)) });
export type MarkPaid = z.infer<typeof MarkPaid>;
