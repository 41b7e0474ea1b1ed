import { parseSync } from "oxc-parser";

/** The lines of a file that put a seat or a row into words by themselves, such as `Row ${row_label}`. @returns {number[]} */
export function findSeatNames(path, text) {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const lines = new Set();
  visit(program, (node) => {
    if (node.type !== "TemplateLiteral") return;
    node.expressions.forEach((expression, index) => {
      const before = node.quasis[index].value.raw;
      const filled = text.slice(expression.start, expression.end);
      if (/\b(seats?|rows?) $/i.test(before) && /label|num|row|\bseat/i.test(filled) && !/Class\(/.test(filled))
        lines.add(text.slice(0, node.start).split("\n").length);
    });
  });
  return [...lines];
}

function visit(node, see) {
  if (Array.isArray(node)) for (const child of node) visit(child, see);
  else if (typeof node?.type === "string") {
    see(node);
    for (const child of Object.values(node)) if (child !== null && typeof child === "object") visit(child, see);
  }
}
