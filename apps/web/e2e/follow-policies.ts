import type { Page, Response } from "@playwright/test";

/** The policies of the documents that this tab opens, in order, and what browsers report against them. */
export async function followPolicies(page: Page) {
  const opened: { path: string; policy: string; permissions: string }[] = [];
  const reported: string[] = [];
  await page.exposeFunction("reportViolation", (line: string) => void reported.push(line));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      void (window as unknown as { reportViolation(line: string): void }).reportViolation(
        `${effectiveDirective} ${blockedURI}`,
      );
    });
  });
  page.on("response", (response: Response) => {
    if (!response.request().isNavigationRequest() || response.frame() !== page.mainFrame()) return;
    const { "content-security-policy": policy = "", "permissions-policy": permissions = "" } = response.headers();
    opened.push({ path: new URL(response.url()).pathname, policy, permissions });
  });
  return { opened, reported };
}
