import type { Frame, FrameRead } from "./code-reader";

const readerPath = "/door/reader.js";

/** Pixels of a frame's side: a code that fills a third of it has five to a module. */
const mostPixels = 640;

/** Reads the middle of a camera's picture, a frame at a time, until it is stopped; `onFail` where its program does not load or breaks. */
export function readFrames(video: HTMLVideoElement, onRead: (text: string) => void, onFail: () => void): () => void {
  const reader = new Worker(readerPath);
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  let isStopped = false;

  function takeFrame(): Frame | null {
    const side = Math.min(video.videoWidth, video.videoHeight);
    if (side === 0 || !context) return null;
    const size = Math.min(side, mostPixels);
    if (canvas.width !== size) canvas.width = canvas.height = size;
    const [left, top] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2];
    context.drawImage(video, left, top, side, side, 0, 0, size, size);
    const { data } = context.getImageData(0, 0, size, size);
    return { width: size, height: size, data };
  }

  function readNext(): void {
    if (isStopped) return;
    const frame = takeFrame();
    if (frame) reader.postMessage(frame, [frame.data.buffer]);
    else awaitFrame(video, readNext);
  }

  reader.onmessage = ({ data: { text } }: MessageEvent<FrameRead>) => {
    if (isStopped) return;
    if (text !== null) onRead(text);
    awaitFrame(video, readNext);
  };
  reader.onerror = () => isStopped || onFail();
  awaitFrame(video, readNext);
  return () => {
    isStopped = true;
    reader.terminate();
  };
}

/** The next picture that the camera gives; where a browser does not say when, the next that the page is painted. */
function awaitFrame(video: HTMLVideoElement, take: () => void): void {
  if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(take);
  else requestAnimationFrame(take);
}
