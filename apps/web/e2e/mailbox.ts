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

/** Waits until somebody has so many mails; the newest first. */
export async function untilMailed(page: Page, to: string, count: number): Promise<KeptMail[]> {
  let mails: KeptMail[] = [];
  const read = async () => {
    const answer = await page.request.get(`/api${mailboxPath("/mailbox", { to })}`);
    mails = ((await answer.json()) as { items: KeptMail[] }).items;
    return mails.length;
  };
  await expect.poll(read).toBe(count);
  return mails;
}
