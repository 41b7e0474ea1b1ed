import "server-only";
import { headers } from "next/headers";

/**
 * Whether the address was opened, and not gone to within the site: then the answer has a status of its own, so that the page
 * must know what it shows before it sends anything. What is no browser (a search engine) says nothing, and opens documents.
 */
export async function isDocument(): Promise<boolean> {
  return ((await headers()).get("sec-fetch-dest") ?? "document") !== "empty";
}
