import type { Wake } from "./wake.ts";

/** What was woken and is still to be heeded, each once: more than this is left to the reading of their account. */
const mostWoken = 1_000;

type Woken = { accounts: (string | null)[]; payments: Wake[] };

/** Keeps in memory what is to be read anew, so that any number of webhooks costs no more than what they name. */
export type Wakes = {
  note(wake: Wake): void;
  /** All that was noted since, to be heeded by the caller. */
  take(): Woken;
};

export function createWakes(most = mostWoken): Wakes {
  let accounts = new Set<string | null>();
  let payments = new Map<string, Wake>();
  return {
    note(wake) {
      const { account, payment_id, about } = wake;
      if (accounts.size < most) accounts.add(account);
      if (!payment_id) return;
      // Who is asked about its money tells of its attempts, too.
      const key = `${account} ${payment_id}`;
      const known = payments.get(key);
      const isMore = known ? known.about !== "money" && about === "money" : payments.size < most;
      if (isMore) payments.set(key, wake);
    },
    take() {
      const woken = { accounts: [...accounts], payments: [...payments.values()] };
      [accounts, payments] = [new Set(), new Map()];
      return woken;
    },
  };
}
