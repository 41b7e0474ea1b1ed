import type { MetadataRoute } from "next";
import { iconPath, iconSizes } from "~/features/site/icon-files";
import { siteWords } from "~/features/site/site-words";

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: siteWords.name,
    short_name: siteWords.name,
    description: siteWords.description,
    start_url: "/",
    display: "minimal-ui",
    background_color: siteWords.paper,
    theme_color: siteWords.paper,
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      ...iconSizes.flatMap((size) =>
        (["any", "maskable"] as const).map((purpose) => ({
          src: iconPath(size),
          sizes: `${size}x${size}`,
          type: "image/png",
          purpose,
        })),
      ),
    ],
  };
}
