# What each model is best at, one line.

about-veo3-fast = مشاهد واقعية وأشخاص يتحدثون
about-kling-3-0 = حركة كاميرا كما في السينما
about-wan-3-0 = الأول في الاختبارات بالنص وحده، حتى 30 ث
about-minimax-h3 = يبث الحياة في الصور، مع صوت دائمًا
about-grok-imagine = سريع ومرح، حتى 30 ث
about-kling-2-1 = حركة سلسة، بدون صوت
about-veo3-quality = أرقى إصدارات Veo، للوجوه والكلام
about-veo3-lite = نسخة أوفر من Veo، مع صوت
about-gemini-omni-flash = يتبع الأوصاف الطويلة، مع صوت
about-kling-2-5-turbo = حركة سريعة، بدون صوت
about-seedance-2-mini = مشاهد حيوية مع صوت، حتى 15 ث
about-seedance-1-5-pro = كاميرا ثابتة، والصوت اختياري
about-hailuo-2-3 = صور تتحرك، بسعر اقتصادي
about-pixverse-v6 = أسلوب فني وسرعة، من 1 إلى 15 ث
about-veo-3-1 = مشاهد واقعية وأشخاص يتحدثون

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 أحيِ صورة قديمة
template-old-photo-line = صورة ساكنة تنبض بالحياة: الناس يبتسمون والشعر يتمايل مع النسيم.
template-product-name = 🛍 لقطة منتج
template-product-line = منتجك على قاعدة دوّارة، تحت إضاءة الاستوديو.
template-product-ask-1 = ما المنتج؟
template-product-example-1 = مطحنة قهوة بلون أسود مطفي
template-birthday-name = 🎂 تهنئة عيد ميلاد
template-birthday-line = روبوت مرح يهنئ من تحب باسمه.
template-birthday-ask-1 = عيد ميلاد مَن؟
template-birthday-example-1 = ليلى
template-birthday-ask-2 = ماذا يتمنى لصاحب العيد؟
template-birthday-example-2 = كل عام وأنتِ بألف خير.
template-loop-name = 🌊 خلفية متكررة
template-loop-line = مشهد هادئ بلا قطع، لشاشة أو خلفية.
template-loop-ask-1 = ماذا يظهر فيها؟
template-loop-example-1 = أمواج على الشاطئ عند الغروب
template-pet-astronaut-name = 🐶 حيواني الأليف رائد فضاء
template-pet-astronaut-line = حيوانك الأليف يسبح داخل محطة فضاء.
template-cinematic-walk-name = 🎬 مشهد سينمائي
template-cinematic-walk-line = بضع ثوانٍ كأنها من السينما.
template-cinematic-walk-ask-1 = مَن في المشهد؟
template-cinematic-walk-example-1 = امرأة بمعطف مطر أصفر
template-cinematic-walk-ask-2 = أين؟
template-cinematic-walk-example-2 = شارع مضاء بالنيون تحت المطر
template-news-name = 📺 خبر عاجل
template-news-line = مذيع أخبار يعلن ما تشاء.
template-news-ask-1 = ما الخبر؟
template-news-example-1 = أحمد غسل الصحون أخيرًا.
template-miniature-name = 🔍 عالم صغير
template-miniature-line = مكان على شكل مجسّم مصغّر، بعدسة ماكرو.
template-miniature-ask-1 = أي مكان؟
template-miniature-example-1 = سوق شعبي قديم في الصباح
template-sketch-name = ✏️ رسمة تنبض بالحياة
template-sketch-line = رسمة طفل تبدأ بالحركة.
template-food-name = 🍜 طعام عن قرب
template-food-line = بخار وأزيز وحركة بطيئة.
template-food-ask-1 = أي طبق؟
template-food-example-1 = طبق كبسة

# Labels of choices.
label-natural = طبيعي
label-playful = مرح
