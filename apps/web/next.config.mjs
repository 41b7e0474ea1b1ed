/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Browsers ask for them by these names on a page that could not name its icons, such as one that is not found.
  rewrites: async () => [
    { source: "/favicon.ico", destination: "/icon.svg" },
    { source: "/apple-touch-icon:suffix(-precomposed)?.png", destination: "/icons/180.png" },
  ],
  // No page has an image to be resized, so nobody may ask for one.
  images: { unoptimized: true },
  // `npm run types` checks them once for the whole workspace; a second pass here only makes `npm start` slower.
  typescript: { ignoreBuildErrors: true },
  // Both load a file of their own beside them.
  serverExternalPackages: ["harfbuzzjs", "wawoff2"],
  // In a container: only the files that the server imports, instead of all of node_modules.
  ...(process.env.NEXT_OUTPUT === "standalone" ? { output: "standalone" } : {}),
};
