/** A text for a person to save, written piece by piece while it is sent. */
export class TextFile {
  /** The suggested name, in any script. */
  readonly name: string;
  readonly #write: () => Iterable<string>;

  constructor(name: string, write: () => Iterable<string>) {
    this.name = name;
    this.#write = write;
  }

  write(): Iterable<string> {
    return this.#write();
  }

  /** For callers of the typed client: the whole text. */
  toJSON(): string {
    return [...this.#write()].join("");
  }
}
