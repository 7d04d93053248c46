# What each model is best at, one line.

about-veo3-fast = Cenas realistas, pessoas que falam
about-kling-3-0 = Movimentos de câmera de cinema
about-wan-3-0 = Primeiro nos testes só com texto, até 30 s
about-minimax-h3 = Dá vida às fotos, sempre com som
about-grok-imagine = Rápido e divertido, até 30 s
about-kling-2-1 = Movimento suave, sem som
about-veo3-quality = O melhor Veo, para rostos e falas
about-veo3-lite = Veo por menos, com som
about-gemini-omni-flash = Segue descrições longas, com som
about-kling-2-5-turbo = Ação rápida, sem som
about-seedance-2-mini = Cenas animadas com som, até 15 s
about-seedance-1-5-pro = Câmera estável, com som se você quiser
about-hailuo-2-3 = Fotos em movimento, por pouco
about-pixverse-v6 = Estiloso e rápido, de 1 a 15 s
about-veo-3-1 = Cenas realistas, pessoas que falam

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 Dar vida a uma foto antiga
template-old-photo-line = Uma foto parada respira: pessoas sorriem, o vento mexe no cabelo.
template-product-name = 🛍 Vídeo de produto
template-product-line = Seu produto em uma base giratória, com luz de estúdio.
template-product-ask-1 = Qual é o produto?
template-product-example-1 = um moedor de café preto fosco
template-birthday-name = 🎂 Parabéns de aniversário
template-birthday-line = Um robô animado dá parabéns a alguém pelo nome.
template-birthday-ask-1 = De quem é o aniversário?
template-birthday-example-1 = Mariana
template-birthday-ask-2 = O que ele deve desejar?
template-birthday-example-2 = Que todos os seus sonhos se realizem!
template-loop-name = 🌊 Fundo em loop
template-loop-line = Uma cena calma e sem cortes, para uma tela ou papel de parede.
template-loop-ask-1 = O que deve aparecer?
template-loop-example-1 = ondas na praia ao anoitecer
template-pet-astronaut-name = 🐶 Meu pet astronauta
template-pet-astronaut-line = Seu pet flutua por uma estação espacial.
template-cinematic-walk-name = 🎬 Cena de filme
template-cinematic-walk-line = Alguns segundos com cara de cinema.
template-cinematic-walk-ask-1 = Quem está na cena?
template-cinematic-walk-example-1 = uma mulher de capa de chuva amarela
template-cinematic-walk-ask-2 = Onde?
template-cinematic-walk-example-2 = uma rua iluminada por neon na chuva
template-news-name = 📺 Plantão de notícias
template-news-line = Um apresentador de telejornal anuncia o que você quiser.
template-news-ask-1 = Qual é a notícia?
template-news-example-1 = João finalmente lavou a louça.
template-miniature-name = 🔍 Mundo em miniatura
template-miniature-line = Um lugar em miniatura, visto por uma lente macro.
template-miniature-ask-1 = Que lugar?
template-miniature-example-1 = Paraty no verão
template-sketch-name = ✏️ Um desenho ganha vida
template-sketch-line = O desenho de uma criança começa a se mexer.
template-food-name = 🍜 Comida em close
template-food-line = Vapor, chiado e câmera lenta.
template-food-ask-1 = Qual prato?
template-food-example-1 = um prato de feijoada

# Labels of choices.
label-natural = Natural
label-playful = Divertido
