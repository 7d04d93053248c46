# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 Kami sedang melakukan pemeliharaan, jadi pesanan baru perlu menunggu sebentar. Video yang sedang dibuat tetap sampai, dan kreditmu aman. Coba lagi sebentar lagi, ya!

operators-shop =
    <b>Toko</b>
    📦 Paket: { $packs }
    📅 Langganan: { $subscription }
    🎁 Pembelian pertama: { $first } · pesan pertama: { $welcome }
operators-shop-pack = { $credits } seharga { $stars } ⭐
operators-shop-no-subscription = tidak ada
operators-shop-as-files = Semuanya sesuai pengaturanmu dan katalog.
operators-shop-decided =
    <b>Diubah di sini</b>, menggantikan pengaturanmu dan katalog:
    { $lines }
operators-shop-line = • { $name }: <code>{ $value }</code>, bukan <code>{ $files }</code>, oleh operator { $operator } sejak { $at } UTC
operators-shop-price-name = { $model }, tambahan kredit per video
operators-shop-closed = 🚧 <b>Mode pemeliharaan nyala</b> sejak { $at } UTC, oleh operator { $operator }: hanya operator yang bisa memesan dan membeli.

operators-shop-prices =
    <b>Harga</b>, dalam kredit per video, dan sisa paling sedikit setelah KIE.ai dibayar:
    { $lines }
    Ketuk model untuk menaikkan atau menurunkan harganya.
operators-shop-prices-line =
    • { $model }: { $range }, sisa { $margin }%{ $changed ->
        [yes] { " " }({ $adjustment })
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>, kredit per video, termasuk lanjutannya:
    Menurut katalog: { $files }
    Berlaku ({ $now }): { $current }
    Usulan ({ $next }): { $proposed }
operators-shop-price-range = { $range }, sisa paling sedikit { $margin }%
operators-shop-below = ⚠️ Sisa dari { $count } harga kurang dari { $margin }%, MARGIN_PERCENT_MIN-mu.

operators-shop-packs =
    <b>Paket dan langganan</b>
    { $lines }
operators-shop-bonuses =
    <b>Bonus</b>
    { $lines }
operators-shop-term = { $term }: <code>{ $value }</code>
operators-shop-ask =
    <b>{ $term }</b> sekarang <code>{ $value }</code>. Kirim nilai barunya, { $term ->
        [PACKS] seperti di pengaturan: kredit, dengan bonus setelah tanda tambah, misalnya <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] kredit dan Bintang, misalnya <code>20 1500</code>, atau <code>0</code> kalau tidak ada
       *[other] bilangan bulat
    }. Akibatnya kutunjukkan dulu sebelum berlaku. /cancel membiarkannya seperti semula.
operators-shop-proposed = <b>{ $term }</b>: <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 Paket: { $packs }
    📅 Langganan: { $subscription }
operators-shop-prices-follow =
    Harga yang ikut berubah, dalam kredit per video:
    { $lines }
operators-shop-prices-follow-line = • { $model }: { $before } → { $after }
operators-shop-promise = Tidak ada yang membayar lebih dari yang ditampilkan: kartu yang terbuka bertanya lagi, dan tagihan dari satu jam terakhir tetap dengan harganya.
operators-shop-same = <b>{ $term }</b> memang sudah <code>{ $value }</code>. Kirim nilai lain, atau /cancel.
operators-shop-wrong = Tidak bisa: { $problem }. Kirim lagi, atau /cancel.
operators-shop-done = ✅ Berlaku: { $name } sekarang <code>{ $value }</code>.
operators-shop-already = Memang sudah begitu.
operators-shop-cancelled = Oke, tidak ada yang berubah.

operators-maintenance =
    { $state ->
        [on] 🚧 <b>Mode pemeliharaan nyala</b>: hanya operator yang bisa memesan dan membeli. Video yang sedang diproses tetap sampai, dan pembayaran yang masuk dijadikan kredit. Pengguna membaca:
       *[off] Mode pemeliharaan mati. Selama nyala, hanya operator yang bisa memesan dan membeli; video yang sedang diproses tetap sampai. Pengguna akan membaca:
    }
    <blockquote>{ $words }</blockquote>
    Kata-kata lain: <code>/maintenance on Kami kembali pukul 18.00.</code>
operators-maintenance-over = ✅ Mode pemeliharaan mati. Semua orang bisa memesan dan membeli lagi, juga dari kartu yang sudah ada.
operators-maintenance-already =
    { $state ->
        [on] Mode pemeliharaan memang sudah nyala, dengan kata-kata yang sama.
       *[off] Mode pemeliharaan memang sudah mati.
    }
operators-maintenance-wrong = Tidak bisa: { $problem }. Tidak ada yang berubah.
operators-maintenance-card = 🚧 Mode pemeliharaan nyala. Kamu bisa memesan karena kamu operator.
operators-usage-maintenance = Tulis <code>/maintenance on</code>, boleh diikuti kata-kata untuk pengguna, atau <code>/maintenance off</code>.

button-shop-prices = 💰 Harga
button-shop-packs = 📦 Paket
button-shop-bonuses = 🎁 Bonus
button-shop-maintenance = 🚧 Pemeliharaan
button-shop-back = ‹ Toko
button-shop-back-prices = ‹ Harga
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }: ikuti pengaturan
button-shop-to-catalogue = ↩️ Kembali ke katalog
button-shop-apply = ✅ Berlakukan
button-shop-close = 🚧 Nyalakan
button-shop-open = ✅ Matikan
