import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useWakeLock } from "~/ui/use-wake-lock";
import { type CameraFailure, readCameraFailure } from "./describe-camera-failure";
import { showStream } from "./show-stream";
import { skipRepeats } from "./skip-repeats";
import { type Light, useLight } from "./use-light";

export type Camera = {
  video: RefObject<HTMLVideoElement | null>;
  state: "off" | "starting" | "on" | "paused";
  failure: CameraFailure | null;
  start: () => void;
  stop: () => void;
  /** Null where the camera has no light of its own. */
  light: Light | null;
};

const wanted = { video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 960 } }, audio: false };

/** The camera at the back of a phone; `onCode` is called with each code once, however long it is in sight, and with one at a time. */
export function useCamera(onCode: (text: string) => Promise<void>): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [isWanted, setWanted] = useState(false);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [failure, setFailure] = useState<CameraFailure | null>(null);
  const [isPaused, setPaused] = useState(false);
  const hear = useEffectEvent(onCode);

  useEffect(() => startIfAllowed(() => setWanted(true)), []);
  useEffect(() => {
    if (!isWanted) return;
    return openStream(setStream, (failed) => {
      setFailure(failed);
      setWanted(false);
    });
  }, [isWanted]);
  useEffect(() => {
    const shown = video.current;
    if (!stream || !shown) return;
    const isNew = skipRepeats();
    let isBusy = false;
    function read(text: string): void {
      if (!isNew(text, performance.now() / 1000, isBusy)) return;
      isBusy = true;
      void hear(text).finally(() => {
        isBusy = false;
      });
    }
    return showStream(stream, shown, {
      onRead: read,
      onLost(lost) {
        setFailure(lost);
        setWanted(false);
      },
      onPause: setPaused,
    });
  }, [stream]);
  useWakeLock(stream !== null);

  return {
    ...{ video, failure },
    state: stream ? (isPaused ? "paused" : "on") : isWanted ? "starting" : "off",
    start: useCallback(() => {
      setFailure(null);
      setWanted(true);
    }, []),
    stop: useCallback(() => setWanted(false), []),
    light: useLight(stream),
  };
}

/** Whoever allowed it before does not press again. */
function startIfAllowed(start: () => void): () => void {
  let isGone = false;
  const ask = async () => {
    const { state } = await navigator.permissions.query({ name: "camera" as PermissionName });
    if (state === "granted" && !isGone) start();
  };
  // Browsers that don't know this question have the button.
  ask().catch(() => {});
  return () => {
    isGone = true;
  };
}

function openStream(onOpen: (stream: MediaStream | null) => void, onFail: (failure: CameraFailure) => void) {
  let isGone = false;
  let opened: MediaStream | null = null;
  async function open(): Promise<void> {
    if (!navigator.mediaDevices) return onFail("insecure");
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    if (isGone) return end(stream);
    opened = stream;
    onOpen(stream);
  }
  open().catch((error: unknown) => isGone || onFail(readCameraFailure(error)));
  return () => {
    isGone = true;
    if (opened) end(opened);
    onOpen(null);
  };
}

const end = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};
