import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { browserArgs } from "./browser-args";
import { answerOf, listCodes, openDoor, ticketField } from "./door";
import { findChromium } from "./find-chromium";
import { followPolicies } from "./follow-policies";
import { buyOverRest } from "./guest";
import { press } from "./picker";
import { expect, test } from "./story";
import { cameraArgs, writeCameraVideo } from "./write-camera-video";

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
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...browserArgs, ...cameraArgs(video)],
  });
  try {
    const permissions = ["camera"];
    const context = await browser.newContext({ baseURL: String(baseURL), serviceWorkers: "allow", permissions });
    monitor.follow(context);
    const page = await context.newPage();
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
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("a camera that can't be had is told in a sentence, and codes can be typed", { tag: "@one-size" }, async ({
  page,
  host,
}) => {
  const concert = await host.announce("An evening without a camera", 30);
  await openDoor(page, host, concert.event_id);
  await press(page.getByRole("button", { name: "Scan with the camera" }));
  await expect(page.getByRole("main").getByRole("alert")).toContainText(/(no camera|is blocked).* (T|t)ype the code/);
  await expect(ticketField(page)).toBeEditable();
});
