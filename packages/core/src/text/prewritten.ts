/**
 * A long response whose JSON is serialized once and sent many times. `tag` identifies its content: a client that
 * already has it needs no body, and none is serialized.
 */
export abstract class Prewritten<T> {
  abstract readonly tag: string;
  /** The response's JSON in UTF-8. */
  abstract write(): Uint8Array;

  /** For callers that need the value: the typed client and tRPC batches. */
  toJSON(): T {
    return JSON.parse(Buffer.from(this.write()).toString("utf8")) as T;
  }
}
