import { crossAsks, learnAsks } from "./asks.ts";
import { learnScams } from "./scams.ts";

/** `npm run learn -- LESSON`: minutes of one core; HACKING.md says when. */
const lessons: Readonly<Record<string, () => string[]>> = {
  asks: learnAsks,
  "asks-crossed": crossAsks,
  scams: learnScams,
};
const lesson = lessons[process.argv[2] ?? ""];
if (lesson === undefined) {
  console.error(`Say what to learn: ${Object.keys(lessons).join(", ")}`);
  process.exit(2);
}
for (const line of lesson()) console.log(line);
