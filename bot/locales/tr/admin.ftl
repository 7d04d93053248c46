# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>Operatörler için</b>
    { $role ->
        [owner] Bot sahiplerindensin: Her şeyi yapabilirsin.
        [support] Destek ekibindesin: Kullanıcıları yanıtlar, engeller, siparişleri yeniden denetirsin. Krediler ve Yıldızlar bot sahiplerinin işi.
       *[viewer] İzleyicisin: Her şeyi görürsün, hiçbir şeyi değiştirmezsin.
    }
button-admin-menu = ◀️ Menü
button-admin-people = 👤 Kullanıcılar
button-admin-stuck = ⏳ Takılan siparişler
button-admin-failed = ⚠️ Başarısız siparişler
button-admin-models = 🎬 Modeller
button-admin-stats = 📊 İstatistikler
button-admin-now = 🩺 Şu anda
button-admin-shop = 🛒 Mağaza
button-admin-promos = 🎟 Promosyon kodları
button-admin-broadcast = 📣 Toplu mesaj
admin-cancelled = Tamam, hiçbir şey yapılmadı.
admin-too-long = Çok uzun oldu: Lütfen en fazla { $max } karakter yaz ya da "İptal" düğmesine dokun.

## People

admin-ask-person =
    <b>Kimi görmek istiyorsun?</b>
    Telegram numarasını, bir alımını (<code>123456#2</code> ya da makbuzundaki işlem kimliği), bir ödeme talebini (<code>#7</code>) ya da bir siparişini gönder; istersen bir mesajını ilet.
admin-person-not-found = <code>{ $word }</code> ile kimseyi bulamadım. Lütfen kontrol et ya da başka bir şey gönder: numara, alım, işlem kimliği, <code>#7</code> gibi bir ödeme talebi ya da iletilen bir mesaj. Yeni gelmiş bir ödeme /reconcile sonrasında bilinir.
admin-account-hidden = Telegram bunu kimin yazdığını söylemiyor: Bu kişi, mesajları iletilirken hesabını gizliyor. Lütfen ondan makbuzundaki işlem kimliğini iste ve bana gönder.
admin-card =
    <b>Kullanıcı { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 engellendi: { $blocked }
    }{ $away ->
        [yes] { " " }· ulaşılamıyor: botu engellemiş
       *[no] { "" }
    }
    İlk gelişi { $since }, dili { $language }
    Bakiye: { $available } · ayrılmış { $held } · iade ediliyor { $refunding }
admin-card-purchases = <b>Ödemeler</b>
admin-card-none = yok
admin-card-subscription =
    <b>Abonelik</b>
    30 günde bir { $credits }, { $stars } ⭐, { $state ->
        [active] ödendi, bitiş tarihi { $until }
        [failed] son ödeme yapılamadı, bitiş tarihi { $until }
       *[cancelled] iptal edildi, bitiş tarihi { $until }
    }
admin-card-orders = <b>Son siparişler</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] sırasını bekliyor
        [published] worker'larda
        [submitted] hazırlanıyor
        [ready] gönderiliyor
        [delivered] teslim edildi
        [failed] olmadı
        [cancelled] iptal edildi
       *[undeliverable] teslim edilemedi
    }
admin-card-entries = <b>Son kayıtlar</b>, saatler UTC
button-admin-block = 🚫 Engelle
button-admin-unblock = ✅ Engeli kaldır
button-admin-write = 💬 Yaz
button-admin-grant = ➕ Kredi ver
button-admin-debit = ➖ Kredi düş
button-admin-ledger = 📒 Kayıtlar
button-admin-another = 🔎 Başka biri
button-admin-person = 👤 Kartı
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] { $user } numaralı kullanıcı engellendi, kendisine söylendi. Süren siparişleri yine yapılır; aboneliği kendisi iptal edene kadar devam eder.
               *[unblocked] { $user } numaralı kullanıcının engeli kaldırıldı, kendisine söylendi.
            }
        [already]
            { $to ->
                [blocked] { $user } numaralı kullanıcı zaten engellenmiş.
               *[unblocked] { $user } numaralı kullanıcı engellenmiş değil.
            }
        [operator] Operatörler engellenemez. Önce ayarlardan çıkar.
       *[unknown] { $user } numaralı kullanıcı bu bota hiç yazmadı.
    }
admin-ask-grant = { $user } numaralı kullanıcıya kaç kredi vereyim, neden? Örneğin: <code>5 beklettiğimiz için özür dileriz</code>
admin-ask-debit = { $user } numaralı kullanıcının bakiyesinden kaç kredi düşeyim, neden? Örneğin: <code>5 yanlışlıkla verildi</code>
admin-amount-unclear = Lütfen bir sayı ve neden yaz, örneğin <code>5 beklettiğimiz için özür dileriz</code>, ya da "İptal" düğmesine dokun.
admin-ask-message = { $user } numaralı kullanıcıya ne yazayım? Mesajı ekibimizden gelmiş gibi, adın olmadan okur.
admin-needs-words = Lütfen metin olarak gönder; fotoğraf ya da dosya iletemiyorum.
admin-message-sent = Mesajın { $user } numaralı kullanıcıya yola çıktı.

## Orders

admin-orders =
    { $list ->
        [stuck] <b>Takılan siparişler</b>: { $minutes } dakikadan uzun süredir aynı yerde duranlar, en uzun süredir bekleyenler önce.
       *[failed] <b>Başarısız siparişler</b>, son { $days } gün, en yeniler önce.
    }{ $orders ->
        [0] { " " }Hiç yok.
       *[other] { "" }
    }
admin-orders-legend =
    👤 kullanıcı{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 tekrar dene · 🗑 listeden çıkar
       *[owner] { " " }· 🔁 tekrar dene · ↩️ kredileri geri ver · 🗑 listeden çıkar
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · kullanıcı { $user }
    { $progress ->
        [queued] Sırasını bekliyor
        [published] Worker'larda, henüz KIE.ai'de değil
        [submitted] KIE.ai hazırlıyor
        [ready] Hazır, ama teslim edilmedi
        [not-fetched] Hazırdı, ama saklandığı süre boyunca kullanıcıya ulaşılamadı; kredileri harcandı
        [undeliverable] Hazırdı, ama gönderilemedi; kredileri geri verildi
       *[failed]
            Olmadı, kredileri geri verildi: { $reason ->
                [policy] modelin içerik kuralları nedeniyle reddedildi
                [refused] model bunu alamadı
                [image] fotoğraf kullanılamadı
                [image_gone] fotoğraf artık Telegram'da yok
                [sound] model yazılanlarda ses bulamadı
                [expired] çok uzun bekledi
                [timeout] çok uzun sürdü; video sonradan gelirse ücretsiz
                [unknown] KIE.ai'nin alıp almadığı belli değil; video sonradan gelirse ücretsiz
               *[provider] KIE.ai hata verdi
            }
    }, { $since } UTC'den beri ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } dk
admin-age-hours = { $count } sa
admin-age-days = { $count } gün
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] Ne olduğunu worker'lara yeniden soruyorum. Hiçbir şey iki kez satın alınmaz; video varsa teslim edilir.
        [sent] Videoyu şimdi tekrar gönderiyorum.
        [placed] Kullanıcının kredileriyle tekrar sipariş edildi. Kendisine söylendi.
        [tried-already] Bu zaten yapıldı.
        [ordered-by-person] Kullanıcı bunu bu arada kendisi tekrar sipariş etti.
        [waits] Sırasını bekliyor; henüz denenecek bir şey yok.
        [refused] Yine reddedilirdi: Önce kullanıcının değiştirmesi gerekiyor.
        [ended] Sona erdi, bu yüzden tekrar denenemez.
        [person-blocked] Bu kullanıcı engellenmiş. Önce engelini kaldır.
        [not-enough] Kullanıcının buna yetecek kredisi kalmamış.
        [too-many] Kullanıcı şimdilik sipariş sınırına ulaştı. Daha sonra tekrar dene.
        [model-gone] Modeli artık sunulmuyor.
        [forgotten] Promptu silindi, bu yüzden tekrar sipariş edilemez.
        [paused] KIE.ai şu anda sipariş almıyor. Daha sonra tekrar dene.
        [given-back] Tamam: Kredileri geri verildi, kendisine söylendi.
        [given-back-already] Kredileri zaten geri verilmiş.
        [delivered] Video kullanıcıya ulaştı. Yine de kredi vermek için kartındaki ➕ düğmesini kullan.
        [dropped] İlerleyene kadar bu listede görünmeyecek.
       *[dropped-already] Zaten listede değil.
    }

## Stats

admin-now =
    <b>Şu anda</b>, { $at } UTC
    <b>Son 24 saat</b>
    Siparişler: { $ordered }, teslim edilen { $delivered }, başarısız { $failed }
    Yıldızlar: ödenen { $paid } ⭐, geri giden { $returned } ⭐
    <b>Şu anda</b>
    Sırada { $queued }, hazırlanan { $rendering }, gönderilen { $ready }, takılan { $stuck }
    Karar bekleyen iadeler { $refunds }, abonelikler { $subscriptions }, engellenen kullanıcılar { $blocked }
button-admin-refresh = 🔄 Yenile
