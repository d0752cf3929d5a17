// What a message needs from its caller, read from its ICU text: arguments with their kinds, cases of a choice, tags.

/** Sorted, and the same for each language: `count plural`, `role select admin other`, `<b>`. */
export function messageShape(message: string): string[] {
  const found = new Set<string>();
  let place = 0;
  const word = () => {
    const [read = ''] = /^\s*[\w=]+/.exec(message.slice(place)) ?? [];
    place += read.length;
    return read.trim();
  };
  const next = () => {
    while (/\s/.test(message[place] ?? '')) place++;
    return message[place];
  };
  const text = () => {
    for (; place < message.length && message[place] !== '}'; place++) {
      const [, tag] = /^<(\w+)/.exec(message.slice(place)) ?? [];
      if (tag !== undefined) found.add(`<${tag}>`);
      if (message[place] === '{') argument();
    }
  };
  const argument = () => {
    place++;
    const name = word();
    if (next() !== ',') return void found.add(name);
    place++;
    const kind = word();
    const cases: string[] = [];
    if (['plural', 'select', 'selectordinal'].includes(kind)) place++;
    else while (place < message.length && message[place] !== '}') place++;
    for (next(); place < message.length && message[place] !== '}'; next()) {
      cases.push(word());
      if (next() !== '{') throw new Error(`"${message}": a case of ${name} has no text`);
      place++;
      text();
      place++;
    }
    // Languages have plurals of their own; the cases of a choice belong to the caller.
    found.add([name, kind, ...(kind === 'select' ? cases.sort() : [])].join(' '));
  };
  text();
  if (place < message.length) throw new Error(`"${message}": a bracket too many`);
  return [...found].sort();
}
