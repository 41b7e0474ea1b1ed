/** A tab that a phone has put to sleep may keep its turn: nobody waits in front of the door for it any longer. */
const longestWaitMs = 5_000;

/** Does the work once no other tab of this device is at work of this name, where a browser can say so: others go on at once. */
export async function takeTurn(name: string, work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return work();
  };
  try {
    await navigator.locks.request(name, { signal: AbortSignal.timeout(longestWaitMs) }, begin);
  } catch (error) {
    if (hasBegun) throw error;
    await work();
  }
}
