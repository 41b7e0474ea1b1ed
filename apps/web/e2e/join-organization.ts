import { expect, type Page } from "@playwright/test";
import { untilMailed } from "./mailbox";
import { press } from "./picker";

/** Follows the invitation in somebody's mailbox in a browser where nobody is signed in, and accepts it. */
export async function joinOrganization(page: Page, email: string): Promise<void> {
  const [invitation] = await untilMailed(page, email, 1);
  const [link = ""] = /\/invitations#token=\S+/.exec(invitation?.text ?? "") ?? [];
  await page.goto(link);
  await expect(page).toHaveURL(/\/invitations$/);
  await press(page.getByRole("button", { name: "Sign in" }));
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Send me a code" }));
  await expect(page.getByRole("textbox", { name: "Code" })).toBeFocused();
  const [mail] = await untilMailed(page, email, 2);
  await page.getByRole("textbox", { name: "Code" }).fill(/\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "");
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  await press(page.getByRole("button", { name: "Accept invitation" }));
  await expect(page).toHaveURL(/\/organizer$/);
}
