import type { Page } from "@playwright/test";
import { signUp } from "./organizer-forms";
import { expect, test } from "./story";

/** Keeps the page's scripts on their way until what it answers is called. */
async function delayScripts(page: Page): Promise<() => void> {
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((done) => {
    arrive = done;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

test("what is typed before the page is awake is searched for once it is", { tag: "@one-size" }, async ({ page }) => {
  const arrive = await delayScripts(page);
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "Search by artist, work or hall" }).fill("zzyzzyva");
  arrive();
  await expect(page.getByRole("heading", { name: "Nothing for “zzyzzyva”" })).toBeVisible();
});

test("a form takes and sends nothing before the page is awake, and works then", { tag: "@one-size" }, async ({
  page,
}) => {
  const arrive = await delayScripts(page);
  await page.goto("/organizer", { waitUntil: "commit" });
  const send = page.getByRole("button", { name: "Make the account" });
  await expect(page.getByRole("textbox", { name: "Name" })).not.toBeEditable();
  await expect(send).toBeDisabled();
  await send.click({ force: true });
  arrive();
  await signUp(page);
  expect(new URL(page.url()).search).toBe("");
});
