/** What a name means wherever it stands; a field that means something else is described with its owner. */
export const everywhere: Readonly<Record<string, string>> = {
  accessible: "Whether the seat is for a person in a wheelchair.",
  address: "Where the venue is, as it is printed: street, number and whatever helps to find it; up to 200 characters.",
  booking_id: "The booking's id, such as `booking-00042`.",
  cancellation_policy:
    "Until when a buyer may cancel, and what part of the price comes back. Null: buyers can't cancel, unless the event is moved or cancelled.",
  city: "The city of the venue, as its organizer wrote it.",
  created_at: "When it was created.",
  currency: "The ISO 4217 code of the currency in which the amounts beside it are, such as `USD`.",
  cursor:
    "Where the page begins: the `next_cursor` of the page before, sent with the same filters; without it the first page.",
  details: "Facts about the failure; which ones depends on `error_code`. Empty for most codes.",
  doors_time: "When the doors open, at the latest when the event begins; absent if nobody stated it.",
  duration: "How long the event lasts, in minutes.",
  end_time: "When the event ends: `start_time` plus `duration`.",
  error: "What went wrong, as a sentence for people. It may differ from the one documented: branch on `error_code`.",
  error_code: "What went wrong, for programs.",
  event_id: "The event's id, such as `event-00001`.",
  hold_ttl:
    "The end of the hold, in seconds since 1970. Past it, the seats are free. Null where there is no hold that has not expired.",
  holding_id: "The hold's id, such as `holding-00042`.",
  hours_before:
    "How many hours before the start a buyer may cancel at the latest: 24 is until a day before, 0 until it begins.",
  items: "The entries of this page, in the order that the operation states.",
  layout_id: "The id of the drawing of the hall's seats that the event uses. The same layout never changes.",
  limit: "How many entries a page has at most.",
  map_url: "A map of the place: an address on the web that begins with `https://`, up to 500 characters.",
  min_age: "From which age people are let in, in years; 0 is for all ages.",
  next_cursor: "Send it as `cursor` to get the next page; null at the end of the list.",
  organization_id:
    "The organization's id, such as `organization-00001`; null where the record is from before there were any.",
  owner_id: "The user who created it.",
  percent:
    "How much of the price comes back to a buyer who cancels, in percent from 0 to 100, rounded down to what can be refunded in the currency.",
  poster_seed: "A number that picks another drawing of the event's poster; null for the usual one.",
  price_max: "The highest price of the event, in the minor unit of its currency.",
  price_min: "The lowest price of the event, in the minor unit of its currency.",
  programme: "The long text, in lines: works, notes, cast. Up to 20,000 characters.",
  properties:
    "What is special about the seat: `companion` (beside a person in a wheelchair), `restricted_view`, `step_free`, `hearing_loop`.",
  row: "The first part of the seat's key. Printed is `row_label`.",
  row_label: "The row as it is printed, in any script; empty where the seat has none.",
  seat_count: "How many seats it has.",
  seat_label: "The seat's number or name as it is printed, in any script, such as `12` or `1bis`.",
  seat_num: "The second part of the seat's key. Printed is `seat_label`.",
  seat_pos: "The seat's key within its hall, such as `A-12`. It never changes, whatever is printed on the seat.",
  seat_state:
    "`available`, `held` (for a few minutes, by a buyer), `booked` or `blocked` (kept by the house). An expired hold reads `available`.",
  seat_type: "The seat's type: one of those that its venue states, and what its price depends on.",
  seat_types: "The types that the venue's seats may have, such as `Stalls` and `Box`. An event gives each a price.",
  section: "The section, tier or box as it is printed, in any script; empty where the hall has none.",
  series_id: "The series of dates that the event belongs to, such as `series-00012`; null for a single date.",
  tags: "What kind of event it is, in free words such as `Piano`. Searches and filters know them.",
  timezone: "The venue's time zone as its IANA name, such as `Europe/Oslo`.",
  user_id: "The user's id, such as `user-00007`.",
  venue_id: "The venue's id, such as `venue-00001`.",
  venue_name: "The name of the venue.",
};
