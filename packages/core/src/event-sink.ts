import type { HoldingId } from "./ids.ts";

/** What operators want counted: `write_repeated` is a retry of a write that conflicted or was throttled. */
export type DomainEvent =
  | { kind: "hold_won"; holding_id: HoldingId; hold_ttl: number }
  | { kind: "hold_lost" }
  | { kind: "write_repeated" };

/** Receives domain events; core does not know who counts them. */
export type EventSink = (domainEvent: DomainEvent) => void;
