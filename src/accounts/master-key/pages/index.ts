export { MasterKeyPage, masterKeyPath, NewKeyPage, ShownKeyPage } from "./master-key.tsx";
