import { readFile } from "node:fs/promises";

export type Instruction = { word: string; args: string };

export const root = new URL("../../../../../", import.meta.url).pathname;

/** The instructions of a Dockerfile in order. Throws at an instruction that spans several lines. */
export async function readDockerfile(path: string): Promise<Instruction[]> {
  const lines = (await readFile(`${root}${path}`, "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => {
    const [, word, args] = /^([A-Z]+) (.*[^\\])$/.exec(line) ?? [];
    if (!word || !args) throw new Error(`${path}: this line is not read: ${line}`);
    return { word, args };
  });
}
