export { type Attachment, mediaTypeOf } from "./attachment.ts";
export {
  acceptWithFiles,
  type Enclosed,
  guardEnclosed,
  nothingEnclosed,
  openEnclosed,
  textsOf,
  withFileTexts,
} from "./enclosing.ts";
export { attachmentKeyTable, openAttachment } from "./keeping.ts";
export { fileKinds } from "./kind.ts";
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
export { oneFile, takeFiles } from "./taking.ts";
export { waitFor } from "./uploads.ts";
export { wordsOfDocument } from "./words-of-document.ts";
