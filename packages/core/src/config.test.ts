import { describe, expect, it } from "vitest";
import { Config, readConfig } from "./config.ts";

const least = { DYNAMODB_ENDPOINT: "http://127.0.0.1:8001", SESSION_SECRET: "0".repeat(32) };
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
  it("have the documented values where nothing else is said", () => {
    expect(read().config).toEqual({
      ...least,
      APP_NAME: "Evently",
      DEBUG: false,
      HOST: "127.0.0.1",
      PORT: 8000,
      DATA_DIR: ".data",
      DYNAMODB_TABLE_NAME: "evently-table",
      AWS_REGION: "us-east-1",
      SEAT_HOLD_TTL: 180,
      SEAT_HOLD_EXTENSION: 120,
      SEAT_HOLD_MAX: 600,
      PAYMENT_WINDOW: 60,
      CHALLENGE_WINDOW: 300,
      GATEWAY_TIMEOUT: 20,
      MAX_SEATS_PER_HOLD: 10,
      CORS_ORIGINS: [],
      RATE_LIMIT_PER_SECOND: 10,
      TRUST_PROXY: [],
      METRICS_PORT: 0,
      SEED_DEMO: false,
    });
  });

  it("are read from text", () => {
    const { config } = read({ PORT: "9000", SEAT_HOLD_TTL: "6", DEBUG: "1", SEED_DEMO: "true" });
    expect(config).toMatchObject({ PORT: 9000, SEAT_HOLD_TTL: 6, DEBUG: true, SEED_DEMO: true });
    expect(read({ DEBUG: "0", SEED_DEMO: "" }).config).toMatchObject({ DEBUG: false, SEED_DEMO: false });
  });

  it("count as unset where they are empty, so that nothing is switched off by that", () => {
    const empty = Object.keys(Config.shape).filter((name) => !(name in least));
    expect(read(Object.fromEntries(empty.map((name) => [name, ""])))).toEqual(read());
    expect(faultsOf({ SESSION_SECRET: "", DYNAMODB_ENDPOINT: "" })).toHaveLength(2);
    expect(read({ RATE_LIMIT_PER_SECOND: "0" }).config.RATE_LIMIT_PER_SECOND).toBe(0);
  });

  it("split the origins and forget what is empty", () => {
    const { config } = read({ CORS_ORIGINS: "https://a.example, https://b.example,," });
    expect(config.CORS_ORIGINS).toEqual(["https://a.example", "https://b.example"]);
  });

  it("take proxies by address and by network, of either family", () => {
    const TRUST_PROXY = "10.0.0.0/8, 192.0.2.7,2001:db8::/32, fd00::1";
    expect(read({ TRUST_PROXY }).config.TRUST_PROXY).toEqual(TRUST_PROXY.split(/, ?/));
  });

  it("may name no collector, or one", () => {
    const named = (OTEL_EXPORTER_OTLP_ENDPOINT?: string) =>
      read({ OTEL_EXPORTER_OTLP_ENDPOINT }).config.OTEL_EXPORTER_OTLP_ENDPOINT;
    expect([named(), named("")]).toEqual([undefined, undefined]);
    expect(named("http://collector:4318")).toBe("http://collector:4318");
  });

  it("ignore what else the environment holds", () => {
    expect(Object.keys(read({ HOME: "/root" }).config)).not.toContain("HOME");
  });
});

describe("wrong settings", () => {
  it.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "eighty"],
    ["SEAT_HOLD_TTL", "0"],
    ["SEAT_HOLD_TTL", "1.5"],
    ["SEAT_HOLD_MAX", "86401"],
    ["MAX_SEATS_PER_HOLD", "51"],
    ["MAX_SEATS_PER_HOLD", "0"],
    ["DEBUG", "maybe"],
    ["DYNAMODB_ENDPOINT", "localhost"],
    ["DYNAMODB_ENDPOINT", undefined],
    ["DYNAMODB_TABLE_NAME", "a table"],
    ["SESSION_SECRET", "short"],
    ["SESSION_SECRET", undefined],
    ["RATE_LIMIT_PER_SECOND", "-1"],
    ["RATE_LIMIT_PER_SECOND", "2.5"],
    ["METRICS_PORT", "65536"],
    ["CORS_ORIGINS", "*"],
    ["CORS_ORIGINS", "https://shop.example/"],
    ["CORS_ORIGINS", "https://shop.example,shop.example"],
    ["TRUST_PROXY", "nginx"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["TRUST_PROXY", "10.0.0.1, 10.0.0.0/"],
    ["TRUST_PROXY", "10.0.0.0/8/8"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "grpc://collector:4317"],
  ] as const)("%s=%s is named together with what it is for", (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^  ${name} \\(${Config.shape[name].description}\\): \\S`));
  });

  it("are told all at once", () => {
    const faults = faultsOf({ PORT: "x", SESSION_SECRET: undefined, MAX_SEATS_PER_HOLD: "99" });
    expect(faults.map((fault) => fault.trim().split(" ")[0]).sort()).toEqual([
      "MAX_SEATS_PER_HOLD",
      "PORT",
      "SESSION_SECRET",
    ]);
  });

  it("never repeat the secret", () => {
    expect(faultsOf({ SESSION_SECRET: "hunter2" }).join()).not.toContain("hunter2");
  });
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

it("the demo is never written to the real DynamoDB", () => {
  expect(read({ DYNAMODB_ENDPOINT: "aws", SEED_DEMO: "true" }).config.SEED_DEMO).toBe(false);
});
