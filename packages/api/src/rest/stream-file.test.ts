import { TextFile } from "@evently/core/text/text-file";
import { expect, it } from "vitest";
import { streamFile } from "./stream-file.ts";

/** A file of numbered pieces, what was done to it, and what it reported. */
function open(count: number, { stallMs = 60_000, failAt = -1 } = {}) {
  const told = { written: 0, ended: 0, closed: 0, reports: [] as unknown[] };
  async function* write() {
    try {
      for (let n = 0; n < count; n++) {
        if (n === failAt) throw new Error("the table is away");
        told.written += 1;
        yield `${n}\n`;
      }
    } finally {
      told.ended += 1;
    }
  }
  const file = new TextFile("numbers.csv", write, () => {
    told.closed += 1;
  });
  return { told, reader: streamFile(file, (error) => told.reports.push(error), stallMs).getReader() };
}

it("a file is written at the pace of its reader, one piece ahead, and closed at its end", async () => {
  const { told, reader } = open(3);
  await reader.read();
  expect(told.written).toBeLessThanOrEqual(2);
  let text = "0\n";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    text += new TextDecoder().decode(piece.value);
  expect([text, told.ended, told.reports]).toEqual(["0\n1\n2\n", 1, []]);
  expect(told.closed).toBeGreaterThan(0);
});

it("a reader that leaves ends the reading", async () => {
  const { told, reader } = open(1_000);
  await reader.read();
  await reader.cancel();
  expect(told.written).toBeLessThanOrEqual(2);
  expect([told.ended, told.closed]).toEqual([1, 1]);
});

it("a failure is reported and fails the reader, instead of ending the file", async () => {
  const { told, reader } = open(5, { failAt: 2 });
  await expect(async () => {
    let piece = await reader.read();
    while (!piece.done) piece = await reader.read();
  }).rejects.toThrow("the table is away");
  expect(told).toMatchObject({ ended: 1, closed: 1, reports: [new Error("the table is away")] });
});

it("a reader that takes nothing for too long loses its file", async () => {
  const { told, reader } = open(1_000, { stallMs: 1 });
  await expect(reader.closed).rejects.toThrow("takes no more");
  expect([told.ended, told.closed]).toEqual([1, 1]);
});
