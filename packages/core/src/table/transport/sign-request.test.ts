import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createSigner, toCanonicalPath } from "./sign-request.ts";

const numRuns = process.env.EVENTLY_PROOF ? 10_000 : 300;

/** What the oracle hashes with: SHA-256, or its HMAC where a key is given. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", toBuffer(secret));
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

function toBuffer(secret: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof secret === "string") return Buffer.from(secret);
  if (secret instanceof ArrayBuffer) return Buffer.from(secret);
  return Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength);
}

const secret = fc.stringMatching(/^[A-Za-z0-9/+]{16,40}$/);
const cases = fc.record({
  region: fc.constantFrom("eu-central-1", "us-east-1", "us-gov-west-1"),
  credentials: fc.record(
    { accessKeyId: secret, secretAccessKey: secret, sessionToken: secret },
    { requiredKeys: ["accessKeyId", "secretAccessKey"] },
  ),
  host: fc.constantFrom("dynamodb.eu-central-1.amazonaws.com", "127.0.0.1:8000"),
  path: fc.constantFrom("/", "/base/", "/a%20b/", "/(a)*'!/ä/"),
  target: fc.stringMatching(/^[A-Z][A-Za-z]{3,20}$/),
  body: fc.string({ unit: "grapheme" }),
  now: fc.date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
});

it("a signature is the one of the SDK's signer, for any region, credentials, path, body and moment", async () => {
  await fc.assert(
    fc.asyncProperty(cases, cases, async (first, second) => {
      const { region } = first;
      const sign = createSigner(region);
      const nextDay = { ...first, now: new Date(first.now.getTime() + 86_400_000) };
      // One after the other: what is kept of a day and of credentials must not serve another.
      for (const request of [first, nextDay, { ...first, credentials: second.credentials }, second, first]) {
        const { credentials, host, path, target, body, now } = request;
        const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": target };
        const oracle = new SignatureV4({ credentials, region, service: "dynamodb", sha256: Sha256 });
        const whole = { method: "POST", protocol: "https:", hostname: host, path, headers: { ...headers, host }, body };
        const expected = await oracle.sign(whole, { signingDate: now });
        expect(sign({ host, path: toCanonicalPath(path), headers, body }, credentials, now)).toEqual(expected.headers);
      }
    }),
    { numRuns },
  );
});
