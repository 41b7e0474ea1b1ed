import * as z from "zod/mini";
import { BookingId, SeatId } from "../ids.ts";
import { SeatLabel } from "../seat/seat.ts";

/** `used` once somebody went in with it. */
export const TicketState = z.enum(["valid", "cancelled", "used"]);
export type TicketState = z.infer<typeof TicketState>;

/** The ticket of one seat, with the code that is shown at the door. */
export const Ticket = z.object({
  booking_id: BookingId,
  seat_pos: SeatId,
  ...SeatLabel.shape,
  seat_type: z.string(),
  code: z.string(),
  /** 1, and one more each time that it was issued anew. */
  version: z.int(),
  /** Who goes in with it, as the buyer wrote it; null if nobody is named. */
  holder: z.nullable(z.string()),
  state: TicketState,
});
export type Ticket = z.infer<typeof Ticket>;

/** A key as JSON Web Key, to check codes with. */
export const TicketKey = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), kid: z.string() });

export const ReissueTicket = z.strictObject({ booking_id: BookingId, seat_pos: SeatId });
export type ReissueTicket = z.infer<typeof ReissueTicket>;
