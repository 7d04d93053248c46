# What each model is best at, one line.

about-veo3-fast = Gerçek gibi sahneler, konuşan insanlar
about-kling-3-0 = Sinemadaki gibi kamera hareketleri
about-wan-3-0 = Yalnızca metinle testlerde birinci, 30 sn'ye kadar
about-minimax-h3 = Fotoğrafları canlandırır, hep sesli
about-grok-imagine = Hızlı ve eğlenceli, 30 sn'ye kadar
about-kling-2-1 = Akıcı hareket, sessiz
about-veo3-quality = En iyi Veo, yüzler ve konuşma için
about-veo3-lite = Daha uygun fiyatlı Veo, sesli
about-gemini-omni-flash = Uzun açıklamalara uyar, sesli
about-kling-2-5-turbo = Hızlı aksiyon, sessiz
about-seedance-2-mini = Canlı sahneler, sesli, 15 sn'ye kadar
about-seedance-1-5-pro = Sabit kamera, istersen sesli
about-hailuo-2-3 = Hareketlenen fotoğraflar, uygun fiyata
about-pixverse-v6 = Stilize ve hızlı, 1–15 sn
about-veo-3-1 = Gerçek gibi sahneler, konuşan insanlar

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 Eski bir fotoğrafı canlandır
template-old-photo-line = Durgun bir fotoğraf nefes alır: İnsanlar gülümser, saçlar rüzgârda uçuşur.
template-product-name = 🛍 Ürün çekimi
template-product-line = Ürünün döner platformda, stüdyo ışığında.
template-product-ask-1 = Ürün ne?
template-product-example-1 = mat siyah bir kahve değirmeni
template-birthday-name = 🎂 Doğum günü kutlaması
template-birthday-line = Neşeli bir robot birini adıyla kutlar.
template-birthday-ask-1 = Kimin doğum günü?
template-birthday-example-1 = Elif
template-birthday-ask-2 = Ona ne dilesin?
template-birthday-example-2 = Bütün hayallerin gerçek olsun.
template-loop-name = 🌊 Döngülü arka plan
template-loop-line = Ekran ya da duvar kâğıdı için kesintisiz, sakin bir sahne.
template-loop-ask-1 = Ne göstersin?
template-loop-example-1 = alacakaranlıkta kıyıya vuran dalgalar
template-pet-astronaut-name = 🐶 Evcil hayvanım astronot
template-pet-astronaut-line = Evcil hayvanın uzay istasyonunda süzülür.
template-cinematic-walk-name = 🎬 Film sahnesi
template-cinematic-walk-line = Sinemadan çıkmış gibi birkaç saniye.
template-cinematic-walk-ask-1 = Sahnede kim var?
template-cinematic-walk-example-1 = sarı yağmurluklu bir kadın
template-cinematic-walk-ask-2 = Nerede?
template-cinematic-walk-example-2 = yağmurda, neon ışıklı bir sokak
template-news-name = 📺 Son dakika
template-news-line = Bir haber spikeri ne istersen onu duyurur.
template-news-ask-1 = Haber ne?
template-news-example-1 = Mehmet sonunda bulaşıkları yıkadı.
template-miniature-name = 🔍 Minik dünya
template-miniature-line = Bir yer, makro mercekten minyatür olarak.
template-miniature-ask-1 = Neresi?
template-miniature-example-1 = yaz mevsiminde bir Ege kasabası
template-sketch-name = ✏️ Çizim canlanıyor
template-sketch-line = Bir çocuk çizimi hareket etmeye başlar.
template-food-name = 🍜 Yakından yemek
template-food-line = Buhar, cızırtı ve ağır çekim.
template-food-ask-1 = Hangi yemek?
template-food-example-1 = bir tabak İskender kebap

# Labels of choices.
label-natural = Doğal
label-playful = Eğlenceli
