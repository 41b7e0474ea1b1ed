import type { ServerResponse } from "node:http";

/** Whether a header's value can be where a site is reached. */
export function isHost(value: string | string[] | undefined): boolean {
  if (typeof value !== "string" || !URL.canParse(`http://${value}`)) return false;
  const { host, username, pathname, search, hash } = new URL(`http://${value}`);
  return host !== "" && username === "" && pathname === "/" && search === "" && hash === "" && !value.includes("/");
}

/** Takes a header from the answer just before it is sent, whoever set it. */
export function hideHeader(response: ServerResponse, name: string): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    response.removeHeader(name);
    return writeHead(...args);
  }) as ServerResponse["writeHead"];
}
