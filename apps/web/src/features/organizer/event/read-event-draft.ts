import { CreateEvent } from "@evently/core/event";
import type { Venue } from "@evently/core/venue";
import { findTextFault } from "../form/find-text-fault";
import type { FormFaults } from "../form/use-form-faults";
import type { EventDraft } from "./event-draft";
import { parseMoney } from "./parse-money";
import { readLocalTime } from "./zoned-time";

type NewEvent = Omit<CreateEvent, "status">;
export type ReadEvent = { event: NewEvent } | { faults: FormFaults };
type EventVenue = Pick<Venue, "venue_id" | "timezone" | "seat_types">;

const { name, description, programme, artists: artistList, tags: tagList } = CreateEvent.shape;
const wordOf = { artists: artistList.def.innerType.def.element, tags: tagList.def.innerType.def.element };
const limits = { minutes: 10_080, artists: 30, tags: 20 } as const;

export const priceControl = (seat_type: string) => `seat_type_prices.${seat_type}`;

/** The draft in the form that the API takes, or its faults by control. `now` in epoch milliseconds. */
export function readEventDraft(draft: EventDraft, venue: EventVenue, now: number): ReadEvent {
  const times = readTimes(draft, venue.timezone, now);
  const prices = readPrices(draft, venue.seat_types);
  const artists = splitWords(draft.artists, /\n/);
  const tags = splitWords(draft.tags, /[,\n]/);
  const faults: FormFaults = {
    ...faultOf("name", draft.name.trim() === "" ? "Enter the event’s name." : findTextFault(name, draft.name)),
    ...times.faults,
    ...(isMinutes(draft.duration)
      ? {}
      : { duration: `A whole number of minutes, up to ${limits.minutes / 60} hours.` }),
    ...faultOf("description", findTextFault(description, draft.description)),
    ...findWordFaults("artists", artists, limits.artists),
    ...faultOf("programme", findTextFault(programme, draft.programme)),
    ...findWordFaults("tags", tags, limits.tags),
    ...prices.faults,
  };
  if (Object.keys(faults).length > 0) return { faults };
  const { start_time, sales_start, sales_end } = times;
  return {
    event: {
      venue_id: venue.venue_id,
      name: draft.name.trim(),
      start_time,
      duration: draft.duration ?? 0,
      artists,
      tags,
      description: draft.description.trim(),
      programme: draft.programme.trim(),
      seat_type_prices: prices.amounts,
      currency: draft.currency,
      ...(sales_start === "" ? {} : { sales_start }),
      ...(sales_end === "" ? {} : { sales_end }),
    },
  };
}

/** The amounts by seat type, and the faults of prices that can't be read. */
export function readPrices({ prices, currency }: Pick<EventDraft, "prices" | "currency">, types: readonly string[]) {
  const amounts: Record<string, number> = {};
  const faults: Record<string, string> = {};
  for (const type of types) {
    const read = parseMoney(prices[type] ?? "", currency);
    if ("amount" in read) amounts[type] = read.amount;
    else faults[priceControl(type)] = read.fault;
  }
  return { amounts, faults };
}

/** Instants, "" where none is wanted. */
function readTimes(draft: EventDraft, zone: string, now: number) {
  const faults: Record<string, string> = {};
  const read = (name: "start_time" | "sales_start" | "sales_end"): string => {
    const time = readLocalTime(draft[name], zone);
    if ("fault" in time) faults[name] = time.fault;
    return "instant" in time ? time.instant : "";
  };
  const start_time = read("start_time");
  const sales_start = draft.opens === "later" ? read("sales_start") : "";
  const sales_end = draft.closes === "earlier" ? read("sales_end") : "";
  const isPast = (instant: string) => instant !== "" && Date.parse(instant) <= now;
  if (isPast(start_time)) faults.start_time = "This is in the past.";
  if (isPast(sales_end)) faults.sales_end = "This is in the past.";
  if (sales_end && start_time && sales_end > start_time)
    faults.sales_end = "The sale must end before or when the event starts.";
  const end = sales_end || start_time;
  if (sales_start && end && sales_start >= end)
    faults.sales_start = "The sale must open before it ends and before the event starts.";
  return { start_time, sales_start, sales_end, faults };
}

function splitWords(typed: string, separator: RegExp): string[] {
  const words = typed.split(separator).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))];
}

function findWordFaults(name: "artists" | "tags", words: readonly string[], maxWords: number): FormFaults {
  if (words.length > maxWords) return { [name]: `At most ${maxWords} of them.` };
  for (const word of words) {
    const fault = findTextFault(wordOf[name], word);
    if (fault !== null) return { [name]: `“${shorten(word)}”: ${fault}` };
  }
  return {};
}

const isMinutes = (value: number | null) => value !== null && value >= 1 && value <= limits.minutes;
const shorten = (word: string) => (word.length > 20 ? `${word.slice(0, 20)}…` : word);
const faultOf = (name: string, fault: string | null) => (fault === null ? {} : { [name]: fault });
