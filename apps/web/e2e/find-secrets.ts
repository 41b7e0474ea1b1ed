import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * What opens something by itself, or leads to a person: a booking's link, a session's token and a sign-in link's, an address,
 * Stripe's secret key, and what continues a payment there.
 */
const secrets = [
  /\b[rs]k_(?:test|live)_\w+/g,
  /\bpi_\w+_secret_\w+/g,
  /\b\d+\.[\w-]{22}(?![\w-])/g,
  /\b(?:user-\d+|[\w-]{22})\.[\w-]{43}(?![\w-])/g,
  /[\w.+-]+(?:@|%40)example\.(?:com|org)/gi,
];

/** Six digits that are a text: a number behind a colon, as in JSON, may be any code by chance. */
const codes = /(?<![\w.:-])\d{6}(?![\w.-])/g;

const valuesOfMetrics = / [\d.e+-]+$/gm;

/** Everything in a text that no program may put out: by its form, and what is known to have been used. */
export function findSecrets(text: string, known: readonly string[]): string[] {
  const used = new Set(known);
  const named = [...used].filter((secret) => !/^\d{6}$/.test(secret) && text.includes(secret));
  const typed = (text.match(codes) ?? []).filter((code) => used.has(code));
  return [...new Set([...secrets.flatMap((pattern) => text.match(pattern) ?? []), ...named, ...typed])];
}

/** The same in each file of a folder, with the file's name. Throws where one of the kinds of output that there must be is missing. */
export async function searchOutput(
  folder: string,
  known: readonly string[],
  kinds: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  const searched = new Set<string>();
  for (const file of await readdir(folder)) {
    const output = await readFile(join(folder, file), "utf8");
    const text = file.startsWith("Metrics") ? output.replace(valuesOfMetrics, "") : output;
    for (const kind of kinds) if (file.startsWith(kind) && text !== "") searched.add(kind);
    found.push(...findSecrets(text, known).map((secret) => `${file}: ${secret}`));
  }
  const missing = kinds.filter((kind) => !searched.has(kind));
  if (missing.length > 0) throw new Error(`There was nothing to search of ${missing.join(", ")}`);
  return found;
}
