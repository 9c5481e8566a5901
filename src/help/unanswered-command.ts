import {
  type Command,
  embeddedUrls,
  InvalidInput,
  isDatabaseAway,
  openDatabase,
  platformSettings,
  reachableDataDirectory,
  readConfig,
  readWords,
} from "#platform";
import { unansweredQueries } from "./unanswered.ts";

const shownMax = 100;

class NotRunning extends InvalidInput {
  constructor() {
    super(
      "not_running",
      "The database doesn't answer. Start Holdfast here first (npm start), or set DATABASE_URL to its database.",
    );
  }
}

export const unansweredCommand: Command = {
  name: "unanswered",
  summary: "what readers searched for in vain: the next articles to write",
  usage: `holdfast unanswered [--jsonl]

Lists the questions of the last 30 days for which the help search found nothing, most frequent first.
Only questions that could hold no secret and no personal datum are counted, and shown from three times on.`,
  async run(words, { stdout, env, clock }) {
    const { flags } = readWords(words, [], ["jsonl"]);
    const config = readConfig(platformSettings, env);
    const directory = reachableDataDirectory(config.HOLDFAST_DATA, !env.HOLDFAST_DATA);
    const database = openDatabase(config.DATABASE_URL ?? embeddedUrls(directory).appUrl, () => {});
    try {
      const questions = await unansweredQueries(database, shownMax, clock());
      for (const question of questions) {
        const { times, language, query } = question;
        stdout.write(
          flags.has("jsonl")
            ? `${JSON.stringify(question)}\n`
            : `${times}\t${language}\t${query}\n`,
        );
      }
      if (questions.length === 0 && !flags.has("jsonl")) {
        stdout.write("Nothing: every question that came three times found an article.\n");
      }
      return 0;
    } catch (error) {
      throw isDatabaseAway(error) ? new NotRunning() : error;
    } finally {
      await database.end();
    }
  },
};
