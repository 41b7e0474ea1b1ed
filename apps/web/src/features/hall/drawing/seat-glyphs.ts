import type { SeatSource, SeatState } from "./seat-source";

/** Shapes of a seat of radius 1 around 0, 0. Each is one path filled even-odd: what overlaps is cut out. */
const disc = "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0Z";
const square = "M-.62-.92H.62A.3.3 0 0 1 .92-.62V.62A.3.3 0 0 1 .62.92H-.62A.3.3 0 0 1-.92.62V-.62A.3.3 0 0 1-.62-.92Z";

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0${-2 * r} 0Z`;

/** What is cut out of a seat, by seat type, in the order of the venue's. None says anything: no bar, cross or arrow. */
const typeMarks = [
  "",
  circle(0, 0, 0.36),
  "M-.68 .08A.68 .68 0 0 0 .68 .08Z",
  "M0-.78L.78 0L0 .78L-.78 0Z",
  circle(0, -0.4, 0.26) + circle(0, 0.4, 0.26),
  circle(0.2, -0.2, 0.46),
  circle(0, -0.42, 0.24) + circle(-0.38, 0.3, 0.24) + circle(0.38, 0.3, 0.24),
  "M.08-.68A.68 .68 0 0 1 .08 .68Z",
] as const;

/** The outlines of a seat, each for as many types as there are marks, and the same cut flat on the left. */
const outlines = [
  [disc, "M-.6-.8A1 1 0 1 1-.6 .8Z"],
  ["M0-1.14L1.14 0L0 1.14L-1.14 0Z", "M-.6-.54L0-1.14L1.14 0L0 1.14L-.6 .54Z"],
  ["M-.95-.8H.95V.05A.95 .95 0 0 1-.95 .05Z", "M-.6-.8H.95V.05A.95 .95 0 0 1-.6 .787Z"],
  ["M-.95 .8H.95V-.05A.95 .95 0 0 0-.95-.05Z", "M-.6 .8H.95V-.05A.95 .95 0 0 0-.6-.787Z"],
  ["M-.5-1.02H.5L1.08 0L.5 1.02H-.5L-1.08 0Z", "M-.6-.84L-.5-1.02H.5L1.08 0L.5 1.02H-.5L-.6 .84Z"],
] as const;

const wheelchair =
  "M-.26-.58a.16.16 0 1 0 .32 0a.16.16 0 1 0-.32 0ZM-.18-.36H.02V-.12H.32V-.1L.5.36L.36.42L.2.04H-.18Z" +
  "M-.49.05A.44.44 0 0 0 .257.483L.15.393A.3.3 0 0 1-.36.1Z";
const check = "M-.52.02L-.36-.14L-.12.1L.36-.38L.52-.22L-.12.42Z";
const clock = "M.779-.45A.9.9 0 1 1 0-.9L0-.7A.7.7 0 1 0 .606-.35ZM-.09-.45H.09V-.09H.4V.09H-.09Z";
const hollow = "M-.4 0a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0ZM-.22 0a.22.22 0 1 0 .44 0a.22.22 0 1 0-.44 0Z";
const lock = "M-.72-.08H.72V.9H-.72ZM-.5-.08V-.38A.5.5 0 0 1 .5-.38V-.08H.26V-.38A.26.26 0 0 0-.26-.38V-.08Z";
const ring = "M-1.12 0a1.12 1.12 0 1 0 2.24 0a1.12 1.12 0 1 0-2.24 0ZM-.94 0a.94.94 0 1 0 1.88 0a.94.94 0 1 0-1.88 0Z";
const core = "M-.8 0a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0Z";
const cross =
  "M-.5-.36L-.36-.5L0-.14L.36-.5L.5-.36L.14 0L.5.36L.36.5L0 .14L-.36.5L-.5.36L-.14 0Z" +
  "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0ZM-.82 0a.82.82 0 1 0 1.64 0a.82.82 0 1 0-1.64 0Z";

/** Each color and mark is used again after eight seat types, with another outline. */
const colors = typeMarks.length;

/** The class that gives a seat type its color. */
export const typeClass = (type: number): string => `seat-${(type % colors) + 1}`;

const drawnTypes = new Map<string, string>();

function drawType(type: number, isCut: boolean): string {
  const key = `${type} ${isCut}`;
  const [whole, cut] = outlines[Math.floor(type / colors) % outlines.length] ?? outlines[0];
  const drawn = drawnTypes.get(key) ?? (isCut ? cut : whole) + (typeMarks[type % colors] ?? "");
  drawnTypes.set(key, drawn);
  return drawn;
}

export type Glyph = { state: SeatState; type: number; accessible: boolean; restricted: boolean; lost: boolean };

/** The path that draws a seat. */
export function seatGlyph({ state, type, accessible, restricted, lost }: Glyph): string {
  if (state === "selected") return (accessible ? square : disc) + check;
  if (state === "yours") return ring + core + check;
  if (lost) return cross;
  if (state === "held") return clock;
  if (state === "taken") return hollow;
  if (state === "blocked") return lock;
  if (accessible) return square + wheelchair;
  return drawType(type, restricted);
}

/** A seat as it is drawn now: its path, and the state that gives it its color. */
export function drawnSeat(source: SeatSource, seat: number): { path: string; state: SeatState | "lost" } {
  const [state, lost] = [source.stateOf(seat), source.isLost(seat)];
  const { types, accessible, properties } = source.hall;
  const restricted = properties[seat]?.includes("restricted_view") ?? false;
  const path = seatGlyph({ state, type: types[seat] ?? 0, accessible: accessible[seat] === 1, restricted, lost });
  return { path, state: lost && state !== "selected" ? "lost" : state };
}
