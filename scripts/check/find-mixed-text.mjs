import { parseSync } from "oxc-parser";

/** What turns a figure or a time into text: the parts of a page that change while it is open. */
const writers = /^(?:format|count)[A-Z]/;

/**
 * Texts that change but share their element with others. A browser that translates a page replaces its text nodes;
 * React then finds only a text that is alone in its element, any other stays as it was, a countdown too.
 */
export function findMixedText(path, text) {
  const { program } = parseSync(path, text);
  const found = [];
  visit(program, (node) => {
    if (node.type !== "JSXElement" && node.type !== "JSXFragment") return;
    const parts = node.children.filter((child) => !isBlank(child));
    if (parts.length < 2) return;
    for (const { type, expression } of parts)
      if (type === "JSXExpressionContainer" && writes(expression))
        found.push(`${path}:${text.slice(0, expression.start).split("\n").length}`);
  });
  return found;
}

/** Line breaks of the source, and comments. */
function isBlank({ type, value, expression }) {
  if (type === "JSXText") return /^\s*\n\s*$/.test(value);
  return expression?.type === "JSXEmptyExpression";
}

function writes(node) {
  switch (node?.type) {
    case "CallExpression":
      return writers.test(node.callee.name ?? "");
    case "TemplateLiteral":
      return node.expressions.some(writes);
    case "ConditionalExpression":
      return writes(node.consequent) || writes(node.alternate);
    case "LogicalExpression":
    case "BinaryExpression":
      return writes(node.left) || writes(node.right);
    default:
      return false;
  }
}

function visit(node, see) {
  if (Array.isArray(node)) for (const child of node) visit(child, see);
  else if (typeof node?.type === "string") {
    see(node);
    for (const child of Object.values(node)) if (child !== null && typeof child === "object") visit(child, see);
  }
}
