import { BatchWriteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { PaymentGateway } from "../../payment/gateway.ts";
import type { Table } from "../../table/table.ts";
import { brokenConnection, sendAgain } from "../faults.ts";
import { interpose } from "../interpose.ts";
import type { TestClock } from "../open-core.ts";

const verbs = ["prepare", "authorize", "capture", "void", "refund", "find"] as const;
export type Verb = (typeof verbs)[number];

/**
 * What happens to a call: its process dies, its answer never comes, it times out (`late`: and then has its effect), it
 * waits until it is released, or the engine restarts before it is sent again, and has forgotten its token.
 */
export type Fault = {
  on: Verb | "write" | "any";
  /** The n-th call that fits, from 1. */
  nth: number;
  when: "before" | "after";
  how: "death" | "lost" | "timeout" | "late" | "held" | "resent";
};

export type Mortal = {
  wrapTable(table: Table): Table;
  wrapGateway<Gateway extends PaymentGateway>(gateway: Gateway): Gateway;
  plan(fault: Fault): void;
  /** What is planned happens no more, and whoever was dead lives again. */
  rise(): void;
  /** Resolves once a call is held, or with false once `otherwise` has ended. */
  isHeld(otherwise: Promise<unknown>): Promise<boolean>;
  hasHeld(): boolean;
  /** Lets what was held go on, and what was late arrive. */
  release(): Promise<void>;
};

type Options = { clock: TestClock; timeout: number; saw(kind: string): void };

/** A process that may die between any two calls, on connections that may lose, delay and hold them. */
export function createMortal({ clock, timeout, saw }: Options): Mortal {
  const gate = createGate();
  let faults: Fault[] = [];
  let dead = false;
  const late: (() => Promise<unknown>)[] = [];
  function take(kind: Verb | "write"): Fault | null {
    const fault = faults.find(({ on }) => on === kind || on === "any");
    if (!fault || --fault.nth > 0) return null;
    faults = faults.filter((other) => other !== fault);
    saw(`${fault.how} ${fault.when} ${kind}`);
    return fault;
  }

  async function suffer<T>({ how, when }: Fault, call: () => Promise<T>, again: () => Promise<T>): Promise<T> {
    if (how === "held") return gate.hold(when, call);
    if (how === "late") late.push(call);
    else if (how === "resent" || when === "after") await call();
    if (how === "resent") return again();
    dead ||= how === "death";
    if (how === "death" || how === "lost") throw brokenConnection();
    clock.advance(timeout);
    throw Object.assign(new Error("no answer in time"), { name: "TimeoutError" });
  }

  async function point<T>(kind: Verb | "write", call: () => Promise<T>, again = call): Promise<T> {
    if (dead) throw brokenConnection();
    const fault = take(kind);
    const answer = await (fault ? suffer(fault, call, again) : call());
    if (dead) throw brokenConnection();
    return answer;
  }

  return {
    wrapTable: (table) =>
      interpose(table, async (command, send) => {
        if (dead) throw brokenConnection();
        if (!writes.some((write) => command instanceof write)) return send();
        return point("write", send, () => sendAgain(command, send));
      }),
    wrapGateway: (gateway) => wrapVerbs(gateway, point),
    plan: (fault) => void faults.push({ ...fault }),
    rise() {
      faults = [];
      dead = false;
    },
    isHeld: gate.isHeld,
    hasHeld: gate.hasHeld,
    async release() {
      gate.open();
      for (const call of late.splice(0)) await call().catch(() => undefined);
    },
  };
}

const writes = [TransactWriteCommand, UpdateCommand, PutCommand, BatchWriteCommand];

function wrapVerbs<Gateway extends PaymentGateway>(
  gateway: Gateway,
  point: (verb: Verb, call: () => Promise<unknown>) => Promise<unknown>,
): Gateway {
  const wrapped: Record<string, unknown> = { ...gateway };
  for (const verb of verbs) {
    const call = gateway[verb] as (...input: unknown[]) => Promise<unknown>;
    wrapped[verb] = (...input: unknown[]) => point(verb, () => call(...input));
  }
  return wrapped as typeof gateway;
}

/** Calls that wait, before they have their effect or after it, until all of them may go on. */
function createGate() {
  const held: (() => void)[] = [];
  let onHeld: () => void = () => undefined;
  const wait = () =>
    new Promise<void>((resolve) => {
      held.push(resolve);
      onHeld();
    });
  return {
    async hold<T>(when: Fault["when"], call: () => Promise<T>): Promise<T> {
      if (when === "before") await wait();
      const answer = await call();
      if (when === "after") await wait();
      return answer;
    },
    async isHeld(otherwise: Promise<unknown>): Promise<boolean> {
      if (held.length > 0) return true;
      const waiting = new Promise<true>((resolve) => {
        onHeld = () => resolve(true);
      });
      return Promise.race([waiting, otherwise.then(() => held.length > 0)]);
    },
    hasHeld: () => held.length > 0,
    open(): void {
      for (const resolve of held.splice(0)) resolve();
    },
  };
}
