import { describe, expect, it } from "vitest";
import { networkOf } from "./network-of.ts";

const secret = "0".repeat(32);

describe("the network of a client", () => {
  it("is an IPv4 address, which is no part of anything wider", () => {
    const network = networkOf("203.0.113.5", secret);
    expect(network).toEqual({ near: expect.stringMatching(/^[\w-]{22}$/), wide: null });
    expect(networkOf("203.0.113.6", secret)?.near).not.toBe(network?.near);
  });

  it("is an IPv6 /64 within its /48", () => {
    const [home, next, far] = ["2001:db8:0:7::/64", "2001:db8:0:8::/64", "2001:db8:1:7::/64"].map((client) =>
      networkOf(client, secret),
    );
    expect(home?.near).not.toBe(next?.near);
    expect(home?.wide).toBe(next?.wide);
    expect(home?.wide).not.toBe(far?.wide);
  });

  it("can't be told without the secret, and has no letter of the address in it", () => {
    expect(networkOf("203.0.113.5", "1".repeat(32))).not.toEqual(networkOf("203.0.113.5", secret));
    expect(JSON.stringify(networkOf("2001:db8:0:7::/64", secret))).not.toContain("db8");
  });

  it("is unknown for an unknown client", () => {
    expect(networkOf(null, secret)).toBeNull();
  });
});
