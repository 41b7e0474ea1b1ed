import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import * as z from "zod/mini";
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
  find(payment_id: string): Promise<GatewayRecord | null>;
  listByEvent(event_id: string): Promise<GatewayRecord[]>;
  close(): Promise<void>;
};

type Request = {
  line: LedgerLine | null;
  settle: (after: GatewayRecord | null) => void;
  refuse: (error: unknown) => void;
};

/**
 * Opens `payments.jsonl` under `directory`, made where absent. Any number of processes may have it open: all that is
 * decided is decided by the order of its lines, the first valid one wins. Calls that come together share one fsync.
 */
export async function openLedger(directory: string, now: Clock = systemClock): Promise<Ledger> {
  const file = await openDurably(directory);
  const { fold, find, listByEvent } = keepBooks();
  let offset = 0;
  let durable = 0;
  let broken: Error | null = null;
  let waiting: Request[] = [];
  let draining: Promise<void> | null = null;

  async function commit(requests: Request[]): Promise<void> {
    if (broken) throw broken;
    const lines = requests.flatMap(({ line }) => line ?? []);
    if (lines.length > 0) await appendLines(file, lines);
    const own = new Set(lines.map(({ line_id }) => line_id));
    const after = new Map<string, GatewayRecord | null>();
    offset = await readLines(file, offset, (text) => {
      const line = parseLine(text);
      if (!line) return;
      const record = fold(line.intent);
      if (own.has(line.line_id)) after.set(line.line_id, record);
    });
    if (after.size < own.size) throw new Error("The payment ledger lost what was written: was its file replaced?");
    if (offset > durable) await sync();
    for (const { line, settle } of requests) settle(line && (after.get(line.line_id) ?? null));
  }

  async function sync(): Promise<void> {
    try {
      await file.datasync();
      durable = offset;
    } catch (error) {
      // After a failed fsync the kernel may drop the pages and call the next one a success.
      broken = new Error("The payment ledger could not be made durable", { cause: error });
      throw broken;
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const requests = waiting;
      waiting = [];
      await commit(requests).catch((error) => {
        for (const { refuse } of requests) refuse(error);
      });
    }
    draining = null;
  }

  function submit<T>(line: LedgerLine | null, answer: (after: GatewayRecord | null) => T): Promise<T> {
    return new Promise((done, refuse) => {
      waiting.push({ line, settle: (after) => done(answer(after)), refuse });
      draining ??= drain();
    });
  }

  return {
    append: async (intent) => {
      const line = LedgerLine.parse({ line_id: randomUUID(), at: toInstant(now()), intent });
      return submit(line, (after) => after && { ...after });
    },
    find: (payment_id) => submit(null, () => find(payment_id)),
    listByEvent: (event_id) => submit(null, () => listByEvent(event_id)),
    close: async () => {
      while (draining) await draining;
      broken ??= new Error("The payment ledger is closed");
      await file.close();
    },
  };
}

/** One record a payment, and which payments an event has. */
function keepBooks() {
  const records = new Map<string, GatewayRecord>();
  const byEvent = new Map<string, string[]>();
  const find = (payment_id: string): GatewayRecord | null => {
    const record = records.get(payment_id);
    return record ? { ...record } : null;
  };
  return {
    find,
    listByEvent: (event_id: string) => (byEvent.get(event_id) ?? []).flatMap((id) => find(id) ?? []),
    fold(intent: Intent): GatewayRecord | null {
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
    await handle.sync().finally(() => handle.close());
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
