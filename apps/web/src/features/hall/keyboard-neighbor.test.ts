import { describe, expect, it } from "vitest";
import { openHall } from "./hall";
import { keyboardNeighbor } from "./keyboard-neighbor";
import { twoSections } from "./two-sections.fixture";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;

describe("keyboardNeighbor", () => {
  const go = (id: string, key: string, whole = false) => hall.ids[keyboardNeighbor(hall, at(id), key, whole) ?? -1];

  it("goes along the row, also where its numbers run from right to left", () => {
    expect(go("A-1", "ArrowRight")).toBe("A-2");
    expect(go("SA-4", "ArrowRight")).toBeUndefined();
    expect(go("B-2", "ArrowRight")).toBe("B-1");
  });

  it("goes to the nearest seat of the row behind or before", () => {
    expect(go("A-2", "ArrowDown")).toBe("B-5");
    expect(go("C-6", "ArrowUp")).toBe("B-1");
    expect(go("A-1", "ArrowUp")).toBeUndefined();
  });

  it("crosses to the next section at a row's end, and goes along a row that runs away from the stage", () => {
    expect(go("C-6", "ArrowRight")).toBe("SA-4");
    expect(go("B-1", "ArrowRight")).toBe("SA-3");
    expect(go("SA-3", "ArrowDown")).toBe("SA-4");
    expect(go("SA-1", "ArrowLeft")).toBe("A-6");
  });

  it("finds the ends of the row and of the hall", () => {
    expect(go("B-3", "Home")).toBe("B-6");
    expect(go("B-3", "End")).toBe("B-1");
    expect(go("B-3", "Home", true)).toBe("A-1");
    expect(go("B-3", "End", true)).toBe("SA-4");
  });

  it("turns a page and stops at the last row; other keys mean nothing", () => {
    expect(go("A-1", "PageDown")).toBe("C-1");
    expect(go("C-1", "PageUp")).toBe("A-1");
    expect(go("A-1", "PageUp")).toBeUndefined();
    expect(go("A-1", "x")).toBeUndefined();
  });
});
