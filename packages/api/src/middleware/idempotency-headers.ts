/** Request header: the client's key for a change. */
export const keyHeader = "Idempotency-Key";
/** Response header: `true` if the response is a replay of the first one with that key. */
export const replayedHeader = "Idempotency-Replayed";
