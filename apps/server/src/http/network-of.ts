import type { Network } from "@evently/core/network";
import { hashNetwork } from "@evently/core/network/hash-network";
import ipaddr from "ipaddr.js";

/** The network of a client as `findClient` names it, an IPv4 address or an IPv6 /64; null if the client is unknown. */
export function networkOf(client: string | null, secret: string): Network | null {
  return client === null ? null : hashNetwork(secret, { near: client, wide: findWide(client) });
}

function findWide(client: string): string | null {
  const [address = "", length] = client.split("/");
  return length === undefined ? null : `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/48`).toString()}/48`;
}
