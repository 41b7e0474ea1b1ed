/** The same of venues, of files, and of the process itself. */
export const venueTexts: Readonly<Record<string, string>> = {
  "venue.create": "For organizers. Add seats next; an event needs at least one.",
  "venue.list": "For anyone; `mine` for organizers.",
  "venue.get": "For anyone.",
  "venue.addSeats":
    "For the venue's organizer. All seats are added or none. Each gets a key: its row and number where they fit and are free, else one that is, " +
    "named in the answer. Events that exist already don't get them.",
  "venue.change":
    "For the venue's organizer. What is left out stays. Its events get the new name and city a moment later; what they state of their own " +
    "place stays.",
  "venue.journal":
    "For the venue's organizer: every change of the venue and its seats, and the drafts that were deleted in it.",
  "venue.changeSeats":
    "For the venue's organizer, whatever is sold. Other types and removed seats reach events created afterwards; labels and properties also " +
    "the events named in `carry`, whose tickets and maps then show them.",
  "venue.seats": "For anyone: the whole hall in one answer, without pages, in the order of its rows.",
  "export.bookings":
    "For the event's organizer. Sent as it is written: a file that ends without its last chunk is not complete. Amounts are decimal numbers, " +
    "local times those of the venue. A cell that a spreadsheet would take for a formula begins with an apostrophe.",
  "export.seats":
    "For the event's organizer. The price of a free seat is what it costs now, of others what it was held at. Sent as it is written.",
  "export.buyers":
    "For the event's organizer: everyone with one e-mail address once, else each account or guest, highest spend first. Sent as it is written.",
  "export.accounting":
    "For the event's managers: a line for each `sale`, `refund`, `fee`, `fee_refund` and `dispute`, those of a booking one after another. `amount` is a decimal " +
    "number, below 0 where it goes out, and adds up to the `net` of `GET /events/{event_id}/accounting`; what is `disputed` is in a column of its own. It names nobody. " +
    "Sent as it is written.",
  "venue.exportSeats":
    "For the venue's organizer. Sent as it is written. Read as the seats of another venue, the file makes the same seats under the same keys.",
  "process.health": "For a load balancer: outside the rate limit, and it doesn't ask the table.",
  "process.dbTest":
    "One read of the table. Only a program on the machine of the API finds it, the port of the metrics has it too, and in a demo everyone may ask.",
};
