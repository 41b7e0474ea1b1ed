import { isIP } from "node:net";
import { sharedPageHeader } from "@evently/api/shared-page-header";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Whether the X-Forwarded-For header of an address is trusted. */
export type Trust = (address: Address) => boolean;

/** Trusts this machine and `networks`: addresses or ranges such as 10.0.0.0/8. */
export function readTrust(networks: readonly string[]): Trust {
  const ranges = networks.map((network): [Address, number] => {
    const [address = "", length] = network.split("/");
    const parsed = ipaddr.parse(address);
    return [parsed, length === undefined ? parsed.toByteArray().length * 8 : Number(length)];
  });
  return (address) =>
    address.range() === "loopback" ||
    ranges.some(([network, length]) => network.kind() === address.kind() && address.match(network, length));
}

/**
 * The client's address: the connection's peer or, if that is a trusted proxy, the rightmost address of X-Forwarded-For
 * that isn't one. An IPv6 address is reduced to its /64, which belongs to one household. Null if unknown.
 */
export function findClient(socket: string | undefined, forwardedFor: string | undefined, trust: Trust): string | null {
  const hops = [...(forwardedFor?.split(",") ?? []), socket ?? ""];
  let client: Address | null = null;
  for (let i = hops.length - 1; i >= 0; i--) {
    const hop = parseAddress(hops[i] ?? "");
    if (!hop) break;
    client = hop;
    if (!trust(hop)) break;
  }
  return client && toNetwork(client);
}

/** Whether this machine or a trusted proxy asks in nobody's name; what comes from outside always has an address. */
export function asksForEveryone(socket: string | undefined, headers: Headers, trust: Trust): boolean {
  if (!headers.has(sharedPageHeader) || headers.has("x-forwarded-for")) return false;
  const peer = parseAddress(socket ?? "");
  return peer !== null && trust(peer);
}

/** Whether a program on this machine asks by itself: each proxy, and the site, says for whom it asks. */
export function asksFromHere(socket: string | undefined, headers: Headers): boolean {
  return parseAddress(socket ?? "")?.range() === "loopback" && !headers.has("x-forwarded-for");
}

function parseAddress(text: string): Address | null {
  const address = text.trim();
  return isIP(address) === 0 ? null : ipaddr.process(address);
}

function toNetwork(address: Address): string {
  if (address.kind() === "ipv4") return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()}/64`;
}
