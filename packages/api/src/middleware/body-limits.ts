/** The largest bodies of requests, in bytes: a procedure names another than the usual one in its `meta`. */
export const bodyLimits = { usual: 16 * 1024, event: 64 * 1024, seats: 4 * 1024 * 1024 } as const;

export type BodyLimit = keyof typeof bodyLimits;
