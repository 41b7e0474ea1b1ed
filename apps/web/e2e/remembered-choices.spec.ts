import { chooseCurrency, openPrices, publish } from "./organizer-forms";
import { expect, test } from "./story";

test("the next event starts with the venue and the currency of the last", { tag: "@one-size" }, async ({
  page,
  host,
}) => {
  const first = host.venue_id;
  const second = await host.build({ name: "The Other House" }, [{ row: "A", seat_num: 1, seat_type: "Premium" }]);
  await host.signIn(page);
  await page.goto("/organizer/events/new");
  const venue = page.getByRole("combobox", { name: "Venue" });
  const currency = page.getByRole("combobox", { name: "Currency" });
  const initial = await venue.inputValue();
  const other = initial === first ? second : first;
  await expect(currency).toHaveValue("USD");

  await openPrices(page, other);
  await chooseCurrency(page, "NOK");
  for (const type of ["Premium", "Balcony"]) await page.getByRole("textbox", { name: type }).fill("70");
  await publish(page, "An evening of duos");
  await page.goto("/organizer/events/new");
  await expect(venue).toHaveValue(other);
  await expect(currency).toHaveValue("NOK");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("");

  // A link from a venue's page names another one.
  await openPrices(page, initial);
  await expect(venue).toHaveValue(initial);
});
