import { answerOf, forge, letInByHand, listCodes, openDoor, ticketField, typeCode } from "./door";
import { buyOverRest } from "./guest";
import { tabTo } from "./keyboard";
import { press } from "./picker";
import { expect, test } from "./story";

test("a ticket lets in once; a second scan is told when and where, and a cancelled one is refused", async ({
  page,
  host,
  meetVisitor,
  monitor,
}) => {
  const concert = await host.announce("An evening at the door", 30);
  const buyer = await meetVisitor();
  const [first = "", second = ""] = await listCodes(buyer, await buyOverRest(buyer, concert, ["A-1", "A-2"]));
  const cancelled = await buyOverRest(buyer, concert, ["A-3"]);
  const [third = ""] = await listCodes(buyer, cancelled);
  await buyer.request.post(`/api${cancelled}/cancel`);

  await openDoor(page, host, concert.event_id);
  await page.getByRole("textbox", { name: "Gate" }).fill("North");
  await press(page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Gate North")).toBeVisible();

  await typeCode(page, first);
  await expect(answerOf(page, "admitted")).toContainText("Let in");
  await expect(answerOf(page, "admitted")).toContainText("Stalls, Row A, seat 1");
  await expect(page.getByText("of 2 in")).toBeVisible();

  monitor.expect("409 /api/trpc/door.checkIn", "422 /api/trpc/door.checkIn");
  await typeCode(page, first);
  await expect(answerOf(page, "already_admitted")).toHaveRole("alert");
  await expect(answerOf(page, "already_admitted")).toContainText(/at \d\d:\d\d, gate North, Device [A-Z\d]{4}\./);
  await typeCode(page, third);
  await expect(answerOf(page, "cancelled")).toContainText("This ticket was cancelled");
  await typeCode(page, forge(second));
  await expect(answerOf(page, "forged")).toContainText("Not genuine");

  const other = await host.announce("Another evening", 31);
  await page.goto(`/door/${other.event_id}`);
  await expect(ticketField(page)).toBeEditable();
  await typeCode(page, second);
  await expect(answerOf(page, "wrong_event")).toContainText("An evening at the door");
});

test("a guest without a code is let in by hand with a reason, and that is undone", async ({
  page,
  host,
  meetVisitor,
}) => {
  const concert = await host.announce("An evening by hand", 30);
  await buyOverRest(await meetVisitor(), concert, ["B-1", "B-2"]);
  await openDoor(page, host, concert.event_id);
  await letInByHand(page, "Row B, seat 2", "The phone is broken");
  await expect(answerOf(page, "admitted")).toContainText("Stalls, Row B, seat 2");
  const list = page.getByRole("region", { name: "Let in by this device" });
  await expect(list).toContainText("by hand: The phone is broken");
  await expect(page.getByText(/^1$/).first()).toBeVisible();

  await press(answerOf(page, "admitted").getByRole("button", { name: "Undo" }));
  await expect(page.getByText("Undone: Stalls, Row B, seat 2.")).toBeVisible();
  await expect(list).toBeHidden();
  await page.goto(`/door/${concert.event_id}/list`);
  await expect(page.getByRole("row", { name: /not yet .*Stalls, Row B, seat 2/ })).toBeVisible();
  await press(page.getByRole("button", { name: "By seat" }));
  await expect(page.getByRole("rowheader").first()).toHaveText("Stalls, Row B, seat 1");
});

test("whoever may not let people in is told so, and sees nobody", { tag: "@one-size" }, async ({
  page,
  host,
  meetVisitor,
  monitor,
}) => {
  monitor.allow(
    "401 /api/trpc/door.sheet",
    "403 /api/trpc/door.sheet",
    "401 /api/trpc/door.list",
    "403 /api/trpc/door.list",
  );
  const concert = await host.announce("A closed door", 30);
  await page.goto(`/door/${concert.event_id}`);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("This device may not let people in.");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  const buyer = await meetVisitor();
  await buyOverRest(buyer, concert, ["C-1"]);
  await buyer.goto(`/door/${concert.event_id}`);
  await expect(buyer.getByRole("main").getByRole("alert")).toContainText("This account may not let people in here.");
});

test("a manager makes a key: its link opens the door without an account, until it is ended", {
  tag: "@one-size",
}, async ({ page, host, meetVisitor, monitor }) => {
  const concert = await host.announce("An evening with a key", 30);
  const buyer = await meetVisitor();
  const [first = "", second = ""] = await listCodes(buyer, await buyOverRest(buyer, concert, ["F-1", "F-2"]));
  await host.signIn(page);
  await page.goto(`/organizer/events/${concert.event_id}/door`);
  await page.getByRole("textbox", { name: "Name" }).fill("Ann at the side door");
  await page.getByRole("textbox", { name: "Gate" }).fill("Side");
  await press(page.getByRole("button", { name: "Create key" }));
  const link = page.getByRole("region", { name: "Link of Ann at the side door" });
  await expect(link.getByRole("img", { name: /^QR code/ })).toBeVisible();
  const url = (await link.getByText(/#key=/).textContent()) ?? "";

  const phone = await meetVisitor();
  await phone.goto(url.slice(url.indexOf("/door/")));
  await expect(ticketField(phone)).toBeEditable();
  expect(phone.url()).not.toContain("key");
  await typeCode(phone, first);
  await expect(answerOf(phone, "admitted")).toContainText("Stalls, Row F, seat 1");
  await phone.reload();
  await expect(phone.getByText("of 2 in")).toBeVisible();
  await expect(page.getByText("of 2 in")).toContainText("1");

  await press(page.getByRole("button", { name: "End Ann at the side door" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "End key" }));
  await expect(page.getByText("No key opens the door at the moment.")).toBeVisible();
  for (const name of ["list", "sheet"]) monitor.allow(`401 /api/trpc/door.${name}`);
  const headers = { authorization: `Bearer ${url.slice(url.indexOf("#key=") + 5)}` };
  const checkIns = `/api/events/${concert.event_id}/check-ins`;
  expect((await phone.request.post(checkIns, { headers, data: { code: second } })).status()).toBe(401);
  await expect(phone.getByRole("main").getByRole("alert")).toContainText("This device may not let people in.");
  await phone.reload();
  await expect(phone.getByRole("main").getByRole("alert")).toContainText("This device may not let people in.");
  expect(await host.countIn(concert.event_id)).toMatchObject({ admitted: 1 });
});

test("the door is worked by keys alone", { tag: "@one-size" }, async ({ page, host, meetVisitor }) => {
  const concert = await host.announce("An evening by keys", 30);
  const buyer = await meetVisitor();
  const [code = ""] = await listCodes(buyer, await buyOverRest(buyer, concert, ["G-1"]));
  await openDoor(page, host, concert.event_id);
  await tabTo(page, ticketField(page));
  await page.keyboard.insertText(code);
  await page.keyboard.press("Enter");
  await expect(answerOf(page, "admitted")).toHaveRole("status");
  await tabTo(page, page.getByRole("button", { name: "Undo Stalls, Row G, seat 1" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Undone: Stalls, Row G, seat 1.")).toBeVisible();
  await tabTo(page, ticketField(page));
  await page.keyboard.insertText("G1");
  await tabTo(page, page.getByRole("button", { name: "By hand Stalls, Row G, seat 1" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "The phone doesn’t work" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Let in", exact: true }));
  await page.keyboard.press("Enter");
  await expect(answerOf(page, "admitted")).toContainText("Stalls, Row G, seat 1");
});
