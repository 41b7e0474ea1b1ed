import type { BuyerSum } from "../analytics/buyers.rules.ts";

/** The sums of any number of buyers in about a hundred bytes each; dates are kept to the millisecond. */
export type BuyerSums = {
  get(who: string): BuyerSum | undefined;
  set(who: string, sum: BuyerSum): void;
  /** All of them, so many at a time: highest spend first, equal ones in the order in which they came. */
  bySpend(atOnce: number): Generator<BuyerSum[]>;
};

/** A row: bookings, cancellations, seats, spend, first and last booking, where its text begins and ends. */
const width = 8;
const spendAt = 3;
const textAt = 6;

/** Numbers and text stand in two arrays outside of the heap: a hundred thousand objects would make it grow far beyond their size. */
export function createBuyerSums(): BuyerSums {
  const rowOf = new Map<string, number>();
  let figures = new Float64Array(width);
  let texts = Buffer.alloc(width);
  let textEnd = 0;

  const read = (row: number) => figures.subarray(row * width, (row + 1) * width);
  const readText = (row: number) => texts.toString("utf8", ...read(row).subarray(textAt));

  /** Where the text stands, which most bookings of a buyer have in common. */
  function placeText(text: string, row: number | undefined): [from: number, to: number] {
    if (row !== undefined && readText(row) === text) return [...read(row).subarray(textAt)] as [number, number];
    const from = textEnd;
    textEnd += Buffer.byteLength(text);
    texts = withRoom(texts, textEnd, Buffer.alloc);
    texts.write(text, from);
    return [from, textEnd];
  }

  function toSum(row: number): BuyerSum {
    const [bookings = 0, cancellations = 0, seats = 0, spend = 0, first = 0, last = 0] = read(row);
    const [name, email] = JSON.parse(readText(row)) as [name: string | null, email: string | null];
    const dates = { first_booking: new Date(first).toISOString(), last_booking: new Date(last).toISOString() };
    return { name, email, bookings, cancellations, seats, spend, ...dates };
  }

  return {
    get(who) {
      const row = rowOf.get(who);
      return row === undefined ? undefined : toSum(row);
    },
    set(who, { name, email, bookings, cancellations, seats, spend, first_booking, last_booking }) {
      const known = rowOf.get(who);
      const row = known ?? rowOf.size;
      const text = placeText(JSON.stringify([name, email]), known);
      const dates = [Date.parse(first_booking), Date.parse(last_booking)];
      rowOf.set(who, row);
      figures = withRoom(figures, rowOf.size * width, (length) => new Float64Array(length));
      figures.set([bookings, cancellations, seats, spend, ...dates, ...text], row * width);
    },
    *bySpend(atOnce) {
      const spendOf = (row: number) => figures[row * width + spendAt] ?? 0;
      const rows = Uint32Array.from({ length: rowOf.size }, (_, row) => row);
      rows.sort((a, b) => spendOf(b) - spendOf(a));
      for (let from = 0; from < rows.length; from += atOnce)
        yield Array.from(rows.subarray(from, from + atOnce), toSum);
    },
  };
}

function withRoom<A extends Float64Array | Buffer>(array: A, length: number, create: (length: number) => A): A {
  if (array.length >= length) return array;
  const larger = create(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}
