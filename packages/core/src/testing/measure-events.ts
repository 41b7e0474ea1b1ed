import { indexEvents } from "../catalog/index-events.ts";
import type { EventCard } from "../event/event.ts";
import { makeCard } from "./know-events.ts";
import { usedHeap } from "./used-heap.ts";

/** An own copy of every string, as the table's answers have. */
const copy = (card: EventCard): EventCard => JSON.parse(JSON.stringify(card)) as EventCard;

let words = 0;
const makeWord = () => (Math.imul(++words, 2_654_435_761) >>> 0).toString(36).padStart(7, "0");
const makeWords = (count: number) => Array.from({ length: count }, makeWord).join(" ");
const makeHan = (count: number) =>
  Array.from({ length: count }, () =>
    String.fromCodePoint(0x4e00 + ((Math.imul(++words, 2_654_435_761) >>> 0) % 20_000)),
  ).join("");
const many = (count: number, make: () => string) => Array.from({ length: count }, make);
/** Each second word divides the branch of the tree on which the first one is. */
const makeBranches = (count: number) =>
  many(count / 2, () => {
    const word = makeWord();
    return `${word}${makeWord()} ${word}${makeWord()}`;
  }).join(" ");
/** A word of so many letters, each of two bytes. */
const makeLong = (letters: number) => `${makeWord()}${"щ".repeat(letters - 7)}`;
const prose = "An evening of chamber music with works for strings and piano by composers of three centuries";

type Make = (i: number) => Partial<Record<keyof EventCard, unknown>>;
export const eventKinds: readonly [name: string, count: number, make: Make][] = [
  [
    "like one another",
    3_000,
    (i) => ({ name: `Concert ${i}`, description: `${prose}, ${i}`, artists: [`Quartet ${i % 300}`] }),
  ],
  [
    "of all-different words",
    120,
    () => ({ artists: many(12, () => makeWords(9)), tags: many(20, () => makeWords(14)), description: makeWords(60) }),
  ],
  [
    "of Han signs",
    80,
    () => ({
      name: makeHan(100),
      artists: many(12, () => many(20, () => makeHan(3)).join(" ")),
      description: makeHan(490),
    }),
  ],
  [
    "of all-different artists, tags and venues",
    800,
    () => ({ artists: many(12, makeWord), tags: many(20, makeWord), venue_id: `venue-${++words}` }),
  ],
  [
    "of words that begin alike",
    120,
    () => ({
      artists: many(12, () => makeBranches(5)),
      tags: many(20, () => makeBranches(8)),
      description: makeBranches(30),
    }),
  ],
  ["of long words", 160, () => ({ artists: many(12, () => makeLong(120)), tags: many(20, () => makeLong(120)) })],
  [
    "with many prices",
    800,
    () => ({ seat_type_prices: Object.fromEntries(many(20, makeWord).map((type) => [type, 4_500])) }),
  ],
];

export type Measured = {
  /** The estimate, as a part of what the heap grew by. */
  ratio: number;
  /** What the heap has of that growth once all events are dropped again. */
  left: number;
};

/** What is kept of so many events, measured in this process. */
export function measureEvents(count: number, make: Make): Measured {
  const cards = Array.from({ length: count }, (_, i) => JSON.stringify(makeCard(make(i))));
  const before = usedHeap();
  const events = indexEvents();
  for (const card of cards) events.set(copy(JSON.parse(card) as EventCard));
  const grown = usedHeap() - before;
  const ratio = events.bytes() / grown;
  for (const card of cards) events.drop((JSON.parse(card) as EventCard).event_id);
  if (events.count() !== 0) throw new Error(`${events.count()} events are left`);
  return { ratio, left: (usedHeap() - before) / grown };
}
