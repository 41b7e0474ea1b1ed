import { createHash, timingSafeEqual } from "node:crypto";
import { answerFailure } from "@evently/api/rest/answer-rest";
import { page } from "@evently/api/routers/page";
import { openCursor, sealCursor } from "@evently/core/cursor";
import { EventlyError } from "@evently/core/errors";
import { isThisMachine } from "@evently/core/network/this-machine.rules";
import { Hono, type MiddlewareHandler } from "hono";
import * as z from "zod";
import type { Mailbox } from "../mail/mailbox.ts";
import type { OpenMailbox } from "../mail/open-mailer.ts";
import type { Env } from "./identify-request.ts";

const Wanted = z.object({ to: z.string().optional(), ...page });

/** Only this page's own styles: it may neither run nor load anything, and its links open beside it, as in a mail program. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

/**
 * GET /mailbox, the mails that stayed on this machine, and GET /mailbox/{number}, one as its recipient would see it; the same
 * of a sample of every mail under /mailbox/samples. Whoever comes without the key, or by another name than this machine's,
 * finds nothing: a page of another site, too, may have its name lead here.
 */
export function serveMailbox({ mailbox, samples, key }: OpenMailbox, secret: string): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use("/mailbox/*", withKey(key));
  routes.route("/mailbox", serveMails(mailbox, secret));
  routes.route("/mailbox/samples", serveMails(samples, secret));
  routes.onError((error, c) => {
    if (!(error instanceof EventlyError)) throw error;
    return answerFailure(error, c.get("request_id"));
  });
  return routes;
}

function serveMails(mailbox: Mailbox, secret: string): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get("/", async (c) => {
    const parsed = Wanted.safeParse(c.req.query());
    if (!parsed.success) throw new EventlyError("INVALID_INPUT", { faults: describe(parsed.error) });
    const { to, limit, cursor } = parsed.data;
    const scope = `mailbox ${to ?? ""}`;
    const below = cursor === undefined ? undefined : Number(openCursor(secret, scope, cursor));
    // One more than asked for, to know whether there are more.
    const found = await mailbox.list({ to, below, limit: limit + 1 });
    const last = found[limit - 1];
    const next_cursor = found.length > limit && last ? sealCursor(secret, scope, String(last.number)) : null;
    return c.json({ items: found.slice(0, limit), next_cursor });
  });
  routes.get("/:number{[0-9]{1,9}}", async (c) => {
    const mail = await mailbox.find(Number(c.req.param("number")));
    if (!mail) throw new EventlyError("NOT_FOUND", {});
    const html = mail.html.replace("<head>", '<head><base target="_blank">');
    return c.html(html, 200, { "content-security-policy": policy, "x-content-type-options": "nosniff" });
  });
  return routes;
}

function withKey(key: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const named = [c.req.header("host"), c.req.header("x-forwarded-host") ?? "localhost"];
    const isHere = named.every((host) => isThisMachine(hostnameOf(host ?? "")));
    if (!isHere || !isSame(c.req.query("key") ?? "", key)) throw new EventlyError("NOT_FOUND", {});
    return next();
  };
}

const hostnameOf = (host: string): string => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "");

const isSame = (given: string, key: string): boolean => timingSafeEqual(hash(given), hash(key));
const hash = (text: string) => createHash("sha256").update(text).digest();

const describe = (error: z.ZodError) => error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
