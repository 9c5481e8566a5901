export {
  type AuthorRole,
  authorRoles,
  type Brief,
  BriefUnknown,
  briefSchema,
  knownBrief,
  openBrief,
} from "./brief.ts";
export { allBriefs, holdBrief } from "./store.ts";
