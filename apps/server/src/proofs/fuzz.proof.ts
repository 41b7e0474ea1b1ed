import { expect, it } from "vitest";
import { fuzz, type Tally } from "../testing/fuzz/fuzz-story.ts";

const rounds = Array.from({ length: 10 }, (_, i) => i + 2);
const total: Tally = new Map();
/** Succeed only with what stands in a mail, and for whoever has read one. */
const byMail = [
  ...["POST /session/confirm", "POST /user/{user_id}/email", "POST /user/{user_id}/bookings/adopt"],
  ...["POST /invitations/accept", "DELETE /organizations/{organization_id}/members/{user_id}"],
];

it.each(rounds)("1,000 generated requests get documented responses, from seed %i", async (seed) => {
  for (const [route, statuses] of await fuzz({ requests: 1_000, seed })) {
    const known = total.get(route) ?? new Map<number, number>();
    for (const [status, count] of statuses) known.set(status, (known.get(status) ?? 0) + count);
    total.set(route, known);
  }
});

it("there are 10,000, and each route also succeeded that needs no mail", () => {
  for (const [route, statuses] of total) {
    const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    process.stdout.write(`${route.padEnd(44)} ${counts.join("  ")}\n`);
  }
  const answered = [...total.values()].flatMap((statuses) => [...statuses.values()]);
  expect(answered.reduce((sum, count) => sum + count, 0)).toBe(10_000);
  const never = [...total].filter(([, statuses]) => ![...statuses.keys()].some((status) => status < 300));
  expect(never.map(([route]) => route).filter((route) => !byMail.includes(route))).toEqual([]);
});
