import { missing } from "./api-error.ts";
import type { StripeEvent } from "./objects.ts";
import { checkNames, pageOf, pageParams, readText, readTexts } from "./params.ts";
import type { Request } from "./request.ts";
import { platform } from "./state.ts";

/** Of the API that the objects of events are written in. */
const apiVersion = "2026-10-28.endive";

/** Records what happened at the account; webhooks carry the same event. */
export function emit({ state, owner, now, request }: Request, type: string, object: object): StripeEvent {
  return state.put("event", owner, {
    ...{ id: state.nextId("evt"), object: "event", api_version: apiVersion, created: now, livemode: false },
    ...{ data: { object: structuredClone(object) }, pending_webhooks: 1, request, type },
    ...(owner === platform ? {} : { account: owner }),
  });
}

export function listEvents({ state, owner, params }: Request) {
  checkNames(params, [...pageParams, "type", "types"]);
  const types = readTexts(params, "types") ?? [readText(params, "type") ?? ""];
  const wanted = types.some((type) => type !== "") ? new Set(types) : null;
  const events = state.list("event", owner).filter(({ type }) => wanted?.has(type) ?? true);
  return pageOf(events, params, "/v1/events");
}

export function getEvent({ state, owner, ids: [id = ""] }: Request) {
  const event = state.get("event", owner, id);
  if (!event) throw missing("event", id, "id");
  return event;
}
