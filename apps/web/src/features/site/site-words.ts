/** What the site says of itself where it is listed, shared or installed. */
export const siteWords = {
  name: "Evently",
  promise: "Concerts, and the exact seats you want",
  description: "Find a concert, pick your seats on the map, and have your ticket a minute later.",
  /** The surface of a page as a plain color, since manifests and browser frames know no other notation. */
  paper: "#fcfaf6",
  stage: "#0f0f15",
} as const;
