import type { Language } from "./language.ts";

/** Turkish adds endings, so most words are beginnings. */
export const turkish: Language = {
  lists: {
    offer:
      "ödeme_yapacağım|ödeme_yaparım|ödeme_yaparız|ödeme_yapacağız|öderim|öderiz|ödeyeceğim|ödeyeceğiz|veririm|veriyorum|veriyoruz|veririz|vereceğim|kazanırsın|kazanırsınız|ödül|satır_başı|kişi_başı",
    theirs:
      "müşteri_hesaplarının|ekranından|panele_erişim*|iç_sistem*|panel_şifre*|personel_şifre*|müşteri_verileri*|müşteri_bilgilerini|müşteri_telefonları*|müşteri_numaraları*|müşteri_listesi*|müşteri_kayıtları*|müşteri_hesapları*|müşteri_ekran*|panelinden|panelinizden|sisteminizden|müşterilerin_telefon*|müşterilerin_ekran*|müşterilerin_bilgi*|müşterilerin_hesap*|müşterilerin_numara*",
    tool: "anydesk*|any_desk*|teamviewer*|team_viewer*|ultraviewer*|supremo|rustdesk*|quicksupport|alpemix*",
    money: "para*|bakiye*|birikim*|kripto*|bitcoin*|varlık*|coin*|tasarruf*",
    bank: "banka*|ziraat*|garanti|akbank*|işbank*|iş_bankası*|vakıfbank*|halkbank*|yapı_kredi*|denizbank*|qnb",
    exchange: "kraken|coinbase|binance|btcturk|paribu|ledger|borsa*",
    authority:
      "polis*|emniyet*|savcı*|mahkeme*|jandarma*|interpol|maliye*|vergi_dairesi*|gümrük*|adliye*|sgk|icra*|başsavcı*|masak",
    give: "verin|ver|verir|verebilir|söyle*|gönder*|paylaş*|ilet*|onayla*|oku*|yaz*|gir|girin|girer|bildir*|doğrula*",
    seed: "kurtarma_kelime*|kurtarma_ifade*|gizli_kelime*|12_kelime*|24_kelime*|on_iki_kelime*|özel_anahtar*|seed|kurtarma_cümle*|anahtar_kelime*",
  },
  signals: {
    remote_access: [
      "$tool ..6 indir*|yükle*|kur|kurun|kurar|aç|açın|kod*|numara*",
      "indir*|yükle*|kur|kurun ..6 $tool",
      "ekran* ..4 paylaş*",
      "bilgisayar*|telefon*|cihaz* ..4 bağlan*|erişim*|uzaktan|kontrol*",
      "uzaktan_erişim*|uzaktan_bağlan*|uzaktan_destek*",
    ],
    safe_wallet: [
      "güvenli|korumalı|güvenlik|emniyetli ..1 hesab*|hesap*|cüzdan*|adres* ..8 aktar*|gönder*|taşı*|havale*|yatır*|transfer*|çek*",
      "aktar*|gönder*|taşı*|havale*|transfer* ..8 güvenli|korumalı|güvenlik ..1 hesab*|hesap*|cüzdan*|adres*",
    ],
    whitelist_address: [
      "beyaz_liste*|whitelist* ..6 adres*|cüzdan*|ekle*",
      "adres*|cüzdan* ..6 beyaz_liste*|whitelist*",
    ],
    asks_seed_phrase: ["$seed ..6 $give", "$give ..6 $seed"],
    gift_cards: [
      "hediye_kart*|google_play_kart*|steam_kart*|hediye_çek*|itunes_kart*|razer ..8 al|alın|satın|kod*|gönder*|kazı*|alıp|fotoğraf*",
    ],
    recovery_fee: [
      "serbest_bırak*|çözdür*|kurtar* ..4 ücret*|vergi*|komisyon*|masraf*|harc*",

      "kurtar*|geri_al*|çekim*|çözmek|serbest*|iade ..12 ücret*|komisyon*|vergi*|peşin*|depozito*|masraf*",
      "ücret*|komisyon*|vergi*|peşin|depozito*|masraf* ..10 kurtar*|geri_al*|çekim*|çekebil*|serbest*",
    ],
    cash_handover: [
      "kurye*|memur*|görevli*|arkadaş*|polis* ..9 teslim*|gelip|alacak|alması|almaya|elden",
      "para*|altın*|nakit*|ziynet* ..8 teslim* ..8 polis*|memur*|görevli*|kurye*|savcı*",
    ],
    bribe_offer: [
      "müşteri kaydı|dosyası|sorgusu başına",
      "çalışıyorsun* ..2 müşteri hesap* ..1 ekran görüntü* at|gönder|yolla",
      "destekte|desteğin_içinde ..2 sıfırlayabilecek|bakabilecek|açabilecek ..1 birini|biri ..4 başına|her",
      "temsilci|destek|personel girişini|hesabını|şifresini ..1 satmak|satar",
      "kullanıcının|müşterinin ..1 2fa* ..3 kapatırsan|kaldırırsan ..2 yüzde|<number>|<amount>",

      "ikinci ..1 maaş*|gelir* ..20 $theirs",

      "sıfırladığın*|açtığın*|gönderdiğin*|baktığın*|ilettiğin* ..1 her ..1 hesap|hesab*|müşteri* ..3 <number>|usdt|tl|dolar",

      "$theirs ..14 $offer",
      "$offer ..14 $theirs",
      "birkaç|bazı|bir_iki|bir_kaç|iki_üç|benim_için ..3 hesab*|hesap*|müşteri*|kullanıcı* ..4 bakarsan*|sorgularsan*|kontrol_edersen*|gönderirsen*|atarsan*|açarsan*|verirsen*|çekersen*|bulursan*|iletirsen*|sıfırlarsan* ..8 tl|usdt|dolar|euro|lira|<amount>|<number>|$offer",
      "tl|usdt|dolar|euro|lira|<amount> ..6 birkaç|bazı|bir_iki|bir_kaç|iki_üç ..2 hesab*|hesap*|müşteri*|kullanıcı* ..4 bakarsan*|sorgularsan*|kontrol_edersen*|gönderirsen*|atarsan*|açarsan*|verirsen*|çekersen*|bulursan*|iletirsen*|sıfırlarsan*",
      "destek*|müşteri_hizmetleri* ..6 çalışıyorsun*|bakıyorsun*|misin|misiniz|görevlisin ..16 $offer|ek_gelir|ek_iş",
      "ek_gelir|ek_iş|yan_gelir|ekstra_para|kolay_para ..16 $theirs",
    ],
    lie_to_bank: [
      "banka*|veznedar*|memur* ..6 sorarsa*|sorarlarsa|sorduğunda ..8 de|deyin|söyle*|dersin*",
      "banka* ..4 söyleme*|bahsetme*|anlatma*",
    ],
    asks_secret: ["kod*|şifre*|parola*|pin|sms_kod* ..6 $give", "$give ..4 kod*|şifre*|parola*"],
    asks_personal_data: [
      "kimlik*|kimliğ*|bilgi*|hesab* ..2 <link> ..4 doğrula*|güncelle*|onayla*",

      "kart_numara*|kimlik_numara*|tc_kimlik*|doğum_tarih*|iban*|hesap_numara*|cvv|anne_kızlık*|kart_bilgi* ..6 $give|güncelle*",
      "kimlik*|bilgi*|hesab* ..3 doğrula*|güncelle*|onayla* ..8 <link>|tıkla*|link*|bağlantı*",
      "<link>|tıkla*|link*|bağlantı* ..8 kimlik*|bilgi*|hesab* ..3 doğrula*|güncelle*",
    ],
    pays_by_crypto: ["bitcoin*|kripto*|usdt* ..4 öde*|gönder*|yatır*"],
    upfront_fee: [
      "ücret*|gümrük*|vergi*|ceza*|kargo_ücret*|masraf*|dosya_masraf* ..8 öde*|yatır*|<link>",
      "öde*|yatır* ..5 ücret*|gümrük*|vergi*|masraf*",
    ],
    send_money: [
      "yatırım*|depozito* ..4 <link>",

      "<link> ..6 yatır*|yatir*|koy|koyun",
      "yatır* ..5 <link>",

      "acil*|hemen|bugün|bana ..8 para*|havale*|borç*|fatura*|eft|<amount> ..6 gönder*|at|atar|yatır*|yap*|öde*",
    ],
    press_key: ["1|bire|2|ikiye ..2 basın*|basarak|tuşla*", "tuşla*|basın* ..3 1|2"],
    call_back: [
      "<phone> ..6 ara*|ulaş*|iletişim*",
      "ara*|ulaş* ..6 <phone>",
      "hemen|acilen ..3 ara|arayın*|arayınız",
    ],
    document_request: [
      "kimlik*|pasaport*|ehliyet*|nüfus_cüzdan* ..8 gönder*|yükle*|fotoğraf*|ilet*|at",
    ],
    open_link: ["tıkla*|giriş_yap*|ziyaret*|bağlantı*|link*|adres* ..8 <link>", "<link>"],
    other_channel: ["whatsapp*|telegram*|signal ..6 yaz*|ulaş*|iletişim*|<handle>|<phone>"],
    impersonates_authority: [
      "ben|biz|adım|arıyorum|burası|aradım ..6 $authority",
      "$authority ..6 arıyorum|arıyoruz|memur*|komiser*|müdürlüğü*|amir*",
      "komiser*|cumhuriyet_savcı*|polis_memuru*|sicil_numara*",
    ],
    impersonates_bank: [
      "dolandırıcılık|sahtecilik|güvenlik ..1 birim*|ekib*|departman*",

      "$bank ..6 arıyorum|arıyoruz|güvenlik*|müşteri_hizmet*|dolandırıcılık*|genel_müdür*",
    ],
    impersonates_exchange: ["$exchange ..3 destek*|güvenlik*|ekib*|müşteri*|arıyor*"],
    impersonates_tech_support: [
      "microsoft*|windows*|apple*|google*|amazon*|teknik ..3 destek*|servis*|güvenlik*|ekib*",
    ],
    impersonates_family: [
      "anne|anneciğim|baba|babacığım|teyze|dede|babaanne ..10 yeni|telefonum|numaram|kaza|bozuldu",
    ],
    new_number: [
      "yeni ..1 numara*|hat* ..10 telefonum*|bozul*|kaybol*|kırıl*|kaydet*|düş*",
      "telefonum* ..4 bozul*|kırıl*|kaybol*|çalın*|düş*",
    ],
    account_problem: [
      "erişim* ..3 kısıtlı|kısıtlan*|sınırlı|sınırlan*|durdur*",
      "bilinmeyen|tanınmayan|yabancı ..2 cihaz* ..4 tespit|algıla*|giriş*",

      "hesab*|hesap*|kart*|cüzdan* ..8 bloke*|kapat*|askıya|kısıtla*|ele_geçir*|çalın*|kapan*|dondur*|hack*|saldırı*|kilitle*",
      "şüpheli|olağan_dışı|olağandışı|yetkisiz|izinsiz ..2 işlem*|giriş*|hareket*|transfer*|erişim*|harcama*|çekim*",
      "hacker*|dolandırıcı*|birileri|birisi|biri ..6 hesab*|hesap*|kart*|adınıza|kimliğ*|cüzdan*",
    ],
    refund: ["iade*|geri_ödeme* ..8 <link>|başvur*|form*|hak|almak|tıkla*"],
    legal_threat: [
      "tutukla*|yakalama_karar*|dava*|soruşturma*|kara_para*|terör*|icra*|gözaltı*|haciz*|hapis* ..10 hakkınız*|adınız*|sizin|karar*|isminiz*|başlat*|örgüt*|açıl*",
    ],
    infected_device: ["bilgisayar*|telefon*|cihaz* ..6 virüs*|zararlı*|hack*|bulaş*"],
    parcel_problem: [
      "kargo*|paket*|gönderi* ..8 gümrük*|teslim*|bekle*|adres*|ücret*|iade|dağıtım*",
    ],
    prize: [
      "kazandınız|kazandın|kazanan*|çekiliş*|talihli* ..10 ödül*|çekiliş*|tl|hediye*|piyango*|iphone*|ikramiye*",
    ],
    investment_offer: [
      "günde|haftada|günlük|haftalık ..2 <number> ..2 kazan*|kâr*|getiri*",

      "kazanç*|getiri*|kâr|kar ..1 kesin|garanti*|garantili",
      "ikiye_katla*|ikiye_katladım|üçe_katla*",
      "garanti* ..2 kazanç*|getiri*|kâr*|kar",
      "günlük ..3 kazanç*|getiri*",
    ],
    fake_case_id: [
      "dosya_numara*|sicil_numara*|referans_numara*|dosya_no|takip_numara* ..4 <number>",
    ],
    urgency: [
      "<number> ..1 saat|dakika|gün ..1 içinde",

      "acil|acilen|hemen|derhal|son_uyarı*|24_saat*|48_saat*|ivedi*|en_kısa_süre*|vakit_kaybetmeden|bir_an_önce",
    ],
    secrecy: [
      "kimse*|ailen*|eşin*|banka* ..4 söyleme*|bahsetme*|anlatma*|konuşma*|bilgi_verme*|paylaşma*",
      "gizli_soruşturma*|gizlilik*|gizli_operasyon*|gizli_tut*",
    ],
    stay_on_line: ["telefonu|hattı|görüşmeyi ..2 kapatma*|kapatmadan", "hatta_kal*|telefonda_kal*"],
    threat_of_loss: [
      "aksi_takdirde|yoksa|aksi_halde ..8 kapat*|bloke*|tutukla*|kaybed*|silin*|haciz*|dava*|icra*",
      "kaybedebilir*|kaybedeceksiniz|kaybedersiniz",
    ],
    demands_secret: [
      "kod*|şifre* ..2 gönderildi|gönderdik|gönderdim|yolladım|gönderiyorum|göndereceğim|iletildi ..2 bana|bize ..1 söyle*|ilet*|ver|verin",

      "kod*|şifre*|haneli|rakam* ..10 bana|bize ..2 oku*|ilet*|dikte*",
      "bana|bize ..1 kod*|şifre* ..2 söyle*|ver|verin",
    ],
    strange_payment: [
      "kart*|hesab* ..6 <number>|tl|lira|<amount> ..5 alışveriş*|harcama*|ödeme*|çekim*|havale*|transfer*|eft ..3 yapıl*|bekli*|işlem*|gerçekleş*",
    ],
    job_offer: [
      "iş|işi|görev ..8 günde|günlük ..16 telegram*|whatsapp*",

      "evden|evde|online|uzaktan|ek_iş|görev|görevler|telefondan ..12 kazan*|günde|günlük|tl|<amount> ..14 telegram*|whatsapp*|beğen*|video*|yönetici*",
    ],
  },
  warnings: ["asla|hiçbir_zaman|kesinlikle ..4 iste*|paylaş*|ver*|sor*|talep*"],
  warningsBehind: [
    "isterse|isterlerse|istenirse|istendiğinde ..3 kapatın|inanmayın|etmeyin|bildirin|güvenmeyin",

    "isteyen|istenen|talep_eden ..2 arama*|kişi*|mesaj*|telefon* ..3 dikkat_edin|dikkatli_olun|itibar_etmeyin|inanmayın|şüphelenin|güvenmeyin",

    "nasıl ..1 eklerim|ekleyebilirim|öderim|ödeyebilirim",
    "ödeyebilir|kullanabilir|ekleyebilir miyim",
    "istemez|istemeyiz|istemiyoruz|vermeyin|vermeyiniz|sormaz|sormayız|göndermeyin|tıklamayın|talep_etmez|talep_etmeyiz|yüklemeyin|kurmayın",
  ],
  keptCodes: [
    "kod*|şifre*|parola* ..3 paylaşma*",
    "kod*|şifre*|parola* ..3 paylaşma* ..4 çalışan*|banka*|personel*",

    "kod*|şifre*|parola* ..12 kimse* ..3 paylaşma*|verme*|söyleme*",
    "kod*|şifre*|parola* ..12 kimse* ..3 paylaşma*|verme*|söyleme* ..4 çalışan*|banka*|personel*",
  ],
};
