import type { TextFile } from "@evently/core/text/text-file";
import type { Context } from "../context.ts";
import type { BinaryFile } from "../rest/binary-file.ts";

/** A file as the caller's protocol sends it: REST piece by piece, tRPC, which has no streams of text, as one text. */
export function answerFile({ takesFiles }: Pick<Context, "takesFiles">, file: TextFile): Promise<string> {
  // REST knows a file by its class; its type is that of the content, as the typed client gets it.
  return takesFiles ? Promise.resolve(file as unknown as string) : file.read();
}

/** The same for a file that is no text. */
export function answerBytes({ takesFiles }: Pick<Context, "takesFiles">, file: BinaryFile): string {
  return takesFiles ? (file as unknown as string) : file.bytes.toString("base64");
}
