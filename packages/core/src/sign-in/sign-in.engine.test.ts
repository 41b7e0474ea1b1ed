import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { createFaults } from "../testing/faults.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { alone, anywhere, askToSignIn, signIn } from "../testing/sign-in.ts";
import { createUser, startGuest } from "../user/create-user.ts";
import { getUser } from "../user/get-user.ts";
import { resolveActor } from "../user/session.ts";
import { claimEmail } from "../user/user.table.ts";
import { confirmSignIn } from "./confirm-sign-in.ts";
import { describeToken } from "./open-sign-in.ts";
import { requestSignIn } from "./request-sign-in.ts";
import { keyOfSignIn, mostTries, signInSeconds } from "./sign-in.table.ts";
import { secretsOf } from "./sign-in-secrets.ts";
import { mostWrongCodes } from "./wrong-codes.ts";

const faults = createFaults();
let core: TestCore;
let people = 0;
const newEmail = () => `person-${people++}@example.org`;
const refused = { code: "SIGN_IN_REFUSED" };
const wrong = ({ code }: { code: string }) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

beforeAll(async () => {
  core = await openCore({ wrap: faults.wrap });
});
afterAll(() => core.close());

describe("whoever has no account", () => {
  it("gets one whose address is verified and claimed, by code or by link", async () => {
    const email = `New-${people++}@Example.org`;
    const { request_id, code } = await askToSignIn(core, email);
    const { user, token } = await confirmSignIn(core, { request_id, code }, alone);
    expect(user).toMatchObject({ email, role: "attendee", name: null, verified_at: user.created_at });
    expect(await resolveActor(core, token)).toEqual({ user_id: user.user_id, role: "attendee" });
    expect(await getUser(core, user, user)).toEqual(user);
    expect(await readItem(core.table, keys.email(email))).toMatchObject({ user_id: user.user_id });
    const again = await signIn(core, email.toUpperCase());
    expect(again.user).toEqual(user);
    expect(again.token).not.toBe(token);
    expect(await resolveActor(core, token)).not.toBeNull();
  });
});

describe("a request", () => {
  it("is good for one use, of code and link together", async () => {
    const { token, ...byCode } = await askToSignIn(core, newEmail());
    await confirmSignIn(core, { token }, alone);
    await expect(confirmSignIn(core, { token }, alone)).rejects.toMatchObject(refused);
    await expect(confirmSignIn(core, byCode, alone)).rejects.toMatchObject(refused);
  });

  it("is dead after five wrong codes, its link too, while another one of the same address works", async () => {
    const email = newEmail();
    const [first, second] = [await askToSignIn(core, email), await askToSignIn(core, email)];
    const { request_id, code, token } = first;
    for (let i = 0; i < mostTries; i++)
      await expect(confirmSignIn(core, { request_id, code: wrong(first) }, alone)).rejects.toMatchObject(refused);
    await expect(confirmSignIn(core, { request_id, code }, alone)).rejects.toMatchObject(refused);
    await expect(confirmSignIn(core, { token }, alone)).rejects.toMatchObject(refused);
    await expect(describeToken(core, token)).rejects.toMatchObject(refused);
    const other = { request_id: second.request_id, code };
    if (code !== second.code) await expect(confirmSignIn(core, other, alone)).rejects.toMatchObject(refused);
    const { user } = await confirmSignIn(core, { ...other, code: second.code }, alone);
    expect(user).toMatchObject({ email });
  });

  it("still takes the right code after four wrong ones", async () => {
    const { request_id, code, ...asked } = await askToSignIn(core, newEmail());
    for (let i = 1; i < mostTries; i++)
      await expect(confirmSignIn(core, { request_id, code: wrong({ code }) }, alone)).rejects.toMatchObject(refused);
    expect(await describeToken(core, asked.token)).toMatchObject({ device: null });
    await expect(confirmSignIn(core, { request_id, code }, alone)).resolves.toBeDefined();
  });

  it("ends after ten minutes", async () => {
    const [first, second] = [await askToSignIn(core, newEmail()), await askToSignIn(core, newEmail())];
    core.clock.advance(signInSeconds - 1);
    await confirmSignIn(core, { token: first.token }, alone);
    core.clock.advance(3);
    const { token, ...byCode } = second;
    await expect(confirmSignIn(core, { token }, alone)).rejects.toMatchObject(refused);
    await expect(confirmSignIn(core, byCode, alone)).rejects.toMatchObject(refused);
  });

  it.each(["", ".", "x", "unknown.unknown", `${"x".repeat(22)}.${"y".repeat(43)}`, "💥"])(
    "is not found by the token %j, nor by it as its id",
    async (token) => {
      await expect(confirmSignIn(core, { token }, alone)).rejects.toMatchObject(refused);
      await expect(confirmSignIn(core, { request_id: token, code: "123456" }, alone)).rejects.toMatchObject(refused);
    },
  );

  it("is stored without its id, its code, its token and its address", async () => {
    const email = "Secret.Person@example.org";
    const { request_id, code, token } = await askToSignIn(core, email);
    const stored = JSON.stringify(await readItem(core.table, keyOfSignIn(request_id)));
    for (const secret of [request_id, code, token, token.split(".")[1] ?? "", email, email.toLowerCase()])
      expect(stored).not.toContain(secret);
  });

  it("says which device asked, to whoever has the link", async () => {
    const { request_id } = await requestSignIn(
      core,
      { email: newEmail() },
      { network: null, device: "Firefox on Linux" },
    );
    const { token } = secretsOf(core.secret, request_id);
    expect(await describeToken(core, token)).toMatchObject({ device: "Firefox on Linux" });
  });

  it("is used once even if the response was lost and the engine forgot it", async () => {
    const { token } = await askToSignIn(core, newEmail());
    let requests = 0;
    faults.plan(() => (requests++ >= 2 ? "resent" : null));
    const started = await confirmSignIn(core, { token }, alone).finally(faults.end);
    expect(await resolveActor(core, started.token)).toMatchObject({ user_id: started.user.user_id });
  });
});

describe("an account whose address nobody has verified", () => {
  it("becomes its owner's, who ends all that whoever made it had", async () => {
    const email = newEmail();
    const squatter = await createUser(core, { email, role: "organizer", name: "Squatter" });
    const { user, token } = await signIn(core, email);
    expect(user).toMatchObject({ user_id: squatter.user.user_id, role: "organizer", verified_at: expect.any(String) });
    expect(await resolveActor(core, squatter.token)).toBeNull();
    expect(await resolveActor(core, token)).toMatchObject({ user_id: user.user_id });
    const next = await signIn(core, email);
    expect(await resolveActor(core, token)).toMatchObject({ user_id: user.user_id });
    expect(await resolveActor(core, next.token)).toMatchObject({ user_id: user.user_id });
  });

  it("is the oldest of several; a guest is none, and the others stay whose they are", async () => {
    const email = newEmail();
    const guest = await startGuest(core, { email });
    const [first, second] = [
      await createUser(core, { email, role: "attendee" }),
      await createUser(core, { email, role: "organizer" }),
    ];
    const { user } = await signIn(core, email);
    expect(user.user_id).toBe(first.user.user_id);
    expect(await resolveActor(core, second.token)).toMatchObject({ role: "organizer" });
    expect(await resolveActor(core, guest.token)).toMatchObject({ role: "guest" });
    expect((await signIn(core, email)).user.user_id).toBe(first.user.user_id);
  });

  it("may have had the claim in the version before", async () => {
    const email = newEmail();
    const first = await createUser(core, { email, role: "attendee" });
    const second = await createUser(core, { email, role: "attendee" });
    await transact(core.table, [claimEmail(email, second.user.user_id)]);
    const { user } = await signIn(core, email);
    expect(user).toMatchObject({ user_id: second.user.user_id, verified_at: expect.any(String) });
    expect(await resolveActor(core, second.token)).toBeNull();
    expect(await resolveActor(core, first.token)).not.toBeNull();
  });
});

describe("too many wrong codes for an address", () => {
  const caller = { ...alone, network: { near: "near", wide: null } };

  it("leave only links to sign in there, for a day, and other addresses alone", async () => {
    const email = newEmail();
    for (let tried = 0; tried < mostWrongCodes; ) {
      const asked = await askToSignIn(core, email);
      for (let i = 1; i < mostTries && tried < mostWrongCodes; i++, tried++) {
        const guess = { request_id: asked.request_id, code: wrong(asked) };
        await expect(confirmSignIn(core, guess, caller)).rejects.toMatchObject(refused);
      }
    }
    const { token, ...byCode } = await askToSignIn(core, email.toUpperCase());
    await expect(confirmSignIn(core, byCode, caller)).rejects.toMatchObject(refused);
    await expect(confirmSignIn(core, { token }, caller)).resolves.toBeDefined();
    const { token: _others, ...others } = await askToSignIn(core, newEmail());
    await expect(confirmSignIn(core, others, caller)).resolves.toBeDefined();
    core.clock.advance(86_401);
    const { token: _later, ...later } = await askToSignIn(core, email);
    await expect(confirmSignIn(core, later, caller)).resolves.toBeDefined();
  });

  it("are nobody's where networks are not limited", async () => {
    const email = newEmail();
    for (let request = 0; request <= mostWrongCodes / mostTries; request++) {
      const asked = await askToSignIn(core, email);
      const guess = { request_id: asked.request_id, code: wrong(asked) };
      for (let i = 0; i < mostTries; i++)
        await expect(confirmSignIn(core, guess, alone)).rejects.toMatchObject(refused);
    }
    const { token: _token, ...byCode } = await askToSignIn(core, email);
    await expect(confirmSignIn(core, byCode, alone)).resolves.toBeDefined();
  });
});

describe("too many mails", () => {
  const network = { near: "near", wide: null };
  const ask = (email: string, near = network.near) =>
    requestSignIn(core, { email }, { ...anywhere, network: { near, wide: null } });

  it("to one address are refused to the network that asks, not to others", async () => {
    const email = newEmail();
    for (let i = 0; i < 5; i++) await ask(email);
    await expect(ask(email.toUpperCase())).rejects.toMatchObject({
      code: "NETWORK_LIMIT",
      details: { retry_after: expect.any(Number) },
    });
    await expect(ask(email, "elsewhere")).resolves.toBeDefined();
    await expect(ask(newEmail())).resolves.toBeDefined();
    core.clock.advance(601);
    await expect(ask(email)).resolves.toBeDefined();
  });

  it("of one network are refused, whomever they go to", async () => {
    for (let i = 0; i < 30; i++) await ask(newEmail(), "busy");
    await expect(ask(newEmail(), "busy")).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
  });

  it("are nobody's where networks are not limited", async () => {
    const email = newEmail();
    for (let i = 0; i < 25; i++) await expect(askToSignIn(core, email)).resolves.toBeDefined();
  });
});
