import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import * as z from "zod/mini";
import { groupCommit, type Pending } from "../group-commit.ts";
import type { EventId, PaymentId } from "../ids.ts";
import { type Clock, Instant, systemClock, toInstant } from "../time.ts";
import { applyIntent, Intent } from "./apply-intent.ts";
import type { GatewayRecord } from "./gateway.ts";
import { readLines } from "./read-lines.ts";

const LedgerLine = z.object({ line_id: z.string(), at: Instant, intent: Intent });
type LedgerLine = z.infer<typeof LedgerLine>;

/** Every method answers only what is on disk, throws where it can't be read or written, and refuses after `close`. */
export type Ledger = {
  /** Writes the intent down and answers the payment as it stands right after it; null where there is none yet. */
  append(intent: Intent): Promise<GatewayRecord | null>;
  find(payment_id: PaymentId): Promise<GatewayRecord | null>;
  listByEvent(event_id: EventId): Promise<GatewayRecord[]>;
  list(): Promise<GatewayRecord[]>;
  close(): Promise<void>;
};

type Request = Pending & { line: LedgerLine | null; settle: (after: GatewayRecord | null) => void };

/**
 * Opens `payments.jsonl` under `directory`, made where absent. Any number of processes may have it open: all that is
 * decided is decided by the order of its lines, the first valid one wins. Calls that come together share one fsync.
 */
export async function openLedger(directory: string, now: Clock = systemClock): Promise<Ledger> {
  const file = await openDurably(directory);
  const { apply, find, listByEvent, list } = followRecords();
  const follow = followFile(file, apply);
  let closed = false;
  const queue = groupCommit<Request>(async (requests) => {
    if (closed) throw new Error("The payment ledger is closed");
    const after = await follow(requests.flatMap(({ line }) => line ?? []));
    for (const { line, settle } of requests) settle(line && (after.get(line.line_id) ?? null));
  });

  function submit<T>(line: LedgerLine | null, answer: (after: GatewayRecord | null) => T): Promise<T> {
    return new Promise((done, refuse) => {
      queue.submit({ line, settle: (after) => done(answer(after)), refuse });
    });
  }

  return {
    append: async (intent) => {
      const line = LedgerLine.parse({ line_id: randomUUID(), at: toInstant(now()), intent });
      return submit(line, (after) => after && { ...after });
    },
    find: (payment_id) => submit(null, () => find(payment_id)),
    listByEvent: (event_id) => submit(null, () => listByEvent(event_id)),
    list: () => submit(null, list),
    close: async () => {
      await queue.idle();
      closed = true;
      await file.close();
    },
  };
}

/**
 * Answers a function that appends lines, applies all that the file has beyond the last call, makes that durable, and
 * answers by line_id how the payment stood after each line of its own. Once it could not, it refuses for good: half a
 * reading can't be applied again, and after a failed fsync the kernel may drop the pages and call the next one a success.
 */
function followFile(file: FileHandle, apply: (intent: Intent) => GatewayRecord | null) {
  let offset = 0;
  let broken: Error | null = null;
  return async (lines: LedgerLine[]): Promise<Map<string, GatewayRecord | null>> => {
    if (broken) throw broken;
    if (lines.length > 0) await appendLines(file, lines);
    const own = new Set(lines.map(({ line_id }) => line_id));
    const after = new Map<string, GatewayRecord | null>();
    try {
      const end = await readLines(file, offset, (text) => {
        const line = parseLine(text);
        if (!line) return;
        const record = apply(line.intent);
        if (own.has(line.line_id)) after.set(line.line_id, record);
      });
      if (after.size < own.size) throw new Error("What was written is gone: was the file replaced?");
      if (end > offset) await file.datasync();
      offset = end;
      return after;
    } catch (error) {
      broken = new Error("The payment ledger could not be read and made durable", { cause: error });
      throw broken;
    }
  };
}

/** One record a payment, and which payments an event has. */
function followRecords() {
  const records = new Map<PaymentId, GatewayRecord>();
  const byEvent = new Map<EventId, PaymentId[]>();
  const find = (payment_id: PaymentId): GatewayRecord | null => {
    const record = records.get(payment_id);
    return record ? { ...record } : null;
  };
  return {
    find,
    listByEvent: (event_id: EventId) => (byEvent.get(event_id) ?? []).flatMap((id) => find(id) ?? []),
    list: () => [...records.values()].map((record) => ({ ...record })),
    apply(intent: Intent): GatewayRecord | null {
      const before = records.get(intent.payment_id) ?? null;
      const record = applyIntent(before, intent);
      if (!record || record === before) return record;
      records.set(record.payment_id, record);
      if (!before && record.event_id !== null) {
        const ids = byEvent.get(record.event_id);
        if (ids) ids.push(record.payment_id);
        else byEvent.set(record.event_id, [record.payment_id]);
      }
      return record;
    },
  };
}

/** A file is only as durable as the folders that name it. */
async function openDurably(directory: string): Promise<FileHandle> {
  await mkdir(directory, { recursive: true });
  const file = await open(join(directory, "payments.jsonl"), "a+");
  if (process.platform === "win32") return file;
  for (const folder of [directory, dirname(resolve(directory))]) {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  return file;
}

/** One write, so that the lines of two processes never mix; the newline before them ends a line that a crash tore. */
async function appendLines(file: FileHandle, lines: LedgerLine[]): Promise<void> {
  const bytes = Buffer.from(`\n${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
  const { bytesWritten } = await file.write(bytes);
  if (bytesWritten < bytes.length) throw new Error("The payment ledger could not be written whole: is the disk full?");
}

function parseLine(text: string): LedgerLine | null {
  try {
    return LedgerLine.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
