import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { makeSignal } from "~/ui/message/signal";
import { SoldOutNotice } from "./sold-out-notice";

const show = (free: readonly number[]) =>
  renderToStaticMarkup(<SoldOutNotice picker={{ freeByType: makeSignal<readonly number[]>(free) }} />);

it("says that an event is sold out only while no seat of any type is free", () => {
  expect(show([0, 0])).toContain("Sold out right now");
  expect(show([0, 1])).toBe("");
});

it("says nothing before the first map has come", () => {
  expect(show([])).toBe("");
});
