export { addAddress, confirmByLink, removeAddress, type TypedAddress } from "./address-changes.ts";
export { isNetwork, type Network, networks } from "./network.ts";
export { addressRoutes } from "./routes-addresses.ts";
export { addressByIndex, addressesOf, addressOf } from "./store.ts";
export {
  type AddressStanding,
  addressField,
  addressTable,
  standingOf,
  type WithdrawalAddress,
} from "./withdrawal-address.ts";
