import { Prewritten } from "@evently/core/text/prewritten";
import { expect, it } from "vitest";
import { keepWritten } from "./keep-written.ts";

class Written extends Prewritten<unknown> {
  readonly tag = "tag";
  readonly json: Uint8Array;
  constructor(json: Uint8Array) {
    super();
    this.json = json;
  }
  override write(): Uint8Array {
    return this.json;
  }
}

async function readChunks(response: Response): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value);
  return chunks;
}

it("sends the bytes that are kept, without a copy, where their mark stood", async () => {
  const json = Buffer.from('["å"]');
  const { keep, fillIn } = keepWritten();
  const marked = JSON.stringify([{ data: keep(new Written(json)) }, { data: keep(new Written(json)) }]);
  const response = await fillIn(
    new Response(marked, { status: 207, headers: { "content-length": `${marked.length}` } }),
  );
  const chunks = await readChunks(response);
  const whole = Buffer.concat(chunks);
  expect(whole.toString()).toBe('[{"data":["å"]},{"data":["å"]}]');
  expect([response.status, response.headers.get("content-length")]).toEqual([207, `${whole.byteLength}`]);
  expect(chunks.filter((chunk) => chunk === json)).toHaveLength(2);
});

it("leaves a response alone in which nothing was kept", async () => {
  const response = new Response('"written-00000000-0000-0000-0000-000000000000"');
  expect(await keepWritten().fillIn(response)).toBe(response);
});
