import { expect, it } from "vitest";
import { writeJson } from "./write-json.ts";

async function read(pieces: AsyncIterable<string>): Promise<unknown> {
  const text: string[] = [];
  for await (const piece of pieces) text.push(piece);
  return JSON.parse(text.join(""));
}

it("writes what a whole object would be, entry by entry", async () => {
  async function* later() {
    yield { a: 1 };
    yield 'b\n"';
  }
  const fields = { name: "Zoë", none: null, set: new Set(["x"]) };
  expect(await read(writeJson(fields, { later: later(), empty: [] }))).toEqual({
    ...{ name: "Zoë", none: null, set: ["x"] },
    ...{ later: [{ a: 1 }, 'b\n"'], empty: [] },
  });
  expect(await read(writeJson({}, { only: [1, 2] }))).toEqual({ only: [1, 2] });
  expect(await read(writeJson({}, {}))).toEqual({});
});
