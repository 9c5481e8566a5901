/**
 * What a signal is worth beside others.
 *
 * - `decisive`: no honest caller wants it, so it's enough alone
 * - `ask`: what the scam needs of its victim; honest firms want some of it at times
 * - `contact`: it wants to be called, or a key pressed
 * - `hint`: an ask that is ordinary in honest messages
 * - `role`: who it says it is
 * - `story`: what it says has happened
 * - `pressure`: why now
 * - `isolation`: it keeps the victim from everybody else
 * - `wording`: it reads like what scammers write and their victims tell, in other words than the rules know
 */
export type Weight =
  | "decisive"
  | "ask"
  | "contact"
  | "hint"
  | "role"
  | "story"
  | "pressure"
  | "isolation"
  | "wording";

/** Every signal by its stable code. */
export const weights = {
  remote_access: "decisive",
  safe_wallet: "decisive",
  whitelist_address: "decisive",
  given_seed_phrase: "decisive",
  gift_cards: "decisive",
  recovery_fee: "decisive",
  cash_handover: "decisive",
  crypto_machine: "decisive",
  bribe_offer: "decisive",
  asks_seed_phrase: "decisive",
  lie_to_bank: "decisive",
  demands_secret: "decisive",
  asks_secret: "ask",
  asks_personal_data: "ask",
  screen_reading: "ask",
  device_steering: "ask",
  sent_to_store: "ask",
  approve_prompt: "ask",
  pays_by_crypto: "ask",
  upfront_fee: "ask",
  send_money: "ask",
  press_key: "contact",
  call_back: "contact",
  document_request: "ask",
  open_link: "hint",
  other_channel: "contact",
  remote_tool_named: "ask",
  gift_card_named: "ask",
  impersonates_authority: "role",
  impersonates_bank: "role",
  impersonates_exchange: "role",
  impersonates_tech_support: "role",
  impersonates_utility: "role",
  impersonates_shop: "role",
  impersonates_family: "role",
  new_number: "story",
  family_emergency: "story",
  account_problem: "story",
  strange_payment: "story",
  refund: "story",
  legal_threat: "story",
  disconnection: "story",
  infected_device: "story",
  parcel_problem: "story",
  romance: "story",
  prize: "story",
  loan_offer: "story",
  warranty: "story",
  job_offer: "story",
  investment_offer: "story",
  recovery_offer: "story",
  fake_case_id: "story",
  urgency: "pressure",
  secrecy: "isolation",
  stay_on_line: "isolation",
  threat_of_loss: "pressure",
  scam_wording: "wording",
} as const satisfies Record<string, Weight>;

export type SignalCode = keyof typeof weights;

/** A signal with the words that show it; `start` and `end` count UTF-16 units of the text (of the turn, if there are turns). */
export type Signal = { code: SignalCode; words: string; start: number; end: number; turn?: number };

export function weightOf(code: SignalCode): Weight {
  return weights[code];
}
