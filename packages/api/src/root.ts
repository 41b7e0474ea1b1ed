import { analyticsRouter } from "./routers/analytics.ts";
import { bookingRouter } from "./routers/booking.ts";
import { boxOfficeRouter } from "./routers/box-office.ts";
import { challengeRouter } from "./routers/challenge.ts";
import { doorRouter } from "./routers/door.ts";
import { doorKeyRouter } from "./routers/door-key.ts";
import { eventRouter } from "./routers/event.ts";
import { exportRouter } from "./routers/export.ts";
import { holdRouter } from "./routers/hold.ts";
import { limitsRouter } from "./routers/limits.ts";
import { organizationRouter } from "./routers/organization.ts";
import { seatRouter } from "./routers/seat.ts";
import { sessionRouter } from "./routers/session.ts";
import { ticketRouter } from "./routers/ticket.ts";
import { userRouter } from "./routers/user.ts";
import { venueRouter } from "./routers/venue.ts";
import { createCallerFactory, router } from "./trpc.ts";

/** All procedures; tRPC serves every one of them, REST those with a path. */
export const appRouter = router({
  analytics: analyticsRouter,
  booking: bookingRouter,
  boxOffice: boxOfficeRouter,
  challenge: challengeRouter,
  door: doorRouter,
  doorKey: doorKeyRouter,
  event: eventRouter,
  export: exportRouter,
  hold: holdRouter,
  limits: limitsRouter,
  organization: organizationRouter,
  seat: seatRouter,
  session: sessionRouter,
  ticket: ticketRouter,
  user: userRouter,
  venue: venueRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures in-process with a given context. */
export const createCaller = createCallerFactory(appRouter);
