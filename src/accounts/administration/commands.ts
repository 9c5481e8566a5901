import {
  type Command,
  type CommandContext,
  type ExitCode,
  HoldfastError,
  InvalidInput,
  inPlainWords,
  isId,
  LineWriter,
  misfitIn,
  readLines,
  readWords,
  system,
  UsageError,
} from "#platform";
import {
  type Joined,
  type Joiner,
  type JoiningDesk,
  join,
  joinerSchema,
  joinFirst,
  type StaffMember,
  StaffUnknown,
  staffByEmail,
  staffHere,
} from "../staff/index.ts";
import { canTwoDecide } from "./kinds.ts";
import { Leaving } from "./leave.ts";

const lineBytesMax = 16_384;

/** What these commands work with, also while the desk runs; what was started for them ends with `started`. */
export type ReachStaff = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<{ desk: JoiningDesk; site: string; hasProvider: boolean }>;

type Reached = Awaited<ReturnType<ReachStaff>>;

const fields = ["name", "email", "subject", "team", "employer", "time-zone"] as const;
const fieldsUsage = `  --name NAME          who it is
  --email EMAIL        the work e-mail address
  --subject SUBJECT    who that is at the identity provider (its claim "sub"); this or --email is needed
  --team TEAM          the team; approvals go to other teams
  --employer EMPLOYER  who pays this person: a vendor's staff are another employer
  --time-zone ZONE     such as Europe/Berlin; UTC otherwise`;

const linkUsage = `Without an identity provider (STAFF_ISSUER) it prints a link by which that person makes a passkey, once, within an hour.
Hand it over in person.`;

/** The verbs of who works here. */
export function staffCommands(reach: ReachStaff): Command[] {
  return [firstCommand(reach), addCommand(reach), listCommand(reach), leaveCommand(reach)];
}

function firstCommand(reach: ReachStaff): Command {
  return {
    name: "staff first-admin",
    summary: "make the first administrator, once",
    usage: `holdfast staff first-admin --name NAME --email EMAIL --team TEAM --employer EMPLOYER

Makes the first administrator. It is refused as soon as anybody can sign in as one.
${linkUsage}

${fieldsUsage}`,
    async run(words, context) {
      const { options } = readWords(words, fields);
      const { roles: _none, ...joiner } = joinerIn(
        { ...joinerOf(options), roles: [] },
        optionNamed,
      );
      await using started = new AsyncDisposableStack();
      const reached = await reach(context, started);
      const withLink = !reached.hasProvider;
      const joined = await joinFirst(reached.desk, joiner, withLink, context.clock());
      context.stdout.write(`${textOf(joined, reached)}\n`);
      return 0;
    },
  };
}

function addCommand(reach: ReachStaff): Command {
  return {
    name: "staff add",
    summary: "add somebody to the staff",
    usage: `holdfast staff add --name NAME --email EMAIL --team TEAM --employer EMPLOYER [--role ROLE …]
holdfast staff add --jsonl

Adds somebody; with --jsonl, everybody in JSON Lines on standard input, such as
{"name":"Kim Ito","email":"kim@example.com","team":"support","employer":"Example","roles":["agent"],
 "languages":["en"],"timeZone":"Europe/Berlin","shift":{"monday":["09:00","17:00"]}}
The roles approver and admin are given here only until two people can decide at /staff/people.
${linkUsage}

${fieldsUsage}
  --role ROLE          agent, lead, analyst, custodian, counsel, comms, approver or admin`,
    async run(words, context) {
      const { options, flags, lists } = readWords(words, fields, ["jsonl"], ["role"]);
      await using started = new AsyncDisposableStack();
      const reached = await reach(context, started);
      const add = async (joiner: Joiner) => {
        const acting = { actor: system, canTwoDecide, withLink: !reached.hasProvider };
        return await join(reached.desk, joiner, acting, context.clock());
      };
      if (flags.has("jsonl")) {
        return await eachLine(context, async (given) =>
          lineOf(await add(joinerIn(given)), reached),
        );
      }
      const given = { ...joinerOf(options), roles: lists.role ?? [] };
      const joined = await add(joinerIn(given, optionNamed));
      context.stdout.write(`${textOf(joined, reached)}\n`);
      return 0;
    },
  };
}

function listCommand(reach: ReachStaff): Command {
  return {
    name: "staff list",
    summary: "list who is on the staff",
    usage: "holdfast staff list [--jsonl]\n\nLists who is here, by name.",
    async run(words, context) {
      const { flags } = readWords(words, [], ["jsonl"]);
      await using started = new AsyncDisposableStack();
      const { desk } = await reach(context, started);
      for (const member of await staffHere(desk.database)) {
        const line = flags.has("jsonl") ? JSON.stringify(memberLine(member)) : memberText(member);
        context.stdout.write(`${line}\n`);
      }
      return 0;
    },
  };
}

function leaveCommand(reach: ReachStaff): Command {
  return {
    name: "staff leave",
    summary: "somebody leaves: everything that person has here ends at once",
    usage: `holdfast staff leave STAFF [STAFF …]
holdfast staff leave --jsonl

STAFF is an id, staff_..., or a work e-mail address; with --jsonl, lines such as {"staff":"kim@example.com"} on standard
input. Sessions, passkeys, API keys and pending approvals end with it. The running desk ends that person's calls within a
second, and gives tickets and booked calls to others within a minute.`,
    async run(words, context) {
      const { positionals, flags } = readWords(words, [], ["jsonl"]);
      if (flags.has("jsonl") === positionals.length > 0) {
        throw new UsageError("Give STAFF, or --jsonl and lines on standard input.");
      }
      await using started = new AsyncDisposableStack();
      const { desk } = await reach(context, started);
      const leaving = new Leaving(desk); // what other slices take, the running desk finds by itself
      const leave = async (named: string) => {
        const known = isId("staff", named)
          ? named
          : await staffByEmail(desk.database, named.toLowerCase());
        if (!known) throw new StaffUnknown(named.slice(0, 100));
        await leaving.leave(known, system, context.clock());
        return known;
      };
      if (flags.has("jsonl")) {
        return await eachLine(context, async (given) => ({ staff: await leave(namedIn(given)) }));
      }
      for (const named of positionals) context.stdout.write(`${await leave(named)} left\n`);
      return 0;
    },
  };
}

/** Does it for each line of standard input; a bad one gets an error object with its number, and the rest goes on. */
async function eachLine(
  { stdin, stdout }: CommandContext,
  work: (given: unknown) => Promise<object>,
): Promise<ExitCode> {
  const writer = new LineWriter(stdout);
  let exitCode: ExitCode = 0;
  for await (const { number, text } of readLines(stdin, lineBytesMax)) {
    if (text?.trim() === "") continue;
    try {
      await writer.write(JSON.stringify(await work(jsonIn(text))));
    } catch (error) {
      if (!(error instanceof HoldfastError)) throw error;
      exitCode = 1;
      const { code, message } = error;
      await writer.write(JSON.stringify({ line: number, error: { code, message } }));
    }
    await writer.flush();
  }
  return exitCode;
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    throw new InvalidInput(
      "line_not_json",
      `This line isn't JSON of ${lineBytesMax} bytes at most.`,
    );
  }
}

function joinerIn(given: unknown, nameOf?: (path: string) => string): Joiner {
  const read = joinerSchema.safeParse(given, inPlainWords);
  if (read.success) return read.data;
  throw new InvalidInput("joiner_wrong", `This isn't a joiner: ${misfitIn(read.error, nameOf)}`);
}

/** What was typed, where the schema has another name for it. */
function optionNamed(path: string): string {
  if (path === "timeZone") return "--time-zone";
  return path.startsWith("roles.") ? "--role" : `--${path}`;
}

function joinerOf({ "time-zone": timeZone, ...options }: Record<string, string | undefined>) {
  return { ...options, ...(timeZone && { timeZone }) };
}

function namedIn(given: unknown): string {
  const named =
    typeof given === "object" && given !== null && "staff" in given ? given.staff : given;
  if (typeof named === "string") return named;
  throw new InvalidInput("line_without_staff", 'This line holds no staff. Write {"staff": "..."}.');
}

function linkOf({ token }: Joined, { site }: Reached): string | undefined {
  return token && new URL(`/staff/register/${token}`, site).href;
}

function lineOf(joined: Joined, reached: Reached): object {
  const link = linkOf(joined, reached);
  return { staff: joined.staff, ...(link && { link }) };
}

function textOf(joined: Joined, reached: Reached): string {
  const link = linkOf(joined, reached);
  return link ? `${joined.staff} makes a passkey within an hour at\n${link}` : joined.staff;
}

function memberLine({ id, roles, leftAt: _here, ...member }: StaffMember): object {
  return { staff: id, ...member, roles: roles.map(({ role }) => role) };
}

function memberText({ id, name, team, employer, roles }: StaffMember): string {
  return [id, name, team, employer, roles.map(({ role }) => role).join(",")].join("\t");
}
