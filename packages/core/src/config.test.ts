import { describe, expect, it } from "vitest";
import { Config, readConfig } from "./config.ts";
import { testSecrets } from "./testing/test-secrets.ts";

const { LINK_KEYS: linkKey, TICKET_KEYS: ticketKey } = testSecrets;
const least = { DYNAMODB_ENDPOINT: "http://127.0.0.1:8001", ...testSecrets };
const read = (given: Record<string, string | undefined> = {}) => readConfig({ ...least, ...given });

function faultsOf(given: Record<string, string | undefined>): string[] {
  try {
    read(given);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n").slice(1);
  }
}

describe("the settings", () => {
  it("have the documented defaults", () => {
    expect(read().config).toEqual({
      ...least,
      LINK_KEYS: [linkKey.slice(3)],
      TICKET_KEYS: [{ name: "k1", key: ticketKey.slice(3) }],
      DATA_DIR: ".data",
      DYNAMODB_TABLE_NAME: "evently-table",
      AWS_REGION: "us-east-1",
      SEAT_HOLD_TTL: 180,
      SEAT_HOLD_EXTENSION: 120,
      SEAT_HOLD_MAX: 600,
      PAYMENT_WINDOW: 60,
      CHALLENGE_WINDOW: 300,
      GATEWAY_TIMEOUT: 20,
      INVOICE_WINDOW: 1_209_600,
      MAX_SEATS_PER_HOLD: 10,
      HOLD_SEATS_PER_NETWORK: 20,
      HOLD_PERCENT_PER_NETWORK: 4,
      GUESTS_PER_NETWORK: 30,
      MAILS_PER_ADDRESS: 20,
      MAILS_PER_SELLER: 200,
    });
  });

  it("are read from text", () => {
    const { config } = read({ SEAT_HOLD_TTL: "6", MAX_SEATS_PER_HOLD: "4" });
    expect(config).toMatchObject({ SEAT_HOLD_TTL: 6, MAX_SEATS_PER_HOLD: 4 });
  });

  it("count as unset if empty, so that none is switched off by accident", () => {
    const empty = Object.keys(Config.shape).filter((name) => !(name in least));
    expect(read(Object.fromEntries(empty.map((name) => [name, ""])))).toEqual(read());
    expect(faultsOf({ SESSION_SECRET: "", LINK_KEYS: "", TICKET_KEYS: "", DYNAMODB_ENDPOINT: "" })).toHaveLength(4);
  });

  it("ignore other variables", () => {
    expect(Object.keys(read({ HOME: "/root" }).config)).not.toContain("HOME");
  });
});

describe("wrong settings", () => {
  it.each([
    ["SEAT_HOLD_TTL", "0"],
    ["SEAT_HOLD_TTL", "1.5"],
    ["SEAT_HOLD_MAX", "86401"],
    ["MAX_SEATS_PER_HOLD", "51"],
    ["MAX_SEATS_PER_HOLD", "0"],
    ["DYNAMODB_ENDPOINT", "localhost"],
    ["DYNAMODB_ENDPOINT", undefined],
    ["DYNAMODB_TABLE_NAME", "a table"],
    ["SESSION_SECRET", "short"],
    ["SESSION_SECRET", undefined],
    ["SESSION_SECRET", "a".repeat(32)],
    ["SESSION_SECRET", "abcd".repeat(16)],
    ["SESSION_SECRET", "0123456789abcdef".repeat(2)],
    ["LINK_KEYS", undefined],
    ["LINK_KEYS", "k1:short"],
    ["LINK_KEYS", linkKey.slice(3)],
    ["LINK_KEYS", `${linkKey},${linkKey}`],
    ["LINK_KEYS", `${linkKey},`],
    ["LINK_KEYS", `k1:${"a".repeat(43)}`],
    ["TICKET_KEYS", undefined],
    ["TICKET_KEYS", "k1:short"],
    ["TICKET_KEYS", `a.name:${ticketKey.slice(3)}`],
    ["TICKET_KEYS", `${ticketKey},${ticketKey}`],
  ] as const)("%s=%s is reported with its purpose", (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^  ${name} \\(${Config.shape[name].description}\\): \\S`));
  });

  it("are reported all at once", () => {
    const faults = faultsOf({ GATEWAY_TIMEOUT: "x", SESSION_SECRET: undefined, MAX_SEATS_PER_HOLD: "99" });
    expect(faults.map((fault) => fault.trim().split(" ")[0]).sort()).toEqual([
      "GATEWAY_TIMEOUT",
      "MAX_SEATS_PER_HOLD",
      "SESSION_SECRET",
    ]);
  });

  it("never reveal the secret", () => {
    for (const name of ["SESSION_SECRET", "LINK_KEYS", "TICKET_KEYS"])
      expect(faultsOf({ [name]: "hunter2" }).join()).not.toContain("hunter2");
  });
});

describe("settings that contradict each other", () => {
  it.each([
    [{ SEAT_HOLD_TTL: "601" }, "SEAT_HOLD_TTL (601) must be at most SEAT_HOLD_MAX (600)"],
    [{ GATEWAY_TIMEOUT: "60" }, "GATEWAY_TIMEOUT (60) must be less than PAYMENT_WINDOW (60)"],
    [{ PAYMENT_WINDOW: "601" }, "PAYMENT_WINDOW (601) must be at most SEAT_HOLD_MAX (600)"],
    [{ CHALLENGE_WINDOW: "601" }, "CHALLENGE_WINDOW (601) must be at most SEAT_HOLD_MAX (600)"],
  ])("%j is reported in one sentence", (given, sentence) => {
    expect(faultsOf(given)).toEqual([expect.stringContaining(`  ${sentence}, `)]);
  });

  it("may be as far as their bounds", () => {
    expect(
      faultsOf({ SEAT_HOLD_TTL: "600", PAYMENT_WINDOW: "600", CHALLENGE_WINDOW: "600", GATEWAY_TIMEOUT: "599" }),
    ).toEqual([]);
  });

  it("are reported together", () => {
    expect(faultsOf({ SEAT_HOLD_MAX: "50" })).toHaveLength(3);
  });
});

it("a random secret is accepted, whatever its alphabet", () => {
  for (const secret of [
    "83910274651182930475610293847566",
    "3b1f8c6e2d9a70451c8f6e3b2a9d7045",
    "kQ9v-Zt3_xW7pLr2MfYs8cBnHdGj4aUe",
  ]) {
    expect(faultsOf({ SESSION_SECRET: secret })).toEqual([]);
  }
});

it("keys of links are read in their order, without their names", () => {
  const { config } = read({ LINK_KEYS: `k2:${linkKey.slice(3).toLowerCase()}, ${linkKey}` });
  expect(config.LINK_KEYS).toEqual([linkKey.slice(3).toLowerCase(), linkKey.slice(3)]);
});

it("keys of tickets are read in their order, with their names", () => {
  const other = "q3VtZ0mVb1xkYw9sR5uJ2nTqLzA8dHfPeCi7oGgWB4E";
  const { config } = read({ TICKET_KEYS: `k2:${other}, ${ticketKey}` });
  expect(config.TICKET_KEYS).toEqual([
    { name: "k2", key: other },
    { name: "k1", key: ticketKey.slice(3) },
  ]);
});

describe("the table's name", () => {
  it("may be given by its other name, with a notice", () => {
    const { config, notices } = read({ EVENTS_TABLE_NAME: "events" });
    expect(config.DYNAMODB_TABLE_NAME).toBe("events");
    expect(notices).toEqual([expect.stringContaining("EVENTS_TABLE_NAME")]);
  });

  it("by its own name wins, without a notice", () => {
    const { config, notices } = read({ EVENTS_TABLE_NAME: "events", DYNAMODB_TABLE_NAME: "mine" });
    expect(config.DYNAMODB_TABLE_NAME).toBe("mine");
    expect(notices).toEqual([]);
  });
});
