import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { type ReadCode, readCode, type TicketFacts, writePayload } from "./ticket-code.ts";

/** A random key of 32 bytes in base64url, and the name by which a code tells it from others. */
export type NamedKey = { name: string; key: string };

/** A public key as a JSON Web Key (RFC 8037). */
type PublicKey = { kty: "OKP"; crv: "Ed25519"; x: string; kid: string };

/** The keys of an installation: the first signs, all verify. */
export type TicketKeys = {
  /** Throws if there is no key. */
  sign(facts: TicketFacts): string;
  /** What a code says; null unless one of the keys signed it. */
  verify(code: string): TicketFacts | null;
  publicKeys: readonly PublicKey[];
};

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const header = Buffer.from("302e020100300506032b657004220420", "hex");

export function openTicketKeys(named: readonly NamedKey[]): TicketKeys {
  const keys = named.map(({ name: kid, key }) => {
    const secret = createPrivateKey({
      key: Buffer.concat([header, Buffer.from(key, "base64url")]),
      format: "der",
      type: "pkcs8",
    });
    const open = createPublicKey(secret);
    return { kid, secret, open, x: String(open.export({ format: "jwk" }).x) };
  });
  const [first] = keys;

  const isGenuine = ({ kid, payload, signature }: ReadCode): boolean => {
    const key = keys.find((key) => key.kid === kid);
    return key !== undefined && verify(null, Buffer.from(payload), key.open, Buffer.from(signature, "base64url"));
  };

  return {
    sign(facts) {
      if (!first) throw new Error("there is no key for tickets");
      const payload = writePayload(first.kid, facts);
      return `${payload}.${sign(null, Buffer.from(payload), first.secret).toString("base64url")}`;
    },
    verify(text) {
      const read = readCode(text);
      return read && isGenuine(read) ? read.facts : null;
    },
    publicKeys: keys.map(({ kid, x }) => ({ kty: "OKP", crv: "Ed25519", x, kid })),
  };
}
