import {
  type Command,
  momentIn,
  readFileWords,
  readJsonFile,
  readPrivateKey,
  UsageError,
  verifyCommand,
  writeNewFile,
} from "#platform";
import { readDirectoryFile, readSignedFile } from "./directory-files.ts";
import { documentKind, signDirectory, verifyDirectory } from "./signature.ts";
import { txtLine } from "./txt.ts";

const publicMode = 0o644;

export const signCommand: Command = {
  name: "directory sign",
  summary: "sign an edition of the directory of official contacts",
  usage: `holdfast directory sign FILE --key KEY --version N --expires DATE [--output SIGNED]

Signs the directory in FILE with the private key in KEY. Do this on a machine that is offline, by two people.

  --version N      higher than every edition before
  --expires DATE   such as 2027-01-31; from then on readers refuse it
  --output SIGNED  a new file for the signed directory; without it, it is printed`,
  async run(words, { stdout, clock }) {
    const { file, options } = readFileWords(words, ["key", "version", "expires"], ["output"]);
    const edition = {
      version: versionIn(options.version ?? ""),
      expiresAt: dateIn(options.expires ?? ""),
      now: clock(),
    };
    const key = readPrivateKey(await readJsonFile(options.key ?? ""));
    const signed = await signDirectory(await readDirectoryFile(file), key, edition);
    const text = `${JSON.stringify(signed, null, 2)}\n`;
    if (options.output === undefined) stdout.write(text);
    else await writeNewFile(options.output, text, publicMode);
    return 0;
  },
};

export const verifyDirectoryCommand = verifyCommand(
  documentKind,
  async (signed, key, last, now) => {
    const { directory, expiresAt, ...edition } = await verifyDirectory(signed, key, last, now);
    const { firm, contacts } = directory;
    return {
      ...edition,
      firm,
      facts: [`${contacts.length} contacts`],
      dates: `expires: ${expiresAt}`,
    };
  },
);

export const txtCommand: Command = {
  name: "directory txt",
  summary: "the DNS TXT line of a signed directory, to paste",
  usage: `holdfast directory txt FILE

Prints the TXT line for the signed directory in FILE, so that others can compare what they were given.`,
  async run(words, { stdout }) {
    const { file } = readFileWords(words, [], []);
    stdout.write(`${txtLine(await readSignedFile(file))}\n`);
    return 0;
  },
};

function versionIn(text: string): number {
  const version = Number(text);
  if (/^\d{1,15}$/.test(text) && version > 0) return version;
  throw new UsageError(`--version is "${text}". Give a whole number from 1.`);
}

function dateIn(text: string): Date {
  const date = momentIn(text);
  if (date) return date;
  throw new UsageError(`--expires is "${text}". Give a date of the calendar, such as 2027-01-31.`);
}
