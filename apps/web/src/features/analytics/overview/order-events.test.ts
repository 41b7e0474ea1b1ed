import { expect, test } from "vitest";
import { type EventOrder, orderEvents } from "./order-events";

const now = Date.parse("2027-01-10T00:00:00Z") / 1000;
const events = [
  {
    name: "last year",
    start_time: "2026-05-01T18:00:00Z",
    end_time: "2026-05-01T20:00:00Z",
    revenue: 50,
    capacity_utilization: 90,
  },
  {
    name: "in spring",
    start_time: "2027-04-01T18:00:00Z",
    end_time: "2027-04-01T20:00:00Z",
    revenue: 70,
    capacity_utilization: 10,
  },
  {
    name: "tomorrow",
    start_time: "2027-01-11T18:00:00Z",
    end_time: "2027-01-11T20:00:00Z",
    revenue: 60,
    capacity_utilization: 50,
  },
  {
    name: "since friday",
    start_time: "2027-01-08T18:00:00Z",
    end_time: "2027-01-18T20:00:00Z",
    revenue: 5,
    capacity_utilization: 5,
  },
  {
    name: "yesterday",
    start_time: "2027-01-09T18:00:00Z",
    end_time: "2027-01-09T20:00:00Z",
    revenue: 10,
    capacity_utilization: 60,
  },
];

test.each<[EventOrder, string[]]>([
  ["newest", ["last year", "in spring", "tomorrow", "since friday", "yesterday"]],
  ["soonest", ["since friday", "tomorrow", "in spring", "yesterday", "last year"]],
  ["revenue", ["in spring", "tomorrow", "last year", "yesterday", "since friday"]],
  ["fullest", ["last year", "yesterday", "tomorrow", "in spring", "since friday"]],
])("sorts by %s", (order, names) => {
  expect(orderEvents(events, order, now).map(({ name }) => name)).toEqual(names);
});
