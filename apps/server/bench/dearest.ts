import type { HttpRequest } from "./timed-request.ts";

/** A request of a caller without an account, the dearest that its route can be sent. */
export type Dearest = {
  name: string;
  /** What it is answered; null where that is a refusal of some kind. */
  status: number | null;
  asked: (i: number) => HttpRequest;
  /** `selling`: while the hall sells. `once`: each changes something, so that none is sent before it is measured. */
  when: "selling" | "once" | "any time";
};

export type Hall = {
  event_id: string;
  venue_id: string;
  layout_id: string;
  rows: number;
  perRow: number;
  /** Of a guest, who has no account either. */
  guest: string;
  /** Somebody else holds them. */
  taken: string[];
};

export const post = (path: string, body: unknown, token?: string): HttpRequest => ({
  ...{ path, method: "POST", body: JSON.stringify(body) },
  ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
});
