import { createHmac } from "node:crypto";

/** What the mail of a sign-in request carries: six digits to be typed where it was asked for, and a link's token. */
export type SignInSecrets = { code: string; token: string };

/**
 * Both follow from the request's id under the server's secret, so that the table has neither of them. The token names its
 * request; the id alone opens nothing.
 */
export function secretsOf(secret: string, request_id: string): SignInSecrets {
  const derive = (purpose: string) => createHmac("sha256", secret).update(`sign-in ${purpose} ${request_id}`).digest();
  const number = derive("code").readUIntBE(0, 6) % 1_000_000;
  return {
    code: String(number).padStart(6, "0"),
    token: `${request_id}.${derive("token").toString("base64url")}`,
  };
}
