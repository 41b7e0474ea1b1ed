import type { RowBlock } from "./seating-plan";

type Aisles = Pick<RowBlock, "aisles" | "aisles_after" | "numbering" | "begins">;

/** After how many seats from the left a row of `count` seats has an aisle, in this order. */
export function findAisles({ aisles, aisles_after, numbering, begins }: Aisles, count: number): number[] {
  const between = (after: number[]) => [...new Set(after)].filter((seat) => seat > 0 && seat < count).sort(ascending);
  if (aisles === "none") return [];
  if (aisles === "chosen") return between(readAisles(aisles_after) ?? []);
  if (aisles === "two") return between([Math.round(count / 3), Math.round((count * 2) / 3)]);
  // Where the odd and the even numbers meet; the odd ones are one more in a row of an odd count.
  const isOdd = numbering === "center" && begins === "right";
  return between([isOdd ? Math.floor(count / 2) : Math.ceil(count / 2)]);
}

/** "4, 12" is 4 and 12; null for anything but whole numbers. */
export function readAisles(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  return parts.every((part) => /^[1-9]\d{0,2}$/.test(part)) ? parts.map(Number) : null;
}

const ascending = (a: number, b: number) => a - b;
