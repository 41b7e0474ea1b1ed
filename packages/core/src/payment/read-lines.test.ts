import { appendFile, type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readLines } from "./read-lines.ts";

let directory: string;
let file: FileHandle;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "evently-lines-"));
  file = await open(join(directory, "lines"), "a+");
});
afterEach(async () => {
  await file.close();
  await rm(directory, { recursive: true });
});

async function read(offset: number, chunkBytes?: number) {
  const lines: string[] = [];
  const end = await readLines(file, offset, (line) => lines.push(line), chunkBytes);
  return { lines, end };
}

test("leaves an incomplete line for the next read", async () => {
  await file.write("one\ntw");
  expect(await read(0)).toEqual({ lines: ["one"], end: 4 });
  await appendFile(join(directory, "lines"), "o\n");
  expect(await read(4)).toEqual({ lines: ["two"], end: 8 });
  expect(await read(8)).toEqual({ lines: [], end: 8 });
});

test("reads the same lines with any chunk size, multi-byte characters included", async () => {
  const text = fc.array(fc.string({ unit: "grapheme", minLength: 1 }).map((line) => line.replaceAll("\n", "ř")));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (lines, chunkBytes) => {
      await file.truncate();
      await file.write([...lines, "torn"].join("\n"));
      expect((await read(0, chunkBytes)).lines).toEqual(lines);
    }),
  );
});
