import { id } from "@evently/core/testing/id";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { HiddenNotice } from "./hidden-notice";

const at = "2026-11-27T09:00:00.000Z";
const show = (withdrawn: { hidden_at: string | null; suspended_at: string | null }) =>
  renderToStaticMarkup(<HiddenNotice event={{ event_id: id.event(7), ...withdrawn }} />);

it("marks an event that the operator hid, by itself or with its account, and no other one", () => {
  expect(show({ hidden_at: null, suspended_at: null })).toBe("");
  expect(show({ hidden_at: at, suspended_at: null })).toContain("The operator of this site has hidden this event");
  expect(show({ hidden_at: null, suspended_at: at })).toContain("hidden while its organizer is suspended");
  expect(show({ hidden_at: at, suspended_at: null })).toContain("/organizer/events/event-00007/journal");
});
