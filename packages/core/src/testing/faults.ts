import { randomUUID } from "node:crypto";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../table/table.ts";
import { interpose } from "./interpose.ts";

/**
 * What can happen to one request. `conflict` and `throttled`: the engine cancels it. `unsent`: the connection breaks
 * before the engine has it. `lost`: it is carried out, but the response is lost. `resent`: the response is lost, the
 * SDK retries, and the engine no longer knows the request's token. `death`: the process dies before this request.
 */
export const faultKinds = ["conflict", "throttled", "unsent", "lost", "resent", "death"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** After these the domain still returns a result; after the others it may throw UNAVAILABLE. */
export const survivable: ReadonlySet<FaultKind> = new Set<FaultKind>(["conflict", "throttled", "resent"]);

export type Faults = {
  wrap(table: Table): Table;
  /** Chooses the fault of the i-th request from now on; null for none. */
  plan(choose: (i: number) => FaultKind | null): void;
  end(): void;
  /** How many requests the last plan has seen. */
  seen(): number;
};

export function createFaults(): Faults {
  let choose: ((i: number) => FaultKind | null) | null = null;
  let seen = 0;
  let dead = false;
  return {
    wrap: (table) =>
      interpose(table, async (command, send) => {
        const kind = choose ? choose(seen++) : null;
        dead ||= kind === "death";
        if (dead) throw brokenConnection();
        return kind ? suffer(kind, command, send) : send();
      }),
    plan(chosen) {
      choose = chosen;
      seen = 0;
      dead = false;
    },
    end() {
      choose = null;
      dead = false;
    },
    seen: () => seen,
  };
}

async function suffer(kind: FaultKind, command: { input: unknown }, send: () => Promise<unknown>): Promise<unknown> {
  const writes = command instanceof TransactWriteCommand || command instanceof UpdateCommand;
  if (kind === "unsent") throw brokenConnection();
  // A read that is cancelled, lost or repeated still succeeds: the SDK retries it.
  if (!writes) return kind === "lost" ? Promise.reject(brokenConnection()) : send();
  if (kind === "conflict") throw collide(command, "TransactionConflict");
  if (kind === "throttled") throw collide(command, "ThrottlingError");
  await send();
  if (kind === "lost") throw brokenConnection();
  return sendAgain(command, send);
}

export async function sendAgain(command: { input: unknown }, send: () => Promise<unknown>): Promise<unknown> {
  if (command instanceof TransactWriteCommand) command.input.ClientRequestToken = randomUUID();
  try {
    return await send();
  } catch (error) {
    throw Object.assign(error as Error, { $metadata: { ...(error as SendError).$metadata, attempts: 2 } });
  }
}

type SendError = { $metadata?: { attempts?: number } };

export function brokenConnection(): Error {
  return Object.assign(new Error("socket hang up"), { code: "ECONNRESET", $metadata: { attempts: 4 } });
}

function collide(command: { input: unknown }, Code: string): Error {
  const $metadata = { attempts: 1, httpStatusCode: 400 };
  if (!(command instanceof TransactWriteCommand)) {
    return Object.assign(new Error("The item takes part in a transaction"), {
      name: "TransactionConflictException",
      $metadata,
    });
  }
  const reasons = (command.input.TransactItems ?? []).map((_, i) => ({ Code: i === 0 ? Code : "None" }));
  return new TransactionCanceledException({ message: "cancelled", $metadata, CancellationReasons: reasons });
}
