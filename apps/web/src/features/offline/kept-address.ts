/** The one cache of pages in which a browser keeps tickets, for when there is no network. */
export const keptCache = "evently-tickets";

export const ticketWorkerPath = "/ticket-worker.js";

/** Where the worker answers: what is below is nobody's but a ticket's. */
export const keptScopes = ["/bookings/", "/t/"] as const;

/** The address of a ticket's page as it is kept; null for every other page. */
export function findKeptPath(pathname: string): string | null {
  return /^(\/bookings\/booking-\d{1,12}|\/t\/[^/]+)\/?$/.exec(pathname)?.[1] ?? null;
}

/** Where the page that is kept in the place of a ticket's page comes from. */
export const offlinePath = (path: string): string => `${path}/offline`;
