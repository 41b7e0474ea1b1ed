/** Whether an answer is for the one who asks: then nobody may keep it, and it carries no tag. */
export function isPersonal(headers: Headers): boolean {
  return headers.has("cookie") || headers.has("authorization");
}

/** Whether a request's If-None-Match names the tag. A proxy that compresses makes a tag weak; the answer is the same. */
export function matchesTag(etag: string, shown: string | null): boolean {
  return (shown ?? "").split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
