import type { Ticket } from "../ticket/find-ticket";

/** Changes with whatever a kept ticket shows. */
export const describeKept = ({ booking, event, seats }: Ticket): string =>
  JSON.stringify([booking.state, event.revision, event.status, seats?.map(({ code, state }) => [code, state])]);
