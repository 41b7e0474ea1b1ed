const inline = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/** The inline scripts of a page that its renderer gave the nonce: whatever else got into the page has none. */
export function findScripts(html: string, nonce: string): string[] {
  const mark = ` nonce="${nonce}"`;
  return [...html.matchAll(inline)].flatMap(([, attributes = "", script = ""]) =>
    attributes.includes(mark) && !attributes.includes(" src=") ? [script] : [],
  );
}

export const dropLinkNonce = (link: string, nonce: string): string => link.replaceAll(` nonce="${nonce}";`, "");

/** The page without the nonce, for which no policy asks any more. */
export const dropNonce = (html: string, nonce: string): string => html.replaceAll(` nonce="${nonce}"`, "");
