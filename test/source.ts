/** A string or template of a file, `"a" + "b"` joined; it *grows* where a value is put into it or added to it. */
type Literal = { text: string; grows: boolean };

/** An import or re-export. What `import()` computes has no `from`. */
type Import = { from: string | undefined; names: string[] };

/** A file, read: its imports, its literals, and its code, from which comments and the literals' text are gone. */
export type Source = {
  path: string;
  text: string;
  /** The slice it is in; undefined outside `src/<slice>/`. */
  slice: string | undefined;
  name: string;
  isTest: boolean;
  code: string;
  literals: Literal[];
  imports: Import[];
  /** By the names that others know. */
  exports: string[];
};

const string = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/.source;
const template = /`(?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\})*`/.source;
const comment = /\/\/[^\n]*|\/\*.*?\*\//.source;
/** A slash after one of these begins a regular expression; after anything else it divides or closes a tag. */
const pattern = /(?<=(?:[(,=:[!&|?{;]|=>|\breturn)\s*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//
  .source;
const token = new RegExp([comment, string, template, pattern].join("|"), "gs");
const importing =
  /\b(?:import|export)\s+([^"`;]*?)\s*from\s*"(\d+)"|\bimport\s*"(\d+)"|\bimport\s*\(\s*"(\d+)"\s*[,)]|\bimport\s*\(/g;

const exportedLists = /\bexport\s+(?:type\s*)?\{([^}]*)\}/g;
const exportedWords =
  /\bexport\s+(?:(?:abstract|async|declare)\s+)*(?:class|const|enum|function\*?|interface|let|type)\s+(\w+)/g;

/** Reads a file by its tokens: enough for rules about words, with no need of a whole parser. */
export function read(path: string, text: string): Source {
  const [top, slice, ...rest] = path.split("/");
  const { code, texts } = withoutLiterals(text);
  return {
    path,
    text,
    slice: top === "src" && rest.length > 0 ? slice : undefined,
    name: path.split("/").at(-1) ?? "",
    isTest: top === "test" || /\.test\.tsx?$/.test(path),
    code,
    literals: joined(code, texts),
    imports: [...code.matchAll(importing)].map(([, names = "", ...places]) => ({
      from: texts[Number(places.find((place) => place !== undefined) ?? -1)],
      names: listed(names),
    })),
    exports: [
      ...[...code.matchAll(exportedLists)].flatMap(([, names = ""]) => listed(names)),
      ...[...code.matchAll(exportedWords)].map(([, name = ""]) => name),
    ].flatMap((name) => name.replace(/.* as /, "") || []),
  };
}

/** The names in what stands between `import` or `export` and `from`. */
function listed(names: string): string[] {
  return names
    .replace(/[{}]|\btype\b/g, "")
    .split(",")
    .map((name) => name.trim());
}

/** The code with each literal's number in place of its text; a template keeps the expressions in it. */
function withoutLiterals(text: string): { code: string; texts: string[] } {
  const texts: string[] = [];
  const code = text.replace(token, (found) => {
    if (found.startsWith("//") || found.startsWith("/*")) return " ";
    if (found.startsWith("/")) return "/0/";
    const place = texts.push(found.slice(1, -1)) - 1;
    if (!found.startsWith("`")) return `"${place}"`;
    const inside = [...found.matchAll(/\$\{([\s\S]*?)\}/g)].map(([, expression]) => expression);
    return `\`${[place, ...inside].join(" , ").replaceAll("`", "")}\``;
  });
  return { code, texts };
}

function joined(code: string, texts: string[]): Literal[] {
  const sums = code.matchAll(/(["`])\d+[^"`]*["`](?:\s*\+\s*(["`])\d+[^"`]*["`])*(\s*\+)?/g);
  return [...sums].map(([sum, , , plus]) => {
    const places = [...sum.matchAll(/["`](\d+)[^"`]*["`]/g)].map(([, place]) => Number(place));
    const parts = places.map((place) => texts[place] ?? "");
    const isFilled = /`\d+ ,/.test(sum);
    return { text: parts.join(""), grows: isFilled || plus !== undefined };
  });
}
