import { parseSync } from "oxc-parser";

/** The lines of a file that ask the machine's own clock: `Date.now`, `new Date()` and `Date()`. @returns {number[]} */
export function findClockReads(path, text) {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const reads = [];
  visit(program, (node) => {
    if (isNow(node) || isNewDate(node)) reads.push(text.slice(0, node.start).split("\n").length);
  });
  return [...new Set(reads)];
}

const isDate = (node) => node?.type === "Identifier" && node.name === "Date";

function isNow({ type, object, property }) {
  return type === "MemberExpression" && isDate(object) && (property.name ?? property.value) === "now";
}

function isNewDate({ type, callee, arguments: given }) {
  return (type === "NewExpression" || type === "CallExpression") && isDate(callee) && given.length === 0;
}

function visit(node, see) {
  if (Array.isArray(node)) for (const child of node) visit(child, see);
  else if (typeof node?.type === "string") {
    see(node);
    for (const child of Object.values(node)) if (child !== null && typeof child === "object") visit(child, see);
  }
}
