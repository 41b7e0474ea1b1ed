/** An event lasts at most 31 days; in minutes. */
export const longestDuration = 44_640;

export const mostArtists = 300;

/** A venue has no more seats than this. */
export const mostSeatsPerConnection = 30_000;

/** Lists name this many artists of an event; its page names all of them. */
export const mostListedArtists = 12;

/** Fewer than the 50,000 that sitemaps.org allows in a file, so that a file is small and soon written. */
export const eventsPerSitemap = 10_000;

/** A policy asks for at most a year's notice of a cancellation; in hours. */
export const longestNotice = 8_784;

export const highestPosterSeed = 9_999;

/** How long those who booked another date may cancel once an event is moved, in seconds; at most until it begins. */
export const freeCancellation = 14 * 86_400;

/** The dates that one call makes, and that a series has: a year of daily shows. */
export const mostCopies = 60;
export const mostDates = 366;
