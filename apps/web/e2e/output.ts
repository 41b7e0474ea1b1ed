import { appendFileSync } from "node:fs";
import { join } from "node:path";

const variable = "EVENTLY_STORY_OUTPUT";

/** From then on, here and in the workers, everything that programs put out is kept in a folder. */
export function keepOutputIn(folder: string): void {
  process.env[variable] = folder;
}

/** Whether it is; a benchmark keeps nothing. */
export const isOutputKept = (): boolean => process.env[variable] !== undefined;

export function keepOutput(name: string, text: string): void {
  const folder = process.env[variable];
  if (folder !== undefined) appendFileSync(join(folder, `${name}.log`), text);
}
