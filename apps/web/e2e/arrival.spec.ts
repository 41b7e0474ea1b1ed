import { chooseCard, expectTicket, openPayment } from "./checkout";
import { press } from "./picker";
import { expect, test } from "./story";

test("who has paid arrives, with the event to share and the other dates of its series @one-size", async ({
  page,
  context,
  host,
}) => {
  const concert = await host.announce("One of two evenings", 30);
  await host.repeat(concert, [7]);
  const series = `/api/events?series_id=${concert.event_id.replace("event", "series")}`;
  const count = async () => ((await (await page.request.get(series)).json()) as { total: number }).total;
  await expect.poll(count).toBe(2);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // A device without a way of its own to share.
  await page.addInitScript("delete Navigator.prototype.share");

  await openPayment(page, concert, ["C-1"]);
  await chooseCard(page, "A card that works");
  await press(page.getByRole("button", { name: /^Pay / }));
  await expectTicket(page);
  const arrival = page.getByRole("region", { name: "You’re going" });
  await expect(arrival).toContainText("1 seat for One of two evenings is yours.");
  await expect(arrival.getByRole("link", { name: "Add to calendar" })).toBeVisible();
  await expect(arrival.getByRole("heading", { name: "Another date" })).toBeVisible();
  await press(arrival.getByRole("button", { name: "Share event" }));
  await expect(page.getByText("The event’s address was copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).pathname).toBe(`/events/${concert.event_id}`);
});
