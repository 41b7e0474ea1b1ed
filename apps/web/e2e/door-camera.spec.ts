import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { browserArgs } from "./browser-args";
import type { ConsoleMonitor } from "./console-monitor";
import { answerOf, listCodes, openDoor, ticketField } from "./door";
import { findChromium } from "./find-chromium";
import { followPolicies } from "./follow-policies";
import { buyOverRest } from "./guest";
import { press } from "./picker";
import { expect, test } from "./story";
import { cameraArgs, writeCameraVideo } from "./write-camera-video";

type Camera = { args: string[]; options: BrowserContextOptions };
type Site = { baseURL: string | undefined; monitor: ConsoleMonitor };

/** A page in a browser with a camera of its own, as `args` say. */
async function inBrowser({ args, options }: Camera, { baseURL, monitor }: Site, visit: (page: Page) => Promise<void>) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...browserArgs, ...args] });
  try {
    const context = await browser.newContext({ baseURL: String(baseURL), ...options });
    monitor.follow(context);
    await visit(await context.newPage());
  } finally {
    await browser.close();
  }
}

test("a code is read by the camera, under a policy that lets only the door ask for one", { tag: "@one-size" }, async ({
  host,
  meetVisitor,
  monitor,
  baseURL,
}) => {
  const concert = await host.announce("An evening in front of a camera", 30);
  const buyer = await meetVisitor();
  const [code = ""] = await listCodes(buyer, await buyOverRest(buyer, concert, ["E-1"]));
  const folder = await mkdtemp(join(tmpdir(), "evently-camera-"));
  const video = join(folder, "ticket.y4m");
  await writeCameraVideo(video, [{ code, frames: 5 }], 10);
  try {
    const options: BrowserContextOptions = { serviceWorkers: "allow", permissions: ["camera"] };
    const camera = { args: cameraArgs(video), options };
    await inBrowser(camera, { baseURL, monitor }, async (page) => {
      const { opened, reported } = await followPolicies(page);
      await host.signIn(page);
      await page.goto(`/organizer/events/${concert.event_id}`);
      expect(opened.at(-1)?.permissions).toMatch(/^camera=\(\)/);
      await page.getByRole("link", { name: "Door", exact: true }).click();
      await page.getByRole("link", { name: "Open the door" }).click();
      await expect(ticketField(page)).toBeEditable();
      expect(opened.at(-1)).toMatchObject({
        path: `/door/${concert.event_id}`,
        policy: expect.stringMatching(/'nonce-.*worker-src 'self'.*form-action 'none'/),
        permissions: expect.stringMatching(/^camera=\(self\)/),
      });
      // The browser was told to allow it, so that nobody has to press.
      await expect(answerOf(page, "admitted")).toContainText("Stalls, Row E, seat 1");
      await page.getByRole("button", { name: "Stop camera" }).click();
      await expect(page.getByRole("button", { name: "Scan with the camera" })).toBeVisible();
      await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
      expect(reported).toEqual([]);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

const fakeDevice = "--use-fake-device-for-media-stream";

for (const [why, args, words] of [
  ["that is not there", [`${fakeDevice}=device-count=0`], "This device has no camera. Type the code, or use a phone."],
  [
    "that is refused",
    [fakeDevice],
    "The camera is blocked for this page. Allow it in the browser’s settings for this site, or type the code.",
  ],
] as const)
  test(`a camera ${why} is told in a sentence, and codes can be typed`, { tag: "@one-size" }, async ({
    host,
    monitor,
    baseURL,
  }) => {
    const concert = await host.announce("An evening without a camera", 30);
    await inBrowser({ args: [...args], options: { serviceWorkers: "block" } }, { baseURL, monitor }, async (page) => {
      if (why === "that is refused") await refuseCamera(page);
      await openDoor(page, host, concert.event_id);
      await press(page.getByRole("button", { name: "Scan with the camera" }));
      await expect(page.getByRole("main").getByRole("alert")).toHaveText(words);
      await expect(ticketField(page)).toBeEditable();
    });
  });

/** A browser without a window asks nobody: so the page is answered what a browser says whose owner has blocked the camera. */
async function refuseCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const getUserMedia = () => Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
    Object.assign(navigator.mediaDevices ?? {}, { getUserMedia });
  });
}
