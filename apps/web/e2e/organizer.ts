import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { CreateEvent } from "@evently/core/event";
import type { ChangeOrganization, MemberRole } from "@evently/core/organization";
import type { CreateVenue } from "@evently/core/venue";
import type { Page } from "@playwright/test";
import { postToApi } from "./post-to-api";
import { signIn } from "./session";
import { readStack } from "./stack";

export type Concert = { event_id: string; name: string; city: string };

const rows = "ABCDEFGHJK".split("");
const seatsPerRow = 10;
const pitch = 6;

/** A small venue: eight rows of stalls with wheelchair spaces in the last one, two rows of balcony, 100 seats. */
const seats = rows.flatMap((letter, depth) =>
  Array.from({ length: seatsPerRow }, (_, index) => {
    const isBalcony = depth >= 8;
    return {
      row: isBalcony ? `BAL${letter}` : letter,
      row_label: letter,
      section: isBalcony ? "Balcony" : "Stalls",
      seat_type: isBalcony ? "Balcony" : "Premium",
      seat_num: index + 1,
      x: (index - (seatsPerRow - 1) / 2) * pitch,
      y: 20 + depth * 7 + (isBalcony ? 8 : 0),
      accessible: depth === 7 && (index < 2 || index >= seatsPerRow - 2),
    };
  }),
);

/** An organizer over REST, with a venue in a city of its own. */
export class Organizer {
  readonly city: string;
  readonly #api: string;
  #token = "";
  user_id = "";
  organization_id = "";
  venue_id = "";

  constructor(city = `City ${randomUUID().slice(0, 8)}`, api = readStack().apis.usual) {
    this.city = city;
    this.#api = api;
  }

  async settle(name = "House manager"): Promise<this> {
    const account = { email: `${randomUUID()}@example.com`, name, role: "organizer" };
    const made = await this.#post<Record<"token" | "user_id" | "organization_id", string>>("/user", account);
    this.#token = made.token;
    this.user_id = made.user_id;
    this.organization_id = made.organization_id;
    this.venue_id = await this.build({ name: "The Small House" }, seats);
    return this;
  }

  /** Makes a venue of these seats. Returns its id. */
  async build(
    venue: Partial<CreateVenue> & { name: string },
    seats: readonly object[],
  ): Promise<CreateEvent["venue_id"]> {
    const { venue_id } = await this.#post<{ venue_id: CreateEvent["venue_id"] }>("/venue", {
      city: this.city,
      seat_types: ["Premium", "Balcony"],
      timezone: "Europe/Berlin",
      ...venue,
    });
    await this.#post(`/venue/${venue_id}/seats`, { seats });
    return venue_id;
  }

  /** Puts an event in `days` on sale, now unless `more` says when: US$85 in the stalls, US$40 in the balcony. */
  async announce(name: string, days: number, more: Partial<CreateEvent> = {}): Promise<Concert> {
    const start = new Date(Date.now() + days * 86_400_000);
    start.setUTCHours(18, 30, 0, 0);
    const { event_id } = await this.#post<{ event_id: string }>("/events", {
      venue_id: this.venue_id,
      name,
      start_time: start.toISOString(),
      duration: 110,
      artists: ["Ida Brandt, violin"],
      tags: ["chamber"],
      description: "An evening of chamber music.",
      programme: "Ravel: Sonata for Violin and Cello\nKodaly: Duo",
      seat_type_prices: { Premium: 8500, Balcony: 4000 },
      ...more,
    });
    return { event_id, name, city: this.city };
  }

  /** Scans a ticket at the door. */
  async letIn(
    event_id: string,
    code: string,
    more: { at?: string; gate?: string; device?: string } = {},
  ): Promise<void> {
    await this.#post(`/events/${event_id}/check-ins`, { code, ...more });
  }

  /** Who is in; or only what went wrong. */
  async countIn(event_id: string, conflicts = false): Promise<{ admitted: number; items: unknown[] }> {
    const headers = { authorization: `Bearer ${this.#token}` };
    const response = await fetch(`${this.#api}/events/${event_id}/check-ins?conflicts=${conflicts}`, { headers });
    return (await response.json()) as { admitted: number; items: unknown[] };
  }

  /** Issues a booking's ticket anew. Returns its code. */
  async reissue(path: string, seat: string): Promise<string> {
    const { code } = await this.#post<{ code: string }>(`${path}/tickets/${seat}/reissue`, {});
    return code;
  }

  /** Moves somebody to another seat. */
  async move(path: string, from: string, to: string): Promise<void> {
    await this.#post(`${path}/move`, { seats: [{ from, to }] });
  }

  /** Says who sells, as buyers read it. */
  async identify(identity: Omit<ChangeOrganization, "organization_id">): Promise<void> {
    await postToApi(`/organizations/${this.organization_id}`, identity, this.#token, "PATCH", this.#api);
  }

  /** Invites somebody to the organization by a mail. */
  async invite(email: string, role: MemberRole): Promise<void> {
    await this.#post(`/organizations/${this.organization_id}/invitations`, { email, role });
  }

  /** Waits until the list of events has them, within a second or two. */
  async untilListed(...concerts: readonly Concert[]): Promise<void> {
    for (const { event_id } of concerts) while (!(await this.#isListed(event_id))) await pause(100);
  }

  /** Publishes the same event as many days later. */
  async repeat({ event_id }: Concert, daysLater: readonly number[]): Promise<void> {
    const { start_time } = (await (await fetch(`${this.#api}/events/${event_id}`)).json()) as { start_time: string };
    const start_times = daysLater.map((days) => new Date(Date.parse(start_time) + days * 86_400_000).toISOString());
    await this.#post(`/events/${event_id}/copy`, { start_times, publish: true });
  }

  /** Signs this browser in as the organizer. */
  async signIn(page: Page): Promise<void> {
    await signIn(page, this.#token);
  }

  async #isListed(event_id: string): Promise<boolean> {
    const response = await fetch(`${this.#api}/events?city=${encodeURIComponent(this.city)}&limit=200`);
    const { items } = (await response.json()) as { items: { event_id: string }[] };
    return items.some((item) => item.event_id === event_id);
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    return postToApi<T>(path, body, this.#token, "POST", this.#api);
  }
}
