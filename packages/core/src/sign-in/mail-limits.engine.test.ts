import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resendTicket } from "../booking/resend-ticket.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { alone, anywhere, askToSignIn } from "../testing/sign-in.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { confirmSignIn } from "./confirm-sign-in.ts";
import { mostCodes } from "./count-code.ts";
import { requestSignIn } from "./request-sign-in.ts";
import type { SignInPurpose } from "./sign-in.ts";
import { secretsOf } from "./sign-in-secrets.ts";

let core: TestCore;
let people = 0;
const newEmail = () => `person-${people++}@example.org`;
const refused = { code: "SIGN_IN_REFUSED" };

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

describe("too many mails", () => {
  const network = { near: "near", wide: null };
  const ask = (email: string, near = network.near) =>
    requestSignIn(core, { email, purpose: "sign-in" }, { ...anywhere, network: { near, wide: null } });

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

  it("to one address are refused to a wide network as to a near one, which leaves others theirs", async () => {
    const email = newEmail();
    const askFrom = (near: string, wide: string | null) =>
      requestSignIn(core, { email, purpose: "sign-in" }, { ...anywhere, network: { near, wide } });
    for (let i = 0; i < 5; i++) await askFrom(`64-${i}`, "48");
    await expect(askFrom("64-5", "48")).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
    await expect(askFrom("home", null)).resolves.toBeDefined();
  });

  it("of tickets take none of those that sign in", async () => {
    const email = newEmail();
    const resend = () => resendTicket(core, { booking_id: id.booking(1), email }, network);
    for (let i = 0; i < 5; i++) resend();
    expect(resend).toThrow(expect.objectContaining({ code: "NETWORK_LIMIT" }));
    await expect(ask(email)).resolves.toBeDefined();
  });

  it("in a day have no code any more, in every process, but a link; and change no address", async () => {
    const mailer = createTestMailer();
    const sending = await openCore({ alongside: core, mailer });
    const email = newEmail();
    const asking = { device: null, network };
    const askOn = (at: TestCore, purpose: SignInPurpose = "sign-in") => {
      core.clock.advance(601);
      return requestSignIn(at, { email, purpose }, asking);
    };
    core.clock.advance(86_400 - (core.clock() % 86_400));
    for (let i = 0; i < mostCodes; i++) await askOn(i % 2 === 0 ? core : sending);
    mailer.accepted.length = 0;
    const { request_id } = await askOn(sending);
    const { code, token } = secretsOf(core.secret, request_id);
    await letTimePass(sending, 5);
    expect(mailer.accepted.at(-1)?.letter).toMatchObject({
      kind: "sign-in",
      code: null,
      path: expect.stringContaining(token),
    });
    await expect(confirmSignIn(core, { request_id, code }, alone)).rejects.toMatchObject(refused);
    await expect(askOn(core, "change-email")).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
    const last = await askOn(core);
    const byLink = await confirmSignIn(core, { token: secretsOf(core.secret, last.request_id).token }, alone);
    expect(byLink.user).toMatchObject({ email });
    core.clock.advance(86_400);
    const fresh = await askOn(core);
    const byCode = { ...fresh, code: secretsOf(core.secret, fresh.request_id).code };
    expect((await confirmSignIn(core, byCode, alone)).user).toEqual(byLink.user);
    await sending.close();
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
