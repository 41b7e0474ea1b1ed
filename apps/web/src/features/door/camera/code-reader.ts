// Runs in a worker: a frame takes some milliseconds, in which the page must answer.
import { decodeQR } from "qr/decode.js";

/** A frame of a camera, as RGBA. */
export type Frame = { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> };

/** What was read in it; null if there was no code. */
export type FrameRead = { text: string | null };

function read(frame: Frame): string | null {
  try {
    return decodeQR(frame);
  } catch {
    // The library throws where a picture has no code.
    return null;
  }
}

addEventListener("message", ({ data }: MessageEvent<Frame>) => {
  const answer: FrameRead = { text: read(data) };
  postMessage(answer);
});
