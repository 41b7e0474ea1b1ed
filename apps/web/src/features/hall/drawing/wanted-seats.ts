import type { Point } from "../geometry";
import { seatPoint } from "../hall";
import type { SeatSource } from "./seat-source";

/** A free seat that is looked for. */
export const isWanted = (source: SeatSource, seat: number): boolean => source.isFree(seat) && !source.isDimmed(seat);

/** N leads on to the next seat that is looked for, with Shift back to the one before. */
export const isMatchKey = (key: string): boolean => key === "n" || key === "N";

/** Row by row, from the last one on at the first again; null where no other is. */
export function nextWanted(source: SeatSource, from: number, key: string): number | null {
  const seats = source.hall.rows.flatMap((row) => row.seats);
  const at = seats.indexOf(from);
  const after = [...seats.slice(at + 1), ...seats.slice(0, at)];
  if (key === "N") after.reverse();
  return after.find((seat) => isWanted(source, seat)) ?? null;
}

/** The one nearest to the stage; the hall's first seat where there is none. */
export function firstWanted(source: SeatSource, stage: Point): number {
  let best = 0;
  let least = Infinity;
  for (let seat = 0; seat < source.hall.ids.length; seat++) {
    const { x, y } = seatPoint(source.hall, seat);
    const distance = Math.hypot(x - stage.x, y - stage.y);
    if (distance < least && isWanted(source, seat)) [best, least] = [seat, distance];
  }
  return best;
}
