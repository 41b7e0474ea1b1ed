import PdfDocument from "pdfkit";
import type { DrawnCode } from "./draw-code.ts";
import { faces, fitToFace, missingLetter } from "./ticket-faces.ts";

type Style = { face?: keyof typeof faces; size: number; color?: string; x?: number; width?: number };

const [width, height, margin] = [595.28, 841.89, 48];
const inner = width - 2 * margin;
const [ink, soft] = ["#16130f", "#5c554c"];
/** The largest is taken in which a heading has no more than about three lines, and a figure one. */
const headingSizes = [30, 26, 22, 18, 15, 12] as const;
const highestHeading = 112;
const figureSizes = [40, 30, 22, 16, 12, 10] as const;
const highestFigure = 52;
const codeWidth = 290;

/**
 * Pages of blocks, one below the other, whose headings, texts and pictures are tagged in the order in which they are written. It
 * takes neither a clock nor chance, so the same blocks are the same bytes.
 */
export class TicketPages {
  readonly #document;
  readonly #bytes: Promise<Buffer>;
  readonly #root;
  #section;
  #lacksLetters = false;

  constructor({ title, created_at }: { title: string; created_at: Date }) {
    this.#document = openDocument(fitToFace(title), created_at);
    this.#bytes = collect(this.#document);
    this.#root = this.#document.struct("Document");
    this.#document.addStructure(this.#root);
    this.#section = this.#root;
  }

  begin(): void {
    this.#document.addPage();
    this.#section = this.#document.struct("Sect");
    this.#root.add(this.#section);
    this.#lacksLetters = false;
  }

  heading(text: string): void {
    const fitted = this.#fit(text);
    const size = this.#largest(headingSizes, highestHeading, fitted, inner);
    this.#write("H1", fitted, { face: "semibold", size });
    this.#leave(8);
  }

  strong(text: string): void {
    this.#write("P", this.#fit(text), { face: "semibold", size: 14 });
    this.#leave(2);
  }

  line(text: string): void {
    if (text !== "") this.#write("P", this.#fit(text), { size: 12, color: soft });
    this.#leave(2);
  }

  /** Terms, each above what is to be read at arm's length. */
  figures(figures: readonly { term: string; text: string }[]): void {
    const column = inner / figures.length;
    const top = this.#document.y;
    let bottom = top;
    for (const [i, figure] of figures.entries()) {
      const place = { x: margin + i * column, width: column - 12 };
      const text = this.#fit(figure.text);
      this.#document.y = top;
      this.#write("P", figure.term, { size: 11, color: soft, ...place });
      const size = this.#largest(figureSizes, highestFigure, text, place.width);
      this.#write("P", text, { face: "semibold", size, ...place });
      bottom = Math.max(bottom, this.#document.y);
    }
    this.#document.y = bottom + 4;
  }

  rule(): void {
    const document = this.#document;
    this.#leave(8);
    document.markContent("Artifact", { type: "Layout" });
    document
      .moveTo(margin, document.y)
      .lineTo(width - margin, document.y)
      .lineWidth(0.75)
      .stroke(soft);
    document.endMarkedContent();
    this.#leave(14);
  }

  code({ size, bars }: DrawnCode, alt: string): void {
    const document = this.#document;
    this.#leave(10);
    const [left, top, unit] = [(width - codeWidth) / 2, document.y, codeWidth / size];
    // Its types lack the box, which a reader needs to point at the picture.
    const described = { alt, bbox: [left, top, left + codeWidth, top + codeWidth] };
    const draw = () => {
      for (const bar of bars) document.rect(left + bar.x * unit, top + bar.y * unit, bar.width * unit, unit);
      document.fill("#000000");
    };
    this.#section.add(document.struct("Figure", described, draw));
    document.y = top + codeWidth + 4;
  }

  /** On one line, whatever its length. */
  oneLine(text: string): void {
    const document = this.#document;
    const atTen = document.font("regular").fontSize(10).widthOfString(text);
    document.fontSize(Math.min(8, (10 * inner) / (atTen * 1.01))).fillColor(soft);
    const at = { align: "center", width: inner, structParent: this.#section, structType: "P" } as const;
    document.text(text, margin, document.y, at);
  }

  /** At the bottom, with a word on letters that could not be printed. */
  footer([first = "", ...more]: readonly string[]): void {
    const fitted = more.map((text) => this.#fit(text));
    const document = this.#document.font("regular").fontSize(8);
    const below = fitted.reduce((sum, text) => sum + document.heightOfString(text, { width: inner }), 0);
    document.y = height - margin - 34 - below;
    this.#write("P", first, { size: 11 });
    for (const text of fitted) this.#write("P", text, { size: 8, color: soft });
    const note = `${missingLetter} stands for a letter that this file can’t print. The ticket’s page shows it.`;
    if (this.#lacksLetters) this.#write("P", note, { size: 8, color: soft });
    this.#section.end();
  }

  end(): Promise<Buffer> {
    this.#root.end();
    this.#document.end();
    return this.#bytes;
  }

  #fit(text: string): string {
    const fitted = fitToFace(text);
    this.#lacksLetters ||= fitted.includes(missingLetter);
    return fitted;
  }

  #largest(sizes: readonly number[], highest: number, text: string, width: number): number {
    const document = this.#document.font("semibold");
    const fits = (size: number) => document.fontSize(size).heightOfString(text, { width }) <= highest;
    return sizes.find(fits) ?? Math.min(...sizes);
  }

  #write(structType: string, text: string, { face = "regular", size, color = ink, ...place }: Style): void {
    const { x = margin, width = inner } = place;
    const document = this.#document.font(face).fontSize(size).fillColor(color);
    document.text(text, x, document.y, { width, structParent: this.#section, structType });
  }

  #leave(gap: number): void {
    this.#document.y += gap;
  }
}

function openDocument(title: string, created_at: Date) {
  const document = new PdfDocument({
    ...{ size: [width, height], margin, autoFirstPage: false, font: "" },
    ...{ pdfVersion: "1.7", tagged: true, lang: "en", displayTitle: true },
    info: { Title: title, Creator: "Evently", Producer: "Evently", CreationDate: created_at, ModDate: created_at },
  });
  for (const [name, face] of Object.entries(faces)) document.registerFont(name, face);
  return document;
}

function collect(document: NodeJS.ReadableStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (piece: Buffer) => pieces.push(piece));
    document.on("end", () => resolve(Buffer.concat(pieces)));
    document.on("error", reject);
  });
}
