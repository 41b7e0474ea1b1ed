/** Data about the page for search engines. No browser runs it, so it costs no script and needs no nonce. */
export function JsonLd({ data }: { data: object }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as text React would escape its quotes; see writeJsonLd.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: writeJsonLd(data) }} />;
}

/** JSON in which no text can end the script element, or open a comment in it. */
export const writeJsonLd = (data: object): string =>
  JSON.stringify(data).replace(/[<>&]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
