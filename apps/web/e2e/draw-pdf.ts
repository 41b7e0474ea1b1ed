import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename } from "node:path";
import type { Page } from "@playwright/test";

const { resolve } = createRequire(import.meta.url);
const origin = "http://pdf.example";

/** Draws each page of the file at `/file.pdf` on a canvas three times as wide as a phone. */
const reader = `<!doctype html><title>PDF</title><script type="module">
import { getDocument, GlobalWorkerOptions } from "/pdf.mjs";
GlobalWorkerOptions.workerSrc = "/pdf.worker.mjs";
const pdf = await getDocument("/file.pdf").promise;
const pictures = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1080 / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: viewport.width, height: viewport.height });
  await page.render({ canvas, viewport }).promise;
  pictures.push(canvas.toDataURL("image/png"));
}
window.pictures = pictures;
</script>`;

/** The pages of a PDF as this browser draws them, by the library that Firefox shows them with. */
export async function drawPdf(page: Page, pdf: Buffer): Promise<Buffer[]> {
  await page.route(`${origin}/**`, async (route) => {
    const file = basename(new URL(route.request().url()).pathname);
    if (file === "") return route.fulfill({ contentType: "text/html", body: reader });
    if (file === "file.pdf") return route.fulfill({ contentType: "application/pdf", body: pdf });
    const script = await readFile(resolve(`pdfjs-dist/build/${file}`));
    return route.fulfill({ contentType: "text/javascript", body: script });
  });
  await page.goto(origin);
  const drawn = await page.waitForFunction(() => (window as unknown as { pictures?: string[] }).pictures);
  const pictures = (await drawn.jsonValue()) ?? [];
  return pictures.map((picture) => Buffer.from(picture.split(",")[1] ?? "", "base64"));
}
