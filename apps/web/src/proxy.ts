import { type NextRequest, NextResponse } from "next/server";
import { readEnvironment } from "./environment";

/** Forwards `/api/*` to the API process, and nowhere else. */
export function proxy({ nextUrl: { pathname, search }, headers }: NextRequest): NextResponse {
  const { apiOrigin } = readEnvironment();
  const address = apiOrigin + pathname.slice("/api".length) + search;
  if (!URL.canParse(address) || new URL(address).origin !== new URL(apiOrigin).origin)
    return new NextResponse(null, { status: 404 });
  return NextResponse.rewrite(address, { request: { headers } });
}

export const config = { matcher: ["/api/:path+"] };
