import { EventlyError } from "@evently/core/errors";

/**
 * The request with a body that fails with BODY_TOO_LARGE once it is read: at once if its Content-Length is more than
 * `max_bytes`, without one as soon as that many were read.
 */
export function limitBody(request: Request, max_bytes: number): Request {
  const { method, headers, url, signal } = request;
  // Nobody reads one, and no Request of these methods can be made with one.
  if (method === "GET" || method === "HEAD") return request;
  const length = headers.get("content-length");
  const isChunked = length === null && headers.has("transfer-encoding");
  // Leaves any other body untouched: reading it as a web stream costs several times as much.
  if (!isChunked && Number(length ?? 0) <= max_bytes) return request;
  const body = isChunked ? request.body?.pipeThrough(countBytes(max_bytes)) : refuse(max_bytes);
  return new Request(url, { method, headers, signal, ...(body ? { body, duplex: "half" } : {}) } as RequestInit);
}

function tooLarge(max_bytes: number): EventlyError {
  return new EventlyError("BODY_TOO_LARGE", {}, `The request body is larger than ${max_bytes / 1024} kB.`);
}

function refuse(max_bytes: number): ReadableStream {
  return new ReadableStream({ pull: (controller) => controller.error(tooLarge(max_bytes)) });
}

function countBytes(max_bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let read = 0;
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > max_bytes) controller.error(tooLarge(max_bytes));
      else controller.enqueue(chunk);
    },
  });
}
