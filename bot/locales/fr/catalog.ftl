# What each model is best at, one line.

about-veo3-fast = Scènes réalistes, personnages qui parlent
about-kling-3-0 = Mouvements de caméra comme au cinéma
about-wan-3-0 = N° 1 des tests à partir de texte seul, jusqu’à 30 s
about-minimax-h3 = Donne vie aux photos, toujours avec du son
about-grok-imagine = Rapide et ludique, jusqu’à 30 s
about-kling-2-1 = Mouvements fluides, sans son
about-veo3-quality = Le meilleur Veo, pour les visages et la parole
about-veo3-lite = Veo à petit prix, avec son
about-gemini-omni-flash = Suit les longues descriptions, avec son
about-kling-2-5-turbo = Action rapide, sans son
about-seedance-2-mini = Scènes vivantes avec son, jusqu’à 15 s
about-seedance-1-5-pro = Caméra stable, son si tu veux
about-hailuo-2-3 = Des photos qui bougent, à petit prix
about-pixverse-v6 = Stylisé et rapide, de 1 à 15 s
about-veo-3-1 = Scènes réalistes, personnages qui parlent

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 Redonner vie à une photo
template-old-photo-line = Une vieille photo s’anime : on sourit, les cheveux bougent dans le vent.
template-product-name = 🛍 Vidéo produit
template-product-line = Ton produit sur un plateau tournant, en lumière de studio.
template-product-ask-1 = Quel est le produit ?
template-product-example-1 = un moulin à café noir mat
template-birthday-name = 🎂 Vœux d’anniversaire
template-birthday-line = Un robot joyeux félicite quelqu’un par son prénom.
template-birthday-ask-1 = C’est l’anniversaire de qui ?
template-birthday-example-1 = Camille
template-birthday-ask-2 = Que doit-il lui souhaiter ?
template-birthday-example-2 = Que tous tes projets se réalisent.
template-loop-name = 🌊 Fond en boucle
template-loop-line = Une scène calme sans coupure, pour un écran ou un fond d’écran.
template-loop-ask-1 = Que doit-on y voir ?
template-loop-example-1 = des vagues sur une plage au crépuscule
template-pet-astronaut-name = 🐶 Mon animal astronaute
template-pet-astronaut-line = Ton animal flotte dans une station spatiale.
template-cinematic-walk-name = 🎬 Scène de film
template-cinematic-walk-line = Quelques secondes comme au cinéma.
template-cinematic-walk-ask-1 = Qui est dans la scène ?
template-cinematic-walk-example-1 = une femme en ciré jaune
template-cinematic-walk-ask-2 = Où ?
template-cinematic-walk-example-2 = une rue sous la pluie, à la lueur des néons
template-news-name = 📺 Flash info
template-news-line = Le journal télévisé annonce tout ce que tu veux.
template-news-ask-1 = Quelle est la nouvelle ?
template-news-example-1 = Hugo a enfin fait la vaisselle.
template-miniature-name = 🔍 Monde miniature
template-miniature-line = Un lieu en miniature, vu à travers un objectif macro.
template-miniature-ask-1 = Quel lieu ?
template-miniature-example-1 = un petit port breton en été
template-sketch-name = ✏️ Un dessin prend vie
template-sketch-line = Un dessin d’enfant se met à bouger.
template-food-name = 🍜 Gros plan gourmand
template-food-line = Ça fume, ça grésille, le tout au ralenti.
template-food-ask-1 = Quel plat ?
template-food-example-1 = un bœuf bourguignon

# Labels of choices.
label-natural = Naturel
label-playful = Ludique
