# What each model is best at, one line.

about-veo3-fast = Adegan seperti nyata, orang yang berbicara
about-kling-3-0 = Gerakan kamera ala bioskop
about-wan-3-0 = Terbaik dalam uji dari teks saja, sampai 30 dtk
about-minimax-h3 = Menghidupkan foto, selalu dengan suara
about-grok-imagine = Cepat dan seru, sampai 30 dtk
about-kling-2-1 = Gerakan mulus, tanpa suara
about-veo3-quality = Veo terbaik, untuk wajah dan dialog
about-veo3-lite = Veo yang lebih hemat, dengan suara
about-gemini-omni-flash = Mengikuti deskripsi panjang, dengan suara
about-kling-2-5-turbo = Aksi cepat, tanpa suara
about-seedance-2-mini = Adegan hidup dengan suara, sampai 15 dtk
about-seedance-1-5-pro = Kamera stabil, bisa dengan suara
about-hailuo-2-3 = Foto yang bergerak, harga hemat
about-pixverse-v6 = Bergaya dan cepat, 1 sampai 15 dtk
about-veo-3-1 = Adegan seperti nyata, orang yang berbicara

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 Hidupkan foto lama
template-old-photo-line = Foto diam jadi bernapas: orang tersenyum, rambut tertiup angin.
template-product-name = 🛍 Video produk
template-product-line = Produkmu di meja putar, dengan cahaya studio.
template-product-ask-1 = Apa produknya?
template-product-example-1 = penggiling kopi hitam doff
template-birthday-name = 🎂 Ucapan ulang tahun
template-birthday-line = Robot ceria mengucapkan selamat dengan menyebut namanya.
template-birthday-ask-1 = Siapa yang ulang tahun?
template-birthday-example-1 = Putri
template-birthday-ask-2 = Apa ucapannya?
template-birthday-example-2 = Semoga semua impianmu tercapai.
template-loop-name = 🌊 Latar berulang
template-loop-line = Adegan tenang tanpa potongan, untuk layar atau wallpaper.
template-loop-ask-1 = Apa yang ditampilkan?
template-loop-example-1 = ombak di pantai saat senja
template-pet-astronaut-name = 🐶 Peliharaanku jadi astronaut
template-pet-astronaut-line = Peliharaanmu melayang di stasiun luar angkasa.
template-cinematic-walk-name = 🎬 Adegan film
template-cinematic-walk-line = Beberapa detik yang terlihat seperti di bioskop.
template-cinematic-walk-ask-1 = Siapa yang ada di adegannya?
template-cinematic-walk-example-1 = perempuan berjas hujan kuning
template-cinematic-walk-ask-2 = Di mana?
template-cinematic-walk-example-2 = jalanan berlampu neon saat hujan
template-news-name = 📺 Berita terkini
template-news-line = Pembawa berita mengumumkan apa pun yang kamu mau.
template-news-ask-1 = Apa beritanya?
template-news-example-1 = Budi akhirnya mencuci piring.
template-miniature-name = 🔍 Dunia mini
template-miniature-line = Sebuah tempat dalam bentuk miniatur, lewat lensa makro.
template-miniature-ask-1 = Tempat apa?
template-miniature-example-1 = pasar terapung di pagi hari
template-sketch-name = ✏️ Gambar jadi hidup
template-sketch-line = Gambar anak-anak mulai bergerak.
template-food-name = 🍜 Makanan dari dekat
template-food-line = Uap, desis, dan slow motion.
template-food-ask-1 = Makanan apa?
template-food-example-1 = semangkuk bakso

# Labels of choices.
label-natural = Natural
label-playful = Seru
