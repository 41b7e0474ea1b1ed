import type { Params } from "./form.ts";
import type { Owner, State } from "./state.ts";

/** A request to the API, once it is known whose it is. */
export type Request = {
  state: State;
  owner: Owner;
  /** Seconds. */
  now: number;
  params: Params;
  /** The ids in the path. */
  ids: string[];
  /** Of the request, for the events that it causes. */
  request: { id: string; idempotency_key: string | null };
  /** Where a page was opened with a publishable key: it needs the intent's client secret. */
  isFromPage: boolean;
  origin: string;
};
