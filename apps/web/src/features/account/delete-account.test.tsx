import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DeletionTerms } from "./delete-account";

const shown = (isGuest: boolean) => renderToStaticMarkup(<DeletionTerms isGuest={isGuest} />);

it("whoever deletes themselves is told of cash, of terms, and of their organizations", () => {
  expect(shown(false)).toMatch(/as long as its terms allow/);
  expect(shown(false)).toMatch(/paid in cash only the box office pays back/);
  expect(shown(false)).toMatch(/You leave every organization/);
  expect(shown(true)).not.toMatch(/organization,/);
});
