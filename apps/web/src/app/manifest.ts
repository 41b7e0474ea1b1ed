import type { MetadataRoute } from "next";
import { manifestIcons } from "~/features/site/manifest-icons";
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
    icons: manifestIcons,
  };
}
