import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SuspendedNotice } from "./suspended-notice";

const at = "2026-11-27T09:00:00.000Z";

it("says since when an account is suspended, what that means, and the reason if one was given", () => {
  const shown = renderToStaticMarkup(<SuspendedNotice at={at} reason="Not the orchestra." />);
  expect(shown).toContain("Your account is suspended");
  expect(shown).toContain("Fri 27 Nov 2026</time> nothing can be changed here");
  expect(shown).toContain('href="/organizer/journal"');
  expect(shown).toContain("The reason given: <q>Not the orchestra.</q>");
  expect(renderToStaticMarkup(<SuspendedNotice at={at} reason={null} />)).not.toContain("reason");
});
