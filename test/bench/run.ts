import { parseArgs } from "node:util";
import { benchmarks } from "./benchmarks.ts";
import type { BenchOptions } from "./options.ts";

/**
 * `npm run bench [-- NAME...] [--json]`: one line a figure. With --json a line is one JSON object,
 * `{"name", "value", "unit", "baseline"?, "ratio"?}`, and nothing else is printed on standard output. `trace` takes
 * --events N, --slim and --keep too, `mark` --events N, --whole and --rows ROW,ROW: see `BenchOptions`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean" },
    events: { type: "string" },
    slim: { type: "boolean" },
    keep: { type: "boolean" },
    whole: { type: "boolean" },
    rows: { type: "string" },
  },
});
const { json, events, rows, ...flags } = values;
const options: BenchOptions = {
  ...flags,
  ...(events !== undefined && { events: Number(events) }),
  ...(rows !== undefined && { rows: rows.split(",") }),
};
const unknown = positionals.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(benchmarks).join(", ")}`,
  );
  process.exit(2);
}
for (const [name, measure] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`measuring ${name} …`);
  for (const line of await (await measure())(options)) {
    if (json) console.log(JSON.stringify(line));
    else {
      const beside =
        line.baseline === undefined ? "" : `  baseline ${line.baseline}  ratio ${line.ratio}`;
      console.log(`${line.name.padEnd(44)} ${line.value} ${line.unit}${beside}`);
    }
  }
}
