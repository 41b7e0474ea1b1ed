import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import type { Charge, Dispute, Fee, Intent, Refund, SellerAccount, StripeEvent, Token } from "./objects.ts";

/** An answer that is kept under its Idempotency-Key. */
type KeptAnswer = { id: string; by: string; request: string; status: number; body: unknown };
/** Where events are sent, signed with each of the secrets; `hold` keeps them until they are sent by hand. */
export type Webhooks = { id: string; url: string; secrets: string[]; mode: "send" | "hold" };

type Kinds = {
  intent: Intent;
  charge: Charge;
  refund: Refund;
  dispute: Dispute;
  fee: Fee;
  account: SellerAccount;
  event: StripeEvent;
  token: Token;
  key: KeptAnswer;
  webhooks: Webhooks;
};
type Kind = keyof Kinds;
/** Whose an object is: an account's id, or the platform's own. */
export type Owner = string;
export const platform: Owner = "platform";

type Line = { kind: Kind; owner: Owner; object: { id: string } | null; id: string };

export type State = {
  get<K extends Kind>(kind: K, owner: Owner, id: string): Kinds[K] | null;
  put<K extends Kind>(kind: K, owner: Owner, object: Kinds[K]): Kinds[K];
  remove(kind: Kind, owner: Owner, id: string): void;
  /** Newest first, by when it was first put. */
  list<K extends Kind>(kind: K, owner: Owner): Kinds[K][];
  /** `prefix` and a number that no object has, after a restart either. */
  nextId(prefix: string): string;
  /** Writes all that was put since, as one line: it is in the file as a whole, or not at all. */
  commit(): void;
  /** The events put since the last call. */
  takeEvents(): StripeEvent[];
  close(): void;
};

/** Everything that the double knows, in memory and in a file, if it has a path, that survives the end of its process. */
export function openState(path: string | null): State {
  const file = path === null ? null : openSync(path, "a+");
  const objects = new Map<string, Map<string, { id: string }>>();
  const objectsOf = (kind: Kind, owner: Owner) => {
    const key = `${kind} ${owner}`;
    const known = objects.get(key) ?? new Map<string, { id: string }>();
    objects.set(key, known);
    return known;
  };
  const events: StripeEvent[] = [];
  let written: Line[] = [];
  let last = 0;
  const apply = ({ kind, owner, object, id }: Line) => {
    if (object) objectsOf(kind, owner).set(id, object);
    else objectsOf(kind, owner).delete(id);
    last = Math.max(last, Number(/_0*(\d+)$/.exec(id)?.[1] ?? 0));
  };
  if (path !== null) for (const lines of readLines(path)) lines.forEach(apply);
  const write = (line: Line) => {
    apply(line);
    written.push(line);
  };
  return {
    get: <K extends Kind>(kind: K, owner: Owner, id: string) =>
      (objectsOf(kind, owner).get(id) ?? null) as Kinds[K] | null,
    put: (kind, owner, object) => {
      write({ kind, owner, object, id: object.id });
      if (kind === "event") events.push(object as StripeEvent);
      return object;
    },
    remove: (kind, owner, id) => write({ kind, owner, object: null, id }),
    list: <K extends Kind>(kind: K, owner: Owner) => [...objectsOf(kind, owner).values()].reverse() as Kinds[K][],
    nextId: (prefix) => `${prefix}_${String(++last).padStart(10, "0")}`,
    commit: () => {
      if (written.length > 0 && file !== null) writeSync(file, `\n${JSON.stringify(written)}\n`);
      written = [];
    },
    takeEvents: () => events.splice(0),
    close: () => {
      if (file !== null) closeSync(file);
    },
  };
}

/** The last line may have been cut off: then nobody was answered. The next one begins with an end of line. */
function readLines(path: string): Line[][] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((text) => {
      try {
        return [JSON.parse(text) as Line[]];
      } catch {
        return [];
      }
    });
}
