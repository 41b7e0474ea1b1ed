import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Envelope } from "@evently/core/delivery/mailer";
import { sampleLetters } from "@evently/mail/sample-letters";
import { writeTicketsPdf } from "@evently/tickets/write-tickets-pdf";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { keepInMemory } from "../mail/mail-store.ts";
import { createMailbox } from "../mail/mailbox.ts";
import { openMailer } from "../mail/open-mailer.ts";
import { serveMailbox } from "./serve-mailbox.ts";

const folder = mkdtempSync(join(tmpdir(), "evently-mailbox-"));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = { DATA_DIR: folder, HOST: "127.0.0.1", MAIL_TIMEOUT: 20, WEB_PORT: 3000 } as const;
const origin = "http://127.0.0.1:3000";
const key = "the-key";
let mailbox = createMailbox(keepInMemory(), origin, () => 1_800_000_000);
let routes = serveMailbox({ mailbox, samples: mailbox, key }, "secret");

beforeEach(async () => {
  mailbox = createMailbox(keepInMemory(), origin, () => 1_800_000_000);
  routes = serveMailbox({ mailbox, samples: mailbox, key }, "secret");
  for (const [i, { letter }] of sampleLetters.entries()) await send({ letter, message_id: `mail-${i}` });
});

const [sample] = sampleLetters;
const send = (envelope: Partial<Envelope>) => {
  if (!sample) throw new Error("there is no sample");
  return mailbox.send({ message_id: "one", to: "ann@example.org", toAdmin: false, letter: sample.letter, ...envelope });
};

async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await routes.request(`${origin}${path}`, { headers: { host: "127.0.0.1:8000", ...headers } });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: text.startsWith("{") ? JSON.parse(text) : {} };
}

it("lists what was sent, newest first, page by page", async () => {
  const limit = Math.ceil(sampleLetters.length / 2);
  const { body } = await ask(`/mailbox?key=${key}&limit=${limit}`);
  const next = await ask(`/mailbox?key=${key}&limit=${limit}&cursor=${body.next_cursor}`);
  const all = [...body.items, ...next.body.items];
  expect(all.map(({ kind }) => kind)).toEqual(sampleLetters.map(({ letter }) => letter.kind).reverse());
  expect(next.body.next_cursor).toBeNull();
  expect(all[0]).toMatchObject({
    ...{ to: "ann@example.org", at: "2027-01-15T08:00:00.000Z", kind: "reminder" },
    ...{ message_id: `<mail-${sampleLetters.length - 1}@127.0.0.1>`, subject: expect.stringContaining("Reminder") },
    attachments: [
      { filename: "booking-01234.pdf", content_type: "application/pdf" },
      { filename: "booking-01234.ics", content_type: "text/calendar; charset=utf-8" },
    ],
  });
});

it("lists those to one address, however it is written, and none that is for an admin", async () => {
  await send({ to: "Bob@example.org" });
  await send({ to: "root@example.org", toAdmin: true });
  expect((await ask(`/mailbox?key=${key}&to=bob@EXAMPLE.org`)).body.items).toHaveLength(1);
  expect((await ask(`/mailbox?key=${key}&to=root@example.org`)).body.items).toEqual([]);
});

it("shows one as its recipient sees it, in a frame where it can do nothing", async () => {
  const { status, text, headers } = await ask(`/mailbox/1?key=${key}`);
  expect(status).toBe(200);
  expect(text).toContain("045617");
  expect(text).toContain('<head><base target="_blank">');
  expect(headers.get("content-security-policy")).toContain("sandbox");
  expect((await ask(`/mailbox/99?key=${key}`)).status).toBe(404);
});

it("has a sample of every mail beside them", async () => {
  const { mailbox: opened } = await openMailer({ ...settings, PUBLIC_ORIGIN: origin } as never, writeTicketsPdf);
  if (!opened) throw new Error("it has no mailbox");
  routes = serveMailbox(opened, "secret");
  const { body } = await ask(`/mailbox/samples?key=${opened.key}`);
  expect(body.items.map(({ to }: { to: string }) => to)).toEqual(sampleLetters.map(({ name }) => name));
  expect((await ask(`/mailbox/samples/1?key=${opened.key}`)).text).toContain("Reminder");
  expect((await ask("/mailbox/samples")).status).toBe(404);
});

it.each([
  ["without the key", "/mailbox", {}],
  ["with a wrong key", "/mailbox?key=the-ke", {}],
  ["with no key for one of them", "/mailbox/1", {}],
  ["by another name", `/mailbox?key=${key}`, { host: "rebound.example:8000" }],
  ["through a proxy by another name", `/mailbox?key=${key}`, { "x-forwarded-host": "tickets.example" }],
])("is not found %s", async (_, path, headers) => {
  expect((await ask(path, headers)).status).toBe(404);
});

it.each(["limit=0", "limit=x", "cursor=wrong"])("refuses %s", async (query) => {
  expect((await ask(`/mailbox?key=${key}&${query}`)).status).toBe(422);
});

describe("a process", () => {
  const open = (more: Partial<Parameters<typeof openMailer>[0]> = {}) =>
    openMailer({ ...settings, ...more } as never, writeTicketsPdf);

  it("has a mailbox where nobody but its machine is served, one for all processes, for its user alone", async () => {
    const [first, other] = [await open(), await open({ PUBLIC_ORIGIN: "http://localhost:3000" })];
    expect(first.mailbox?.key).toMatch(/^[\w-]{32}$/);
    expect(other.mailbox?.key).toBe(first.mailbox?.key);
    expect(statSync(join(folder, "mailbox.key")).mode & 0o777).toBe(0o600);
    expect(first.mailer).toBe(first.mailbox?.mailbox);
    const [letter] = sampleLetters.map((sample) => sample.letter);
    if (!letter) throw new Error("there is no sample");
    await first.mailer?.send({ message_id: "one", to: "ann@example.org", toAdmin: false, letter });
    await other.mailer?.send({ message_id: "two", to: "bob@example.org", toAdmin: false, letter });
    const reopened = await open();
    for (const { mailbox } of [first, other, reopened]) {
      const mails = await mailbox?.mailbox.list({ limit: 10 });
      expect(mails?.map(({ number, to }) => [number, to])).toEqual([
        [2, "bob@example.org"],
        [1, "ann@example.org"],
      ]);
    }
    expect(statSync(join(folder, "mailbox.jsonl")).mode & 0o777).toBe(0o600);
  });

  const others = [
    { HOST: "0.0.0.0" },
    { PUBLIC_ORIGIN: "https://tickets.example" },
    { STRIPE_SECRET_KEY: "sk_test_1" },
  ];
  it.each(others)("has none with %o", async (more) => {
    expect(await open(more)).toMatchObject({ mailer: null, mailbox: null });
  });

  it("has none where an SMTP server carries its mails", async () => {
    const mail = { SMTP_URL: "smtp://127.0.0.1:1025", MAIL_FROM: "a@example.org", PUBLIC_ORIGIN: origin };
    const { mailer, mailbox, close } = await open(mail);
    expect(mailbox).toBeNull();
    expect(mailer).not.toBeNull();
    close();
  });
});
