import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { word } from "./long-words";
import { Organizer } from "./organizer";
import { postToApi } from "./post-to-api";
import { signIn } from "./session";

const mixed = "👩‍👩‍👧‍👦 <b>東京</b> & حفلة موسيقية (2027): “คอนเสิร์ต”";

const seat_types = ["A", "B", "C"].map((letter) => letter + word(23));

/** Three blocks of three rows, keys A-1 to C-30. */
const seats = seat_types.flatMap((seat_type, block) =>
  Array.from({ length: 30 }, (_, index) => ({
    seat_pos: `${"ABC"[block]}-${index + 1}`,
    section: `${block}${word(59)}`,
    row_label: `${Math.floor(index / 10)}${"W".repeat(15)}`,
    seat_label: `${index % 10}WWWWWWW`,
    seat_type,
    x: (index % 10) * 6,
    y: 20 + (block * 3 + Math.floor(index / 10)) * 8,
    accessible: index === 0,
  })),
);

export type LongHouse = Awaited<ReturnType<typeof openLongHouse>>;

/** An organizer whose every text is as long as it may be, in words as long as the text, with an event that has sold seats. */
export async function openLongHouse() {
  const host = await new Organizer(`${word(72)}${randomUUID().slice(0, 8)}`).settle(word(120));
  host.venue_id = await host.build(
    {
      name: word(120),
      address: word(200),
      map_url: `https://example.com/${"x".repeat(400)}`,
      description: word(160),
      seat_types,
    },
    seats,
  );
  await host.identify({
    ...{ name: word(120), legal_name: word(200), address: word(300), vat_id: word(40) },
    contact_email: longAddress(),
    ...{ terms_url: `https://example.com/${"t".repeat(400)}`, privacy_url: `https://example.com/${"p".repeat(400)}` },
  });
  const event = {
    artists: [word(80), mixed, word(79)],
    tags: [word(120), mixed],
    description: `${word(160)} ${mixed}`,
    programme: `${word(160)}\n${word(60)}: ${word(160)}\n\nhttps://example.com/${"x".repeat(160)}`,
    seat_type_prices: Object.fromEntries(seat_types.map((type, index) => [type, 99_999_999 - index * 1_234])),
  };
  const sales_start = new Date(Date.now() + 86_400_000).toISOString();
  const concert = await host.announce(word(160), 4, event);
  await host.repeat(concert, [7]);
  const draft = await host.announce(word(159), 5, { ...event, sales_start, status: "draft" });
  await host.announce(mixed, 6, { ...event, sales_start });
  for (const seat of ["C-1", "C-2"]) await buy(concert, [seat, `${seat}0`]);
  await host.untilListed(concert);
  return { host, concert, draft };
}

/** A new address, as long as one may be. */
export function longAddress(): string {
  const name = `${randomUUID()}${"w".repeat(64)}`.slice(0, 64);
  return `${name}@${`${"x".repeat(60)}.`.repeat(3)}com`;
}

/** A buyer with the longest name and address that there are. Returns their session's token. */
async function meetBuyer(): Promise<string> {
  const account = { email: longAddress(), name: word(120) };
  return (await postToApi<{ token: string }>("/user", account)).token;
}

type Concert = { event_id: string };

async function hold(concert: Concert, seats: readonly string[], token: string): Promise<string> {
  const path = `/events/${concert.event_id}/hold`;
  return (await postToApi<{ holding_id: string }>(path, { seats }, token)).holding_id;
}

async function buy(concert: Concert, seats: readonly string[], token?: string): Promise<string> {
  const buyer = token ?? (await meetBuyer());
  const path = `/${await hold(concert, seats, buyer)}/confirm`;
  return (await postToApi<{ booking_id: string }>(path, { payment: { token: "tok_visa" } }, buyer)).booking_id;
}

/** Signs this browser in as a buyer. */
export async function signInAsBuyer(page: Page): Promise<void> {
  await signIn(page, await meetBuyer());
}

/** Signs this browser in as a buyer who holds these seats. Returns the hold's id. */
export async function holdAsBuyer(page: Page, concert: Concert, seats: readonly string[]): Promise<string> {
  const token = await meetBuyer();
  await signIn(page, token);
  return hold(concert, seats, token);
}

/** The same as a buyer who has booked them. Returns the booking's id. */
export async function buyAsBuyer(page: Page, concert: Concert, seats: readonly string[]): Promise<string> {
  const token = await meetBuyer();
  await signIn(page, token);
  return buy(concert, seats, token);
}
