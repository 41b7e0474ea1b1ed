import { describe, expect, it } from "vitest";
import {
  boxAround,
  clampView,
  containScale,
  fitView,
  hitRadius,
  overlaps,
  revealPoint,
  toHall,
  toScreen,
  visibleBox,
  zoomAt,
  zoomLimits,
} from "./geometry";

const hall = { left: -100, top: 0, right: 100, bottom: 150 };
const desk = { width: 800, height: 600 };
const limits = { min: 0.5, working: 5, max: 10 };

describe("boxAround", () => {
  it("holds every point and the margin", () => {
    const box = boxAround(
      [
        { x: 1, y: 5 },
        { x: -3, y: 2 },
      ],
      2,
    );
    expect(box).toEqual({ left: -5, top: 0, right: 3, bottom: 7 });
  });

  it("is empty for no points", () => {
    expect(boxAround([])).toEqual({ left: 0, top: 0, right: 0, bottom: 0 });
  });
});

describe("fitView", () => {
  const phone = { width: 328, height: 420 };
  const tall = { left: -50, top: -20, right: 50, bottom: 2000 };
  const wide = { left: -3000, top: 0, right: 3000, bottom: 200 };

  it.each([
    [hall, desk],
    [tall, desk],
    [tall, phone],
    [wide, phone],
  ])("shows the whole hall: %j in %j", (box, size) => {
    const seen = visibleBox(fitView(box, size, 5), size);
    expect(seen.left).toBeLessThanOrEqual(box.left + 1e-9);
    expect(seen.right).toBeGreaterThanOrEqual(box.right - 1e-9);
    expect(seen.top).toBeLessThanOrEqual(box.top + 1e-9);
    expect(seen.bottom).toBeGreaterThanOrEqual(box.bottom - 1e-9);
  });

  it("does not blow a tiny hall up", () => {
    expect(containScale({ left: 0, top: 0, right: 5, bottom: 5 }, desk, 5)).toBe(8);
  });
});

describe("zoomAt", () => {
  it("keeps what lies under the pointer where it is", () => {
    const before = { scale: 2, x: 30, y: -40 };
    const at = { x: 210, y: 95 };
    const after = zoomAt(before, at, 1.7, limits);
    expect(after.scale).toBeCloseTo(3.4);
    expect(toScreen(after, toHall(before, at)).x).toBeCloseTo(at.x);
    expect(toScreen(after, toHall(before, at)).y).toBeCloseTo(at.y);
  });

  it("stops at its limits", () => {
    expect(zoomAt({ scale: 9, x: 0, y: 0 }, { x: 0, y: 0 }, 5, limits).scale).toBe(10);
    expect(zoomAt({ scale: 1, x: 0, y: 0 }, { x: 0, y: 0 }, 0.01, limits).scale).toBe(0.5);
  });
});

describe("zoomLimits", () => {
  it("reaches targets of at least 24 px at working zoom", () => {
    const { min, working, max } = zoomLimits(hall, { width: 360, height: 420 }, 5.5);
    expect(working * 5.5).toBeGreaterThanOrEqual(24);
    expect(min).toBeLessThan(working);
    expect(working).toBeLessThan(max);
  });

  it("never puts a limit below the whole hall", () => {
    const { min, working, max } = zoomLimits({ left: 0, top: 0, right: 10, bottom: 10 }, desk, 1);
    expect(working).toBeGreaterThanOrEqual(min);
    expect(max).toBeGreaterThanOrEqual(working);
  });
});

describe("clampView", () => {
  it("centers a side that has room to spare", () => {
    const view = clampView({ scale: 1, x: 999, y: -999 }, hall, desk);
    expect(view).toEqual({ scale: 1, x: 400, y: 225 });
  });

  it("stops a drag at the hall's edge", () => {
    const view = clampView({ scale: 10, x: 5000, y: -5000 }, hall, desk);
    expect(visibleBox(view, desk).left).toBeCloseTo(hall.left);
    expect(visibleBox(view, desk).bottom).toBeCloseTo(hall.bottom);
  });
});

describe("revealPoint", () => {
  it("does not move for a point that is seen", () => {
    const view = { scale: 2, x: 400, y: 100 };
    expect(revealPoint(view, { x: 0, y: 50 }, desk, 40)).toEqual(view);
  });

  it("moves just enough for one that is not", () => {
    const view = revealPoint({ scale: 2, x: 400, y: 100 }, { x: 300, y: 50 }, desk, 40);
    expect(toScreen(view, { x: 300, y: 50 })).toEqual({ x: 760, y: 200 });
  });
});

describe("hitRadius", () => {
  it("is never less than 12 px while that stays within the seat's own place", () => {
    expect(hitRadius(3, 5.5) * 3).toBeCloseTo(12);
    expect(hitRadius(10, 5.5)).toBe(2.75);
    expect(hitRadius(0.5, 5.5)).toBe(5.5);
  });
});

describe("overlaps", () => {
  it("tells boxes that touch from boxes that don't", () => {
    expect(overlaps(hall, { left: 100, top: 0, right: 120, bottom: 10 })).toBe(true);
    expect(overlaps(hall, { left: 101, top: 0, right: 120, bottom: 10 })).toBe(false);
  });
});
