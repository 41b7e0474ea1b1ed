import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { updateItem } from "../table/update-item.ts";
import { type Creation, creationRenewal, endCreation, isBulk, renewCreation, takeCreation } from "./creation.table.ts";

/**
 * Carries out a creation that was taken in the transaction that decided it, and ends it. It stays taken for as long as it
 * waits for its turn and works.
 */
export async function whileCreating<T>(core: Core, creation: Creation, create: () => Promise<T>): Promise<T> {
  if (!isBulk(creation)) return create();
  const renewing = setInterval(() => void renew(core, creation), creationRenewal * 1000);
  try {
    return await create();
  } finally {
    clearInterval(renewing);
    await updateItem(core.table, endCreation(creation)).catch((error) =>
      core.reportError("a creation could not be ended", { pk: creation.id, error }),
    );
  }
}

/** The same for one that was decided by a request before. Throws CREATION_RUNNING. */
export async function resumeCreating<T>(core: Core, creation: Creation, create: () => Promise<T>): Promise<T> {
  if (isBulk(creation)) {
    const { done } = await updateItem(core.table, takeCreation(creation, core.clock()));
    if (!done) throw new EventlyError("CREATION_RUNNING", {});
  }
  return whileCreating(core, creation, create);
}

async function renew(core: Core, creation: Creation): Promise<void> {
  await updateItem(core.table, renewCreation(creation, core.clock())).catch((error) =>
    core.reportError("a creation was not renewed in time", { pk: creation.id, error }),
  );
}
