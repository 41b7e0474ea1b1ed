import { holdOverRest } from "./guest";
import { holdSeats, noticeIn, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

test("marks and names only the selected seat that someone else takes", async ({ page, concert, meetVisitor }) => {
  await openEvent(page, concert);
  await pickSeat(page, "Row C, seat 5");
  await pickSeat(page, "Row C, seat 6");

  const rival = await meetVisitor();
  await openEvent(rival, concert);
  await pickSeat(rival, "Row C, seat 5");
  await holdSeats(rival);

  await expect(
    noticeIn(page, /^Stalls, Row C, seat 5 was just taken\. Take Stalls, Row \w, seat \d+ instead\?$/),
  ).toBeVisible();
  await expect(page.getByRole("gridcell", { name: /just taken/ })).toHaveCount(1);
  await expect(seatOn(page, "Row C, seat 5")).toHaveAccessibleName(/, on hold, just taken/);
  await expect(seatOn(page, "Row C, seat 6")).toHaveAccessibleName(/available, selected/);
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(1);

  await press(page.getByRole("button", { name: /^Take / }));
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(2);
  await holdSeats(page);
  await expect(seatOn(page, "Row C, seat 6")).toHaveAccessibleName(/, held for you/);
});

test("offers available seats to a visitor who loses a seat at the hold", { tag: "@one-size" }, async ({
  page,
  concert,
  monitor,
  meetVisitor,
}) => {
  monitor.expect("409 /api/trpc/hold.place");
  await openEvent(page, concert);
  await pickSeat(page, "Row D, seat 5");
  await pickSeat(page, "Row D, seat 6");
  // From here on this browser's map is out of date, as happens in every rush.
  let releaseMap: () => void = () => undefined;
  const mapReleased = new Promise<void>((done) => {
    releaseMap = done;
  });
  const mapCall = /\/api\/trpc\/[^?]*seat\.map/;
  await page.route(mapCall, async (route) => {
    await mapReleased;
    await route.continue();
  });
  await page.waitForRequest(mapCall);

  await holdOverRest(await meetVisitor(), concert, ["D-6"]);
  await expect(seatOn(page, "Row D, seat 6")).toHaveAccessibleName(/available, selected/);
  await press(page.getByRole("button", { name: "Hold seats" }));
  await expect(noticeIn(page, /^Stalls, Row D, seat 6 was just taken\. Take /)).toBeVisible();
  await expect(seatOn(page, "Row D, seat 6")).toHaveAccessibleName(/, on hold, just taken/);
  await expect(page.getByRole("gridcell", { name: /just taken/ })).toHaveCount(1);
  releaseMap();

  await press(page.getByRole("button", { name: /^Take / }));
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(2);
  await holdSeats(page);
  await expect(page.getByRole("gridcell", { name: /, held for you/ })).toHaveCount(2);
});
