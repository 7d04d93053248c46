# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    Rolün buna izin vermiyor: { $needs ->
        [owner] Lütfen bir bot sahibine sor (ADMIN_IDS).
        [support] Lütfen desteğe (SUPPORT_IDS) ya da bir bot sahibine (ADMIN_IDS) sor.
       *[viewer] Lütfen bir bot sahibinden (ADMIN_IDS) seni VIEWER_IDS ayarına eklemesini iste.
    }

## News

operators-provider-blocked = ⚠️ KIE.ai sipariş almıyor: { $reason ->
    [out_of_funds] Hesapta kredi kalmadı. kie.ai üzerinden yükle.
    [unauthorized] Anahtar yanlış ya da buna yetkisi yok. KIE_AI_API_KEY ya da KIE_AI_API_KEYS ayarını kontrol et.
    [unreachable] Hiçbir worker ondan yanıt alamıyor. Adres ve neden worker'ların logunda yazıyor: KIE_API_URL ayarını ve ağlarını kontrol et.
   *[key_limit] Anahtar kendi harcama sınırına ulaştı. Sınırı kie.ai üzerinden yükselt.
    }
    Siparişler durduruldu; sıradakiler bekliyor.
operators-key-left-out = ⚠️ KIE.ai <b>{ $key }</b> anahtarıyla sipariş almıyor: { $reason ->
    [out_of_funds] Hesabında kredi kalmadı. kie.ai üzerinden yükle.
    [unauthorized] Anahtar yanlış ya da buna yetkisi yok. KIE_AI_API_KEYS ayarında kontrol et.
    [unreachable] Yanıt gelmiyor. Nedeni worker'ların logunda yazıyor.
   *[key_limit] Anahtar kendi harcama sınırına ulaştı. Sınırı kie.ai üzerinden yükselt.
    }
    O zamana kadar devre dışı; payını diğer anahtarlar üstleniyor.
operators-key-back = ✅ KIE.ai <b>{ $key }</b> anahtarıyla yeniden sipariş alıyor.
operators-key-missing = ⚠️ Bazı siparişler için <b>{ $key }</b> anahtarı gerekiyor ama KIE_AI_API_KEYS ayarında yok: Videolarını ya da devam ettikleri videoları bu anahtar oluşturdu, başka hiçbir anahtar bunları göremez. Siparişler bekliyor, sonunda kullanıcılar kredilerini geri alır. Anahtarı 0 ağırlığıyla geri koy (<code>{ $key }:0=…</code>), worker'ları yeniden başlat ve siparişleri bitince kaldır.
operators-balance-low = ⚠️ KIE.ai bakiyesi, orada { $credits } krediden pahalı hiçbir videoya yetmiyor. kie.ai üzerinden yükleyene kadar sunulmayacaklar: { $models }.
operators-provider-ok = ✅ KIE.ai yeniden sipariş alıyor.
operators-video-not-delivered = ⚠️ Hazır bir video { $user } numaralı kullanıcıya ulaşmadı (iş <code>{ $job }</code>). Kendisine söylendi, kredileri geri verildi. { $why ->
    [no-video] KIE.ai'nin gösterdiği yerde, iki kez sorulduğu hâlde video yok: { $detail }. Böyle sürerse KIE.ai'ye dosya sunucusunu sor ve modeli MODELS_OFF ile kapat.
    [too-large] Telegram için çok büyük ve kullanıcılar BOT_URL adresini açamıyor. WEBHOOK_URL ayarına herkese açık bir adres yaz, böyle videolar bağlantı olarak gitsin.
    [overdue] Saklandığı süre boyunca gönderilemedi. İşi logda ara: Dosya sunucusu, disk (VIDEOS_MEGABYTES_MAX) ya da Telegram hep hata verdi.
   *[not-taken] Telegram onu hiçbir şekilde kabul etmiyor: { $detail }. İşi logda ara.
    }
operators-videos-are-late = ⚠️ Hazır videolar bir saatten uzun süredir bekliyor ve sebep kullanıcılar değil: Logda “a video could not be read”, “a video cannot be kept” ve “a video was not delivered” ifadelerini ara. Denemeye devam ediyorum; krediler ancak video ulaşınca harcanır.
operators-foreign-payment = ⚠️ { $user } numaralı kullanıcı, bu botun düzenlemediği bir fatura için { $stars } Yıldız ödedi (ödeme <code>{ $charge }</code>). Kredi verilmedi. Veritabanı değiştirildi mi? Krediyi ya da iadeyi elle yap.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] Başka bir işlem, Telegram'ın bu botun güncellemelerini gönderdiği adresi değiştirdi. Eski hâline getirdim. Aynı BOT_TOKEN ile çalışan iki program birbirinin güncellemelerini kapar: Ötekini durdur ya da token'ı @BotFather üzerinden iptal edip buraya yenisini gir.
    [conflict] Başka bir işlem Telegram'dan bu botun güncellemelerini istiyor, bu yüzden kullanıcıların mesajları kayboluyor. Onu durdur ya da token'ı @BotFather üzerinden iptal edip buraya yenisini gir.
    [failing] Telegram güncellemeleri bu bota teslim edemiyor: { $words }. Webhook'u yeniden ayarladım. İşe yaramazsa WEBHOOK_URL adresine internetten ulaşılabildiğini ve sertifikasının geçerli olduğunu kontrol et.
   *[behind] Telegram'da bekleyen güncellemeler artıyor (şu anda { $words }), kullanıcılar yanıt bekliyor. WEBHOOK_URL adresine ulaşılabildiğini, botun logunu ve diskini kontrol et.
    }
operators-connection-mended = ✅ Telegram'ın güncellemeleri yeniden geliyor; sorun { $since } – { $until } UTC arasındaydı. { $kind ->
    [unreachable] Telegram'a ulaşılamıyordu. Mesajlar orada bekledi, şimdi yanıtlanıyor.
    [token_refused] Telegram botun token'ını tanımıyordu. Mesajlar orada bekledi, şimdi yanıtlanıyor.
    [taken] Başka işlemin aldıkları buraya hiç ulaşmadı. Aralarındaki ödemelerin şimdi krediye çevrilmesi için /reconcile gönder.
    [conflict] Başka işlemin aldıkları buraya hiç ulaşmadı. Aralarındaki ödemelerin şimdi krediye çevrilmesi için /reconcile gönder.
   *[other] Mesajlar Telegram'da bekledi, şimdi yanıtlanıyor.
    }
operators-sale-refused = 🚨 Telegram { $call ->
    [invoice] bu botun faturalarını
    [subscription] bu botun aboneliklerini
   *[checkout] bu botun ödeme anındaki yanıtlarını
    } reddediyor, bu yüzden kimse kredi alamıyor: { $reason }. Botun ödemelerini @BotFather'da, ayrıca PACKS, STARS_PER_CREDIT ve SUBSCRIPTION_STARS ayarlarını kontrol et. Denemek için /buy altında bir pakete dokun.
operators-support-request = 🧾 { $number } numaralı ödeme talebi, gönderen <a href="tg://user?id={ $user }">kullanıcı { $user }</a>:
    <blockquote>{ $request }</blockquote>
    Yanıtlamak için: <code>/reply { $number } mesaj</code>; bot iletir.
operators-dead-letter = ⚠️ Bir şey işlenemedi ve kenara ayrıldı: { $reason }. dead_letters tablosuna ve loga bak.
operators-unknown-jobs = ⚠️ Worker'lar bu veritabanında olmayan { $orders ->
    [one] bir siparişten
   *[other] { $orders } siparişten
    } söz ediyor. Veritabanı bir kopyadan geri yüklendiyse bunlar kopyadan sonra verildi: Sohbetlerinde hep "hazırlanıyor…" yazar, kredileri de kayıtlarda yoktur. unknown_jobs tablosunda duruyorlar; isteyene /grant ile verilir. Geri yüklenmediyse DATA_DIR ayarını ve aynı worker'ları başka bir botun kullanıp kullanmadığını kontrol et.
operators-put-back = ℹ️ Bu veritabanı bir kopyadan geri yüklendi. { $orders ->
    [0] İçinde bekleyen sipariş yok.
    [one] İçinde bir sipariş bekliyor: Bir şey satın alınmadan önce worker'lara sorulacak.
   *[other] İçinde { $orders } sipariş bekliyor: Bir şey satın alınmadan önce worker'lara sorulacak.
    } Kopyadan sonra gelen ödemeleri bulmak için /reconcile gönder. Kopyadan sonra verilen siparişler burada bilinmiyor; soran olursa kredileri /grant ile verilir.

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }) için KIE.ai kredisiyle maliyet { $cost }, katalogda yazan { $listed }: Böyle son { $of } videonun { $off } tanesinde fark çıktı. { $step ->
    [switched-off] Modeli kapattım. CATALOG_FILE dosyanda maliyetini düzelt, botu ve worker'ları yeniden başlat, sonra <code>/models on { $id }</code> ile geri aç.
    [is-last] Menüdeki son model olduğu için açık kalıyor. CATALOG_FILE dosyanda maliyetini düzelt, botu ve worker'ları yeniden başlat.
   *[told] CATALOG_FILE dosyanda maliyetini düzelt, botu ve worker'ları yeniden başlat ya da o zamana kadar <code>/models off { $id }</code> ile kapat.
    }
operators-price-list-differs = 🏷 Kataloğun şu maliyetleri KIE.ai'nin fiyat listesinde yok:
    { $lines }
    kie.ai/pricing ile karşılaştır, CATALOG_FILE dosyanı düzelt, botu ve worker'ları yeniden başlat; <code>bot check-catalogue</code> her fiyattan geriye ne kaldığını gösterir.
operators-price-list-line = • <b>{ $model }</b> ({ $combination }): burada { $listed }, orada { $price } (“{ $row }”)
operators-model-failing = ⚠️ <b>{ $model }</b> KIE.ai'de art arda { $failures } kez hata verdi. Kullanıcılar onu seçince uyarılıyor, olmayan video için kimse ödeme yapmıyor. Böyle sürerse <code>/models off { $id }</code> ile kapat.
operators-model-mended = ✅ <b>{ $model }</b>: { $made ->
    [yes] Yeniden bir video oluşturuldu; hataların başlangıcı: { $since } UTC.
   *[no] Bir gündür hata yok. Tekrarlanan hataların başlangıcı: { $since } UTC; bu arada kimse onunla video yapmadı.
    }
operators-models = <b>Modeller</b>
    { $lines }
    Birini kapatmak ya da açmak için: <code>/models off id</code> ya da <code>/models on id</code>.
operators-models-line = • <code>{ $id }</code> { $model }: { $state ->
    [setting] MODELS_OFF ya da katalog nedeniyle kapalı
    [operator] bir operatör kapattı
    [price-watch] katalogda yazandan pahalı olduğu için kapalı
   *[on] açık
    }{ $fails ->
    [yes] , sık sık hata veriyor
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] Tamam: <code>{ $id }</code> artık { $to ->
        [off] kapalı. Daha önce sipariş edilenler yine de yapılır.
       *[on] açık. Kullanıcılar sipariş edebilir.
    }
    [already] <code>{ $id }</code> zaten { $to ->
        [off] kapalı.
       *[on] açık.
    }
    [last] <code>{ $id }</code> menüdeki son model, bu yüzden açık kalıyor. Hiçbir şey satmamak için botu durdur.
    [off-by-setting] <code>{ $id }</code>, MODELS_OFF ya da katalog nedeniyle kapalı. Orayı değiştirip botu yeniden başlat.
   *[unknown] <code>{ $id }</code> diye bir model yok. Hepsini /models gösterir.
    }
operators-usage-models = Lütfen liste için <code>/models</code>, kapatıp açmak için <code>/models off id</code> ve <code>/models on id</code> yaz.

## Refunds

operators-refund-wanted =
    🙋 <a href="tg://user?id={ $user }">Kullanıcı { $user }</a>, { $purchase } numaralı alımın iadesini istiyor: { $credits }, { $stars } ⭐, { $date }. { $because ->
        [too-late] Sorulmadan iade için çok eski.
        [gift-opened] Bu, birinin açtığı bir hediye. Onaylarsan ondan kalanlar açan kişiden alınır.
        [refused] Telegram bunu daha önce reddetti.
       *[spent] Kredilerinin bir kısmı harcanmış ya da ayrılmış.
    }
    Onaylarsan Yıldızlar geri gider, kalan krediler silinir. Bkz. /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = { $user } numaralı kullanıcının bu alımından { $held }, süren siparişler için ayrılmış durumda. Lütfen onlar bitince karar ver: O zamana kadar ne kadar harcandığı belli değil.
operators-refund-approved = ✅ Onaylandı: { $foreign ->
    [yes] bu ödeme için
   *[no] { $purchase } numaralı alım için
    } { $user } numaralı kullanıcıya { $stars } ⭐ geri gidiyor; bunun için { $taken } ayrıldı. Yalnızca Telegram reddederse haber veririm.
operators-refund-declined = ❌ Reddedildi: { $purchase } numaralı alım ({ $stars } ⭐). Kullanıcıya söylendi.
operators-refund-decided = { $eligibility ->
    [under-way] İade zaten yolda.
    [returned] Zaten iade edildi.
    [declined] Zaten reddedildi.
   *[other] Artık bu iadeyi isteyen yok.
    }
operators-refund-refused = ⚠️ Telegram, { $user } numaralı kullanıcıya { $stars } ⭐ iadesini reddetti: { $reason }. { $credits ->
    [0] Bunun için kredi ayrılmamıştı.
   *[other] Kredileri geri verildi.
    } Botun Yıldızları yetmiyorsa yenilerini bekle, sonra şunu gönder:
    <code>/refund { $charge } neden</code>
operators-purchase-unknown = <code>{ $which }</code> diye bir alım yok. /ledger kullanıcı komutundan al; örneğin 123456 numaralı kullanıcının ikinci alımı <code>123456#2</code>. Ya da alıcının makbuzundaki işlem kimliğini kullan. Yeni gelmiş bir ödeme /reconcile sonrasında bilinir.

## People's credits

operators-credits-moved = Tamam. { $user } numaralı kullanıcının bakiyesi şimdi { $balance }; kendisine söylendi.
operators-has-less = { $user } numaralı kullanıcıda yalnızca { $balance } var. Hiçbir şey alınmadı.
operators-person-unknown = { $user } numaralı kullanıcı bu bota hiç yazmadı.
operators-account = <b>Kullanıcı { $user }</b>: kullanılabilir { $available }, ayrılmış { $held }, iade ediliyor { $refunding }.
operators-account-purchase =
    Alım <code>{ $purchase }</code>: { $credits }, { $stars } ⭐, { $date }, kalan { $left }{ $gift ->
        [none] { "" }
        [waiting] , henüz açılmamış bir hediye
        [refunding] , açılmamış bir hediye
        [returned] , açılmamış bir hediye
        [kept] , kimsenin zamanında açmadığı bir hediye
       *[opened] , açılmış bir hediye
    }{ $eligibility ->
        [asked] , iade istendi
        [declined] , iade reddedildi
        [refused] , Telegram iadeyi reddetti
        [under-way] , iade yolda
        [returned] , iade edildi
       *[other] { "" }
    }
operators-account-entries = Kayıtlar, en yeniler önce, saatler UTC, sayfa { $page } / { $pages }:
operators-entry =
    { $at } · { $credits } · { $cause ->
        [pay] satın alındı, { $purchase }
        [bonus] bonus, { $purchase }
        [first] ilk alım bonusu
        [welcome] hoş geldin kredisi
        [invited] davet edildiği için
        [inviter] birini davet ettiği için
        [inviter-back] alındı: davet ettiği kişinin alımı iade edildi
        [promo] promosyon kodu
        [gift-out] hediye edildi: { $purchase } açıldı
        [gift-in] bir hediye açtı, { $purchase }
        [gift-kept] kendisinde kaldı: { $purchase } hediyesini kimse açmadı
        [gift-back] alındı: { $purchase } hediyesinin Yıldızları geri gitti
        [grant] verildi
        [debit] alındı
        [hold] sipariş <code>{ $job }</code> için ayrıldı
        [capture] sipariş <code>{ $job }</code> için harcandı
        [release] sipariş <code>{ $job }</code>: geri geldi
        [give-back] sipariş <code>{ $job }</code>: harcanmıştı, geri verildi
        [refund-hold] { $purchase } iadesi için ayrıldı
        [refund-undo] geri geldi: Telegram { $purchase } iadesini reddetti
       *[revoke]
            { $held ->
                [yes] { $purchase } iadesiyle gitti
               *[no] alındı: { $purchase } için ödenen Yıldızlar bizden bağımsız geri gitti
            }
    }
operators-entry-by = {""} yapan: operatör { $operator }, neden: { $reason }
operators-too-many-credits = Bir komut en fazla { $most } taşır. Hiçbir şey yapılmadı.
operators-help = <b>Operatörler için</b>
operators-help-line = /{ $command } · { $about }
command-admin = Kullanıcılar, siparişler, modeller ve rakamlar
command-grant = Kredi ver: kullanıcı, kredi, neden
command-debit = Bakiyeden kredi düş: kullanıcı, kredi, neden
command-ledger = Bir kullanıcının bakiyeleri ve kayıtları
command-refund = Yıldızları iade et: kullanıcı#numara ya da işlem kimliği, neden
command-reply = Ödeme talebini yanıtla: numarası, mesaj
command-reconcile = Telegram'ın Yıldız listesiyle şimdi karşılaştır
command-models = Menüdeki modeller; off id bir modeli kaldırır
command-promo = Promosyon kodları; kod kredi kişi gün yeni bir kod oluşturur
command-broadcast = Herkese ya da bazılarına mesaj gönder
command-stats = Mağaza nasıl gidiyor; daily on her sabah gönderir
command-shop = Fiyatlar, paketler, bonuslar
command-maintenance = Yalnızca operatörler sipariş verebilir: on ya da off, kullanıcılar için bir metinle
operators-usage-grant = Lütfen <code>/grant kullanıcı kredi neden</code> biçiminde yaz, örneğin <code>/grant 123456 5 beklettiğimiz için özür dileriz</code>
operators-usage-debit = Lütfen <code>/debit kullanıcı kredi neden</code> biçiminde yaz, örneğin <code>/debit 123456 5 yanlışlıkla verildi</code>
operators-usage-ledger = Lütfen <code>/ledger kullanıcı</code> biçiminde yaz, örneğin <code>/ledger 123456</code>; eski kayıtlar için sayfa numarası ekle.
operators-usage-refund = Lütfen <code>/refund kullanıcı#numara neden</code> biçiminde, /ledger kullanıcı komutunun gösterdiği gibi yaz, örneğin <code>/refund 123456#2 video hiç gelmedi</code>; alım yerine işlem kimliği de olur.
operators-usage-reply = Lütfen <code>/reply numara mesaj</code> biçiminde yaz, örneğin <code>/reply 3 Kredilerin geri geldi, kusura bakma!</code>
operators-reply-sent = { $number } numaralı talebe yanıtın { $user } numaralı kullanıcıya yola çıktı.
operators-request-unknown = { $number } numaralı bir talep yok.
operators-usage-reconcile = Lütfen <code>/reconcile</code> yaz

## Promo codes

operators-promos =
    <b>Promosyon kodları</b>
    { $lines }
    Yeni bir kod için <code>/promo kod kredi kişi gün</code>, bitirmek için <code>/promo kod off</code> yaz.
operators-promos-line =
    • <code>{ $code }</code>: { $credits }, kullanım { $uses } / { $most }, { $state ->
        [open] bitiş tarihi { $ends }
        [used-up] tükendi
       *[ended] sona erdi: { $ends }
    }
operators-promos-none = Henüz promosyon kodu yok. <code>/promo kod kredi kişi gün</code> ile bir tane oluştur, örneğin <code>/promo SUMMER 2 100 30</code>: 30 gün içinde 100 kişinin her birine 2 kredi.
operators-promo-made =
    ✅ <code>{ $code }</code> { $people ->
        [one] { $people } kişiye { $credits } verir
       *[other] { $people } kişinin her birine { $credits } verir
    }, kişi başına bir kez, bitiş tarihi { $ends }. Kullanıcılar <code>/redeem { $code }</code> gönderir ya da şunu açar: { $link }
operators-promo-taken = <code>{ $code }</code> diye bir kod var ya da vardı. Hiçbir şey değişmedi; lütfen başka bir ad seç.
operators-promo-off =
    { $outcome ->
        [ended] Tamam: <code>{ $code }</code> artık kullanılamaz. Onunla alınanlar kullanıcılarda kalır.
        [had-ended] <code>{ $code }</code> daha önce sona ermişti.
       *[unknown] <code>{ $code }</code> diye bir kod yok. Hepsini /promo gösterir.
    }
operators-usage-promo = Lütfen <code>/promo kod kredi kişi gün</code> biçiminde yaz, örneğin <code>/promo SUMMER 2 100 30</code>; bitirmek için <code>/promo SUMMER off</code>, liste için <code>/promo</code>. Kod 3 ile 32 arası harf, rakam, tire ya da alt çizgiden oluşur; 1 ile 3650 gün arasında 1 ile 1000000 arası kişiye 1 ile 1000 arası kredi verir.

## Figures of the shop

operators-stats =
    <b>Son { $days } gün</b>
    ⭐ { $stars } Yıldız ödendi{ $returned ->
        [0] { "" }
       *[other] , { $returned } tanesi geri verildi
    } · 🎬 { $orders ->
        [one] bir video
       *[other] { $orders } video
    } sipariş edildi · 👤 { $people ->
        [one] bir yeni kullanıcı
       *[other] { $people } yeni kullanıcı
    }
    Başarı: { $success } · Marj: { $margin } (giren { $income } USD, KIE.ai'ye giden { $cost } USD)
operators-stats-unreadable = Rakamları şu anda okuyamıyorum. Bir dakika sonra yeniden dene; nedeni günlükte.
operators-stats-daily-on = Tamam, bunları her gün alacaksın, saat: { $time } UTC. Başka bir saat için /stats daily on 7 yaz.
operators-stats-daily-off = Tamam, bunları artık kendiliğimden göndermem.
operators-usage-stats = Lütfen <code>/stats</code>, <code>/stats daily on</code>, 7:00 UTC için <code>/stats daily on 7</code> ya da <code>/stats daily off</code> yaz.
button-stats-days = { $days } gün
button-stats-daily-on = ⏰ Her sabah gönder
button-stats-daily-off = 🔕 Her sabah gönderme
stats-image-title = Son { $days } gün
stats-image-stars = Yıldızlar
stats-image-orders = Siparişler
stats-image-people = Yeni kullanıcılar
stats-image-margin = Marj
stats-image-stars-by-day = Günlere göre Yıldızlar
stats-image-orders-by-day = Günlere göre siparişler
stats-image-people-by-day = Günlere göre yeni kullanıcılar
stats-image-success-by-model = Modellere göre başarı
stats-image-nothing = Henüz bir şey yok

## Broadcasts

operators-broadcast-ask = 📣 Kullanıcılara gidecek mesajı bana gönder: biçimlendirmesiyle bir metin ya da açıklamalı bir fotoğraf veya video. Önce kendin görür, kime gideceğini seçersin; henüz hiçbir şey gönderilmez.
operators-broadcast-cannot = Bunu herkese gönderemem. Lütfen tek bir mesaj gönder: bir metin ya da açıklamalı bir fotoğraf, video, sesli mesaj veya dosya. Albümler olmuyor.
operators-broadcast-panel =
    👆 Kullanıcılara gidecek olan bu; her biri altındaki düğmeyle böyle mesajları durdurabilir.
    
    Kime: { $to } · <b>{ $people ->
        [one] bir kişi
       *[other] { $people } kişi
    }</b>
    Haberleri kapatanlar ve botu engelleyenler sayılmaz. Önce kime, sonra ne zaman gideceğini seç. Saatler UTC.
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] tüm diller
    }{ $days ->
        [0] { "" }
       *[other] , son { $days } günde gelenler
    }
operators-broadcast-ask-language = Hangi dili konuşanlara gitsin? Telegram'ı o dilde kullananlar ya da o dili burada seçenler:
operators-broadcast-ask-time = Ne zaman gitsin? Saati UTC olarak yaz, örneğin <code>18:30</code> ya da <code>2027-12-24 09:00</code>, en fazla 60 gün sonrası. Şu anda saat { $now }.
operators-broadcast-wrong-time = Bu saat geçti ya da 60 günden daha ileride. Başka bir saat seç.
operators-broadcast-nobody = Bu kimseye gitmez. Başka kişiler seç.
operators-broadcast-not-sent = Tamam, hiçbir şey gönderilmiyor.
operators-broadcast-progress =
    📣 { $state ->
        [draft] Henüz gönderilmedi.
        [scheduled] Gönderim: { $at } UTC.
        [sending] Yolda: %{ $percent }
        [paused] Duraklatıldı: %{ $percent }. Devam edersen kimseye iki kez gitmez.
        [done] Tamamlandı.
       *[cancelled] İptal edildi.
    }
    Kime: { $to } · { $people ->
        [one] bir kişi
       *[other] { $people } kişi
    }
    { $state ->
        [draft] { "" }
        [scheduled] Bana gönderdiğin mesajı silme: Onu bu sohbetten kopyalıyorum.
       *[other] ✅ ulaşan { $sent } · 🚫 botu engelleyen { $blocked } · ⚠️ Telegram'ın reddettiği { $failed }
    }
operators-broadcast-done =
    📣 Duyurun tamamlandı. ✅ ulaşan { $sent } · 🚫 botu engelleyen { $blocked } · ⚠️ Telegram'ın reddettiği { $failed }{ $failed ->
        [0] .
       *[other] . Nedeni logda yazıyor.
    }
operators-broadcast-stopped =
    ⚠️ Duyurun duraklatıldı: { $known ->
        [yes] Telegram mesajı reddediyor: { $reason }. Düzeltilemiyorsa iptal edip başka bir tane gönder.
       *[no] Mesaj artık bu sohbette yok, bu yüzden kopyalayamıyorum. İptal edip tekrar gönder; mesajı almış olanlara bir daha gitmesin istersen başka kişiler seç.
    }
button-broadcast-everybody = 👥 Herkes
button-broadcast-languages = 🌐 Tek bir dil…
button-broadcast-all-languages = Tüm diller
button-broadcast-seen = Son { $days } günde gelen
button-broadcast-now = 📣 { $people } kişiye gönder
button-broadcast-tomorrow = Yarın { $time }
button-broadcast-hour = Bir saat sonra
button-broadcast-time = Başka bir saat…
button-broadcast-pause = ⏸ Duraklat
button-broadcast-resume = ▶️ Devam et
button-broadcast-cancel = ✖️ İptal

## Telegram's list of Star transactions

operators-reconcile-begun = Telegram'ın işlem listesi okunuyor…
operators-reconciled = ✅ Listede { $listed } işlem var, yeni: { $new }; sonradan krediye çevrilen { $credited }, geri alınan { $revoked }. Bakiye: { $balance } ⭐. { $agrees ->
    [yes] Listeyle uyuşuyor.
   *[no] Listeye göre fark { $difference } ⭐.
    }
operators-not-reconciled = ⚠️ Telegram'ın işlem listesi okunamadı: { $reason }. Kendiliğimden tekrar deneyeceğim.
operators-star-difference = { $agrees ->
    [yes] ✅ Telegram bakiyesi ({ $balance } ⭐) işlem listesiyle yeniden uyuşuyor.
   *[no] ⚠️ Telegram bakiyesi ({ $balance } ⭐) işlem listesiyle uyuşmuyor, fark { $difference } ⭐. Botun bakiyesine @BotFather'dan bak.
    }
operators-payment-not-listed = ⚠️ { $user } numaralı kullanıcının <code>{ $charge }</code> ödemesi krediye çevrildi ama Telegram'ın listesinde yok. Sahte miydi? Bkz. /ledger { $user }
operators-refund-not-listed = ⚠️ { $user } numaralı kullanıcıya <code>{ $charge }</code> iadesi yapılmış sayılıyor ama Telegram'ın listesinde yok. Bkz. /ledger { $user }
operators-older-payments = ℹ️ Telegram'ın listesindeki { $count ->
    [one] bir ödeme
   *[other] { $count } ödeme
    } ({ $stars } ⭐) bu veritabanından eski. star_transactions tablosunda tutuluyor ve kimseye kredi olarak verilmedi. Verilmesi gerekiyorsa eski veritabanını geri yükle.
operators-unreadable-transaction = ⚠️ Telegram'ın listesindeki bir işlem okunamıyor (<code>{ $id }</code>). Loga bak ve Starreel'i güncelle.
operators-books-are-wrong = 🚨 Kayıtlar tutmuyor. Satırları görmek için <code>bot audit</code> çalıştır, krediler tehlikedeyse botu durdur:
    { $found }
