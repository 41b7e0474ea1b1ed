type Pieces = Iterable<string> | AsyncIterable<string>;

/** A text for a person to save, written piece by piece while it is sent. Whoever takes it reads it once, and closes it. */
export class TextFile {
  /** The suggested name, in any script, without the signs that file systems use themselves. */
  readonly name: string;
  readonly #write: () => Pieces;
  readonly #close: () => void;

  constructor(name: string, write: () => Pieces, close: () => void = () => undefined) {
    this.name = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "-").replace(/^\.+/, "");
    this.#write = write;
    this.#close = close;
  }

  async *write(): AsyncGenerator<string> {
    yield* this.#write();
  }

  /** Frees what the file needs; may be called again. */
  close(): void {
    this.#close();
  }

  /** The whole text, for callers of the typed client. */
  async read(): Promise<string> {
    try {
      const pieces: string[] = [];
      for await (const piece of this.#write()) pieces.push(piece);
      return pieces.join("");
    } finally {
      this.close();
    }
  }
}
