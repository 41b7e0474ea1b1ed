import { createHmac, hash } from "node:crypto";

/** A request to sign; header names in lower case. */
type UnsignedRequest = { host: string; path: string; headers: Record<string, string>; body: string };

type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined };

export type Sign = (request: UnsignedRequest, credentials: Credentials, now: Date) => Record<string, string>;

const service = "dynamodb";
const algorithm = "AWS4-HMAC-SHA256";

/**
 * AWS Signature Version 4 of a POST without a query: returns all headers to send, including `host` and `authorization`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function createSigner(region: string): Sign {
  const keyOf = rememberKey(region);
  return ({ host, path, headers, body }, credentials, now) => {
    const date = now.toISOString().replace(/[-:]|\.\d{3}/g, "");
    const day = date.slice(0, 8);
    const digest = hash("sha256", body);
    const signed: Record<string, string> = { ...headers, host, "x-amz-content-sha256": digest, "x-amz-date": date };
    if (credentials.sessionToken) signed["x-amz-security-token"] = credentials.sessionToken;
    const names = Object.keys(signed).sort();
    const list = names.join(";");
    const canonical = `POST\n${path}\n\n${names.map((name) => `${name}:${signed[name]}\n`).join("")}\n${list}\n${digest}`;
    const scope = `${day}/${region}/${service}/aws4_request`;
    const text = `${algorithm}\n${date}\n${scope}\n${hash("sha256", canonical)}`;
    const signature = createHmac("sha256", keyOf(credentials.secretAccessKey, day)).update(text).digest("hex");
    signed.authorization = `${algorithm} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${list}, Signature=${signature}`;
    return signed;
  };
}

/** The signing key is derived once a day. */
function rememberKey(region: string): (secret: string, day: string) => Buffer {
  let known: { secret: string; day: string; key: Buffer } | undefined;
  return (secret, day) => {
    if (known?.secret !== secret || known.day !== day) {
      const parts = [day, region, service, "aws4_request"];
      const key = parts.reduce<Buffer>(
        (previous, part) => createHmac("sha256", previous).update(part).digest(),
        Buffer.from(`AWS4${secret}`),
      );
      known = { secret, day, key };
    }
    return known.key;
  };
}

/** The path in the signature's form: escaped once more, except slashes. */
export function toCanonicalPath(path: string): string {
  const escaped = encodeURIComponent(path).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return escaped.replaceAll("%2F", "/");
}
