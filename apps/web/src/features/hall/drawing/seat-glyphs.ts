import type { SeatSource, SeatState } from "./seat-source";

/** Shapes of a seat of radius 1 around 0, 0. Each is one path filled even-odd: what overlaps is cut out. */
const disc = "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0Z";
const square = "M-.62-.92H.62A.3.3 0 0 1 .92-.62V.62A.3.3 0 0 1 .62.92H-.62A.3.3 0 0 1-.92.62V-.62A.3.3 0 0 1-.62-.92Z";

/** The marks of the first seat types, in the order of the venue's seat types. */
const typeMarks = [
  "",
  "M-.55-.12H.55V.12H-.55Z",
  "M-.3 0a.3.3 0 1 0 .6 0a.3.3 0 1 0-.6 0Z",
  "M0-.52L.48.34H-.48Z",
  "M-.12-.55H.12V.55H-.12Z",
  "M0-.5L.5 0L0 .5L-.5 0Z",
  "M-.12-.52H.12V-.12H.52V.12H.12V.52H-.12V.12H-.52V-.12H-.12Z",
  "M-.5-.32H.5V-.12H-.5ZM-.5.12H.5V.32H-.5Z",
] as const;

const wheelchair =
  "M-.26-.58a.16.16 0 1 0 .32 0a.16.16 0 1 0-.32 0ZM-.18-.36H.02V-.12H.32V-.1L.5.36L.36.42L.2.04H-.18Z" +
  "M-.49.05A.44.44 0 0 0 .257.483L.15.393A.3.3 0 0 1-.36.1Z";
const check = "M-.52.02L-.36-.14L-.12.1L.36-.38L.52-.22L-.12.42Z";
const clock = "M.779-.45A.9.9 0 1 1 0-.9L0-.7A.7.7 0 1 0 .606-.35ZM-.09-.45H.09V-.09H.4V.09H-.09Z";
const hollow = "M-.4 0a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0ZM-.22 0a.22.22 0 1 0 .44 0a.22.22 0 1 0-.44 0Z";
const ring = "M-1.12 0a1.12 1.12 0 1 0 2.24 0a1.12 1.12 0 1 0-2.24 0ZM-.94 0a.94.94 0 1 0 1.88 0a.94.94 0 1 0-1.88 0Z";
const core = "M-.8 0a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0Z";
const cross =
  "M-.5-.36L-.36-.5L0-.14L.36-.5L.5-.36L.14 0L.5.36L.36.5L0 .14L-.36.5L-.5.36L-.14 0Z" +
  "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0ZM-.82 0a.82.82 0 1 0 1.64 0a.82.82 0 1 0-1.64 0Z";

/** Each color is used again after eight seat types; notches in the rim tell how many times it was used before. */
const colors = 8;

/** The class that gives a seat type its color. */
export const typeClass = (type: number): string => `seat-${(type % colors) + 1}`;

/** A small round cut in the rim, at an eighth of the circle each. */
function notchAt(index: number): string {
  const [x, y] = [Math.sin((index * Math.PI) / 4) * 0.8, -Math.cos((index * Math.PI) / 4) * 0.8];
  return `M${(x - 0.15).toFixed(3)} ${y.toFixed(3)}a.15.15 0 1 0 .3 0a.15.15 0 1 0-.3 0Z`;
}

const availableGlyphs: string[] = [];

/** A disc with the mark of its type and as many notches as the type comes after eight others. */
function availableGlyph(type: number): string {
  const notches = Array.from({ length: Math.floor(type / colors) }, (_, index) => notchAt(index));
  availableGlyphs[type] ??= disc + (typeMarks[type % colors] ?? "") + notches.join("");
  return availableGlyphs[type];
}

export type Glyph = { state: SeatState; type: number; accessible: boolean; lost: boolean };

/** The path that draws a seat. */
export function seatGlyph({ state, type, accessible, lost }: Glyph): string {
  if (state === "selected") return (accessible ? square : disc) + check;
  if (state === "yours") return ring + core + check;
  if (lost) return cross;
  if (state === "held") return clock;
  if (state === "taken") return hollow;
  return accessible ? square + wheelchair : availableGlyph(type);
}

/** A seat as it is drawn now: its path, and the state that gives it its color. */
export function drawnSeat(source: SeatSource, seat: number): { path: string; state: SeatState | "lost" } {
  const [state, lost] = [source.stateOf(seat), source.isLost(seat)];
  const { types, accessible } = source.hall;
  const path = seatGlyph({ state, type: types[seat] ?? 0, accessible: accessible[seat] === 1, lost });
  return { path, state: lost && state !== "selected" ? "lost" : state };
}
