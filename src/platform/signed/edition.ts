import { InvalidInput } from "../errors.ts";
import type { DocumentKind } from "./document.ts";

/** One signed version of a document. Versions only go up, and a version never comes back with other contents. */
export type Edition = { version: number; sha256: string };

export class EditionOlder extends InvalidInput {
  constructor(kind: DocumentKind, version: number, last: number) {
    super(
      `${kind}_older`,
      `This ${kind} is version ${version}, but version ${last} was seen before. Somebody may be showing you an old one: get the current edition.`,
    );
  }
}

export class EditionDiffers extends InvalidInput {
  constructor(kind: DocumentKind, edition: Edition, last: Edition) {
    super(
      `${kind}_differs`,
      `Two different editions of the ${kind} carry version ${edition.version}: sha256 ${edition.sha256} and, seen before, ${last.sha256}. Use neither; tell the firm.`,
    );
  }
}

/** @param last the newest edition that this reader accepted before; undefined before the first */
export function refuseRollback(
  kind: DocumentKind,
  edition: Edition,
  last: Edition | undefined,
): void {
  if (!last || edition.version > last.version) return;
  if (edition.version < last.version) throw new EditionOlder(kind, edition.version, last.version);
  if (edition.sha256 !== last.sha256) throw new EditionDiffers(kind, edition, last);
}
