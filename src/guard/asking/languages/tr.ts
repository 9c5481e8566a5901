import type { Language } from "../language.ts";

export const turkish: Language = {
  tag: "tr",
  dropsObject: true,
  common: `ve, veya, bir, bu, şu, o, ben, sen, siz, biz, bana, size, sana, bize, sizin, benim, bizim, için, ile, da, de, mi, mı, mu, mü, misiniz, mısınız, ne, nedir, hangi, kim, nasıl, değil, var, yok, çok, daha, en, ama, fakat, lütfen, teşekkürler, merhaba, evet, hayır, şimdi, sonra, önce, gibi, kadar, olarak, hesap*, her, hiç, şey, buraya, burada, eğer, ki, az, yeni, son, hemen`,
  items: {
    username: "kullanıcı ad*, kullanıcı isim*, kullanıcı ismi*, giriş ad*, login*",
    password: "şifre*, parola*, giriş bilgi*",
    two_factor_code: `kod, kodu*, kodlar*, koda, kodun*, kodum*, doğrulama kod*, onay kod*, güvenlik kod*, sms kod*, yedek kod*,
    kurtarma kod*, giriş kod*, altı|6 hane*, altı|6 rakam*, altı|6 haneli*, rakamlar*, haneyi, haneler*, hane,
    numarayı .. ekran*, ekrandaki numara*|sayı*, sayıyı, sayılar*, token*, gizli anahtar*, kurulum anahtar*, qr kod*,
    karekod*, mesajdaki numara*, doğrulama numara*, otp, pin*, sms ile gelen numara*|sayı*, gelen numara*`,
    device_approval_code:
      "cihaz kod*, cihaz onay kod*, onay bağlantı*, onay link*, doğrulama bağlantı*, doğrulama link*, giriş bağlantı*, e postadaki|maildeki bağlantı*|link*|kod*, e postayla|maille gelen .. kod*|bağlantı*|link*, bağlantının olduğu e posta*|mail*, onay e posta*, onay mail*, onay maili*, yeni cihaz e posta*|mail*, yetki bağlantı*",
    wallet_secret: `kurtarma ifade*, kurtarma kelime*, kurtarma cümle*, gizli kelime*|ifade*|cümle*, tohum ifade*|kelime*|cümle*, ifade*, anımsatıcı*, seed*, on iki kelime*, 12|24|18 kelime*, yirmi dört kelime*, birinci|ilk|ikinci|üçüncü|dördüncü|beşinci|son|sonraki kelime*, ilk|son iki|üç|dört|beş|altı kelime*, kelimelerin*, kelimeler*, özel anahtar*, gizli anahtar*, cüzdan anahtar*, cüzdan şifre*, keystore*,
      cüzdan adres*, cüzdanın*|cüzdanınızın adres*, çekim adres*, alıcı adres*, yatırma adres*, hedef adres*, bitcoin|btc|eth|kripto|usdt adres*, cüzdan*, ledger*, trezor*,
    kelimeleri, kelimeler*`,
    master_key: "ana anahtar*, ana şifre*, master anahtar*, usta anahtar*, ana parola*",
  },
  thing: `posta kod*, promosyon kod*, indirim kod*, kupon kod*, hata kod*, ülke kod*, alan kod*, rezervasyon kod*, referans kod*, davet kod*, takip kod*, banka kod*, swift kod*, şube kod*, durum kod*, kaynak kod*, barkod*, hatadaki kod*, şifre yönetici*, parola yönetici*, şifre sıfırlama*, parola sıfırlama*, şifrenizi sıfırlamanız, şifre değişikliği, işlem kimliği*, işlem id*, işlem numara*, işlem hash*, hash*, hesap kimliği*, hesap numara*, açık hesap*, herkese açık*, talep numara*, bilet numara*, sipariş numara*, telefon numara*, müşteri numara*, referans*, ekran görüntü*, mesaj*, hata mesaj*, belge*, dekont*, fatura*, ekstre*, pasaport*, kimlik*, adınız*, soyad*, isminiz*, e posta adres*, mail adres*, ev adres*, posta adres*, ip adres*, tarih*, saat*, tutar*, miktar*, ülke*, tarayıcı*, sürüm*, model*, saat dilimi*, soru*, makbuz*, kartınızın son, kart* son dört hane*, son dört hanesi*,
    doğrulama uygulama*, kimlik doğrulama*, adrese, cüzdanınıza, cüzdanınızda, donanım cüzdan*, cüzdan uygulama*, ayrıntı*, sorun*, giriş sayfa*, giriş deneme*, cihaz ad*, cihazın adı*, sıfırlama bağlantı*, destek talebi*`,
  remote: `ekranı*, ekranınız*, bilgisayar*, uzaktan erişim*, uzaktan kontrol*, uzak bağlantı*, uzak masaüstü*, uzaktan destek*, bu program*, bu uygulamayı, bu yazılım*, bu araç*, destek programı*, dokuz|9 haneli numara*, oturum kimliği*, oturum kod*, ekran paylaşım*, görüntülü görüşme*, zoom*, bağlantı isteğimi, bağlantımı, anydesk*, teamviewer*, fareyi, kontrolünü,
    uzaktan bağlantı*, bağlantı linki*`,
  protection: `iki adımlı doğrulama*, iki aşamalı doğrulama*, iki faktörlü*, iki faktörlü doğrulama*, iki faktörlü kimlik*,
    çift doğrulama*, ikinci faktör*, 2fa*, doğrulayıcı*, geçiş anahtar*, passkey*, güvenlik anahtar*, kilit*, kilidi*,
    ayar kilidi*, bekleme süre*, süreyi, gecikme*, antivirüs*, virüs program*, güvenlik duvar*, cihaz*, eski cihaz*,
    diğer cihaz*, eski telefon*, güvenlik ayar*, koruma*, limit*, uyarı*, bildirim*, çekim onay*, bekleme, beklemesi*,
    çekim bekleme*`,
  prompt:
    "bildirim*, isteği*, istek, uyarı*, push*, pencere*, onay isteği*, giriş isteği*, güvenlik anahtar*, yubikey*, parmak izi*, girişi",
  devicePrompt:
    "onay bağlantı*, onay link*, doğrulama bağlantı*, yeni cihaz*, bu cihazı, cihazımı, e postadaki bağlantı*, maildeki link*|bağlantı*, cihaz isteği*",
  give: "gönderin, bana gönderin, söyleyin, verin, iletin, bana okuyun, okuyun, paylaşın, bildirin, gönder, söyle, ver, at, yolla, yaz bana",
  giveLast: `gönderin*, gönder, gönderir mis*|mus*|miyim|miyiz, gönderebilir mis*|mus*|miyim|miyiz, göndermeniz*, göndermenizi, gönderseniz*, yollayın*, yolla, yollar mis*|mus*|miyim|miyiz, iletin*, ilet, iletir mis*|mus*|miyim|miyiz, iletebilir mis*|mus*|miyim|miyiz, iletmeniz*, söyleyin*, söyle, söyler mis*|mus*|miyim|miyiz, söyleyebilir mis*|mus*|miyim|miyiz, söylemeniz*, söyleseniz*, verin, verin*, ver, verir mis*|mus*|miyim|miyiz, verebilir mis*|mus*|miyim|miyiz, vermeniz*, verseniz*, okuyun*, oku, okur mis*|mus*|miyim|miyiz, okuyabilir mis*|mus*|miyim|miyiz, okumanız*, paylaşın, paylaşır mis*|mus*|miyim|miyiz, paylaş, paylaşabilir mis*|mus*|miyim|miyiz, paylaşmanız*, bildirin*, bildir mis*|mus*|miyim|miyiz, bildirir mis*|mus*|miyim|miyiz, bildirebilir mis*|mus*|miyim|miyiz, bildirmeniz*, aktarın*, aktarır mis*|mus*|miyim|miyiz, belirtin*, belirtir mis*|mus*|miyim|miyiz, yazdırın, gösterin*, göster, gösterir mis*|mus*|miyim|miyiz, gösterebilir mis*|mus*|miyim|miyiz, atın, at, atar mis*|mus*|miyim|miyiz, atabilir mis*|mus*|miyim|miyiz, çekip, fotoğrafını, fotoğrafı, yükleyin*, tekrarlayın*, tekrarlar mis*|mus*|miyim|miyiz, heceleyin*, cevaplayın, yanıtlayın, ulaştırın*, teslim edin, geçin, deyin, tarayın,
    verirseniz, gönderirseniz, söylerseniz, iletirseniz, paylaşırsanız, okursanız, yazarsanız, at bana`,
  enter: "girin, yazın, yapıştırın",
  enterLast: `yazın*, yaz, yazar mis*|mus*|miyim|miyiz, yazabilir mis*|mus*|miyim|miyiz, yazmanız*, girin*, gir mis*|mus*|miyim|miyiz, girer mis*|mus*|miyim|miyiz, girebilir mis*|mus*|miyim|miyiz, girmeniz*, yapıştırın*, yapıştır mis*|mus*|miyim|miyiz, yapıştırır mis*|mus*|miyim|miyiz, yapıştırabilir mis*|mus*|miyim|miyiz, onaylayın, doğrulayın*, doğrular mis*|mus*|miyim|miyiz, teyit edin, kopyalayın*, kopyalar mis*|mus*|miyim|miyiz, içe aktarın, tuşlayın*, doldurun*, ekleyin, bırakın*, koyun`,
  carrier: "sms*, kısa mesaj*, mesajı",
  confirm: "onaylayın",
  confirmLast: "teyit edin*|eder*, teyit etmeniz*, doğrulayın*, doğrular, onaylayın*, onaylar",
  without: "olmadan, olmazsa",
  unable:
    "ilerleyemem, ilerleyemeyiz, devam edemem, yapamam, yapamayız, açamam, bırakamam, mümkün değil, edemem, çözemem",
  want: "hangi, ihtiyacım, lazım, nedir, söyler",
  wantLast: `nedir, neydi, ne, nelerdir, kaç, ihtiyacım*, ihtiyacımız*, ihtiyaç duy*, gerekiyor, gerekli, gerekecek, gerek, lazım*,
    lâzım*, istiyorum*, istiyoruz*, isterim, isteyeceğim, rica ediyorum, rica ederim, rica edeyim, alabilir miyim|miyiz,
    alayım, alalım, öğrenebilir miyim|miyiz, görebilir miyim|miyiz, bekliyorum, bekliyoruz, eksik, kaldı, yeter, yeterli,
    yetiyor, şart, olmadan, hatırlıyor, biliyor, var mı yanınızda, elinizde mi, hazır bulundurun`,
  wantIt:
    "nedir o, o nedir, ne yazıyor, nedir, dinliyorum, sizi dinliyorum, buyurun, söyleyin, okuyun, ona ihtiyacım",
  wantId:
    "id niz nedir, id nedir, numara nedir, numaranız nedir, kimlik numaranız, numarayı .. söyleyin*|okuyun*|gönderin*, id yi .. söyleyin|gönderin",
  weaken: "kapatın, kaldırın",
  weakenLast: `kapatın*, kapat, kapatır mis*|mus*|miyim|miyiz, kapatabilir mis*|mus*|miyim|miyiz, kapatmanız*, kapatalım,
    devre dışı bırakın*|bırakır|bırakabilir|bırak|bırakmanız*, kaldırın*, kaldır mis*|mus*|miyim|miyiz, kaldırır mis*|mus*|miyim|miyiz, kaldırabilir mis*|mus*|miyim|miyiz, kaldırmanız*,
    silin*, sil, siler mis*|mus*|miyim|miyiz, silebilir mis*|mus*|miyim|miyiz, silmeniz*, çıkarın*, çıkar mis*|mus*|miyim|miyiz, çıkarır mis*|mus*|miyim|miyiz, çıkarabilir mis*|mus*|miyim|miyiz, açın kilidi, düşürün*, düşürür mis*|mus*|miyim|miyiz,
    azaltın*, azaltır mis*|mus*|miyim|miyiz, kısaltın*, kısaltır mis*|mus*|miyim|miyiz, kısaltabilir mis*|mus*|miyim|miyiz, indirin*, indirir mis*|mus*|miyim|miyiz, sıfırlayın*, atlayın*, geçici olarak,
    artırın*, yükseltin*, yok sayın, görmezden gelin, durdurun*, askıya alın, iptal edin, çözün, esnetin`,
  admit: "ekleyin",
  admitLast:
    "ekleyin*, ekle, ekler mis*|mus*|miyim|miyiz, ekleyebilir mis*|mus*|miyim|miyiz, eklemeniz*, alın, alır mis*|mus*|miyim|miyiz, kaydedin*, onaylayın*, tanımlayın*, koyun, yazın, izin verin",
  foreign:
    "bu .. adres*, şu .. adres*, adresimi, adresimizi, aşağıdaki adres*, cihazımı, bu cihazı, telefonumu, anahtarımı, numaramı, bu cüzdan*, cüzdanımı, 0x*, bc1*",
  approve: "onaylayın, basın",
  approveLast:
    "onaylayın*, onayla, onaylar mis*|mus*|miyim|miyiz, onaylayabilir mis*|mus*|miyim|miyiz, onaylamanız*, onay verin, basın, bas, basar mis*|mus*|miyim|miyiz, basmanız*, dokunun*, dokun, dokunur mis*|mus*|miyim|miyiz, tıklayın*, tıkla, tıklar mis*|mus*|miyim|miyiz, kabul edin|eder|et|etmeniz*, izin verin|verir|ver, evet deyin, açın",
  open: "kurun, indirin, yükleyin, açın",
  openLast:
    "kurun*, kur mis*|mus*|miyim|miyiz, kurar mis*|mus*|miyim|miyiz, kurabilir mis*|mus*|miyim|miyiz, kurmanız*, yükleyin*, yükle, yükler mis*|mus*|miyim|miyiz, yükleyebilir mis*|mus*|miyim|miyiz, indirin*, indir mis*|mus*|miyim|miyiz, indirir mis*|mus*|miyim|miyiz, indirebilir mis*|mus*|miyim|miyiz, açın*, açar mis*|mus*|miyim|miyiz, açabilir mis*|mus*|miyim|miyiz, çalıştırın*, çalıştırır mis*|mus*|miyim|miyiz, paylaşın*, paylaş, paylaşır mis*|mus*|miyim|miyiz, paylaşabilir mis*|mus*|miyim|miyiz, paylaşmanız*, verin*, ver, verir mis*|mus*|miyim|miyiz, verebilir mis*|mus*|miyim|miyiz, gösterin*, göster, gösterir mis*|mus*|miyim|miyiz, gösterebilir mis*|mus*|miyim|miyiz, kabul edin|eder, izin verin|verir, bırakın*, katılın*, bağlanın*, kullanın*, devredin, söyleyin*, söyler mis*|mus*|miyim|miyiz, iletin*, gönderin*, göreyim, görebilir mis*|mus*|miyim|miyiz, bağlanayım, bağlanabilir mis*|mus*|miyim|miyiz, alayım, alabilir mis*|mus*|miyim|miyiz",
  asks: {
    two_factor_code:
      "ne yazıyor, ne görünüyor, ne gösteriyor, telefonunuzda ne, uygulamanızda ne, ekranınızda ne, hangi numara* görü*, hangi rakam*, onayla ya bas*|tıkla*|dokun*, onayla ya basın, evet e bas*|tıkla*|dokun*, kabul et e bas*|tıkla*|dokun*, onaya basın, onayla düğmesine bas*, onayla butonuna bas*, telefonunuzda .. onayla*, anahtarınıza dokunun, ekranda ne",
    wallet_secret: `hangi cüzdan*, hangi adres*, nereye gönder*, kağıdın fotoğraf*, kâğıdın fotoğraf*, kelimelerin fotoğraf*, hangi kelime*, ilk kelime* nedir|ne, cüzdanınızı bağlayın, cüzdanınızı senkronize, cüzdanınızı buraya,
    para nereye, nereye gitsin, coinler nereye, cüzdan adresini yazın, adresi yazın, adresini yapıştırın`,
    remote_access:
      "bilgisayarınıza bağlan*, bilgisayarınızı kontrol*, kontrolü bana, kontrolünü bana, ekranınızı görebilir, ekranınızı göreyim, uzaktan bağlan*, ekranınıza bak*",
    weaken_security:
      "beyaz listeye ekle*|al*, beyaz listenize ekle*|al*, whitelist e ekle*, bekleme süresini sıfır*, uyarıyı yok say*, uyarıyı geç*, e postanızı .. olarak değiştir*, kilidi açın, kilidinizi açın",
    username: "hangi adla giriş, hangi isimle giriş, hangi e posta ile giriş, giriş yaparken hangi",
    password: "hangi şifre*, hangi parola*, şifre olarak .. belirleyin",
  },
  it: "onu, bunu, şunu, onları, bunları, ikisini",
  us: "bana, bize, benimle, bizimle, ekibimize, ekibimizle, uzmanımıza, uzmanımızla, teknisyenimize, arkadaşıma, meslektaşıma, destek ekibine, destek ekibimize, buraya, burada, aşağıya, sohbete, sohbette, bu sohbete, cevabınızda, yanıtınızda, e posta ile, telefonda, sesli, chat e, mesajla, temsilcimize, hattıma, numarama",
  away: "bu forma, bu formu, bu sayfaya, bu sayfada, bu siteye, bu sitede, bu bağlantıya, bu bağlantıdan, bu linke, bu linkten, formu, aşağıdaki bağlantı*|form*|sayfa*|link*, numarama, e postama, mailime, sayfama, bu araca, bu bota, bot, harici, bize ait olmayan, telegram*, whatsapp*, google form*, gmail*",
  own: "giriş sayfa*, giriş ekran*, sayfamız*, sitemiz*, web sitemiz*, uygulamamız*, uygulamada, uygulamaya, uygulamanın, uygulama içinde, hesabınızda, profil*, güvenlik bölüm*, güvenlik altında, güvenlik sayfa*, ayarlar*, giriş yaparken, giriş yapmak için, giriş için, oturum açarken, kurtarma sayfa*, sıfırlama sayfa*, kendiniz, kendi cihaz*, şifre yönetici*, kağıda, kâğıda, çevrimdışı, güvenli bir yer*, resmi site*|uygulama*, donanım cüzdan*",
  refuse:
    "asla, hiçbir, hiç kimse, kimseye, kimseyle, kimse, değil, gerek yok, gerekmez, gerekmiyor, lüzum yok, *mayın, *meyin, *mayınız, *meyiniz, *mayiz, *meyiz, *mayız, *maz, *mez, *mazlar, *mezler, *mamalı*, *memeli*, *meyeceğiz, *mayacağız, *meyeceğim, *mayacağım, *mayacak, *meyecek, *mıyoruz, *miyoruz, *mıyorum, *miyorum, yerine, saklayın, kaçının",
  hollow: `ne zaman, ne kadar, ne oldu, ne yapmak, nedeni nedir, adı nedir, çekinmeyin, merak etmeyin, endişelenmeyin,
    sorun değil, önemli değil, unutmayın, korkmayın, acele etmeyin, neden olmasın, beklemeyin, henüz, serbest bırakamam,
    devam edemem, devam edemiyorum, yapamam, yapamıyorum, göremiyorum, bulamıyorum, açamam, ilerleyemem, başka kimse,
    kimse görmeyecek, sadece, haber verin, bana haber, bize haber, mesaj gönderin, dolandırıcılara karşı,
    dolandırıcılar yüzünden, biri deniyor, birisi deniyor, biri hesabınıza, sorun nedir, durum nedir, bir dakika,
    bakmama izin, saat kaçta, ne zaman, hangi gün, saat kaç, gelir gelmez, olur olmaz, alır almaz`,
  exception:
    "hariç, dışında, haricinde, başka kimse, başkasıyla, başkasına, sadece bize|bana|bizimle, istisna, yalnızca bize|bana",
  mine: "benim, yeni bir",
  but: "ama, fakat, ancak, lakin, yine de, bu sefer, bu kez, bugün, sadece, yalnızca, o zaman",
  or: "veya, ya da, yahut, ne de",
  third:
    "biri, birisi, birine, birinin, herhangi biri*, kim isterse, kişi, arayan, arayan kişi, dolandırıcı*, suçlu*, hırsız*, sahtekâr*, sahtekar*, saldırgan*, yabancı*, tanımadığınız, hacker*, istedi, istediler, istiyorlar, isterse*, söyledi, dedi, dediler, sizden isteyen, isteyen, phishing, oltalama, dolandırıcılık*, sahte*, kendini .. tanıt*, örneğin, mesela, aradı",
  past: `verdiniz*, verdin*, paylaştınız*, paylaştın*, girdiniz*, yazdınız*, söylediniz*, kurdunuz*, aldınız*, ulaştı*, değiştirdiniz*, değiştirdiğiniz*, gönderdiniz*, kullandınız*, bildirdiğiniz*, bildirdiniz*, verdiğiniz*, paylaştığınız*, girdiğiniz*, görüyorum, görüyoruz, için teşekkürler, teşekkür ederim .. için, istedi mi, istendi mi, değiştirildi, gönderildi, kaldırıldı, erişebiliyor, hâlâ, isteyip,
    gösterir, gösteriyor, istedi`,
  self: "size gönderdik, size gönderdim, size gönderiyorum, size gönderiyoruz, size göndereceğim, size göndereceğiz, gönderdik, gönderdim, gönderiyorum, göndereceğim, gönderiyoruz, göndereyim, kaldırdım, kaldırdık, sıfırladım, sıfırladık, size veriyorum, size söyleyeyim, size gösteriyorum, alacaksınız, gelecek, göndereyim mi, kontrol edeyim, kontrol edeceğim, kontrol ediyorum, bağlantı gönderiyorum, size .. gönderdik|gönderdim|gönderiyorum",
  whether: `olup olmadığını, ne zaman, nasıl, neden, niçin, nerede, hakkında, ilgili, konusunda, gelip gelmediğini, isteyen,
    *mezse, *mazsa, *mezseniz, *mazsanız`,
  other:
    "değiştirin*, değiştirmek, değiştirip, sıfırlayın*, seçin*, gidin*, giriş yapın*, oturum açın*, oluşturun*, belirleyin*, saklayın*, etkinleştirin*, isteyin*, talep edin*, bekleyin*, gizleyin*, kapatıp, güncelleyin*, kilitleyin*, kontrol edin*, inceleyin*, deneyin*, not edin*, bakın, arayın, açık tutun",
  permit:
    "kapatabilirsiniz, kaldırabilirsiniz, ekleyebilirsiniz, silebilirsiniz, azaltabilirsiniz, mümkün, kapatmak için, kaldırmak için, silmek için, eklemek için",
  when: "kapatırsanız, kapattıktan, kapattığınızda, kaldırırsanız, kaldırdıktan, eğer, sonra, önce bekle*, kendiniz, kapatmadan",
  lost: "kayıp, kaybettiğiniz, kaybolan, çalınan, çalıntı, tanımadığınız, bilmediğiniz, bilinmeyen, bildirdiğiniz, şüpheli, size ait olmayan, artık sizde olmayan, bozuk, sattığınız, sizin başlattığınız, kendi başlattığınız, anydesk*, teamviewer*",
  briefly:
    "kısa süreliğine, bir süreliğine, geçici olarak, geçici, bir dakika, birkaç dakika, bir an, şimdilik, ben bakarken, biz bakarken, ki ben, böylece, misiniz, mısınız, lütfen, önce, ve tekrar deneyin, sonra tekrar",
  more: "şimdi, peki, ya, sonra, sonraki, sıradaki, kalan, kalanı, geri kalan*, gerisi*, sonuncu*, sonuncusu, ikincisi, ikinci, üçüncü*, diğer*, öbür*, bir tane daha, devam edin, devam, lütfen, ilki, birincisi, ve",
  filler:
    "şimdi, peki, lütfen, teşekkürler, tamam, güzel, iyi, sadece, bir, bu, o, sms, telefon*, uygulama*, son, ilk, yeni, tam, gelen, sizin, ve, bana, ki, da, de, altı",
  yes: "evet, evet lütfen, tabii, tabi, elbette, doğru, aynen, lütfen, tamam, olur, iyi olur, kesinlikle",
  offer:
    "ihtiyacınız, ister misiniz, istiyor musunuz, göndereyim, vereyim, söyleyeyim, gerekiyor, lazım, göndermeli, kapatayım, yapayım",
};
