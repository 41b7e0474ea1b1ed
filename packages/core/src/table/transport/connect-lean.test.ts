import { Agent } from "node:http";
import { Agent as SecureAgent } from "node:https";
import { crc32 } from "node:zlib";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  failure,
  foundItem,
  openScriptedEngine,
  type Reply,
  type ScriptedEngine,
} from "../../testing/scripted-engine.ts";
import { makeSelfSigned } from "../../testing/self-signed.ts";
import { openTwoTransports, type TwoTransports } from "../../testing/two-transports.ts";
import { connectLean, type Send } from "./connect-lean.ts";
import { createPost } from "./post.ts";

const get = () => new GetCommand({ TableName: "evently", Key: { pk: "a", sk: "b" } });

let engine: ScriptedEngine;
let both: TwoTransports;
beforeEach(async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  engine = await openScriptedEngine();
  both = openTwoTransports(engine.endpoint);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  both.close();
  await engine.close();
});

type CallResult = Error & { code?: string; $metadata: { attempts: number } };
/** What a call ended in, well or not. */
const settle = (send: Send) => send(get()).catch((thrown) => thrown) as Promise<CallResult>;
const attemptsOf = (result: unknown) => (result as CallResult).$metadata.attempts;

describe("an answer that is not what the engine sent", () => {
  it.each<[string, Reply]>([
    ["whose sum is wrong", { ...foundItem, headers: { "x-amz-crc32": "1" } }],
    ["whose error's sum is wrong", { ...(failure("ValidationException") as object), headers: { "x-amz-crc32": "1" } }],
    ["that is cut off", "cut off"],
    ["that never came, the request having been read", "hang up"],
    ["that never came, the request not having been read", "hang up early"],
  ])("%s is asked for again", async (_, reply) => {
    engine.script(reply, reply, foundItem);
    const result = await both.lean(get());
    expect(result).toMatchObject({ Item: { pk: "a" }, $metadata: { attempts: 3 } });
    expect(engine.received).toHaveLength(3);
  });

  it("is an error in the end, and never a result", async () => {
    const wrong: Reply = { ...foundItem, headers: { "x-amz-crc32": String(crc32("{}")) } };
    engine.script(wrong, wrong, wrong, wrong);
    const error = await settle(both.lean);
    expect(error).toMatchObject({ name: "ChecksumError", $metadata: { attempts: 4, httpStatusCode: 200 } });
  });
});

describe("an engine that says nothing", () => {
  it.each<Reply>(["silence", "stall"])("(%s) is asked four times and then given up", async (reply) => {
    const impatient = openTwoTransports(engine.endpoint, {}, 50);
    engine.script(reply, reply, reply, reply);
    const error = await settle(impatient.lean);
    impatient.close();
    expect(error).toMatchObject({ name: "TimeoutError", code: "ETIMEDOUT", $metadata: { attempts: 4 } });
  });

  it("is given up as by the SDK", async () => {
    const impatient = openTwoTransports(engine.endpoint, {}, 50);
    const outcomes = [];
    for (const send of [impatient.sdk, impatient.lean]) {
      engine.script("silence", "silence", "silence", "silence");
      const { name, code, $metadata } = await settle(send);
      outcomes.push({ name, code, attempts: $metadata.attempts });
    }
    impatient.close();
    expect(outcomes[1]).toEqual(outcomes[0]);
  });

  it("is not waited for while no connection comes about", async () => {
    // The name is looked up without end, and a socket is connecting until it is found.
    const agent = new Agent({ keepAlive: true, lookup: () => undefined } as object);
    const url = new URL("http://engine.test/");
    const { post, close } = createPost({ url, inFlight: 1, connectMs: 20, answerMs: 600_000, agent });
    await expect(post({ host: url.host }, "{}")).rejects.toMatchObject({ name: "TimeoutError", code: "ETIMEDOUT" });
    close();
  });

  it("is refused connections of: the same error as the SDK's", async () => {
    await engine.close();
    const [sdk, lean] = [await settle(both.sdk), await settle(both.lean)];
    expect(lean).toMatchObject({ name: sdk.name, code: "ECONNREFUSED", message: sdk.message });
    expect(attemptsOf(lean)).toBe(attemptsOf(sdk));
    engine = await openScriptedEngine();
  });
});

describe("the quota of retries", () => {
  it("runs out where nothing passes, when the SDK's does", async () => {
    const attempts: number[][] = [];
    for (const send of [both.sdk, both.lean]) {
      const counted: number[] = [];
      for (let call = 0; call < 40; call++) {
        engine.script(...Array.from({ length: 4 }, () => failure("InternalServerError", 500)));
        counted.push(attemptsOf(await settle(send)));
      }
      attempts.push(counted);
    }
    expect(attempts[1]).toEqual(attempts[0]);
    expect(attempts[1]?.at(0)).toBe(4);
    expect(attempts[1]?.at(-1)).toBe(1);
  });

  it("is given back by what passes in the end", async () => {
    for (let call = 0; call < 60; call++) {
      engine.script(failure("InternalServerError", 500), foundItem);
      expect(attemptsOf(await settle(both.lean))).toBe(2);
    }
  });
});

describe("a transaction", () => {
  const transaction = () => new TransactWriteCommand({ TransactItems: [] });
  const tokens = () => engine.received.map(({ body }) => JSON.parse(body).ClientRequestToken as string);

  it("keeps the token that it has, and the one that it was given, over all sends", async () => {
    engine.script(failure("InternalServerError", 500), "hang up", failure("ThrottlingException"));
    expect(attemptsOf(await both.lean(transaction()))).toBe(4);
    expect(tokens()).toHaveLength(4);
    expect(new Set(tokens()).size).toBe(1);
    expect(tokens()[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it("has a token of its own where none is given", async () => {
    engine.script();
    await both.lean(transaction());
    await both.lean(transaction());
    expect(new Set(tokens()).size).toBe(2);
  });
});

describe("connections", () => {
  it("are kept from one call to the next", async () => {
    for (let call = 0; call < 5; call++) await both.lean(get());
    expect(engine.connections()).toBe(1);
  });

  it("that the engine closed meanwhile cost no call", async () => {
    for (let call = 0; call < 20; call++) {
      engine.script(foundItem);
      engine.dropConnections();
      expect(await both.lean(get())).toMatchObject({ Item: { pk: "a" } });
    }
  });

  it("carry more than a megabyte there and back", async () => {
    const long = "ä€𝄞".repeat(300_000);
    const body = JSON.stringify({ Item: { long: { S: long } } });
    engine.script({ body, headers: { "x-amz-crc32": String(crc32(body)) } });
    const command = new GetCommand({ TableName: "evently", Key: { long } });
    expect(await both.lean(command)).toMatchObject({ Item: { long }, $metadata: { attempts: 1 } });
    expect(JSON.parse(engine.received[0]?.body ?? "")).toEqual({ TableName: "evently", Key: { long: { S: long } } });
  });
});

it("over TLS the engine must be the one that its certificate names", async () => {
  const tls = makeSelfSigned();
  const secure = await openScriptedEngine(tls);
  secure.script(foundItem, foundItem);
  const client = new DynamoDBClient({
    region: "eu-central-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  const url = new URL(secure.endpoint);
  const limits = { url, inFlight: 1, connectMs: 2_000, answerMs: 60_000 };
  const trusting = createPost({ ...limits, agent: new SecureAgent({ keepAlive: true, ca: tls.cert }) });
  const strict = createPost(limits);
  const connect = ({ post }: typeof strict) =>
    connectLean({ client, url, region: "eu-central-1", post, otherwise: () => Promise.reject(new Error("none")) });
  expect(await connect(trusting)(get())).toMatchObject({ Item: { pk: "a" } });
  await expect(connect(strict)(get())).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  expect(secure.received).toHaveLength(1);
  for (const { close } of [trusting, strict]) close();
  await secure.close();
});

it("the moment that the engine names for the next send is waited for", async () => {
  const setTimer = vi.spyOn(globalThis, "setTimeout");
  engine.script(failure("ThrottlingException", 400, { "x-amz-retry-after": "40" }), foundItem);
  await both.lean(get());
  const waits = setTimer.mock.calls.map(([, ms]) => ms ?? 0);
  expect(waits.some((ms) => ms > 20 && ms <= 40)).toBe(true);
});

it("a command that core never sends is the SDK's to send", async () => {
  const sent: unknown[] = [];
  const client = new DynamoDBClient({ region: "eu-central-1" });
  const otherwise = async (command: object) => sent.push(command);
  const post = () => Promise.reject(new Error("sent by itself"));
  const send = connectLean({ client, url: new URL(engine.endpoint), region: "eu-central-1", post, otherwise });
  const put = new PutCommand({ TableName: "evently", Item: { pk: "a" } });
  await send(put);
  expect(sent).toEqual([put]);
});
