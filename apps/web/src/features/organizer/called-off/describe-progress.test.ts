import { describe, expect, it } from "vitest";
import { describeProgress } from "./describe-progress";

type Figures = { total: number; refunded: number; failed: number };
const describeAt = (status: "cancelling" | "cancelled", cancellation: Figures | null) =>
  describeProgress({ status, cancellation });

describe("how far the refunds of a cancelled event are", () => {
  it.each([
    [{ total: 2_000, refunded: 0, failed: 0 }, "0 of 2,000 bookings are refunded.", true],
    [{ total: 2_000, refunded: 1, failed: 0 }, "1 of 2,000 bookings is refunded.", true],
    [{ total: 2_000, refunded: 1_998, failed: 1 }, "1,998 of 2,000 bookings are refunded.", true],
    [{ total: 2_000, refunded: 1_998, failed: 2 }, "1,998 of 2,000 bookings are refunded.", false],
    [{ total: 2_000, refunded: 2_000, failed: 0 }, "All 2,000 bookings are refunded.", false],
    [{ total: 1, refunded: 0, failed: 0 }, "The booking is not refunded yet.", true],
    [{ total: 1, refunded: 1, failed: 0 }, "The booking is refunded.", false],
    [{ total: 0, refunded: 0, failed: 0 }, "This event is being cancelled.", false],
    [null, "This event is being cancelled, and every booking refunded.", false],
  ])("%j reads %s", (cancellation, sentence, isMoving) => {
    expect(describeAt("cancelling", cancellation)).toMatchObject({ sentence, isMoving });
  });

  it("says what failed and what to do, and nothing of that where nothing did", () => {
    expect(describeAt("cancelled", { total: 3, refunded: 3, failed: 0 }).failure).toBeNull();
    expect(describeAt("cancelled", { total: 3, refunded: 2, failed: 1 }).failure).toMatchObject({
      headline: "One refund failed",
      action: expect.stringContaining("Ask whoever runs this site to retry"),
    });
    expect(describeAt("cancelling", { total: 9, refunded: 2, failed: 3 }).failure?.headline).toBe("3 refunds failed");
  });

  it("says that the seller pays back cash and invoices once nothing is under way", () => {
    const cash = "What was paid in cash or on invoice you pay back yourself.";
    expect(describeAt("cancelled", { total: 3, refunded: 3, failed: 0 }).meaning).toBe(cash);
    expect(describeAt("cancelling", { total: 3, refunded: 3, failed: 0 }).meaning).toContain("about 15 minutes");
    expect(describeAt("cancelling", { total: 3, refunded: 2, failed: 0 }).meaning).toContain("goes on by itself");
    expect(describeAt("cancelled", null).meaning).toContain(cash);
  });
});
