import { Hono } from "hono";
import {
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  isId,
  readForm,
  smallForm,
  textIn,
} from "#platform";
import type { Desk } from "../desk.ts";
import type { Accounts } from "../open.ts";
import { roles, type StaffMember, StaffUnknown, staffById, staffPage } from "../staff/index.ts";
import { roleChangeKind } from "./kinds.ts";
import { giveLink, isOneEnough } from "./linking.ts";
import { PersonPage } from "./pages/index.ts";
import { administrator, askTwo, toldOf } from "./routes-administrator.ts";

const path = "/staff/people/:staff";
const people = "/staff/people";

type Told = { link?: string; problem?: string };

/** One person, for administrators: roles and links take two people, leaving takes one. */
export function personRoutes(accounts: Accounts) {
  const { desk, leaving } = accounts;
  const routes = new Hono<HttpEnvironment>();

  routes.get(
    path,
    staffPage(async (context) => {
      const member = await administrator(accounts, context);
      return await show(desk, context, member, await personIn(desk, context));
    }),
  );

  const act = (
    name: string,
    work: (
      context: HttpContext,
      member: StaffMember,
      person: StaffMember,
    ) => Promise<string | Told>,
  ) =>
    routes.post(
      `${path}/${name}`,
      smallForm,
      declares("nothing"),
      staffPage(async (context) => {
        const member = await administrator(accounts, context);
        const person = await personIn(desk, context);
        const told = await work(context, member, person).catch((error) => ({
          problem: toldOf(context, error),
        }));
        if (typeof told === "string") return context.redirect(told, 303);
        return await show(desk, context, member, person, told);
      }, people),
    );

  act("roles", async (context, member, person) => {
    const form = await readForm(context);
    const asked = { kind: roleChangeKind, subject: person.id, scope: changeOf(person, form) };
    await askTwo(accounts, member, { ...asked, reason: textIn(form, "reason") });
    return "/staff/approvals?done=asked";
  });

  act("link", async (context, member, person) => {
    const reason = textIn(await readForm(context), "reason");
    const token = await giveLink(accounts, member, person, reason, desk.clock());
    if (token === undefined) return "/staff/approvals?done=asked";
    return { link: new URL(`/staff/register/${token}`, desk.publicUrl ?? context.req.url).href };
  });

  act("leave", async (_context, member, person) => {
    await leaving.leave(person.id, { is: "staff", id: member.id }, desk.clock());
    return `${people}?done=left`;
  });

  return routes;
}

async function personIn({ database }: Desk, context: HttpContext): Promise<StaffMember> {
  const id = context.req.param("staff") ?? "";
  const person = isId("staff", id) ? await staffById(database, id) : undefined;
  if (!person || person.leftAt) throw new StaffUnknown(id.slice(0, 60));
  return person;
}

async function show(
  desk: Desk,
  context: HttpContext,
  member: StaffMember,
  person: StaffMember,
  told: Told = {},
): Promise<Response> {
  const { language } = context.var;
  const now = desk.clock();
  const needsTwo = !(await isOneEnough(desk, member, person, now));
  const isOwn = member.id === person.id;
  const page = PersonPage({ language, person, isOwn, needsTwo, now, ...told });
  return await context.render(page, { title: person.name, unlisted: true });
}

function changeOf(person: StaffMember, form: Form) {
  const wanted = roles.filter((role) => textIn(form, `role_${role}`) === "on");
  const held = person.roles.map(({ role }) => role);
  const grant = wanted.filter((role) => !held.includes(role));
  return { grant, end: held.filter((role) => !wanted.includes(role)) };
}
