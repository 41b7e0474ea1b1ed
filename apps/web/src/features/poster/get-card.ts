import { LRUCache } from "lru-cache";
import { ImageResponse } from "next/og";
import { type CardEvent, cardSize, drawSocialCard } from "./social-card";

type Drawable = CardEvent & { event_id: string; revision: number };

/** As pixels; drawing takes some hundred times as long as reading an event. */
const drawn = new LRUCache<string, Uint8Array<ArrayBuffer>, Drawable>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: ({ byteLength }, key) => byteLength + key.length,
  ignoreFetchAbort: true,
  fetchMethod: async (_key, _old, { context }) => {
    const picture = new ImageResponse(await drawSocialCard(context), cardSize);
    return new Uint8Array(await picture.arrayBuffer());
  },
});

/** An event's card as PNG, drawn once for each revision of the event, and anew where its prices or its venue's name changed. */
export async function getCard(event: Drawable): Promise<Uint8Array<ArrayBuffer>> {
  const { event_id, revision, price_min, price_max, venue_name, city, poster_seed } = event;
  const key = JSON.stringify([event_id, revision, price_min, price_max, venue_name, city, poster_seed]);
  const card = await drawn.fetch(key, { context: event });
  if (!card) throw new Error(`The card of ${event_id} was not drawn`);
  return card;
}
