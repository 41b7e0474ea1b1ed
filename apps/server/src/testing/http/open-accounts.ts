import { secretsOf } from "@evently/core/sign-in/sign-in-secrets";
import { openSale, type TestApp } from "./open-app.ts";

type Body = Record<string, unknown>;

/** What people do over REST who sign in, and who hold and book seats of one event. */
export type Accounts = Awaited<ReturnType<typeof openAccounts>>;

export async function openAccounts(app: TestApp) {
  const sale = await openSale(app, { perRow: 30 });
  let people = 0;
  let seats = 0;

  async function ask(email: string, given: object = {}) {
    const { body } = await app.call("POST", "/session", { ...given, body: { email } });
    const request_id = String(body.request_id);
    return { request_id, ...secretsOf(app.core.secret, request_id) };
  }

  async function signIn(email: string, given: object = {}) {
    const { token } = await ask(email, given);
    const answer = await app.call("POST", "/session/confirm", { ...given, body: { token } });
    const { user, found, ...body } = answer.body as { token: string; user: { user_id: string }; found: string[] };
    return { ...answer, token: body.token, user_id: user.user_id, found };
  }

  async function hold(token: string): Promise<Body> {
    const body = { seats: [`A-${++seats}`] };
    return (await app.call("POST", `/events/${sale.event_id}/hold`, { token, body })).body;
  }

  const pay = (token: string, { holding_id }: Body) =>
    app.call("POST", `/${holding_id}/confirm`, { token, body: { payment: { token: "tok_visa" } } });

  return {
    ...{ sale, ask, signIn, hold, pay },
    newEmail: () => `ann-${people++}@example.org`,
    book: async (token: string): Promise<Body> => (await pay(token, await hold(token))).body,
  };
}
