const kB = 1024;

/**
 * The largest bodies of requests, in bytes: a procedure names another than the usual one in its `meta`. The longest valid
 * venue and event fit, every letter escaped; of seats, as many as one call adds or corrects of each kind, and of scans,
 * in ASCII.
 */
export const bodyLimits = { usual: 16 * kB, venue: 32 * kB, event: 640 * kB, seats: 4 * kB * kB } as const;

export type BodyLimit = keyof typeof bodyLimits;
