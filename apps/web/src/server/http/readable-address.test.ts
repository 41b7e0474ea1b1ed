import fc from "fast-check";
import { expect, test } from "vitest";
import { toReadableAddress } from "./readable-address";

test.each(["/events/%E0%A4%A", "/events/%", "/bookings/%c0%af?x=1", "/%ff", "/a%2", "/%ED%A0%80"])(
  "%s leads nowhere",
  (address) => {
    expect(toReadableAddress(address)).toBe("/nowhere");
  },
);

test.each(["/", "/events/event-00001?search=%E0%A4%A", "/%E0%A4%85", "/?q=100%", "/a%00b", "/a%2Fb"])(
  "%s stays as it is",
  (address) => {
    expect(toReadableAddress(address)).toBe(address);
  },
);

test("every path becomes one that can be decoded, and one of encoded text stays", () => {
  const part = fc.oneof(
    fc.string({ unit: "grapheme" }).map(encodeURIComponent),
    fc.stringMatching(/^%[0-9A-Fa-f]{0,2}$/),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(() => decodeURIComponent(toReadableAddress(`/${parts.join("")}`).replace(/\?.*/s, ""))).not.toThrow();
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(toReadableAddress(`/events/${encodeURIComponent(text)}`)).toBe(`/events/${encodeURIComponent(text)}`);
    }),
  );
});
