import { InvalidInput } from "#platform";
import { fileBytesMax, textCharactersMax } from "./limits.ts";

const sentences = {
  source_too_large: `It has over ${fileBytesMax / 1024 / 1024} MB. Save the page without its pictures, or give the part that matters.`,
  source_too_long: `It has over ${textCharactersMax.toLocaleString("en")} letters of text. Give the part that matters.`,
  source_empty: "Nothing in it can be read. Check that it is the right file, or paste its text.",
  source_not_text:
    "It isn't text: it has bytes that no text has. Say what kind of file it is, or paste its text.",
  source_mail_tangled:
    "It is a mail with more parts, lines or header fields than mails have, or over 2 MB. Paste its text instead.",
  source_document_unread:
    "This PDF can't be read: it is locked, damaged, too long, or needs more memory or time than we give one. Paste its text instead.",
  source_document_here:
    "PDF files aren't read here. Paste the document's text, or give it as a text file.",
  source_not_json:
    'It isn\'t JSON of a source. Give {"kind", "text" or "facts", "publisher"?, "url"?, "published"?, …}.',
  source_crowded: "Many files arrive just now, so this one wasn't read. Send it again in a moment.",
  source_held:
    "It couldn't be checked for seed phrases and passwords, so nothing of it was kept. Give the part that matters.",
} as const;

export type SourceRefusal = keyof typeof sentences;

/** A source that isn't read; the sentence says why. */
export class SourceRefused extends InvalidInput {
  constructor(code: SourceRefusal) {
    super(code, sentences[code]);
  }
}
