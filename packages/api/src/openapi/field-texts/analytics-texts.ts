import type { FieldTexts } from "./field-texts.ts";

const figures = ["EventAnalytics", "EventReport", "Counts"];

export const analyticsTexts: readonly FieldTexts[] = [
  {
    owners: figures,
    fields: {
      total_bookings: "How many bookings were ever made. It never falls.",
      total_cancellations: "How many of them were cancelled. It never falls.",
      hold_attempts: "How many holds were asked for that either succeeded or met taken seats.",
      holds_placed: "How many of these succeeded.",
      counter_sales: "How many of the bookings were made at the box office, without a hold. It never falls.",
      reservations: "How many bookings were reserved on invoice, paid since or not. It never falls.",
      reservations_lapsed:
        "How many of these ended unpaid: they count as no booking and no cancellation. It never falls.",
      seats_reserved: "How many seats are reserved on invoice now: not sold, and not free.",
      comps: "How many of the seats sold were given away at the box office for nothing.",
    },
  },
  {
    owners: [...figures, "Availability"],
    fields: { seats_blocked: "How many seats the house keeps for itself." },
  },
  {
    owners: ["EventReport"],
    fields: {
      checked_in: "With how many seats somebody is in.",
      no_shows: "With how many of the sold seats nobody came; null before the end, and for an event that is cancelled.",
      arrivals: "How many came when, of those who are in, earliest first.",
    },
  },
  {
    owners: ["EventReport.arrivals"],
    fields: { at: "The begin of five minutes.", admitted: "How many came in them." },
  },
  {
    owners: ["EventAnalytics", "EventReport"],
    fields: {
      currency: "The ISO 4217 code of the currency of all amounts.",
      total_seats: "How many seats the event has.",
      capacity_utilization: "`seats_sold` of `total_seats`, in percent with one decimal.",
      failed_holds: "`hold_attempts` less `holds_placed`: those that met taken seats.",
      revenue: "Everything booked less everything paid back, in the minor unit.",
      average_booking_value: "Everything booked, cancelled bookings included, by `total_bookings`; in the minor unit.",
      booking_success_rate:
        "`total_bookings` less `counter_sales` of `holds_placed`, in percent with one decimal; 0 without holds.",
      hold_success_rate: "`holds_placed` of `hold_attempts`, in percent with one decimal; 0 without any.",
      cancellation_rate: "`total_cancellations` of `total_bookings`, in percent with one decimal; 0 without bookings.",
      revenue_by_seat_type: "The revenue of each seat type, in the minor unit.",
      seats_sold_by_seat_type: "How many seats of each type are booked now.",
      last_booking_time: "When the last booking was made; null if there is none.",
    },
  },
  {
    owners: ["Counts"],
    fields: {
      seats_sold: "How many seats are booked now, comps too.",
      refunds: "How often something was given back. It never falls.",
      booking_changes: "How often seats of bookings were moved or given back one by one. It never falls.",
      gross: "Everything ever booked, in the minor unit.",
      refunded: "Everything paid back, in the minor unit.",
      by_seat_type: "Seats and revenue by seat type.",
    },
  },
  {
    owners: ["Counts.by_seat_type"],
    fields: { seats_sold: "How many seats of this type are booked now.", revenue: "Their revenue, in the minor unit." },
  },
  {
    owners: ["SeatPerformance"],
    fields: {
      price: "What the seat costs now, in the minor unit of the event's currency.",
      times_held: "How often the seat was held.",
      times_dropped: "How many of these holds ended without a booking.",
      times_booked: "How often the seat was booked, cancelled bookings included.",
      first_booked_at: "When it was first booked; null if it never was.",
    },
  },
  {
    owners: ["analytics.seats"],
    fields: {
      sort: "`natural`: as the hall's rows stand. `first_booked`: the earliest first. `times_held`, `times_dropped`: the most first.",
    },
  },
  {
    owners: ["analytics.sales"],
    fields: { interval: "How long a period is: an `hour` or a `day` of the venue's time zone." },
  },
  {
    owners: ["SalesPeriod"],
    fields: {
      from: "When the period begins. Periods in which nothing happened are left out.",
      bookings: "How many bookings were made in it.",
      cancellations: "How many were cancelled in it.",
      seats_sold: "How many seats were booked in it.",
      seats_returned: "How many seats were given back in it.",
      gross: "What was booked in it, in the minor unit of the event's currency.",
      refunded: "What was paid back in it, in the minor unit.",
      revenue: "`gross` less `refunded`.",
    },
  },
  {
    owners: ["Buyer"],
    fields: {
      bookings: "How many bookings they made for this event.",
      cancellations: "How many of these were cancelled.",
      seats: "How many seats they have booked now.",
      spend: "What they paid less what they got back, in the minor unit of the event's currency.",
      is_returning: "Whether they booked another event of yours earlier.",
      first_booking: "When they first booked this event.",
      last_booking: "When they last booked this event.",
      also_likes:
        "At most three tags and artists of the other events of yours that they booked, which this one does not have.",
      favourite_tags: "At most three tags of your events that they booked, the most frequent first.",
      favourite_artists: "At most three artists of your events that they booked, the most frequent first.",
    },
  },
  {
    owners: ["analytics.buyers"],
    fields: {
      total: "How many people booked the event, on all pages together.",
      new_buyers: "How many of them had never booked an event of yours.",
      returning_buyers: "How many had booked another event of yours earlier.",
      other_events:
        "How many other events of yours have bookings. Without any, nobody can return, and nothing else is known to be liked.",
      also_likes: "The tags and artists of your other events that most of them share, at most ten.",
      favourite_tags: "The tags that most of them share, at most ten.",
      favourite_artists: "The artists that most of them share, at most ten.",
    },
  },
  {
    owners: ["Favorite"],
    fields: { name: "The tag or artist.", buyers: "How many buyers share it." },
  },
];
