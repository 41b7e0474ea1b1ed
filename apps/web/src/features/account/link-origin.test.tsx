import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LinkOrigin } from "./link-origin";

const asked_at = "2026-11-27T09:05:00.000Z";

it("says when and with what a link was asked for, and what to do if that was somebody else", () => {
  const shown = renderToStaticMarkup(<LinkOrigin asked_at={asked_at} device="Firefox on Linux" />);
  expect(shown).toContain("09:05</time> with <strong>Firefox on Linux</strong>");
  expect(shown).toContain("If that wasn’t you, close this page");
  expect(renderToStaticMarkup(<LinkOrigin asked_at={asked_at} device={null} />)).toContain("a program");
});
