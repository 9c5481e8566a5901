export {
  openSigned,
  payloadDigest,
  readSigned,
  type SignedDocument,
  signDocument,
} from "./document.ts";
export { type Edition, refuseRollback } from "./edition.ts";
export {
  keyIdOf,
  makeKeyPair,
  type PrivateKey,
  type PublicKey,
  readPrivateKey,
  readPublicKey,
} from "./key.ts";
export { keyCommand } from "./key-command.ts";
export { NotAsPrinted, printedMoment, readPrinted } from "./printed.ts";
export {
  openSignedFile,
  type Published,
  publicKeyIn,
  type SignedFile,
  type SignedFileOptions,
} from "./signed-file.ts";
export { type LastSeen, verifyCommand } from "./verify-command.ts";
