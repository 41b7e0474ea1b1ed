import type { EventAnalytics } from "@evently/core/analytics";

/** The seats that are not sold and not kept by the house; those on hold may still come back. */
export const countLeft = ({
  total_seats,
  seats_sold,
  seats_blocked,
}: Pick<EventAnalytics, "total_seats" | "seats_sold" | "seats_blocked">): number =>
  total_seats - seats_sold - seats_blocked;
