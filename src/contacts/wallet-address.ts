/** The longest form, an old Cardano address, and its scheme. */
const lengthMax = 140;
const lengthMin = 26;

const scheme =
  /^(?:bitcoin|litecoin|ethereum|solana|tron|ripple|xrpl|dogecoin|monero|cardano|ton):(?:\/\/)?/i;
const hexadecimal = /^0x(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
const bech32 = /^[a-z]{2,10}1[02-9ac-hj-np-z]{30,110}$/;
const base58 = /^(?:[1-9A-HJ-NP-Za-km-z]{26,44}|[1-9A-HJ-NP-Za-km-z]{95,110})$/;
const ton = /^[EUk0]Q[A-Za-z0-9_-]{46}$/;

/** The address itself, without the scheme of a payment link (BIP 21) and what follows it. */
export function plainWalletAddress(text: string): string {
  return text.trim().replace(scheme, "").split("?", 1)[0] ?? "";
}

/**
 * Has a text the form of an address that coins can be sent to: bech32, base58 or hexadecimal? Its checksum isn't
 * asked for, since an address of ours can't be meant either way.
 */
export function isWalletAddress(text: string): boolean {
  if (text.length < lengthMin || text.length > lengthMax) return false;
  const address = plainWalletAddress(text);
  if (hexadecimal.test(address) || ton.test(address)) return true;
  if (bech32.test(address) || bech32.test(address.toLowerCase())) return isOneCase(address);
  return base58.test(address) && /\d/.test(address) && !isOneCase(address);
}

/** Bech32 forbids mixed letters (BIP 173), and base58 hardly ever lacks them. */
function isOneCase(address: string): boolean {
  return address === address.toLowerCase() || address === address.toUpperCase();
}
