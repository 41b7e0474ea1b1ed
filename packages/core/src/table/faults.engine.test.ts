import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWire, type Wire } from "../testing/unreliable-wire.ts";
import { put } from "./actions.ts";
import { provision } from "./provision.ts";
import { readItem } from "./read-item.ts";
import { connectTable, type Table, type Transport } from "./table.ts";
import { transact } from "./transact.ts";

const key = (name: string) => ({ pk: name, sk: name });
const putNew = (name: string) => put({ put: key(name), condition: "attribute_not_exists(pk)" });
const read = (from: Table, name: string) => readItem(from, key(name));

/** What the real client makes of a wire that loses answers; what `ambiguous` rests on. */
describe.each<Transport>(["sdk", "lean"])("over the transport %s", (transport) => {
  let wire: Wire;
  let table: ReturnType<typeof connectTable>;
  /** Waits for an answer a moment only, which a busy engine may well take. */
  let impatient: typeof table;

  beforeAll(async () => {
    const engine = process.env.DYNAMODB_ENDPOINT ?? "";
    wire = await openWire(engine);
    const name = `wire-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
    const direct = connectTable({ endpoint: engine, name, region: "us-east-1" });
    await provision(direct.client, name);
    direct.close();
    const overTheWire = { endpoint: wire.endpoint, name, region: "us-east-1", transport };
    table = connectTable({ ...overTheWire, timeoutMs: 120_000 });
    impatient = connectTable({ ...overTheWire, timeoutMs: 400 });
  });
  afterAll(async () => {
    table.close();
    impatient.close();
    await wire.close();
  });

  it("a lost response is retried, and a failed condition then is ambiguous", async () => {
    wire.forecast("answer lost");
    const outcome = await transact(table, [putNew("item-1")]);
    expect(wire.requests()).toBe(2);
    expect(outcome).toMatchObject({
      done: false,
      ambiguous: true,
      failedConditions: [{ index: 0, item: key("item-1") }],
    });
  });

  it("a failed condition in the first response is not ambiguous", async () => {
    wire.forecast("fair");
    expect(await transact(table, [putNew("item-1")])).toMatchObject({ done: false, ambiguous: false });
  });

  it("an engine that does not respond is not waited for without end", async () => {
    wire.forecast(...Array.from({ length: 8 }, () => "silence" as const));
    await expect(transact(impatient, [putNew("item-2")])).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(read(impatient, "item-2")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    wire.forecast("fair");
    expect(await read(table, "item-2")).toBeNull();
  });
});
