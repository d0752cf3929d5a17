// Every import of a TypeScript or JavaScript text, in all forms: static, re-exported, dynamic, type-only, require.
import { parseSync } from 'rolldown/utils';
import type { Import } from './walls';

type Node = Readonly<Record<string, unknown>>;

/** Reads `text` as the language that the extension of `file` says. Throws where it can't be parsed. */
export function importsIn(file: string, text: string): Import[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} can't be parsed: ${errors[0]?.message}`);
  const found: Import[] = [];
  visit(program, (node) => {
    const form = FORMS[String(node.type)];
    const seen = form?.(node);
    if (seen) found.push(seen);
  });
  return found;
}

const FORMS: Readonly<Record<string, (node: Node) => Import | undefined>> = {
  ImportDeclaration: (node) => seen(node.source, node.importKind === 'type'),
  ExportNamedDeclaration: (node) => (node.source ? seen(node.source, node.exportKind === 'type') : undefined),
  ExportAllDeclaration: (node) => seen(node.source, node.exportKind === 'type'),
  ImportExpression: (node) => seen(node.source, false),
  TSImportType: (node) => seen(node.source, true),
  TSExternalModuleReference: (node) => seen(node.expression, false),
  CallExpression: (node) => {
    const { callee, arguments: [name] = [] } = node as { callee?: Node; arguments?: unknown[] };
    return callee?.type === 'Identifier' && callee.name === 'require' ? seen(name, false) : undefined;
  },
};

function seen(source: unknown, typeOnly: boolean): Import {
  const { type, value, quasis, expressions } = source as Node & { quasis?: Node[]; expressions?: unknown[] };
  if (type === 'Literal' && typeof value === 'string') return { specifier: value, typeOnly };
  if (type === 'TemplateLiteral' && expressions?.length === 0) {
    const [whole] = quasis ?? [];
    return { specifier: String((whole?.value as Node | undefined)?.cooked), typeOnly };
  }
  return { typeOnly };
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, look);
  else if (value !== null && typeof value === 'object') {
    if ('type' in value) look(value as Node);
    for (const child of Object.values(value)) visit(child, look);
  }
}
