declare module "wawoff2/decompress.js" {
  /** A WOFF2 file as the TrueType or OpenType file that was packed into it. */
  export default function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
