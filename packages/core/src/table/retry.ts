const tries = 10;
const firstDelay = 10;
const longestDelay = 400;

/**
 * Retries while `isTransient` returns true, with full jitter; throws the last error. Calls `onRepeat` before each
 * retry.
 */
export async function retry<T>(
  send: () => Promise<T>,
  isTransient: (error: unknown) => boolean,
  onRepeat: () => void = () => undefined,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (attempt >= tries || !isTransient(error)) throw error;
      const ceiling = Math.min(longestDelay, firstDelay * 2 ** attempt);
      await new Promise((resume) => setTimeout(resume, Math.random() * ceiling));
      onRepeat();
    }
  }
}
