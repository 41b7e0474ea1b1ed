import { expect, it } from "vitest";
import { ChangeEvent, CreateEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { removeMember } from "../membership/change-member.ts";
import { joinOrganization, readActor } from "../testing/join-organization.ts";
import { openCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { changeEvent } from "./change-event.ts";
import { createEvent } from "./create-event.ts";

const core = await openCore();

it("a request that was begun goes on for whoever may still manage the event, and for nobody who was removed since", async () => {
  const { event_id, organizer } = await openEvent(core, { rows: 1, perRow: 1, event: { status: "draft" } });
  const event = await findEvent(core.table, event_id);
  if (!event) throw new Error("there is no event");
  const organization_id = ownOrganization(organizer);
  const { actor } = await joinOrganization(core, organizer, organization_id, "manager");
  const begun = { output: { event_id } };
  const lease = () => ({ record_id: "record-1", lease_id: "lease-1", isSettled: false, begun });
  const { venue_id, start_time } = event;
  const input = CreateEvent.parse({
    venue_id,
    name: "Another",
    start_time,
    duration: 60,
    seat_type_prices: { Stalls: 0 },
  });
  const change = ChangeEvent.parse({ event_id, revision: event.revision, name: "Another" });
  expect(await createEvent(core, actor, input, lease())).toMatchObject({ event_id });
  expect(await changeEvent(core, actor, change, lease())).toMatchObject({ event_id });
  await removeMember(core, organizer, { organization_id, user_id: actor.user_id });
  const removed = await readActor(core, actor);
  const refused = { code: "EVENT_NOT_FOUND" };
  await expect(createEvent(core, removed, input, lease())).rejects.toMatchObject(refused);
  await expect(changeEvent(core, removed, change, lease())).rejects.toMatchObject(refused);
});
