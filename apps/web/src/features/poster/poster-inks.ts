/** A poster's paper and up to three inks. Text is in `ink`, which contrasts with the paper. */
export type Inks = { paper: string; ink: string; accent: string; second: string };
export type InkName = keyof Inks;

/**
 * Printed matter looks the same by day and by night, so these are not theme tokens. Plain hex, because the social image
 * is rendered by a library that knows no newer notation.
 */
export const printings: readonly [Inks, ...Inks[]] = [
  { paper: "#f3ead8", ink: "#17171c", accent: "#d3222f", second: "#17171c" },
  { paper: "#e8a93a", ink: "#1d1a16", accent: "#f7efe0", second: "#b3331d" },
  { paper: "#1f3aa8", ink: "#f6eddc", accent: "#ff6a4d", second: "#f6eddc" },
  { paper: "#cf3a25", ink: "#fff4e2", accent: "#1c1518", second: "#f6b73c" },
  { paper: "#cfe0d2", ink: "#0f2b2c", accent: "#e5572a", second: "#0f2b2c" },
  { paper: "#15161f", ink: "#f3e8d2", accent: "#f0bd3a", second: "#8d8fa6" },
  { paper: "#f0c3c0", ink: "#241335", accent: "#2a46c4", second: "#d8342f" },
  { paper: "#124a45", ink: "#f4ecd9", accent: "#f2a33b", second: "#7fc4ad" },
  { paper: "#ece7dc", ink: "#14235a", accent: "#f05a3c", second: "#8fb2dc" },
];
