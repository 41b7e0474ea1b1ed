import type { CameraFailure } from "./describe-camera-failure";
import { readFrames } from "./read-frames";

type Hear = {
  onRead: (text: string) => void;
  /** It gives no more pictures. */
  onLost: (failure: CameraFailure) => void;
  /** The device keeps its pictures back for a while, as during a call, or gives them again. */
  onPause: (isPaused: boolean) => void;
};

/** Shows a camera's pictures and reads codes in them, until the function that it returns is called. */
export function showStream(
  stream: MediaStream,
  video: HTMLVideoElement,
  { onRead, onLost, onPause }: Hear,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  video.srcObject = stream;
  // Interrupted by what pauses the picture, and goes on after it.
  const goOn = () => void video.play().catch(() => undefined);
  void video.play().catch((error: unknown) => {
    if (!signal.aborted && !(error instanceof DOMException && error.name === "AbortError")) onLost("broken");
  });
  function resume(): void {
    onPause(false);
    goOn();
  }
  for (const track of stream.getVideoTracks()) {
    onPause(track.muted);
    track.addEventListener("ended", () => onLost("lost"), { signal });
    track.addEventListener("mute", () => onPause(true), { signal });
    track.addEventListener("unmute", resume, { signal });
  }
  video.addEventListener("pause", goOn, { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && goOn(), { signal });
  const stopReading = readFrames(video, onRead, () => onLost("broken"));
  return () => {
    ending.abort();
    stopReading();
    video.srcObject = null;
  };
}
