/** English words that stand for one another in the patterns. */
export const englishLists = {
  your: "your|ur|the|his|her|their|all|everything|it|this|that|them",
  money:
    "money|funds|fund|cash|savings|balance|assets|asset|coins|crypto|cryptocurrency|bitcoin|bitcoins|btc|ethereum|ether|eth|usdt|usdc|tether|holdings|deposits|tokens|portfolio",
  coin: "bitcoin|bitcoins|btc|bit_coin|ethereum|ether|eth|usdt|usdc|tether|crypto|cryptocurrency|litecoin|monero|xmr|trx|solana",
  move: "move|moving|moved|transfer|transferring|transferred|shift|send|sending|sent|migrate|migrating|relocate|withdraw|wire|evacuate|put",
  tool: "anydesk|any_desk|anydisk|teamviewer|team_viewer|teamviwer|ultraviewer|ultra_viewer|supremo|rustdesk|rust_desk|screenconnect|screen_connect|connectwise|logmein|log_me_in|logmein123|gotoassist|go_to_assist|fastsupport|fast_support|splashtop|zoho_assist|quick_support|quicksupport|aeroadmin|ammyy|showmypc|iperius|hoptodesk|airdroid|dwservice|remotepc|alpemix|quick_assist|chrome_remote_desktop|litemanager|fixme.it|getscreen|ultravnc|support.me|helpme.net",
  device:
    "computer|pc|laptop|phone|mobile|device|desktop|machine|system|screen|tablet|cell_phone|cellphone|ipad",
  told: "told|asked|asks|asking|instructed|convinced|made|wants|wanted|needs|tells|want|need|require|advise|advised|request",
  me: "me|us|him|her|you|them|my_mother|my_father|my_mom|my_mum|my_dad|my_wife|my_husband|my_parents|my_grandmother|my_grandfather|victim",
  giftcard:
    "gift_card|gift_cards|giftcard|giftcards|google_play_card|google_play_cards|google_play_gift|itunes_card|itunes_cards|apple_card|apple_cards|steam_card|steam_cards|target_card|target_cards|target_gift|ebay_card|ebay_cards|amazon_card|amazon_cards|vanilla_card|vanilla_cards|voucher_codes|voucher|vouchers|prepaid_card|prepaid_cards|money_pak|moneypak|green_dot|razer_gold|sephora_card|nike_card|visa_vanilla|steam_wallet",
  bank: "bank|banks|chase|wells_fargo|bank_of_america|citibank|barclays|hsbc|lloyds|natwest|santander|halifax|nationwide|monzo|revolut|starling|capital_one|td_bank|dbs|ocbc|pnc|us_bank|visa|mastercard|american_express|amex|discover|paypal|zelle|venmo|cash_app|cashapp|credit_union|western_union|hmrc_bank",
  exchange:
    "coinbase|kraken|binance|gemini|crypto.com|bitstamp|bitfinex|kucoin|okx|bybit|robinhood|metamask|ledger|trezor|trust_wallet|blockchain.com|bitpanda|exodus|phantom|upbit|bithumb|wallet_support|wallet_connect",
  authority:
    "irs|internal_revenue|social_security|ssa|hmrc|fbi|dea|homeland_security|immigration|customs|border_protection|cbp|treasury|tax_office|tax_department|revenue_agency|police|police_department|sheriff|sheriffs|federal_agent|federal_officer|federal_agency|federal_government|federal_trade_commission|ftc|national_crime_agency|interpol|europol|supreme_court|court|courthouse|medicare|government|embassy|cybercrime|cyber_crime|investigation_officer|investigation_department|department_of_justice|attorney|law_enforcement|us_marshals|drug_enforcement|legal_department|crime_department|census_bureau|dmv|ato|cra",
  techfirm:
    "microsoft|windows|apple|icloud|google|norton|mcafee|geek_squad|geeksquad|avast|dell|hp|symantec|kaspersky|windows_defender|defender|facebook|whatsapp|xfinity|comcast|verizon|at&t|at_and_t|t_mobile|bt|sky|talktalk|openreach|best_buy|cisco|lifelock|internet_provider|internet_service_provider|isp|android",
  shop: "amazon|ebay|walmart|netflix|target|costco|apple_store|best_buy|alibaba|prime|amazon_prime|usps|ups|fedex|dhl|royal_mail|evri|hermes|dpd",
  utility:
    "electric|electricity|energy|power_company|utility|gas_company|water_company|electric_company|electricity_company|power_and_light|gas_and_electric|edison",
  team: "department|team|desk|unit|division|office|specialist|officer|investigator|center|centre|line|agent|section|administration|representative|executive|advisor|supervisor",
  iam: "this_is|i_am|im|calling_from|call_from|call_is_from|calls_from|calling_on_behalf|contacted_from|contacted_by|contacting_from|contacting_you_from|welcome_to|thank_you_for_calling|thanks_for_calling|message_from|message_is_from|reached|behalf_of|on_behalf|calling_for|work_for|working_for|working_with|works_for|speaking_from|coming_from|represent|representing|notice_from|here_from|phone_call_from|alert_from|calling_you_from|greetings_from|connected_to|connected_with|claiming_to_be|claimed_to_be|claims_to_be|pretending_to_be|said_he_was|said_she_was|said_they_were|saying_he_is|my_name_is",
  number: "number|no|id|code|reference|ref",
  wallet:
    "wallet|wallets|vault|ledger|trezor|cold_storage|metamask|trust_wallet|self_custody|coinbase_wallet|kraken_wallet|exodus",
  seed: "seed_phrase|seed_phrases|seed_words|seed|recovery_phrase|recovery_words|secret_phrase|secret_recovery|secret_recovery_phrase|mnemonic|mnemonic_phrase|backup_phrase|12_words|24_words|twelve_words|twenty_four_words|12_word|24_word|12_word_phrase|24_word_phrase|private_key|private_keys|wallet_phrase|passphrase_of_your_wallet|keyphrase|key_phrase",
  code: "code|codes|otp|passcode|pin|one_time_password|verification_code|security_code|confirmation_code|authorization_code|authorisation_code|2fa|two_factor|authenticator|digits|six_digit|6_digit",
  secret:
    "password|passwords|pin|pin_number|pin_code|otp|2fa|2fa_code|verification_code|security_code|confirmation_code|one_time_password|one_time_code|one_time_passcode|authenticator|two_factor|two_factor_code|passcode|login_details|credentials|code_from|code_you|code_on|code_that|code_we|code_i|6_digit_code|six_digit_code|6_digit|six_digit|authentication_code|login_code|approval_code|sms_code|card_pin|cvv|security_number",
  give: "give|tell|send|read|share|provide|confirm|verify|forward|text|repeat|enter|say|submit|type|disclose|spell|reply_with|have|get",
  press: "press|pressing|press_on|dial|hit|push|pressed|presss",
  urgent:
    "urgent|urgently|immediately|immediate|right_now|right_away|as_soon_as_possible|asap|at_once|without_delay|final_notice|final_warning|last_warning|last_notice|final_call|final_courtesy|last_chance|last_time|today_only|act_now|act_fast|hurry|time_sensitive|limited_time|before_its_too_late|before_it_is_too_late|straight_away|straightaway|emergency|quickly_as_possible|running_out_of_time|running_out",
  sum: "<amount>|dollars|dollar|bucks|hundred|thousand|grand|pounds|euros|million",
  theirs:
    "customer_data|client_data|user_data|customer_records|client_records|customer_details|client_details|customer_phone_numbers|customer_numbers|customers_numbers|customer_emails|customer_list|client_list|customer_screens|customer_accounts|client_accounts|your_panel|your_backend|your_back_office|your_dashboard|your_crm|admin_panel|support_panel",
  offer:
    "ill_pay|i_will_pay|well_pay|we_will_pay|pay_you|paying_you|i_can_pay|we_can_pay|ill_give_you|worth_your_while|your_cut|per_row|per_line|per_lookup|per_record",
} as const;
