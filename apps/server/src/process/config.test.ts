import { Config } from "@evently/core/config";
import { testSecrets } from "@evently/core/testing/test-secrets";
import { describe, expect, it } from "vitest";
import { readServerConfig, ServerConfig } from "./config.ts";

const least = { DYNAMODB_ENDPOINT: "http://127.0.0.1:8001", ...testSecrets };
const read = (given: Record<string, string | undefined> = {}) => readServerConfig({ ...least, ...given });

function faultsOf(given: Record<string, string | undefined>): string[] {
  try {
    read(given);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n").slice(1);
  }
}

describe("the settings", () => {
  it("have the documented defaults, including core's", () => {
    expect(read().config).toEqual({
      ...Config.parse(least),
      APP_NAME: "Evently",
      CATALOG_BUDGET_MB: 256,
      DEBUG: false,
      HOST: "127.0.0.1",
      MAIL_TIMEOUT: 20,
      METRICS_HOST: "127.0.0.1",
      PORT: 8000,
      TEST_PAYMENTS: false,
      STRIPE_ACCOUNTS: "sellers",
      APPLICATION_FEE_PERCENT: 0,
      CORS_ORIGINS: [],
      RATE_LIMIT_PER_SECOND: 10,
      TRUST_PROXY: [],
      METRICS_PORT: 0,
      SEED_DEMO: false,
      WEB_PORT: 3000,
    });
  });

  it("are read from text", () => {
    const { config } = read({ PORT: "9000", SEAT_HOLD_TTL: "6", DEBUG: "1", SEED_DEMO: "true" });
    expect(config).toMatchObject({ PORT: 9000, SEAT_HOLD_TTL: 6, DEBUG: true, SEED_DEMO: true });
    expect(read({ DEBUG: "0", SEED_DEMO: "" }).config).toMatchObject({ DEBUG: false, SEED_DEMO: false });
  });

  it("count as unset if empty, so that none is switched off by accident", () => {
    const empty = Object.keys(ServerConfig.shape).filter((name) => !(name in least));
    expect(read(Object.fromEntries(empty.map((name) => [name, ""])))).toEqual(read());
    expect(faultsOf({ SESSION_SECRET: "", LINK_KEYS: "", TICKET_KEYS: "", DYNAMODB_ENDPOINT: "" })).toHaveLength(4);
    expect(read({ RATE_LIMIT_PER_SECOND: "0" }).config.RATE_LIMIT_PER_SECOND).toBe(0);
  });

  it("split the origins and drop empty ones", () => {
    const { config } = read({ CORS_ORIGINS: "https://a.example, https://b.example,," });
    expect(config.CORS_ORIGINS).toEqual(["https://a.example", "https://b.example"]);
  });

  it("accept proxies as addresses and networks, IPv4 and IPv6", () => {
    const TRUST_PROXY = "10.0.0.0/8, 192.0.2.7,2001:db8::/32, fd00::1";
    expect(read({ TRUST_PROXY }).config.TRUST_PROXY).toEqual(TRUST_PROXY.split(/, ?/));
  });

  it("may name no collector, or one", () => {
    const named = (OTEL_EXPORTER_OTLP_ENDPOINT?: string) =>
      read({ OTEL_EXPORTER_OTLP_ENDPOINT }).config.OTEL_EXPORTER_OTLP_ENDPOINT;
    expect([named(), named("")]).toEqual([undefined, undefined]);
    expect(named("http://collector:4318")).toBe("http://collector:4318");
  });

  it("ignore other variables", () => {
    expect(Object.keys(read({ HOME: "/root" }).config)).not.toContain("HOME");
  });
});

describe("wrong settings", () => {
  it.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "eighty"],
    ["DEBUG", "maybe"],
    ["RATE_LIMIT_PER_SECOND", "-1"],
    ["RATE_LIMIT_PER_SECOND", "2.5"],
    ["METRICS_PORT", "65536"],
    ["PUBLIC_ORIGIN", "tickets.example"],
    ["PUBLIC_ORIGIN", "https://tickets.example/"],
    ["PUBLIC_ORIGIN", "ftp://tickets.example"],
    ["TEST_PAYMENTS", "yes"],
    ["STRIPE_SECRET_KEY", "pk_test_1"],
    ["STRIPE_SECRET_KEY", "sk_live_"],
    ["STRIPE_PUBLISHABLE_KEY", "sk_test_1"],
    ["STRIPE_ACCOUNTS", "both"],
    ...["-1", "30.01", "2.125", "2,5"].map((percent) => ["APPLICATION_FEE_PERCENT", percent] as const),
    ["STRIPE_WEBHOOK_SECRET", "sk_test_1"],
    ["STRIPE_WEBHOOK_SECRET", "whsec_1,2"],
    ["STRIPE_API_BASE", "http://stripe.example"],
    ["STRIPE_API_BASE", "https://stripe.example/v1"],
    ["CORS_ORIGINS", "*"],
    ["CORS_ORIGINS", "https://shop.example/"],
    ["CORS_ORIGINS", "https://shop.example,shop.example"],
    ["TRUST_PROXY", "nginx"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["TRUST_PROXY", "0.0.0.0/0"],
    ["TRUST_PROXY", "::/0"],
    ["TRUST_PROXY", "10.0.0.1, 10.0.0.0/"],
    ["TRUST_PROXY", "10.0.0.0/8/8"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "grpc://collector:4317"],
  ] as const)("%s=%s is reported with its purpose", (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^  ${name} \\(${ServerConfig.shape[name].description}\\): \\S`));
  });

  it("are reported all at once", () => {
    const faults = faultsOf({ PORT: "x", SESSION_SECRET: undefined, MAX_SEATS_PER_HOLD: "99" });
    expect(faults.map((fault) => fault.trim().split(" ")[0]).sort()).toEqual([
      "MAX_SEATS_PER_HOLD",
      "PORT",
      "SESSION_SECRET",
    ]);
  });
});

describe("the test gateway", () => {
  const tickets = "https://tickets.example";
  it.each([
    [{ DYNAMODB_ENDPOINT: "aws" }, "DYNAMODB_ENDPOINT is aws"],
    [{ PUBLIC_ORIGIN: tickets }, `PUBLIC_ORIGIN is ${tickets}`],
    [{ PUBLIC_ORIGIN: "https://127.0.0.1.tickets.example" }, "PUBLIC_ORIGIN is https://127.0.0.1.tickets.example"],
  ])("is refused with %j in one sentence", (given, reason) => {
    const sentence = `${reason}, but payments go to the test gateway: set TEST_PAYMENTS=true to give tickets away.`;
    expect(() => read(given)).toThrow(new Error(sentence));
    expect(read({ ...given, TEST_PAYMENTS: "true" }).config.TEST_PAYMENTS).toBe(true);
  });

  it.each([
    "http://tickets.example",
    "https://localhost",
    "https://shop.localhost:8443",
    "https://127.0.0.1",
    "https://[::1]:3000",
  ])("runs behind %s", (PUBLIC_ORIGIN) => {
    expect(read({ PUBLIC_ORIGIN }).config).toMatchObject({ PUBLIC_ORIGIN, TEST_PAYMENTS: false });
  });
});

describe("Stripe", () => {
  const keys = (mode: "test" | "live") => ({
    STRIPE_SECRET_KEY: `sk_${mode}_1`,
    STRIPE_PUBLISHABLE_KEY: `pk_${mode}_1`,
  });
  const customers = { PUBLIC_ORIGIN: "https://tickets.example" };

  it.each([
    [{ STRIPE_SECRET_KEY: "sk_test_1" }, "buyers' pages need STRIPE_PUBLISHABLE_KEY"],
    [{ STRIPE_PUBLISHABLE_KEY: "pk_test_1" }, "payments by Stripe need STRIPE_SECRET_KEY"],
    [{ ...keys("test"), STRIPE_PUBLISHABLE_KEY: "pk_live_1" }, "must both be of Stripe's test mode, or both live"],
    [{ ...customers, ...keys("test") }, "payments go to Stripe's test mode: set TEST_PAYMENTS=true"],
  ])("is refused with %j in one sentence, which quotes no key", (given, sentence) => {
    expect(() => read(given)).toThrow(sentence);
    expect(() => read(given)).not.toThrow(/[sp]k_\w+_1/);
  });

  it("takes live payments behind a public origin, and no demo is shown to whoever pays", () => {
    expect(read({ ...customers, ...keys("live") }).config).toMatchObject(keys("live"));
    const house = { STRIPE_ACCOUNTS: "house", SEED_DEMO: "auto" };
    expect(read({ ...keys("live"), ...house }).config.SEED_DEMO).toBe(false);
    expect(read({ ...keys("test"), ...house }).config.SEED_DEMO).toBe(true);
    expect(read({ ...customers, ...keys("test"), TEST_PAYMENTS: "true" }).config).toMatchObject(keys("test"));
  });

  it("pays each seller unless it is said otherwise, who have no demo, and come back to a site that is known", () => {
    expect(read(keys("test")).config).toMatchObject({ STRIPE_ACCOUNTS: "sellers", APPLICATION_FEE_PERCENT: 0 });
    for (const SEED_DEMO of ["auto", "true"]) expect(read({ ...keys("test"), SEED_DEMO }).config.SEED_DEMO).toBe(false);
    const elsewhere = { ...keys("test"), HOST: "0.0.0.0" };
    expect(() => read(elsewhere)).toThrow("lead their owners back to PUBLIC_ORIGIN");
    expect(read({ ...elsewhere, PUBLIC_ORIGIN: "http://127.0.0.1:3000" }).config).toMatchObject(keys("test"));
    expect(read({ ...elsewhere, STRIPE_ACCOUNTS: "house" }).config).toMatchObject(keys("test"));
  });

  it("keeps a part of what sellers are paid, of up to two decimals", () => {
    for (const percent of ["0", "2.5", "0.29", "29.99", "30"])
      expect(read({ APPLICATION_FEE_PERCENT: percent }).config.APPLICATION_FEE_PERCENT).toBe(Number(percent));
  });

  it("signs its webhooks with several secrets, while one is replaced and for sellers' accounts", () => {
    const secretsOf = (STRIPE_WEBHOOK_SECRET: string) =>
      read({ ...keys("test"), STRIPE_WEBHOOK_SECRET }).config.STRIPE_WEBHOOK_SECRET;
    expect(secretsOf("whsec_1, whsec_2,")).toEqual(["whsec_1", "whsec_2"]);
    expect(secretsOf("")).toBeUndefined();
  });

  it("may be another machine's API over https alone", () => {
    for (const STRIPE_API_BASE of ["https://stripe.example", "http://127.0.0.1:12111"])
      expect(read({ ...keys("test"), STRIPE_API_BASE }).config).toMatchObject({ STRIPE_API_BASE });
  });
});

it.each([
  [{}, true],
  [{ PUBLIC_ORIGIN: "https://localhost" }, true],
  [{ PUBLIC_ORIGIN: "https://tickets.example", TEST_PAYMENTS: "true" }, false],
  [{ DYNAMODB_ENDPOINT: "aws", TEST_PAYMENTS: "true" }, false],
])("the demo that is not asked for by name is for trying out: %j", (given, isSeeded) => {
  expect(read({ ...given, SEED_DEMO: "auto" }).config.SEED_DEMO).toBe(isSeeded);
});

it("customers see the demo where it is asked for by name", () => {
  const given = { PUBLIC_ORIGIN: "https://tickets.example", TEST_PAYMENTS: "true" };
  expect(read({ ...given, SEED_DEMO: "true" }).config.SEED_DEMO).toBe(true);
  expect(read(given).config.SEED_DEMO).toBe(false);
});

it("the demo is never written to the real DynamoDB", () => {
  expect(read({ DYNAMODB_ENDPOINT: "aws", TEST_PAYMENTS: "true", SEED_DEMO: "true" }).config.SEED_DEMO).toBe(false);
});

describe("mail", () => {
  const mail = { SMTP_URL: "smtps://user:secret@smtp.example", MAIL_FROM: "Evently <tickets@example.org>" };

  it("goes to a server from a sender, with links to a public site", () => {
    const PUBLIC_ORIGIN = "http://127.0.0.1:3000";
    expect(read({ ...mail, PUBLIC_ORIGIN }).config).toMatchObject(mail);
    expect(read({ ...mail, PUBLIC_ORIGIN, MAIL_FROM: "tickets@example.org" }).config.MAIL_TIMEOUT).toBe(20);
  });

  it.each([
    [mail, "PUBLIC_ORIGIN"],
    [{ SMTP_URL: mail.SMTP_URL }, "PUBLIC_ORIGIN and MAIL_FROM"],
  ])("is refused where something is lacking, without a word of the password", (given, lacking) => {
    const message = `SMTP_URL is set, and mails need ${lacking}, too.`;
    expect(() => read(given)).toThrow(message);
  });

  it.each([
    ["SMTP_URL", "http://smtp.example"],
    ["SMTP_URL", "user:secret@smtp.example"],
    ["MAIL_FROM", "Evently"],
    ["MAIL_FROM", "Evently <tickets@example.org>, all@example.org"],
    ["MAIL_FROM", "Evently <tickets@example.org>\r\nBcc: all@example.org"],
    ["MAIL_TIMEOUT", "26"],
  ])("is refused with %s=%s", (name, value) => {
    const [fault, ...more] = faultsOf({ [name]: value });
    expect(fault).toContain(name);
    expect(fault).not.toContain("secret@");
    expect(more).toEqual([]);
  });
});
