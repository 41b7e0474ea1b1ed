import type { MetadataRoute } from "next";
import { iconPath, iconSizes } from "./icon-files";

/** The icons of what is installed from a page. */
export const manifestIcons: MetadataRoute.Manifest["icons"] = [
  { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
  ...iconSizes.flatMap((size) =>
    (["any", "maskable"] as const).map((purpose) => ({
      src: iconPath(size),
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose,
    })),
  ),
];
