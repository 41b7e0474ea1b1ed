import { createHash } from "node:crypto";
import { EventlyError } from "@evently/core/errors";
import { Prewritten } from "@evently/core/text/prewritten";
import { TextFile } from "@evently/core/text/text-file";
import { callTRPCProcedure, TRPCError } from "@trpc/server";
import type { Context } from "../context.ts";
import { limitBody } from "../middleware/limit-body.ts";
import { requiresAction } from "../middleware/requires-action.ts";
import { toEventlyError } from "../middleware/to-evently-error.ts";
import { appRouter } from "../root.ts";
import { BinaryFile } from "./binary-file.ts";
import { isPersonal, matchesTag } from "./entity-tag.ts";
import { findRoute, type RouteMatch } from "./find-route.ts";
import { addRevision } from "./if-match.ts";
import { bodyLimitOf } from "./list-calls.ts";
import { isOwn, isRead, type RestRoute, takesBody } from "./rest-route.ts";
import { streamFile } from "./stream-file.ts";

type Input = Record<string, unknown>;

/**
 * Handles a REST request by calling the procedure for its method and path, with path parameters, query and body
 * combined as its input: the procedure reads it once it knows that the caller may call it. Every error response is
 * `{error, error_code, details}`.
 */
export async function answerRest(request: Request, context: Context): Promise<Response> {
  try {
    const url = new URL(request.url);
    const match = findRoute(request.method, url.pathname);
    if (!match) throw new EventlyError("NOT_FOUND", {});
    const { name, rest } = match.target;
    const limited = limitBody(request, bodyLimitOf([name]));
    let input: Promise<Input> | null = null;
    const getInput = () => {
      input ??= readInput(limited, url, match);
      return input;
    };
    const output = await call({ ...context, takesFiles: true }, match.target, getInput);
    if (output instanceof TextFile) return answerFile(request, context, output, rest.mediaType ?? "text/plain");
    if (output instanceof BinaryFile) return answerBytes(output, rest.mediaType ?? "application/octet-stream");
    return answer(request, output, isOwn(rest, await getInput()) ? { ...rest, cacheSeconds: 0 } : rest);
  } catch (error) {
    return answerFailure(error, context.request_id);
  }
}

/** Converts anything thrown into an error response. */
export function answerFailure(error: unknown, request_id: string): Response {
  const failure =
    error instanceof EventlyError
      ? error
      : toEventlyError(
          error instanceof TRPCError ? error : new TRPCError({ code: "INTERNAL_SERVER_ERROR" }),
          request_id,
        );
  const headers = new Headers(
    "retry_after" in failure.details ? { "retry-after": `${failure.details.retry_after}` } : {},
  );
  return Response.json(failure.toFailure(), { status: failure.status, headers });
}

function call(ctx: Context, { name, isMutation }: RouteMatch["target"], getRawInput: () => Promise<Input>) {
  const type = isMutation ? "mutation" : "query";
  return callTRPCProcedure({ router: appRouter, path: name, type, ctx, getRawInput, signal: undefined, batchIndex: 0 });
}

function answer(request: Request, output: unknown, rest: RestRoute): Response {
  const { status = 200, pending, cacheSeconds } = rest;
  if (status === 204) return new Response(null, { status });
  if (cacheSeconds) return answerCacheable(request, output instanceof Prewritten ? output : tag(output), cacheSeconds);
  return Response.json(output, { status: requiresAction(rest, output) ? pending : status });
}

function answerFile({ method }: Request, { core, request_id }: Context, file: TextFile, mediaType: string): Response {
  const report = (error: unknown) => core.reportError("a file broke off", { request_id, error });
  // Nobody reads, or ends, the body of an answer to HEAD.
  if (method === "HEAD") file.close();
  const body = method === "HEAD" ? null : streamFile(file, report);
  const headers = { "content-type": `${mediaType}; charset=utf-8`, "content-disposition": toAttachment(file.name) };
  return new Response(body, { headers });
}

function answerBytes({ name, bytes }: BinaryFile, mediaType: string): Response {
  const headers = { "content-type": mediaType, "content-disposition": toAttachment(name) };
  return new Response(Uint8Array.from(bytes), { headers });
}

const toAttachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, toPercent)}`;

/** What encodeURIComponent leaves, and the header's grammar does not allow. */
const toPercent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

type Tagged = Pick<Prewritten<unknown>, "tag" | "write">;

function tag(output: unknown): Tagged {
  const json = Buffer.from(JSON.stringify(output));
  return { tag: createHash("sha1").update(json).digest("base64url"), write: () => json };
}

/** Serializes nothing if the client already has the content with this tag. */
function answerCacheable({ headers: asked }: Request, output: Tagged, cacheSeconds: number): Response {
  const headers = { "cache-control": `public, max-age=${cacheSeconds}`, etag: `"${output.tag}"` };
  const isShown = !isPersonal(asked) && matchesTag(headers.etag, asked.get("if-none-match"));
  if (isShown) return new Response(null, { status: 304, headers });
  return new Response(output.write(), { headers: { ...headers, "content-type": "application/json" } });
}

async function readInput(request: Request, url: URL, { target, params }: RouteMatch): Promise<Input> {
  const hasBody = takesBody(target.rest);
  if (hasBody) refuseFields([...url.searchParams.keys()], "unknown field: this route reads its body");
  const given = hasBody ? await readBody(request) : readQuery(url);
  const twice = Object.keys(params).filter((name) => name in given);
  refuseFields(twice, "unknown field: it stands in the path");
  const input = { ...given, ...params };
  if (!target.takesInput) refuseFields(Object.keys(input), "unknown field");
  return isRead(request.method) ? input : addRevision(input, request.headers, target.takesIfMatch);
}

function readQuery({ searchParams }: URL): Input {
  const seen = new Set<string>();
  const repeated = [...searchParams.keys()].filter((name) => seen.has(name) || !seen.add(name));
  refuseFields(repeated, "given more than once");
  return Object.fromEntries(searchParams);
}

function refuseFields(names: string[], message: string): void {
  const faults = [...new Set(names)].map((path) => ({ path, message }));
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
}

/** The body as an object, regardless of its content type; an empty body is an empty object. */
async function readBody(request: Request): Promise<Input> {
  const text = await request.text();
  const body = text.trim() === "" ? {} : parseJson(text);
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Input;
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: "", message: "an object" }] });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EventlyError("MALFORMED_JSON", {});
  }
}
