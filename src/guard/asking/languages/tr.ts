import type { Language } from "../language.ts";

export const turkish: Language = {
  tag: "tr",
  words: `
common: ve, veya, bir, bu, şu, o, ben, sen, siz, biz, bana, size, sana, bize, sizin, benim, bizim, için, ile, da, de,
  mi, mı, mu, mü, misiniz, mısınız, ne, nedir, hangi, kim, nasıl, değil, var, yok, çok, daha, en, ama, fakat, lütfen,
  teşekkürler, merhaba, evet, hayır, şimdi, sonra, önce, gibi, kadar, olarak, hesap*, her, hiç, şey, buraya, burada,
  eğer, ki, az, yeni, son, hemen
i: ben
we: biz
you: siz, sen, size, sana, sizi, sizden
your: sizin, senin, *iniz, *ınız, *unuz, *ünüz, *inizi, *ınızı, *unuzu, *ünüzü, *inizin, *ınızın
me: bana, bize, beni, bizi, benimle, bizimle, bizden, benden
my: benim, bizim, *imiz, *ımız
he: o, onlar, ona, o adam
someone: biri, birisi, kimse, başkası*, kişi, herkes, yabancı*, kim
nobody: hiç kimse, hiçbir çalışan*, kimse, kimseye, kimseyle
it: bunu, onu, şunu, bu, o, şu, bunlar*
not: değil, *maz, *mez, *amaz, *emez, *mem, *mam, *mediğiniz, *madığınız, *meden, *madan, *meyiz, *mayız, yok, hayır, *mayın, *meyin, *maz, *mez, *miyor, *miyoruz, *miyorum, *miyorlar, *miyorsunuz, *mıyor, *mıyoruz, *mıyorum, *mıyorlar, *muyor, *muyoruz, *muyorum, *müyor, *müyoruz, *müyorum, *mayacak*, *meyecek*, *mamız,
  *memiz, *madan, *meden
never: asla, hiçbir zaman, hiçbir, sakın
nothing: gerek yok, gerekmez, gerekmiyor, lüzum yok, hiçbir şey
without: olmadan, *madan, *meden, yoksa, aksi halde, kadar, *mezse, *mezsek, *mezseniz, *mazsa, *mazsak, *mazsanız
only: sadece, yalnızca, yalnız, tek, yeterli
please: lütfen, zahmet olmazsa, rica etsem, rica ediyorum, rica ederim, mümkünse
canyou: misiniz, mısınız, musunuz, müsünüz, mısın, misin, miyim, mıyım, *abilir, *abilirim, *abilirsiniz, *abilir misiniz, *ebilir, *ebilirim, *ebilirsiniz, olur mu
must: gerek*, gerekiyor, lazım*, şart, zorunlu, *malı, *malısınız, *meli, *melisiniz, *manız*, *meniz*
ineed: ihtiyacım*, ihtiyacımız*, lazım, gerekiyor, istiyorum, istiyoruz, istiyorum, alabilir miyim,
  öğrenebilir miyim, rica ediyorum, bekliyorum, bekliyoruz, eksik, alayım, isterim, görmem, gerek bana
need: ihtiyaç*, lazım, ister*
thanks: teşekkür*, sağ ol*, özür*, üzgün*, harika, güzel, doğru, maalesef, tebrik*
willdo: gönderdik, gönderdim, ilettik, kaldırdık, yapıyorum, bakıyorum, bakayım, gördüm, kaldırdım
sothat: böylece, *yım, *yim, *alım, *elim, hallederim, hallederiz, ben hallederim, çözeriz, *mem için, *mam için,
  *memiz için, *abileyim, *ebileyim, ben bu taraftan, bizim tarafta, karşılaştırayım, açarız, kaydı açayım, için
send: gönder*, yolla*, ilet*, ver, verin*, verir*, at, atın*, paylaş*, aktar*, ulaştır*, teslim*, sun*
tell: söyle*, de, deyin, bildir*, belirt*, ne, nedir, neydi, adı, haber verin
read: oku*, hecele*, tekrarla*, dikte*, harfi harfine, sesli
show: göster*, foto*, ekran görüntü*, çek*, video*, tara*, kayded*, kamera*
type: yaz*, gir*, tuşla*, not al*, doldur*, işle*
paste: yapıştır*, kopyala*, ekle*, yükle*
reply: cevap*, yanıt*
press: bas*, dokun*, tıkla*, seç*, parmak*
approve: onay*, kabul*, izin*, evet, benim, doğrula*, yetki*, güven*
reject: redded*, reddet*, kapatın telefonu, telefonu kapat*, ben değil*, hayır de*
install: kur*, yükle*, indir*, çalıştır*
uninstall: kaldırın anydesk, silin teamviewer, programı kaldır*
open: aç*, gir*, ziyaret*, başlat*
connect: bağlan*, bağlay*, kontrol*, uzaktan, devral*
turnoff: kapat*, kapatın*, devre dışı*, kaldır*, durdur*, atla*, askıya*, iptal*, çıkar*
turnon: aç*, açık, aktif*, etkin*, açtır*
remove: sil*, kaldır*, çıkar*
add: ekle*, kaydet*, tanımla*, al*
raise: artır*, yükselt*, çek*, düşür*, azalt*, kısalt*, sıfır*, maksimum*, en yüksek*
ignore: yok say*, aldırma*, görmezden*, boş ver*, yine de devam*, takma*
lie: bankaya söyle*, banka sorarsa, aramızda
change: değiştir*, değiş*, yenile*, güncelle*, yeni
reset: sıfırla*, unut*, kurtar*, yenile*
create: oluştur*, belirle*, seç*, üret*
keep: sakla*, kağıt*, kağıd*, kâğıt*, kâğıd*, güvenli*, gizli, evde, koru*
protect: koru*, güvenlik*, karşı
check: kontrol*, bak*, incele*, karşılaştır*, doğrula*
wait: bekle*, geçerli*, süre*, dakika*, saat*, saniye*, gün*, bitiyor, sona er*, pazartesi, salı, perşembe, cuma
try: dene*, tekrar, yeniden, yeni kod
lockacct: kilitle*, bloke*, dondur*
describe: anlat*, açıkla*, tarif*, ne oldu
fresh: yeni
password: şifre*, parola*, pin*, giriş bilgi*
username: kullanıcı ad*, login*, giriş id*, giriş ad*, rumuz*, üst kutu*, kullanıcı*
code: kod*, otp, token*, rakam*, hane*, tek kullanımlık*
sms: sms*, mesaj*, kısa mesaj*
auth: authenticator*, doğrulayıcı*, 2fa*, iki adımlı*, iki aşamalı*, iki faktör*, kurulum anahtar*
backup: yedek kod*, kurtarma kod*
qr: qr*, karekod*
seed: kurtarma*, kelime*, tohum*, seed*, ifade*
word: kelime*, sözcük*
privkey: özel anahtar*, keystore*, gizli anahtar*
wallet: cüzdan*, ledger*, trezor*, metamask*
address: adres*, nereye
master: ana parola*, ana şifre*, ana anahtar*, master*, kasa*, acil durum kit*, secret key
device: cihaz*, bilgisayar*, telefon*, tablet*, tarayıcı*, laptop*
devmail: yeni cihaz*, cihaz onay*, tanınmayan cihaz*, cihaz mail*, onay bağlantı*
link: link*, bağlantı*, düğme*, buton*
mail: mail*, e posta*, eposta*, posta kutu*, ileti*
screen: ekran*, masaüstü*, zoom*
remotetool: anydesk*, teamviewer*, rustdesk*, uzaktan*, program*, yazılım*, apk*, script*, fare*
page: sayfa*, site*, form*, kutu*, uygulama*, ayar*, profil*
ownpage: giriş sayfa*, sitemiz*, uygulamamız*, ayarlar*, güvenlik*, kendiniz, resmi*, uygulamada
limit: limit*
lock: kilit*, kilid*
waiting: bekleme*, gecikme*, süre*
warning: uyarı*, antivirüs*, güvenlik duvar*
whitelist: beyaz liste*, güvenilir*, adres defter*, cihaz liste*
prompt: bildirim*, istek, isteği*, push*, anahtar*, parmak izi*
number: numara*, sayı*, rakam*, karakter*, hane*, harf*
first: ilk*, son*, ikinci*, üçüncü*, yarı*, sonraki*, bir tane*, birini
now: şimdi, şu an*, hemen, çabuk, hızlı*, gelir gelmez, az önce, birazdan
past: *diniz, *dınız, *dunuz, *dünüz, *tiniz, *tınız, dün, daha önce, *miş, *mişsiniz, *mış, *mışsınız, *ildi, *ıldı
did: değiştirdi*, girdi*, onayladı*, geldi*, gönderildi, kaldırıldı, bildirdiğiniz*, verdi*, istedi*
here: buraya, burada, aşağıya, sohbete, sohbet*, chat*, şuraya, bu pencere*
away: telegram*, whatsapp*, gmail*, google*, signal*, <link>, <mail>, <handle>, hattımız*
scammer: dolandırıcı*, hırsız*, saldırgan*, sahte*, arayan*, hacker*, davetsiz*
says: dedi*, demiş, istedi*, sordu*, söyledi*, soran, isteyen
staff: çalışan*, ekip*, destek*, uzman*, temsilci*, arkadaş*, teknik*
if: eğer, ise, *ırsa, *ırsanız, *irse, *irseniz, *ursa, *ürse, *sanız, *seniz
when: zaman, sonra, önce, *ken, *ınca, *ince, her
why: neden, niçin, çünkü, nasıl, için, dolayı
what: ne, hangi, nedir, neydi, kaç
question: mi, mı, mu, mü
ask: sor*, iste*, talep*
txid: işlem*, txid, hash*, dekont*, rezervasyon*, talep no*, fatura*
error: hata*, sorun*
public: açık, herkese açık, uid*, müşteri no*
other: posta kod*, promosyon*, indirim*, kupon*, iban*, ülke kod*, hata kod*
amount: tutar*, tarih*, miktar*, ne kadar, ağ, banka*
money: iade*, havale*, ödeme*, para*, bakiye*, çekim*, yatırma*, coin*, bitcoin*, transfer*
problem: sorun*, gecikme*, arıza*, saati*, otomatik*
sorry: maalesef, üzgünüm, özür*, ne yazık ki
enough: yeter*, yeterli, kâfi, tamam
proof: doğrulama, kimlik*, teyit*, kontrol için, karşılaştır*
signin: kullanıcı adı*, login isim*, login ismi*, giriş id*, giriş ismi*, giriş adı*, rumuz*, takma ad*, üst kutu*,
  ilk kutu*, üst satır*, hesap adı*, müşteri no*
secret: şifre*, parola*, alt kutu*, ikinci kutu*, gizli kelime*, gizli soru*, kızlık soyad*, pin*, giriş şifre*
factor: kod, kodu*, kodlar*, kod*, rakam*, hane*, sayı*, numara*, qr*, karekod*, yedek kod*, kurtarma kod*, token*,
  otp*, tek kullanımlık*, gizli anahtar*, kurulum anahtar*, 6 hane*, altı hane*, sms*, mesajdaki*
newdevice: cihaz mail*, cihaz onay*, cihaz e posta*, mail*|e posta*|ileti* .. cihaz*, yeni cihaz*, tanınmayan cihaz*,
  yabancı cihaz*, ben değildim, bu ben değilim, onay mail*, yeni giriş*, e postadaki*, maildeki*, iletideki*,
  bağlantıyı kopyala*
coinsecret: kelime*, 12 kelime*, 24 kelime*, on iki kelime*, kurtarma kağıd*, kurtarma kâğıd*, kurtarma*, tohum*,
  özel anahtar*, gizli kelime*, keystore*, anahtar dosya*, cüzdan adres*, çekim adres*, hangi adres*, adresi komple,
  son kelime*, ilk kelime*, seed*, private key*, cüzdan*
vaultkey: ana parola*, ana şifre*, ana anahtar*, master şifre*, master parola*, master key*, kasa*, kasanız*,
  acil durum kit*, emergency kit*, secret key*, gizli anahtar*, 1password*, bitwarden*
protection: limit*, kilit*, kilid*, bekleme*, iki aşamalı*, iki adımlı*, iki faktör*, çift faktör*, 2fa*, uyarı*,
  kırmızı uyarı*, güvenilir adres*, güvenilir*, beyaz liste*, alıcı*, adres defter*, cihaz liste*, eski telefon*,
  antivirüs*, bilinmeyen kaynak*, 24 saat, 72 saat, banka sorarsa, doğrulama*
remotely: ekran*, uzaktan*, fare*, bilgisayar*, anydesk*, teamviewer*, program*, uygulamacık, apk*, script*,
  powershell*, uzantı*, eklenti*, video*, kaydedin ekran*, zoom*, meet*, teams*, kontrol*, yönetici*, oturum*,
  rustdesk*
nod: saat*, bildirim*, onay*, yeşil düğme*, evet benim, benim, istek, isteği*, parmak*, titre*
criminal: davetsiz*, hırsız*, üçkağıtçı*, düzenbaz*, o adam, şahıs*, sahte*, arayan*
`,
};
