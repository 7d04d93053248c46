# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 Bakım yapıyoruz, bu yüzden yeni siparişler biraz beklemeli. Hazırlanan videolar yine gelir, kredilerin güvende. Lütfen birazdan tekrar dene!

operators-shop =
    <b>Mağaza</b>
    📦 Paketler: { $packs }
    📅 Abonelik: { $subscription }
    🎁 İlk alım: { $first } · ilk mesaj: { $welcome }
operators-shop-pack = { $credits }, { $stars } ⭐
operators-shop-no-subscription = yok
operators-shop-as-files = Her şey ayarlarında ve katalogda yazdığı gibi.
operators-shop-decided =
    <b>Burada değiştirilenler</b>, ayarların ve katalog yerine geçerli:
    { $lines }
operators-shop-line = • { $name }: <code>{ $value }</code>, aslı <code>{ $files }</code>; değiştiren operatör { $operator }, { $at } UTC'den beri
operators-shop-price-name = { $model }, video başına ek kredi
operators-shop-closed = 🚧 <b>Bakım modu açık</b>: { $at } UTC'den beri, açan operatör { $operator }. Yalnızca operatörler sipariş verip kredi satın alabilir.

operators-shop-prices =
    <b>Fiyatlar</b>, video başına kredi olarak, ve KIE.ai'ye ödedikten sonra bunlardan en az ne kaldığı:
    { $lines }
    Fiyatını artırmak ya da düşürmek için bir modele dokun.
operators-shop-prices-line =
    • { $model }: { $range }, kalan %{ $margin }{ $changed ->
        [yes] { " " }({ $adjustment })
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>, video başına kredi, devamları için de:
    Katalogda: { $files }
    Geçerli ({ $now }): { $current }
    Önerilen ({ $next }): { $proposed }
operators-shop-price-range = { $range }, kalan en az %{ $margin }
operators-shop-below =
    ⚠️ { $count ->
        [one] Bir fiyattan
       *[other] { $count } fiyattan
    } geriye kalan, MARGIN_PERCENT_MIN ayarındaki %{ $margin } payın altında.

operators-shop-packs =
    <b>Paketler ve abonelik</b>
    { $lines }
operators-shop-bonuses =
    <b>Bonuslar</b>
    { $lines }
operators-shop-term = { $term }: <code>{ $value }</code>
operators-shop-ask =
    <b>{ $term }</b> şu anda <code>{ $value }</code>. Bana yeni değeri gönder: { $term ->
        [PACKS] ayarlardaki gibi krediler, bonus artıdan sonra, örneğin <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] kredi ve Yıldız sayısı, örneğin <code>20 1500</code>, hiç olmasın istersen <code>0</code>
       *[other] bir tam sayı
    }. Geçerli olmadan önce nelerin değişeceğini gösteririm. Olduğu gibi kalsın istersen: /cancel
operators-shop-proposed = <b>{ $term }</b>: <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 Paketler: { $packs }
    📅 Abonelik: { $subscription }
operators-shop-prices-follow =
    Buna göre değişen fiyatlar, video başına kredi olarak:
    { $lines }
operators-shop-prices-follow-line = • { $model }: { $before } → { $after }
operators-shop-promise = Kimse kendisine gösterilenden fazlasını ödemez: Açık bir kart yeniden sorar, son bir saatin faturası fiyatını korur.
operators-shop-same = <b>{ $term }</b> zaten <code>{ $value }</code>. Başka bir değer ya da /cancel gönder.
operators-shop-wrong = Bu olmaz: { $problem }. Lütfen tekrar gönder ya da /cancel yaz.
operators-shop-done = ✅ Artık geçerli: { $name }, <code>{ $value }</code>.
operators-shop-already = Zaten öyle.
operators-shop-cancelled = Tamam, hiçbir şey değişmedi.

operators-maintenance =
    { $state ->
        [on] 🚧 <b>Bakım modu açık</b>: Yalnızca operatörler sipariş verip kredi satın alabilir. Hazırlanan videolar yine ulaşır, gelen ödemeler krediye çevrilir. Kullanıcılar şunu okur:
       *[off] Bakım modu kapalı. Açıkken yalnızca operatörler sipariş verip kredi satın alabilir; hazırlanan videolar yine ulaşır. Kullanıcılar şunu okurdu:
    }
    <blockquote>{ $words }</blockquote>
    Başka bir metin için: <code>/maintenance on 18.00'de döneriz.</code>
operators-maintenance-over = ✅ Bakım modu kapalı. Herkes yeniden sipariş verip kredi satın alabilir, ellerindeki kartlardan da.
operators-maintenance-already =
    { $state ->
        [on] Bakım modu zaten açık, metni de aynı.
       *[off] Bakım modu zaten kapalı.
    }
operators-maintenance-wrong = Bu olmaz: { $problem }. Hiçbir şey değişmedi.
operators-maintenance-card = 🚧 Bakım modu açık. Operatör olduğun için sipariş verebilirsin.
operators-usage-maintenance = Lütfen <code>/maintenance on</code> yaz, istersen arkasına kullanıcılar için bir metin ekle; kapatmak için <code>/maintenance off</code>.

button-shop-prices = 💰 Fiyatlar
button-shop-packs = 📦 Paketler
button-shop-bonuses = 🎁 Bonuslar
button-shop-maintenance = 🚧 Bakım
button-shop-back = ‹ Mağaza
button-shop-back-prices = ‹ Fiyatlar
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }: ayarlardaki gibi
button-shop-to-catalogue = ↩️ Kataloğa dön
button-shop-apply = ✅ Uygula
button-shop-close = 🚧 Aç
button-shop-open = ✅ Kapat
