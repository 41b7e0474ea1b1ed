let sheet: CSSStyleSheet | undefined;
let ruled = 0;

/** The class of the seats of a kind, by its index in the hall. */
export const kindClass = (kind: number): string => `kind-${kind}`;

/** Dims seats by kind with classes of the drawing, so that a filter touches one element and not every seat. */
export function dimKinds(drawing: SVGElement, count: number, isDimmed: (kind: number) => boolean): void {
  writeRules(count);
  for (let kind = 0; kind < count; kind++) drawing.classList.toggle(`dims-${kind}`, isDimmed(kind));
}

/** A hall's kinds are known only once it is here, and the page allows no style elements. */
function writeRules(count: number): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  for (; ruled < count; ruled++)
    sheet.insertRule(`.dims-${ruled} .${kindClass(ruled)} { fill-opacity: var(--dimmed) }`);
}
