import { Blob, Buffer, Direction, Face, Font, shape, Variation } from "harfbuzzjs";
import { LRUCache } from "lru-cache";
import decompress from "wawoff2/decompress.js";
import { readSlice, type Slice } from "./font-slices";

/** An outline in the font's units, y upwards, at its place in ems; `scale` is ems per unit. */
export type Glyph = { outline: string; x: number; y: number; scale: number };

export type OpenFont = {
  covers: (codePoint: number) => boolean;
  /** The glyphs of a text in one direction from left to right, and its width, in ems. */
  shape: (text: string, weight: number, isRightToLeft: boolean) => { glyphs: Glyph[]; width: number };
};

const opened = new LRUCache<string, Promise<OpenFont>>({ max: 64 });

let before: Promise<unknown> = Promise.resolve();

/** A slice, kept open with the last 64. One is unpacked at a time: each overwrites what the unpacker returned before. */
export function openFont(slice: Slice): Promise<OpenFont> {
  const known = opened.get(slice.file);
  if (known) return known;
  const opening = before.then(() => decompress(readSlice(slice))).then(readFont);
  before = opening.catch(() => undefined);
  opened.set(slice.file, opening);
  return opening;
}

function readFont(data: Uint8Array): OpenFont {
  const face = new Face(new Blob(data.slice().buffer));
  const covered = new Set(face.collectUnicodes());
  const fonts = new Map<number, Font>();
  const fontOf = (weight: number) => {
    const font = fonts.get(weight) ?? new Font(face);
    if (!fonts.has(weight)) font.setVariations([new Variation("wght", weight)]);
    fonts.set(weight, font);
    return font;
  };
  return {
    covers: (codePoint) => covered.has(codePoint),
    shape: (text, weight, isRightToLeft) => shapeRun(fontOf(weight), 1 / face.upem, text, isRightToLeft),
  };
}

function shapeRun(font: Font, scale: number, text: string, isRightToLeft: boolean) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  const glyphs: Glyph[] = [];
  let width = 0;
  for (const [index, { codepoint: glyph }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const outline = font.glyphToPath(glyph);
    if (outline !== "") glyphs.push({ outline, x: width + xOffset * scale, y: yOffset * scale, scale });
    width += xAdvance * scale;
  }
  return { glyphs, width };
}
