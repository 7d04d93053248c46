# What each model is best at, one line.

about-veo3-fast = Живые сцены и люди, которые говорят
about-kling-3-0 = Камера движется как в кино
about-wan-3-0 = Первая в тестах по одному тексту, до 30 с
about-minimax-h3 = Оживляет фото, всегда со звуком
about-grok-imagine = Быстро и с выдумкой, до 30 с
about-kling-2-1 = Плавное движение, без звука
about-veo3-quality = Лучшая Veo, для лиц и речи
about-veo3-lite = Veo подешевле, со звуком
about-gemini-omni-flash = Точно следует длинным описаниям, со звуком
about-kling-2-5-turbo = Быстрый экшен, без звука
about-seedance-2-mini = Яркие сцены со звуком, до 15 с
about-seedance-1-5-pro = Ровная камера, звук по желанию
about-hailuo-2-3 = Недорого приводит фото в движение
about-pixverse-v6 = Стильно и быстро, от 1 до 15 с
about-veo-3-1 = Живые сцены и люди, которые говорят

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 Оживить старое фото
template-old-photo-line = Старый снимок дышит: люди улыбаются, волосы колышет ветер.
template-product-name = 🛍 Товар крупным планом
template-product-line = Ваш товар на вращающемся столике в студийном свете.
template-product-ask-1 = Что за товар?
template-product-example-1 = чёрная матовая кофемолка
template-birthday-name = 🎂 С днём рождения!
template-birthday-line = Весёлый робот поздравляет человека по имени.
template-birthday-ask-1 = У кого день рождения?
template-birthday-example-1 = Аня
template-birthday-ask-2 = Что пожелать?
template-birthday-example-2 = Пусть сбудутся все мечты!
template-loop-name = 🌊 Бесконечный фон
template-loop-line = Спокойная сцена без склеек, для экрана или обоев.
template-loop-ask-1 = Что на нём показать?
template-loop-example-1 = волны на берегу в сумерках
template-pet-astronaut-name = 🐶 Мой питомец — космонавт
template-pet-astronaut-line = Ваш питомец парит на космической станции.
template-cinematic-walk-name = 🎬 Сцена из фильма
template-cinematic-walk-line = Несколько секунд как в кино.
template-cinematic-walk-ask-1 = Кто в кадре?
template-cinematic-walk-example-1 = девушка в жёлтом дождевике
template-cinematic-walk-ask-2 = Где?
template-cinematic-walk-example-2 = улица в неоновых огнях под дождём
template-news-name = 📺 Срочные новости
template-news-line = Ведущий новостей объявляет всё, что вы захотите.
template-news-ask-1 = Какая новость?
template-news-example-1 = Саша наконец-то помыл посуду.
template-miniature-name = 🔍 Крошечный мир
template-miniature-line = Место, похожее на макет, через макрообъектив.
template-miniature-ask-1 = Какое место?
template-miniature-example-1 = Суздаль летним утром
template-sketch-name = ✏️ Рисунок оживает
template-sketch-line = Детский рисунок начинает двигаться.
template-food-name = 🍜 Еда крупным планом
template-food-line = Пар, шкворчание и замедленная съёмка.
template-food-ask-1 = Какое блюдо?
template-food-example-1 = тарелка горячих пельменей

# Labels of choices.
label-natural = Естественно
label-playful = Игриво
