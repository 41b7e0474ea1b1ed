import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CreateEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { findPayee } from "../event/find-payee.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import type { EventId, OrganizationId } from "../ids.ts";
import { changeOrganization } from "../membership/change-organization.ts";
import type { SellerAccount } from "../payment/seller-accounts.ts";
import { copyEvent } from "../series/copy-event.ts";
import { createGate } from "../testing/gate.ts";
import { openMemorySellers } from "../testing/memory-sellers.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newOrganizer, openEvent } from "../testing/open-event.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { race, times } from "../testing/race.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { onboardSeller } from "./onboard-seller.ts";
import { refreshPaymentAccount } from "./refresh-payment-account.ts";

const sellers = openMemorySellers();
const gate = createGate();
let core: TestCore;
let organizer: Actor;
let organization_id: OrganizationId;
beforeAll(async () => {
  core = await openCore({ sellerAccounts: sellers, wrap: gate.wrap });
});
afterAll(() => core.close());
beforeEach(async () => {
  organizer = await newOrganizer(core);
  organization_id = ownOrganization(organizer);
});

const free = { Stalls: 0 };
const priced = { Stalls: 4500 };

async function bring(state: SellerAccount["state"]): Promise<void> {
  await onboardSeller(core, organizer, { organization_id }, "https://tickets.example");
  sellers.set(organization_id, state);
  await refreshPaymentAccount(core, organization_id);
}

const make = async (event: Partial<CreateEvent>): Promise<EventId> =>
  (await openEvent(core, { rows: 1, perRow: 2, organizer, event })).event_id;
const publish = (event_id: EventId) => setEventStatus(core, organizer, { event_id, status: "published" });
const pause = (event_id: EventId) => setEventStatus(core, organizer, { event_id, status: "paused" });
const statusOf = async (event_id: EventId) => (await findEvent(core.table, event_id))?.status;
const refused = (state: string) => ({ code: "PAYMENTS_NOT_READY", details: { organization_id, state } });
async function price(event_id: EventId, seat_type_prices: Record<string, number>) {
  const revision = (await findEvent(core.table, event_id))?.revision ?? 0;
  return changeEvent(core, organizer, { event_id, revision, seat_type_prices, series: false });
}

/** Each way in which something with a price goes on sale, and what it was before. */
const ways: Record<string, () => Promise<() => Promise<unknown>>> = {
  "created to be published": async () => () => make({ seat_type_prices: priced }),
  "published from a draft": async () => {
    const event_id = await make({ seat_type_prices: priced, status: "draft" });
    return () => publish(event_id);
  },
  resumed: async () => {
    const event_id = await make({ seat_type_prices: free });
    await pause(event_id);
    await price(event_id, priced);
    return () => publish(event_id);
  },
  "given a price while it is on sale": async () => {
    const event_id = await make({ seat_type_prices: free });
    return () => price(event_id, priced);
  },
  "copied to be published": async () => {
    const event_id = await make({ seat_type_prices: priced, status: "draft" });
    const start_times = [toInstant(core.clock() + 9 * 86_400)];
    return () => copyEvent(core, organizer, { event_id, start_times, publish: true });
  },
};

describe.each(Object.entries(ways))("what has a price and is %s", (_, prepare) => {
  test("is refused before its seller can be paid by card, with what is the matter", async () => {
    const goOn = await prepare();
    await expect(goOn()).rejects.toMatchObject(refused("none"));
    await bring("onboarding");
    await expect(goOn()).rejects.toMatchObject(refused("onboarding"));
    await bring("restricted");
    await expect(goOn()).rejects.toMatchObject(refused("restricted"));
    await bring("enabled");
    await expect(goOn()).resolves.toBeDefined();
  });

  test("goes on sale where its seller takes no cards", async () => {
    await changeOrganization(core, organizer, { organization_id, payment_methods: ["invoice"] });
    const goOn = await prepare();
    await expect(goOn()).resolves.toBeDefined();
  });

  test("goes on sale where all are paid to the house", async () => {
    const { sellerAccounts } = core;
    const goOn = await prepare();
    try {
      core.sellerAccounts = null;
      await expect(goOn()).resolves.toBeDefined();
    } finally {
      core.sellerAccounts = sellerAccounts;
    }
  });
});

test("what is free goes on sale without an account", async () => {
  const event_id = await make({ seat_type_prices: free });
  await pause(event_id);
  await publish(event_id);
  await copyEvent(core, organizer, { event_id, start_times: [toInstant(core.clock() + 8 * 86_400)], publish: true });
  expect(await statusOf(event_id)).toBe("published");
});

test("what is on sale already changes its price while charges are disabled, and can be paused", async () => {
  await bring("enabled");
  const event_id = await make({ seat_type_prices: priced });
  await bring("restricted");
  await price(event_id, { Stalls: 5000 });
  await pause(event_id);
  await expect(publish(event_id)).rejects.toMatchObject(refused("restricted"));
});

test("a copy whose seats are there only after charges were disabled stays a draft", async () => {
  await bring("enabled");
  const event_id = await make({ seat_type_prices: priced });
  const arrived = gate.close(({ input }) => JSON.stringify(input.TransactItems).includes("event.published"));
  const start_times = [toInstant(core.clock() + 8 * 86_400)];
  const { items } = await copyEvent(core, organizer, { event_id, start_times, publish: true });
  const settled = letTimePass(core, 600);
  await arrived;
  await bring("restricted");
  gate.open();
  await settled;
  const [copy] = items;
  expect(copy && (await findEvent(core.table, copy.event_id))).toMatchObject({ status: "draft", after_copy: null });
});

test("the condition of the publication decides, whatever was read before", async () => {
  await bring("enabled");
  const event_id = await make({ seat_type_prices: priced, status: "draft" });
  const arrived = gate.close(({ input }) => JSON.stringify(input.TransactItems).includes("event.published"));
  const published = publish(event_id).catch((error) => error);
  await arrived;
  await bring("restricted");
  gate.open();
  expect(await published).toMatchObject(refused("restricted"));
  expect(await statusOf(event_id)).toBe("draft");
});

test("of many drafts published while charges are disabled, each is on sale or refused, and none afterwards", async () => {
  await bring("enabled");
  const drafts: EventId[] = [];
  for (const _ of times(10, () => null)) drafts.push(await make({ seat_type_prices: priced, status: "draft" }));
  const disabling = bring("restricted");
  const { won, refused: codes, broken } = await race(drafts.map(publish));
  await disabling;
  const late = await race(drafts.map(publish));
  expect(broken).toEqual([]);
  expect(won.length + (codes.PAYMENTS_NOT_READY ?? 0)).toBe(10);
  const statuses = await Promise.all(drafts.map(statusOf));
  expect(statuses.filter((status) => status === "published")).toHaveLength(won.length);
  expect(late.refused.PAYMENTS_NOT_READY ?? 0).toBe(10 - won.length);
});

test("an event that no organization has yet is not published", async () => {
  const event = await findEvent(core.table, await make({ seat_type_prices: priced, status: "draft" }));
  if (!event) throw new Error("the event is gone");
  const before = { ...event, organization_id: null };
  await expect(findPayee(core, before, { ...before, status: "published" })).rejects.toMatchObject({
    ...{ code: "PAYMENTS_NOT_READY", details: { organization_id: null, state: "none" } },
  });
});
