"use client";

import { Camera as CameraIcon, CameraOff, Flashlight, FlashlightOff } from "lucide-react";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { cameraWords } from "./describe-camera-failure";
import { type Camera, useCamera } from "./use-camera";

/** The camera's picture, with the square in which codes are read; or the button that starts it. */
export function CameraView({ onCode }: { onCode: (text: string) => Promise<void> }) {
  const camera = useCamera(onCode);
  return (
    <section aria-label="Camera" className="flex flex-col gap-2">
      {camera.failure ? (
        <p role="alert" className="rounded-card bg-spot-wash px-4 py-3 text-on-spot-wash">
          {cameraWords[camera.failure]}
        </p>
      ) : null}
      {camera.state === "off" ? (
        <Button variant="quiet" size="large" onClick={camera.start} className="w-full">
          <Icon icon={CameraIcon} />
          Scan with the camera
        </Button>
      ) : (
        <Picture camera={camera} />
      )}
    </section>
  );
}

function Picture({ camera: { video, state, stop, light } }: { camera: Camera }) {
  return (
    <>
      <div className="relative mx-auto aspect-square w-[min(100%,24rem,42dvh)] overflow-hidden rounded-card border border-line bg-sunken">
        <video ref={video} muted playsInline aria-label="Picture of the camera" className="size-full object-cover" />
        {state === "paused" ? (
          <p role="status" className="absolute inset-0 grid place-items-center bg-sunken p-4 text-center text-soft">
            The device has paused the camera. It goes on by itself.
          </p>
        ) : null}
        {state === "starting" ? (
          <p role="status" className="absolute inset-0 grid place-items-center text-soft">
            Starting the camera…
          </p>
        ) : null}
      </div>
      <div className="flex justify-center gap-3">
        {light ? (
          <Button onClick={light.toggle} aria-pressed={light.isOn}>
            <Icon icon={light.isOn ? FlashlightOff : Flashlight} size={18} />
            Light
          </Button>
        ) : null}
        <Button onClick={stop}>
          <Icon icon={CameraOff} size={18} />
          Stop camera
        </Button>
      </div>
    </>
  );
}
