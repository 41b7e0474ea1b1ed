import { expect, test } from "vitest";
import { writeBusyPage } from "./busy-page";

test("nginx tells whoever sends too much the same as the site, in a copy that `vitest --update` writes", async () => {
  const page = writeBusyPage(429, 5);
  expect(page).toContain("Too many pages at once.");
  expect(page).toContain("Try again in 5 seconds");
  await expect(page).toMatchFileSnapshot("../../../../nginx/too-many-requests.html");
});
