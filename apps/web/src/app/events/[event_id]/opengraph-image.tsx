import { getEvent } from "~/features/event/get-event";
import { getCard } from "~/features/poster/get-card";
import { cardSize } from "~/features/poster/social-card";

export const alt = "The event’s poster";
export const size = cardSize;
export const contentType = "image/png";

type Props = { params: Promise<{ event_id: string }> };

/** For its visitor alone, since a draft has a card too; the site's own server keeps what everyone may see. */
export default async function OpenGraphImage({ params }: Props): Promise<Response> {
  const card = await getCard(await getEvent((await params).event_id));
  return new Response(card, { headers: { "content-type": contentType, "cache-control": "private, no-store" } });
}
