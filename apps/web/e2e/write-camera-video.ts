import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { drawCode } from "../../../packages/tickets/dist/draw-code.js";

const [width, height] = [640, 480];
/** Pixels of a code's module: a phone that is held at some distance. */
const module = 7;
const [black, white, gray] = [16, 235, 110];

/** What a camera shows for so many frames: a ticket's code, or nothing. */
export type Scene = { code: string | null; frames: number };

/** Writes a video that Chromium's fake camera shows over and over. */
export async function writeCameraVideo(path: string, scenes: readonly Scene[], framesPerSecond: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  const colors = Buffer.alloc((width * height) / 2, 128);
  for (const { code, frames } of scenes) {
    const picture = Buffer.concat([Buffer.from("FRAME\n"), drawPicture(code), colors]);
    for (let frame = 0; frame < frames; frame++) if (!file.write(picture)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

function drawPicture(code: string | null): Buffer {
  const picture = Buffer.alloc(width * height, gray);
  if (code === null) return picture;
  const { size, bars } = drawCode(code);
  const [left, top] = [(width - size * module) >> 1, (height - size * module) >> 1];
  const fill = (x: number, y: number, columns: number, lines: number, shade: number) => {
    for (let line = 0; line < lines * module; line++) {
      const from = (top + y * module + line) * width + left + x * module;
      picture.fill(shade, from, from + columns * module);
    }
  };
  fill(0, 0, size, size, white);
  for (const { x, y, width: columns } of bars) fill(x, y, columns, 1, black);
  return picture;
}

/** How Chromium is started so that its camera shows a video, without asking. */
export const cameraArgs = (video: string): string[] => [
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  `--use-file-for-fake-video-capture=${video}`,
];
