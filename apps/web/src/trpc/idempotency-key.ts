const name = "idempotency_key";

/** What names an attempt, as an option of a mutation: sent again, it is answered as it was the first time. */
export const asAttempt = (key: string) => ({ context: { [name]: key } });

/** The header that carries the name of an attempt to the API. */
export function nameAttempt(context: Record<string, unknown>): Record<string, string> {
  const key = context[name];
  return typeof key === "string" ? { "Idempotency-Key": key } : {};
}

/** A name for what is sent from a draft: the same for the same content, another once the content has changed. */
export function keyFor(draft_id: string, content: unknown): string {
  const text = JSON.stringify(content);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${draft_id}-${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}

/** 128 random bits; `crypto.randomUUID` is not there on a page without TLS. */
export function newDraftId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
