# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    Peranmu tidak mengizinkan ini: minta { $needs ->
        [owner] pemilik (ADMIN_IDS) melakukannya.
        [support] dukungan (SUPPORT_IDS) atau pemilik (ADMIN_IDS) melakukannya.
       *[viewer] pemilik (ADMIN_IDS) menambahkanmu ke VIEWER_IDS.
    }

## News

operators-provider-blocked = ⚠️ KIE.ai tidak menerima pesanan: { $reason ->
    [out_of_funds] kredit akunnya habis. Isi ulang di kie.ai.
    [unauthorized] kuncinya salah atau tidak punya izin untuk ini. Cek KIE_AI_API_KEY atau KIE_AI_API_KEYS.
    [unreachable] tidak ada worker yang mendapat jawaban darinya. Log worker menyebutkan alamat dan penyebabnya: cek KIE_API_URL dan jaringan mereka.
   *[key_limit] kuncinya sudah mencapai batas belanjanya sendiri. Naikkan di kie.ai.
    }
    Pesanan dijeda; yang ada di antrean menunggu.
operators-key-left-out = ⚠️ KIE.ai tidak menerima pesanan dengan kunci <b>{ $key }</b>: { $reason ->
    [out_of_funds] kredit akunnya habis. Isi ulang di kie.ai.
    [unauthorized] kuncinya salah atau tidak punya izin untuk ini. Cek di KIE_AI_API_KEYS.
    [unreachable] tidak ada jawaban. Log worker menyebutkan penyebabnya.
   *[key_limit] kuncinya sudah mencapai batas belanjanya sendiri. Naikkan di kie.ai.
    }
    Sampai saat itu kunci ini tidak dipakai; bagiannya diambil kunci lain.
operators-key-back = ✅ KIE.ai menerima pesanan lagi dengan kunci <b>{ $key }</b>.
operators-key-missing = ⚠️ Ada pesanan yang butuh kunci <b>{ $key }</b>, padahal kunci itu tidak ada di KIE_AI_API_KEYS: kunci itulah yang membuat videonya, atau video yang dilanjutkannya, dan kunci lain tidak bisa melihatnya. Pesanannya menunggu, dan pada akhirnya kredit pengguna kembali. Pasang lagi kuncinya dengan bobot 0 (<code>{ $key }:0=…</code>), mulai ulang worker, dan hapus setelah pesanannya selesai.
operators-balance-low = ⚠️ Saldo KIE.ai tidak cukup untuk video yang harganya di atas { $credits } kredit di sana. Tidak ditawarkan sampai kamu mengisi ulang di kie.ai: { $models }.
operators-provider-ok = ✅ KIE.ai menerima pesanan lagi.
operators-video-not-delivered = ⚠️ Video yang sudah jadi tidak sampai ke pengguna { $user } (tugas <code>{ $job }</code>). Dia sudah diberi tahu, dan kreditnya sudah kembali. { $why ->
    [no-video] Tidak ada video di alamat dari KIE.ai, padahal sudah diminta dua kali: { $detail }. Kalau terus begini, tanyakan host filenya ke KIE.ai, dan matikan modelnya lewat MODELS_OFF.
    [too-large] Ukurannya terlalu besar untuk Telegram, dan pengguna tidak bisa membuka BOT_URL. Isi WEBHOOK_URL dengan alamat publik, maka video seperti ini dikirim sebagai tautan.
    [overdue] Video ini tidak bisa dikirim selama masih disimpan. Cari tugas ini di log: host file, disk (VIDEOS_MEGABYTES_MAX), atau Telegram gagal terus.
   *[not-taken] Telegram menolaknya dengan cara apa pun: { $detail }. Cari tugas ini di log.
    }
operators-videos-are-late = ⚠️ Ada video jadi yang sudah menunggu lebih dari satu jam, dan bukan karena penggunanya: cari “a video could not be read”, “a video cannot be kept”, dan “a video was not delivered” di log. Aku terus mencoba; kredit baru terpakai saat videonya sampai.
operators-foreign-payment = ⚠️ Pengguna { $user } membayar { $stars } Bintang untuk tagihan yang tidak dibuat bot ini (pembayaran <code>{ $charge }</code>). Tidak ada kredit yang ditambahkan. Apakah database-nya diganti? Tambahkan kreditnya atau refund secara manual.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] Proses lain mengubah tujuan Telegram mengirim update bot ini. Sudah kukembalikan. Dua program dengan satu BOT_TOKEN saling mengambil update: hentikan yang lain, atau cabut tokennya di @BotFather dan pasang yang baru di sini.
    [conflict] Proses lain meminta update bot ini ke Telegram, jadi pesan pengguna tersasar. Hentikan proses itu, atau cabut tokennya di @BotFather dan pasang yang baru di sini.
    [failing] Telegram tidak bisa menyerahkan update ke bot ini: { $words }. Webhook sudah kupasang lagi. Kalau tidak membantu, pastikan WEBHOOK_URL bisa diakses dari internet dan sertifikatnya berlaku.
   *[behind] Update yang menunggu di Telegram makin banyak (sekarang { $words }), jadi pengguna menunggu jawaban. Pastikan WEBHOOK_URL bisa diakses, lalu cek log dan disk bot.
    }
operators-connection-mended = ✅ Update dari Telegram masuk lagi, setelah gangguan dari { $since } sampai { $until } UTC. { $kind ->
    [unreachable] Telegram tidak bisa dihubungi. Pesan menunggu di sana dan sekarang dijawab.
    [token_refused] Telegram tidak mengenali token bot. Pesan menunggu di sana dan sekarang dijawab.
    [taken] Yang diambil proses lain tidak pernah sampai ke sini. Kirim /reconcile supaya pembayaran di antaranya dijadikan kredit sekarang.
    [conflict] Yang diambil proses lain tidak pernah sampai ke sini. Kirim /reconcile supaya pembayaran di antaranya dijadikan kredit sekarang.
   *[other] Pesan menunggu di Telegram dan sekarang dijawab.
    }
operators-sale-refused = 🚨 Telegram menolak { $call ->
    [invoice] tagihan bot ini
    [subscription] langganan bot ini
   *[checkout] jawaban bot ini saat pembayaran
    }, jadi tidak ada yang bisa membeli kredit: { $reason }. Cek pembayaran bot di @BotFather serta PACKS, STARS_PER_CREDIT, dan SUBSCRIPTION_STARS. Untuk mencobanya, ketuk paket di /buy.
operators-support-request = 🧾 Permintaan pembayaran { $number } dari <a href="tg://user?id={ $user }">pengguna { $user }</a>:
    <blockquote>{ $request }</blockquote>
    Jawab dengan <code>/reply { $number } pesan</code>; bot akan meneruskannya.
operators-dead-letter = ⚠️ Ada yang tidak bisa diproses dan disisihkan: { $reason }. Lihat tabel dead_letters dan log.
operators-unknown-jobs = ⚠️ Worker menyebut { $orders } pesanan yang tidak ada di database ini. Kalau database ini dipulihkan dari salinan, pesanan itu masuk setelah salinan dibuat: chat mereka terus menampilkan "sedang dibuat…", dan kreditnya tidak tercatat. Pesanan itu ada di tabel unknown_jobs; siapa yang bertanya mendapatkannya lewat /grant. Kalau tidak dipulihkan, cek DATA_DIR dan apakah ada bot lain yang memakai worker yang sama.
operators-put-back = ℹ️ Database ini dipulihkan dari salinan. { $orders ->
    [0] Tidak ada pesanan yang menunggu di dalamnya.
   *[other] { $orders } pesanan menunggu di dalamnya: worker ditanyai dulu sebelum ada yang dibeli.
    } Kirim /reconcile untuk menemukan pembayaran yang masuk setelah salinan dibuat. Pesanan setelah itu tidak dikenal di sini; pengguna yang menanyakannya mendapat kreditnya lewat /grant.

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }) harganya { $cost } dalam kredit KIE.ai, sedangkan di katalog { $listed }: begitu pada { $off } dari { $of } video terakhir yang seperti itu. { $step ->
    [switched-off] Modelnya sudah kumatikan. Perbaiki harganya di CATALOG_FILE, mulai ulang bot dan worker, lalu nyalakan lagi dengan <code>/models on { $id }</code>.
    [is-last] Modelnya tetap di menu karena itu yang terakhir. Perbaiki harganya di CATALOG_FILE, lalu mulai ulang bot dan worker.
   *[told] Perbaiki harganya di CATALOG_FILE, lalu mulai ulang bot dan worker, atau matikan dulu dengan <code>/models off { $id }</code>.
    }
operators-price-list-differs = 🏷 Harga katalog berikut tidak ada di daftar harga KIE.ai:
    { $lines }
    Bandingkan dengan kie.ai/pricing, perbaiki CATALOG_FILE, lalu mulai ulang bot dan worker; <code>bot check-catalogue</code> menunjukkan sisa dari setiap harga.
operators-price-list-line = • <b>{ $model }</b> ({ $combination }): { $listed } di sini, { $price } di sana menurut “{ $row }”
operators-model-failing = ⚠️ <b>{ $model }</b> gagal { $failures } kali berturut-turut di KIE.ai. Pengguna diberi peringatan saat memilihnya, dan tidak ada yang membayar untuk video yang gagal. Kalau terus begini, matikan dengan <code>/models off { $id }</code>.
operators-model-mended = ✅ <b>{ $model }</b>: { $made ->
    [yes] sudah ada video yang jadi lagi, setelah gagal sejak { $since } UTC.
   *[no] tidak ada kegagalan selama sehari. Model ini gagal terus sejak { $since } UTC; sementara itu tidak ada yang membuat video dengannya.
    }
operators-models = <b>Model</b>
    { $lines }
    Matikan atau nyalakan dengan <code>/models off id</code> atau <code>/models on id</code>.
operators-models-line = • <code>{ $id }</code> { $model }: { $state ->
    [setting] mati karena MODELS_OFF atau katalog
    [operator] dimatikan operator
    [price-watch] mati, karena harganya di atas yang tertulis di katalog
   *[on] nyala
    }{ $fails ->
    [yes] , sering gagal
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] Beres: <code>{ $id }</code> sekarang { $to ->
        [off] mati. Yang sudah dipesan tetap dibuat.
       *[on] nyala. Pengguna bisa memesannya.
    }
    [already] <code>{ $id }</code> memang sudah { $to ->
        [off] mati.
       *[on] nyala.
    }
    [last] <code>{ $id }</code> adalah model terakhir di menu, jadi tetap nyala. Kalau tidak mau menjual apa pun, hentikan bot.
    [off-by-setting] <code>{ $id }</code> mati karena MODELS_OFF atau katalog. Ubah di sana, lalu mulai ulang bot.
   *[unknown] Tidak ada model <code>{ $id }</code>. /models menampilkan semuanya.
    }
operators-usage-models = Tulis <code>/models</code> untuk daftarnya, atau <code>/models off id</code> dan <code>/models on id</code>.

## Refunds

operators-refund-wanted =
    🙋 <a href="tg://user?id={ $user }">Pengguna { $user }</a> minta refund pembelian { $purchase }: { $credits } seharga { $stars } ⭐ pada { $date }. { $because ->
        [too-late] Sudah terlalu lama untuk refund tanpa bertanya.
        [gift-opened] Ini hadiah yang sudah dibuka orang. Kalau kamu setujui, sisanya ditarik dari orang itu.
        [refused] Telegram pernah menolaknya.
       *[spent] Sebagian kreditnya sudah terpakai atau ditahan.
    }
    Kalau kamu setujui, Bintangnya dikembalikan dan sisa kreditnya ditarik. Lihat /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = Dari pembelian ini, { $held } milik pengguna { $user } ditahan untuk pesanan yang sedang berjalan. Putuskan setelah semuanya selesai: sebelum itu belum jelas berapa yang terpakai.
operators-refund-approved = ✅ Disetujui: { $stars } ⭐ dari { $foreign ->
    [yes] pembayaran ini
   *[no] pembelian { $purchase }
    } dikembalikan ke pengguna { $user }; { $taken } ditahan untuk itu. Aku hanya memberi kabar kalau Telegram menolak.
operators-refund-declined = ❌ Ditolak: pembelian { $purchase } ({ $stars } ⭐). Pengguna sudah diberi tahu.
operators-refund-decided = { $eligibility ->
    [under-way] Refund-nya sudah diproses.
    [returned] Sudah di-refund.
    [declined] Sudah ditolak.
   *[other] Tidak ada lagi yang meminta refund ini.
    }
operators-refund-refused = ⚠️ Telegram menolak refund { $stars } ⭐ ke pengguna { $user }: { $reason }. { $credits ->
    [0] Tidak ada kredit yang ditahan untuk itu.
   *[other] Kreditnya sudah kembali.
    } Kalau Bintang bot kurang, tunggu sampai bertambah, lalu kirim
    <code>/refund { $charge } alasan</code>
operators-purchase-unknown = Tidak ada pembelian <code>{ $which }</code>. Ambil dari /ledger pengguna, misalnya <code>123456#2</code> untuk pembelian kedua pengguna 123456, atau pakai ID transaksi dari struk pembeli. Pembayaran yang baru masuk dikenal setelah /reconcile.

## People's credits

operators-credits-moved = Selesai. Saldo pengguna { $user } sekarang { $balance }, dan dia sudah diberi tahu.
operators-has-less = Pengguna { $user } hanya punya { $balance }. Tidak ada yang ditarik.
operators-person-unknown = Pengguna { $user } belum pernah menulis ke bot ini.
operators-account = <b>Pengguna { $user }</b>: { $available } tersedia, { $held } ditahan, { $refunding } sedang di-refund.
operators-account-purchase =
    Pembelian <code>{ $purchase }</code>: { $credits } seharga { $stars } ⭐ pada { $date }, sisa { $left }{ $gift ->
        [none] { "" }
        [waiting] , hadiah yang belum dibuka
        [refunding] , hadiah yang tidak dibuka
        [returned] , hadiah yang tidak dibuka
        [kept] , hadiah yang tidak dibuka tepat waktu
       *[opened] , hadiah yang sudah dibuka
    }{ $eligibility ->
        [asked] , refund diminta
        [declined] , refund ditolak
        [refused] , Telegram menolak refund
        [under-way] , refund sedang diproses
        [returned] , sudah di-refund
       *[other] { "" }
    }
operators-account-entries = Catatan, terbaru lebih dulu, waktu dalam UTC, halaman { $page } dari { $pages }:
operators-entry =
    { $at } · { $credits } · { $cause ->
        [pay] dibeli, { $purchase }
        [bonus] bonus dari { $purchase }
        [first] bonus pembelian pertama
        [welcome] kredit selamat datang
        [invited] karena diajak
        [inviter] karena mengajak orang
        [inviter-back] ditarik: pembelian orang yang diajaknya di-refund
        [promo] kode promo
        [gift-out] dihadiahkan: { $purchase } sudah dibuka
        [gift-in] membuka hadiah, { $purchase }
        [gift-kept] jadi miliknya: hadiah { $purchase } tidak dibuka siapa pun
        [gift-back] ditarik: Bintang untuk hadiah { $purchase } dikembalikan
        [grant] diberikan
        [debit] ditarik
        [hold] ditahan untuk pesanan <code>{ $job }</code>
        [capture] terpakai untuk pesanan <code>{ $job }</code>
        [release] kembali dari pesanan <code>{ $job }</code>
        [give-back] dikembalikan untuk pesanan <code>{ $job }</code>, yang sudah terpakai
        [refund-hold] ditahan untuk refund { $purchase }
        [refund-undo] kembali: Telegram menolak refund { $purchase }
       *[revoke]
            { $held ->
                [yes] hilang bersama refund { $purchase }
               *[no] ditarik: Bintang untuk { $purchase } dikembalikan tanpa lewat kami
            }
    }
operators-entry-by = {""} oleh operator { $operator }: { $reason }
operators-too-many-credits = Satu perintah memindahkan paling banyak { $most }. Tidak ada yang dilakukan.
operators-help = <b>Untuk operator</b>
operators-help-line = /{ $command } · { $about }
command-admin = Pengguna, pesanan, model, dan angka-angka
command-grant = Beri kredit: pengguna, kredit, alasan
command-debit = Tarik kredit: pengguna, kredit, alasan
command-ledger = Saldo dan catatan seorang pengguna
command-refund = Kembalikan Bintang: pengguna#nomor atau ID transaksi, alasan
command-reply = Jawab permintaan pembayaran: nomornya, pesan
command-reconcile = Cocokkan dengan daftar Bintang Telegram sekarang
command-models = Model di menu; off id mengeluarkan satu model
command-promo = Kode promo; kode kredit orang hari membuat satu kode
command-broadcast = Kirim pesan ke semua orang, atau sebagian
command-stats = Keadaan toko; daily on mengirimnya setiap pagi
command-shop = Harga, paket, bonus
command-maintenance = Hanya operator yang bisa memesan: on atau off, dengan kata-kata untuk pengguna
operators-usage-grant = Tulis <code>/grant pengguna kredit alasan</code>, misalnya <code>/grant 123456 5 maaf sudah menunggu lama</code>
operators-usage-debit = Tulis <code>/debit pengguna kredit alasan</code>, misalnya <code>/debit 123456 5 salah beri</code>
operators-usage-ledger = Tulis <code>/ledger pengguna</code>, misalnya <code>/ledger 123456</code>, dan nomor halaman untuk catatan yang lebih lama.
operators-usage-refund = Tulis <code>/refund pengguna#nomor alasan</code> seperti yang ditampilkan /ledger pengguna, misalnya <code>/refund 123456#2 videonya tidak pernah sampai</code>, atau ID transaksi sebagai ganti pembeliannya.
operators-usage-reply = Tulis <code>/reply nomor pesan</code>, misalnya <code>/reply 3 Kreditmu sudah kembali, maaf ya!</code>
operators-reply-sent = Jawabanmu untuk permintaan { $number } sedang dikirim ke pengguna { $user }.
operators-request-unknown = Tidak ada permintaan { $number }.
operators-usage-reconcile = Tulis <code>/reconcile</code>

## Promo codes

operators-promos =
    <b>Kode promo</b>
    { $lines }
    Buat kode dengan <code>/promo kode kredit orang hari</code>, akhiri dengan <code>/promo kode off</code>.
operators-promos-line =
    • <code>{ $code }</code>: { $credits }, dipakai { $uses } dari { $most } kali, { $state ->
        [open] sampai { $ends }
        [used-up] jatahnya habis
       *[ended] berakhir pada { $ends }
    }
operators-promos-none = Belum ada kode promo. Buat dengan <code>/promo kode kredit orang hari</code>, misalnya <code>/promo SUMMER 2 100 30</code>: 2 kredit untuk masing-masing dari 100 orang dalam 30 hari.
operators-promo-made = ✅ <code>{ $code }</code> memberi { $credits } per orang untuk { $people } orang, sekali per orang, sampai { $ends }. Pengguna mengirim <code>/redeem { $code }</code> atau membuka { $link }
operators-promo-taken = Kode <code>{ $code }</code> sudah ada, atau pernah ada. Tidak ada yang berubah; pilih nama lain.
operators-promo-off =
    { $outcome ->
        [ended] Beres: <code>{ $code }</code> sudah tidak bisa dipakai. Yang sudah didapat pengguna tetap milik mereka.
        [had-ended] <code>{ $code }</code> memang sudah berakhir.
       *[unknown] Tidak ada kode <code>{ $code }</code>. /promo menampilkan semuanya.
    }
operators-usage-promo = Tulis <code>/promo kode kredit orang hari</code>, misalnya <code>/promo SUMMER 2 100 30</code>, atau <code>/promo SUMMER off</code>, atau <code>/promo</code> untuk daftarnya. Kode terdiri dari 3 sampai 32 huruf, angka, tanda hubung, atau garis bawah; memberi 1 sampai 1000 kredit kepada 1 sampai 1000000 orang selama 1 sampai 3650 hari.

## Figures of the shop

operators-stats =
    <b>{ $days } hari terakhir</b>
    ⭐ { $stars } Bintang dibayar{ $returned ->
        [0] { "" }
       *[other] , { $returned } di antaranya dikembalikan
    } · 🎬 { $orders } video dipesan · 👤 { $people } pengguna baru
    Berhasil: { $success } · Margin: { $margin } (masuk { $income } USD, { $cost } USD ke KIE.ai)
operators-stats-unreadable = Aku belum bisa membaca angkanya. Coba lagi sebentar lagi; sebabnya ada di log.
operators-stats-daily-on = Oke, kamu akan menerima ini setiap hari pukul { $time } UTC. Untuk jam lain, tulis /stats daily on 7.
operators-stats-daily-off = Oke, ini tidak kukirim sendiri lagi.
operators-usage-stats = Tulis <code>/stats</code>, <code>/stats daily on</code>, <code>/stats daily on 7</code> untuk pukul 7:00 UTC, atau <code>/stats daily off</code>.
button-stats-days = { $days } hari
button-stats-daily-on = ⏰ Kirim setiap pagi
button-stats-daily-off = 🔕 Stop setiap pagi
stats-image-title = { $days } hari terakhir
stats-image-stars = Bintang
stats-image-orders = Pesanan
stats-image-people = Pengguna baru
stats-image-margin = Margin
stats-image-stars-by-day = Bintang per hari
stats-image-orders-by-day = Pesanan per hari
stats-image-people-by-day = Pengguna baru per hari
stats-image-success-by-model = Keberhasilan per model
stats-image-nothing = Belum ada apa-apa

## Broadcasts

operators-broadcast-ask = 📣 Kirim pesan yang akan diterima pengguna: teks dengan formatnya, atau satu foto atau video dengan keterangan. Kamu melihatnya dulu dan memilih penerimanya; belum ada yang dikirim.
operators-broadcast-cannot = Itu tidak bisa kukirim ke semua orang. Kirim satu pesan saja: teks, atau satu foto, video, pesan suara, atau file dengan keterangan. Album tidak bisa.
operators-broadcast-panel =
    👆 Ini yang akan diterima pengguna; masing-masing bisa menghentikan pesan seperti ini dengan tombol di bawahnya.
    
    Untuk: { $to } · <b>{ $people } orang</b>
    Yang mematikan kabar atau memblokir bot tidak dihitung. Pilih penerimanya, lalu waktunya. Waktu dalam UTC.
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] semua bahasa
    }{ $days ->
        [0] { "" }
       *[other] , aktif dalam { $days } hari terakhir
    }
operators-broadcast-ask-language = Untuk bahasa apa? Pengguna yang Telegram-nya memakai bahasa ini, atau memilihnya di sini:
operators-broadcast-ask-time = Kapan dikirim? Tulis waktunya dalam UTC, misalnya <code>18:30</code> atau <code>2027-12-24 09:00</code>, paling lama 60 hari lagi. Sekarang { $now }.
operators-broadcast-wrong-time = Waktu itu sudah lewat, atau lebih dari 60 hari lagi. Pilih yang lain.
operators-broadcast-nobody = Tidak ada yang akan menerimanya. Pilih penerima lain.
operators-broadcast-not-sent = Oke, tidak ada yang dikirim.
operators-broadcast-progress =
    📣 { $state ->
        [draft] Belum dikirim.
        [scheduled] Dikirim pada { $at } UTC.
        [sending] Sedang dikirim: { $percent }%
        [paused] Dijeda di { $percent }%. Tidak ada yang menerimanya dua kali kalau kamu lanjutkan.
        [done] Selesai.
       *[cancelled] Dibatalkan.
    }
    Untuk: { $to } · { $people } orang
    { $state ->
        [draft] { "" }
        [scheduled] Jangan hapus pesan yang kamu kirim kepadaku: aku menyalinnya dari chat ini.
       *[other] ✅ { $sent } menerima · 🚫 { $blocked } memblokir bot · ⚠️ { $failed } ditolak Telegram
    }
operators-broadcast-done =
    📣 Siaranmu selesai. ✅ { $sent } menerima · 🚫 { $blocked } memblokir bot · ⚠️ { $failed } ditolak Telegram{ $failed ->
        [0] .
       *[other] . Log menyebutkan penyebabnya.
    }
operators-broadcast-stopped =
    ⚠️ Siaranmu dijeda: { $known ->
        [yes] Telegram menolak pesannya: { $reason }. Kalau tidak bisa diperbaiki, batalkan dan kirim yang lain.
       *[no] pesannya sudah tidak ada di chat ini, jadi tidak bisa kusalin. Batalkan dan kirim lagi; supaya yang sudah menerimanya tidak dapat lagi, pilih penerima lain.
    }
button-broadcast-everybody = 👥 Semua orang
button-broadcast-languages = 🌐 Satu bahasa…
button-broadcast-all-languages = Semua bahasa
button-broadcast-seen = { $days } hari terakhir
button-broadcast-now = 📣 Kirim ke { $people } orang
button-broadcast-tomorrow = Besok { $time }
button-broadcast-hour = Satu jam lagi
button-broadcast-time = Waktu lain…
button-broadcast-pause = ⏸ Jeda
button-broadcast-resume = ▶️ Lanjutkan
button-broadcast-cancel = ✖️ Batalkan

## Telegram's list of Star transactions

operators-reconcile-begun = Membaca daftar transaksi Telegram…
operators-reconciled = ✅ { $listed } transaksi terdaftar, { $new } di antaranya baru: { $credited } dijadikan kredit belakangan, { $revoked } ditarik kembali. Saldo: { $balance } ⭐. { $agrees ->
    [yes] Cocok dengan daftarnya.
   *[no] Menurut daftarnya, selisihnya { $difference } ⭐.
    }
operators-not-reconciled = ⚠️ Daftar transaksi Telegram tidak bisa dibaca: { $reason }. Nanti kucoba lagi sendiri.
operators-star-difference = { $agrees ->
    [yes] ✅ Saldo Telegram ({ $balance } ⭐) cocok lagi dengan daftar transaksinya.
   *[no] ⚠️ Saldo Telegram ({ $balance } ⭐) berbeda { $difference } ⭐ dari daftar transaksinya. Lihat saldo bot di @BotFather.
    }
operators-payment-not-listed = ⚠️ Pembayaran <code>{ $charge }</code> dari pengguna { $user } sudah dijadikan kredit, tapi tidak ada di daftar Telegram. Apakah palsu? Lihat /ledger { $user }
operators-refund-not-listed = ⚠️ Refund <code>{ $charge }</code> ke pengguna { $user } dianggap selesai, tapi tidak ada di daftar Telegram. Lihat /ledger { $user }
operators-older-payments = ℹ️ { $count } pembayaran ({ $stars } ⭐) di daftar Telegram lebih lama dari database ini. Semuanya disimpan di tabel star_transactions dan tidak dijadikan kredit siapa pun. Kalau seharusnya dijadikan kredit, pulihkan database lama.
operators-unreadable-transaction = ⚠️ Ada transaksi di daftar Telegram yang tidak bisa dibaca (<code>{ $id }</code>). Lihat log, dan perbarui Starreel.
operators-books-are-wrong = 🚨 Pembukuannya salah. Jalankan <code>bot audit</code> untuk melihat barisnya, dan hentikan bot kalau kredit terancam:
    { $found }
