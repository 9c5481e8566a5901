export { type Attachment, mediaTypeOf, type TakenFile } from "./attachment.ts";
export type { ClamdPlace, Cleared } from "./clamd.ts";
export { acceptWithFiles, type Enclosed, guardEnclosed, nothingEnclosed } from "./enclosing.ts";
export { attachmentKeyTable, openAttachment } from "./keeping.ts";
export { type FileKind, fileKinds } from "./kind.ts";
export { FilesField, FilesOf, type FilesOfProps, type ShownFiles } from "./pages/index.ts";
export {
  AttachmentUnknown,
  allTooBig,
  busy,
  type FileRefusal,
  FilesRefused,
  tooMany,
  UploadsFull,
} from "./refusals.ts";
export { attachmentSettings, bytesMaxOf, type FileLimits, fileLimitsOf } from "./settings.ts";
export { attachmentsOf, eraseAttachments, forgetUploads, openingsOf } from "./store.ts";
export { oneFile, type SentFile, takeFiles } from "./taking.ts";
export { keepUploads, type WaitingFile, waitFor } from "./uploads.ts";
export { wordsOfDocument } from "./words-of-document.ts";
