import { CreateEvent } from "@evently/core/event";
import { longestDuration, mostArtists } from "@evently/core/event/limits.rules";
import { findTimeFaults } from "@evently/core/event/time-faults.rules";
import type { Venue } from "@evently/core/venue";
import { toSentence } from "~/trpc/to-sentence";
import { formatCount } from "~/ui/format/format-count";
import { findTextFault } from "../form/find-text-fault";
import { findPlaceFaults, readPlace } from "../form/read-place";
import type { FormFaults } from "../form/use-form-faults";
import type { EventDraft, TimeName } from "./event-draft";
import { parseMoney } from "./parse-money";
import { findPolicyFaults, readPolicy } from "./policy/read-policy";
import { readLocalTime } from "./zoned-time";

type NewEvent = Omit<CreateEvent, "status">;
export type ReadEvent = { event: NewEvent } | { faults: FormFaults };
type EventVenue = Pick<Venue, "venue_id" | "timezone" | "seat_types">;

const { name, description, programme } = CreateEvent.shape;
const wordOf = {
  artists: CreateEvent.shape.artists.def.innerType.def.element,
  tags: CreateEvent.shape.tags.def.innerType.def.element,
};
const mostTags = 20;
const oldest = 120;

export const priceControl = (seat_type: string) => `seat_type_prices.${seat_type}`;

type Intent = { status: CreateEvent["status"]; now: number };

/** The draft in the form that the API takes, or its faults by control. `now` in epoch seconds. */
export function readEventDraft(draft: EventDraft, venue: EventVenue, sent: Intent): ReadEvent {
  const { times, faults: timeFaults } = readTimes(draft, venue.timezone, sent);
  const prices = readPrices(draft, venue.seat_types);
  const artists = splitWords(draft.artists, /\n/);
  const tags = splitWords(draft.tags, /[,\n]/);
  const faults: FormFaults = {
    ...faultOf("name", draft.name.trim() === "" ? "Enter the event’s name." : findTextFault(name, draft.name)),
    ...timeFaults,
    ...(isMinutes(draft.duration)
      ? {}
      : { duration: `A whole number of minutes, up to ${formatCount(longestDuration)}, which is 31 days.` }),
    ...(isAge(draft.min_age) ? {} : { min_age: `A whole number of years, up to ${oldest}.` }),
    ...findPolicyFaults(draft),
    ...findPlaceFaults(draft),
    ...faultOf("description", findTextFault(description, draft.description)),
    ...findWordFaults("artists", artists, mostArtists),
    ...faultOf("programme", findTextFault(programme, draft.programme)),
    ...findWordFaults("tags", tags, mostTags),
    ...prices.faults,
  };
  if (Object.keys(faults).length > 0) return { faults };
  return {
    event: {
      venue_id: venue.venue_id,
      name: draft.name.trim(),
      ...times,
      duration: draft.duration ?? 0,
      artists,
      tags,
      description: draft.description.trim(),
      programme: draft.programme.trim(),
      seat_type_prices: prices.amounts,
      currency: draft.currency,
      cancellation_policy: readPolicy(draft),
      ...(draft.min_age.trim() === "" ? {} : { min_age: Number(draft.min_age) }),
      ...readPlace(draft),
      ...(draft.poster_seed ? { poster_seed: draft.poster_seed } : {}),
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

type Times = Pick<NewEvent, "start_time" | "doors_time" | "sales_start" | "sales_end">;

/** The instants of the times that are wanted; what core finds wrong with them is said once each can be read. */
function readTimes(draft: EventDraft, zone: string, { status, now }: Intent): { times: Times; faults: FormFaults } {
  const wanted: TimeName[] = [
    "start_time",
    ...(draft.doors_time === "" ? [] : (["doors_time"] as const)),
    ...(draft.opens === "later" ? (["sales_start"] as const) : []),
    ...(draft.closes === "set" ? (["sales_end"] as const) : []),
  ];
  const times: Times = { start_time: "" };
  const faults: Record<string, string> = {};
  for (const name of wanted) {
    const time = readLocalTime(draft[name], zone, draft.meant[name]);
    if ("fault" in time) faults[name] = time.fault;
    else times[name] = time.instant;
  }
  if (Object.keys(faults).length > 0 || !isMinutes(draft.duration)) return { times, faults };
  const found = findTimeFaults({ ...times, duration: draft.duration ?? 0, status }, now);
  return { times, faults: Object.fromEntries(found.map(({ path, message }) => [path, toSentence(message)])) };
}

function splitWords(typed: string, separator: RegExp): string[] {
  const words = typed.split(separator).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))];
}

function findWordFaults(name: "artists" | "tags", words: readonly string[], most: number): FormFaults {
  if (words.length > most) return { [name]: `At most ${most} of them.` };
  for (const word of words) {
    const fault = findTextFault(wordOf[name], word);
    if (fault !== null) return { [name]: `“${shorten(word)}”: ${fault}` };
  }
  return {};
}

const isMinutes = (value: number | null) => value !== null && value >= 1 && value <= longestDuration;
const isAge = (typed: string) => /^\s*(\d{1,3}\s*)?$/.test(typed) && Number(typed) <= oldest;
const shorten = (word: string) => (word.length > 20 ? `${word.slice(0, 20)}…` : word);
const faultOf = (name: string, fault: string | null) => (fault === null ? {} : { [name]: fault });
