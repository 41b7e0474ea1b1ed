import { createHmac, timingSafeEqual } from "node:crypto";
import { EventlyError } from "./errors.ts";

/** A position in a list, signed and bound to `scope`: the list, its filters and the caller. */
export function sealCursor(secret: string, scope: string, position: string): string {
  return `${Buffer.from(position).toString("base64url")}.${sign(secret, scope, position)}`;
}

/** The position that was passed to sealCursor. Throws INVALID_CURSOR for any other cursor and for another scope. */
export function openCursor(secret: string, scope: string, cursor: string): string {
  const [encoded = "", signature = ""] = cursor.split(".");
  const position = Buffer.from(encoded, "base64url").toString("utf8");
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(secret, scope, position));
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new EventlyError("INVALID_CURSOR", {});
  return position;
}

function sign(secret: string, scope: string, position: string): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify([scope, position]))
    .digest("base64url")
    .slice(0, 22);
}
