import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const [ivBytes, tagBytes] = [12, 16];

/** Nobody can read it without both the server's secret and the id of its request, which is not in the table either. */
const keyOf = (secret: string, request_id: string): Buffer =>
  createHmac("sha256", secret).update(`sign-in address ${request_id}`).digest();

/** The address that a sign-in is for. It may be anybody's, and the embedded engine never removes what is over. */
export function sealAddress(secret: string, request_id: string, email: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyOf(secret, request_id), iv);
  const sealed = Buffer.concat([cipher.update(email, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Null if it was sealed under another secret. */
export function openAddress(secret: string, request_id: string, text: string): string | null {
  const bytes = Buffer.from(text, "base64url");
  const [iv, tag, sealed] = [
    bytes.subarray(0, ivBytes),
    bytes.subarray(ivBytes, ivBytes + tagBytes),
    bytes.subarray(ivBytes + tagBytes),
  ];
  const decipher = createDecipheriv(algorithm, keyOf(secret, request_id), iv).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
