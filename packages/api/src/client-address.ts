import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { sharedPageHeader } from "./shared-page-header.ts";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Whether the X-Forwarded-For header of an address is trusted. */
export type Trust = (address: Address) => boolean;

/**
 * Trusts this machine and `networks`: addresses or ranges such as 10.0.0.0/8. Throws a sentence about the first that is
 * neither.
 */
export function readTrust(networks: readonly string[]): Trust {
  const ranges = networks.map(readRange);
  return (address) =>
    address.range() === "loopback" ||
    ranges.some(([network, length]) => network.kind() === address.kind() && address.match(network, length));
}

function readRange(network: string): [Address, number] {
  const [address = "", length, ...rest] = network.split("/");
  const parsed = isIP(address) === 0 ? null : ipaddr.parse(address);
  const bits = (parsed?.toByteArray().length ?? 0) * 8;
  const kept = length === undefined ? bits : Number(length);
  // Of length 0 it is everybody, who would be whom they claim to be.
  const isLength = length === undefined || /^[1-9]\d{0,2}$/.test(length);
  if (!parsed || !isLength || kept > bits || rest.length > 0)
    throw new Error(
      `TRUST_PROXY must be addresses or networks such as 10.0.0.0/8, separated by commas, not "${network}".`,
    );
  return [parsed, kept];
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
  return headers.has(sharedPageHeader) && !headers.has("x-forwarded-for") && isTrusted(socket, trust);
}

/** Whether the connection's peer is this machine or a trusted proxy. */
export function isTrusted(socket: string | undefined, trust: Trust): boolean {
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
