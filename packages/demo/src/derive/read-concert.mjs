/** Event types for which nobody can buy a ticket. */
const closed = /private|schools|fundraising/i;

const venues = new Map(
  Object.entries({
    "Museum of Modern Art, The": "museum-of-modern-art",
    "Juilliard - Juilliard Theater": "juilliard-theater",
    "Seoul Arts Center (Concert Hall)": "seoul-arts-center",
    "The Cathedral Church of Saint John the Divine": "cathedral-of-saint-john-the-divine",
    // One parks concert is sold in the demonstration arena: a lawn for tens of thousands has no seats to choose.
    "The Great Lawn, Central Park": "demonstration-arena",
  }),
);

/** Whether someone could have bought a ticket and we know when to come. */
export function isOpen(concert) {
  return !closed.test(concert.eventType) && !/^Home of /.test(concert.Venue) && /^\d/.test(concert.Time);
}

/** Local calendar date, local time as HH:MM and the hall's key of a raw concert. */
export function readConcert({ Date: midnight, Time: clock, Venue }) {
  return { date: newYorkDate(midnight), time: toClock(clock), venue: venues.get(Venue) ?? toKey(Venue) };
}

/** The source writes a date as the instant of New York's midnight. */
export function newYorkDate(instant) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", dateStyle: "short" });
  return parts.format(new Date(instant));
}

/** "7:30PM" is 19:30, "12:00PM" noon. */
export function toClock(text) {
  const [, hour = "0", minute = "00", half = ""] = /^(\d+):(\d\d)([AP])M$/.exec(text) ?? [];
  const hours = (Number(hour) % 12) + (half === "P" ? 12 : 0);
  return `${String(hours).padStart(2, "0")}:${minute}`;
}

function toKey(name) {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\./g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^the-|-$/g, "");
}
