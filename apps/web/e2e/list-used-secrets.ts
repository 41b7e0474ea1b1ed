import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Envelope } from "../../../packages/core/dist/delivery/mailer.js";
import { word } from "./long-words";

/** Of the organizers and buyers of the stories. */
const names = ["House manager", word(40)];

/** Every address, code, token and link that the stories' mails had, people's names, and the secrets of the installation. */
export async function listUsedSecrets(settings: Record<string, string>): Promise<string[]> {
  const { DATA_DIR = "", SESSION_SECRET = "", LINK_KEYS = "" } = settings;
  const read = (file: string) => readFile(join(DATA_DIR, file), "utf8");
  const mails = (await read("mailbox.jsonl")).split("\n").filter((line) => line !== "");
  const used = mails.flatMap((line) => ofMail((JSON.parse(line) as { envelope: Envelope }).envelope));
  return [...used, ...names, SESSION_SECRET, LINK_KEYS, (await read("mailbox.key")).trim()];
}

function ofMail({ to, letter }: Envelope): string[] {
  const opens = letter.path?.split(/#token=|\/t\//).at(-1);
  const code = letter.kind === "sign-in" ? letter.code : null;
  return [to, encodeURIComponent(to), opens, code].filter((secret) => typeof secret === "string");
}
