export {
  MasterKeyPage,
  type MasterKeyPageProps,
  masterKeyPath,
  NewKeyPage,
  ShownKeyPage,
} from "./master-key.tsx";
