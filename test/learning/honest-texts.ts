import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Every so manieth text that real clients wrote, to learn from as honest; the rest is left to measure with. */
export function clientsTexts(file: string, every: number): string[] {
  const path = `../shared/data/text/${file}.jsonl`;
  assert.ok(existsSync(path), `${path} is needed to learn from`);
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .filter((_, index) => index % every === 0)
    .map((line) => String(JSON.parse(line).text));
}

/** The paragraphs of our own help and notices: they speak of the same things as agents and scammers do. */
export function ownTexts(): string[] {
  return ["help/en", "notices/en", "macros"].flatMap((folder) =>
    readdirSync(`content/${folder}`)
      .sort()
      .flatMap((file) => paragraphsOf(readFileSync(`content/${folder}/${file}`, "utf8"))),
  );
}

/** Without what stands before the text of an article, the names of fields and the marks of Markdown. */
function paragraphsOf(content: string): string[] {
  const [, , ...article] = content.split(/^---$/m);
  const parts =
    article.length > 0 ? article.join("").split(/\n\s*\n|\n(?=- |\d+\. |#)/) : content.split("\n");
  return parts
    .map((part) =>
      part
        .replaceAll(/\]\([^)]*\)|[[*#>]/g, "")
        .replace(/^\s*(?:-|\d+\.)?\s*(?:\w+:\s*)?\|?/, "")
        .trim(),
    )
    .filter((part) => part.split(" ").length > 3);
}
