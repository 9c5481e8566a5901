import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { judgeAgentMessage, type Turn } from "./index.ts";

type Case = { item: string; written: string; turns: Turn[] };

/** The sentences of a file: a heading in brackets names the item; ` // ` parts turns, `C: ` is the client's. */
function casesOf(set: string, file: string): Case[] {
  const text = readFileSync(new URL(`./sentences/${set}/${file}`, import.meta.url), "utf8");
  let heading = "";
  return text.split("\n").flatMap((line) => {
    const found = /^\[(\w+)\]$/.exec(line);
    if (found !== null) heading = found[1] ?? "";
    if (found !== null || line.trim() === "") return [];
    const named = /^(split|hidden)$/.test(heading) ? /^(\w+): (.*)$/.exec(line) : null;
    const written = named?.[2] ?? line;
    const turns = written
      .split(" // ")
      .map(
        (turn): Turn =>
          turn.startsWith("C: ")
            ? { from: "client", text: turn.slice(3) }
            : { from: "agent", text: turn },
      );
    return [{ item: named?.[1] ?? heading, written, turns }];
  });
}

for (const set of ["developed-with", "kept-apart"]) {
  for (const file of readdirSync(new URL(`./sentences/${set}/`, import.meta.url))) {
    test(`${set} ${file}: nearly every ask is blocked and nearly every honest sentence passes`, () => {
      const missed: string[] = [];
      const refused: string[] = [];
      const cases = casesOf(set, file);
      for (const { item, written, turns } of cases) {
        const { decision } = judgeAgentMessage(turns);
        if (item !== "legitimate" && decision === "allow") missed.push(written);
        if (item === "legitimate" && decision !== "allow") refused.push(written);
      }
      const honest = cases.filter(({ item }) => item === "legitimate").length;
      assert.ok(missed.length <= 0.1 * (cases.length - honest), missed.join("\n"));
      assert.ok(refused.length <= 0.15 * honest, refused.join("\n"));
    });
  }
}

test("what can't be read is held", () => {
  assert.equal(judgeAgentMessage("a".repeat(300_000)).decision, "hold");
  const broken = [{ from: "agent", text: undefined }] as unknown as Turn[];
  assert.equal(judgeAgentMessage(broken).decision, "hold");
});
