import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OrganizationNotice } from "./organization-notice";

const show = (state: "pending" | "approved" | "suspended") =>
  renderToStaticMarkup(<OrganizationNotice name="Little Theatre" state={state} />);

it("says what an organization waits for, or that it is stopped, and nothing of one that sells", () => {
  expect(show("pending")).toContain("<bdi>Little Theatre</bdi> is not approved yet");
  expect(show("pending")).toContain("prepare venues and events as drafts");
  expect(show("suspended")).toContain("<bdi>Little Theatre</bdi> is suspended");
  expect(show("suspended")).toContain("Bookings, refunds and admission go on");
  expect(show("approved")).toBe("");
});
