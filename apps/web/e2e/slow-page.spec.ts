import type { Page } from "@playwright/test";
import { signUp } from "./organizer-forms";
import { expect, test } from "./story";

/** Delays the page's scripts until the returned function is called. */
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

test("text typed before hydration is searched for afterwards", { tag: "@one-size" }, async ({ page }) => {
  const arrive = await delayScripts(page);
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "Search by artist, work or hall" }).fill("zzyzzyva");
  arrive();
  await expect(page.getByRole("heading", { name: "No events found for “zzyzzyva”" })).toBeVisible();
});

test("a form is inactive before hydration and works afterwards", { tag: "@one-size" }, async ({ page }) => {
  const arrive = await delayScripts(page);
  await page.goto("/organizer", { waitUntil: "commit" });
  const send = page.getByRole("button", { name: "Create account" });
  await expect(page.getByRole("textbox", { name: "Name" })).not.toBeEditable();
  await expect(send).toBeDisabled();
  await send.click({ force: true });
  arrive();
  await signUp(page);
  expect(new URL(page.url()).search).toBe("");
});
