import { listEventMails } from "@evently/core/delivery/list-event-mails";
import { putMail } from "@evently/core/mail/mail.table";
import { transactAll } from "@evently/core/table/transact-all";
import { openCore } from "@evently/core/testing/open-core";
import { openEvent } from "@evently/core/testing/open-event";
import { letTimePass } from "@evently/core/testing/settle-everything";
import { newBooking, putBookings } from "@evently/core/testing/sold-bookings";
import { openPrinter } from "@evently/tickets/open-printer";
import { expect, it } from "vitest";
import { type Behavior, openSmtpServer } from "../testing/mail/open-smtp-server.ts";
import { createSmtpMailer } from "./smtp-mailer.ts";

/** What becomes of the first tries; all later ones are accepted. */
const first = [
  ...[451, "hang up", "hang", "accept in silence", 550, "accept"],
  ...[421, "accept late", "accept", 452, "hang up"],
] as const;
const behave: Behavior = (n) => first[n - 1] ?? "accept";

it("a mail server that puts off, refuses, hangs, answers late and hangs up gets every mail but the refused one, which is shown", async () => {
  const server = await openSmtpServer(behave);
  const printer = openPrinter();
  const given = {
    from: "tickets@example.org",
    origin: "https://tickets.example",
    timeoutSeconds: 2,
    print: printer.print,
  };
  const mailer = createSmtpMailer({ url: server.url, ...given });
  const core = await openCore({ mailer });
  const { event_id, organizer } = await openEvent(core, { rows: 1, perRow: first.length });
  const bookings = first.map((_, n) => newBooking(core, { event_id, organizer }, n));
  await transactAll(core.table, bookings.flatMap(putBookings), { items: 99 });
  const mails = bookings.map(({ booking_id, user_id }) =>
    putMail({ kind: "booking-confirmed", booking_id, event_id, user_id }, core.clock()),
  );
  await transactAll(core.table, mails);
  await letTimePass(core, 2_000, 100);

  const { items } = await listEventMails(core, organizer, { event_id, limit: 50 });
  expect(items.filter(({ state }) => state === "dead")).toMatchObject([{ last_error: "SMTP 550" }]);
  expect(items.filter(({ state }) => state === "sent")).toHaveLength(first.length - 1);
  const told = new Map(server.received.map(({ to, message_id }) => [message_id, to]));
  expect(told.size).toBe(first.length - 1);
  expect(new Set(told.values()).size, "one mail for each address").toBe(first.length - 1);
  expect(server.received.length, "those whose answer came late or never were accepted twice").toBeGreaterThan(
    first.length,
  );
  expect(core.faults.splice(0).join("\n"), "what is logged names nobody").not.toMatch(/@|example/);
  await core.close();
  mailer.close();
  await printer.close();
  await server.close();
});
