import { expect, test } from "vitest";
import { findClashes } from "./conflict-choices";

const before = { name: "Hall", city: "Oslo", timezone: "UTC", description: "", address: "", map_url: "" };

test.each([
  ["only typed", { name: "Aula" }, {}, []],
  ["only saved by somebody else", {}, { name: "Aula" }, []],
  ["changed alike by both", { name: "Aula" }, { name: "Aula" }, []],
  ["changed by both", { name: "Aula" }, { name: "Arena" }, [{ field: "name", own: "Aula", theirs: "Arena" }]],
  ["typed, while another one was saved", { name: "Aula" }, { city: "Bergen" }, []],
])("of a field that is %s, the clashes are found", (_, typed, saved, clashes) => {
  expect(findClashes(before, { ...before, ...typed }, { ...before, ...saved })).toEqual(clashes);
});
