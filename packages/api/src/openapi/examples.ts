/** Ids in paths, by parameter. */
export const pathExamples: Readonly<Record<string, string>> = {
  booking_id: "booking-00001",
  event_id: "event-00001",
  holding_id: "holding-00001",
  link: "42.Hk3vN0pQ7sT2wXyZ1aB4cD",
  organization_id: "organization-00001",
  session_id: "session-Jm2vN0pQ7sT2wXyZ1aB4cDeF5gH6iJ7kL8mN9oP0qR",
  user_id: "user-00001",
  venue_id: "venue-00001",
};

/** A body of each operation that has one, by its tRPC name, without the ids in its path. */
export const bodyExamples: Readonly<Record<string, object>> = {
  "event.cancel": { reason: "The soloist is ill" },
  "event.change": { revision: 3, start_time: "2099-05-02T20:00:00+02:00", reason: "The hall is closed that day" },
  "event.archive": { archived: true },
  "event.copy": { start_times: ["2099-05-02T20:00:00+02:00", "2099-05-03T15:00:00+02:00"], publish: true },
  "event.create": {
    venue_id: "venue-00001",
    name: "Spring concert",
    start_time: "2099-05-01T20:00:00+02:00",
    duration: 120,
    artists: ["Clara Schumann"],
    tags: ["Piano"],
    seat_type_prices: { Stalls: 4500, Box: 9000 },
    currency: "EUR",
    cancellation_policy: { hours_before: 24, percent: 100 },
  },
  "hold.confirm": { payment: { token: "tok_visa" } },
  "hold.releaseOthers": { holding_id: "holding-00042" },
  "hold.place": { seats: ["A-1", "A-2"] },
  "organization.change": { legal_name: "Small Hall Ltd", terms_url: "https://example.org/terms" },
  "organization.create": { name: "Small hall", legal_name: "Small Hall Ltd", contact_email: "hall@example.org" },
  "session.confirm": { request_id: "p3Vn0QkX7sT2wXyZ1aB4cg", code: "271828" },
  "session.request": { email: "ada@example.org" },
  "session.startGuest": { email: "ada@example.org" },
  "ticket.resend": { booking_id: "booking-00042", email: "ada@example.org" },
  "user.adopt": { booking_ids: ["booking-00042"] },
  "user.changeEmail": { request_id: "p3Vn0QkX7sT2wXyZ1aB4cg", code: "271828" },
  "user.create": { email: "ada@example.org", name: "Ada Lovelace", role: "organizer" },
  "venue.addSeats": {
    seats: [
      { row: "A", seat_num: 1, seat_type: "Stalls", x: 0, y: 0 },
      { row: "A", seat_num: 2, seat_type: "Stalls", x: 6, y: 0, accessible: true },
      { section: "Loge 3", seat_label: "1bis", seat_type: "Box", properties: ["restricted_view"] },
    ],
  },
  "venue.change": { revision: 1, name: "Town hall", address: "1 Main Street", reason: "It was renamed" },
  "venue.changeSeats": {
    revision: 1,
    relabel: [{ seat_pos: "B-1", section: "Loge 3", row_label: "", seat_label: "1bis" }],
    properties: [{ seat_pos: "B-1", properties: ["restricted_view"] }],
    remove: ["A-13"],
    carry: ["event-00001"],
  },
  "venue.create": {
    name: "Small hall",
    city: "Oslo",
    timezone: "Europe/Oslo",
    seat_types: ["Stalls", "Box"],
    address: "Ruseløkkveien 14",
  },
};
