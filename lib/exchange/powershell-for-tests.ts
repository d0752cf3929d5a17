// PowerShell read by a grammar that is not ours (tree-sitter-powershell, as editors use it), and its literals worked out:
// what a script would hand to which cmdlet. Knows the few forms that scripts here are made of, and refuses all others.
import { createRequire } from 'node:module';
import treeSitter, { type Node } from '@vscode/tree-sitter-wasm';

export type Value = null | boolean | number | string | readonly Value[] | Readonly<{ [name: string]: Value }>;

/** `guards` are the conditions of the `if`s around it, as they stand there. */
export type RunCommand = Readonly<{
  cmdlet: string;
  parameters: Readonly<Record<string, Value>>;
  guards: readonly string[];
}>;

const folder = createRequire(import.meta.url)
  .resolve('@vscode/tree-sitter-wasm')
  .replace(/[^/\\]+$/, '');
await treeSitter.Parser.init();
const parser = new treeSitter.Parser();
parser.setLanguage(await treeSitter.Language.load(`${folder}tree-sitter-powershell.wasm`));

/** Every command in its order, the one in a condition too. Throws where the text is no PowerShell, or of an unknown form. */
export function commandsIn(text: string): readonly RunCommand[] {
  const tree = parsed(text);
  const variables = new Map<string, Value>([
    ...([
      ['$true', true],
      ['$false', false],
      ['$null', null],
    ] as const),
  ]);
  const commands: RunCommand[] = [];
  run(tree, [], variables, commands);
  return commands;
}

/** Every command by its cmdlet, whatever forms stand around it. Throws where the text is no PowerShell. */
export const cmdletsIn = (text: string): readonly string[] =>
  all(parsed(text)).flatMap((node) =>
    ['command_name', 'foreach_command'].includes(node.type) ? [node.text.replace(/\s.*$/s, '')] : [],
  );

function parsed(text: string): Node {
  const root = parser.parse(text)?.rootNode;
  if (!root) throw new Error('The grammar gave up.');
  const wrong = root.hasError && all(root).find((node) => node.isError || node.isMissing);
  if (wrong)
    throw new Error(`No PowerShell at line ${wrong.startPosition.row + 1}: ${wrong.text.slice(0, 200)}`);
  return root;
}

/** What stands in comments. */
export const commentsIn = (text: string): readonly string[] =>
  all(parsed(text)).flatMap((node) => (node.type === 'comment' ? [node.text] : []));

function all(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (child ? all(child) : []))];
}

const named = (node: Node): Node[] => node.namedChildren.flatMap((child) => child ?? []);

function run(
  node: Node,
  guards: readonly string[],
  variables: Map<string, Value>,
  commands: RunCommand[],
): void {
  if (node.type === 'assignment_expression') {
    const [left, , right] = named(node);
    if (left && right?.type === 'pipeline') variables.set(left.text, evaluated(right, variables));
    return;
  }
  if (node.type === 'if_statement') {
    const [condition, ...blocks] = named(node);
    if (condition) run(condition, guards, variables, commands);
    for (const block of blocks) run(block, [...guards, condition?.text ?? ''], variables, commands);
    return;
  }
  const name = node.type === 'command' ? node.childForFieldName('command_name')?.text : undefined;
  if (node.type === 'command' && name !== undefined && !name.startsWith('{')) {
    commands.push({ cmdlet: name, parameters: parametersOf(node, variables), guards });
    return;
  }
  if (/^invo[ck]ation_expression$|^foreach_command$/.test(node.type) || isHiddenCall(node))
    throw new Error(`A call that is no cmdlet's: ${node.text}`);
  for (const child of named(node)) run(child, guards, variables, commands);
}

/** `& 'Remove-X'`; the one block around a script is none. */
const isHiddenCall = ({ type, text }: Node): boolean => type === 'command_name_expr' && !text.startsWith('{');

function parametersOf(command: Node, variables: Map<string, Value>): Record<string, Value> {
  const given: Record<string, Value> = {};
  let name: string | undefined;
  const elements = named(command).find(({ type }) => type === 'command_elements');
  for (const element of elements ? named(elements) : []) {
    if (element.type === 'command_argument_sep') continue;
    if (element.type === 'command_parameter') {
      name = element.text.slice(1);
      given[name] = true;
    } else if (element.text.startsWith('@') && variables.has(`$${element.text.slice(1)}`)) {
      Object.assign(given, variables.get(`$${element.text.slice(1)}`));
    } else {
      if (name === undefined) throw new Error(`An argument without a name: ${element.text}`);
      given[name] = element.type === 'generic_token' ? element.text : evaluated(element, variables);
      name = undefined;
    }
  }
  return given;
}

function evaluated(node: Node, variables: Map<string, Value>): Value {
  const children = named(node);
  const of = (child: Node | undefined) => (child ? evaluated(child, variables) : null);
  switch (node.type) {
    case 'verbatim_string_characters':
      return verbatim(node.text);
    case 'variable':
      return (
        variables.get(node.text) ??
        (node.text.startsWith('$') && !variables.has(node.text) ? node.text : null)
      );
    case 'decimal_integer_literal':
    case 'real_literal':
      return Number(node.text);
    case 'array_expression':
      return children[0] ? listOf(children[0], variables) : [];
    case 'hash_literal_expression':
      return Object.fromEntries(
        all(node)
          .filter(({ type }) => type === 'hash_entry')
          .map((entry) => [named(entry)[0]?.text ?? '', of(named(entry)[1])]),
      );
    case 'cast_expression':
      if (children[0]?.text !== '[char]') throw new Error(`An unknown cast: ${node.text}`);
      return String.fromCharCode(Number(of(children[1])));
  }
  if (node.type === 'member_access') {
    const inner = all(node).find(({ type }) => type === 'command');
    if (children[1]?.text !== 'Priority' || !inner?.text.startsWith('Get-TransportRule '))
      throw new Error(`An unknown property: ${node.text}`);
    return { of: parametersOf(inner, variables).Identity ?? null, offset: 0 };
  }
  if (node.type === 'additive_expression' && children.length === 2) {
    const [left, right] = [of(children[0]), of(children[1])];
    // The place of another rule, and one more.
    if (left !== null && typeof left === 'object' && 'of' in left && typeof right === 'number')
      return { ...left, offset: right };
    if (typeof left !== 'string' || typeof right !== 'string' || node.children[1]?.text !== '+')
      throw new Error(`No addition of texts: ${node.text}`);
    return left + right;
  }
  if (node.type === 'expression_with_unary_operator' && node.text.startsWith('-'))
    return -Number(of(children[0]));
  if (children.length !== 1) throw new Error(`An unknown form (${node.type}): ${node.text}`);
  return of(children[0]);
}

/** The elements between `@(` and `)`. */
function listOf(node: Node, variables: Map<string, Value>): readonly Value[] {
  if (node.type === 'array_literal_expression')
    return named(node).map((child) => evaluated(child, variables));
  const [only, ...more] = named(node);
  if (!only || more.length > 0) throw new Error(`No list: ${node.text}`);
  return listOf(only, variables);
}

/**
 * As PowerShell's own tokenizer reads a literal, which the grammar does not: each of the five quotation marks ends it,
 * unless another one follows, and then the second of the two stays.
 */
function verbatim(literal: string): string {
  const isQuote = (character: string | undefined) => /['\u2018-\u201b]/.test(character ?? '');
  let value = '';
  let at = 1;
  for (; at < literal.length; at += 1) {
    if (isQuote(literal[at])) {
      if (!isQuote(literal[at + 1])) break;
      at += 1;
    }
    value += literal[at];
  }
  if (at !== literal.length - 1) throw new Error(`PowerShell ends this literal earlier: ${literal}`);
  return value;
}
