import { expect, type Page } from "@playwright/test";
import { untilMailed } from "./mailbox";
import { press } from "./picker";

/** Asks for a mail on the page, and answers with its code and the path of its link. */
export async function askForMail(page: Page, email: string, count = 1): Promise<{ code: string; link: string }> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Send me a code" }));
  await expect(page.getByRole("textbox", { name: "Code" })).toBeFocused();
  const [mail] = await untilMailed(page, email, count);
  const [code = ""] = /\b\d{6}\b/.exec(mail?.text ?? "") ?? [];
  const [link = ""] = /\/sign-in#token=\S+/.exec(mail?.text ?? "") ?? [];
  return { code, link };
}

/** Signs in with the address, whose mails are `count` with that one. */
export async function signInByCode(page: Page, email: string, count = 1): Promise<void> {
  const { code } = await askForMail(page, email, count);
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
}
