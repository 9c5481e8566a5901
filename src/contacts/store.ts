import type { Queryable } from "#platform";

/** The highest version of a key that was published here; undefined when none was. */
export async function publishedVersion(
  queryable: Queryable,
  keyId: string,
): Promise<number | undefined> {
  const { rows } = await queryable.query<{ version: number | null }>(
    `select max(version) as version from contacts.directory_proposals
     where key_id = $1::text and published_at is not null`,
    [keyId],
  );
  return rows[0]?.version ?? undefined;
}

export async function publishedText(
  queryable: Queryable,
  keyId: string,
  version: number,
): Promise<string | undefined> {
  const { rows } = await queryable.query<{ signed: string }>(
    `select signed from contacts.directory_proposals
     where key_id = $1::text and version = $2::integer and published_at is not null`,
    [keyId, version],
  );
  return rows[0]?.signed;
}
