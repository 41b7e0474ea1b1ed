import { readFile } from "node:fs/promises";

export type Instruction = { word: string; rest: string };

export const root = new URL("../../../../../", import.meta.url).pathname;

/** The instructions of a Dockerfile of one line each, in their order. Throws at a line that goes on in the next. */
export async function readDockerfile(path: string): Promise<Instruction[]> {
  const lines = (await readFile(`${root}${path}`, "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => {
    const [, word, rest] = /^([A-Z]+) (.*[^\\])$/.exec(line) ?? [];
    if (!word || !rest) throw new Error(`${path}: this line is not read: ${line}`);
    return { word, rest };
  });
}
