# What each model is best at, one line.

about-veo3-fast = Escenas realistas, personas que hablan
about-kling-3-0 = Movimientos de cámara de cine
about-wan-3-0 = Primero en las pruebas solo con texto, hasta 30 s
about-minimax-h3 = Da vida a tus fotos, siempre con sonido
about-grok-imagine = Rápido y divertido, hasta 30 s
about-kling-2-1 = Movimiento fluido, sin sonido
about-veo3-quality = El mejor Veo, para rostros y voces
about-veo3-lite = Veo por menos, con sonido
about-gemini-omni-flash = Sigue descripciones largas, con sonido
about-kling-2-5-turbo = Acción rápida, sin sonido
about-seedance-2-mini = Escenas animadas con sonido, hasta 15 s
about-seedance-1-5-pro = Cámara estable, con sonido si quieres
about-hailuo-2-3 = Fotos en movimiento, por poco
about-pixverse-v6 = Con estilo y rápido, de 1 a 15 s
about-veo-3-1 = Escenas realistas, personas que hablan

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 Dar vida a una foto antigua
template-old-photo-line = Una foto quieta respira: la gente sonríe, el viento mueve el pelo.
template-product-name = 🛍 Video de producto
template-product-line = Tu producto en una base giratoria, con luz de estudio.
template-product-ask-1 = ¿Cuál es el producto?
template-product-example-1 = un molinillo de café negro mate
template-birthday-name = 🎂 Saludo de cumpleaños
template-birthday-line = Un robot alegre felicita a alguien por su nombre.
template-birthday-ask-1 = ¿De quién es el cumpleaños?
template-birthday-example-1 = Lucía
template-birthday-ask-2 = ¿Qué le desea?
template-birthday-example-2 = ¡Que se cumplan todos tus sueños!
template-loop-name = 🌊 Fondo en bucle
template-loop-line = Una escena tranquila y sin cortes, para una pantalla o un fondo.
template-loop-ask-1 = ¿Qué debe mostrar?
template-loop-example-1 = olas en una playa al anochecer
template-pet-astronaut-name = 🐶 Mi mascota astronauta
template-pet-astronaut-line = Tu mascota flota por una estación espacial.
template-cinematic-walk-name = 🎬 Escena de película
template-cinematic-walk-line = Unos segundos que parecen de cine.
template-cinematic-walk-ask-1 = ¿Quién aparece en la escena?
template-cinematic-walk-example-1 = una mujer con impermeable amarillo
template-cinematic-walk-ask-2 = ¿Dónde?
template-cinematic-walk-example-2 = una calle con luces de neón bajo la lluvia
template-news-name = 📺 Última hora
template-news-line = Un presentador de noticias anuncia lo que tú quieras.
template-news-ask-1 = ¿Cuál es la noticia?
template-news-example-1 = Diego por fin lavó los platos.
template-miniature-name = 🔍 Mundo diminuto
template-miniature-line = Un lugar en miniatura, visto con lente macro.
template-miniature-ask-1 = ¿Qué lugar?
template-miniature-example-1 = un pueblo costero en verano
template-sketch-name = ✏️ Un dibujo cobra vida
template-sketch-line = El dibujo de un niño empieza a moverse.
template-food-name = 🍜 Comida en primer plano
template-food-line = Vapor, chisporroteo y cámara lenta.
template-food-ask-1 = ¿Qué plato?
template-food-example-1 = unos tacos al pastor

# Labels of choices.
label-natural = Natural
label-playful = Divertido
