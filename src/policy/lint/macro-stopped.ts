import { judgeAgentMessage } from "#guard";
import type { Fault, Material } from "./material.ts";

/** A prepared answer that the guard would stop when an agent sends it, in any language that the guard reads. */
export function macroStopped({ macros }: Material): Fault[] {
  return macros
    .flatMap((each) => each.macros)
    .flatMap(({ file, line, id, text }) => {
      const { decision, reasons } = judgeAgentMessage(text);
      if (decision === "allow") return [];
      const words = reasons.find((reason) => reason.words !== "")?.words ?? "";
      const before = text.slice(0, Math.max(0, text.indexOf(words)));
      return [{ file, line: line + before.split("\n").length - 1, sentence: words, found: id }];
    });
}
