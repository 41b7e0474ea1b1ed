import { randomUUID } from "node:crypto";
import { test as base, type Page } from "@playwright/test";
import { ConsoleMonitor } from "./console-monitor";
import { openOwnSite } from "./open-own-site";
import { type Concert, Organizer } from "./organizer";
import { readStack, type Server } from "./stack";

export { expect } from "@playwright/test";

type Story = {
  /** The site of the story. */
  server: Server;
  /** The story's own event, nothing sold yet. */
  concert: Concert;
  /** The story's own organizer, alone in a city. */
  host: Organizer;
  monitor: ConsoleMonitor;
  /** A page in the browser of another visitor. */
  meetVisitor: () => Promise<Page>;
  /** Opens a site with settings of its own, over the usual table; it ends once no page asks it for anything any more. */
  openSite: (settings: Record<string, string>) => Promise<{ url: string }>;
};

type Worker = { organizer: Organizer };

/** A story fails on browser errors, except those that it expects or allows. */
export const test = base.extend<Story, Worker>({
  server: ["usual", { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  organizer: [async ({}, use) => use(await new Organizer().settle()), { scope: "worker" }],
  baseURL: async ({ server }, use) => use(readStack().sites[server]),
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  monitor: async ({}, use) => {
    const monitor = new ConsoleMonitor();
    await use(monitor);
    base.expect(monitor.unexpected, "unexpected browser errors").toEqual([]);
    base.expect(monitor.missing, "expected browser errors that did not occur").toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  openSite: async ({}, use) => {
    const sites: Awaited<ReturnType<typeof openOwnSite>>[] = [];
    await use(async (settings) => {
      const site = await openOwnSite(settings);
      sites.push(site);
      return site;
    });
    for (const site of sites) await site.stop();
  },
  // Named first, what is opened first ends last.
  context: async ({ openSite: _, context, monitor }, use) => {
    monitor.follow(context);
    await use(context);
  },
  concert: async ({ organizer }, use, { title, project }) => {
    const number = randomUUID().slice(0, 8);
    await use(await organizer.announce(`${title.slice(0, 60)}, ${project.name} ${number}`, 30));
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  host: async ({}, use) => use(await new Organizer().settle()),
  meetVisitor: async ({ openSite: _, browser, monitor }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      monitor.follow(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
