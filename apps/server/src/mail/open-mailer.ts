import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Mailer } from "@evently/core/delivery/mailer";
import { isThisMachine } from "@evently/core/network/this-machine.rules";
import { systemClock } from "@evently/core/time";
import { sampleLetters } from "@evently/mail/sample-letters";
import type { PrintTickets } from "@evently/tickets/write-tickets-pdf";
import type { ServerConfig } from "../process/config.ts";
import { findSiteOrigin } from "../process/site-origin.ts";
import { keepInFile, keepInMemory } from "./mail-store.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";
import { createSmtpMailer } from "./smtp-mailer.ts";

type Settings = Pick<
  ServerConfig,
  "DATA_DIR" | "HOST" | "MAIL_FROM" | "MAIL_TIMEOUT" | "PUBLIC_ORIGIN" | "SMTP_URL" | "STRIPE_SECRET_KEY" | "WEB_PORT"
>;

/** Who carries this process's mails, if anybody does, and the mailbox where they stay on this machine. */
export type Post = { mailer: Mailer | null; mailbox: OpenMailbox | null; close(): void };

export type OpenMailbox = { mailbox: Mailbox; samples: Mailbox; key: string };

/**
 * Mails go to the SMTP server, with PDFs as `print` draws them; where none is set, into a mailbox if nobody but this machine is served and
 * payments are the test gateway's. Throws if its key
 * or its mails can't be kept.
 */
export async function openMailer(settings: Settings, print: PrintTickets): Promise<Post> {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_ORIGIN: origin, MAIL_TIMEOUT: timeoutSeconds } = settings;
  if (url && from && origin) {
    const mailer = createSmtpMailer({ url, from, origin, timeoutSeconds, print });
    return { mailer, mailbox: null, close: mailer.close };
  }
  const site = findSiteOrigin(settings);
  const close = () => undefined;
  // Whoever pays at Stripe does not sit at this machine.
  const isOwn =
    site !== null &&
    !settings.STRIPE_SECRET_KEY &&
    isThisMachine(settings.HOST) &&
    isThisMachine(new URL(site).hostname);
  if (!isOwn) return { mailer: null, mailbox: null, close };
  const mailbox = createMailbox(await keepInFile(join(settings.DATA_DIR, "mailbox.jsonl")), site, systemClock);
  const key = await keepKey(settings.DATA_DIR);
  return { mailer: mailbox, mailbox: { mailbox, samples: await fillWithSamples(site), key }, close };
}

/** Every mail that Evently writes, to be looked at; each to its own name. */
async function fillWithSamples(site: string): Promise<Mailbox> {
  const samples = createMailbox(keepInMemory(), site, systemClock);
  for (const { name, letter } of sampleLetters.toReversed())
    await samples.send({ message_id: name.replace(/\W+/g, "-"), to: name, toAdmin: false, letter });
  return samples;
}

/** The same at every start. */
async function keepKey(directory: string): Promise<string> {
  const file = join(directory, "mailbox.key");
  const key = randomBytes(24).toString("base64url");
  await writeFile(file, key, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return (await readFile(file, "utf8")).trim();
}
