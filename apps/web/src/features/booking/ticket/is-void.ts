import type { Ticket } from "./find-ticket";

/** Whether nobody gets in with it any more. */
export const isVoid = ({ booking, event }: Pick<Ticket, "booking" | "event">): boolean =>
  booking.state === "cancelled" || event.status === "cancelling" || event.status === "cancelled";
