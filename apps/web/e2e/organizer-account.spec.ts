import { randomUUID } from "node:crypto";
import { signUp } from "./organizer-forms";
import { holdSeats, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

test("a guest who becomes an organizer keeps the seats that they hold", { tag: "@one-size" }, async ({
  page,
  concert,
}) => {
  await openEvent(page, concert);
  await pickSeat(page, "Row C seat 5");
  await holdSeats(page);
  await press(page.getByRole("contentinfo").getByRole("link", { name: "For organizers" }));
  await expect(page.getByText("Seats that you hold or booked in this browser stay yours.")).toBeVisible();
  await signUp(page);
  await openEvent(page, concert);
  await expect(seatOn(page, "Row C seat 5")).toHaveAccessibleName(/, yours/);
});

test("a taken e-mail is told at its field, and an account that books tickets is told what it can do", {
  tag: "@one-size",
}, async ({ page, watch }) => {
  watch.foresee("409 /api/trpc/user.create");
  const email = `${randomUUID()}@example.com`;
  const { token } = await (await page.request.post("/api/user", { data: { email } })).json();
  await page.goto("/organizer");
  await page.getByRole("textbox", { name: "Name" }).fill("The Long Room");
  const field = page.getByRole("textbox", { name: "E-mail address" });
  await field.fill(email);
  await press(page.getByRole("button", { name: "Make the account" }));
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/There is an account with this address/);

  await page.context().addCookies([{ name: "evently_session", value: token, url: new URL(page.url()).origin }]);
  await page.goto("/organizer");
  await expect(page.getByRole("heading", { level: 1, name: "This account books tickets" })).toBeVisible();
  await expect(page.getByText(`This browser is signed in as ${email}`)).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Organizer" })).toBeHidden();
});
