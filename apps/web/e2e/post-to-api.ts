import { readStack } from "./stack";

/** Sends `body` to the API over REST, as whom the token names. Throws what it answered where it refused. */
export async function postToApi<T>(
  path: string,
  body: unknown,
  token = "",
  method = "POST",
  api = readStack().apis.usual,
): Promise<T> {
  const response = await fetch(api + path, {
    method,
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
