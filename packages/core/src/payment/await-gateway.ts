import type { Core } from "../core.ts";

/**
 * The gateway's response, awaited at most GATEWAY_TIMEOUT seconds: a call that never responds must keep neither
 * scheduled work nor a stopping process waiting. After the timeout it may still take effect.
 */
export async function awaitGateway<T>({ rules }: Pick<Core, "rules">, call: Promise<T>): Promise<T> {
  const seconds = rules.GATEWAY_TIMEOUT;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the gateway did not respond within ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
