/**
 * Takes seats away until `total` are left, keeping the mirror image: pairs from the two outermost wedges that still
 * have any, one pair a row from the back to the front and again; an odd one from the middle wedge of the last row.
 * `counts[row][wedge]`. Throws when there are too few seats, or an odd one without a middle wedge.
 */
export function fitCounts(counts: number[][], total: number): number[][] {
  const fitted = counts.map((row) => [...row]);
  let surplus = fitted.flat().reduce((sum, count) => sum + count, 0) - total;
  if (surplus < 0) throw new RangeError(`${total} seats do not fit: ${-surplus} too many`);
  if (surplus % 2 === 1) {
    takeFromMiddle(fitted.at(-1) ?? []);
    surplus -= 1;
  }
  for (let row = fitted.length - 1; surplus > 0; row = row === 0 ? fitted.length - 1 : row - 1) {
    surplus -= takePair(fitted[row] ?? []);
  }
  return fitted;
}

function takeFromMiddle(row: number[]): void {
  const middle = (row.length - 1) / 2;
  if (!Number.isInteger(middle)) throw new RangeError("an odd number of seats needs a middle wedge");
  row[middle] = (row[middle] ?? 0) - 1;
}

function takePair(row: number[]): number {
  const left = row.findIndex((count) => count > 0);
  const right = row.length - 1 - left;
  if (left === -1) return 0;
  row[left] = (row[left] ?? 0) - 1;
  row[right] = (row[right] ?? 0) - 1;
  return 2;
}
