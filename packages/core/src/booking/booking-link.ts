import { createHmac, timingSafeEqual } from "node:crypto";
import type { Core } from "../core.ts";
import { BookingId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { toVersions, type Versions } from "../user/versions.ts";
import type { Booking } from "./booking.ts";

type Linked = Pick<Booking, "booking_id" | "link_version">;
type Owner = Pick<Versions, "link_version">;

/** 132 bits. */
const length = 22;

const path = "/t/";

/**
 * Where whoever has the link finds the booking, without an account: `/t/{booking number}.{22 characters}`. It is stored nowhere, and
 * dead once the booking's own version or that of all its buyer's links has risen.
 */
export function linkOf(linkKeys: readonly string[], booking: Linked, owner: Owner): string {
  const [key] = linkKeys;
  if (key === undefined) throw new Error("there is no key for links");
  return nameToPath(`${numberOf(booking.booking_id)}.${sign(key, booking, owner)}`);
}

/** The path of a booking's link. Throws UNAVAILABLE. */
export async function findLink(
  { table, linkKeys }: Pick<Core, "table" | "linkKeys">,
  booking: Linked & Pick<Booking, "user_id">,
): Promise<string> {
  return linkOf(linkKeys, booking, toVersions(await readItem(table, keys.user(booking.user_id))));
}

/** The part behind `/t/`. */
export const nameOfLink = (link: string): string => link.slice(path.length);

export const nameToPath = (name: string): string => `${path}${name}`;

/** Which booking a link is for, whether it opens it or not; null if it is none. */
export function bookingOfLink(name: string): BookingId | null {
  const [, number = ""] = /^([1-9]\d{0,14})\.[\w-]{22}$/.exec(name) ?? [];
  return number === "" ? null : BookingId.parse(`booking-${number.padStart(5, "0")}`);
}

/** Whether a link, made with any of the keys, opens the booking now. */
export function opensBooking(linkKeys: readonly string[], name: string, booking: Linked, owner: Owner): boolean {
  const given = Buffer.from(name.slice(name.indexOf(".") + 1));
  return linkKeys.some((key) => {
    const expected = Buffer.from(sign(key, booking, owner));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const numberOf = (booking_id: BookingId): string => String(Number(booking_id.slice("booking-".length)));

function sign(key: string, { booking_id, link_version = 0 }: Linked, owner: Owner): string {
  return createHmac("sha256", Buffer.from(key, "base64url"))
    .update(`${booking_id} ${link_version} ${owner.link_version}`)
    .digest("base64url")
    .slice(0, length);
}
