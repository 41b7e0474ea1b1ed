import { afterAll, beforeAll, expect, it } from "vitest";
import { openApp, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let organizer: { token: string };
let venue_id: unknown;

beforeAll(async () => {
  app = await openApp();
  organizer = await app.signUp("organizer");
  const hall = { name: "Große Halle (Süd)", city: "Wien", seat_types: ["Stalls", "=1+1"] };
  ({ venue_id } = (await app.call("POST", "/venue", { token: organizer.token, body: hall })).body);
});
afterAll(() => app.core.close());

const download = (token: string, method = "GET") => app.call(method, `/venue/${venue_id}/seats.csv`, { token });

it("a venue's seats are downloaded as CSV in the order in which they were entered, formulas made harmless", async () => {
  const seats = [
    { section: "Rang, links", row_label: "Ä", seat_label: "12A", seat_type: "Stalls", x: -5.5, y: 25 },
    { section: "", row_label: "-2", seat_label: "0", seat_type: "=1+1", accessible: true, properties: ["step_free"] },
    { row: "A", seat_num: 1, seat_type: "Stalls" },
  ];
  const added = await app.call("POST", `/venue/${venue_id}/seats`, { token: organizer.token, body: { seats } });
  const keys = (added.body.seats as { seat_pos: string }[]).map(({ seat_pos }) => seat_pos);
  const { status, headers, text } = await download(organizer.token);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("cache-control")).toBe("private, no-store");
  const name = "Gro%C3%9Fe%20Halle%20%28S%C3%BCd%29%2C%20seats.csv";
  expect(headers.get("content-disposition")).toBe(`attachment; filename*=UTF-8''${name}`);
  expect(text.split("\r\n")).toEqual([
    "section,row_label,seat_label,seat_type,accessible,companion,restricted_view,step_free,hearing_loop,x,y,seat_pos",
    `"Rang, links",Ä,12A,Stalls,,,,,,-5.5,25,${keys[0]}`,
    `,'-2,0,'=1+1,yes,,,yes,,,,${keys[1]}`,
    `,A,1,Stalls,,,,,,,,${keys[2]}`,
    "",
  ]);
});

it("only the venue's organizer may download it, and HEAD answers no body", async () => {
  const other = await app.signUp("organizer");
  expect(await download(other.token)).toMatchObject({ status: 403, body: { error_code: "FORBIDDEN" } });
  expect(await download(organizer.token, "HEAD")).toMatchObject({ status: 200, text: "" });
});
