// A typed line as a slash command: which one, and what its words are for.
const WORD = /"([^"]*)"|“([^”]*)”|(\S+)/g;

/** The command and options of a line that begins with a slash; commands are as the sandbox lists them. */
export function asked(line, commands) {
  const words = line.replace(/^\//, "").trim();
  const known = commands
    .flatMap(command => command.names.map(name => ({ command, name })))
    .filter(({ name }) => words === name || words.startsWith(name + " "))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (!known) return { command: words.split(/\s+/)[0], options: {} };
  return { command: known.name, options: options(words.slice(known.name.length), known.command.options) };
}

/** The option that is being typed where it is completed, and what stands before it; null elsewhere. */
export function typed(line, commands) {
  const words = line.replace(/^\//, "");
  const known = commands
    .flatMap(command => command.names.map(name => ({ command, name })))
    .filter(({ name }) => words.startsWith(name + " "))
    .sort((one, other) => other.name.length - one.name.length)[0];
  const option = known && known.command.options[0];
  if (!option || !option.completes) return null;
  const before = "/" + known.name + " ";
  return { command: known.name, option: option.name, text: line.slice(before.length).trim(), before };
}

/** "name value", "name:value" and "name=value" fill that option; other words fill the options in their order, the last takes the rest. */
function options(text, wanted) {
  const words = [...text.matchAll(WORD)].map(m => ({ text: m[1] ?? m[2] ?? m[3], at: m.index, quoted: m[3] === undefined }));
  const filled = {};
  const free = () => wanted.filter(option => !(option.name in filled));
  const named = word => free().find(option => option.names.includes(word));
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const pair = word.quoted ? null : word.text.match(/^([^:=]+)[:=](.*)$/s);
    const left = free();
    if (pair && named(pair[1])) {
      const value = pair[2] || (words[++i] || { text: "" }).text;
      filled[named(pair[1]).name] = value.replace(/^["“]|["”]$/g, "");
    } else if (named(word.text) && i + 1 < words.length && !word.quoted) {
      filled[named(word.text).name] = words[++i].text;
    } else if (left.length === 1 && i + 1 < words.length) {
      filled[left[0].name] = text.slice(word.at).trim();
      break;
    } else if (left.length) {
      filled[left[0].name] = word.text;
    }
  }
  return filled;
}
