import { expect, it } from "vitest";
import { startClock } from "../testing/open-core.ts";
import type { TextFile } from "../text/text-file.ts";
import { createExports, longestFile, slotShare } from "./exports.ts";
import type { Table } from "./table.ts";

const noTable = { name: "none", send: () => Promise.reject(new Error("nothing is read")) } as unknown as Table;

function open(pieces = 3) {
  const clock = startClock(1_000);
  const exports = createExports(noTable, clock);
  async function* write() {
    for (let n = 0; n < pieces; n++) yield `${n}\n`;
  }
  const start = (user: string): TextFile => exports.open(user, "numbers.csv", write);
  const waitOf = (user: string): number | null => {
    try {
      start(user).close();
      return null;
    } catch (error) {
      expect(error).toMatchObject({ code: "EXPORT_LIMIT" });
      return (error as { details: { retry_after: number } }).details.retry_after;
    }
  };
  return { clock, start, waitOf };
}

it("a person writes two files at once while half of the places are free, and one otherwise", () => {
  const { start, waitOf } = open();
  const [first] = [start("user-00001"), start("user-00001")];
  expect(waitOf("user-00001")).toBe(5);
  start("user-00002");
  expect(waitOf("user-00002"), "two accounts never fill a process").toBe(5);
  const third = start("user-00003");
  expect(waitOf("user-00004")).toBe(5);
  first.close();
  first.close();
  expect(waitOf("user-00004")).toBeNull();
  start("user-00004");
  third.close();
  expect(waitOf("user-00001"), "it has one still").toBe(5);
});

it("a file that takes too long as a whole breaks off, however steadily it is taken", async () => {
  const { clock, start } = open(1_000);
  const file = start("user-00001");
  const pieces = file.write();
  let taken = 0;
  const takeAll = async () => {
    for await (const piece of pieces) {
      taken += piece.length > 0 ? 1 : 0;
      clock.advance(50);
    }
  };
  await expect(takeAll()).rejects.toThrow("the file takes too long");
  expect(taken).toBe(longestFile / 50 + 1);
});

it("a file that is taken in time is whole", async () => {
  const { clock, start } = open();
  const file = start("user-00001");
  clock.advance(longestFile);
  expect(await file.read()).toBe("0\n1\n2\n");
});

it("who held a place for their share of an hour waits until some of it has come back", () => {
  const { clock, start, waitOf } = open();
  const files = [start("user-00001"), start("user-00001")];
  clock.advance(slotShare * 0.6);
  for (const file of files) file.close();
  const wait = waitOf("user-00001");
  expect(wait).toBeGreaterThan(5);
  expect(waitOf("user-00002"), "others have theirs").toBeNull();
  clock.advance((wait ?? 0) - 1);
  expect(waitOf("user-00001")).not.toBeNull();
  clock.advance(1);
  expect(waitOf("user-00001")).toBeNull();
});

it("files that are still written count too, and an hour later nothing is left of them", () => {
  const { clock, start, waitOf } = open();
  const file = start("user-00001");
  clock.advance(slotShare * 2);
  expect(waitOf("user-00001")).toBeGreaterThan(5);
  file.close();
  clock.advance(7_200);
  const again = start("user-00001");
  clock.advance(slotShare / 2);
  again.close();
  expect(waitOf("user-00001")).toBeNull();
});
