import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { median, quantile, round } from "../../server/bench/quantile";
import { handIn, say } from "../../server/bench/report";
import { browserArgs } from "../e2e/browser-args";
import { listCodes, openDoor } from "../e2e/door";
import { findChromium } from "../e2e/find-chromium";
import { buyOverRest } from "../e2e/guest";
import { Organizer } from "../e2e/organizer";
import { publishStack } from "../e2e/stack";
import { cameraArgs, writeCameraVideo } from "../e2e/write-camera-video";
import { openDemo } from "./open-demo";
import { type Read, watchReads } from "./watch-reads";

const view = { viewport: { width: 360, height: 800 }, reducedMotion: "reduce", locale: "en-GB" } as const;
const tickets = 10;
const targetMs = 300;
const framesPerSecond = 15;
/** As long as a guest holds a phone to the camera, and until the next one does. */
const shownFrames = 12;
const gapFrames = 12;

const demo = await openDemo([], 0, { RATE_LIMIT_PER_SECOND: "0", ORGANIZERS: "open" });
const folder = await mkdtemp(join(tmpdir(), "evently-door-bench-"));
publishStack({
  sites: { usual: demo.site, shortLived: demo.site, stranded: demo.site },
  apis: { usual: demo.api, shortLived: demo.api },
  settings: {},
});
try {
  const host = await new Organizer().settle();
  const concert = await host.announce("A bench at the door", 30);
  const video = join(folder, "tickets.y4m");
  await film(video, concert);
  const rows: string[][] = [];
  // What a device lets in without a network nobody hears of here, so that the same tickets are new to the server.
  for (const isOffline of [true, false]) rows.push(await measure(video, host, concert.event_id, isOffline));
  report(rows);
} finally {
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
}

type Concert = Awaited<ReturnType<Organizer["announce"]>>;

/** A line of guests, each with a phone. */
async function film(video: string, concert: Concert): Promise<void> {
  say("filming the tickets");
  const browser = await chromium.launch({ executablePath: findChromium(), args: browserArgs });
  const page = await (await browser.newContext({ baseURL: demo.site })).newPage();
  const seats = Array.from({ length: tickets }, (_, index) => `A-${index + 1}`);
  const codes = await listCodes(page, await buyOverRest(page, concert, seats));
  await browser.close();
  const scenes = codes.flatMap((code) => [
    { code: null, frames: gapFrames },
    { code, frames: shownFrames },
  ]);
  await writeCameraVideo(video, scenes, framesPerSecond);
}

async function measure(video: string, host: Organizer, event_id: string, isOffline: boolean): Promise<string[]> {
  say(`scanning ${isOffline ? "without" : "with"} a network`);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...browserArgs, ...cameraArgs(video)],
  });
  try {
    const reads = await scanAll(browser, host, event_id, isOffline);
    const whole = reads.map(({ framedAt, answeredAt }) => answeredAt - framedAt);
    const reading = reads.map(({ framedAt, readAt }) => readAt - framedAt);
    const worst = Math.max(...whole);
    return [
      isOffline ? "without, by the device" : "with, by the server",
      String(reads.length),
      round(median(reading)),
      round(median(whole)),
      round(quantile(whole, 0.9)),
      round(worst),
      String(targetMs),
      worst <= targetMs ? "yes" : "no",
    ];
  } finally {
    await browser.close();
  }
}

async function scanAll(browser: Browser, host: Organizer, event_id: string, isOffline: boolean): Promise<Read[]> {
  const context = await browser.newContext({ ...view, baseURL: demo.site, permissions: ["camera"] });
  const page = await context.newPage();
  await page.addInitScript(watchReads);
  await openDoor(page, host, event_id);
  if (isOffline) await context.setOffline(true);
  await page.waitForFunction(
    (count) => window.reads.filter(({ answeredAt }) => answeredAt > 0).length >= count,
    tickets,
  );
  return (await page.evaluate(() => window.reads)).slice(0, tickets);
}

function report(rows: string[][]): void {
  handIn({
    notes: [
      `A phone's page of 360 × 800 in Chromium without a graphics card, whose camera shows a video of 640 × 480 with ${framesPerSecond} frames a second: ${tickets} guests, one after the other. Read to answer is from the moment at which the page takes the frame in which a code is read to the frame that shows what it came to.`,
    ],
    tables: [
      {
        title: "A code at the door",
        columns: ["network", "codes", "read ms", "read to answer ms", "p90 ms", "worst ms", "at most ms", "within"],
        rows,
      },
    ],
  });
}
