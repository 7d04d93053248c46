# What people read, in Indonesian: "kamu" for the reader, "aku" for the bot, "tim kami" for whoever runs it, "foto" for an image.
# Terms: kredit, prompt, kartu, antrean, saldo, Bintang (Telegram Stars), refund.
# Indonesian has no plural forms: only 0 has words of its own.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits } kredit
date = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] Mei
    [6] Jun
    [7] Jul
    [8] Agu
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Des
} { $year }
credits-and-bonus = { $credits } + { $bonus } kredit

## Start and help

welcome = <b>Selamat datang di Starreel!</b>
    Ceritakan sebuah adegan (atau kirim foto dengan keterangan), nanti aku jadikan video.

    Harga video mulai dari { $price } ({ $pack } = { $stars } ⭐). Saldomu: { $balance }.
welcome-gift = 🎁 { $credits } gratis dari kami, biar kamu bisa langsung coba. Selamat bersenang-senang!
help =
    <b>Cara kerjanya</b>
    1. Ceritakan sebuah adegan, atau kirim foto dengan keterangan.
    2. Cek kartunya: ganti model, opsi, atau fotonya kalau mau, lalu ketuk "Buat".
    3. Videomu dikirim ke sini, biasanya dalam beberapa menit. Kalau gagal, kreditmu kembali.
    
    /generate – buat video
    /templates – ide siap pakai
    /videos – video yang sudah kamu buat
    /tips – prompt yang lebih bagus
    /settings – preferensimu
    /language – pilih bahasa
    /buy – beli kredit dengan Bintang Telegram, untukmu atau sebagai hadiah
    /balance – lihat kreditmu
    /invite – ajak teman
    /redeem – pakai kode promo
    /cancel – batalkan pesanan saat ini
    /paysupport – bantuan pembayaran
    /privacy – apa yang kusimpan dan cara menghapusnya
    /terms – ketentuan penggunaan
hint = Ceritakan sebuah adegan atau kirim foto, nanti aku jadikan video. Selengkapnya di /help.
unknown-command = Aku tidak kenal perintah itu. Lihat /help untuk tahu apa saja yang bisa kulakukan.
too-fast = Pesannya terlalu banyak – tunggu sebentar, ya.
order-still-open = Kamu punya pesanan yang belum selesai.
private-only = Aku membuat video di chat pribadi. Ketuk di bawah untuk membuka chat kita.
gift-received = 🎁 Terima kasih atas hadiahnya!
terms =
    <b>Ketentuan</b>
    • Kredit dibeli dengan Bintang Telegram. Kredit dipakai untuk membuat video di sini dan tidak bisa diuangkan.
    • Kredit pemberian dipakai lebih dulu, lalu kredit yang kamu beli, mulai dari pembelian paling lama. Bonus dipakai setelah kredit yang datang bersamanya. Pembelian yang belum terpakai bisa di-refund lewat /paysupport selama beberapa waktu, dan bonusnya ikut ditarik; untuk selain itu, kamu bisa minta refund.
    • Hadiah jadi milik orang yang pertama membuka tautannya, dan kembali ke pembelinya kalau tidak ada yang membukanya tepat waktu. Selama belum dibuka, pembelinya bisa minta refund. Kredit dari undangan ditarik kalau pembelian asalnya di-refund.
    • Langganan dibayar dengan Bintang setiap 30 hari sampai kamu membatalkannya, lewat /balance atau di pengaturan Telegram. Setiap pembayaran adalah pembelian seperti yang lain.
    • Kredit untuk sebuah video ditahan saat kamu memesan, dan terpakai saat videonya sampai. Kalau gagal, kreditnya langsung kembali.
    • Konten ilegal atau berbahaya tidak diperbolehkan. Pesanan seperti itu ditolak, dan kreditnya kembali.
    • Prompt dan fotomu dikirim ke layanan pembuat videonya, tidak ke pihak lain. Lihat /privacy.
    • Pertanyaan soal pembayaran: /paysupport. Dukungan Telegram sendiri tidak bisa membantu pembelian di bot ini.

## Credits

balance = Saldomu: { $balance }
balance-held = { $credits } ditahan untuk video yang sedang diproses.
balance-refunding = { $credits } ditahan untuk pengembalian dana.
balance-gifted = { $credits } ada di hadiah yang belum dibuka siapa pun.
credits-granted = 🎁 Kamu mendapat { $credits } dari tim kami. Saldomu: { $balance }
credits-debited = { $credits } ditarik oleh tim kami. Saldomu: { $balance }. Tidak tahu kenapa? Tulis ke /paysupport.
offer = <b>Beli kredit</b>
    Saldomu: { $balance }. Kebanyakan video harganya 1 kredit. Pilih paket:
offer-first = 🎁 Pembelian pertamamu dapat tambahan { $first }.
offer-invited = 🎁 Kamu diajak teman: dengan pembelian pertamamu, kalian berdua masing-masing dapat tambahan { $credits }.
offer-subscription = 📅 Atau berlangganan: { $credits } setiap 30 hari seharga { $stars } ⭐. Bisa dibatalkan kapan saja.
offer-terms = Dengan membayar, kamu menyetujui /terms.
pack = { $credits } · { $stars } ⭐
pack-gone = Paket ini sudah tidak dijual. Ini paket yang tersedia.
invoice-title = { $credits }
invoice-description = { $number ->
   *[other] { $credits } untuk membuat video AI dengan Starreel. Tidak ada masa kedaluwarsa.
}
invoice-refused = Maaf, aku belum bisa membuka pembayaran sekarang. Tim kami sudah diberi tahu. Coba lagi nanti, ya.
receipt = ✅ Terima kasih! { $bought } ditambahkan. Saldomu: { $balance }
receipt-first = ✅ Terima kasih! { $bought } ditambahkan, plus 🎁 { $first } untuk pembelian pertamamu. Saldomu: { $balance }
receipt-invited = 🎁 Plus { $credits } karena kamu diajak teman. Temanmu dapat jumlah yang sama.
receipt-until = 📅 Langgananmu sudah dibayar sampai { $until }. Untuk mengubahnya, lihat /balance.
subscription-button = 📅 { $credits } per bulan · { $stars } ⭐
subscription-offer = <b>📅 Langganan bulanan</b>
    Kamu mendapat { $credits } setiap 30 hari seharga { $stars } ⭐. Kredit yang tidak terpakai tetap milikmu. Kamu bisa membatalkannya kapan saja di /balance; yang sudah dibayar tetap milikmu.

    Dengan membayar, kamu menyetujui /terms.
subscription-description = { $credits } setiap 30 hari untuk membuat video AI dengan Starreel. Tidak ada masa kedaluwarsa.
subscription-pay = Berlangganan · { $stars } ⭐
subscription-gone = Langganan sudah tidak dijual. Kirim /buy untuk melihat yang tersedia, ya.
subscription-line = 📅 Langgananmu: { $credits } setiap 30 hari seharga { $stars } ⭐. { $state ->
    [active] Pembayaran berikutnya pada { $until }.
    [failed] Pembayaran terakhir gagal: isi ulang Bintangmu, ya. Sudah dibayar sampai { $until }.
   *[cancelled] Sudah dibatalkan dan berlaku sampai { $until }.
    }{ $wish ->
    [cancel] {" "}Aku sudah minta Telegram membatalkannya.
    [resume] {" "}Aku sudah minta Telegram melanjutkannya.
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 Langgananmu dibatalkan: tidak ada pembayaran lagi setelah { $until }.
    [failed] ⚠️ Telegram tidak bisa menarik { $stars } ⭐ berikutnya untuk langgananmu, jadi { $credits } berikutnya belum masuk. Isi ulang Bintangmu di pengaturan Telegram, bagian "Bintang Saya", supaya langgananmu berlanjut.
    [active] 📅 Langgananmu berlanjut. Pembayaran berikutnya pada { $until }.
   *[ended] 📅 Langgananmu sudah berakhir; kreditmu tetap milikmu. Untuk mulai berlangganan lagi, kirim /buy.
    }
subscription-may-go-on = 📅 Sekarang Telegram mengizinkanmu melanjutkan langganan. Untuk mengaktifkannya lagi, buka pengaturan Telegram, ketuk "Bintang Saya", pilih langganan ini, lalu ketuk "Perpanjang".
subscription-not-changed = Telegram tidak mengizinkanku mengubah langgananmu. Kamu bisa melakukannya sendiri: buka pengaturan Telegram, ketuk "Bintang Saya", lalu pilih langganan ini. Kalau tidak membantu, tulis ke /paysupport, ya.
subscription-asked = { $wish ->
    [resume] Aku sedang minta Telegram melanjutkan langgananmu.
   *[cancel] Aku sedang minta Telegram membatalkan langgananmu.
    }
subscription-already-so = { $wish ->
    [resume] Langgananmu memang masih berlanjut.
   *[cancel] Langgananmu memang sudah dibatalkan.
    }
payment-unmatched = Pembayaranmu sudah masuk, tapi aku tidak tahu untuk pesanan yang mana. Tim kami sudah tahu; kalau belum ada kabar dari mereka, tulis ke /paysupport, ya.
payment-returned = ↩️ Bintangmu untuk { $bought } sudah dikembalikan{ $part ->
    [all] , dan kreditnya ditarik kembali.
    [some] , dan sisa { $taken } ditarik kembali.
   *[none] .
    } Saldomu: { $balance }
payment-returned-gift =
    ↩️ Bintangmu untuk hadiah { $credits } sudah dikembalikan. { $state ->
        [unopened] Hadiahnya sudah tidak bisa dibuka.
        [opened] Sisanya ditarik kembali.
       *[owed] Sisanya ditarik kembali, dan { $owed } yang sudah terpakai diambil dari saldomu.
    } Saldomu: { $balance }
payment-returned-unmatched = ↩️ Bintangmu sudah dikembalikan. Saldomu: { $balance }
checkout-not-ours = Tagihan ini tidak berlaku. Kirim /buy untuk tagihan baru, ya.
checkout-not-yours = Tagihan ini dibuat untuk orang lain. Kirim /buy untuk tagihanmu sendiri, ya.
checkout-price-changed = Harga kami sudah berubah. Kirim /buy untuk tagihan baru, ya.
checkout-too-old = Tagihan ini sudah terlalu lama. Kirim /buy untuk tagihan baru, ya.
checkout-already-subscribed = Kamu sudah punya langganan. Lihat /balance.
blocked = Akunmu di sini diblokir tim kami, jadi kamu tidak bisa memesan atau membeli. Untuk refund atau pertanyaan, kirim /paysupport; untuk membatalkan langganan, /balance.
unblocked = ✅ Blokir akunmu sudah dibuka tim kami: kamu bisa membuat video dan membeli kredit lagi.
team-message =
    💬 Pesan dari tim kami:
    <blockquote>{ $words }</blockquote>
    Untuk membalas, kirim /paysupport.
ordered-again = 🔁 Tim kami memesan lagi videomu dengan <b>{ $model }</b>: percobaan terakhir gagal. Kalau sampai, harganya { $price }, seperti yang pertama.
credits-given-back = 🎁 Tim kami mengembalikan { $price } untuk videomu. Kalau tetap sampai, gratis. Saldomu: { $balance }
checkout-already-paid = Tagihan ini sudah dibayar. Kirim /buy kalau mau menambah kredit.

## Gifts

gift-offer =
    <b>🎁 Hadiahkan kredit</b>
    Setelah membayar, kamu mendapat tautan. Orang pertama yang membukanya mendapat kreditnya. Kalau tidak ada yang membukanya dalam { $days } hari, kreditnya jadi milikmu. Pilih paket:
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = Hadiah { $credits } untuk membuat video AI dengan Starreel. Kamu mendapat tautan, dan orang pertama yang membukanya mendapat kreditnya.
receipt-gift =
    ✅ Terima kasih! Hadiahmu { $credits } sudah siap. Kirim tautan ini ke orang yang mau kamu beri hadiah; yang pertama membukanya mendapat kreditnya:
    
    { $link }
    
    Kalau tidak ada yang membukanya dalam { $days } hari, kreditnya jadi milikmu. Sebelum itu, kamu bisa me-refund-nya lewat /paysupport.
receipt-gift-over =
    ✅ Terima kasih! Hadiahmu { $credits } sudah dibayar. { $state ->
        [opened] Hadiahnya sudah dibuka.
        [taken_back] Hadiahnya sudah dibuka.
        [kept] Tidak ada yang membukanya tepat waktu, jadi kreditnya milikmu.
       *[other] Bintangnya sedang dikembalikan kepadamu, jadi hadiahnya tidak bisa dibuka.
    }
gift-opened =
    🎁 Ada yang memberimu { $credits }! Saldomu: { $balance }
    
    Ceritakan sebuah adegan atau kirim foto, nanti aku jadikan video.
gift-already-yours = Hadiah ini sudah kamu buka: kreditnya ada di saldomu. Lihat /balance.
gift-already-opened = Hadiah ini sudah dibuka orang lain. Hadiah jadi milik yang pertama membukanya.
gift-refunded = Hadiah ini ditarik kembali oleh pembelinya, jadi tidak bisa dibuka.
gift-too-late = Hadiah ini tidak dibuka tepat waktu, jadi kembali ke pembelinya.
gift-unknown = Hadiah ini tidak kutemukan. Cek tautannya, ya: harus lengkap.
gift-was-opened = 🎁 Hadiahmu { $credits } sudah dibuka.
gift-kept = 🎁 Tidak ada yang membuka hadiahmu, jadi { $credits } itu sekarang milikmu. Saldomu: { $balance }
gift-taken-back = ↩️ Pembayaran untuk hadiah yang kamu buka dikembalikan ke pembelinya, jadi sisa { $credits } darinya ditarik. Saldomu: { $balance }
share-gift = 🎁 Hadiah untukmu: kredit untuk video AI! Ketuk tautannya untuk mengambilnya.

## Invitations

invite =
    <b>🎁 Ajak teman</b>
    Kirim tautanmu ke teman yang belum pernah ke sini. Saat salah satu dari mereka melakukan pembelian pertama, kalian berdua masing-masing dapat { $credits }, untuk paling banyak { $most } teman.
    
    { $link }
invite-off =
    <b>Ajak teman</b>
    Saat ini tidak ada hadiah untuk undangan, tapi temanmu tetap kami sambut. Ketuk di bawah untuk membagikan bot ini.
invite-sum =
    Datang lewat tautanmu: { $came }
    Sudah membeli: { $bought }
    Yang kamu dapat: { $earned }
invited = 🎁 Kamu diajak teman: dengan pembelian pertamamu, kalian berdua masing-masing dapat tambahan { $credits }.
invited-oneself = Itu tautanmu sendiri. Kirim ke teman-temanmu: /invite
invited-not-new = Undangan hanya untuk orang yang baru di sini. Tapi kamu juga bisa mengajak teman: /invite
invitation-rewarded = 🎁 Teman yang kamu ajak melakukan pembelian pertama, dan kamu dapat { $credits }. Saldomu: { $balance }
invitation-taken-back = ↩️ Pembelian pertama temanmu di-refund, jadi { $credits } yang kamu dapat darinya ditarik kembali. Saldomu: { $balance }
share-invitation = Buat video AI bersamaku:

## Promo codes

redeem-ask = 🎟 Apa kode promomu? Kirim saja.
redeem-cancelled = Oke, tidak jadi pakai kode.
redeemed = 🎁 { $credits } ditambahkan. Saldomu: { $balance }
redeem-unknown = Aku tidak kenal kode ini. Cek penulisannya, lalu kirim /redeem lagi, ya.
redeem-expired = Kode ini sudah kedaluwarsa.
redeem-used-up = Jatah pemakaian kode ini sudah habis. Maaf, ya!
redeem-already-used = Kode ini sudah kamu pakai. Berlaku sekali per orang.
redeem-too-many = Terlalu banyak kode yang tidak ada. Coba lagi { $minutes } menit lagi, ya.

## An order

ask-model = <b>Pilih model</b>
ask-model-line = • <b>{ $model }</b>: { $about }{ $fails ->
    [yes] {" "}· ⚠️ sedang sering gagal
   *[no] {""}
    }
ask-model-prompt = Promptmu: <i>{ $prompt }</i>
models-speech = <b>🗣 Untuk dialog</b>
models-long = <b>⏱ Video terpanjang</b>
models-cheap = <b>💸 Cepat dan hemat</b>
models-photo = <b>🖼 Dari fotomu</b>
model-button = { $model } · { $from } kredit
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ Model ini sedang sering gagal. Kalau videomu tidak jadi, kreditmu kembali.
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ lanjutan videomu
    [full-hd] videomu dalam 1080p
    [ultra-hd] videomu dalam 4K
   *[upscale] videomu, lebih tajam
}
card-image = 🖼 Foto { $number }: { $role ->
    [first] frame pertama
    [last] frame terakhir
   *[reference] referensi
}
card-price = Harga: { $price } · Saldo: { $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 Tambah foto
   *[other] 🖼 { $images } foto
}
ask-prompt = ✍️ Apa yang terjadi di videonya? Tulis saja. Contohnya: <i>Seekor rubah merah berlari di salju segar saat fajar, slow motion.</i>
ask-blank = ✍️ { $ask } Contohnya: <i>{ $example }</i>
ask-style = Ketuk untuk menambah atau menghapus:
ask-what-next = ✍️ Apa yang terjadi selanjutnya di videomu? Tulis saja.
takes-no-prompt = Ini tidak perlu prompt: videomu dibuat sekali lagi, apa adanya.
prompt-empty = Pesannya kosong. Ceritakan videomu dengan beberapa kata, ya.
prompt-too-long = Promptmu { $chars } karakter, sedangkan { $model } menerima paling banyak { $max }. Kirim yang lebih pendek, ya.
cannot-use-that = Aku hanya bisa memakai teks dan foto.
ask-image = Mau mulai dari foto? Kirim sekarang.
ask-image-more = Kirim foto lain untuk menambahkannya.
images-full = Jumlah foto untuk model ini sudah penuh. Foto baru akan menggantikan yang terakhir.
ask-image-required = 🖼 { $model } dimulai dari foto. Kirim satu, ya.
image-received = 📷 Fotomu sedang kucek.
image-replaced = Foto terakhir kuganti: model ini tidak menerima lebih banyak lagi.
images-enough = Model ini menerima paling banyak { $images } foto: aku pakai yang pertama dikirim.
not-an-image = File ini tidak bisa kupakai. Kirim foto { $types }, ya.
image-too-large = Foto ini terlalu besar. Kirim yang ukurannya paling besar { $megabytes } MB, ya.
image-left-out = Foto yang tidak bisa dipakai kulewati. Kirim yang lain kalau mau.
image-unavailable = Aku gagal mengambil fotomu dari Telegram. Tolong kirim lagi, ya.
model-takes-no-image = Model ini bekerja dari teks saja, jadi fotonya tidak dipakai.
model-gone = Model ini sudah tidak tersedia. Pilih model lain, ya.
follow-up-gone = Ini sudah tidak bisa dibuat dari video ini.
confirm-button = ✨ Buat · { $credits } kredit
choice-length = { $seconds } dtk
choice-sound = dengan suara
choice-no-sound = tanpa suara
choice-price = { $label } ({ $more })
not-enough = Video ini perlu { $price }, sedangkan saldomu { $available }. Beli paket di bawah; promptmu tersimpan.

    Dengan membayar, kamu menyetujui /terms.
order-dropped = Pesanan dibatalkan. Tidak ada kredit yang terpakai.
nothing-to-cancel = Tidak ada yang perlu dibatalkan.
cancel-queued = Tidak ada pesanan yang belum selesai. Ketuk di bawah untuk membatalkan video yang belum dimulai.
cancel-video = Batalkan: { $prompt }
cancel-rendering = Videomu sudah mulai dibuat, jadi tidak bisa dibatalkan.
cancel-passed-on = Pesananmu sudah diteruskan, jadi tidak bisa dibatalkan. Kalau tidak jadi dibuat, kreditmu kembali.
old-button = Tombol ini sudah kedaluwarsa.
already-placed = Pesanan ini sudah kamu buat.
order-changed = Pesanan atau harganya sudah berubah. Cek lagi, ya.
prompt-replaced = Prompt diperbarui.
prompt-joined = Kedua pesanmu kugabung jadi satu prompt.
tap-to-confirm = Sedikit lagi: ketuk "Buat" di bawah untuk mulai.
placed = Pesanan diterima.
too-many-orders = Batas jumlah video untuk saat ini sudah tercapai. Pesananmu tersimpan; coba ketuk lagi { $minutes } menit lagi, ya.
too-many-orders-today = Batas jumlah video untuk sehari sudah tercapai. Pesananmu tersimpan; coba ketuk lagi { $hours } jam lagi, ya.
paused = Pembuatan video sedang tidak tersedia untuk sementara. Kreditmu aman. Coba lagi nanti, ya.
paused-briefly = Pembuatan video sedang tidak tersedia untuk sementara. Pesananmu tersimpan; coba lagi nanti, ya.
paused-model = { $model } sedang tidak tersedia untuk sementara. Pesananmu tersimpan; pilih model lain atau coba lagi nanti, ya.

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] lanjutan
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] lebih tajam
}
status-queued = ⏳ <b>{ $model }</b>: nomor { $position } dalam antrean. { $price } ditahan.
status-queued-paused = ⏸ <b>{ $model }</b>: dalam antrean. Pembuatan video sedang tidak tersedia untuk sementara; posisi pesananmu tetap. { $price } ditahan.
status-under-way = 🎬 <b>{ $model }</b>: videomu sedang dibuat. Biasanya perlu { $usual }; chat ini boleh kamu tutup. { $price } ditahan.
status-under-way-paused = ⏸ <b>{ $model }</b>: pesananmu menunggu. Pembuatan video sedang tidak tersedia untuk sementara. Kalau tidak jadi dibuat, { $price } dikembalikan.
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] Sebentar lagi selesai.
       *[other] Sekitar { $minutes } menit lagi.
    }
status-late = ⏳ <b>{ $model }</b>: yang ini lebih lama dari biasanya. Aku masih menunggunya. Kalau tidak jadi dibuat, { $price } dikembalikan.
usual-wait = { $slow ->
    [0] kurang dari semenit
   *[other] { $range ->
        [yes] { $median ->
            [0] paling lama { $slow } menit
           *[other] { $median } sampai { $slow } menit
        }
       *[no] sekitar { $slow } menit
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b>: pesananmu sudah kukirim, tapi jawabannya hilang di jalan. Kalau tidak ada kabar dalam { $minutes } menit, { $price } dikembalikan. Kalau videonya datang setelah itu, gratis.
status-ready = 📦 <b>{ $model }</b>: videomu sudah jadi, sedang kukirim.
status-gone = ⏳ <b>{ $model }</b>: videomu sudah jadi, tapi layanan videonya belum menyerahkannya. Aku terus mencoba. Kalau tidak datang, { $price } dikembalikan.
status-gone-free = ⏳ <b>{ $model }</b>: videomu sudah jadi, tapi layanan videonya belum menyerahkannya. Aku terus mencoba.
status-delivered = ✅ <b>{ $model }</b>: selesai · { $price } terpakai · sisa { $left }
status-delivered-free = ✅ <b>{ $model }</b>: videomu akhirnya sampai. Gratis: kreditmu sudah kembali sebelumnya.
status-failed = ⚠️ <b>{ $model }</b>: gagal – { $price } dikembalikan.
status-cancelled = <b>{ $model }</b>: dibatalkan – { $price } dikembalikan.
status-undeliverable = <b>{ $model }</b>: videomu sudah jadi, tapi selama seminggu aku tidak bisa menghubungimu. Tulis ke /paysupport, ya.
status-lost = ⚠️ <b>{ $model }</b>: videomu tidak sampai – { $price } dikembalikan.
video-lost = { $reason ->
    [no-video] Maaf, layanan video bilang videomu sudah jadi, tapi aku tidak mendapatkan videonya. Sudah kuminta dua kali.
    [too-large] Maaf, videomu terlalu besar untuk dikirim di sini, dan aku tidak punya cara lain untuk mengirimkannya.
    [overdue] Maaf, videomu sudah dibuat, tapi aku tidak bisa mengirimkannya, padahal sudah kucoba berhari-hari.
   *[not-taken] Maaf, videomu sudah dibuat, tapi aku tidak bisa mengirimkannya. Telegram menolak filenya.
    }

    { $paid ->
    [yes] { $price } dikembalikan. Saldomu: { $balance }
   *[no] Tidak ada kredit yang terpakai. Saldomu: { $balance }
    }
job-cancelled = Dibatalkan; kreditmu sudah kembali.
cancel-too-late = Sudah terlambat untuk dibatalkan: pesananmu sudah diteruskan.
link-too-large = Videomu sudah jadi! Ukurannya terlalu besar untuk dikirim di sini, jadi silakan unduh:
link-not-taken = Videomu sudah jadi! Telegram sedang tidak bisa menerima filenya, jadi silakan unduh:
link-kept = Tautannya berlaku 7 hari.
link-at-provider = Tautannya berlaku sekitar sehari, jadi sebaiknya segera simpan videonya.
failed-policy = Model menolak { $image ->
    [yes] prompt atau foto
   *[no] prompt
    } ini karena aturan kontennya. Coba { $image ->
    [yes] tulis dengan kata lain, atau pakai foto lain
   *[no] tulis dengan kata lain
    }, ya.
failed-refused = Model tidak bisa menerima pesanan ini. Ubah sedikit, lalu coba lagi, ya.
failed-image = Fotonya tidak bisa kupakai. Coba foto lain, ya.
failed-image_gone = Fotomu sudah tidak ada di Telegram. Tolong kirim lagi, ya.
failed-sound = Model ini menambahkan suara ke setiap video, tapi tidak menemukannya di promptmu. Sebutkan suaranya, atau tulis apa yang diucapkan, lalu coba lagi, ya.
failed-provider = Ada masalah saat videomu dibuat. Coba lagi, ya.
failed-expired = Layanannya terlalu lama sibuk. Coba lagi nanti, ya.
failed-timeout = Aku berhenti menunggu videomu: terlalu lama. Kalau nanti tetap datang, gratis.
failed-unknown = Aku tidak bisa memastikan pesananmu. Kalau videonya tetap datang, gratis.
failed = { $reason }

    { $price } dikembalikan. Saldomu: { $balance }

## Videos that were made

videos = <b>Videomu</b>
    Ketuk nomornya untuk mengirim ulang, mengubah, atau melanjutkan video itu.
videos-line = { $number }. { $date } · <b>{ $model }</b>: { $prompt }
videos-none = Kamu belum punya video. Ceritakan sebuah adegan atau kirim foto, nanti kubuatkan.
video-gone = Video ini sudah tidak disimpan.
video-deleted = Dihapus dari daftarmu.
share-text = Buat video seperti ini bersamaku:
shared-order = 🎁 Ada yang membagikan ide ini kepadamu. Ubah saja sesukamu.
shared-gone = Ide ini sudah tidak dibagikan. Ceritakan adeganmu sendiri, atau pilih template.

## Templates

templates = <b>Template</b>
    Pilih ide, sisanya aku yang urus.
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 dari fotomu
       *[words] { $blanks ->
            [0] tinggal pakai
           *[other] isi { $blanks } hal
        }
    }
template-gone = Template ini sudah tidak tersedia. Ini template yang ada.

## Tips

tips = <b>💡 Tips untuk { $model }</b>
tips-all = <b>💡 Cara menulis prompt yang bagus</b>
tips-scene = • <b>Adegan:</b> sebutkan siapa atau apa, di mana, dan apa yang terjadi, dalam satu atau dua kalimat.
tips-camera = • <b>Kamera dan cahaya:</b> sebutkan juga. Contohnya: <i>kamera mendekat perlahan, cahaya senja keemasan</i>.
tips-speech = • <b>Dialog:</b> tulis dalam tanda kutip. Contohnya: <i>Dia tersenyum dan berkata: "Selamat datang di rumah!"</i> Sebutkan juga suara yang kamu mau.
tips-sound = • <b>Suara:</b> sebutkan apa yang terdengar. Contohnya: <i>debur ombak, burung camar di kejauhan</i>.
tips-silent = • <b>Tanpa suara:</b> video dari model ini tidak bersuara, jadi tidak perlu menulis dialog atau musik.
tips-photo = • <b>Dari foto:</b> jelaskan apa yang bergerak; tampilannya mengikuti foto.
tips-length = • <b>Durasi:</b> beberapa detik cukup untuk satu atau dua aksi. Cerita yang lebih panjang perlu video yang lebih panjang.
style-dolly = 🎥 Kamera mendekat
style-drone = 🚁 Dari drone
style-handheld = 🤳 Kamera genggam
style-slow-motion = 🐢 Slow motion
style-golden = 🌇 Golden hour
style-neon = 🌃 Malam neon
style-film = 🎞 Film 35mm
style-macro = 🔬 Makro
style-animated = 🧸 Animasi 3D

## Settings

settings = <b>⚙️ Preferensimu</b>
    Pesanan baru dimulai dengan ini. Kamu bisa mengubahnya di setiap pesanan.
settings-line = { $name }: <b>{ $value }</b>
settings-as-last = seperti terakhir kali
settings-as-telegram = seperti di Telegram
settings-model = Model
settings-format = Format
settings-length = Durasi
settings-sound = Suara
settings-language = Bahasa
settings-news = Kabar dari kami
settings-news-on = nyala
settings-news-off = mati
button-news-on = 🔔 Nyalakan kabar
button-news-off = 🔕 Matikan kabar
button-no-more-news = 🔕 Stop pesan seperti ini
news-are-off = Oke, tidak ada kabar lagi. Soal video dan pembayaranmu tetap kukabari. Nyalakan lagi di /settings.
news-are-on = Oke, kamu akan menerima kabar dari kami lagi.
settings-ask-model = Pesanan baru mau dimulai dengan model apa?
settings-ask-format = Format mana yang kamu suka? Model yang tidak mendukungnya akan memakai formatnya sendiri.
settings-ask-length = Durasi mana yang kamu suka? Model yang tidak mendukungnya akan memakai durasinya sendiri.
settings-ask-sound = Mau pakai suara kalau bisa dipilih?
settings-ask-language = Aku sebaiknya pakai bahasa apa?
language-name = Bahasa Indonesia
language-set = Oke, mulai sekarang pakai bahasa Indonesia.

## Payment support

support = <b>Bantuan pembayaran</b>
    Dukungan Telegram sendiri tidak bisa membantu pembelian di bot ini.
support-write = Ada hal lain? Jelaskan masalahnya di pesanmu berikutnya, tim kami akan membalas di sini.
support-needs-words = Tolong jelaskan masalahnya dengan kata-kata, ya; aku tidak bisa meneruskan foto atau file.
support-too-many = Hari ini pesanmu ke kami sudah banyak, dan semuanya kami terima. Tunggu balasan kami, atau tulis lagi besok, ya.
support-cancelled = Oke, tidak ada permintaan yang dikirim.
support-reply = 💬 Soal permintaan pembayaranmu nomor { $number }:
    <blockquote>{ $words }</blockquote>
    Untuk menulis lagi, kirim /paysupport.
support-received = Terima kasih! { $seen ->
    [yes] Permintaanmu sudah diterima tim kami.
   *[no] Permintaanmu sudah disimpan, dan tim kami akan membacanya secepat mungkin.
    } Nomornya { $number }.{ $photo ->
    [yes] {" "}Aku tidak bisa meneruskan foto atau file, jadi tolong jelaskan isinya kalau itu penting.
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>Pembelian terakhirmu</b>
    Pembelian yang belum terpakai bisa di-refund dalam { $days } hari dengan tombol di bawah. Untuk selain itu, ajukan refund.
purchase-line =
    { $number }. { $credits } seharga { $stars } ⭐ pada { $date }{ $gift ->
        [none] { "" }
        [waiting] { " " }· 🎁 hadiah, belum dibuka
        [refunding] { " " }· 🎁 hadiah, tidak dibuka
        [returned] { " " }· 🎁 hadiah, tidak dibuka
        [kept] { " " }· 🎁 hadiah yang tidak dibuka siapa pun
       *[opened] { " " }· 🎁 hadiah, sudah dibuka
    }{ $eligibility ->
        [asked] : refund diajukan
        [declined] : refund ditolak
        [under-way] : refund sedang diproses
        [returned] : sudah di-refund
       *[other] { "" }
    }
    Transaksi <code>{ $charge }</code>
refund-offer = <b>Refund pembelian { $number }?</b>
    { $stars } ⭐ kembali kepadamu, dan { $credits } ditarik dari saldomu.
refund-offer-gift =
    <b>Refund pembelian { $number }?</b>
    { $stars } ⭐ kembali kepadamu, dan hadiahmu { $credits } tidak bisa dibuka siapa pun lagi.
refund-begun-gift = ↩️ Refund hadiahmu, pembelian { $number }, sedang diproses: { $stars } ⭐. Tautannya sudah tidak berlaku. Nanti kukabari.
refund-begun = ↩️ Refund pembelian { $number } sedang diproses: { $credits } ditahan sampai { $stars } ⭐ kembali kepadamu. Nanti kukabari.
refund-kept = Oke, kreditmu tetap ada.
refund-asked = Terima kasih. Refund pembelian { $number } sudah diajukan ke tim kami; keputusannya nanti kukabari.
refund-declined = Refund pembelian { $number } ({ $credits } seharga { $stars } ⭐) ditolak. Kalau menurutmu ini keliru, tulis ke /paysupport, ya.
refund-refused = Telegram tidak bisa me-refund pembayaranmu. { $credits ->
    [0] Tim kami sudah tahu dan akan mengeceknya.
   *[other] Kreditmu sudah kembali, dan tim kami sudah tahu.
    }
not-refundable =
    { $eligibility ->
        [refundable] Pembelian ini bisa di-refund: ketuk "Refund" di /paysupport.
        [spent] Sebagian kreditmu sudah terpakai atau ditahan. Kamu bisa mengajukan refund di /paysupport.
        [gift-opened] Hadiah ini sudah dibuka. Kamu bisa mengajukan refund di /paysupport.
        [too-late] Pembelian ini sudah terlalu lama untuk itu. Kamu bisa mengajukan refund di /paysupport.
        [refused] Telegram menolak refund ini. Kamu bisa menulis ke kami lewat /paysupport.
        [asked] Refund ini sudah kamu ajukan. Keputusannya nanti kukabari.
        [declined] Refund ini ditolak. Kamu bisa menulis ke kami lewat /paysupport.
        [under-way] Refund ini sedang diproses.
       *[returned] Pembelian ini sudah di-refund.
    }

## Privacy

privacy =
    <b>Privasi</b>
    <b>Apa yang kusimpan, dan berapa lama</b>
    • ID Telegram dan bahasamu, apa yang kamu bayar, siapa yang mengajakmu atau memberimu kredit, serta kapan kamu memesan model apa dengan harga berapa: tanpa promptmu, selama kami wajib menyimpan pembukuan. Namamu tidak disimpan.
    • Promptmu, pengaturan videomu, serta nama file foto dan videomu di Telegram: { $orders } hari setelah pesanan. Fotonya sendiri hanya diteruskan, tidak disimpan. Hapus video dari /videos, dan aku langsung melupakannya.
    • Pilihanmu di /settings: sampai kamu menghapusnya di sini. Kalau kamu tidak mau kabar, catatan itu tetap ada supaya kamu tidak dikirimi.
    • Hari terakhir kamu di sini: sampai kamu kembali.
    • Yang kamu tulis ke bantuan pembayaran: { $requests } hari.
    • Jawaban terakhirku kepadamu, kalau-kalau Telegram menanyakannya lagi: 1 jam.
    • Video yang tidak bisa dikirim di sini, sampai kamu mengunduhnya: 7 hari.
    
    <b>Ke mana data dikirim</b>
    • Prompt, foto, dan pengaturan dikirim ke KIE.ai, yang membuat videonya lalu menyimpan video dan fotomu sampai 14 hari, tanpa nama atau ID-mu.
    • Telegram menyimpan chat ini. Yang kamu lihat di sini bisa kamu hapus sendiri.
    • Tidak ada pihak lain yang menerima apa pun, dan tidak ada yang dipakai untuk melatih apa pun.
    
    Ketuk di bawah untuk menghapusnya sekarang.
forget-sure = <b>Hapus prompt, foto, dan videomu?</b>
    Aku akan menghapus semua yang pernah kamu tulis kepadaku, prompt dan foto pesananmu, preferensimu, pesanan yang belum selesai, dan salinan videomu. Ini tidak bisa dibatalkan, dan tombol "Lagi" tidak akan mengenali pesanan lamamu.

    Kreditmu tetap ada. Daftar pembayaran dan harga juga tetap ada, tanpa tulisanmu.
forget-kept = Oke, tidak ada yang dihapus.
forgotten = 🗑 Dihapus: prompt, foto, dan videomu, serta yang kamu tulis. Kredit dan daftar pembayaranmu tetap ada.

    Yang kamu lihat di chat ini bisa kamu hapus sendiri lewat "Bersihkan riwayat" di menu Telegram.
forgotten-when-ended = 🗑 Dihapus. { $orders } pesanan masih diproses; datanya dihapus begitu selesai. Kredit dan daftar pembayaranmu tetap ada.

    Yang kamu lihat di chat ini bisa kamu hapus sendiri lewat "Bersihkan riwayat" di menu Telegram.

## Buttons

button-subscription-cancel = Batalkan langganan
button-subscription-resume = Lanjutkan langganan
button-refund-offer = ↩️ Refund { $credits } ({ $stars } ⭐), { $date }
button-refund-ask = 🙋 Ajukan refund – { $credits }, { $date }
button-refund-confirm = Ya, refund
button-refund-keep = Tidak, simpan kreditku
button-refund-approve = ✅ Setujui
button-refund-decline = ❌ Tolak

button-make-video = 🎬 Buat video
button-buy = ⭐ Beli kredit
button-again = 🔁 Lagi · { $credits } kredit
button-edit = ✏️ Ubah
button-follow-extend = ➕ Lanjutkan · { $credits } kredit
button-follow-upscale = 🔍 Lebih tajam · { $credits } kredit
button-follow-full-hd = 🔍 1080p · { $credits } kredit
button-follow-ultra-hd = 🔍 4K · { $credits } kredit
button-templates = 💡 Template
button-use-template = ✨ Pakai ide ini
button-share = 🔗 Bagikan
button-copy-link = 📋 Salin tautan
button-gift = 🎁 Beli hadiah
# Whoever opens the link reads the prompt.
button-share-video = 🔗 Bagikan dengan prompt
button-tips = 💡 Tips
button-newer = ◀️ Lebih baru
button-older = Lebih lama ▶️
button-send-again = 📤 Kirim ulang
button-copy-prompt = 📋 Salin prompt
button-delete = 🗑 Hapus
button-cancel = Batal
button-back = ◀️ Kembali
button-done = ✅ Selesai
button-more-models = Model lainnya
button-fewer-models = ◀️ Model terbaik
button-drop-image = ✖️ Foto { $number }
button-turn-images = 🔄 Tukar foto
button-as-references = Jadikan referensi
button-as-frames = Jadikan frame pertama & terakhir
button-continue = Lanjutkan
button-discard = Buang
button-prompt-before = ↩️ Prompt sebelumnya
button-forget = 🗑 Hapus prompt dan videoku
button-forget-sure = Ya, hapus
button-forget-keep = Tidak, simpan
button-open-chat = Buka chat

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = Buat video
command-videos = Videomu
command-templates = Ide siap pakai
command-tips = Tulis prompt yang lebih bagus
command-settings = Preferensimu
command-language = Pilih bahasa
command-buy = Beli kredit dengan Bintang
command-balance = Lihat kreditmu
command-invite = Ajak teman
command-redeem = Pakai kode promo
command-help = Cara kerjanya
command-cancel = Batalkan pesanan saat ini
command-terms = Ketentuan penggunaan
command-privacy = Privasi dan penghapusan data
command-paysupport = Bantuan pembayaran
command-start = Mulai ulang
bot-description = Starreel mengubah kata-kata dan fotomu menjadi video AI pendek. Bayar dengan Bintang Telegram. Kalau videonya gagal, kreditmu kembali.
bot-short-description = Video AI dari kata-kata dan fotomu. Bayar dengan Bintang Telegram.

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = ya iya yaa iyaa yap yup yoi oke ok okay okey okee okelah sip siap baik baiklah boleh bisa setuju betul tentu pasti ayo yuk gas gaskeun mulai lanjut lanjutkan buat buatkan bikin bikinin kirim konfirmasi lakukan sekarang silakan silahkan tolong dong deh aja saja kak bang min mantap keren bagus sempurna yes yeah yep sure go start please 👍 👌 ✅
words-of-greeting = hai halo hallo haloo hei hey hi hello helo pagi siang sore malam selamat permisi assalamualaikum assalamu'alaikum ass apa kabar terima kasih terimakasih makasih makasi mksh tengkyu trims thanks thank you thx kak bang min gan bro sis dadah bye
