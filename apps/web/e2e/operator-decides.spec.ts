import { randomUUID } from "node:crypto";
import { evently } from "./evently";
import { buyOverRest } from "./guest";
import { openDraft } from "./open-draft";
import { press } from "./picker";
import { signIn } from "./session";
import { expect, test } from "./story";

test("the operator approves a newcomer, who publishes then, and suspends another, whose tickets stay good", {
  tag: "@one-size",
}, async ({ page, host, meetVisitor, openSite, monitor }) => {
  const site = await openSite({ ORGANIZERS: "approved" });
  const name = `Newcomers ${randomUUID().slice(0, 8)}`;
  const { token, organization_id, event_id } = await openDraft(page, site.url, name);
  await signIn(page, token);
  await page.goto(`${site.url}/organizer`);
  await expect(page.getByRole("region", { name: "Approval" })).toContainText(`${name} is not approved yet`);
  monitor.expect("403 /api/trpc/event.publish");
  await page.goto(`${site.url}/organizer/events/${event_id}`);
  await press(page.getByRole("button", { name: "Publish" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Publish" }));
  await expect(page.getByRole("dialog")).toContainText("The event stays a draft.");

  await evently("approve", organization_id);
  await page.goto(`${site.url}/organizer/events/${event_id}`);
  await expect(page.getByRole("region", { name: "Approval" })).toBeHidden();
  await press(page.getByRole("button", { name: "Publish" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Publish" }));
  await expect(page.getByRole("button", { name: /^Pause/ })).toBeVisible();

  const concert = await host.announce("A concert of somebody else", 30);
  const buyer = await meetVisitor();
  await buyer.goto("/");
  const ticket = await buyOverRest(buyer, concert, ["A-1"]);
  await evently("suspend", host.organization_id, "Not the orchestra.");
  const stranger = await meetVisitor();
  monitor.expect(`404 /events/${concert.event_id}`);
  // A map that is open may ask once more before its page is left.
  monitor.allow("404 /api/trpc/seat.map");
  await expect(async () => {
    await stranger.goto(`/events/${concert.event_id}`);
    await expect(stranger.getByRole("heading", { level: 1 })).toContainText("find", { timeout: 3_000 });
  }).toPass();
  await buyer.goto(ticket);
  await expect(buyer.getByRole("article", { name: "Ticket" })).toContainText(concert.name);
  const manager = await meetVisitor();
  await host.signIn(manager);
  await manager.goto("/organizer");
  await expect(manager.getByRole("region", { name: "Suspended organization" })).toContainText("Bookings, refunds");
});
