import { describe, expect, it } from "vitest";
import { asksForEveryone, asksFromHere, findClient, readTrust } from "./client-address.ts";

const nobody = readTrust([]);
const proxies = readTrust(["10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48"]);

describe("who asks", () => {
  it.each([
    ["is who opened the connection", "203.0.113.5", undefined],
    ["is the peer, whatever its headers claim", "203.0.113.5", "198.51.100.1"],
    ["is whom a proxy on this machine names", "127.0.0.1", "203.0.113.5"],
    ["is whom it names, in its IPv6 spelling too", "::1", "203.0.113.5"],
    ["is whom it names, where IPv4 is written as IPv6", "::ffff:127.0.0.1", "::ffff:203.0.113.5"],
    [
      "is the last one named, since what stands before it is the visitor's own claim",
      "127.0.0.1",
      "1.2.3.4, 203.0.113.5",
    ],
    ["is whom the site was asked by, not what they claim", "127.0.0.1", "127.0.0.1, 1.2.3.4, 203.0.113.5, 127.0.0.1"],
  ])("%s", (_, socket, forwardedFor) => {
    expect(findClient(socket, forwardedFor, nobody)).toBe("203.0.113.5");
  });

  it.each([
    ["10.1.2.3", "203.0.113.5", "203.0.113.5"],
    ["192.0.2.7", "203.0.113.5, 10.9.9.9", "203.0.113.5"],
    ["192.0.2.8", "203.0.113.5", "192.0.2.8"],
    ["11.0.0.1", "203.0.113.5", "11.0.0.1"],
    ["2001:db8:1:2::3", "203.0.113.5", "203.0.113.5"],
    ["2001:db8:2::3", "203.0.113.5", "2001:db8:2::/64"],
    ["10.1.2.3", "203.0.113.5, 198.51.100.9, 10.0.0.1", "198.51.100.9"],
  ])("from %s, told %j, is %s where proxies are named", (socket, forwardedFor, client) => {
    expect(findClient(socket, forwardedFor, proxies)).toBe(client);
  });

  it("is the outermost trusted proxy if no other address is listed", () => {
    expect(findClient("127.0.0.1", undefined, nobody)).toBe("127.0.0.1");
    expect(findClient("10.0.0.1", "10.0.0.2, 10.0.0.3", proxies)).toBe("10.0.0.2");
  });

  it.each(["unknown", "", "203.0.113.5:1234", "203.0.113", "0x7f.1", "<script>", "1.2.3.4,"])(
    "is the proxy itself if it lists no valid address: %j",
    (forwardedFor) => {
      expect(findClient("127.0.0.1", forwardedFor, nobody)).toBe("127.0.0.1");
      expect(findClient("127.0.0.1", `198.51.100.1, ${forwardedFor}`, nobody)).toBe("127.0.0.1");
    },
  );

  it("is unknown without a connection", () => {
    expect(findClient(undefined, "203.0.113.5", nobody)).toBeNull();
  });
});

it.each([
  ...["nginx", "10.0.0.0/33", "10.0.0.0/x", "2001:db8::/129", "", "10", "10.0.0.0/8/8"],
  ...["0.0.0.0/0", "::/0", "10.0.0.0/", "10.0.0.0/00", "10.0.0.0/0x8"],
])("%j is no proxy to trust", (network) => {
  expect(() => readTrust(["10.0.0.1", network])).toThrow(/^TRUST_PROXY must be addresses or networks .* not "/);
});

describe("an IPv6 address", () => {
  it("is reduced to its /64, so that one household is one client", () => {
    const spelled = ["2001:db8:0:7::1", "2001:db8:0:7:ffff:ffff:ffff:ffff", "2001:0DB8:0000:0007::2"];
    expect(new Set(spelled.map((address) => findClient(address, undefined, nobody)))).toEqual(
      new Set(["2001:db8:0:7::/64"]),
    );
    expect(findClient("2001:db8:0:8::1", undefined, nobody)).toBe("2001:db8:0:8::/64");
    expect(findClient("fe80::1%eth0", undefined, nobody)).toBe("fe80::/64");
  });
});

describe("a page for everyone is asked for in nobody's name", () => {
  const shared = { "x-shared-page": "1" };
  it.each([
    ["by the site on this machine", "127.0.0.1", shared, true],
    ["by the site on a trusted network", "10.0.0.9", shared, true],
    ["not from elsewhere", "203.0.113.5", shared, false],
    ["not where a proxy names a visitor", "127.0.0.1", { ...shared, "x-forwarded-for": "203.0.113.5" }, false],
    ["not where nobody says so", "127.0.0.1", {}, false],
    ["not over a connection that is unknown", undefined, shared, false],
  ])("%s", (_, socket, headers, expected) => {
    expect(asksForEveryone(socket, new Headers(headers), proxies)).toBe(expected);
  });
});

it.each([
  ["a program on this machine", "127.0.0.1", {}, true],
  ["one that was given IPv6", "::1", {}, true],
  ["one that was given IPv4 written as IPv6", "::ffff:127.0.0.1", {}, true],
  ["no proxy on this machine", "127.0.0.1", { "x-forwarded-for": "127.0.0.1" }, false],
  ["nobody elsewhere", "10.0.0.9", {}, false],
  ["nobody who hung up", undefined, {}, false],
])("from here asks %s", (_, socket, headers, expected) => {
  expect(asksFromHere(socket, new Headers(headers as Record<string, string>))).toBe(expected);
});
