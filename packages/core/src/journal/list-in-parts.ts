import { type Changes, longestValue, sizeOf } from "./journal.table.ts";

/** Of which an entry can have two beside its other fields, in bytes of JSON. */
const longestList = 1_550;

type Lists = { before: readonly string[]; after: readonly string[] };

/**
 * Lists as the changes of `field`, `field_2` and so on, each short enough for the journal to keep as it is. One that no entry
 * has room for is a single change, of which the journal keeps the digest.
 */
export function listInParts(field: string, { before, after }: Lists): Changes {
  const [left, right] = [split(before), split(after)];
  const fields = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    i === 0 ? field : `${field}_${i + 1}`,
    { before: left[i] ?? null, after: right[i] ?? null },
  ]);
  return Object.fromEntries(fields);
}

function split(list: readonly string[]): string[][] {
  if (sizeOf(list) > longestList) return [[...list]];
  const parts: string[][] = [];
  for (const value of list) {
    const last = parts.at(-1);
    if (last && sizeOf([...last, value]) <= longestValue) last.push(value);
    else parts.push([value]);
  }
  return parts;
}
