import { randomUUID } from "node:crypto";
import { answerOf, listCodes, ticketField, typeCode } from "./door";
import { findViolations } from "./find-violations";
import { buyOverRest } from "./guest";
import { joinOrganization } from "./join-organization";
import { press } from "./picker";
import { expect, test } from "./story";

const ofOthers = ["bookings", "box-office", "holds", "mails", "edit", "copy", "accounting", "journal"];

test("whoever is only a member for the door finds it from their account, lets people in, and reads nothing else", async ({
  page,
  host,
  meetVisitor,
  monitor,
}) => {
  const concert = await host.announce("An evening for a doorkeeper", 30);
  const buyer = await meetVisitor();
  const ticket = await buyOverRest(buyer, concert, ["A-1"]);
  const [code = ""] = await listCodes(buyer, ticket);
  const email = `${randomUUID()}@example.com`;
  await host.invite(email, "door");
  await joinOrganization(page, email);

  await page.goto("/account");
  await expect(page.getByRole("region", { name: "Where you work" })).toContainText("House manager · Door");
  expect.soft(await findViolations(page)).toEqual([]);
  await press(page.getByRole("link", { name: "Events you work at" }));
  await press(page.getByRole("link", { name: concert.name }));
  await expect(page.getByRole("heading", { level: 1, name: concert.name })).toBeVisible();
  for (const name of ["Bookings", "Box office", "Change", "Mails", "Accounting", "Journal"])
    await expect(page.getByRole("link", { name, exact: true })).toBeHidden();
  await press(page.getByRole("link", { name: "Door", exact: true }));
  await expect(page.getByText("of 1 in")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Door keys" })).toBeHidden();
  await press(page.getByRole("link", { name: "Open the door" }));
  await expect(ticketField(page)).toBeEditable();
  await typeCode(page, code);
  await expect(answerOf(page, "admitted")).toContainText("Stalls, Row A, seat 1");

  const event = `/organizer/events/${concert.event_id}`;
  for (const path of [...ofOthers.map((part) => `${event}/${part}`), "/organizer/events/new", "/organizer/venues"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "This page is not part of your role" })).toBeVisible();
  }
  monitor.expect(`404 ${ticket}`);
  await page.goto(ticket);
  for (const part of ["analytics", "accounting", "bookings", "journal", "door-keys"])
    expect((await page.request.get(`/api/events/${concert.event_id}/${part}`)).status()).toBe(403);
});
