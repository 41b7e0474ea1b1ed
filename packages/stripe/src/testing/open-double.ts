import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Call } from "./double/answer.ts";
import type { Order } from "./double/control.ts";
import type { Fault } from "./double/faults.ts";
import type { Delivery } from "./double/send-webhooks.ts";

export type Double = {
  /** What STRIPE_API_BASE would be. */
  readonly origin: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly pid: number;
  /** Gives an order, and returns what it changed or found. */
  order<T = unknown>(order: Order): Promise<T>;
  addFault(fault: Fault): Promise<void>;
  /** The calls that it received since it was started, in order. */
  calls(): Promise<Call[]>;
  sendWebhooks(account: string | null, events: string[]): Promise<Delivery[]>;
  /** Kills it with SIGKILL, or waits until it has killed itself, and starts it again on its port. */
  restart(how?: "kill" | "await death"): Promise<void>;
  /** Starts it again if it has killed itself. */
  revive(): Promise<void>;
  close(): Promise<void>;
};

const program = fileURLToPath(new URL("./double/main.ts", import.meta.url));
const keys = { secretKey: "sk_test_double", publishableKey: "pk_test_double" };

/** Starts a double of Stripe in a process of its own, with nothing in it. */
export async function openDouble(): Promise<Double> {
  const directory = await mkdtemp(join(tmpdir(), "evently-stripe-"));
  const file = join(directory, "state.jsonl");
  let running = await start(file, 0);
  const port = Number(new URL(running.origin).port);

  async function order<T>(given: Order): Promise<T> {
    const response = await fetch(`${running.origin}/_double`, { method: "POST", body: JSON.stringify(given) });
    const found = (await response.json()) as T;
    if (!response.ok) throw new Error(`${given.order}: ${JSON.stringify(found)}`);
    return found;
  }

  return {
    origin: running.origin,
    ...keys,
    get pid() {
      return running.child.pid ?? 0;
    },
    order,
    addFault: (fault) => order({ order: "add_fault", fault }),
    calls: () => order({ order: "calls" }),
    sendWebhooks: (account, events) => order({ order: "send_webhooks", account, events }),
    restart: async (how = "kill") => {
      if (how === "kill") running.child.kill("SIGKILL");
      await running.ended;
      running = await start(file, port);
    },
    revive: async () => {
      const isAlive = await order({ order: "held" }).then(
        () => true,
        () => false,
      );
      if (isAlive) return;
      await running.ended;
      running = await start(file, port);
    },
    close: async () => {
      running.child.kill("SIGKILL");
      await running.ended;
      await rm(directory, { recursive: true });
    },
  };
}

async function start(file: string, port: number) {
  const child: ChildProcess = fork(program, [file, String(port), keys.secretKey, keys.publishableKey], {
    execArgv: ["--no-warnings", "--import", "tsx"],
  });
  const ended = once(child, "close");
  const [{ origin }] = (await Promise.race([once(child, "message"), ended.then(fail)])) as [{ origin: string }];
  return { child, ended, origin };
}

function fail(): never {
  throw new Error("the double of Stripe did not start");
}
