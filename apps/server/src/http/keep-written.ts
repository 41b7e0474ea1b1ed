import { randomUUID } from "node:crypto";
import type { Prewritten } from "@evently/core/text/prewritten";

/**
 * Keeps long lists out of the serialization of a response: to read and write the 5 MB of a large hall again takes 50 ms of
 * CPU. Each is a mark until the response is there.
 */
export function keepWritten() {
  const kept = new Map<string, Prewritten<unknown>>();
  return {
    keep(written: Prewritten<unknown>): string {
      const mark = `written-${randomUUID()}`;
      kept.set(mark, written);
      return mark;
    },
    async fillIn(response: Response): Promise<Response> {
      if (kept.size === 0) return response;
      const { status, headers } = response;
      const pieces = fill(await response.text(), kept);
      headers.set("content-length", String(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)));
      return new Response(sendEach(pieces), { status, headers });
    },
  };
}

/** Put together, 5 MB would be garbage after every request, whose collection takes 50 ms of CPU. */
function sendEach(pieces: readonly Uint8Array[]): ReadableStream {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
}

const marks = /"(written-[0-9a-f-]{36})"/;

function fill(text: string, kept: ReadonlyMap<string, Prewritten<unknown>>): Uint8Array[] {
  // Split by a group: every second part is what it matched.
  return text.split(marks).map((part, i) => {
    if (i % 2 === 0) return Buffer.from(part);
    return kept.get(part)?.write() ?? Buffer.from(JSON.stringify(part));
  });
}
