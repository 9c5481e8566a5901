import {
  type Command,
  type CommandContext,
  type Database,
  dayOf,
  InvalidInput,
  readWords,
  UsageError,
} from "#platform";
import { type Holiday, isDay } from "./holiday.ts";
import { deleteHoliday, holidaysFrom, saveHoliday } from "./store.ts";

const nameLettersMax = 100;

/** What the commands of holidays work on, also while the desk runs; what was started for it ends with `started`. */
type ReachHolidays = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<{ database: Database }>;

export class WrongDay extends InvalidInput {
  constructor(typed: string) {
    super(
      "wrong_day",
      `${typed.slice(0, 40)} is no day. Write it as year, month and day, such as 2026-12-25.`,
    );
  }
}

export class NoHoliday extends InvalidInput {
  constructor(day: string, employer: string | undefined) {
    super(
      "no_holiday",
      `${day} is no holiday of ${employer ?? "everybody"}. See holdfast calls holidays for those that are.`,
    );
  }
}

/** The verbs of the days on which nobody is called. */
export function holidaysCommands(reach: ReachHolidays): Command[] {
  return [listCommand(reach), addCommand(reach), removeCommand(reach)];
}

function listCommand(reach: ReachHolidays): Command {
  return {
    name: "calls holidays",
    summary: "list the days on which clients aren't called",
    usage: "holdfast calls holidays\n\nPrints JSON Lines: the days from today on.",
    async run(words, context) {
      if (words.length > 0) throw new UsageError(`There is no ${words[0]}.`);
      await using started = new AsyncDisposableStack();
      const { database } = await reach(context, started);
      const today = dayOf(context.clock());
      for (const { day, name, employer } of await holidaysFrom(database, today)) {
        const line = { day, name, ...(employer !== undefined && { employer }) };
        context.stdout.write(`${JSON.stringify(line)}\n`);
      }
      return 0;
    },
  };
}

function addCommand(reach: ReachHolidays): Command {
  return {
    name: "calls holidays add",
    summary: "say that nobody is called on a day",
    usage: `holdfast calls holidays add DAY NAME [--employer EMPLOYER]

DAY is written as 2026-12-25, by the clock of who would call. With --employer only that employer's people have it. No time of that
day is offered any more. Calls that were booked for it stay: leads see them, and choose another time with the client.`,
    async run(words, context) {
      const { positionals, options } = readWords(words, ["employer"]);
      const [day, name, ...more] = positionals;
      if (day === undefined || name === undefined || more.length > 0) {
        throw new UsageError("Give one DAY and one NAME.");
      }
      const holiday = holidayIn(day, name, options.employer);
      await using started = new AsyncDisposableStack();
      const { database } = await reach(context, started);
      await saveHoliday(database, holiday);
      context.stdout.write(`${day} is a holiday of ${holiday.employer ?? "everybody"} now.\n`);
      return 0;
    },
  };
}

function removeCommand(reach: ReachHolidays): Command {
  return {
    name: "calls holidays remove",
    summary: "say that clients are called on a day after all",
    usage: "holdfast calls holidays remove DAY [--employer EMPLOYER]",
    async run(words, context) {
      const { positionals, options } = readWords(words, ["employer"]);
      const [day, ...more] = positionals;
      if (day === undefined || more.length > 0) throw new UsageError("Give one DAY.");
      const { employer } = holidayIn(day, day, options.employer);
      await using started = new AsyncDisposableStack();
      const { database } = await reach(context, started);
      if (!(await deleteHoliday(database, { day, employer }))) throw new NoHoliday(day, employer);
      context.stdout.write(`${day} is a day like others for ${employer ?? "everybody"} now.\n`);
      return 0;
    },
  };
}

function holidayIn(day: string, name: string, employer: string | undefined): Holiday {
  if (!isDay(day)) throw new WrongDay(day);
  const isNamed = name.trim() !== "" && name.length <= nameLettersMax;
  if (!isNamed || employer?.trim() === "") {
    throw new UsageError(`Give a NAME of 1 to ${nameLettersMax} letters, and no empty EMPLOYER.`);
  }
  return { day, name: name.trim(), employer };
}
