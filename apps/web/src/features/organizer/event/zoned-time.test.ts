import { toLocalTime } from "@evently/core/format/format-time";
import { describe, expect, test } from "vitest";
import { listInstants, readLocalTime } from "./zoned-time";

const read = (local: string, zone: string) => {
  const time = readLocalTime(local, zone);
  return "instant" in time ? time.instant : time.fault;
};

test.each([
  ["2027-01-14T19:30", "America/New_York", "2027-01-15T00:30:00.000Z"],
  ["2027-07-14T19:30", "America/New_York", "2027-07-14T23:30:00.000Z"],
  ["2027-01-14T19:30", "Europe/Berlin", "2027-01-14T18:30:00.000Z"],
  ["2027-01-14T19:30", "UTC", "2027-01-14T19:30:00.000Z"],
  ["2027-01-14T00:00", "Asia/Kathmandu", "2027-01-13T18:15:00.000Z"],
  ["2027-01-14T23:59", "Pacific/Kiritimati", "2027-01-14T09:59:00.000Z"],
  ["2027-01-14T00:10", "Pacific/Pago_Pago", "2027-01-14T11:10:00.000Z"],
  ["2027-01-14T19:30:00", "UTC", "2027-01-14T19:30:00.000Z"],
])("%s in %s is %s", (local, zone, instant) => {
  expect(read(local, zone)).toBe(instant);
});

describe("where the clocks change", () => {
  test("uses the offset of each side in spring", () => {
    expect(read("2027-03-14T01:59", "America/New_York")).toBe("2027-03-14T06:59:00.000Z");
    expect(read("2027-03-14T03:00", "America/New_York")).toBe("2027-03-14T07:00:00.000Z");
    expect(read("2027-03-28T03:00", "Europe/Berlin")).toBe("2027-03-28T01:00:00.000Z");
  });

  test("refuses a time that does not exist", () => {
    expect(read("2027-03-14T02:30", "America/New_York")).toBe(
      "There is no 02:30 on that day in America/New_York: the clocks are set forward.",
    );
    expect(read("2027-03-28T02:00", "Europe/Berlin")).toMatch(/no 02:00/);
  });

  test("takes that of an hour that occurs twice which is meant, by default the first", () => {
    const twice = ["2027-11-07T05:30:00.000Z", "2027-11-07T06:30:00.000Z"];
    expect(listInstants("2027-11-07T01:30", "America/New_York")).toEqual(twice);
    expect(read("2027-11-07T01:30", "America/New_York")).toBe(twice[0]);
    expect(readLocalTime("2027-11-07T01:30", "America/New_York", "second")).toEqual({ instant: twice[1] });
    expect(readLocalTime("2027-11-07T19:30", "America/New_York", "second")).toEqual({
      instant: "2027-11-08T00:30:00.000Z",
    });
    expect(listInstants("2027-04-04T01:45", "Australia/Lord_Howe")).toHaveLength(2);
    expect(listInstants("2027-03-14T02:30", "America/New_York")).toEqual([]);
    expect(listInstants("2027-11-07", "America/New_York")).toEqual([]);
    expect(read("2027-10-31T02:30", "Europe/Berlin")).toBe("2027-10-31T00:30:00.000Z");
    expect(read("2027-11-07T02:00", "America/New_York")).toBe("2027-11-07T07:00:00.000Z");
  });

  test("handles a change by half an hour", () => {
    expect(read("2027-10-03T02:15", "Australia/Lord_Howe")).toMatch(/no 02:15/);
    expect(read("2027-10-03T02:30", "Australia/Lord_Howe")).toBe("2027-10-02T15:30:00.000Z");
  });

  test("reads back a time on every third day of a year", () => {
    for (const zone of ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"]) {
      const start = Date.parse("2027-01-01T00:00:00Z");
      const wrong = Array.from({ length: 137 }, (_, day) => new Date(start + day * 63.5 * 3_600_000).toISOString())
        .map((instant) => toLocalTime(instant, zone))
        .filter((local) => {
          const time = readLocalTime(local, zone);
          return !("instant" in time) || toLocalTime(time.instant, zone) !== local;
        });
      expect(wrong, zone).toEqual([]);
    }
  });
});

test.each(["", "2027-01-14", "19:30", "2027-13-14T19:30", "tomorrow"])("“%s” is no date and time", (local) => {
  expect(read(local, "UTC")).toBe("Enter a date and a time.");
});
