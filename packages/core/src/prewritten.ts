/**
 * A long answer whose JSON is written once and sent many times. `tag` names its content, so that whoever shows the same tag
 * needs no body, and none has to be written.
 */
export abstract class Prewritten<T> {
  abstract readonly tag: string;
  /** The JSON of the answer, in UTF-8. */
  abstract write(): Uint8Array;

  /** For callers that want the value: the typed client, and the batches of tRPC. */
  toJSON(): T {
    return JSON.parse(Buffer.from(this.write()).toString("utf8")) as T;
  }
}
