import { createRequire } from "node:module";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Locator } from "@playwright/test";
import { decodeQR } from "qr/decode.js";

// A module of before ES modules, of which bundlers and Node make different things.
const { default: jsQr } = createRequire(import.meta.url)("jsqr") as typeof import("jsqr");

/** What two libraries read in a picture of this part of the page. */
export async function readCode(code: Locator): Promise<(string | undefined)[]> {
  await code.scrollIntoViewIfNeeded();
  return readPicture(await code.screenshot());
}

/** What they read in a PNG. */
export async function readPicture(picture: Buffer): Promise<(string | undefined)[]> {
  const image = await loadImage(picture);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  return [jsQr(data, width, height)?.data, decodeQR({ data, width, height })];
}
