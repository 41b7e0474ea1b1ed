import { useState } from "react";

export type Light = { isOn: boolean; toggle: () => void };

type Lit = MediaTrackCapabilities & { torch?: boolean };

/** The light beside a camera, off in each new picture of it; null where it has none. */
export function useLight(stream: MediaStream | null): Light | null {
  const [litTrack, setLitTrack] = useState<MediaStreamTrack | null>(null);
  const track = stream?.getVideoTracks()[0];
  if ((track?.getCapabilities?.() as Lit | undefined)?.torch !== true || !track) return null;
  const isOn = litTrack === track;
  const toggle = () => {
    const advanced = [{ torch: !isOn } as MediaTrackConstraintSet];
    const switched = track.applyConstraints({ advanced });
    void switched.then(
      () => setLitTrack(isOn ? null : track),
      () => setLitTrack(null),
    );
  };
  return { isOn, toggle };
}
