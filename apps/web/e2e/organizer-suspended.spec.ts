import { evently } from "./evently";
import { press } from "./picker";
import { expect, test } from "./story";

test("a suspended organizer reads why nothing can be changed, and strangers don't find the event", {
  tag: "@one-size",
}, async ({ page, host, meetVisitor, monitor }) => {
  monitor.expect("403 /api/trpc/event.pause");
  const concert = await host.announce("A concert of somebody else", 30);
  await host.signIn(page);
  await evently("suspend", host.user_id, "Not the orchestra.");

  const notice = page.getByRole("region", { name: "Suspended account" });
  await expect(async () => {
    await page.goto(`/organizer/events/${concert.event_id}`);
    await expect(notice).toContainText("Your account is suspended", { timeout: 3_000 });
  }).toPass();
  await expect(notice).toContainText("Not the orchestra.");
  await expect(page.getByText("This event is hidden while its organizer is suspended")).toBeVisible();
  await expect(page.getByRole("link", { name: "View event page" })).toBeHidden();
  await press(page.getByRole("button", { name: "Pause sales" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Pause sales" }));
  await expect(page.getByRole("dialog")).toContainText("This account is suspended.");

  await page.goto("/organizer/journal");
  await expect(page.getByRole("article")).toContainText("Account suspended; its events are off sale");
  await expect(page.getByRole("article")).toContainText("the operator of this site");

  const stranger = await meetVisitor();
  monitor.expect(`404 /events/${concert.event_id}`);
  await expect(async () => {
    await stranger.goto(`/events/${concert.event_id}`);
    await expect(stranger.getByRole("heading", { level: 1 })).toContainText("find", { timeout: 3_000 });
  }).toPass();

  await evently("resume", host.user_id);
  await expect(async () => {
    await page.goto(`/organizer/events/${concert.event_id}`);
    await expect(page.getByRole("link", { name: "View event page" })).toBeVisible({ timeout: 3_000 });
    await expect(notice).toBeHidden({ timeout: 3_000 });
  }).toPass();
});
