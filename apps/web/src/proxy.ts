import { type NextRequest, NextResponse } from "next/server";
import { writeContentPolicy } from "./content-policy";
import { readEnvironment } from "./environment";
import { isPrivatePath } from "./features/search-engines/private-paths";

/** Forwards `/api/*` to the API process, and gives every page a content security policy with a nonce of its own. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith("/api/")) return forwardToApi(request, pathname.slice("/api".length) + search);

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = writeContentPolicy(nonce, readEnvironment().isDevelopment);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("x-content-type-options", "nosniff");
  if (isPrivatePath(pathname)) response.headers.set("x-robots-tag", "noindex");
  return response;
}

function forwardToApi(request: NextRequest, path: string): NextResponse {
  return NextResponse.rewrite(new URL(path, readEnvironment().apiOrigin), { request: { headers: request.headers } });
}

export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg).*)"] };
