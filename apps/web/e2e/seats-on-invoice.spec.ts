import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { findViolations } from "./find-violations";
import { holdOverRest } from "./guest";
import { readSignInMail, untilMailed } from "./mailbox";
import { press } from "./picker";
import { expect, test } from "./story";

const rowOf = (desk: Page, email: string) => desk.getByRole("listitem").filter({ hasText: email });

/** Whoever reserves has signed in by a mail: their address is theirs. */
async function signInByMail(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Send me a code" }));
  await page.getByRole("textbox", { name: "Code" }).fill((await readSignInMail(page, email)).code);
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  await expect(page).toHaveURL(/\/bookings$/);
}

/** Reserves over REST, as whom the browser is. Returns the booking's path. */
async function reserve(page: Page, event_id: string, seats: readonly string[]): Promise<string> {
  const held = await page.request.post(`/api/events/${event_id}/hold`, { data: { seats } });
  const { holding_id } = (await held.json()) as { holding_id: string };
  const made = await page.request.post(`/api/${holding_id}/confirm`, { data: { payment: { method: "invoice" } } });
  expect(made.ok(), await made.text()).toBe(true);
  return `/bookings/${((await made.json()) as { booking_id: string }).booking_id}`;
}

test("seats on invoice are reserved, marked as paid, and tickets then", { tag: "@one-size" }, async ({
  page: desk,
  host,
  meetVisitor,
}) => {
  await host.identify({ payment_methods: ["card", "invoice"], contact_email: "box-office@concerts.example" });
  const concert = await host.announce("A school buys ten seats", 60);
  const buyer = await meetVisitor();
  const email = `school-${randomUUID().slice(0, 8)}@example.com`;
  await signInByMail(buyer, email);
  const booking = await reserve(buyer, concert.event_id, ["C-3", "C-4"]);

  await buyer.goto(booking);
  const note = buyer.getByRole("main").getByRole("status").filter({ hasText: "Reserved, to be paid by" });
  await expect(note).toContainText("Pay US$170 to the seller by then");
  await expect(note.getByRole("link", { name: "box-office@concerts.example" })).toBeVisible();
  await expect(buyer).toHaveTitle(/^Reservation/);
  await expect(buyer.getByRole("region", { name: "Link to this reservation" })).toContainText("opens this reservation");
  await expect(buyer.getByRole("article", { name: "Reservation" })).toContainText("This is no ticket yet");
  await expect(buyer.getByRole("img", { name: /^QR code/ })).toHaveCount(0);
  await expect(buyer.getByRole("link", { name: "Save as PDF" })).toHaveCount(0);
  await expect(buyer.getByRole("button", { name: "Print" })).toHaveCount(0);
  await expect(buyer.getByRole("button", { name: /^Cancel reservation/ })).toBeVisible();
  expect.soft(await findViolations(buyer)).toEqual([]);

  await host.signIn(desk);
  await desk.goto(`/organizer/events/${concert.event_id}/bookings`);
  await expect(rowOf(desk, email)).toContainText("Reserved, to be paid by");
  await expect(rowOf(desk, email).getByRole("button", { name: /^Tickets/ })).toHaveCount(0);
  await press(rowOf(desk, email).getByRole("button", { name: /^Mail/ }));
  await press(desk.getByRole("dialog").getByRole("button", { name: "Send reservation again" }));
  await expect(desk.getByRole("dialog").getByText("The mail is on its way.")).toBeVisible();
  expect.soft(await findViolations(desk)).toEqual([]);
  await untilMailed(buyer, email, 2, "booking-reserved");
  await desk.keyboard.press("Escape");
  await press(rowOf(desk, email).getByRole("button", { name: /^Mark as paid/ }));
  const dialog = desk.getByRole("dialog", { name: "Mark this booking as paid?" });
  await expect(dialog.getByText(/count as sold, and US\$170 as revenue of today\.$/)).toBeVisible();
  await expect(dialog.getByText(`They are mailed to ${email}.`)).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason (optional)" }).fill("Statement 12");
  expect.soft(await findViolations(desk)).toEqual([]);
  await press(dialog.getByRole("button", { name: "Mark as paid" }));
  await expect(dialog).toBeHidden();
  await expect(rowOf(desk, email)).toContainText("Paid on invoice");

  // The open page follows by itself.
  await expect(buyer.getByRole("article", { name: "Ticket" })).toBeVisible();
  await expect(buyer.getByRole("img", { name: /^QR code/ })).toHaveCount(2);
  await expect(note).toHaveCount(0);
  await expect(buyer).toHaveTitle(/^Ticket/);
  const [mail] = await untilMailed(buyer, email, 1, "booking-confirmed");
  expect(mail?.subject).toBe(`Your tickets for ${concert.name}`);
  await desk.goto(`/organizer/events/${concert.event_id}/journal`);
  await expect(desk.getByText("Statement 12")).toBeVisible();
});

test("at the checkout a guest is told why not, and whoever signed in by mail reserves", { tag: "@one-size" }, async ({
  page: buyer,
  host,
  monitor,
  meetVisitor,
}) => {
  await host.identify({ payment_methods: ["card", "invoice"] });
  const concert = await host.announce("A company pays later", 60);
  const guest = await meetVisitor();
  monitor.expect("400 /api/trpc/hold.confirm");
  await guest.goto(`/checkout/${await holdOverRest(guest, concert, ["D-3"])}`);
  await guest.getByRole("radio", { name: "Reserve on invoice, and pay the seller later" }).check();
  await press(guest.getByRole("button", { name: "Reserve on invoice" }));
  await expect(guest.getByText("Only an account that was signed in to by mail can reserve on invoice.")).toBeVisible();

  await signInByMail(buyer, `firm-${randomUUID().slice(0, 8)}@example.com`);
  const held = await buyer.request.post(`/api/events/${concert.event_id}/hold`, { data: { seats: ["D-5"] } });
  const { holding_id } = (await held.json()) as { holding_id: string };
  await buyer.goto(`/checkout/${holding_id}`);
  await buyer.getByRole("radio", { name: "Reserve on invoice, and pay the seller later" }).check();
  await expect(buyer.getByText(/You pay US\$85 to the seller/)).toBeVisible();
  expect.soft(await findViolations(buyer)).toEqual([]);
  await press(buyer.getByRole("button", { name: "Reserve on invoice" }));
  await expect(buyer).toHaveURL(/\/bookings\//);
  await expect(buyer.getByText(/^Reserved, to be paid by/)).toBeVisible();
});

test("where only invoices are taken no card is named, and a reservation given up by its buyer costs nothing", {
  tag: "@one-size",
}, async ({ page: buyer, host, monitor, meetVisitor }) => {
  await host.identify({ payment_methods: ["invoice"] });
  const concert = await host.announce("A club changes its mind", 60);
  const guest = await meetVisitor();
  monitor.expect("400 /api/trpc/hold.confirm");
  await guest.goto(`/checkout/${await holdOverRest(guest, concert, ["D-3"])}`);
  await press(guest.getByRole("button", { name: "Reserve on invoice" }));
  const problem = guest.getByRole("main").getByRole("alert");
  await expect(problem).toContainText("Let go of these seats, sign in, and pick them again.");
  await expect(problem).not.toContainText("card");

  await signInByMail(buyer, `club-${randomUUID().slice(0, 8)}@example.com`);
  await buyer.goto(await reserve(buyer, concert.event_id, ["C-5"]));
  await press(buyer.getByRole("button", { name: /^Cancel reservation/ }));
  const dialog = buyer.getByRole("dialog", { name: "Cancel this reservation?" });
  await expect(dialog.getByText(/^Nothing was paid, so you owe nothing/)).toBeVisible();
  await press(dialog.getByRole("button", { name: "Cancel reservation" }));
  await expect(buyer.getByText("This reservation is cancelled")).toBeVisible();
  await buyer.goto("/bookings");
  await expect(buyer.getByRole("main").getByText("Reservation cancelled")).toBeVisible();
});
