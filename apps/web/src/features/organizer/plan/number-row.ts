import type { RowBlock } from "./seating-plan";

/** The numbers of a row's seats, from left to right. */
export function numberRow(
  { numbering, begins, first_num }: Pick<RowBlock, "numbering" | "begins" | "first_num">,
  count: number,
): number[] {
  const first = first_num ?? 1;
  if (numbering === "center") {
    const odd = countFrom(atLeast(first, 1), 2, Math.ceil(count / 2));
    const even = countFrom(atLeast(first, 0), 2, Math.floor(count / 2));
    return begins === "left" ? [...odd.toReversed(), ...even] : [...even.toReversed(), ...odd];
  }
  const from = numbering === "all" ? first : atLeast(first, numbering === "odd" ? 1 : 0);
  const numbers = countFrom(from, numbering === "all" ? 1 : 2, count);
  return begins === "left" ? numbers : numbers.toReversed();
}

const countFrom = (first: number, step: number, count: number) =>
  Array.from({ length: count }, (_, index) => first + index * step);

/** The first number from `first` on that is odd or even: `remainder` 1 or 0. */
const atLeast = (first: number, remainder: number) => (first % 2 === remainder ? first : first + 1);
