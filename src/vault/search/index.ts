export {
  type Identifier,
  identifierKinds,
  readIdentifier,
  WrongIdentifier,
  wantedBy,
} from "./identifier.ts";
export { searchRoutes } from "./routes-search.ts";
export { search } from "./searching.ts";
export { clientsNamed } from "./store.ts";
