/** A file that is no text, whole: REST sends its bytes, tRPC, which has only JSON, their base64. */
export class BinaryFile {
  readonly name: string;
  readonly bytes: Buffer;

  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
  }
}
