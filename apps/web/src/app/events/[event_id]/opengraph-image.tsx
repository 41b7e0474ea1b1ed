import { ImageResponse } from "next/og";
import { getEvent } from "~/features/event/get-event";
import { cardSize, drawSocialCard } from "~/features/poster/social-card";

export const alt = "The event’s poster";
export const size = cardSize;
export const contentType = "image/png";

type Props = { params: Promise<{ event_id: string }> };

export default async function OpenGraphImage({ params }: Props): Promise<ImageResponse> {
  const event = await getEvent((await params).event_id);
  return new ImageResponse(await drawSocialCard(event), size);
}
