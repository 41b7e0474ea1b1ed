/** Whether a response is private to its caller: then no cache may store it and it has no ETag. */
export function isPersonal(headers: Headers): boolean {
  return headers.has("cookie") || headers.has("authorization");
}

/**
 * Whether the request's If-None-Match contains the tag. Weak tags match too: a compressing proxy makes tags weak, and
 * the content is the same.
 */
export function matchesTag(etag: string, shown: string | null): boolean {
  return (shown ?? "").split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
