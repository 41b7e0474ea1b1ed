import { expect, test } from "vitest";
import { dropNonce, findScripts } from "./find-scripts";

const page = `<script nonce="n1">a()</script><script src="/x.js" nonce="n1" async=""></script><p><script>evil()</script>
<script nonce="n2">evil()</script><script type="application/ld+json">{}</script><script nonce="n1">b("\\u003c/script>")</script>`;

test("only what the renderer marked is one of the page's scripts", () => {
  expect(findScripts(page, "n1")).toEqual(["a()", 'b("\\u003c/script>")']);
});

test("the nonce is dropped, and nothing else", () => {
  expect(dropNonce(page, "n1")).toBe(page.replaceAll(' nonce="n1"', ""));
  expect(dropNonce(page, "n1")).toContain('nonce="n2"');
});
