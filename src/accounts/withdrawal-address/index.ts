export { addAddress } from "./address-changes.ts";
export { type Network, networks } from "./network.ts";
export { addressRoutes } from "./routes-addresses.ts";
export { addressByIndex, addressesOf, addressOf } from "./store.ts";
export {
  type AddressStanding,
  addressField,
  addressTable,
  standingOf,
} from "./withdrawal-address.ts";
