import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSignInLink } from "../operator/make-sign-in-link.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { createFaults } from "../testing/faults.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { alone, askToSignIn, signIn } from "../testing/sign-in.ts";
import { toInstant } from "../time.ts";
import { putContact } from "../user/contact.table.ts";
import { createUser, startGuest } from "../user/create-user.ts";
import { getUser } from "../user/get-user.ts";
import { listNamed } from "../user/list-named.ts";
import { resolveActor } from "../user/session.ts";
import { claimEmail, putUser } from "../user/user.table.ts";
import type { User } from "../user/user.ts";
import { changeEmail } from "./change-email.ts";
import { confirmSignIn } from "./confirm-sign-in.ts";
import { mostTries, signInSeconds } from "./limits.rules.ts";
import { describeToken } from "./open-sign-in.ts";
import { requestSignIn } from "./request-sign-in.ts";
import { keyOfSignIn } from "./sign-in.table.ts";
import { secretsOf } from "./sign-in-secrets.ts";

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
      { email: newEmail(), purpose: "sign-in" },
      { network: null, device: "Firefox on Linux" },
    );
    const { token } = secretsOf(core.secret, request_id);
    expect(await describeToken(core, token)).toMatchObject({ device: "Firefox on Linux" });
  });

  it("of the operator is for the address that the account had when it was made", async () => {
    const me = await signIn(core, newEmail());
    const { token } = await makeSignInLink(core, me.user);
    const other = await askToSignIn(core, newEmail(), "change-email");
    await changeEmail(core, { actor: me.user, token: me.token }, { ...other, token: undefined }, null);
    await expect(confirmSignIn(core, { token }, alone)).rejects.toMatchObject(refused);
    expect(await readItem(core.table, keys.email(me.user.email ?? ""))).toBeNull();
    const again = await makeSignInLink(core, me.user);
    expect((await confirmSignIn(core, again, alone)).user.user_id).toBe(me.user.user_id);
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

  it("is the one that asks, whoever signed up before it, even if that one is claimed and empty", async () => {
    for (const isClaimed of [false, true]) {
      const email = newEmail();
      const squatter = await createUser(core, { email, role: "organizer" });
      const owner = await createUser(core, { email: email.toUpperCase(), role: "organizer" });
      if (isClaimed) await signIn(core, email);
      const { token } = await askToSignIn(core, email);
      const { user } = await confirmSignIn(core, { token }, { ...alone, account: owner.user });
      expect(user).toMatchObject({ user_id: owner.user.user_id, verified_at: expect.any(String) });
      expect((await signIn(core, email)).user.user_id).toBe(owner.user.user_id);
      expect(await resolveActor(core, owner.token)).toBeNull();
      expect((await resolveActor(core, squatter.token)) === null).toBe(isClaimed);
    }
  });

  it("is not the one that asks if that names another address", async () => {
    const email = newEmail();
    const other = await createUser(core, { email: newEmail(), role: "organizer" });
    const { token } = await askToSignIn(core, email);
    const { user } = await confirmSignIn(core, { token }, { ...alone, account: other.user });
    expect(user.user_id).not.toBe(other.user.user_id);
    expect(await resolveActor(core, other.token)).not.toBeNull();
  });

  it("is the oldest by its number, not by its text", async () => {
    const email = newEmail();
    const [young, old] = [id.user(1_000_000), id.user(999_999)];
    for (const user_id of [young, old]) {
      const user: User = {
        ...{ user_id, email, phone: null, name: null, role: "attendee" },
        created_at: toInstant(core.clock()),
      };
      await transact(core.table, [putUser(user), putContact(email, user_id)]);
    }
    expect((await signIn(core, email)).user.user_id).toBe(old);
    expect(await listNamed(core.table, email)).toEqual([young]);
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
