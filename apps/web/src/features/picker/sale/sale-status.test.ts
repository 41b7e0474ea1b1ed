import type { EventPage } from "@evently/core/event";
import { expect, it } from "vitest";
import { saleStatus } from "./sale-status";

const event = {
  status: "published",
  sales_start: "2027-01-01T10:00:00Z",
  sales_end: null,
  start_time: "2027-01-14T19:30:00Z",
} as EventPage;
const opens = Date.parse(event.sales_start) / 1000;

it("opens at the first second of the sale and closes when the event begins", () => {
  expect(saleStatus(event, opens - 1)).toEqual({ open: false, reason: "upcoming", opens });
  expect(saleStatus(event, opens)).toEqual({ open: true });
  expect(saleStatus(event, Date.parse(event.start_time) / 1000)).toMatchObject({ open: false, reason: "ended" });
});

it("is closed in a paused or cancelled event whatever the time", () => {
  expect(saleStatus({ ...event, status: "paused" }, opens)).toMatchObject({ reason: "paused" });
  expect(saleStatus({ ...event, status: "cancelling" }, opens)).toMatchObject({ reason: "cancelled" });
});
