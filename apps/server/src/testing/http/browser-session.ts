import type { TestApp } from "./open-app.ts";

/** The Origin header of a page of the site itself, and of another site. */
export const own = { origin: "http://api.test" };
export const foreign = { origin: "https://evil.example" };

/** Starts a guest session as a browser does; returns its cookie. */
export async function startInBrowser(app: TestApp, headers: Record<string, string> = own): Promise<string> {
  const answer = await app.call("POST", "/session/guest", { headers });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

export async function whoAmI(app: TestApp, headers: Record<string, string>): Promise<{ user_id: string } | null> {
  const { text } = await app.call("GET", "/trpc/session.get", { headers });
  return JSON.parse(text).result.data;
}
