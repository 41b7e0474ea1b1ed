import type { EventCard } from "../event/event.ts";
import { bytesOfText } from "../text/bytes-of-text.ts";

/**
 * What the catalog's parts cost in the heap, in bytes, measured with Node 20 on 64 bits; estimate-bytes.test.ts compares it with
 * the real growth.
 */
export const bytesOf = {
  /** A word: its text, its entry among the words, a first posting; its nodes in the tree of corrections. */
  word: 190,
  node: 240,
  /** An event under a word it is not the first to have; room for growth included. */
  posting: 12,
  /** A run of a script without spaces, a pair of its signs that no run had, one that others have too. */
  run: 160,
  pair: 165,
  pairAgain: 12,
  /** A city, artist, tag or venue, and each spelling of it. */
  value: 330,
  spelling: 80,
  /** An event with its lists and numbers. */
  event: 1_000,
  text: 40,
  price: 80,
} as const;

/** An event alone, without what it shares with others. */
export function bytesOfEvent(event: EventCard): number {
  const { name, description, venue_name, city, timezone, artists, tags, seat_type_prices } = event;
  const types = Object.keys(seat_type_prices);
  let bytes = bytesOf.event + types.length * bytesOf.price;
  for (const text of [name, description, venue_name, city, timezone, ...artists, ...tags, ...types])
    bytes += bytesOf.text + bytesOfText(text);
  return bytes;
}
