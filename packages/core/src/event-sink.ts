import type { HoldingId } from "./ids.ts";

/** What happens inside that an operator wants counted: `write_repeated` is one more send of what collided or was throttled. */
export type DomainEvent =
  | { kind: "hold_won"; holding_id: HoldingId; hold_ttl: number }
  | { kind: "hold_lost" }
  | { kind: "write_repeated" };

/** Is told what happens here; who counts it, and how, is not core's to know. */
export type EventSink = (domainEvent: DomainEvent) => void;
