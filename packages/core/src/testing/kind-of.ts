import type { Item } from "../table/transact.ts";

/** What an item is by its keys alone, as the data model lists them. */
export function kindOf({ pk, sk }: Item): string {
  const shape = `${String(pk).replace(/\d{5,}/g, "#")} ${String(sk).replace(/\d{5,}/g, "#")}`;
  if (/^venue-# VENUE$/.test(shape)) return "venue";
  if (/^venue-# [A-Z][A-Z0-9]{0,7}-\d+$/.test(shape)) return "venue seat";
  if (/^layout-venue-#-\d+ LAYOUT$/.test(shape)) return "layout";
  if (/^event-# EVENT$/.test(shape)) return "event";
  if (/^event-#-text TEXT$/.test(shape)) return "event text";
  if (/^event-# [A-Z][A-Z0-9]{0,7}-\d+$/.test(shape)) return "seat";
  if (/^event-# \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.#Z$/.test(shape)) return "booking";
  if (/^organization-# ORGANIZATION$/.test(shape)) return "organization";
  if (/^organization-# member-user-#$/.test(shape)) return "member";
  if (/^organization-# (event|venue)-#$/.test(shape)) return "owner pointer";
  if (/^user-# session-[\w-]{43}$/.test(`${String(pk).replace(/\d{5,}/g, "#")} ${sk}`)) return "session";
  if (/^contact-[\w-]{43}$/.test(String(pk)) && /^user-\d{5,}$/.test(String(sk))) return "contact";
  if (/^events-venue-# event-#$/.test(shape)) return "event at venue";
  if (/^catalog-changes \d{4}-\S+Z-event-#$/.test(shape)) return "catalog change";
  if (/^journal-(event|venue)-# /.test(shape)) return "journal entry";
  if (/^lanes-event-# [0-9a-f#]+-(\d+|holds)$/.test(shape)) return "stat lane";
  if (pk !== sk) return `strange: ${pk} ${sk}`;
  if (/^booking-#/.test(shape)) return "booking pointer";
  if (/^quota-event-#-user-# /.test(shape)) return "quota";
  if (/^usage-organization-# /.test(shape)) return "usage";
  if (/^signin-/.test(shape)) return "request to sign in";
  if (/^(email|counter|claim)-/.test(shape)) return shape.split("-")[0] ?? "";
  return /^(holding|payment|user)-# /.exec(shape)?.[1] ?? `strange: ${pk}`;
}
