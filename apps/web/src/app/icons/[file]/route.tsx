import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { iconSizes } from "~/features/site/icon-files";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => iconSizes.map((size) => ({ file: `${size}.png` }));

type Context = { params: Promise<{ file: string }> };

/** icon.svg in pixels, drawn once by the build: without its round corners, and so small that any mask leaves it whole. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const size = Number.parseInt((await params).file, 10);
  const svg = await readFile(join(process.cwd(), "src/app/icon.svg"), "utf8");
  const [, background] = /<rect [^>]*fill="(#\w+)"/.exec(svg) ?? [];
  const inner = 2 * Math.round(size * 0.44);
  return new ImageResponse(
    <div style={{ display: "flex", width: size, height: size, background, padding: (size - inner) / 2 }}>
      {/* biome-ignore lint/performance/noImgElement: it becomes pixels. */}
      <img
        alt=""
        width={inner}
        height={inner}
        src={`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`}
      />
    </div>,
    { width: size, height: size },
  );
}
