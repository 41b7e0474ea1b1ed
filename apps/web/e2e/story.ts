import { randomUUID } from "node:crypto";
import { test as base, type Page } from "@playwright/test";
import { ConsoleWatch } from "./console-watch";
import { type Concert, Organizer } from "./organizer";
import { readStack, type Server } from "./stack";

export { expect } from "@playwright/test";

type Story = {
  /** Which site the story goes to. */
  server: Server;
  /** The story's own concert, nothing sold yet. */
  concert: Concert;
  /** An organizer of the story's own, in whose city nobody else plays. */
  host: Organizer;
  watch: ConsoleWatch;
  /** Another person at a browser of their own, with a page open. */
  meetVisitor: () => Promise<Page>;
};

type Worker = { organizer: Organizer };

/** A story fails on whatever its browsers complain of, save the lines that it foresees. */
export const test = base.extend<Story, Worker>({
  server: ["usual", { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  organizer: [async ({}, use) => use(await new Organizer().settle()), { scope: "worker" }],
  baseURL: async ({ server }, use) => use(readStack().sites[server]),
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  watch: async ({}, use) => {
    const watch = new ConsoleWatch();
    await use(watch);
    base.expect(watch.surprises, "what the browsers complained of").toEqual([]);
    base.expect(watch.missing, "what was foreseen and did not come").toEqual([]);
  },
  context: async ({ context, watch }, use) => {
    watch.follow(context);
    await use(context);
  },
  concert: async ({ organizer }, use, { title, project }) => {
    const number = randomUUID().slice(0, 8);
    await use(await organizer.announce(`${title.slice(0, 60)}, ${project.name} ${number}`, 30));
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  host: async ({}, use) => use(await new Organizer().settle()),
  meetVisitor: async ({ browser, watch }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      watch.follow(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
