/** What a request takes from its client's rate limit, by what it costs the process and the table. */
const weights = {
  usual: 1,
  /** A long list that is written once and sent many times. */
  list: 2,
  /** Reads some pages of an event's records; a door asks for it every few seconds. */
  pages: 2,
  /** Reads or recounts all of an event's or a venue's records, draws pages, writes up to a hundred items at once, or asks the payment gateway. */
  report: 5,
  /** Writes thousands of items, reads them all for a file, or has the payment gateway make something that stays. */
  bulk: 10,
} as const;

export const dear: Readonly<Record<string, Exclude<keyof typeof weights, "usual">>> = {
  "seat.list": "list",
  "venue.seats": "list",
  "venue.plan": "list",
  "venue.layout": "list",
  "event.published": "list",
  "analytics.seats": "report",
  "analytics.seatHeat": "report",
  "analytics.bookings": "report",
  "analytics.sales": "report",
  "analytics.buyers": "report",
  "analytics.buyerSummary": "report",
  "analytics.events": "report",
  "hold.holders": "report",
  "door.list": "pages",
  "door.sheet": "bulk",
  "door.printed": "bulk",
  "boxOffice.blocks": "report",
  "boxOffice.block": "report",
  "boxOffice.release": "report",
  "boxOffice.sell": "report",
  "boxOffice.move": "report",
  "boxOffice.refund": "report",
  "session.confirm": "report",
  "booking.ticketsPdf": "report",
  "ticket.pdf": "report",
  "user.found": "report",
  "organization.paymentAccount": "report",
  "organization.onboard": "bulk",
  "export.bookings": "bulk",
  "export.seats": "bulk",
  "export.buyers": "bulk",
  "export.accounting": "bulk",
  "event.accounting": "bulk",
  "venue.exportSeats": "bulk",
  "venue.addSeats": "bulk",
  "venue.changeSeats": "bulk",
  "event.create": "bulk",
  "event.copy": "bulk",
  // To another venue, whose seats it gets.
  "event.change": "bulk",
  // Of a draft whose seats are still to be copied.
  "event.publish": "bulk",
  "event.resume": "bulk",
  "event.delete": "bulk",
  "hold.releaseOthers": "bulk",
  "user.adopt": "bulk",
  "user.export": "bulk",
  "user.delete": "report",
};

const costs = new Map(Object.entries(dear).map(([procedure, weight]) => [procedure, weights[weight]]));

export const costOf = (procedure: string): number => costs.get(procedure) ?? weights.usual;
