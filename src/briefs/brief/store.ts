import { hold, type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { AuthorRole, Brief } from "./brief.ts";

type BriefRow = {
  id: string;
  title: string;
  firm: string;
  author_role: AuthorRole;
  opened_at: Date;
  opened_by: string;
};

export async function insertBrief(joining: Transaction, brief: Brief): Promise<void> {
  const { id, title, firm, authorRole, openedAt, openedBy } = brief;
  await joining.query(
    `insert into briefs.briefs (id, title, firm, author_role, opened_at, opened_by)
     values ($1::uuid, $2::text, $3::text, $4::text, $5::timestamptz, $6::uuid)`,
    [uuidOf(id), title, firm, authorRole, openedAt, uuidOf(openedBy)],
  );
}

export async function briefById(queryable: Queryable, id: Id<"brief">): Promise<Brief | undefined> {
  const { rows } = await queryable.query<BriefRow>(
    "select id, title, firm, author_role, opened_at, opened_by from briefs.briefs where id = $1::uuid",
    [uuidOf(id)],
  );
  return rows[0] && briefFrom(rows[0]);
}

/** The newest first. */
export async function allBriefs(queryable: Queryable): Promise<Brief[]> {
  const { rows } = await queryable.query<BriefRow>(
    `select id, title, firm, author_role, opened_at, opened_by from briefs.briefs
     order by opened_at desc, id`,
  );
  return rows.map(briefFrom);
}

/** Numbers within a brief are given one after the other, and what is decided stands on what is there then. */
export async function holdBrief(joining: Transaction, id: Id<"brief">): Promise<void> {
  await hold(joining, `brief ${uuidOf(id)}`);
}

function briefFrom(row: BriefRow): Brief {
  return {
    id: idFrom("brief", row.id),
    title: row.title,
    firm: row.firm,
    authorRole: row.author_role,
    openedAt: row.opened_at,
    openedBy: idFrom("staff", row.opened_by),
  };
}
