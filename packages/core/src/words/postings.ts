/** Document indexes in ascending order, each times four plus the rank of the best field with the word. */
export type Postings = number[];

/** Weight of a word by the field's rank: text, venue name, artist name, event name. */
export const rankWeights = [1, 1.5, 2, 3];

export function insertPosting(postings: Postings, posting: number): void {
  const last = postings.at(-1);
  if (last === undefined || last < posting) postings.push(posting);
  else postings.splice(findPlace(postings, posting), 0, posting);
}

/** The position of a posting, or where it would be inserted. */
export function findPlace(postings: Postings, posting: number): number {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] ?? 0) < posting) low = middle + 1;
    else high = middle;
  }
  return low;
}
