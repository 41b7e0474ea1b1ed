import { parseSync } from "oxc-parser";

/** @typedef {{ name: string, at: number, field: boolean, callable: boolean }} Name an identifier, where it starts, whether a variable, parameter or property is declared by it, and whether what it declares can be called */

/** Every identifier that a file declares or uses; nothing of its strings, comments and texts. @returns {Name[]} */
export function readNames(path, text) {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  // By position: a shorthand property is one word in the text and two nodes in the tree.
  const names = new Map();
  visit(program, (node) => {
    if (/^(Private|JSX)?Identifier$/.test(node.type) && !names.has(node.start))
      names.set(node.start, { name: node.name, at: node.start, field: false, callable: false });
  });
  visit(program, (node) => {
    for (const { at, ...declared } of declaredIn(node)) if (names.has(at)) Object.assign(names.get(at), declared);
  });
  return [...names.values()];
}

function visit(node, see) {
  if (Array.isArray(node)) for (const child of node) visit(child, see);
  else if (typeof node?.type === "string") {
    see(node);
    for (const child of Object.values(node)) if (child !== null && typeof child === "object") visit(child, see);
  }
}

/** What a node itself declares as a field or a function. */
function declaredIn(node) {
  switch (node.type) {
    case "VariableDeclarator":
      return boundBy(node.id).map((field) => ({ ...field, callable: field.callable || isFunction(node.init) }));
    case "CatchClause":
      return boundBy(node.param);
    case "FunctionDeclaration":
    case "TSDeclareFunction":
      return [...(node.id ? [{ at: node.id.start, callable: true }] : []), ...boundByAll(node.params)];
    case "ObjectExpression":
      return node.properties.filter(({ type }) => type === "Property").flatMap(asField);
    case "PropertyDefinition":
    case "TSPropertySignature":
      return asField(node);
    case "MethodDefinition":
    case "TSMethodSignature":
      return [...named(node, { callable: true }), ...boundByAll(node.params)];
    default:
      return node.type.startsWith("TSType") ? [] : boundByAll(node.params);
  }
}

function asField(node) {
  return named(node, { field: true, callable: isFunction(node.value) || isFunctionTyped(node) });
}

function named({ computed, key }, as) {
  return computed ? [] : [{ at: key.start, ...as }];
}

function boundByAll(params) {
  return Array.isArray(params)
    ? params.flatMap((param) => boundBy(param.type === "RestElement" ? param.argument : param))
    : [];
}

/** The names that a pattern binds; of a destructuring all but its `...rest`. */
function boundBy(pattern) {
  switch (pattern?.type) {
    case "Identifier":
      return [{ at: pattern.start, field: true, callable: isFunctionTyped(pattern) }];
    case "ObjectPattern":
      return pattern.properties.flatMap(({ type, value }) => (type === "RestElement" ? [] : boundBy(value)));
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element?.type === "RestElement" ? [] : boundBy(element)));
    case "AssignmentPattern":
      return boundBy(pattern.left);
    case "TSParameterProperty":
      return boundBy(pattern.parameter);
    default:
      return [];
  }
}

function isFunction(value) {
  return /^(ArrowFunctionExpression|FunctionExpression)$/.test(value?.type ?? "");
}

function isFunctionTyped({ typeAnnotation }) {
  return typeAnnotation?.typeAnnotation?.type === "TSFunctionType";
}
