import type { Envelope } from "@evently/core/delivery/mailer";
import { MailFailure } from "@evently/core/mail/mail-failure";
import { sampleLetters } from "@evently/mail/sample-letters";
import { writeTicketsPdf } from "@evently/tickets/write-tickets-pdf";
import { afterEach, describe, expect, it } from "vitest";
import { type Behavior, openSmtpServer, type SmtpServer } from "../testing/mail/open-smtp-server.ts";
import { createSmtpMailer } from "./smtp-mailer.ts";

const opened: { close(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const program of opened.splice(0).reverse()) await program.close();
});

async function open(behave: Behavior, options = {}): Promise<SmtpServer & { send: typeof send }> {
  const server = await openSmtpServer(behave, options);
  const mailers = new Map<number, ReturnType<typeof createSmtpMailer>>();
  opened.push(server);
  return Object.assign(server, { send });

  async function send(envelope: Partial<Envelope> = {}, timeoutSeconds = 20): Promise<MailFailure | null> {
    const from = "Evently <tickets@example.org>";
    const given = { url: server.url, from, origin: "https://tickets.example", timeoutSeconds, print: writeTicketsPdf };
    const mailer = mailers.get(timeoutSeconds) ?? createSmtpMailer(given);
    if (!mailers.has(timeoutSeconds)) opened.push(mailer);
    mailers.set(timeoutSeconds, mailer);
    const letter = sampleLetters.find(({ name }) => name === "booking-confirmed")?.letter;
    if (!letter) throw new Error("there is no sample");
    const whole = { message_id: "one", to: "ann@example.org", toAdmin: false, letter, ...envelope };
    return mailer.send(whole).then(
      () => null,
      (error) => error,
    );
  }
}

/** Answers any command with a code. */
const refuse =
  (responseCode: number) =>
  (...given: unknown[]) =>
    (given.at(-1) as (error: Error) => void)(Object.assign(new Error("not from you"), { responseCode }));

/** Seconds, for what is never answered. */
const soon = 4;

it("hands over a mail with both parts, text first, the tickets and the calendar file", async () => {
  const server = await open(() => "accept");
  expect(await server.send()).toBeNull();
  const [mail] = server.received;
  expect(mail).toMatchObject({ to: "ann@example.org", message_id: "<one@tickets.example>" });
  const { source = "" } = mail ?? {};
  expect(source).toMatch(/^From: Evently <tickets@example.org>$/m);
  expect(source).toMatch(/^To: ann@example.org$/m);
  expect(source).toMatch(/^Auto-Submitted: auto-generated$/m);
  const types = [...source.matchAll(/^Content-Type: ([\w/-]+)/gm)].map(([, type]) => type);
  const parts = ["multipart/mixed", "multipart/alternative", "text/plain", "text/html"];
  expect(types).toEqual([...parts, "application/pdf", "text/calendar"]);
  expect(source).toMatch(/filename=booking-01234\.pdf/);
  expect(source).toMatch(/filename=booking-01234\.ics/);
});

it("sends many over few connections, each once", async () => {
  const server = await open(() => "accept");
  const ids = Array.from({ length: 30 }, (_, i) => `mail-${i}`);
  expect(await Promise.all(ids.map((message_id) => server.send({ message_id })))).toEqual(ids.map(() => null));
  expect(server.received.map(({ message_id }) => message_id).sort()).toEqual(
    ids.map((id) => `<${id}@tickets.example>`).sort(),
  );
});

describe("a mail that is not accepted", () => {
  it.each([
    [421, false],
    [451, false],
    [550, true],
    [554, true],
  ])("fails with the server's %i and says nothing else of its answer", async (code, isFinal) => {
    const server = await open(() => code);
    const failure = await server.send();
    expect(failure).toBeInstanceOf(MailFailure);
    expect(failure).toMatchObject({ isFinal, name: `SMTP ${code}`, message: `the mail server answered ${code}` });
    expect(failure?.cause).toBeUndefined();
    expect(server.tries).toBe(1);
  });

  it("fails by its recipient's refusal", async () => {
    const onRcptTo = (_: unknown, __: unknown, callback: (error: Error) => void) =>
      callback(Object.assign(new Error("no such user <ann@example.org>"), { responseCode: 550 }));
    const failure = await (await open(() => "accept", { onRcptTo })).send();
    expect(failure).toMatchObject({ isFinal: true, message: "the mail server answered 550" });
  });

  it.each([
    ["its sender", { onMailFrom: refuse(553) }],
    ["whoever is connected", { onConnect: refuse(554) }],
  ])("is tried again where the server refuses %s", async (_, options) => {
    expect(await (await open(() => "accept", options)).send()).toMatchObject({ isFinal: false });
  });

  it.each(["hang", "hang up"] as const)(
    "fails without an answer where the server would %s, and is sent next time",
    async (bad) => {
      const server = await open((n) => (n === 1 ? bad : "accept"));
      expect(await server.send({}, bad === "hang" ? soon : 20)).toMatchObject({
        isFinal: false,
        name: "SMTP, no answer",
      });
      expect(server.tries, "it is for scheduled work to repeat it").toBe(1);
      expect(await server.send()).toBeNull();
      expect(server.received.map(({ message_id }) => message_id)).toEqual(["<one@tickets.example>"]);
      expect(server.tries, "it is for scheduled work to repeat it").toBe(2);
    },
  );

  it("is the same mail by its Message-ID where the server accepted it and its answer never came", async () => {
    const server = await open((n) => (n === 1 ? "accept in silence" : "accept"));
    expect(await server.send({}, soon)).toMatchObject({ isFinal: false });
    expect(await server.send()).toBeNull();
    expect(server.received.map(({ message_id }) => message_id)).toEqual(Array(2).fill("<one@tickets.example>"));
  });

  it("fails without an answer where nobody listens", async () => {
    const server = await open(() => "accept");
    await server.close();
    expect(await server.send()).toMatchObject({ isFinal: false, name: "SMTP, no answer" });
  });

  it("is tried again where our password is wrong", async () => {
    const onAuth = (_: unknown, __: unknown, callback: (error: Error) => void) =>
      callback(Object.assign(new Error("wrong"), { responseCode: 535 }));
    const server = await openSmtpServer(() => "accept", {
      disabledCommands: ["STARTTLS"],
      onAuth,
      allowInsecureAuth: true,
    });
    const url = server.url.replace("//", "//user:secret@");
    const mailer = createSmtpMailer({
      url,
      from: "a@example.org",
      origin: "https://a.example",
      timeoutSeconds: 5,
      print: writeTicketsPdf,
    });
    opened.push(server, mailer);
    const letter = sampleLetters[0]?.letter;
    if (!letter) throw new Error("there is no sample");
    const failure = await mailer
      .send({ message_id: "one", to: "ann@example.org", toAdmin: false, letter })
      .catch((e) => e);
    expect(failure).toMatchObject({ isFinal: false, name: "SMTP 535" });
    expect(String(failure)).not.toContain("secret");
  });
});
