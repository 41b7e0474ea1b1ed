import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createDocs } from "./docs.ts";
import { ownPaths } from "./own-paths.ts";

const site = "https://tickets.test";
/** As it is reached by itself, and behind a prefix. */
const app = new Hono().route("/", createDocs("1.2.3")).route("/api", createDocs("1.2.3"));
const get = (address: string) => app.request(address);

const addresses = (html: string) => [...html.matchAll(/\s(?:src|href|action)="([^"]*)"/g)].map(([, to = ""]) => to);

describe.each(["/docs", "/api/docs"])("%s", (path) => {
  it("requests only its own files and the API description, and each exists", async () => {
    const html = await (await get(`${site}${path}`)).text();
    const wanted = addresses(html).map((to) => new URL(to, `${site}${path}`));
    expect(wanted.map(({ href }) => href.slice(`${site}${path}`.length - "docs".length))).toEqual([
      "docs/favicon-32x32.png",
      "docs/swagger-ui.css",
      "openapi.json",
      "docs/swagger-ui-bundle.js",
      "docs/start.js",
    ]);
    for (const { origin, href } of wanted) {
      expect(origin).toBe(site);
      const answer = await get(href);
      expect([href, answer.status, answer.headers.get("x-content-type-options")]).toEqual([href, 200, "nosniff"]);
    }
  });

  it("loads the description next to it, and no external validator", async () => {
    const script = await (await get(`${site}${path}/start.js`)).text();
    expect(script).toContain('url: "openapi.json"');
    expect(script).toContain("validatorUrl: null");
    expect(script).not.toMatch(/https?:|\/\//);
    const css = await (await get(`${site}${path}/swagger-ui.css`)).text();
    const loaded = [...css.matchAll(/url\(["']?([^)"']{0,12})|@import/g)].map(([all, to]) => to ?? all);
    expect(loaded.filter((to) => !to.startsWith("data:"))).toEqual([]);
  });

  it("may not load from another host, run inline scripts, or be framed", async () => {
    const answer = await get(`${site}${path}`);
    const policy = new Map(
      (answer.headers.get("content-security-policy") ?? "").split("; ").map((rule) => {
        const [name = "", ...sources] = rule.split(" ");
        return [name, sources] as const;
      }),
    );
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(new Set([...policy.values()].flat())).toEqual(new Set(["'none'", "'self'", "data:"]));
    expect(policy.get("script-src")).toEqual(["'self'"]);
    expect(await answer.text()).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/);
  });
});

it("gives no other file of the package", async () => {
  for (const file of ["package.json", "constructor", "index.html", "..%2fpackage.json", "swagger-ui-bundle.js.map"]) {
    expect((await get(`${site}/docs/${file}`)).status).toBe(404);
  }
});

it("describes the process's own paths along with the routes", async () => {
  const answer = await get(`${site}/openapi.json`);
  expect(answer.headers.get("content-type")).toBe("application/json");
  const { info, paths } = (await answer.json()) as { info: object; paths: Record<string, object> };
  expect(info).toMatchObject({ title: "Evently API", version: "1.2.3" });
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(["/health", "/db-test", "/events"]));
});

it.each(ownPaths.map((own) => [own.path, own] as const))("describes %s down to its fields", async (path, { name }) => {
  const { paths } = (await (await get(`${site}/openapi.json`)).json()) as { paths: Record<string, { get: Operation }> };
  const operation = paths[path]?.get;
  expect(operation).toMatchObject({ operationId: name, description: expect.stringMatching(/\.$/) });
  const { properties = {} } = operation?.responses["200"]?.content["application/json"].schema ?? {};
  expect(Object.keys(properties).length).toBeGreaterThan(2);
  for (const field of Object.values(properties)) expect(field).toMatchObject({ description: expect.any(String) });
});

type Operation = {
  responses: Record<string, { content: { "application/json": { schema: { properties?: object } } } }>;
};
