# What each model is best at, one line.

about-veo3-fast = Lebensechte Szenen, Menschen, die sprechen
about-kling-3-0 = Kameraführung wie im Kino
about-wan-3-0 = Testsieger bei Videos nur aus Text, bis 30 s
about-minimax-h3 = Erweckt Fotos zum Leben, immer mit Ton
about-grok-imagine = Schnell und verspielt, bis 30 s
about-kling-2-1 = Fließende Bewegungen, ohne Ton
about-veo3-quality = Das beste Veo, für Gesichter und Sprache
about-veo3-lite = Veo für weniger, mit Ton
about-gemini-omni-flash = Versteht lange Beschreibungen, mit Ton
about-kling-2-5-turbo = Schnelle Action, ohne Ton
about-seedance-2-mini = Lebendige Szenen mit Ton, bis 15 s
about-seedance-1-5-pro = Ruhige Kamera, auf Wunsch mit Ton
about-hailuo-2-3 = Bewegte Fotos für wenig
about-pixverse-v6 = Stilisiert und schnell, 1 bis 15 s
about-veo-3-1 = Lebensechte Szenen, Menschen, die sprechen

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 Altes Foto zum Leben erwecken
template-old-photo-line = Ein altes Foto atmet: Menschen lächeln, Haare wehen im Wind.
template-product-name = 🛍 Produktvideo
template-product-line = Dein Produkt auf einem Drehteller, im Studiolicht.
template-product-ask-1 = Um welches Produkt geht es?
template-product-example-1 = eine mattschwarze Kaffeemühle
template-birthday-name = 🎂 Geburtstagsgruß
template-birthday-line = Ein fröhlicher Roboter gratuliert jemandem mit Namen.
template-birthday-ask-1 = Wer hat Geburtstag?
template-birthday-example-1 = Anna
template-birthday-ask-2 = Was soll er wünschen?
template-birthday-example-2 = Mögen all deine Pläne gelingen.
template-loop-name = 🌊 Endloser Hintergrund
template-loop-line = Eine ruhige Szene ohne Schnitte, für Bildschirm oder Hintergrundbild.
template-loop-ask-1 = Was soll zu sehen sein?
template-loop-example-1 = Wellen am Strand in der Abenddämmerung
template-pet-astronaut-name = 🐶 Mein Haustier im Weltall
template-pet-astronaut-line = Dein Haustier schwebt durch eine Raumstation.
template-cinematic-walk-name = 🎬 Filmszene
template-cinematic-walk-line = Ein paar Sekunden wie im Kino.
template-cinematic-walk-ask-1 = Wer ist in der Szene?
template-cinematic-walk-example-1 = eine Frau im gelben Regenmantel
template-cinematic-walk-ask-2 = Wo?
template-cinematic-walk-example-2 = eine Straße im Neonlicht, bei Regen
template-news-name = 📺 Eilmeldung
template-news-line = Die Fernsehnachrichten melden, was immer du willst.
template-news-ask-1 = Was gibt es Neues?
template-news-example-1 = Tom hat endlich den Abwasch gemacht.
template-miniature-name = 🔍 Miniaturwelt
template-miniature-line = Ein Ort als Miniatur, durch ein Makroobjektiv gesehen.
template-miniature-ask-1 = Welcher Ort?
template-miniature-example-1 = eine Hafenstadt im Sommer
template-sketch-name = ✏️ Eine Zeichnung wird lebendig
template-sketch-line = Eine Kinderzeichnung fängt an, sich zu bewegen.
template-food-name = 🍜 Essen ganz nah
template-food-line = Es dampft und brutzelt, in Zeitlupe.
template-food-ask-1 = Welches Gericht?
template-food-example-1 = ein Teller Käsespätzle

# Labels of choices.
label-natural = Natürlich
label-playful = Verspielt
