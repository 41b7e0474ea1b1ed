/** "All ages", "From 16 years". */
export function describeAge(min_age: number): string {
  return min_age === 0 ? "All ages" : `From ${min_age} ${min_age === 1 ? "year" : "years"}`;
}
