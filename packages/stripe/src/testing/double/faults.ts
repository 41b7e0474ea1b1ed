/** Milliseconds, or until it is released. */
type Delay = { kind: "slow"; ms: number } | { kind: "hold" };
/** The connection is cut, or the process killed, before the call has an effect or once it has. */
type Cut = { kind: "lose" | "die"; when: "before" | "after" };
/** An answer without effect; `isKept` where the call's Idempotency-Key keeps it, as Stripe does with a failure of its own. */
type Failure = { kind: "fail"; status: number; type: string; code?: string; isKept: boolean };

/** Happens to the next `times` requests of the method whose path matches. */
export type Fault = { method: string; path: string; times: number } & (Delay | Cut | Failure);

/** The calls of a payment that a test disturbs, each a method and a path of a fault. */
export const paymentCalls = [
  "POST /payment_intents$",
  "POST /confirm$",
  "POST /capture$",
  "POST /cancel$",
  "POST /refunds$",
  "GET .",
];

export type Faults = {
  add(fault: Fault): void;
  /** Drops what no request has met, and returns how often that was. */
  forget(): number;
  /** The fault that a request meets, which is used up by it. */
  take(method: string, path: string): Fault | null;
  /** Waits for as long as the fault says. */
  delay(fault: Fault | null): Promise<void>;
  /** How many requests are held. */
  held(): number;
  release(): void;
};

export function openFaults(): Faults {
  const faults: Fault[] = [];
  let held: (() => void)[] = [];
  return {
    add: (fault) => void faults.push({ ...fault }),
    forget: () => faults.splice(0).reduce((sum, { times }) => sum + times, 0),
    take: (method, path) => {
      const isMet = (fault: Fault) => fault.times > 0 && fault.method === method && new RegExp(fault.path).test(path);
      const fault = faults.find(isMet);
      if (fault) fault.times--;
      return fault ?? null;
    },
    delay: async (fault) => {
      if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms));
      if (fault?.kind === "hold") await new Promise<void>((resolve) => held.push(resolve));
    },
    held: () => held.length,
    release: () => {
      for (const resolve of held) resolve();
      held = [];
    },
  };
}
