import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { findClient, readTrust, type Trust } from "@evently/api/client-address";
import { isThisMachine } from "@evently/core/network/this-machine.rules";
import { readEnvironment } from "~/environment";
import { isPrivatePath, isSecretPath } from "~/features/search-engines/private-paths";
import { sharedPageHeader } from "~/shared-page-header";
import { makeNonce, type PolicyKind, writeNoncePolicy, writePermissions } from "./http/content-policy";
import { appendForwardedFor } from "./http/forwarded-for";
import { hideHeader, isHost } from "./http/http-headers";
import { isRouterRequest, kindOf, leavesDocument } from "./http/leaves-document";
import { createGatewayReader } from "./http/read-gateway";
import { toReadableAddress } from "./http/readable-address";
import { findScriptFile, sendScriptFile } from "./http/script-files";
import { whenWritten } from "./http/when-written";
import { createSharedAnswer } from "./pages/answer-shared";
import { sendBusyPage } from "./pages/busy-page";
import { AllowanceError } from "./pages/render-allowance";
import { type Handle, renderPage } from "./pages/render-page";
import { createRenderQueue, QueueFullError } from "./pages/render-queue";

/** Files of the build and the API: nothing of these is rendered, not even where there is none of that name. */
const files = /^\/(_next\/static\/|api\/.|icon\.svg$)/;
/** Also what the development server and its pages ask one another. */
const filesInDevelopment = /^\/(_next\/|__next|api\/.|icon\.svg$)/;

/**
 * The site's own server in front of Next: it keeps public pages, writes every policy, and lets few pages be rendered at once.
 * In development nothing is kept, so that a change shows.
 */
export function createSite(next: Handle): RequestListener {
  const { isDevelopment, publicOrigin, trustProxy, rateLimitPerSecond, apiOrigin } = readEnvironment();
  const { host, protocol } = new URL(publicOrigin);
  const named = { host, "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
  const passedOn = isDevelopment ? filesInDevelopment : files;
  const trust = readTrust(trustProxy);
  const renderPrivately = createPrivateRender(next, isDevelopment, createGatewayReader(apiOrigin));
  const answerShared = createSharedAnswer(rateLimitPerSecond, (path, headers) =>
    renderPage(next, path, { ...named, ...headers, [sharedPageHeader]: "1" }),
  );

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    prepare(request, response);
    // Nobody would hear the answer, and nobody be charged for it.
    if (request.headers["x-forwarded-for"] === undefined) return void response.destroy();
    const address = readAddress(request);
    if (address === null) return refuse(response, 400, "This request can’t be read.");
    if (isSecretPath(address.pathname)) keepSecret(response);
    if (passedOn.test(address.pathname)) return next(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return refuse(response, 405, "A page can only be read.");
    }
    const script = findScriptFile(address.pathname);
    if (script !== null) return sendScriptFile(response, script);
    if (/^\/mailbox(\/|$)/.test(address.pathname) && !asksThisMachine(request))
      return refuse(response, 404, "There is no such page.");
    const visitor = findVisitor(request, trust);
    Object.assign(request.headers, named);
    if (isRouterRequest(request)) {
      if (leavesDocument(request, address.pathname)) return askForDocument(response);
    } else if (!isDevelopment && (await answerShared({ request, response, address, visitor }))) return;
    await renderPrivately(request, response, address.pathname, visitor);
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      if (error instanceof QueueFullError) return sendBusyPage(request, response, 503, 5);
      if (error instanceof AllowanceError) return sendBusyPage(request, response, 429, error.seconds);
      process.stderr.write(`A page failed: ${error instanceof Error ? error.stack : String(error)}\n`);
      refuse(response, 500, "This page can’t be shown right now. Please try again in a moment.");
    });
  };
}

/** Renders for one visitor, under a policy with a nonce of its own, and among few others: public pages have turns of their own. */
function createPrivateRender(next: Handle, isDevelopment: boolean, usesStripe: () => Promise<boolean>) {
  const queue = createRenderQueue({ atOnce: 5 });
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    visitor: string,
  ): Promise<void> => {
    const kind = await findPolicyKind(pathname, usesStripe);
    const policy = writeNoncePolicy(makeNonce(), kind, isDevelopment);
    request.headers["content-security-policy"] = policy;
    await queue.run(visitor, async () => {
      if (response.destroyed) return;
      response.setHeader("content-security-policy", policy);
      response.setHeader("permissions-policy", writePermissions(kind));
      if (isPrivatePath(pathname)) response.setHeader("x-robots-tag", "noindex");
      const written = whenWritten(response);
      await Promise.race([next(request, response), written]);
    });
  };
}

/** Nobody pays by Stripe on any other page. */
async function findPolicyKind(pathname: string, usesStripe: () => Promise<boolean>): Promise<PolicyKind> {
  return pathname.startsWith("/checkout/") && (await usesStripe()) ? "stripe" : kindOf(pathname);
}

/** An address that opens something by itself: nobody keeps the answer, and no other site learns where its visitor was. */
function keepSecret(response: ServerResponse): void {
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("cache-control", "private, no-store");
}

/** What Next's router takes for no part of a page, so that the browser opens the address itself. */
function askForDocument(response: ServerResponse): void {
  response.writeHead(204, { "cache-control": "no-store" }).end();
}

/** The mailbox is for who sits at this machine: a name of somebody else's may lead here, too. */
const asksThisMachine = ({ headers }: IncomingMessage): boolean =>
  isThisMachine(new URL(`http://${headers.host}`).hostname);

/** Whose turn it is: the address that the API will count, too. */
const findVisitor = ({ headers, socket }: IncomingMessage, trust: Trust): string =>
  findClient(socket.remoteAddress, String(headers["x-forwarded-for"]), trust) ?? "unknown";

/** What holds for every request and every answer. */
function prepare(request: IncomingMessage, response: ServerResponse): void {
  appendForwardedFor(request);
  delete request.headers[sharedPageHeader];
  if (!isHost(request.headers["x-forwarded-host"])) delete request.headers["x-forwarded-host"];
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  response.setHeader("permissions-policy", writePermissions("ordinary"));
  // Where the API is within our network is nobody's business.
  hideHeader(response, "x-middleware-rewrite");
}

/**
 * The address asked for; null for what is none of ours, such as that of another server, or `*`. A URL takes a backslash for a
 * slash, nginx does not, so that a page would hide in a folder of files; browsers send none.
 */
function readAddress(request: IncomingMessage): URL | null {
  if (!request.url || !/^\/[^\\?]*(\?|$)/.test(request.url) || !isHost(request.headers.host)) return null;
  request.url = toReadableAddress(request.url);
  // Next takes several slashes for one; a URL would take them for the beginning of a host.
  const path = request.url.replace(/^\/+/, "/");
  return URL.canParse(path, "http://site") ? new URL(path, "http://site") : null;
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(`${sentence}\n`);
}
