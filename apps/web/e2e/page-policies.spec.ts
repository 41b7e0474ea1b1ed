import type { Page } from "@playwright/test";
import { chooseCard, expectTicket, goToPayment, openPayment } from "./checkout";
import { followPolicies } from "./follow-policies";
import { holdSeats, openEvent, pickSeat, press } from "./picker";
import { expect, test } from "./story";

/** Marks the document, so that it can be told from the next one. */
const markDocument = (page: Page) => page.evaluate(() => void Object.assign(window, { mark: "same document" }));
const isMarked = (page: Page) => page.evaluate(() => "mark" in window);

const shared = /script-src 'self' 'sha256-/;
const ofPayment = /'nonce-.*form-action 'none'/;
const ofOne = /'nonce-.*form-action 'self'/;

test("from the list to the payment each document has its policy, and nothing breaks it", { tag: "@one-size" }, async ({
  page,
  concert,
  organizer,
}) => {
  const { opened, reported } = await followPolicies(page);
  await organizer.untilListed(concert);
  await page.goto(`/?search=${encodeURIComponent(concert.name)}`);
  await expect(page.getByRole("link", { name: concert.name, exact: true })).toBeVisible();
  expect(opened.at(-1)?.policy).toMatch(shared);

  await markDocument(page);
  await press(page.getByRole("link", { name: concert.name, exact: true }));
  await expect(page.getByRole("grid", { name: "Seats" })).toBeVisible();
  expect(await isMarked(page), "the event's page is part of the same document").toBe(true);

  await openEvent(page, concert);
  expect(opened.at(-1)).toMatchObject({ path: `/events/${concert.event_id}`, policy: expect.stringMatching(shared) });
  await pickSeat(page, "Row A, seat 1");
  await holdSeats(page);

  await goToPayment(page, "visitor@example.com");
  const checkout = new URL(page.url()).pathname;
  expect(opened.at(-1)).toMatchObject({ path: checkout, policy: expect.stringMatching(ofPayment) });

  await page.goBack();
  await expect(page.getByRole("grid", { name: "Seats" })).toBeVisible();
  expect(opened.at(-1)).toMatchObject({ path: `/events/${concert.event_id}`, policy: expect.stringMatching(shared) });
  await page.goForward();
  await expect(page.getByRole("heading", { name: "Checkout" })).toBeVisible();
  expect(opened.at(-1)).toMatchObject({ path: checkout, policy: expect.stringMatching(ofPayment) });

  await press(page.getByRole("link", { name: "Evently" }).first());
  await expect(page.getByRole("textbox", { name: "Search by artist, work or hall" })).toBeVisible();
  expect(opened.at(-1)).toMatchObject({ path: "/", policy: expect.stringMatching(shared) });
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Checkout" })).toBeVisible();
  expect(opened.at(-1)).toMatchObject({ path: checkout, policy: expect.stringMatching(ofPayment) });
  expect(reported).toEqual([]);
});

test("who has paid leaves the policy of payments, and finds no way back into it", { tag: "@one-size" }, async ({
  page,
  concert,
}) => {
  const { opened, reported } = await followPolicies(page);
  const checkout = await openPayment(page, concert, ["B-1"]);
  expect(opened.at(-1)).toMatchObject({ path: checkout, policy: expect.stringMatching(ofPayment) });
  await chooseCard(page, "A card that works");
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await expectTicket(page);
  const ticket = new URL(page.url()).pathname;
  expect(opened.at(-1)).toMatchObject({ path: ticket, policy: expect.stringMatching(ofOne) });
  expect(reported).toEqual([]);
});
