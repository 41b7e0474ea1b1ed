import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, type FileHandle, mkdtemp, open as openFile, readFile, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PaymentId } from "../ids.ts";
import { id } from "../testing/id.ts";
import type { Intent } from "./apply-intent.ts";
import { type Ledger, openLedger } from "./ledger.ts";

let directory: string;
let opened: Ledger[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "evently-ledger-"));
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((ledger) => ledger.close()));
  await rm(directory, { recursive: true });
});

async function open(): Promise<Ledger> {
  const ledger = await openLedger(directory, () => 1_800_000_000);
  opened.push(ledger);
  return ledger;
}

function authorize(payment_id: PaymentId, event_id = id.event(1)): Intent {
  return {
    verb: "authorize",
    payment_id,
    event_id,
    holding_id: id.holding(1),
    amount: 9000,
    currency: "USD",
    outcome: "authorized",
    reason: null,
  };
}

const path = () => join(directory, "payments.jsonl");

describe("the ledger", () => {
  test("writes a readable line before it returns", async () => {
    const ledger = await open();
    const record = await ledger.append(authorize(id.payment(1)));
    expect(record).toMatchObject({ state: "authorized", amount: 9000 });
    const line = JSON.parse((await readFile(path(), "utf8")).trim());
    expect(line).toMatchObject({ at: "2027-01-15T08:00:00.000Z", intent: authorize(id.payment(1)) });
  });

  test("returns the payment right after each appended line", async () => {
    const ledger = await open();
    const answers = await Promise.all([
      ledger.append(authorize(id.payment(1))),
      ledger.append({ verb: "capture", payment_id: id.payment(1) }),
      ledger.append({ verb: "refund", payment_id: id.payment(1) }),
      ledger.append({ verb: "capture", payment_id: id.payment(2) }),
    ]);
    expect(answers.map((answer) => answer && [answer.state, answer.refunded])).toEqual([
      ["authorized", 0],
      ["captured", 0],
      ["captured", 9000],
      null,
    ]);
  });

  test("has everything written, after a restart and in another process", async () => {
    const [first, second] = [await open(), await open()];
    await first.append(authorize(id.payment(1)));
    await first.append(authorize(id.payment(2), id.event(2)));
    await second.append({ verb: "capture", payment_id: id.payment(1) });
    for (const ledger of [first, second, await open()]) {
      expect(await ledger.find(id.payment(1))).toMatchObject({ state: "captured" });
      expect(await ledger.listByEvent(id.event(2))).toEqual([await ledger.find(id.payment(2))]);
    }
  });

  test("lists a payment once however many lines it has", async () => {
    const ledger = await open();
    for (let round = 0; round < 3; round++) await ledger.append(authorize(id.payment(1)));
    expect(await ledger.listByEvent(id.event(1))).toHaveLength(1);
    expect(await ledger.listByEvent(id.event(9))).toEqual([]);
  });

  test("returns copies: changing one has no effect", async () => {
    const ledger = await open();
    const record = await ledger.append(authorize(id.payment(1)));
    Object.assign(record ?? {}, { amount: 1 });
    Object.assign((await ledger.find(id.payment(1))) ?? {}, { amount: 1 });
    expect(await ledger.find(id.payment(1))).toMatchObject({ amount: 9000 });
  });

  test("refuses what it could not read back, and every call after close", async () => {
    const ledger = await open();
    await expect(ledger.append({ verb: "void", payment_id: id.payment("") })).rejects.toThrow();
    expect(await readFile(path(), "utf8")).toBe("");
    const last = ledger.append(authorize(id.payment(1)));
    await (await openLedger(directory)).close();
    await ledger.close();
    expect(await last).toMatchObject({ state: "authorized" });
    await expect(ledger.find(id.payment(1))).rejects.toThrow("closed");
    opened = [];
  });
});

describe("the disk", () => {
  async function watchSync() {
    const handle = await openFile(path(), "a+");
    const prototype: FileHandle = Object.getPrototypeOf(handle);
    await handle.close();
    return vi.spyOn(prototype, "datasync");
  }
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("syncs every line before it returns, and concurrent lines share a sync", async () => {
    const ledger = await open();
    const sync = await watchSync();
    const synced: string[] = [];
    sync.mockImplementation(async () => {
      synced.push(await readFile(path(), "utf8"));
    });
    const ids = Array.from({ length: 64 }, (_, i) => id.payment(`payment-${i}-of-64`));
    await Promise.all(
      ids.map(async (payment_id) => {
        await ledger.append(authorize(payment_id));
        expect(synced.at(-1)).toContain(`"${payment_id}"`);
      }),
    );
    expect(sync.mock.calls.length).toBeLessThanOrEqual(2);
    await ledger.find(id.payment("payment-0-of-64"));
    expect(sync.mock.calls.length).toBeLessThanOrEqual(2);
  });

  test("syncs another process's lines before returning them", async () => {
    const [writing, reading] = [await open(), await open()];
    await writing.append(authorize(id.payment(1)));
    const sync = await watchSync();
    expect(await reading.find(id.payment(1))).not.toBeNull();
    expect(sync).toHaveBeenCalledOnce();
  });

  test("rejects every call after a failed sync until it is reopened", async () => {
    const ledger = await open();
    (await watchSync()).mockRejectedValueOnce(new Error("EIO"));
    await expect(ledger.append(authorize(id.payment(1)))).rejects.toThrow("durable");
    await expect(ledger.append(authorize(id.payment(2)))).rejects.toThrow("durable");
    await expect(ledger.find(id.payment(1))).rejects.toThrow("durable");
    expect(await (await open()).find(id.payment(2))).toBeNull();
  });
});

test("a file emptied under an open ledger makes it reject", async () => {
  const ledger = await open();
  await ledger.append(authorize(id.payment(1)));
  await truncate(path());
  await expect(ledger.append(authorize(id.payment(1)))).rejects.toMatchObject({
    cause: new Error("What was written is gone: was the file replaced?"),
  });
  await expect(ledger.find(id.payment(1))).rejects.toThrow("could not be read");
});

describe("a torn or foreign line", () => {
  test.each([
    [
      "half a record",
      '\n{"line_id":"x","at":"2027-01-15T08:00:00.000Z","intent":{"verb":"void","payment_id":"payment-000',
    ],
    ["zeros from a lost page", `\n${"\0".repeat(200_000)}`],
    ["JSON that is no record", '\n{"verb":"void","payment_id":"payment-00001"}\n'],
  ])("is passed over: %s", async (_, torn) => {
    const reader = await open();
    await reader.append(authorize(id.payment(1)));
    await appendFile(path(), torn);
    expect(await reader.find(id.payment(1))).toMatchObject({ state: "authorized" });
    const writer = await open();
    expect(await writer.append({ verb: "capture", payment_id: id.payment(1) })).toMatchObject({ state: "captured" });
    expect(await reader.find(id.payment(1))).toMatchObject({ state: "captured" });
  });
});

/** Makes payments endlessly, two at a time; prints `{state} {payment_id}` after each response. */
function writer(name: string): string {
  return `
    const { openLedger } = await import(${JSON.stringify(new URL("./ledger.ts", import.meta.url).href)});
    const ledger = await openLedger(${JSON.stringify(directory)});
    async function pay(writer) {
      for (let n = 0; ; n++) {
        const payment_id = "payment-${name}-" + writer + "-" + n;
        const input = { payment_id, event_id: "event-00001", holding_id: "holding-00001", amount: 100, currency: "USD" };
        const record = await ledger.append({ verb: "authorize", ...input, outcome: "authorized", reason: null });
        process.stdout.write(record.state + " " + payment_id + "\\n");
        const taken = await ledger.append({ verb: "capture", payment_id });
        process.stdout.write(taken.state + " " + payment_id + "\\n");
      }
    }
    for (let writer = 0; writer < 8; writer++) pay(writer);
  `;
}

/** Starts a writer, kills it after `acknowledged` lines of output, and resolves with its output. */
async function killAfter(name: string, acknowledged: number): Promise<string[]> {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", writer(name)],
    { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "inherit"] },
  );
  const closed = once(child, "close");
  const answers: string[] = [];
  let pending = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (pending + text).split("\n");
    pending = lines.pop() ?? "";
    answers.push(...lines);
    if (answers.length >= acknowledged) child.kill("SIGKILL");
  });
  const [, signal] = await closed;
  expect(signal).toBe("SIGKILL");
  return answers;
}

test("processes killed while appending leave every acknowledged line", async () => {
  const survivor = await open();
  const kills = [killAfter("a", 150), killAfter("b", 400), killAfter("c", 701)];
  let ended = false;
  const all = Promise.all(kills).finally(() => {
    ended = true;
  });
  let own = 0;
  while (!ended) await survivor.append(authorize(id.payment(`payment-own-${own++}`)));
  const answers = (await all).flat();
  expect(answers.length).toBeGreaterThanOrEqual(150 + 400 + 701);

  const found = await open();
  for (const line of answers) {
    const [state, answered = ""] = line.split(" ");
    const payment_id = id.payment(answered);
    const record = await found.find(payment_id);
    expect(state === "captured" ? ["captured"] : ["authorized", "captured"]).toContain(record?.state);
    expect(await survivor.find(payment_id)).toEqual(record);
  }
  const ids = (await found.listByEvent(id.event(1))).map(({ payment_id }) => payment_id);
  expect(ids.filter((id) => id.startsWith("payment-own-"))).toHaveLength(own);
});
