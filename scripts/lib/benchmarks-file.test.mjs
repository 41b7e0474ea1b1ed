import { expect, test } from "vitest";
import { readSections, toMarkdown, writeSection } from "./benchmarks-file.mjs";

const report = { notes: ["What it means."], tables: [{ title: "T", columns: ["load", "ms"], rows: [[16, "2.5"]] }] };

test("a table is Markdown, its figures to the right", () => {
  expect(toMarkdown(["load", "ms"], [[16, "2.5"]])).toBe("| load | ms |\n| --- | ---: |\n| 16 | 2.5 |");
});

test("a section that was written is found again under its name, whole, among others", () => {
  const [section, other] = [writeSection("hold", report), writeSection("storm", report)];
  const sections = readSections(`# Benchmarks\n\nWords.\n\n${section}\n${other}`);
  expect([...sections]).toEqual([
    ["hold", section],
    ["storm", other],
  ]);
});

test("a section says what ran, and where", () => {
  expect(writeSection("hold", report)).toMatch(/cores.*Node \d+.*\d{4}-\d\d-\d\d.*npm run bench -- hold/);
});
