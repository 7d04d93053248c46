# What people read, in Turkish: a friendly "sen", short sentences, "ekibimiz" for whoever runs the bot, "fotoğraf" for an image.
# Terms: kredi, prompt, kart, sıra, bakiye, Yıldız (Telegram Stars), iade (refund).
# Amounts come as finished phrases ("5 kredi"), so they stand where no case ending is needed.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits } kredi
date = { $day } { $month ->
    [1] Oca
    [2] Şub
    [3] Mar
    [4] Nis
    [5] May
    [6] Haz
    [7] Tem
    [8] Ağu
    [9] Eyl
    [10] Eki
    [11] Kas
   *[12] Ara
} { $year }
credits-and-bonus = { $credits } + { $bonus } kredi

## Start and help

welcome = <b>Starreel'e hoş geldin!</b>
    Aklındaki sahneyi anlat (ya da altına açıklama yazarak bir fotoğraf gönder), ben de videoya çevireyim.

    Video fiyatları { $price } ile başlıyor ({ $pack } = { $stars } ⭐). Bakiyen: { $balance }.
welcome-gift = 🎁 { $credits } bizden hediye, hemen deneyebilirsin. İyi eğlenceler!
help =
    <b>Nasıl çalışır?</b>
    1. Bir sahne anlat ya da altına açıklama yazarak bir fotoğraf gönder.
    2. Kartı kontrol et: İstersen modeli, seçenekleri ya da fotoğrafı değiştir, sonra "Oluştur" düğmesine dokun.
    3. Videon genellikle birkaç dakika içinde burada olur. Bir aksilik çıkarsa kredilerin geri gelir.
    
    /generate – video oluştur
    /templates – hazır fikirler
    /videos – şimdiye kadar yaptıkların
    /tips – daha iyi promptlar
    /settings – tercihlerin
    /language – dil seçimi
    /buy – Telegram Yıldızları ile kendine ya da hediye olarak kredi al
    /balance – kredilerini gör
    /invite – arkadaşlarını davet et
    /redeem – promosyon kodu kullan
    /cancel – şu anki siparişi iptal et
    /paysupport – ödeme desteği
    /privacy – neleri sakladığım ve nasıl sileceğin
    /terms – kullanım koşulları
hint = Bir sahne anlat ya da bir fotoğraf gönder, ben de videoya çevireyim. Daha fazlası için: /help
unknown-command = Bu komutu bilmiyorum. Neler yapabildiğimi görmek için: /help
too-fast = Çok hızlı yazıyorsun, lütfen bir dakika bekle.
order-still-open = Yarım kalan bir siparişin var.
private-only = Videoları özel sohbette hazırlıyorum. Sohbetimizi açmak için aşağıya dokun.
gift-received = 🎁 Hediyen için teşekkürler!
terms =
    <b>Koşullar</b>
    • Kredileri Telegram Yıldızları ile alırsın. Krediler burada video yapmak içindir, paraya çevrilemez.
    • Önce sana verilen krediler, sonra en eskisinden başlayarak satın aldıkların harcanır. Bonus, birlikte geldiği kredilerden sonra harcanır. Hiç kullanmadığın bir alımı belli bir süre boyunca /paysupport üzerinden iade edebilirsin, bonusu da onunla birlikte geri alınır; diğer durumlarda iade talebinde bulunabilirsin.
    • Hediye, bağlantısını ilk açanındır; zamanında açan olmazsa onu satın alanda kalır. Açılana kadar satın alan onu iade edebilir. Davetten gelen krediler, onları getiren alım iade edilirse geri alınır.
    • Abonelik, sen iptal edene kadar 30 günde bir Yıldızlarla ödenir; /balance üzerinden ya da Telegram ayarlarından iptal edebilirsin. Her ödeme, diğerleri gibi bir alımdır.
    • Bir videonun kredileri sipariş verdiğinde ayrılır, video gelince harcanır. Video olmazsa hemen geri alırsın.
    • Yasa dışı ya da zararlı içeriğe izin yok. Böyle siparişler reddedilir, kredileri geri gelir.
    • Promptların ve fotoğrafların, videoları yapan servise gider; başka kimseye gitmez. Ayrıntılar: /privacy
    • Ödemeyle ilgili sorular: /paysupport. Telegram'ın kendi desteği bu botta yapılan alımlarda yardımcı olamaz.

## Credits

balance = Bakiyen: { $balance }
balance-held = { $credits }, hazırlanan videolar için ayrıldı.
balance-refunding = { $credits }, iade için ayrıldı.
balance-gifted = { $credits }, henüz kimsenin açmadığı hediyelerde.
credits-granted = 🎁 Ekibimiz sana { $credits } verdi. Bakiyen: { $balance }
credits-debited = Ekibimiz bakiyenden { $credits } düştü. Bakiyen: { $balance }. Nedenini bilmiyor musun? Bize /paysupport üzerinden yaz.
offer = <b>Kredi satın al</b>
    Bakiyen: { $balance }. Çoğu video 1 kredi. Bir paket seç:
offer-first = 🎁 İlk alımına özel { $first } daha.
offer-invited = 🎁 Seni bir arkadaşın davet etti: İlk alımınla ikiniz de { $credits } fazladan kazanırsınız.
offer-subscription = 📅 Ya da abone ol: 30 günde bir { $credits }, { $stars } ⭐. İstediğin zaman iptal edebilirsin.
offer-terms = Ödeme yaparak koşulları kabul etmiş olursun: /terms
pack = { $credits } · { $stars } ⭐
pack-gone = Bu paket artık satılmıyor. Satışta olanlar burada.
invoice-title = { $credits }
invoice-description = { $number ->
   *[other] Starreel ile yapay zekâ videoları oluşturmak için { $credits }. Son kullanma tarihi yok.
}
invoice-refused = Üzgünüm, ödemeyi şu anda açamıyorum. Ekibimize haber verildi. Lütfen daha sonra tekrar dene.
receipt = ✅ Teşekkürler! { $bought } eklendi. Bakiyen: { $balance }
receipt-first = ✅ Teşekkürler! { $bought } eklendi, ilk alımın için de 🎁 { $first } hediye. Bakiyen: { $balance }
receipt-invited = 🎁 Bir arkadaşın davet ettiği için { $credits } daha. Ona da aynısı geldi.
receipt-until = 📅 Aboneliğin ödendi, bitiş tarihi: { $until }. Değiştirmek için: /balance
subscription-button = 📅 Ayda { $credits } · { $stars } ⭐
subscription-offer = <b>📅 Aylık abonelik</b>
    30 günde bir { $credits } alırsın, fiyatı { $stars } ⭐. Kullanmadığın krediler sende kalır. /balance üzerinden istediğin zaman iptal edebilirsin; ödediklerin sende kalır.

    Ödeme yaparak koşulları kabul etmiş olursun: /terms
subscription-description = Starreel ile yapay zekâ videoları oluşturmak için 30 günde bir { $credits }. Son kullanma tarihi yok.
subscription-pay = Abone ol · { $stars } ⭐
subscription-gone = Artık abonelik satılmıyor. Neler olduğunu görmek için lütfen /buy yaz.
subscription-line = 📅 Aboneliğin: 30 günde bir { $credits }, { $stars } ⭐. { $state ->
    [active] Sonraki ödeme: { $until }.
    [failed] Son ödeme yapılamadı: Lütfen Yıldız yükle. Aboneliğinin bitiş tarihi: { $until }.
   *[cancelled] İptal edildi, bitiş tarihi: { $until }.
    }{ $wish ->
    [cancel] {" "}Telegram'dan iptal etmesini istedim.
    [resume] {" "}Telegram'dan devam ettirmesini istedim.
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 Aboneliğin iptal edildi, başka ödeme alınmayacak. Bitiş tarihi: { $until }.
    [failed] ⚠️ Telegram aboneliğin için sıradaki { $stars } ⭐ ödemesini alamadı, bu yüzden sıradaki { $credits } henüz gelmedi. Telegram ayarlarında "Yıldızlarım" altından Yıldız yüklersen aboneliğin devam eder.
    [active] 📅 Aboneliğin devam ediyor. Sonraki ödeme: { $until }.
   *[ended] 📅 Aboneliğin sona erdi; kredilerin sende kalıyor. Yeni bir abonelik için /buy yaz.
    }
subscription-may-go-on = 📅 Telegram artık aboneliğine devam etmene izin veriyor. Yeniden açmak için Telegram ayarlarını aç, "Yıldızlarım"a dokun, bu aboneliği seç ve "Yenile"ye dokun.
subscription-not-changed = Telegram aboneliğini değiştirmeme izin vermedi. Bunu kendin yapabilirsin: Telegram ayarlarını aç, "Yıldızlarım"a dokun ve bu aboneliği seç. İşe yaramazsa lütfen /paysupport üzerinden yaz.
subscription-asked = { $wish ->
    [resume] Telegram'dan aboneliğini devam ettirmesini istiyorum.
   *[cancel] Telegram'dan aboneliğini iptal etmesini istiyorum.
    }
subscription-already-so = { $wish ->
    [resume] Aboneliğin zaten devam ediyor.
   *[cancel] Aboneliğin zaten iptal edilmiş.
    }
payment-unmatched = Ödemen ulaştı ama hangi siparişe ait olduğunu bulamadım. Ekibimizin haberi var; ses çıkmazsa lütfen /paysupport üzerinden yaz.
payment-returned = ↩️ { $bought } için ödediğin Yıldızlar sana iade edildi{ $part ->
    [all] , krediler de geri alındı.
    [some] , elinde kalan { $taken } geri alındı.
   *[none] .
    } Bakiyen: { $balance }
payment-returned-gift =
    ↩️ { $credits } hediyesi için ödediğin Yıldızlar sana iade edildi. { $state ->
        [unopened] Hediye artık açılamaz.
        [opened] Ondan kalanlar geri alındı.
       *[owed] Ondan kalanlar geri alındı, kullanılmış olan { $owed } bakiyenden düşüldü.
    } Bakiyen: { $balance }
payment-returned-unmatched = ↩️ Yıldızların sana iade edildi. Bakiyen: { $balance }
checkout-not-ours = Bu fatura geçerli değil. Yenisi için lütfen /buy yaz.
checkout-not-yours = Bu fatura başkası için hazırlanmış. Kendi faturan için lütfen /buy yaz.
checkout-price-changed = Fiyatlarımız değişti. Yeni bir fatura için lütfen /buy yaz.
checkout-too-old = Bu fatura çok eski. Yenisi için lütfen /buy yaz.
checkout-already-subscribed = Zaten bir aboneliğin var. Görmek için: /balance
blocked = Ekibimiz buradaki hesabını engelledi, bu yüzden sipariş veremez ve kredi alamazsın. İade ya da sorular için /paysupport, aboneliği iptal etmek için /balance yaz.
unblocked = ✅ Ekibimiz hesabının engelini kaldırdı: Yeniden video oluşturup kredi alabilirsin.
team-message =
    💬 Ekibimizden sana mesaj:
    <blockquote>{ $words }</blockquote>
    Yanıtlamak için: /paysupport
ordered-again = 🔁 Ekibimiz videonu <b>{ $model }</b> ile tekrar sipariş etti: Son deneme olmamıştı. Gelirse ilki gibi { $price } harcanır.
credits-given-back = 🎁 Ekibimiz videon için { $price } iade etti. Yine de gelirse senden kredi alınmaz. Bakiyen: { $balance }
checkout-already-paid = Bu fatura zaten ödenmiş. Daha fazla kredi istersen lütfen /buy yaz.

## Gifts

gift-offer =
    <b>🎁 Birine kredi hediye et</b>
    Ödedikten sonra bir bağlantı alırsın. İlk açan kredilerin sahibi olur. { $days } gün içinde kimse açmazsa krediler senin. Bir paket seç:
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = Starreel ile yapay zekâ videoları oluşturmak için { $credits } hediye. Bir bağlantı alırsın, ilk açan kredilerin sahibi olur.
receipt-gift =
    ✅ Teşekkürler! { $credits } hediyen hazır. Bu bağlantıyı kime vermek istiyorsan ona gönder; krediler ilk açanın olur:
    
    { $link }
    
    { $days } gün içinde kimse açmazsa krediler senin. O zamana kadar /paysupport üzerinden iade edebilirsin.
receipt-gift-over =
    ✅ Teşekkürler! { $credits } hediyen ödendi. { $state ->
        [opened] Hediye açıldı.
        [taken_back] Hediye açıldı.
        [kept] Zamanında açan olmadı, krediler senin.
       *[other] Yıldızları sana geri dönüyor, bu yüzden açılamaz.
    }
gift-opened =
    🎁 Biri sana { $credits } hediye etti! Bakiyen: { $balance }
    
    Bir sahne anlat ya da bir fotoğraf gönder, ben de videoya çevireyim.
gift-already-yours = Bu hediyeyi zaten açtın: Kredileri bakiyende. Görmek için: /balance
gift-already-opened = Bu hediyeyi başka biri açmış. Hediye, ilk açanındır.
gift-refunded = Bu hediyeyi satın alan kişi onu geri çekti, bu yüzden açılamaz.
gift-too-late = Bu hediye zamanında açılmadı, bu yüzden satın alana geri döndü.
gift-unknown = Bu hediyeyi bulamadım. Lütfen bağlantıyı kontrol et: Eksiksiz olmalı.
gift-was-opened = 🎁 { $credits } hediyen açıldı.
gift-kept = 🎁 Hediyeni kimse açmadı, { $credits } artık senin. Bakiyen: { $balance }
gift-taken-back = ↩️ Açtığın bir hediyenin ödemesi satın alana iade edildi, bu yüzden ondan kalan { $credits } geri alındı. Bakiyen: { $balance }
share-gift = 🎁 Sana bir hediye: yapay zekâ videoları için krediler! Almak için bağlantıya dokun.

## Invitations

invite =
    <b>🎁 Arkadaşlarını davet et</b>
    Bağlantını buraya henüz gelmemiş arkadaşlarına gönder. Biri ilk alımını yapınca ikiniz de { $credits } kazanırsınız; en fazla { $most } arkadaş için.
    
    { $link }
invite-off =
    <b>Arkadaşlarını davet et</b>
    Şu anda davet ödülü yok ama arkadaşların yine de hoş gelir. Botu paylaşmak için aşağıya dokun.
invite-sum =
    Bağlantınla gelenler: { $came }
    Alım yapanlar: { $bought }
    Kazancın: { $earned }
invited = 🎁 Seni bir arkadaşın davet etti: İlk alımınla ikiniz de { $credits } fazladan kazanırsınız.
invited-oneself = Bu senin kendi bağlantın. Arkadaşlarına gönder: /invite
invited-not-new = Davetler burada yeni olanlar için. Ama sen de arkadaşlarını davet edebilirsin: /invite
invitation-rewarded = 🎁 Davet ettiğin bir arkadaşın ilk alımını yaptı, sana { $credits } geldi. Bakiyen: { $balance }
invitation-taken-back = ↩️ Bir arkadaşının ilk alımı iade edildi, bu yüzden onun için aldığın { $credits } geri alındı. Bakiyen: { $balance }
share-invitation = Benimle yapay zekâ videoları yap:

## Promo codes

redeem-ask = 🎟 Promosyon kodun ne? Göndermen yeterli.
redeem-cancelled = Tamam, kod kullanılmadı.
redeemed = 🎁 { $credits } eklendi. Bakiyen: { $balance }
redeem-unknown = Bu kodu bilmiyorum. Lütfen yazılışını kontrol edip tekrar /redeem gönder.
redeem-expired = Bu kodun süresi dolmuş.
redeem-used-up = Bu kodun kullanım hakkı dolmuş. Üzgünüm!
redeem-already-used = Bu kodu zaten kullandın. Kişi başına bir kez geçerli.
redeem-too-many = Çok fazla geçersiz kod denedin. Lütfen { $minutes } dakika sonra tekrar dene.

## An order

ask-model = <b>Bir model seç</b>
ask-model-line = • <b>{ $model }</b>: { $about }{ $fails ->
    [yes] {" "}· ⚠️ şu sıralar sık sık hata veriyor
   *[no] {""}
    }
ask-model-prompt = Promptun: <i>{ $prompt }</i>
models-speech = <b>🗣 Konuşma için</b>
models-long = <b>⏱ En uzun videolar</b>
models-cheap = <b>💸 Hızlı ve hesaplı</b>
models-photo = <b>🖼 Fotoğrafından</b>
model-button = { $model } · { $from } kredi
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ Bu model şu sıralar sık sık hata veriyor. Videon olmazsa kredilerin geri gelir.
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ videonun devamı
    [full-hd] videon 1080p olarak
    [ultra-hd] videon 4K olarak
   *[upscale] videonun daha net hâli
}
card-image = 🖼 Fotoğraf { $number }: { $role ->
    [first] ilk kare
    [last] son kare
   *[reference] referans
}
card-price = Fiyat: { $price } · Bakiye: { $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 Fotoğraf ekle
   *[other] 🖼 { $images } fotoğraf
}
ask-prompt = ✍️ Videoda ne olsun? Yazman yeterli. Örneğin: <i>Kızıl bir tilki şafak vakti taze karda koşuyor, ağır çekim.</i>
ask-blank = ✍️ { $ask } Örneğin: <i>{ $example }</i>
ask-style = Eklemek ya da çıkarmak için dokun:
ask-what-next = ✍️ Videonda bundan sonra ne olsun? Yazman yeterli.
takes-no-prompt = Bunun için prompt gerekmiyor: Aynı video, olduğu gibi, bir kez daha.
prompt-empty = Mesajın boş geldi. Lütfen videonu birkaç kelimeyle anlat.
prompt-too-long = Promptun { $chars } karakter; { $model } en fazla { $max } karakter alıyor. Lütfen daha kısasını gönder.
cannot-use-that = Yalnızca metin ve fotoğraf kullanabiliyorum.
ask-image = Bir fotoğrafla başlamak ister misin? Şimdi gönder.
ask-image-more = Eklemek için bir fotoğraf daha gönder.
images-full = Bu model daha fazla fotoğraf almıyor. Yeni gönderdiğin, sonuncunun yerine geçer.
ask-image-required = 🖼 { $model } bir fotoğraftan yola çıkıyor. Lütfen bir tane gönder.
image-received = 📷 Fotoğrafını kontrol ediyorum.
image-replaced = Son fotoğrafın yerine yenisini koydum: Bu model daha fazlasını almıyor.
images-enough = { $images ->
    [one] Tek fotoğraf yeterli: İlkini kullanacağım.
   *[other] Bu model en fazla { $images } fotoğraf alıyor: İlk gönderdiklerini kullanacağım.
}
not-an-image = Bu dosyayı kullanamıyorum. Lütfen { $types } formatında bir fotoğraf gönder.
image-too-large = Bu fotoğraf çok büyük. Lütfen en fazla { $megabytes } MB boyutunda bir fotoğraf gönder.
image-left-out = Kullanılamayan fotoğrafı çıkardım. İstersen başka bir tane gönder.
image-unavailable = Fotoğrafını Telegram'dan alamadım. Lütfen tekrar gönder.
model-takes-no-image = Bu model yalnızca metinle çalışıyor, bu yüzden fotoğraf kullanılmıyor.
model-gone = Bu model artık kullanılamıyor. Lütfen başka bir model seç.
follow-up-gone = Bu video için bu seçenek artık yok.
confirm-button = ✨ Oluştur · { $credits } kredi
choice-length = { $seconds } sn
choice-sound = sesli
choice-no-sound = sessiz
choice-price = { $label } ({ $more })
not-enough = Bu video için { $price } gerekiyor, sende { $available } kredi var. Aşağıdan bir paket al; promptun kayıtlı.

    Ödeme yaparak koşulları kabul etmiş olursun: /terms
order-dropped = Sipariş iptal edildi. Hiç kredi harcanmadı.
nothing-to-cancel = İptal edilecek bir şey yok.
cancel-queued = Yarım kalan bir siparişin yok. Henüz başlamamış bir videoyu iptal etmek için aşağıya dokun.
cancel-video = İptal et: { $prompt }
cancel-rendering = Videon hazırlanmaya başladı, bu yüzden artık iptal edilemiyor.
cancel-passed-on = Siparişin iletildi, bu yüzden artık iptal edilemiyor. Video yapılmazsa kredilerin geri gelir.
old-button = Bu düğmenin süresi dolmuş.
already-placed = Bu siparişi zaten verdin.
order-changed = Sipariş ya da fiyatı değişti. Lütfen tekrar kontrol et.
prompt-replaced = Prompt güncellendi.
prompt-joined = İki mesajını tek bir promptta birleştirdim.
tap-to-confirm = Neredeyse tamam: Başlamak için aşağıdaki "Oluştur" düğmesine dokun.
placed = Sipariş alındı.
too-many-orders = Şimdilik video sınırına ulaştın. Siparişin kayıtlı; lütfen { $minutes } dakika sonra tekrar dokun.
too-many-orders-today = Günlük video sınırına ulaştın. Siparişin kayıtlı; lütfen { $hours } saat sonra tekrar dokun.
paused = Video oluşturma geçici olarak kullanılamıyor. Kredilerin güvende. Lütfen daha sonra tekrar dene.
paused-briefly = Video oluşturma geçici olarak kullanılamıyor. Siparişin kayıtlı; lütfen daha sonra tekrar dene.
paused-model = { $model } geçici olarak kullanılamıyor. Siparişin kayıtlı; lütfen başka bir model seç ya da daha sonra tekrar dene.

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] devamı
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] daha net
}
status-queued = ⏳ <b>{ $model }</b>: { $position }. sıradasın. { $price } ayrıldı.
status-queued-paused = ⏸ <b>{ $model }</b>: Sırada. Video oluşturma geçici olarak kullanılamıyor; siparişin yerini koruyor. { $price } ayrıldı.
status-under-way = 🎬 <b>{ $model }</b>: Videon hazırlanıyor. Bu genellikle { $usual } sürer; sohbeti kapatabilirsin. { $price } ayrıldı.
status-under-way-paused = ⏸ <b>{ $model }</b>: Siparişin bekliyor. Video oluşturma geçici olarak kullanılamıyor. Video yapılmazsa { $price } geri gelir.
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] Her an hazır olabilir.
        [one] Yaklaşık bir dakika kaldı.
       *[other] Yaklaşık { $minutes } dakika kaldı.
    }
status-late = ⏳ <b>{ $model }</b>: Bu seferki her zamankinden uzun sürüyor. Hâlâ bekliyorum. Video yapılmazsa { $price } geri gelir.
usual-wait = { $slow ->
    [0] bir dakikadan az
    [one] yaklaşık bir dakika
   *[other] { $range ->
        [yes] { $median ->
            [0] en fazla { $slow } dakika
           *[other] { $median } ila { $slow } dakika
        }
       *[no] yaklaşık { $slow } dakika
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b>: Siparişini gönderdim ama yanıt kayboldu. { $minutes ->
    [one] Bir dakika
   *[other] { $minutes } dakika
} içinde haber alamazsam { $price } geri gelir. Video ondan sonra gelirse senden kredi alınmaz.
status-ready = 📦 <b>{ $model }</b>: Videon hazır, gönderiyorum.
status-gone = ⏳ <b>{ $model }</b>: Videon hazır ama video servisi onu henüz teslim etmiyor. Denemeye devam ediyorum. Gelmezse { $price } geri gelir.
status-gone-free = ⏳ <b>{ $model }</b>: Videon hazır ama video servisi onu henüz teslim etmiyor. Denemeye devam ediyorum.
status-delivered = ✅ <b>{ $model }</b>: Hazır · { $price } kullanıldı · { $left } kaldı
status-delivered-free = ✅ <b>{ $model }</b>: Videon sonunda geldi. Ücretsiz: Kredilerini zaten geri almıştın.
status-failed = ⚠️ <b>{ $model }</b>: Olmadı – { $price } iade edildi.
status-cancelled = <b>{ $model }</b>: İptal edildi – { $price } iade edildi.
status-undeliverable = <b>{ $model }</b>: Videon hazırdı ama bir hafta boyunca sana ulaşamadım. Lütfen /paysupport üzerinden yaz.
status-lost = ⚠️ <b>{ $model }</b>: Videon sana ulaşamadı – { $price } iade edildi.
video-lost = { $reason ->
    [no-video] Üzgünüm, video servisi videonun hazır olduğunu söylüyor ama ondan video alamadım. İki kez sordum.
    [too-large] Üzgünüm, videon buradan gönderilemeyecek kadar büyük ve sana ulaştırmanın başka bir yolu yok.
    [overdue] Üzgünüm, videon yapıldı ama günlerce denediğim hâlde sana gönderemedim.
   *[not-taken] Üzgünüm, videon yapıldı ama sana gönderemedim. Telegram dosyayı kabul etmiyor.
    }

    { $paid ->
    [yes] { $price } iade edildi. Bakiyen: { $balance }
   *[no] Senden kredi alınmadı. Bakiyen: { $balance }
    }
job-cancelled = İptal edildi; kredilerin geri geldi.
cancel-too-late = İptal için çok geç: Siparişin çoktan iletildi.
link-too-large = Videon hazır! Buradan gönderilemeyecek kadar büyük, lütfen indir:
link-not-taken = Videon hazır! Telegram dosyayı şu anda alamadı, lütfen indir:
link-kept = Bağlantı 7 gün geçerli.
link-at-provider = Bağlantı yaklaşık bir gün geçerli, videoyu bir an önce kaydetmen iyi olur.
failed-policy = Model, içerik kuralları nedeniyle bu { $image ->
    [yes] promptu ya da fotoğrafı
   *[no] promptu
    } kabul etmedi. Lütfen { $image ->
    [yes] başka sözcüklerle anlat ya da başka bir fotoğraf dene
   *[no] başka sözcüklerle anlat
    }.
failed-refused = Model bu siparişi alamadı. Lütfen biraz değiştirip tekrar dene.
failed-image = Fotoğrafı kullanamadım. Lütfen başka bir tane dene.
failed-image_gone = Fotoğrafın artık Telegram'da yok. Lütfen tekrar gönder.
failed-sound = Bu model her videoya ses ekliyor ama promptunda ses bulamadı. Bir ses belirt ya da ne söylendiğini yaz, sonra tekrar dene.
failed-provider = Videon hazırlanırken bir şeyler ters gitti. Lütfen tekrar dene.
failed-expired = Servis uzun süre meşguldü. Lütfen daha sonra tekrar dene.
failed-timeout = Videonu beklemeyi bıraktım: Çok uzun sürdü. Yine de gelirse senden kredi alınmaz.
failed-unknown = Siparişinin onayını alamadım. Video yine de gelirse senden kredi alınmaz.
failed = { $reason }

    { $price } iade edildi. Bakiyen: { $balance }

## Videos that were made

videos = <b>Videoların</b>
    Tekrar göndermem, değiştirmek ya da devam ettirmek için bir numaraya dokun.
videos-line = { $number }. { $date } · <b>{ $model }</b>: { $prompt }
videos-none = Henüz videon yok. Bir sahne anlat ya da bir fotoğraf gönder, hemen yapayım.
video-gone = Bu video artık saklanmıyor.
video-deleted = Listenden silindi.
share-text = Benimle böyle bir video yap:
shared-order = 🎁 Biri bu fikri seninle paylaştı. İstediğin yerini değiştir.
shared-gone = Bu fikir artık paylaşılmıyor. Kendi sahneni anlat ya da bir şablon seç.

## Templates

templates = <b>Şablonlar</b>
    Bir fikir seç, gerisini ben hallederim.
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 fotoğrafından
       *[words] { $blanks ->
            [0] soru yok
            [one] tek soru
           *[other] { $blanks } soru
        }
    }
template-gone = Bu şablon artık yok. Mevcut olanlar burada.

## Tips

tips = <b>💡 { $model } için ipuçları</b>
tips-all = <b>💡 İyi bir prompt nasıl yazılır?</b>
tips-scene = • <b>Sahne:</b> Kimin ya da neyin, nerede, ne yaptığını bir iki cümleyle anlat.
tips-camera = • <b>Kamera ve ışık:</b> Belirt. Örneğin: <i>kamera yavaşça yaklaşıyor, gün batımı ışığı</i>.
tips-speech = • <b>Konuşma:</b> Tırnak içinde yaz. Örneğin: <i>Gülümseyip "Evine hoş geldin!" diyor.</i> İstediğin sesleri de belirt.
tips-sound = • <b>Ses:</b> Neler duyulduğunu yaz. Örneğin: <i>dalgalar, uzaktan martılar</i>.
tips-silent = • <b>Ses yok:</b> Bu model sessiz video yapıyor; konuşma ve müzik yazma.
tips-photo = • <b>Fotoğraftan:</b> Neyin hareket edeceğini anlat; görünüm fotoğraftan gelir.
tips-length = • <b>Süre:</b> Birkaç saniyeye bir iki hareket sığar. Daha uzun bir hikâye için daha uzun bir video gerekir.
style-dolly = 🎥 Yaklaşan kamera
style-drone = 🚁 Drone çekimi
style-handheld = 🤳 El kamerası
style-slow-motion = 🐢 Ağır çekim
style-golden = 🌇 Altın saat
style-neon = 🌃 Neon gece
style-film = 🎞 35mm film
style-macro = 🔬 Makro
style-animated = 🧸 3D animasyon

## Settings

settings = <b>⚙️ Tercihlerin</b>
    Yeni siparişler bunlarla başlar. Her siparişte değiştirebilirsin.
settings-line = { $name }: <b>{ $value }</b>
settings-as-last = son seferki gibi
settings-as-telegram = Telegram'daki gibi
settings-model = Model
settings-format = Format
settings-length = Süre
settings-sound = Ses
settings-language = Dil
settings-news = Bizden haberler
settings-news-on = açık
settings-news-off = kapalı
button-news-on = 🔔 Haberleri aç
button-news-off = 🔕 Haberleri kapat
button-no-more-news = 🔕 Bunları gönderme
news-are-off = Tamam, artık haber yok. Videoların ve ödemelerin için yine yazarım. Haberleri yeniden açmak için: /settings
news-are-on = Tamam, haberlerimizi yine alacaksın.
settings-ask-model = Yeni siparişler hangi modelle başlasın?
settings-ask-format = Hangi formatı tercih edersin? Bunu desteklemeyen modeller kendi formatını kullanır.
settings-ask-length = Hangi süreyi tercih edersin? Bunu desteklemeyen modeller kendi süresini kullanır.
settings-ask-sound = Seçilebildiği yerlerde ses ister misin?
settings-ask-language = Hangi dilde konuşayım?
language-name = Türkçe
language-set = Tamam, bundan sonra Türkçe konuşacağım.

## Payment support

support = <b>Ödeme desteği</b>
    Telegram'ın kendi desteği bu botta yapılan alımlarda yardımcı olamaz.
support-write = Başka bir konu mu var? Sorunu bir sonraki mesajında anlat, ekibimiz buradan yanıtlasın.
support-needs-words = Lütfen sorunu yazarak anlat; fotoğraf ya da dosya iletemiyorum.
support-too-many = Bugün bize çok şey yazdın, hepsi bize ulaştı. Lütfen yanıtımızı bekle ya da yarın tekrar yaz.
support-cancelled = Tamam, talep gönderilmedi.
support-reply = 💬 { $number } numaralı ödeme talebinle ilgili:
    <blockquote>{ $words }</blockquote>
    Tekrar yazmak için: /paysupport
support-received = Teşekkürler! { $seen ->
    [yes] Talebin ekibimize ulaştı.
   *[no] Talebin kaydedildi, ekibimiz en kısa sürede okuyacak.
    } Talep numaran: { $number }.{ $photo ->
    [yes] {" "}Fotoğraf ya da dosya iletemiyorum; önemliyse lütfen içinde ne göründüğünü yaz.
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>Son alımların</b>
    Kullanılmamış alımları aşağıdaki düğmelerle { $days } gün içinde iade edebilirsin. Diğer durumlarda iade talep et.
purchase-line =
    { $number }. { $credits } · { $stars } ⭐ · { $date }{ $gift ->
        [none] { "" }
        [waiting] { " " }· 🎁 hediye, henüz açılmadı
        [refunding] { " " }· 🎁 hediye, açılmadı
        [returned] { " " }· 🎁 hediye, açılmadı
        [kept] { " " }· 🎁 kimsenin açmadığı hediye
       *[opened] { " " }· 🎁 hediye, açıldı
    }{ $eligibility ->
        [asked] : iade talep edildi
        [declined] : iade reddedildi
        [under-way] : iade yolda
        [returned] : iade edildi
       *[other] { "" }
    }
    İşlem <code>{ $charge }</code>
refund-offer = <b>{ $number } numaralı alım iade edilsin mi?</b>
    { $stars } ⭐ geri alırsın, bakiyenden { $credits } düşülür.
refund-offer-gift =
    <b>{ $number } numaralı alım iade edilsin mi?</b>
    { $stars } ⭐ geri alırsın, { $credits } hediyeni artık kimse açamaz.
refund-begun-gift = ↩️ Hediyenin, yani { $number } numaralı alımın iadesi yolda: { $stars } ⭐. Bağlantısı artık çalışmıyor. Sana haber vereceğim.
refund-begun = ↩️ { $number } numaralı alımın iadesi yolda: { $stars } ⭐ sana dönene kadar { $credits } ayrıldı. Sana haber vereceğim.
refund-kept = Tamam, kredilerin sende kalıyor.
refund-asked = Teşekkürler. { $number } numaralı alımın iadesi ekibimize iletildi; kararı sana bildireceğim.
refund-declined = { $number } numaralı alımın iadesi ({ $credits }, { $stars } ⭐) reddedildi. Bunun bir hata olduğunu düşünüyorsan lütfen /paysupport üzerinden yaz.
refund-refused = Telegram ödemeni iade edemedi. { $credits ->
    [0] Ekibimizin haberi var, konuyla ilgilenecek.
   *[other] Kredilerin geri geldi ve ekibimizin haberi var.
    }
not-refundable =
    { $eligibility ->
        [refundable] Bu alım iade edilebilir: /paysupport yazıp "İade et" düğmesine dokun.
        [spent] Kredilerinin bir kısmı kullanıldı ya da ayrıldı. İadeyi /paysupport üzerinden talep edebilirsin.
        [gift-opened] Bu hediye açıldı. İadeyi /paysupport üzerinden talep edebilirsin.
        [too-late] Bu alım bunun için çok eski. İadeyi /paysupport üzerinden talep edebilirsin.
        [refused] Telegram bu iadeyi reddetti. Bize /paysupport üzerinden yazabilirsin.
        [asked] Bu iadeyi zaten talep ettin. Kararı sana bildireceğim.
        [declined] Bu iade reddedildi. Bize /paysupport üzerinden yazabilirsin.
        [under-way] Bu iade yolda.
       *[returned] Bu alım iade edildi.
    }

## Privacy

privacy =
    <b>Gizlilik</b>
    <b>Neleri, ne kadar süreyle saklıyorum?</b>
    • Telegram kimliğin ve dilin, ne ödediğin, seni kimin davet ettiği ya da sana kimin kredi verdiği, hangi modeli ne zaman ve kaça sipariş ettiğin: promptların olmadan, kayıt tutmak zorunda olduğumuz sürece. Adın saklanmaz.
    • Promptların, videolarının ayarları, fotoğraf ve videolarının Telegram'daki dosya adları: siparişten sonra { $orders } gün. Fotoğrafların kendisi yalnızca iletilir, saklanmaz. Bir videoyu /videos listesinden silersen onu hemen unuturum.
    • Tercihlerin (/settings): sen burada silene kadar. Haber istemediğin bilgisi kalır, böylece sana haber gelmez.
    • Buraya son geldiğin gün: sen tekrar gelene kadar.
    • Ödeme desteğine yazdıkların: { $requests } gün.
    • Telegram tekrar sorarsa diye sana verdiğim son yanıt: 1 saat.
    • Buradan gönderilemeyen bir video, sen indirene kadar: 7 gün.
    
    <b>Nereye gidiyor?</b>
    • Promptlar, fotoğraflar ve ayarlar KIE.ai'ye gider. Videoları o yapar; videoları ve fotoğraflarını, adın ve kimliğin olmadan, 14 güne kadar saklar.
    • Bu sohbeti Telegram saklar. Burada gördüklerini kendin silebilirsin.
    • Başka kimseye bir şey gitmez ve hiçbir şey eğitim için kullanılmaz.
    
    Şimdi silmek için aşağıya dokun.
forget-sure = <b>Promptların, fotoğrafların ve videoların silinsin mi?</b>
    Bana yazdığın her şeyi, siparişlerinin promptlarını ve fotoğraflarını, tercihlerini, yarım kalan siparişini ve videolarının kopyalarını sileceğim. Bu işlem geri alınamaz ve "Tekrar" düğmesi eski siparişlerini tanımaz.

    Kredilerin sende kalır. Ödeme ve fiyat listesi de kalır, ama içinde yazdıkların olmaz.
forget-kept = Tamam, hiçbir şey silinmedi.
forgotten = 🗑 Silindi: promptların, fotoğrafların, videoların ve yazdıkların. Kredilerin ve ödeme listesi yerinde duruyor.

    Bu sohbette gördüklerini Telegram menüsündeki "Geçmişi temizle" ile kendin silebilirsin.
forgotten-when-ended = 🗑 Silindi. { $orders ->
    [one] Bir siparişin hâlâ sürüyor; verileri o bitince silinecek.
   *[other] { $orders } siparişin hâlâ sürüyor; verileri onlar bitince silinecek.
    } Kredilerin ve ödeme listesi yerinde duruyor.

    Bu sohbette gördüklerini Telegram menüsündeki "Geçmişi temizle" ile kendin silebilirsin.

## Buttons

button-subscription-cancel = Aboneliği iptal et
button-subscription-resume = Aboneliği sürdür
button-refund-offer = ↩️ İade et: { $credits } ({ $stars } ⭐), { $date }
button-refund-ask = 🙋 İade talep et: { $credits }, { $date }
button-refund-confirm = Evet, iade et
button-refund-keep = Hayır, kredilerim kalsın
button-refund-approve = ✅ Onayla
button-refund-decline = ❌ Reddet

button-make-video = 🎬 Video oluştur
button-buy = ⭐ Kredi al
button-again = 🔁 Tekrar · { $credits } kredi
button-edit = ✏️ Değiştir
button-follow-extend = ➕ Devam ettir · { $credits } kredi
button-follow-upscale = 🔍 Daha net · { $credits } kredi
button-follow-full-hd = 🔍 1080p · { $credits } kredi
button-follow-ultra-hd = 🔍 4K · { $credits } kredi
button-templates = 💡 Şablonlar
button-use-template = ✨ Bu fikri kullan
button-share = 🔗 Paylaş
button-copy-link = 📋 Bağlantıyı kopyala
button-gift = 🎁 Kredi hediye et
# Whoever opens the link reads the prompt.
button-share-video = 🔗 Promptuyla paylaş
button-tips = 💡 İpuçları
button-newer = ◀️ Daha yeni
button-older = Daha eski ▶️
button-send-again = 📤 Tekrar gönder
button-copy-prompt = 📋 Promptu kopyala
button-delete = 🗑 Sil
button-cancel = İptal
button-back = ◀️ Geri
button-done = ✅ Tamam
button-more-models = Diğer modeller
button-fewer-models = ◀️ En iyi modeller
button-drop-image = ✖️ Fotoğraf { $number }
button-turn-images = 🔄 Sırayı değiştir
button-as-references = Referans olarak kullan
button-as-frames = İlk ve son kare olarak kullan
button-continue = Devam et
button-discard = Vazgeç
button-prompt-before = ↩️ Önceki prompt
button-forget = 🗑 Prompt ve videolarımı sil
button-forget-sure = Evet, sil
button-forget-keep = Hayır, kalsın
button-open-chat = Sohbeti aç

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = Video oluştur
command-videos = Videoların
command-templates = Hazır fikirler
command-tips = Daha iyi promptlar yaz
command-settings = Tercihlerin
command-language = Dil seç
command-buy = Yıldızlarla kredi al
command-balance = Kredilerini gör
command-invite = Arkadaşlarını davet et
command-redeem = Promosyon kodu kullan
command-help = Nasıl çalışır?
command-cancel = Şu anki siparişi iptal et
command-terms = Kullanım koşulları
command-privacy = Gizlilik ve verilerini silme
command-paysupport = Ödeme desteği
command-start = Yeniden başlat
bot-description = Starreel, yazdıklarını ve fotoğraflarını kısa yapay zekâ videolarına dönüştürür. Telegram Yıldızları ile ödersin. Video olmazsa kredilerin geri gelir.
bot-short-description = Yazdıklarından ve fotoğraflarından yapay zekâ videoları. Telegram Yıldızları ile öde.

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = evet tamam tamamdır olur tabii tabi tabiki ki elbette peki pekala hadi haydi başla başlat başlayalım oluştur yap yapalım gönder onayla onaylıyorum kabul devam et şimdi lütfen güzel süper harika mükemmel aynen e he hıhı okey oke ok okay yes yeah yep sure go start please 👍 👌 ✅
words-of-greeting = merhaba merhabalar mrb selam selamlar slm selamün selamun aleyküm aleykum sa as günaydın iyi günler akşamlar geceler sabahlar naber nasılsın teşekkürler teşekkür tesekkurler ederim tşk tşkler sağol sağolun sağ ol çok eyvallah görüşürüz hoşçakal hoşça kal bay hi hello hey thanks thank you thx bye
