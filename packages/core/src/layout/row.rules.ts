/** The number and the place of each seat of a layout, in its order. */
export type Places = { nums: Float64Array; xs: Float64Array; ys: Float64Array };

/** Two ways of the same length differ in their last digits. */
const lessByRounding = 1 - 1e-9;

/**
 * The seats of a row from one end to the other: of the usual orders the one that makes the shortest way. It runs from
 * left to right, or away from the stage where the row does.
 */
export function orderAlong(seats: readonly number[], places: Places): number[] {
  let best = [...seats];
  let least = Infinity;
  for (const order of listOrders(seats, places)) {
    const { length, isSmooth } = measureWay(order, places);
    if (length < least * lessByRounding) [best, least] = [order, length];
    if (isSmooth) break;
  }
  return fromLeft(best, places);
}

/** By number, across, away from the stage, and around the row's own middle. */
function* listOrders(seats: readonly number[], { nums, xs, ys }: Places): Generator<number[]> {
  const [x, y] = [(seat: number) => xs[seat] ?? 0, (seat: number) => ys[seat] ?? 0];
  yield sortBy(seats, (seat) => nums[seat] ?? 0);
  yield sortBy(seats, x, y);
  yield sortBy(seats, y, x);
  const middle = { x: meanOf(seats, x), y: meanOf(seats, y) };
  yield around(seats, (seat) => Math.atan2(y(seat) - middle.y, x(seat) - middle.x));
}

type Key = (seat: number) => number;

function sortBy(seats: readonly number[], key: Key, second: Key = () => 0): number[] {
  return [...seats].sort((a, b) => key(a) - key(b) || second(a) - second(b));
}

/** By angle, beginning after the widest opening. */
function around(seats: readonly number[], angleOf: Key): number[] {
  const angles = new Map(seats.map((seat) => [seat, angleOf(seat)]));
  const angle = (seat: number | undefined) => angles.get(seat ?? -1) ?? 0;
  const sorted = sortBy(seats, angle);
  let start = 0;
  let widest = angle(sorted[0]) + 2 * Math.PI - angle(sorted.at(-1));
  for (let at = 1; at < sorted.length; at++) {
    const opening = angle(sorted[at]) - angle(sorted[at - 1]);
    if (opening > widest) [start, widest] = [at, opening];
  }
  return [...sorted.slice(start), ...sorted.slice(0, start)];
}

/**
 * A way is smooth if it turns by less than 60 degrees at each seat and always on towards its end: it takes the seats as
 * they come, and no other way is shorter.
 */
function measureWay(order: readonly number[], { xs, ys }: Places): { length: number; isSmooth: boolean } {
  const [first, last] = [order[0] ?? 0, order.at(-1) ?? 0];
  const [endX, endY] = [(xs[last] ?? 0) - (xs[first] ?? 0), (ys[last] ?? 0) - (ys[first] ?? 0)];
  let [length, isSmooth] = [0, true];
  let [beforeX, beforeY, before] = [0, 0, 0];
  for (let at = 1; at < order.length; at++) {
    const [from, to] = [order[at - 1] ?? 0, order[at] ?? 0];
    const [dx, dy] = [(xs[to] ?? 0) - (xs[from] ?? 0), (ys[to] ?? 0) - (ys[from] ?? 0)];
    const gap = Math.sqrt(dx * dx + dy * dy);
    if (dx * beforeX + dy * beforeY < 0.5 * gap * before || dx * endX + dy * endY < 0) isSmooth = false;
    length += gap;
    if (gap > 0) [beforeX, beforeY, before] = [dx, dy, gap];
  }
  return { length, isSmooth };
}

function fromLeft(order: number[], places: Places): number[] {
  return (axisOf(order, places) === "x" ? acrossOf(order, places.xs) : acrossOf(order, places.ys)) < 0
    ? order.reverse()
    : order;
}

/** The axis along which an ordered row leads further. */
export function axisOf(order: readonly number[], { xs, ys }: Places): "x" | "y" {
  return Math.abs(acrossOf(order, xs)) >= Math.abs(acrossOf(order, ys)) ? "x" : "y";
}

const acrossOf = (order: readonly number[], at: Float64Array) =>
  (at[order.at(-1) ?? 0] ?? 0) - (at[order[0] ?? 0] ?? 0);

function meanOf(seats: readonly number[], key: Key): number {
  return seats.reduce((sum, seat) => sum + key(seat), 0) / seats.length;
}
