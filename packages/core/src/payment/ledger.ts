import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import * as z from "zod/mini";
import { groupCommit, type Pending } from "../concurrency/group-commit.ts";
import type { EventId, PaymentId } from "../ids.ts";
import { type Clock, Instant, systemClock, toInstant } from "../time.ts";
import { applyIntent, Intent } from "./apply-intent.ts";
import type { GatewayRecord } from "./gateway.ts";
import { readLines } from "./read-lines.ts";

const LedgerLine = z.object({ line_id: z.string(), at: Instant, intent: Intent });
type LedgerLine = z.infer<typeof LedgerLine>;

/**
 * Every method returns only what is durable, throws if the file can't be read or written, and rejects after `close`.
 */
export type Ledger = {
  /** Appends the intent and returns the payment right after it; null if there is none yet. */
  append(intent: Intent): Promise<GatewayRecord | null>;
  find(payment_id: PaymentId): Promise<GatewayRecord | null>;
  listByEvent(event_id: EventId): Promise<GatewayRecord[]>;
  list(): Promise<GatewayRecord[]>;
  close(): Promise<void>;
};

type Request = Pending & { line: LedgerLine | null; settle: (after: GatewayRecord | null) => void };

/**
 * Opens `payments.jsonl` under `directory`, creating it if needed. Any number of processes may share it: the order of
 * its lines decides, the first valid one wins. Concurrent calls share one fsync.
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
 * Returns a function that appends lines, applies everything added to the file since the last call, makes it durable,
 * and returns the payment after each of its own lines by line_id. After a failure it rejects for good: a half-applied
 * read can't be applied again, and after a failed fsync the kernel may drop the pages and report success next time.
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

/** The record of each payment, and the payments of each event. */
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

/** A file is only as durable as the directories that contain it. */
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

/**
 * A single write, so that lines of two processes never interleave; the leading newline ends a line that a crash cut
 * off.
 */
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
