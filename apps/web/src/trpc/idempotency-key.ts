const contextKey = "idempotency_key";

/** An option of a mutation: sent again with the same key, it gets the first answer again. */
export const withIdempotencyKey = (key: string) => ({ context: { [contextKey]: key } });

/** The header that carries the key to the API. */
export function idempotencyHeaders(context: Record<string, unknown>): Record<string, string> {
  const key = context[contextKey];
  return typeof key === "string" ? { "Idempotency-Key": key } : {};
}

/** A key for what is sent from a draft: the same for the same content, another once the content has changed. */
export function idempotencyKey(draft_id: string, content: unknown): string {
  const text = JSON.stringify(content);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${draft_id}-${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}

/** 128 random bits; `crypto.randomUUID` is not there on a page without TLS. */
export function newDraftId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
