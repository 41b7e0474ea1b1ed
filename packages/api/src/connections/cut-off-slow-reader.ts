import type { ServerResponse } from "node:http";

/**
 * Closes the connection of whoever takes longer than this to read what was written last: until then it takes memory. An
 * answer that is written at once has so long altogether; a file that is written at the pace of its reader has it for each
 * piece, as `streamFile` allows.
 */
export function cutOffSlowReader(response: ServerResponse, withinMs: number): void {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const start = () => {
    timer ??= setTimeout(() => response.destroy(), withinMs);
  };
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.write = ((...args: unknown[]) => {
    const isRead = write(...args);
    if (!isRead) start();
    return isRead;
  }) as ServerResponse["write"];
  response.end = ((...args: unknown[]) => {
    start();
    return end(...args);
  }) as ServerResponse["end"];
  response.on("drain", stop).once("close", stop);
}
