import type { ServerResponse } from "node:http";

const megabyte = 1024 * 1024;

/**
 * Closes the connection of whoever takes longer than this, for each megabyte begun, to read what was written last: until then it
 * takes memory. An answer that is written at once has so long altogether; a file that is written at the pace of its reader
 * has it for each piece, as `streamFile` allows.
 */
export function cutOffSlowReader(response: ServerResponse, withinMs: number): void {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const start = () => {
    if (response.destroyed) return;
    const megabytes = Math.max(1, Math.ceil(response.writableLength / megabyte));
    timer ??= setTimeout(() => response.destroy(), withinMs * megabytes);
  };
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.write = ((...args: unknown[]) => {
    const isRead = write(...args);
    if (!isRead) start();
    return isRead;
  }) as ServerResponse["write"];
  response.end = ((...args: unknown[]) => {
    end(...args);
    start();
    return response;
  }) as ServerResponse["end"];
  response.on("drain", stop).once("close", stop);
}
