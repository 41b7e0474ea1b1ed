import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DCLinter } from "dclint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./lib/run.mjs";

const file = join(root, "docker-compose.yml");
const text = readFileSync(file, "utf8");
const { services, volumes, networks } = parse(text, { merge: true });

// The order of services and keys follows what a reader asks first.
const taste = ["service-keys-order", "services-alphabetical-order", "service-dependencies-alphabetical-order"];
const linter = new DCLinter({
  rules: {
    ...Object.fromEntries(taste.map((rule) => [rule, 0])),
    "require-quotes-in-ports": [1, { quoteType: "double" }],
  },
});

/** What the Compose Specification's schema and the linter's rules say against these lines. */
function lint(lines) {
  const copy = join(tmpdir(), `compose-${process.pid}-${Math.random().toString(36).slice(2)}.yml`);
  writeFileSync(copy, lines);
  try {
    return linter
      .lintFiles([copy], false)
      .flatMap(({ messages }) => messages.map(({ line, rule, message }) => `${line} ${rule}: ${message}`));
  } finally {
    rmSync(copy);
  }
}

describe("docker-compose.yml", () => {
  test("is what the Compose Specification allows, and a slip would not pass", () => {
    expect(lint(text)).toEqual([]);
    for (const [right, wrong] of [
      ["    restart: unless-stopped", "    restarts: unless-stopped"],
      ["condition: service_healthy", "condition: service_happy"],
      ["    ports:\n", "    ports: 80\n    x-ports:\n"],
    ])
      expect(lint(text.replace(right, wrong))).not.toEqual([]);
  });

  test("publishes nginx's port and no other", () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports);
    expect(published.map(([name, { ports }]) => [name, ports.map(({ target }) => target)])).toEqual([["nginx", [80]]]);
  });

  test("lets the API be scaled: no name and no port of its own", () => {
    expect(services.server).not.toHaveProperty("container_name");
    expect(services.server).not.toHaveProperty("ports");
    expect(services.nginx.environment.API_SERVERS).toContain("server server:8000 resolve;");
  });

  test("fills in every address that nginx's configuration asks for", () => {
    const template = readFileSync(join(root, "apps/nginx/nginx.conf.template"), "utf8");
    const asked = new Set([...template.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name));
    const filter = new RegExp(services.nginx.environment.NGINX_ENVSUBST_FILTER.replaceAll("$$", "$"));
    const given = Object.keys(services.nginx.environment).filter((name) => filter.test(name));
    expect(new Set(given)).toEqual(asked);
  });

  test("gives nginx every file that its configuration asks for, and the rate of site and API", () => {
    const { environment, volumes: mounted } = services.nginx;
    const files = new Map(mounted.map((volume) => volume.split(":").slice(0, 2).toReversed()));
    expect(files.get(environment.TOO_MANY_REQUESTS)).toBe("./apps/nginx/too-many-requests.html");
    // Its image runs no file that is not executable, and none that comes after the template.
    const [[noLimit, source]] = [...files].filter(([path]) => path.startsWith("/docker-entrypoint.d/"));
    expect(noLimit).toMatch(/\/1\d-[\w-]+\.envsh$/);
    expect(statSync(join(root, source)).mode & 0o111).toBe(0o111);
    const rates = ["nginx", "web", "server"].map((name) => services[name].environment.RATE_LIMIT_PER_SECOND);
    expect(new Set(rates).size).toBe(1);
  });

  test("keeps what must survive in a volume that it declares", () => {
    for (const name of ["server", "database"]) {
      const [source] = services[name].volumes[0].split(":");
      expect(volumes).toHaveProperty(source);
    }
    expect(services.server.volumes[0]).toBe(`ledger:${services.server.environment.DATA_DIR}`);
  });

  test("keeps the metrics inside, at a port that servers open and nobody publishes", () => {
    const { environment, expose } = services.server;
    expect(expose).toContain(environment.METRICS_PORT);
    const template = readFileSync(join(root, "apps/nginx/nginx.conf.template"), "utf8");
    expect(template).not.toContain(environment.METRICS_PORT);
  });

  test("gives no service rights, memory or files that it does not need", () => {
    for (const [name, service] of Object.entries(services)) {
      expect(service).toMatchObject({ cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
      expect(service.mem_limit).toMatch(/^\d+[mg]$/);
      expect(service.read_only).toBe(name !== "database");
    }
    const { command, environment, tmpfs } = services.nginx;
    expect(tmpfs).toContain(environment.NGINX_ENVSUBST_OUTPUT_DIR);
    // It lies in memory: files that nginx writes there for slow readers must not end it.
    const [, megabytes] = tmpfs.map((folder) => /^\/var\/cache\/nginx:size=(\d+)m$/.exec(folder)).find(Boolean) ?? [];
    expect(Number(megabytes)).toBeLessThan(0.75 * Number.parseInt(services.nginx.mem_limit, 10));
    expect(command.at(-1)).toBe(`${environment.NGINX_ENVSUBST_OUTPUT_DIR}/nginx.conf`);
  });

  test("believes the containers' own network, and no other, when told who asked", () => {
    const [{ subnet }] = networks.default.ipam.config;
    expect(subnet).toMatch(/^\$\{CONTAINER_NETWORK:-[\d.]+\/24\}$/);
    for (const { environment } of [services.server, services.web])
      expect(environment.TRUST_PROXY).toBe(`\${TRUST_PROXY:-${subnet}}`);
    for (const service of Object.values(services)) expect(service).not.toHaveProperty("networks");
  });

  test("names each image with a version", () => {
    for (const { image, build } of Object.values(services))
      expect(image ?? build.dockerfile).toMatch(/:v?\d|Dockerfile$/);
  });

  test("leaves it to the servers whether the demo suits where they run, by the origin that they are told", () => {
    const { PUBLIC_ORIGIN, SEED_DEMO } = services.server.environment;
    const here = `http://127.0.0.1:\${GATEWAY_PORT:-8080}`;
    expect([PUBLIC_ORIGIN, SEED_DEMO]).toEqual([`\${PUBLIC_ORIGIN:-${here}}`, `\${SEED_DEMO:-auto}`]);
    expect(services.web.environment.PUBLIC_ORIGIN).toBe(PUBLIC_ORIGIN);
  });

  test("hands mails to the service that keeps them, unless it is told of a server", () => {
    const { SMTP_URL, MAIL_FROM } = services.server.environment;
    expect(SMTP_URL).toBe(`\${SMTP_URL:-smtp://mail:${services.mail.expose[0]}}`);
    expect(MAIL_FROM).toMatch(/^\$\{MAIL_FROM:-.+@.+\}$/);
  });

  test("has no secret in it: they must be given", () => {
    for (const name of ["SESSION_SECRET", "LINK_KEYS", "TICKET_KEYS"])
      expect(services.server.environment[name]).toMatch(new RegExp(`^\\$\\{${name}:\\?`));
  });
});
