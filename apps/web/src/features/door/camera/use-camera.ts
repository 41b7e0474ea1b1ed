import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { skipRepeats } from "../rules/skip-repeats";
import { type CameraFailure, readCameraFailure } from "./describe-camera-failure";
import { readFrames } from "./read-frames";

export type Camera = {
  video: RefObject<HTMLVideoElement | null>;
  state: "off" | "starting" | "on";
  failure: CameraFailure | null;
  start: () => void;
  stop: () => void;
  /** Null where the camera has no light of its own. */
  light: { isOn: boolean; toggle: () => void } | null;
};

const wanted = { video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 960 } }, audio: false };

type Lit = MediaTrackCapabilities & { torch?: boolean };

/** The camera at the back of a phone; `onCode` is called with each code once, however long it is in sight. */
export function useCamera(onCode: (text: string) => void): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [isWanted, setWanted] = useState(false);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [failure, setFailure] = useState<CameraFailure | null>(null);
  const [isLit, setLit] = useState(false);
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
    shown.srcObject = stream;
    void shown.play().catch(() => setFailure("broken"));
    const isNew = skipRepeats();
    const stop = readFrames(shown, (text) => isNew(text, performance.now() / 1000) && hear(text));
    const release = keepAwake();
    return () => {
      stop();
      release();
      shown.srcObject = null;
    };
  }, [stream]);

  const track = stream?.getVideoTracks()[0];
  const hasLight = track !== undefined && (track.getCapabilities?.() as Lit | undefined)?.torch === true;
  const toggle = () => {
    const advanced = [{ torch: !isLit } as MediaTrackConstraintSet];
    void track?.applyConstraints({ advanced }).then(() => setLit(!isLit));
  };
  return {
    ...{ video, failure },
    state: stream ? "on" : isWanted ? "starting" : "off",
    start: useCallback(() => {
      setFailure(null);
      setWanted(true);
    }, []),
    stop: useCallback(() => setWanted(false), []),
    light: hasLight ? { isOn: isLit, toggle } : null,
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

/** A screen that goes dark between two guests stops the line. */
function keepAwake(): () => void {
  const lock = navigator.wakeLock?.request("screen").catch(() => null);
  return () => void lock?.then((held) => held?.release());
}
