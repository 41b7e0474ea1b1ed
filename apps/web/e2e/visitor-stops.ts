import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { chooseCard } from "./checkout";
import { buyOverRest, holdOverRest } from "./guest";
import { listHydrated, unfoldFilters } from "./listing";
import { buyAsBuyer, holdAsBuyer, type LongHouse, longAddress, signInAsBuyer } from "./long-house";
import { word } from "./long-words";
import { mailboxPath, readSignInMail, untilMailed } from "./mailbox";
import { holdSeats, openEvent, press } from "./picker";

/** A page in one state, and how it gets there in a house of long words. */
export type Stop = { route: string; state: string; open: (page: Page, house: LongHouse) => Promise<unknown> };

export const visitorStops: readonly Stop[] = [
  { route: "/", state: "the events of a city", open: openList },
  { route: "/", state: "nothing found", open: openEmptyList },
  { route: "/events/[event_id]", state: "the map", open: (page, { concert }) => openEvent(page, concert) },
  { route: "/events/[event_id]", state: "the list of seats", open: openSeatList },
  { route: "/events/[event_id]", state: "held seats", open: openHeldSeats },
  { route: "/events/[event_id]", state: "the legal notice", open: openNotice },
  { route: "/checkout/[holding_id]", state: "the payment", open: openPayment },
  { route: "/checkout/[holding_id]", state: "the e-mail address", open: openContact },
  { route: "/challenge/[holding_id]", state: "the bank’s question", open: openChallenge },
  { route: "/bookings", state: "a booking", open: openBookings },
  { route: "/bookings/[booking_id]", state: "the ticket", open: openTicket },
  { route: "/bookings/[booking_id]", state: "the cancel dialog", open: openCancelDialog },
  { route: "/t/[link]", state: "the ticket", open: openLink },
  { route: "/sign-in", state: "an address that is none", open: openAddress },
  { route: "/sign-in", state: "the code", open: openCode },
  { route: "/sign-in", state: "the link of another device", open: openSignInLink },
  { route: "/sign-in", state: "bookings that were found", open: openFound },
  { route: "/account", state: "a session and the form of an address", open: openAccount },
  { route: "/account", state: "nobody signed in", open: openNobodysAccount },
  { route: "/invitations", state: "an invitation", open: openInvitation },
  { route: "/mailbox", state: "a mail", open: openMailbox },
  { route: "/mailbox/samples", state: "all of them", open: openSamples },
];

async function openList(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/?city=${encodeURIComponent(concert.city)}`);
  await listHydrated(page);
  await expect(page.getByRole("main").getByText(concert.name).first()).toBeVisible();
  await unfoldFilters(page);
  await press(page.getByRole("button", { name: "Dates", exact: true }));
  await expect(page.getByLabel("First day")).toBeVisible();
}

async function openEmptyList(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/?search=zzyzzyva&city=${encodeURIComponent(concert.city)}&artist=${encodeURIComponent(word(80))}`);
  await expect(page.getByRole("heading", { name: /^No event/ })).toBeVisible();
}

async function openSeatList(page: Page, { concert }: LongHouse): Promise<void> {
  await openEvent(page, concert);
  await press(page.getByRole("button", { name: "List", exact: true }));
  await expect(page.getByRole("button", { name: "List", exact: true, pressed: true })).toBeVisible();
}

async function openHeldSeats(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/events/${concert.event_id}?seats=A-28,A-29`);
  await holdSeats(page);
}

async function openNotice(page: Page, { concert }: LongHouse): Promise<void> {
  await openEvent(page, concert);
  await press(page.getByText("Legal notice"));
  await expect(page.getByText(word(300))).toBeVisible();
}

async function openPayment(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/checkout/${await holdAsBuyer(page, concert, ["A-1", "A-2", "B-1"])}`);
  await expect(page.getByRole("heading", { name: "Payment" })).toBeVisible();
}

async function openContact(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/checkout/${await holdOverRest(page, concert, ["A-3", "B-3"])}`);
  await press(page.getByRole("button", { name: "Change" }));
  await page.getByRole("textbox", { name: "E-mail address" }).fill(word(160));
  await press(page.getByRole("button", { name: "Continue to payment" }));
  await expect(page.locator("[aria-invalid=true]")).toBeVisible();
}

async function openChallenge(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/checkout/${await holdAsBuyer(page, concert, ["A-4", "B-4"])}`);
  await chooseCard(page, "A card that needs approval");
  await press(page.getByRole("button", { name: /^Pay / }));
  await expect(page.getByRole("heading", { name: "Do you approve this payment?" })).toBeVisible();
}

async function openBookings(page: Page, { concert }: LongHouse): Promise<void> {
  await buyAsBuyer(page, concert, ["A-5", "B-5"]);
  await page.goto("/bookings");
  await expect(page.getByRole("main").getByText(concert.name).first()).toBeVisible();
}

async function openTicket(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/bookings/${await buyAsBuyer(page, concert, ["A-6", "B-6", "C-6"])}`);
  await expect(page.getByRole("article", { name: "Ticket" })).toBeVisible();
}

async function openMailbox(page: Page, { concert }: LongHouse): Promise<void> {
  const email = longAddress();
  await buyOverRest(page, concert, ["B-9"], { email });
  await expect(async () => {
    await page.goto(mailboxPath("/mailbox", { to: email }));
    expect(await page.getByRole("article").count()).toBeGreaterThan(0);
  }).toPass();
}

async function openSamples(page: Page): Promise<void> {
  await page.goto(mailboxPath("/mailbox/samples"));
  await expect(page.getByRole("article").first()).toBeVisible();
}

async function openAddress(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(word(160));
  await press(page.getByRole("button", { name: "Send me a code" }));
  await expect(page.locator("[aria-invalid=true]")).toBeVisible();
}

async function openCode(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(longAddress());
  await press(page.getByRole("button", { name: "Send me a code" }));
  await page.getByRole("textbox", { name: "Code" }).fill("1");
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  await expect(page.locator("[aria-invalid=true]")).toBeVisible();
}

async function openAccount(page: Page): Promise<void> {
  await signInAsBuyer(page);
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Where you are signed in" })).toBeVisible();
  await press(page.getByRole("button", { name: "Confirm or change address" }));
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toBeVisible();
}

async function openNobodysAccount(page: Page): Promise<void> {
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "You are not signed in" })).toBeVisible();
}

async function openSignInLink(page: Page): Promise<void> {
  const email = longAddress();
  await page.request.post("/api/session", { data: { email } });
  await page.goto((await readSignInMail(page, email)).link);
  await expect(page.getByText("This link was asked for")).toBeVisible();
}

async function openFound(page: Page, { concert }: LongHouse): Promise<void> {
  const email = longAddress();
  await buyOverRest(page, concert, ["A-10", "B-10"], { email });
  await page.context().clearCookies();
  await page.request.post("/api/session", { data: { email } });
  await page.goto((await readSignInMail(page, email)).link);
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  await expect(page.getByRole("main").getByText(concert.name)).toBeVisible();
}

async function openLink(page: Page, { concert }: LongHouse): Promise<void> {
  const booking_id = await buyAsBuyer(page, concert, ["A-8", "B-8"]);
  const { link } = await (await page.request.get(`/api/bookings/${booking_id}`)).json();
  await page.goto(`/t/${link}`);
  await expect(page.getByRole("article", { name: "Ticket" })).toBeVisible();
}

async function openInvitation(page: Page, { host }: LongHouse): Promise<void> {
  const email = `${randomUUID()}${word(20)}@${"x".repeat(60)}.example.com`;
  await host.invite(email, "manager");
  const [mail] = await untilMailed(page, email, 1);
  await page.goto(/\/invitations#token=\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
}

async function openCancelDialog(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/bookings/${await buyAsBuyer(page, concert, ["A-7"])}`);
  await press(page.getByRole("button", { name: /^Cancel booking/ }));
  await expect(page.getByRole("dialog", { name: "Cancel this booking?" })).toBeVisible();
}
