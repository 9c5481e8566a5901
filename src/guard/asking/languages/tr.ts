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
he: onlar, ona, o adam
someone: biri, birisi, kimse, başkası*, kişi, herkes, yabancı*, kim
nobody: hiç kimse, hiçbir çalışan*, kimse, kimseye, kimseyle
it: bunu, onu, şunu, bu, o, şu, bunlar*
not: değil, *maz, *mez, *amaz, *emez, *mem, *mam, *mediğiniz, *madığınız, *meden, *madan, *meyiz, *mayız, yok, hayır,
  *mayın, *meyin, *maz, *mez, *miyor, *miyoruz, *miyorum, *miyorlar, *miyorsunuz, *mıyor, *mıyoruz, *mıyorum, *mıyorlar,
  *muyor, *muyoruz, *muyorum, *müyor, *müyoruz, *müyorum, *mayacak*, *meyecek*, *mamız, *memiz, *madan, *meden
never: asla, hiçbir zaman, hiçbir, sakın
nothing: gerek yok, gerekmez, gerekmiyor, lüzum yok, hiçbir şey
without: olmadan, *madan, *meden, yoksa, aksi halde, kadar, *mezse, *mezsek, *mezseniz, *mazsa, *mazsak, *mazsanız
only: sadece, yalnızca, yalnız, tek, yeterli
please: lütfen, zahmet olmazsa, rica etsem, rica ediyorum, rica ederim, mümkünse
canyou: misiniz, mısınız, musunuz, müsünüz, mısın, misin, miyim, mıyım, *abilir, *abilirim, *abilirsiniz,
  *abilir misiniz, *ebilir, *ebilirim, *ebilirsiniz, olur mu
must: gerek*, gerekiyor, lazım*, şart, zorunlu, *malı, *malısınız, *meli, *melisiniz, *manız*, *meniz*
ineed: ihtiyacım*, ihtiyacımız*, lazım, gerekiyor, istiyorum, istiyoruz, istiyorum, alabilir miyim, öğrenebilir miyim,
  rica ediyorum, bekliyorum, bekliyoruz, eksik, alayım, isterim, görmem, gerek bana
need: ihtiyaç*, lazım, ister*
thanks: teşekkür*, sağ ol*, özür*, üzgün*, harika, güzel, doğru, maalesef, tebrik*
willdo: gönderdik, gönderdim, ilettik, kaldırdık, yapıyorum, bakıyorum, bakayım, gördüm, kaldırdım
sothat: böylece, *yım, *yim, *alım, *elim, hallederim, hallederiz, ben hallederim, çözeriz, *mem için, *mam için,
  *memiz için, *abileyim, *ebileyim, ben bu taraftan, bizim tarafta, karşılaştırayım, açarız, kaydı açayım, için
send: gönder*, yolla*, ilet*, ver, verin*, verir*, at, atın*, paylaş*, aktar*, ulaştır*, teslim*, sun*, ulaştırın,
  bırakın buraya, buraya bırak*, atıver*, postala*, e postala*, faksla*
tell: söyle*, deyin, bildir*, belirt*, nedir, neydi, haber verin, de bana, bana de, ne yazıyor, ne yazıyordu, ne diyor,
  ne diyordu, açıkla*, aktar*, okut*
read: oku*, hecele*, tekrarla*, dikte*, harfi harfine, sesli
show: göster*, foto*, ekran görüntü*, video*, kayded*, kamera*, fotoğrafını çek*, çekip, çekin, çeker misiniz, tarat*,
  tarayın, tarayıp, ekranı çek*, yansıt*, ekran yansıt*, kameraya tut*
type: yaz*, gir*, tuşla*, not al*, doldur*, işle*
paste: yapıştır*, kopyala*, ekle*, yükle*
reply: cevap*, yanıt*
press: dokun*, tıkla*, seç*, parmak*, basın, basıp, basmanız, bas, basar*, basıver*, basınca, basalım, basın*
approve: onay*, kabul*, izin*, evet, doğrula*, yetki*, evet benim, bu benim, güvenilir*, güvenin, güven
reject: redded*, reddet*, kapatın telefonu, telefonu kapat*, ben değil*, hayır de*
install: yükle*, indir*, çalıştır*, kurun*, kurup, kurmanız*, kurmayın*, kurdur*, kurulum*, kurar*, kurarken, kursun,
  kurayım, kurabil*
uninstall: kaldırın anydesk, silin teamviewer, programı kaldır*
open: aç*, gir*, ziyaret*, başlat*
connect: bağlan*, bağlay*, kontrol*, uzaktan, devral*
turnoff: kapat*, kapatın*, devre dışı*, kaldır*, durdur*, atla*, askıya*, iptal*, çıkar*, dinlensin, askıya al*,
  duraklat*
turnon: aç*, açık, aktif*, etkin*, açtır*
remove: sil*, kaldır*, çıkar*
add: ekle*, kaydet*, tanımla*, listeye al*, listenize al*
raise: artır*, yükselt*, düşür*, azalt*, kısalt*, sıfır*, maksimum*, en yüksek*, sıfıra çek*, yukarı çek*, çekin,
  düşürün, indirin, en yükseğe, en düşüğe
ignore: yok say*, aldırma*, görmezden*, boş ver*, yine de devam*, takma*
lie: bankaya söyle*, banka sorarsa, aramızda, bankadan biri arar*, deyin, kimsenin istemediğini, dolandırıcılık birim*
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
fresh: yeni, yeni*, başka*
password: şifre*, parola*, pin*, giriş bilgi*
username: kullanıcı ad*, login*, giriş id*, giriş ad*, rumuz*, üst kutu*, kullanıcı*, takma ad*, lakab*
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
mail: mail*, e posta*, eposta*, posta kutu*
screen: ekran*, masaüstü*, zoom*
remotetool: anydesk*, teamviewer*, rustdesk*, uzaktan*, program*, yazılım*, apk*, script*, fare*
page: sayfa*, site*, form*, kutu*, uygulama*, ayar*, profil*
ownpage: giriş sayfa*, sitemiz*, uygulamamız*, ayarlar*, güvenlik*, kendiniz, resmi*, uygulamada
limit: limit*
lock: kilit*, kilid*
waiting: bekleme*, gecikme*, süre*
warning: uyarı*, antivirüs*, güvenlik duvar*
whitelist: beyaz liste*, güvenilir*, adres defter*, cihaz liste*, alıcı liste*, izinli adres*, izin verilen adres*
prompt: bildirim*, istek, isteği*, push*, anahtar*, parmak izi*
number: numara*, sayı*, rakam*, karakter*, hane*, harf*
first: ilk*, son*, ikinci*, üçüncü*, yarı*, sonraki*, bir tane*, birini
now: şimdi, şu an*, hemen, çabuk, hızlı*, gelir gelmez, az önce, birazdan
past: dün, daha önce, *miş, *mişsiniz, *mış, *mışsınız, *ildi, *ıldı, ettiniz, verdiniz, yazdınız, girdiniz, söylediniz,
  onayladınız, değiştirdiniz, bildirdiniz, kaldırdınız, yaptınız, paylaştınız, gönderdiniz, aldınız, gördünüz,
  denediniz, bastınız, kurdunuz, tıkladınız, açtınız, okudunuz, eklediniz, istediniz, seçtiniz, attınız, miydiniz,
  mıydınız, kaybettiniz, *mediniz, *madınız
did: değiştirdi*, girdi*, onayladı*, geldi*, gönderildi, kaldırıldı, bildirdiğiniz*, verdi*, istedi*
here: buraya, burada, aşağıya, sohbete, sohbet*, chat*, şuraya, bu pencere*
away: telegram*, whatsapp*, gmail*, google*, signal*, <link>, <mail>, <handle>, hattımız*
scammer: dolandırıcı*, hırsız*, saldırgan*, sahte*, arayan*, hacker*, davetsiz*
says: dedi*, demiş, istedi*, sordu*, söyledi*, soran, isteyen
staff: çalışan*, ekip*, destek*, uzman*, temsilci*, arkadaş*, teknik*
if: eğer, ise, *ırsa, *ırsanız, *irse, *irseniz, *ursa, *ürse, *seniz, *rsanız, *dıysanız, *masanız, *yorsanız
when: zaman, sonra, önce, *ken, *ınca, *ince, her
why: neden, niçin, çünkü, nasıl, için, dolayı
what: ne, hangi, nedir, neydi, kaç
question: mi, mı, mu, mü
ask: sor*, talep*, istedi*, istiyor*, isteyen*, ister, istemez*, isterse, istemeyiz
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
  ilk kutu*, üst satır*, hesap adı*, müşteri no*, giriş yaptığınız ad*, girdiğiniz ad
secret: şifre*, parola*, alt kutu*, ikinci kutu*, gizli kelime*, gizli soru*, kızlık soyad*, pin*, giriş şifre*
factor: kod, kodu*, kodlar*, kod*, rakam*, hane*, sayı*, numara*, qr*, karekod*, yedek kod*, kurtarma kod*, token*,
  otp*, tek kullanımlık*, gizli anahtar*, kurulum anahtar*, 6 hane*, altı hane*, sms*, mesajdaki*
newdevice: cihaz mail*, cihaz onay*, cihaz e posta*, mail*|e posta*|ileti* .. cihaz*, yeni cihaz*, tanınmayan cihaz*,
  yabancı cihaz*, ben değildim, bu ben değilim, onay mail*, yeni giriş*, e postadaki*, maildeki*, iletideki*,
  bağlantıyı kopyala*
coinsecret: kelime*, 12 kelime*, 24 kelime*, on iki kelime*, kurtarma kağıd*, kurtarma kâğıd*, kurtarma*, tohum*,
  özel anahtar*, gizli kelime*, keystore*, anahtar dosya*, cüzdan adres*, çekim adres*, hangi adres*, adresi komple,
  son kelime*, ilk kelime*, seed*, private key*, cüzdan*, çelik plaka*, metal plaka*
vaultkey: ana parola*, ana şifre*, ana anahtar*, master şifre*, master parola*, master key*, kasa*, kasanız*,
  acil durum kit*, emergency kit*, secret key*, gizli anahtar*, 1password*, bitwarden*
protection: limit*, kilit*, kilid*, bekleme*, iki aşamalı*, iki adımlı*, iki faktör*, çift faktör*, 2fa*, uyarı*,
  kırmızı uyarı*, güvenilir adres*, güvenilir*, beyaz liste*, alıcı*, adres defter*, cihaz liste*, eski telefon*,
  antivirüs*, bilinmeyen kaynak*, 24 saat, 72 saat, banka sorarsa, doğrulama*, güvenlik seviye*, güvenlik düzey*,
  koruma seviye*, koruma düzey*, çekim kilid*, çekim kilit*, giriş mail*
remotely: ekran*, uzaktan*, fare*, bilgisayar*, anydesk*, teamviewer*, program*, uygulamacık, apk*, script*,
  powershell*, uzantı*, eklenti*, video*, kaydedin ekran*, zoom*, meet*, teams*, kontrol*, yönetici*, oturum*,
  rustdesk*, yansıt*, oturum numara*, uzaktan yardım, hızlı yardım
nod: bildirim*, onay*, yeşil düğme*, evet benim, istek, isteği*, parmak*, titre*, kol saati*, akıllı saat*, saatiniz*
criminal: davetsiz*, hırsız*, üçkağıtçı*, düzenbaz*, o adam, şahıs*, sahte*, arayan*
yes: evet, tabii, elbette, tamam, olur, tabii ki, elbet
awhile: bir dakika, bir saniye, biraz, bir süre, geçici*, şimdilik, kısa süre*, kısa bir süre, o sırada, bu sırada,
  iken, işim bitene, bitene kadar, on dakika*, beş dakika*, bir saat*, sonra tekrar, sonra yine, tekrar açarsınız,
  geri açarsınız, bu gece
thistime: bu sefer*, bu kez, bugün*, istisna*, özel durum, normalde, genelde, normal şartlarda, ama, ancak, fakat,
  neyse ki, bir defaya, bir kereliğine
reported: bildirdi*, bildirilen, çalın*, kayb*, kayıp, satt*, ihbar*, şikayet*
unknown: tanımadı*, bilinmeyen, yabancı, şüpheli*, size ait değil, sizin değil, garip, tanıdık değil
passkey: geçiş anahtar*, passkey*, güvenlik anahtar*, donanım anahtar*, yubikey*, parmak iz*, yüz tanıma, biyometri*,
  usb anahtar*
listing: liste*, listede*, listesi*, kayıt, kayıtlar
see: görüyorum, görüyor*, gör, görebil*, görün*, gördü*, bakay*, bak*, bakın, göz at*
paper: kağıt*, kâğıt*, kart*, levha*, plaka*, çelik, metal, yazdır*, basılı, çıktı*, zarf*, çekmece*, defter*,
  not kağıdı
file: dosya*, json, pdf, klasör*, dışa aktar*, zip, ek dosya
knob: düğme*, kutucuk*, kutu*, işaret*, onay kutusu, menü*, seçenek*, sekme*, asma kilit*, ayar*, sürgü*, kaydırıcı*,
  anahtarı kaydır*
extreme: sıfır*, en yüksek*, sonuna kadar, azami, en üst*, milyon*, hiç, en düşük*, sınırsız, en aza,
  tüm adres*, bütün adres*, her adres*, temel düzey*
old: eski*, önceki*, mevcut*, şimdiki, son
bank: banka*, polis*, savcılık*, şube*, vergi*
account: hesap*, hesab*, profil*, bakiye*
pretext: sistem*, sunucu*, taşıma*, geçiş, teknik*, test*, deneme*, deniyor*, denetim*, inceleme*, eşitle*, onarım*,
  onar*, bakım*, güncelleme*, bizim taraf*, benim taraf*, bizde, form*, kilidini aç*, işlem*, eşleş*, iade*, mühendis*,
  kayd*, düzelt*, çöz*, aktarım*
byitself: kendiliğinden, otomatik*, kendi kendine
whereto: nerede, nereye, neresi, hangi adres*, hangisi*
count: iki, üç, dört, beş, altı, yedi, sekiz, dokuz, on, on iki, yirmi, otuz, ikisi*
still: hâlâ, hala, yine, tekrar, yeniden
ends: başlıyor, başla*, ile başl*, bitiyor, ile biten, baş harf*, başı, sonu, sonunda
reassure: aramızda, aramızda kalsın, silerim, sonra silerim, silece*, başka kimse, söz, güvenin, güvenebilir*, şifreli,
  merak etmeyin, rahat olun, için rahat, endişe*, gizli kalır, sorun olmaz, tehlikesi yok
impossible: olmaz, mümkün değil, imkânsız, imkansız, yasak, izin verilmiyor, yapamayız, yapamam, kimse yapamaz,
  gerek yok, gerekmez, gerekmiyor, lazım değil, ihtiyacım yok, ihtiyacımız yok, kısaltılamaz, kaldırılamaz, biz de
call: arad*, hatta, hattı, kapatın telefonu, çağrı*, arayın, arayan*, aradı*, arayıp, aramayız, arama, aramay*, aradık,
  arar, telefonda, telefondaki
leaveit: bırak*, kalsın, kalır, kalıyor, dursun, olduğu gibi, dokunma*
login: giriş*, oturum*, gir, giriyor*, login, bağlan*
finish: tamam*, bitti*, hazır*, oldu, bitince, halledildi, sonuçlan*
name: ad, adı*, adınız*, isim*, ismi*, takma ad*
nowhere: başka yere, başka bir yere, hiçbir yere, başka kimseye, başka yer*
whole: tüm*, hepsi*, bütün*, tamamı*, tam
appear: çık*, çıkacak, beliri*, görünecek, açılan, düşecek
arrive: gel*, geldi*, gelen, gelecek, düş*, ulaş*, aldı*, alacak*
proceed: devam*, ilerle*, geçin, yine de
fine: normal, olağan, doğru, sorun yok, sorun değil, iyi, harika, güzel, yolunda, merak edecek
have: elinizde*, yanınızda*, var mı, duruyor mu, sizde
saved: kayıtlı*, kaydedil*, sakladı*, sakl*, not ald*, yazdığınız*, yazdı*
document: fatura*, makbuz*, pasaport*, dekont*, kimlik*, doğum*, belge*, mektup*, kargo*, paket*, ekstre*, fiş, fişi*,
  ehliyet*, selfie*, bordro*, ön yüz*, arka yüz*, kimliğin*
date: yarın*, pazartesi*, salı*, çarşamba*, perşembe*, cuma*, cumartesi*, pazar*, ocak*, şubat*, mart*, nisan*, mayıs*,
  haziran*, temmuz*, ağustos*, eylül*, ekim*, kasım*, aralık*, öğle*, gece yarısı, akşam*, sabah*
letin: ben gireyim, girip bakay*, gireyim, içeri al*, izin verin, bırakın gireyim, ben gir*, giren benim, yerinize gir*
own: kendi*, sizin*, size ait
screenshot: ekran görüntü*, ekran alıntı*
`,
};
