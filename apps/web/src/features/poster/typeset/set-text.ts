import bidiFactory from "bidi-js";
import { type Cluster, findFonts } from "./find-fonts";
import type { Glyph } from "./open-font";

/** A line's glyphs from left to right and its width, in ems. */
type Line = { glyphs: Glyph[]; width: number };
export type SetText = { size: number; lines: Line[]; isRightToLeft: boolean };
type Box = { width: number; height: number; leading: number };
/** A piece with its width in ems, and that without the spaces at its end. */
type Piece = { clusters: Cluster[]; width: number; end: number };
type Style = { weight: number; sizes: readonly number[] };

const bidi = bidiFactory();
const words = new Intl.Segmenter("en", { granularity: "word" });
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * A text in our own fonts, in the largest of the sizes at which it fits the box, cut with an ellipsis where none is
 * small enough. Null if it has a letter that none of the fonts has.
 */
export async function setText(text: string, box: Box, { weight, sizes }: Style): Promise<SetText | null> {
  const clusters = await findFonts(text);
  const [ellipsis] = (await findFonts("…")) ?? [];
  if (clusters === null || ellipsis === undefined) return null;
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const isRightToLeft = (paragraphs[0]?.level ?? 0) % 2 === 1;
  const draw = (line: Cluster[]) => drawLine(line, levels, weight);
  const measure = (piece: Cluster[]): Piece => ({
    clusters: piece,
    width: draw(piece).width,
    end: draw(trimEnd(piece)).width,
  });
  const pieces = splitPieces(text, clusters).map(measure);
  const widest = Math.max(...pieces.map(({ end }) => end));
  for (const size of sizes) {
    const lines = fillLines(pieces, box.width / size);
    const fits = widest <= box.width / size && lines.length * size * box.leading <= box.height;
    if (fits) return { size, lines: lines.map(draw), isRightToLeft };
  }
  const size = sizes.at(-1) ?? 16;
  const width = box.width / size;
  const broken = pieces.flatMap((piece) =>
    piece.end > width ? piece.clusters.map((cluster) => measure([cluster])) : [piece],
  );
  const lines = fillLines(broken, width);
  const room = Math.max(1, Math.floor(box.height / (size * box.leading)));
  const end = { ...ellipsis, at: text.length - 1 };
  const shown = lines.length > room ? cut(lines.slice(0, room), width, end, draw) : lines;
  return { size, lines: shown.map(draw), isRightToLeft };
}

/** What stays on one line: a word with the signs and spaces behind it. */
function splitPieces(text: string, clusters: Cluster[]): Cluster[][] {
  const starts = new Set<number>();
  let before = "";
  for (const { segment, index, isWordLike } of words.segment(text)) {
    const isBehindSpace = /[^\S\u00a0\u202f]$/u.test(before) && !/^\s/u.test(segment);
    const isUnspaced = isWordLike === true && unspaced.test(segment) && !/[\p{Ps}\p{Pi}]$/u.test(before);
    if (isBehindSpace || isUnspaced) starts.add(index);
    before = segment;
  }
  const pieces: Cluster[][] = [[]];
  for (const cluster of clusters) {
    if (starts.has(cluster.at) && pieces.at(-1)?.length !== 0) pieces.push([]);
    pieces.at(-1)?.push(cluster);
  }
  return pieces;
}

function fillLines(pieces: Piece[], width: number): Cluster[][] {
  const lines: Cluster[][] = [];
  let line: Cluster[] = [];
  let filled = 0;
  for (const piece of pieces) {
    if (line.length > 0 && filled + piece.end > width) {
      lines.push(trimEnd(line));
      line = [];
      filled = 0;
    }
    line = [...line, ...piece.clusters];
    filled += piece.width;
  }
  return [...lines, trimEnd(line)].filter(({ length }) => length > 0);
}

function cut(lines: Cluster[][], width: number, end: Cluster, draw: (line: Cluster[]) => Line): Cluster[][] {
  let last = lines.at(-1) ?? [];
  while (last.length > 1 && draw([...last, end]).width > width) last = trimEnd(last.slice(0, -1));
  return [...lines.slice(0, -1), [...last, end]];
}

function trimEnd(line: Cluster[]): Cluster[] {
  const end = line.findLastIndex(({ text }) => /\S/u.test(text));
  return line.slice(0, end + 1);
}

/** Runs of one font and one direction, shaped, and put next to each other in the order in which they are seen (UAX 9, L2). */
function drawLine(line: Cluster[], levels: Uint8Array, weight: number): Line {
  const runs: { text: string; font: Cluster["font"]; level: number }[] = [];
  for (const { text, at, font } of line) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last && last.font === font && last.level === level) last.text += text;
    else runs.push({ text, font, level });
  }
  const glyphs: Glyph[] = [];
  let width = 0;
  for (const { text, font, level } of reorder(runs)) {
    const shaped = font.shape(text, weight, level % 2 === 1);
    for (const glyph of shaped.glyphs) glyphs.push({ ...glyph, x: glyph.x + width });
    width += shaped.width;
  }
  return { glyphs, width };
}

function reorder<R extends { level: number }>(runs: R[]): R[] {
  const seen = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    for (let from = 0; from < seen.length; from++) {
      let to = from;
      while (to < seen.length && (seen[to]?.level ?? 0) >= level) to++;
      if (to > from) seen.splice(from, to - from, ...seen.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return seen;
}
