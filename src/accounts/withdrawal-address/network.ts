/** The form of an address in each network that money can be sent to. Its checksum is the sending system's to check. */
const forms = {
  bitcoin:
    /^(?:bc1[02-9ac-hj-np-z]{11,87}|BC1[02-9AC-HJ-NP-Z]{11,87}|[13][1-9A-HJ-NP-Za-km-z]{25,34})$/,
  cardano: /^addr1[02-9ac-hj-np-z]{50,110}$/,
  dogecoin: /^[DA9][1-9A-HJ-NP-Za-km-z]{25,34}$/,
  ethereum: /^0x[0-9A-Fa-f]{40}$/,
  litecoin: /^(?:ltc1[02-9ac-hj-np-z]{11,87}|[LM3][1-9A-HJ-NP-Za-km-z]{25,34})$/,
  monero: /^[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?$/,
  ripple: /^r[1-9A-HJ-NP-Za-km-z]{24,34}$/,
  solana: /^[1-9A-HJ-NP-Za-km-z]{32,44}$/,
  tron: /^T[1-9A-HJ-NP-Za-km-z]{33}$/,
} as const satisfies Record<string, RegExp>;

export type Network = keyof typeof forms;

export const networks = Object.keys(forms) as [Network, ...Network[]];

export function isNetwork(text: string): text is Network {
  return Object.hasOwn(forms, text);
}

/** Whether a text has the form of an address in a network. */
export function isAddressOf(network: Network, address: string): boolean {
  return forms[network].test(address);
}
