import { appendFile, readFile, writeFile } from "node:fs/promises";
import type { Envelope } from "@evently/core/delivery/mailer";

/** A mail as it was handed over, and when. */
type StoredMail = { at: string; envelope: Envelope };

/** Where a mailbox keeps its mails, in the order in which they came. */
export type MailStore = { add(mail: StoredMail): Promise<void>; read(): Promise<StoredMail[]> };

export function keepInMemory(): MailStore {
  const mails: StoredMail[] = [];
  return {
    async add(mail) {
      mails.push(mail);
    },
    read: async () => mails,
  };
}

const mostMails = 10_000;

/**
 * A file, a line each, for its user alone: watch mode starts a process anew with every change, and any process of a table
 * may send its mails. It has the last mails of before; it grows until a process starts.
 */
export async function keepInFile(file: string): Promise<MailStore> {
  // What follows the last line's end is being written, or what a process that died has left of a line.
  const readLines = async () => (await readFile(file, "utf8").catch(toNothing)).split("\n").slice(0, -1);
  const lines = await readLines();
  if (lines.length > mostMails) await writeFile(file, lines.slice(-mostMails).map(toLine).join(""), { mode: 0o600 });
  else await appendFile(file, toLine(""), { mode: 0o600 });
  return {
    add: (mail) => appendFile(file, toLine(JSON.stringify(mail)), { mode: 0o600 }),
    read: async () => (await readLines()).flatMap(parseMail),
  };
}

/** Nothing of a line that was never finished. */
function parseMail(line: string): StoredMail[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

const toLine = (text: string) => `${text}\n`;

function toNothing(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "";
  throw error;
}
