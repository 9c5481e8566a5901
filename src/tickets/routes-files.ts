import { createHash } from "node:crypto";
import { NotSignedIn, StepUpNeeded } from "#accounts";
import {
  type Form,
  HoldfastError,
  type HttpContext,
  type Id,
  readFiledForm,
  textsIn,
} from "#platform";
import {
  allTooBig,
  busy,
  type Enclosed,
  type FileRefusal,
  FilesRefused,
  nothingEnclosed,
  type ShownFiles,
  takeFiles,
  UploadsFull,
  waitFor,
} from "./attachment/index.ts";
import type { Tickets } from "./tickets.ts";

const megabyte = 1_000_000;
/** Of all forms that are being sent; of what has no room the words alone are read. */
export const room = { bytesLeft: 250 * megabyte, eachBytes: 0.2 * megabyte };

/** Addresses of forms that have files in them, and of the API's uploads. */
export function takesFiles(path: string): boolean {
  return /^\/(?:account\/tickets(?:\/\w+\/messages)?|support|support\/tickets\/\w+\/messages|report|v1\/uploads)$/.test(
    path,
  );
}

/** A form of a message with its files, as it was posted. */
export type MessageForm = {
  /** The texts, and of each file a hash: other files make another request of it. */
  form: Form;
  files: readonly File[];
  /** Of files that wait already. */
  tokens: readonly string[];
  /** The files were too big, or too many were on their way: the words are here. */
  cut: FileRefusal | undefined;
};

export async function readMessageForm(
  { desk }: Tickets,
  context: HttpContext,
): Promise<MessageForm> {
  const { formBytesMax } = desk.files;
  const read = await readFiledForm(context, formBytesMax, room);
  const { form, files, isCut, isCrowded } = read;
  const cut = isCrowded ? busy : allTooBig(Math.floor(formBytesMax / megabyte));
  const hashes = await Promise.all(files.map(hashOf));
  const tokens = [...new Set(textsIn(form, "upload"))].slice(0, desk.files.countMax);
  const named = { ...form, files: hashes.join(" ") };
  return { form: named, files, tokens, cut: isCut ? cut : undefined };
}

/** A form without files that were chosen, to be shown first. */
export function noFiles({ desk }: Tickets): ShownFiles {
  return { limits: desk.files, waiting: [], refusals: [] };
}

/** What a form with files does. */
type Sending = {
  /** Whose files they are while they wait. */
  owner: Id<"client">;
  /** Takes the request from limits, before any file is opened. */
  beforehand(): Promise<void>;
  send(enclosed: Enclosed): Promise<Response>;
  /** It was refused: shows the form again, with what was typed and the files that are good. */
  again(error: unknown, files: ShownFiles): Promise<Response>;
};

/** Sends a message with its files, or shows its form again with everything that was good. */
export async function sendWithFiles(
  tickets: Tickets,
  { files, tokens, cut }: MessageForm,
  { owner, beforehand, send, again }: Sending,
): Promise<Response> {
  const { desk } = tickets;
  const now = desk.clock();
  let enclosed: Enclosed = { ...nothingEnclosed, tokens };
  try {
    await beforehand();
    if (cut) throw new FilesRefused([cut]);
    const sent = files.map((file) => ({ size: file.size, read: () => bytesOf(file) }));
    const taken = await takeFiles(desk, sent, tokens.length, now);
    enclosed = { files: taken.files, tokens };
    if (taken.refusals.length > 0) throw new FilesRefused(taken.refusals);
    return await send(enclosed);
  } catch (error) {
    const isElsewhere = error instanceof NotSignedIn || error instanceof StepUpNeeded;
    if (!(error instanceof HoldfastError) || isElsewhere) throw error;
    const waiting = await waitFor(desk.database, owner, enclosed, now).catch(noneIfFull);
    const refusals = error instanceof FilesRefused ? error.refusals : [];
    const named = refusals.map(({ place, code, sentence }) => {
      const isNew = code !== "upload_gone" && !cut;
      return { name: isNew ? files[place]?.name : undefined, sentence };
    });
    return await again(error, { limits: desk.files, waiting, refusals: named });
  }
}

/** No room for files that wait: they are chosen once more, and the words stay. */
function noneIfFull(error: unknown): [] {
  if (error instanceof UploadsFull) return [];
  throw error;
}

async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer());
}

async function hashOf(file: File): Promise<string> {
  return createHash("sha256")
    .update(await bytesOf(file))
    .digest("base64url");
}
