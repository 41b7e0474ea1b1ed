import QrCode from "qrcode";

/** A QR code as one SVG path on a grid of `size` units, its quiet zone of four units included. */
export type Code = { size: number; path: string };

const quiet = 4;

/** Runs of dark modules of a row are drawn as one bar each: crisp at any size, and a third of the path's length. */
export function drawCode(text: string): Code {
  const { size, data } = QrCode.create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x < size && data[y * size + x]) x++;
      path += `M${from + quiet} ${y + quiet}h${x - from}v1h${from - x}z`;
    }
  }
  return { size: size + 2 * quiet, path };
}
