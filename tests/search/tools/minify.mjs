// Minifies the engine: `node minify.mjs readable.js` prints what sites get.
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import ts from "typescript";

// Names that stay inside the engine; what pages or the index name keeps its name.
const inner =
  /^(?:ascending|following|letters|gamma|rice|isAllSmall|marks|isSmall|often|known|far|many|found|near|scores|steps|sets|full|partly|isNot|worth|long|short|shelf|held|units|goesOn|isExtra|isAlone|light|replaced|isLiteral|ahead|term|told)$/;

const numbers = {}; // by name: constants, written where they are used

/** Functions without a this as constants, before all else: shorter, and there as soon as declared functions are. */
function arrows(source) {
  const file = ts.createSourceFile("engine.js", source, ts.ScriptTarget.ES2022, true);
  const body = file.statements[0].expression.expression.expression.body;
  const text = (node) => source.slice(node.getStart(file), node.end);
  const isFunction = (node) => ts.isFunctionDeclaration(node);
  const moved = body.statements.filter(isFunction).map((node) => {
    const [only] = node.body.statements;
    const isValue = node.body.statements.length === 1 && ts.isReturnStatement(only) && only.expression;
    const parameters = node.parameters.map(text).join(", ");
    const before = node.modifiers ? "async " : "";
    return `const ${node.name.text} = ${before}(${parameters}) => ${isValue ? `(${text(only.expression)})` : text(node.body)};`;
  });
  const isNumber = (node) => {
    const one = ts.isVariableStatement(node) && node.declarationList.declarations[0];
    if (!one || !one.initializer || !ts.isNumericLiteral(one.initializer)) return false;
    numbers[one.name.text] = one.initializer.text;
    return true;
  };
  const kept = body.statements.filter((node) => !isFunction(node) && !isNumber(node)).map(text);
  return ["(() => {", ...moved, ...kept, "})();"].join("\n");
}

const source = arrows(readFileSync(process.argv[2], "utf8"));
const made = transformSync(source, { minify: true, target: "es2022", charset: "utf8", mangleProps: inner, define: numbers });
// `let` is shorter, and what the lint has seen assigned once stays so.
process.stdout.write(made.code.replace(/\bconst(?: (?=[\w$])|(?=[[{]))/g, (found) => `let${found.slice(5)}`));
