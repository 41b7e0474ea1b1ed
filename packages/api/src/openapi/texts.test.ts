import { expect, it } from "vitest";
import * as z from "zod/mini";
import { listRoutes } from "../rest/list-routes.ts";
import { listDocumentFields } from "../testing/list-fields.ts";
import { describeApi } from "./describe-api.ts";
import { bodyExamples, pathExamples } from "./examples.ts";
import { everywhere } from "./field-texts/everywhere.ts";
import { fieldTexts } from "./field-texts/find-field-text.ts";
import { operationTexts } from "./operation-texts.ts";

const folder = "packages/api/src/openapi";
const document = describeApi({ version: "1.2.3" });
const fields = listDocumentFields(document);
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
/** Those are served by the process, and described by the server's own test. */
const isOfProcess = (owner: string) => owner.startsWith("process.");

it("every field of every request and answer is described", () => {
  expect(fields.length).toBeGreaterThan(500);
  const bare = fields.filter(({ description }) => !description);
  const advice = bare.map(
    ({ owner, field }) =>
      `${owner}.${field} has no description: add "${field}" with the owner "${owner}" to the file of its noun in ` +
      `${folder}/field-texts, or to everywhere.ts there if the name means the same in all places.`,
  );
  expect([...new Set(advice)]).toEqual([]);
});

it("every operation is described", () => {
  const bare = operations.filter(({ description }) => !description);
  expect(
    bare.map(({ operationId }) => `${operationId} has no description: add it to ${folder}/operation-texts.ts.`),
  ).toEqual([]);
});

it("no description is left over", () => {
  const described = new Set(fields.map(({ owner, field, description }) => `${owner}.${field}: ${description}`));
  const used = (owner: string, field: string, text: string) => described.has(`${owner}.${field}: ${text}`);
  const unused = fieldTexts
    .filter(({ owners }) => !owners.some(isOfProcess))
    .flatMap(({ owners, fields: texts }) => [
      ...owners
        .filter((owner) => !Object.entries(texts).some(([field, text]) => used(owner, field, text)))
        .map((owner) => `${owner}: none of ${Object.keys(texts).join(", ")} is described by this entry`),
      ...Object.entries(texts)
        .filter(([field, text]) => !owners.some((owner) => used(owner, field, text)))
        .map(([field]) => `${field}: of none of ${owners.join(", ")}`),
    ]);
  expect(unused).toEqual([]);
  const everyField = new Set(fields.map(({ field, description }) => `${field}: ${description}`));
  expect(Object.entries(everywhere).filter(([field, text]) => !everyField.has(`${field}: ${text}`))).toEqual([]);
  const known = new Set(operations.map(({ operationId }) => operationId));
  expect(Object.keys(operationTexts).filter((name) => !known.has(name) && !isOfProcess(name))).toEqual([]);
});

it("descriptions are sentences", () => {
  const texts = [...fields, ...operations].map(({ description }) => String(description));
  expect(texts.filter((text) => !/^[A-Z0-9`"].*[.]$/s.test(text) || text.length > 600)).toEqual([]);
});

it("a field added to an answer is missed until it is described", () => {
  const { Venue, ...schemas } = document.components.schemas;
  const grown = { ...Venue, properties: { ...(Venue?.properties ?? {}), wheelchairs: { type: "integer" } } };
  const found = listDocumentFields({ ...document, components: { schemas: { ...schemas, Venue: grown } } });
  expect(found.filter(({ description }) => !description)).toEqual([{ owner: "Venue", field: "wheelchairs" }]);
});

const withBody = listRoutes().filter(({ name }) => operations.some((o) => o.operationId === name && o.requestBody));

it.each(withBody.map((route) => [route.name, route] as const))("%s: its example is a valid request", (name, route) => {
  const example = bodyExamples[name];
  expect(example, `${name} has no example: add one to ${folder}/examples.ts.`).toBeDefined();
  const ids = [...route.rest.path.matchAll(/\{(\w+)\}/g)].map(([, id = ""]) => [id, pathExamples[id]] as const);
  const input = { ...example, ...Object.fromEntries(ids) };
  const { error } = z.safeParse(route.input as z.ZodMiniType, input);
  expect(error?.issues ?? []).toEqual([]);
});

it("no example is left over", () => {
  expect(Object.keys(bodyExamples).toSorted()).toEqual(withBody.map(({ name }) => name).toSorted());
  const inPaths = operations.flatMap(({ parameters = [] }) =>
    parameters.filter((parameter) => parameter.in === "path"),
  );
  expect([...new Set(inPaths.map(({ name }) => name))].toSorted()).toEqual(Object.keys(pathExamples).toSorted());
  for (const { name, example } of inPaths) expect(example).toBe(pathExamples[name]);
});
