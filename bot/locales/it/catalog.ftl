# What each model is best at, one line.

about-veo3-fast = Scene realistiche, persone che parlano
about-kling-3-0 = Movimenti di camera come al cinema
about-wan-3-0 = Primo nei test con il solo testo, fino a 30 s
about-minimax-h3 = Dà vita alle foto, sempre con audio
about-grok-imagine = Veloce e giocoso, fino a 30 s
about-kling-2-1 = Movimenti fluidi, senza audio
about-veo3-quality = Il miglior Veo, per volti e parlato
about-veo3-lite = Veo a meno, con audio
about-gemini-omni-flash = Segue descrizioni lunghe, con audio
about-kling-2-5-turbo = Azione veloce, senza audio
about-seedance-2-mini = Scene vivaci con audio, fino a 15 s
about-seedance-1-5-pro = Camera stabile, audio se vuoi
about-hailuo-2-3 = Foto in movimento, a poco prezzo
about-pixverse-v6 = Stilizzato e veloce, da 1 a 15 s
about-veo-3-1 = Scene realistiche, persone che parlano

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 Dai vita a una vecchia foto
template-old-photo-line = Una vecchia foto respira: le persone sorridono, i capelli si muovono al vento.
template-product-name = 🛍 Video di prodotto
template-product-line = Il tuo prodotto su una base girevole, con luci da studio.
template-product-ask-1 = Qual è il prodotto?
template-product-example-1 = un macinacaffè nero opaco
template-birthday-name = 🎂 Auguri di compleanno
template-birthday-line = Un robot allegro fa gli auguri a qualcuno chiamandolo per nome.
template-birthday-ask-1 = Chi compie gli anni?
template-birthday-example-1 = Giulia
template-birthday-ask-2 = Cosa deve augurare?
template-birthday-example-2 = Che tutti i tuoi sogni si avverino.
template-loop-name = 🌊 Sfondo in loop
template-loop-line = Una scena calma senza stacchi, per uno schermo o uno sfondo.
template-loop-ask-1 = Cosa si deve vedere?
template-loop-example-1 = onde su una spiaggia al tramonto
template-pet-astronaut-name = 🐶 Il mio animale astronauta
template-pet-astronaut-line = Il tuo animale fluttua in una stazione spaziale.
template-cinematic-walk-name = 🎬 Scena da film
template-cinematic-walk-line = Pochi secondi che sembrano cinema.
template-cinematic-walk-ask-1 = Chi c'è nella scena?
template-cinematic-walk-example-1 = una donna con un impermeabile giallo
template-cinematic-walk-ask-2 = Dove?
template-cinematic-walk-example-2 = una strada illuminata dai neon, sotto la pioggia
template-news-name = 📺 Ultim'ora
template-news-line = Il telegiornale annuncia tutto quello che vuoi.
template-news-ask-1 = Qual è la notizia?
template-news-example-1 = Luca ha finalmente lavato i piatti.
template-miniature-name = 🔍 Mondo in miniatura
template-miniature-line = Un luogo in miniatura, visto con un obiettivo macro.
template-miniature-ask-1 = Quale luogo?
template-miniature-example-1 = un borgo di mare in estate
template-sketch-name = ✏️ Un disegno prende vita
template-sketch-line = Il disegno di un bambino comincia a muoversi.
template-food-name = 🍜 Cibo in primo piano
template-food-line = Vapore, sfrigolio e rallentatore.
template-food-ask-1 = Quale piatto?
template-food-example-1 = un piatto di carbonara

# Labels of choices.
label-natural = Naturale
label-playful = Giocoso
