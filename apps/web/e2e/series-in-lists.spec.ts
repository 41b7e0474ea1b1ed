import { randomUUID } from "node:crypto";
import { listHydrated } from "./listing";
import { Organizer } from "./organizer";
import { press } from "./picker";
import { expect, test } from "./story";

test("an event and its copies are one row, which leads to the soonest date and from there to the others", {
  tag: "@one-size",
}, async ({ page }) => {
  const organizer = await new Organizer().settle();
  const name = `Run ${randomUUID().slice(0, 8)}`;
  const concert = await organizer.announce(name, 40);
  await organizer.untilListed(concert);
  await organizer.repeat(concert, [7, 14]);
  const series_id = concert.event_id.replace("event", "series");
  const count = async () => (await (await page.request.get(`/api/events?series_id=${series_id}`)).json()).total;
  await expect.poll(count).toBe(3);

  await page.goto(`/?search=${name}`);
  await listHydrated(page);
  const rows = page.getByRole("main").getByRole("listitem").filter({ hasText: name });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(/3 dates, .+ to .+/);
  await press(rows.getByRole("link", { name }));
  await expect(page).toHaveURL(new RegExp(`/events/${concert.event_id}$`));
  await expect(page.getByRole("heading", { name: "2 other dates" })).toBeVisible();
});
