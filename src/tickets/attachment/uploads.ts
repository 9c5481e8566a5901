import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { seal, unseal } from "#keys";
import {
  type Database,
  hourMs,
  type Id,
  idBytes,
  idFrom,
  newId,
  type Transaction,
} from "#platform";
import type { TakenFile } from "./attachment.ts";
import type { Enclosed } from "./enclosing.ts";
import type { FileKind } from "./kind.ts";
import { UploadsFull } from "./refusals.ts";
import { deleteUpload, insertUpload, uploadBy, uploadedBytes } from "./store.ts";

/** Longer than an address may stay unproven. */
const waitsMs = 25 * hourMs;
const bytesMax = 2_000_000_000;
const idBytesCount = 16;
const keyBytes = 32;

/** A file that waits to be sent off with a message, as who sent it knows it. */
export type WaitingFile = { token: string; kind: FileKind };

/**
 * Keeps files that belong to no message yet: since something else was wrong with the form, since an address is to be
 * proven first, or since a program sends the message later. The key stands in the token and nowhere else.
 * @param owner whose they are: only this one's message takes them
 * @throws {UploadsFull}
 */
async function keepUploads(
  database: Database | Transaction,
  owner: Id<"client">,
  files: readonly TakenFile[],
  now: Date,
): Promise<WaitingFile[]> {
  if (files.length > 0 && (await uploadedBytes(database)) > bytesMax) throw new UploadsFull();
  const waiting: WaitingFile[] = [];
  for (const { kind, pages, scan, removed } of files) {
    const id = newId("upload", now);
    const bytes = randomBytes(keyBytes);
    const key = createSecretKey(bytes);
    const sealed = pages.map((page, index) => seal(key, page, boundTo(id, index)));
    const upload = { client: owner, id, kind, scan, removed, pages: sealed };
    await insertUpload(database, upload, new Date(now.getTime() + waitsMs));
    const token = Buffer.concat([idBytes(owner), idBytes(id), bytes]).toString("base64url");
    waiting.push({ token, kind });
  }
  return waiting;
}

/** The message waits, or wasn't sent: its files wait too. @returns all of them @throws {UploadsFull} */
export async function waitFor(
  database: Database | Transaction,
  owner: Id<"client">,
  { files, tokens }: Enclosed,
  now: Date,
): Promise<WaitingFile[]> {
  const found = await Promise.all(tokens.map((token) => findUpload(database, token, now)));
  const before = tokens.flatMap((token, place) => {
    const file = found[place];
    return file ? { token, kind: file.kind } : [];
  });
  return [...before, ...(await keepUploads(database, owner, files, now))];
}

/** A file that waits, opened by its token; undefined when it isn't there any more. */
export async function findUpload(
  queryable: Database | Transaction,
  token: string,
  now: Date,
): Promise<TakenFile | undefined> {
  const named = namedIn(token);
  const upload = named && (await uploadBy(queryable, named.client, named.id, now));
  if (!upload) return undefined;
  const { id, kind, scan, removed } = upload;
  const pages = upload.pages.flatMap(
    (page, index) => unseal(named.key, page, boundTo(id, index)) ?? [],
  );
  const isWhole = pages.length === upload.pages.length; // else the key is made up
  return isWhole ? { kind, pages, scan, removed } : undefined;
}

/** The same, and it waits no longer: of two who take it at once, one gets it. */
export async function takeUpload(
  joining: Transaction,
  token: string,
  now: Date,
): Promise<TakenFile | undefined> {
  const file = await findUpload(joining, token, now);
  const named = file && namedIn(token);
  return named && (await deleteUpload(joining, named.client, named.id)) ? file : undefined;
}

function namedIn(
  token: string,
): { client: Id<"client">; id: Id<"upload">; key: KeyObject } | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 2 * idBytesCount + keyBytes) return undefined;
  const hex = (start: number) => bytes.subarray(start, start + idBytesCount).toString("hex");
  return {
    client: idFrom("client", hex(0)),
    id: idFrom("upload", hex(idBytesCount)),
    key: createSecretKey(bytes.subarray(2 * idBytesCount)),
  };
}

function boundTo(id: Id<"upload">, index: number): Buffer {
  return Buffer.concat([Buffer.from(`holdfast/tickets/upload/1\0${index}\0`), idBytes(id)]);
}
