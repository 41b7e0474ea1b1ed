import { expect, it } from "vitest";
import { getOwnEvent } from "../event/get-event.ts";
import { createEvent } from "../event-change/create-event.ts";
import { readActor } from "../testing/join-organization.ts";
import { openCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import { signIn } from "../testing/sign-in.ts";
import { grantRole } from "./grant-role.ts";

const core = await openCore();

it.each(["attendee", "organizer"] as const)(
  "who was an admin has nothing to say about what they made for others, as %s",
  async (role) => {
    const { event_id, organizer } = await openEvent(core, { rows: 1, perRow: 1 });
    const { venue_id } = await getOwnEvent(core, organizer, event_id, "viewer");
    const { user } = await signIn(core, `${role}@example.org`);
    const { user_id } = user;
    await grantRole(core, { user_id, role: "admin" });
    const made = await createEvent(core, await readActor(core, user), {
      ...{
        venue_id,
        name: "Another",
        start_time: "2099-01-01T20:00:00Z",
        duration: 60,
        status: "draft",
        currency: "USD",
      },
      ...{ artists: [], tags: [], description: "", programme: "", seat_type_prices: { Stalls: 0 } },
    });
    expect(made).toMatchObject({ owner_id: user_id, organization_id: expect.any(String) });
    await grantRole(core, { user_id, role });
    await expect(getOwnEvent(core, await readActor(core, user), made.event_id, "viewer")).rejects.toMatchObject({
      code: "EVENT_NOT_FOUND",
    });
  },
);
