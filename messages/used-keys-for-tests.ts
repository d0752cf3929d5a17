// Which messages a source file uses, read from its syntax: who holds a translator, and what it is asked for.
import { parseSync } from 'rolldown/utils';

type Node = Readonly<Record<string, unknown>>;

/** A use of a message: its full key where `*` stands for what the program fills in, or a call that names no part of it. */
export type Use = Readonly<{ key: string } | { unknownIn: string }>;

/** Reads every call of a translator in `text`. A translator that is handed on as an argument is not followed. */
export function usesIn(file: string, text: string): Use[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} can't be parsed: ${errors[0]?.message}`);
  const uses: Use[] = [];
  visit(program, new Map(), uses);
  return uses;
}

/** `holders` are the names in scope that hold a translator, each with its namespace. */
function visit(value: unknown, holders: Map<string, string>, uses: Use[]): void {
  if (Array.isArray(value)) for (const item of value) visit(item, holders, uses);
  if (!isNode(value)) return;
  const inner = /Function|ArrowFunction/.test(String(value.type)) ? new Map(holders) : holders;
  for (const parameter of Array.isArray(value.params) ? value.params.filter(isNode) : []) {
    const namespace = parameter.type === 'Identifier' ? namespaceIn(parameter.typeAnnotation) : undefined;
    if (namespace !== undefined) inner.set(String(parameter.name), namespace);
  }
  if (value.type === 'VariableDeclarator') {
    const namespace = namespaceOf(value.init);
    const name = isNode(value.id) && value.id.type === 'Identifier' ? String(value.id.name) : undefined;
    if (name !== undefined && namespace !== undefined) inner.set(name, namespace);
  }
  if (value.type === 'CallExpression') {
    const namespace = translatorOf(value.callee, inner);
    const [asked] = value.arguments as unknown[];
    if (namespace !== undefined) {
      for (const key of keysOf(asked)) {
        uses.push(key === undefined ? { unknownIn: namespace } : { key: `${namespace}.${key}` });
      }
    }
  }
  for (const child of Object.values(value)) if (typeof child === 'object') visit(child, inner, uses);
}

/** `useTranslations('x')`, `await getTranslations('x')`. */
function namespaceOf(value: unknown): string | undefined {
  const call = plain(value);
  if (call?.type !== 'CallExpression' || !isNode(call.callee)) return undefined;
  if (!['useTranslations', 'getTranslations'].includes(String(call.callee.name))) return undefined;
  const [namespace] = call.arguments as unknown[];
  return isNode(namespace) && typeof namespace.value === 'string' ? namespace.value : undefined;
}

/** `typeof useTranslations<'x'>`, anywhere in a type. */
function namespaceIn(type: unknown): string | undefined {
  if (Array.isArray(type)) return type.map(namespaceIn).find((namespace) => namespace !== undefined);
  if (!isNode(type)) return undefined;
  if (type.type !== 'TSTypeQuery' || !isNode(type.exprName) || type.exprName.name !== 'useTranslations')
    return namespaceIn(Object.values(type).filter((child) => typeof child === 'object'));
  const literal = JSON.stringify(type.typeArguments ?? type.typeParameters ?? null).match(/"value":"(\w+)"/);
  return literal?.[1];
}

/** `t(…)`, `t.rich(…)`, `(await getTranslations('x'))(…)`. */
function translatorOf(value: unknown, holders: Map<string, string>): string | undefined {
  const callee = plain(value);
  if (callee?.type === 'Identifier') return holders.get(String(callee.name));
  if (callee?.type === 'MemberExpression') return translatorOf(callee.object, holders);
  return namespaceOf(callee);
}

/** The keys that an argument can be; undefined for one that is not spelled here. */
function keysOf(value: unknown): (string | undefined)[] {
  const asked = plain(value);
  if (asked?.type === 'Literal') return [String(asked.value)];
  if (asked?.type === 'ConditionalExpression') {
    return [...keysOf(asked.consequent), ...keysOf(asked.alternate)];
  }
  if (asked?.type === 'LogicalExpression') return [...keysOf(asked.left), ...keysOf(asked.right)];
  if (asked?.type === 'TemplateLiteral') {
    const key = (asked.quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked).join('*');
    return [key === '*' ? undefined : key];
  }
  return [undefined];
}

/** The expression itself, without `await`, brackets and casts. */
function plain(value: unknown): Node | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'AwaitExpression') return plain(value.argument);
  const wrapped = /^(Parenthesized|TSAs|TSSatisfies|TSNonNull)Expression$/.test(String(value.type));
  return wrapped ? plain(value.expression) : value;
}

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && 'type' in value;
