# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>Untuk operator</b>
    { $role ->
        [owner] Kamu pemilik: kamu bisa melakukan semuanya.
        [support] Kamu di tim dukungan: kamu menjawab dan memblokir pengguna, serta meminta pesanan dicoba lagi. Kredit dan Bintang urusan pemilik.
       *[viewer] Kamu pengamat: kamu melihat semuanya dan tidak mengubah apa pun.
    }
button-admin-menu = ◀️ Menu
button-admin-people = 👤 Pengguna
button-admin-stuck = ⏳ Pesanan macet
button-admin-failed = ⚠️ Pesanan gagal
button-admin-models = 🎬 Model
button-admin-stats = 📊 Statistik
button-admin-now = 🩺 Saat ini
button-admin-shop = 🛒 Toko
button-admin-promos = 🎟 Kode promo
button-admin-broadcast = 📣 Siaran
admin-cancelled = Oke, tidak ada yang dilakukan.
admin-too-long = Terlalu panjang: tulis paling banyak { $max } karakter, atau ketuk "Batal".

## People

admin-ask-person =
    <b>Siapa yang mau kamu lihat?</b>
    Kirim nomor Telegram-nya, pembelian (<code>123456#2</code> atau ID transaksi dari struknya), permintaan pembayaran (<code>#7</code>), atau pesanan, atau teruskan salah satu pesannya.
admin-person-not-found = Tidak ada pengguna dengan <code>{ $word }</code>. Cek lagi, atau kirim yang lain: nomor, pembelian, ID transaksi, permintaan pembayaran seperti <code>#7</code>, atau pesan yang diteruskan. Pembayaran yang baru masuk dikenal setelah /reconcile.
admin-account-hidden = Telegram tidak memberi tahu siapa penulisnya: dia menyembunyikan akunnya saat pesannya diteruskan. Minta ID transaksi di struknya, lalu kirim ke sini.
admin-card =
    <b>Pengguna { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 diblokir sejak { $blocked }
    }{ $away ->
        [yes] { " " }· tidak bisa dihubungi: dia memblokir bot
       *[no] { "" }
    }
    Di sini sejak { $since }, bahasa { $language }
    Saldo: { $available } · { $held } ditahan · { $refunding } sedang di-refund
admin-card-purchases = <b>Pembayaran</b>
admin-card-none = tidak ada
admin-card-subscription =
    <b>Langganan</b>
    { $credits } setiap 30 hari seharga { $stars } ⭐, { $state ->
        [active] sudah dibayar sampai { $until }
        [failed] pembayaran terakhir gagal, sudah dibayar sampai { $until }
       *[cancelled] dibatalkan, berlaku sampai { $until }
    }
admin-card-orders = <b>Pesanan terakhir</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] menunggu giliran
        [published] di worker
        [submitted] sedang dibuat
        [ready] sedang dikirim
        [delivered] sudah sampai
        [failed] gagal
        [cancelled] dibatalkan
       *[undeliverable] tidak bisa dikirim
    }
admin-card-entries = <b>Catatan terakhir</b>, waktu dalam UTC
button-admin-block = 🚫 Blokir
button-admin-unblock = ✅ Buka blokir
button-admin-write = 💬 Tulis pesan
button-admin-grant = ➕ Beri kredit
button-admin-debit = ➖ Tarik kredit
button-admin-ledger = 📒 Catatan
button-admin-another = 🔎 Pengguna lain
button-admin-person = 👤 Kartunya
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] Pengguna { $user } diblokir dan sudah diberi tahu. Pesanan yang sedang berjalan tetap dibuat; langganannya berlanjut sampai dia membatalkannya.
               *[unblocked] Blokir pengguna { $user } dibuka, dan dia sudah diberi tahu.
            }
        [already]
            { $to ->
                [blocked] Pengguna { $user } memang sudah diblokir.
               *[unblocked] Pengguna { $user } tidak diblokir.
            }
        [operator] Operator tidak bisa diblokir. Keluarkan dulu dari pengaturan.
       *[unknown] Pengguna { $user } belum pernah menulis ke bot ini.
    }
admin-ask-grant = Berapa kredit untuk pengguna { $user }, dan kenapa? Contohnya: <code>5 maaf sudah menunggu lama</code>
admin-ask-debit = Berapa kredit yang kutarik dari pengguna { $user }, dan kenapa? Contohnya: <code>5 salah beri</code>
admin-amount-unclear = Tulis angka dan alasannya, misalnya <code>5 maaf sudah menunggu lama</code>, atau ketuk "Batal".
admin-ask-message = Mau menulis apa ke pengguna { $user }? Dia membacanya sebagai pesan dari tim kami, tanpa namamu.
admin-needs-words = Kirim sebagai teks, ya; aku tidak bisa meneruskan foto atau file.
admin-message-sent = Pesanmu sedang dikirim ke pengguna { $user }.

## Orders

admin-orders =
    { $list ->
        [stuck] <b>Pesanan macet</b>: sudah lebih dari { $minutes } menit di tempat yang sama, yang paling lama lebih dulu.
       *[failed] <b>Pesanan gagal</b> dalam { $days } hari terakhir, terbaru lebih dulu.
    }{ $orders ->
        [0] { " " }Tidak ada.
       *[other] { "" }
    }
admin-orders-legend =
    👤 pengguna{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 coba lagi · 🗑 keluarkan dari daftar ini
       *[owner] { " " }· 🔁 coba lagi · ↩️ kembalikan kredit · 🗑 keluarkan dari daftar ini
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · pengguna { $user }
    { $progress ->
        [queued] Menunggu giliran
        [published] Di worker, belum di KIE.ai
        [submitted] Sedang dibuat KIE.ai
        [ready] Sudah jadi, belum sampai
        [not-fetched] Sudah jadi, tapi penggunanya tidak bisa dihubungi selama video masih disimpan; kreditnya terpakai
        [undeliverable] Sudah jadi, tapi tidak bisa dikirim; kreditnya sudah kembali
       *[failed]
            Gagal, kreditnya sudah kembali: { $reason ->
                [policy] ditolak karena aturan konten model
                [refused] model tidak bisa menerimanya
                [image] fotonya tidak bisa dipakai
                [image_gone] fotonya sudah tidak ada di Telegram
                [sound] model tidak menemukan suara di promptnya
                [expired] menunggu terlalu lama
                [timeout] terlalu lama; kalau videonya tetap datang, gratis
                [unknown] tidak jelas apakah KIE.ai menerimanya; kalau videonya tetap datang, gratis
               *[provider] KIE.ai gagal
            }
    }, sejak { $since } UTC ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } mnt
admin-age-hours = { $count } jam
admin-age-days = { $count } hari
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] Worker ditanyai lagi bagaimana nasibnya. Tidak ada yang dibeli dua kali; kalau videonya ada, pasti dikirim.
        [sent] Videonya sedang kukirim lagi.
        [placed] Sudah dipesan lagi, dengan kredit pengguna. Dia sudah diberi tahu.
        [tried-already] Itu sudah dilakukan.
        [ordered-by-person] Penggunanya sudah memesannya lagi sendiri.
        [waits] Masih menunggu giliran; belum ada yang bisa dicoba.
        [refused] Pasti ditolak lagi: penggunanya harus mengubahnya dulu.
        [ended] Sudah berakhir, jadi tidak bisa dicoba lagi.
        [person-blocked] Pengguna ini diblokir. Buka blokirnya dulu.
        [not-enough] Kredit penggunanya sudah tidak cukup.
        [too-many] Batas pesanan pengguna ini untuk saat ini sudah tercapai. Coba lagi nanti.
        [model-gone] Modelnya sudah tidak ditawarkan.
        [forgotten] Promptnya sudah dihapus, jadi tidak bisa dipesan lagi.
        [paused] KIE.ai sedang tidak menerima pesanan. Coba lagi nanti.
        [given-back] Beres: kreditnya sudah kembali, dan dia sudah diberi tahu.
        [given-back-already] Kreditnya memang sudah kembali.
        [delivered] Videonya sudah sampai. Kalau tetap mau memberi kredit, pakai ➕ di kartunya.
        [dropped] Dikeluarkan dari daftar ini sampai ada perkembangan.
       *[dropped-already] Memang sudah tidak ada di daftar.
    }

## Stats

admin-now =
    <b>Saat ini</b>, { $at } UTC
    <b>24 jam terakhir</b>
    Pesanan: { $ordered }, di antaranya { $delivered } sampai dan { $failed } gagal
    Bintang: { $paid } ⭐ dibayar, { $returned } ⭐ kembali
    <b>Sekarang</b>
    { $queued } dalam antrean, { $rendering } sedang dibuat, { $ready } sedang dikirim, { $stuck } macet
    { $refunds } refund menunggu keputusan, { $subscriptions } langganan, { $blocked } pengguna diblokir
button-admin-refresh = 🔄 Perbarui
