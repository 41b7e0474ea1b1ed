import type { FileHandle } from "node:fs/promises";

const newline = 0x0a;

/**
 * Passes every complete line from byte `offset` to the end of the file to `onLine`, and returns the offset after the
 * last one. An incomplete line, still being written or cut off, is left for the next read.
 */
export async function readLines(
  file: FileHandle,
  offset: number,
  onLine: (line: string) => void,
  chunkBytes = 1 << 16,
): Promise<number> {
  let at = offset;
  let buffer = Buffer.allocUnsafe(chunkBytes);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    const end = buffer.subarray(0, bytesRead).lastIndexOf(newline);
    if (end >= 0) {
      for (const line of buffer.toString("utf8", 0, end).split("\n")) if (line !== "") onLine(line);
      at += end + 1;
    }
    if (bytesRead < buffer.length) return at;
    if (end < 0) buffer = Buffer.allocUnsafe(buffer.length * 2);
  }
}
