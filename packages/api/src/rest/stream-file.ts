import type { TextFile } from "@evently/core/text/text-file";

/** How long a client may take for one piece before its file is broken off, so that it holds nothing up. */
const longestStallMs = 60_000;

/**
 * A file as a body: a piece is written when the one before was taken. A client that goes away, or takes no more, ends the
 * reading; a failure breaks the connection, so that what was sent does not look complete.
 */
export function streamFile(
  file: TextFile,
  report: (error: unknown) => void,
  stallMs = longestStallMs,
): ReadableStream<Uint8Array> {
  const pieces = file.write();
  const encoder = new TextEncoder();
  let stalled: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(stalled);
    try {
      await pieces.return(undefined);
    } finally {
      file.close();
    }
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(stalled);
      try {
        const { done, value } = await pieces.next();
        if (done) {
          file.close();
          return controller.close();
        }
        controller.enqueue(encoder.encode(value));
        stalled = setTimeout(() => {
          controller.error(new Error("the client takes no more"));
          void end();
        }, stallMs).unref();
      } catch (error) {
        report(error);
        file.close();
        controller.error(error);
      }
    },
    cancel: end,
  });
}
