/** Sizes that have a button of their own; larger ones are in a list. */
const mostButtons = 10;

/** The sizes of a party that can be chosen, from two on, where one hold takes `seatLimit` seats. */
export function partySizes(seatLimit: number): { buttons: number[]; listed: number[] } {
  const sizes = Array.from({ length: Math.max(0, seatLimit - 1) }, (_, index) => index + 2);
  return { buttons: sizes.slice(0, mostButtons - 1), listed: sizes.slice(mostButtons - 1) };
}
