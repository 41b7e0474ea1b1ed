import type { Page } from "@playwright/test";
import { readStack } from "./stack";

/** Signs this browser in with a session token. */
export async function signIn(page: Page, token: string): Promise<void> {
  // A host's cookies go to all of its ports.
  await page.context().addCookies([{ name: "evently_session", value: token, url: readStack().sites.usual }]);
}
