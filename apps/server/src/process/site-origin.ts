import { isIPv6 } from "node:net";
import { isThisMachine } from "@evently/core/network/this-machine.rules";

/**
 * Where the site is reached, for links: as PUBLIC_ORIGIN says, else beside the API as `npm start` runs both, where nobody but this
 * machine is served; null where nobody knows.
 */
export function findSiteOrigin({ PUBLIC_ORIGIN, HOST, WEB_PORT }: Place): string | null {
  if (PUBLIC_ORIGIN !== undefined) return PUBLIC_ORIGIN;
  return isThisMachine(HOST) ? `http://${isIPv6(HOST) ? `[${HOST}]` : HOST}:${WEB_PORT}` : null;
}

type Place = { PUBLIC_ORIGIN?: string | undefined; HOST: string; WEB_PORT: number };
