import { type Form, InvalidInput, inPlainWords, type Language, misfitIn, textIn } from "#platform";
import { days, type Joiner, joinerSchema, type Role, roles, say } from "../staff/index.ts";

const typedFields = [
  ...(["name", "email", "subject", "team", "employer"] as const),
  ...(["languages", "timeZone"] as const),
] as const;

/** What an administrator typed of a joiner; the page gives it back when something is wrong. */
export type Typed = {
  name: string;
  email: string;
  subject: string;
  team: string;
  employer: string;
  languages: string;
  timeZone: string;
  from: string;
  to: string;
  days: readonly string[];
  roles: readonly Role[];
  reason: string;
};

class JoinerWrong extends InvalidInput {
  constructor(misfit: string) {
    super("joiner_wrong", `This isn't a member of the staff yet: ${misfit}`);
  }
}

export function typedIn(form: Form): Typed {
  const text = (name: string) => textIn(form, name).trim();
  return {
    name: text("name"),
    email: text("email"),
    subject: text("subject"),
    team: text("team"),
    employer: text("employer"),
    languages: text("languages"),
    timeZone: text("timeZone"),
    from: text("from"),
    to: text("to"),
    days: days.filter((day) => textIn(form, `day_${day}`) === "on"),
    roles: roles.filter((role) => textIn(form, `role_${role}`) === "on"),
    reason: text("reason"),
  };
}

/** @throws {InvalidInput} `joiner_wrong`, naming the first field that is wrong as the page does */
export function joinerIn(language: Language, typed: Typed): Joiner {
  const { name, email, subject, team, employer, from, to } = typed;
  const hours = from && to ? typed.days.map((day) => [day, [from, to]]) : [];
  const given = {
    ...{ name, team, employer, roles: typed.roles },
    ...(email && { email }),
    ...(subject && { subject }),
    ...(typed.languages && { languages: typed.languages.split(/[\s,]+/).filter(Boolean) }),
    ...(typed.timeZone && { timeZone: typed.timeZone }),
    shift: Object.fromEntries(hours),
  };
  const read = joinerSchema.safeParse(given, inPlainWords);
  if (read.success) return read.data;
  throw new JoinerWrong(misfitIn(read.error, (path) => say(language, fieldNamed(path))));
}

function fieldNamed(path: string) {
  const [name, , place] = path.split(".");
  if (name === "shift") return place === "0" ? "person.from" : "person.to";
  return `person.${typedFields.find((field) => field === name) ?? "roles"}` as const;
}
