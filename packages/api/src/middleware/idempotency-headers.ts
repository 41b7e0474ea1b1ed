/** Sent with a change: the caller's own name for it. */
export const keyHeader = "Idempotency-Key";
/** Answered with `true` where the response is the one that was given to the first request of that name. */
export const replayedHeader = "Idempotency-Replayed";
