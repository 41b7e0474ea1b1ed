import type { ServerResponse } from "node:http";

/**
 * Resolves once all of the answer is written, though it may not be sent yet. The writing waits for no reader: what one reads
 * slowly is kept as bytes, which cost less than a render that stands still.
 */
export function whenWritten(response: ServerResponse): Promise<void> {
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.write = ((...args: unknown[]) => {
    write(...args);
    return true;
  }) as ServerResponse["write"];
  return new Promise((done) => {
    response.end = ((...args: unknown[]) => {
      done();
      return end(...args);
    }) as ServerResponse["end"];
  });
}
