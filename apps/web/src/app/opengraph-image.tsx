import { ImageResponse } from "next/og";
import { cardSize, drawSiteCard } from "~/features/poster/social-card";
import { siteWords } from "~/features/site/site-words";

export const alt = `${siteWords.name}: ${siteWords.promise}`;
export const size = cardSize;
export const contentType = "image/png";

/** For every page without a card of its own; drawn once, by the build. */
export default async function OpenGraphImage(): Promise<ImageResponse> {
  return new ImageResponse(await drawSiteCard(), size);
}
