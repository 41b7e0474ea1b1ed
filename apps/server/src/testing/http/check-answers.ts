import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { TestApp } from "./open-app.ts";

type Operation = {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: object;
  responses: Record<string, { headers?: Record<string, object> }>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { headers: Record<string, { required: boolean }> };
};
type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean };
type Call = TestApp["call"];
type RequestOptions = NonNullable<Parameters<Call>[2]>;

export type CheckedCall = {
  call: Call;
  /** The checked responses, such as `hold.place 201`, with the error code if there is one. */
  seen: Set<string>;
  operations: string[];
  /** Whether the document has this route. */
  describes(method: string, path: string): boolean;
};

/** What is answered as a file, rather than as JSON. */
const files = ["text/csv", "text/calendar", "application/pdf"];

/**
 * Calls like the app's own, each checked against the app's /openapi.json: the route is documented, status and body
 * match the document, and so does the request if it succeeded. Throws at the first difference.
 */
export async function checkAnswers(app: Pick<TestApp, "call">): Promise<CheckedCall> {
  const api = (await app.call("GET", "/openapi.json")).body as unknown as Document;
  const schemas = openSchemas(api);
  const seen = new Set<string>();

  async function call(method: string, path: string, sent: RequestOptions = {}) {
    const answer = await app.call(method, path, sent);
    const route = findRoute(api.paths, method, path);
    if (!route) throw new Error(`${method} ${path} is not described`);
    const given = { ...route.given, header: new Map(Object.entries(sent.headers ?? {})) };
    const at = ["paths", route.path, method.toLowerCase()];
    const content = ["content", "application/json", "schema"];
    const { status } = answer;
    const file = files.find((type) => answer.headers.get("content-type")?.startsWith(type));
    const answered = file ? ["content", file, "schema"] : content;
    const told = file ? answer.text : answer.body;
    if (status !== 204 && status !== 304) schemas.check([...at, "responses", String(status), ...answered], told);
    else if (!(status in route.operation.responses)) throw new Error(`${method} ${route.path} describes no ${status}`);
    checkHeaders(api, `${method} ${route.path} ${status}`, route.operation.responses[status]?.headers, answer.headers);
    if (answer.status < 300) {
      if (route.operation.requestBody) schemas.check([...at, "requestBody", ...content], sent.body ?? {});
      route.operation.parameters?.forEach((parameter, i) => {
        const value = given[parameter.in].get(parameter.name);
        const text = parameter.in === "path" ? decodeURIComponent(value ?? "") : value;
        if (text !== undefined) schemas.check([...at, "parameters", String(i), "schema"], text);
        else if (parameter.required) throw new Error(`${path} lacks ${parameter.name}`);
      });
    }
    seen.add([route.operation.operationId, answer.status, answer.body.error_code].filter(Boolean).join(" "));
    return answer;
  }

  const operations = Object.values(api.paths).flatMap((methods) => Object.values(methods));
  return {
    call,
    seen,
    operations: operations.map(({ operationId }) => operationId),
    describes: (method, path) => findRoute(api.paths, method, path) !== null,
  };
}

/** Of the headers that the document knows, a response has those that it promises there, and no other. */
function checkHeaders({ components }: Document, answer: string, described: object = {}, headers: Headers): void {
  for (const [name, { required }] of Object.entries(components.headers)) {
    const isDescribed = name in described;
    if (isDescribed && required && !headers.has(name)) throw new Error(`${answer} lacks ${name}`);
    if (!isDescribed && headers.has(name)) throw new Error(`${answer} does not describe ${name}`);
  }
}

/**
 * `check(path, value)` validates a value against the schema at a path of the document, converting query text as the
 * schema requires.
 */
function openSchemas(api: AnySchemaObject) {
  const strict = { strict: false, allErrors: true };
  const body = addFormats.default(new Ajv2020(strict)).addSchema(api, "api");
  const text = addFormats.default(new Ajv2020({ ...strict, coerceTypes: true })).addSchema(api, "api");
  const known = new Map<string, ValidateFunction>();
  return {
    check(path: string[], value: unknown): void {
      const $ref = `api#/${path.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
      const validate = known.get($ref) ?? (path.includes("parameters") ? text : body).compile({ $ref });
      known.set($ref, validate);
      if (!validate(value)) throw new Error(`${$ref}: ${JSON.stringify(validate.errors)} in ${JSON.stringify(value)}`);
    },
  };
}

/** A literal path before one with parameters, as OpenAPI requires; null if none matches. */
function findRoute(paths: Record<string, Record<string, Operation>>, method: string, address: string) {
  const { pathname, searchParams } = new URL(address, "http://api.test");
  const literalFirst = Object.entries(paths).toSorted(([a], [b]) => a.split("{").length - b.split("{").length);
  for (const [path, methods] of literalFirst) {
    const operation = methods[method.toLowerCase()];
    const found = new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`).exec(pathname);
    if (!operation || !found) continue;
    return {
      path,
      operation,
      given: { path: new Map(Object.entries(found.groups ?? {})), query: new Map(searchParams) },
    };
  }
  return null;
}
