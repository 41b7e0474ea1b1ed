/** What happens inside that an operator wants counted: `write_repeated` is one more send of what collided or was throttled. */
export type Happening =
  | { what: "hold_won"; holding_id: string; hold_ttl: number }
  | { what: "hold_lost" }
  | { what: "write_repeated" };

/** Is told what happens here; who counts it, and how, is not core's to know. */
export type Meter = (happening: Happening) => void;
