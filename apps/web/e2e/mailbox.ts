import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KeptMail } from "@evently/core/mail";
import { expect, type Page } from "@playwright/test";
import { readStack } from "./stack";

/** The mailbox's page, or another one of it, with the key that is in the API's folder. */
export function mailboxPath(page = "/mailbox", query: Record<string, string> = {}): string {
  const key = readFileSync(join(readStack().settings.DATA_DIR ?? "", "mailbox.key"), "utf8").trim();
  return `${page}?${new URLSearchParams({ key, ...query })}`;
}

/** Waits until somebody has so many mails, of a kind if that is given; the newest first. */
export async function untilMailed(page: Page, to: string, count: number, kind?: KeptMail["kind"]): Promise<KeptMail[]> {
  let mails: KeptMail[] = [];
  const read = async () => {
    const answer = await page.request.get(`/api${mailboxPath("/mailbox", { to })}`);
    const { items } = (await answer.json()) as { items: KeptMail[] };
    mails = items.filter((mail) => kind === undefined || mail.kind === kind);
    return mails.length;
  };
  // Behind the mails of all other stories.
  await expect.poll(read, { timeout: 240_000 }).toBe(count);
  return mails;
}

/** Waits for the newest of somebody's `count` mails, one to sign in: its code, and the path of its link. */
export async function readSignInMail(page: Page, to: string, count = 1): Promise<{ code: string; link: string }> {
  const [mail] = await untilMailed(page, to, count, "sign-in");
  const [code = ""] = /\b\d{6}\b/.exec(mail?.text ?? "") ?? [];
  const [link = ""] = /\/sign-in#token=\S+/.exec(mail?.text ?? "") ?? [];
  return { code, link };
}
