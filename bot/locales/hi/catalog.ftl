# What each model is best at, one line.

about-veo3-fast = असली जैसे सीन, बोलते हुए लोग
about-kling-3-0 = सिनेमा जैसा कैमरावर्क
about-wan-3-0 = सिर्फ़ टेक्स्ट से, टेस्ट में नंबर 1, 30 सेकंड तक
about-minimax-h3 = फ़ोटो में जान डाले, हमेशा साउंड के साथ
about-grok-imagine = झटपट और मज़ेदार, 30 सेकंड तक
about-kling-2-1 = स्मूद मोशन, बिना साउंड
about-veo3-quality = सबसे बढ़िया Veo, चेहरों और डायलॉग के लिए
about-veo3-lite = कम दाम में Veo, साउंड के साथ
about-gemini-omni-flash = लंबे विवरण को भी समझे, साउंड के साथ
about-kling-2-5-turbo = तेज़ एक्शन, बिना साउंड
about-seedance-2-mini = जानदार सीन, साउंड के साथ, 15 सेकंड तक
about-seedance-1-5-pro = स्थिर कैमरा, चाहें तो साउंड
about-hailuo-2-3 = चलती-फिरती फ़ोटो, कम दाम में
about-pixverse-v6 = स्टाइलिश और तेज़, 1 से 15 सेकंड
about-veo-3-1 = असली जैसे सीन, बोलते हुए लोग

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 पुरानी फ़ोटो में जान डालें
template-old-photo-line = ठहरी हुई फ़ोटो साँस लेने लगती है: लोग मुस्कुराते हैं, बाल हवा में लहराते हैं।
template-product-name = 🛍 प्रॉडक्ट शॉट
template-product-line = आपका प्रॉडक्ट टर्नटेबल पर, स्टूडियो लाइट में।
template-product-ask-1 = प्रॉडक्ट क्या है?
template-product-example-1 = मैट ब्लैक कॉफ़ी मशीन
template-birthday-name = 🎂 बर्थडे की बधाई
template-birthday-line = एक हँसमुख रोबोट नाम लेकर बधाई देता है।
template-birthday-ask-1 = बर्थडे किसका है?
template-birthday-example-1 = प्रिया
template-birthday-ask-2 = क्या शुभकामना देनी है?
template-birthday-example-2 = आपके सारे सपने पूरे हों।
template-loop-name = 🌊 लूप बैकग्राउंड
template-loop-line = बिना कट का शांत सीन, स्क्रीन या वॉलपेपर के लिए।
template-loop-ask-1 = इसमें क्या दिखे?
template-loop-example-1 = शाम को समुद्र किनारे की लहरें
template-pet-astronaut-name = 🐶 अंतरिक्ष में मेरा पालतू
template-pet-astronaut-line = आपका पालतू जानवर स्पेस स्टेशन में तैरता है।
template-cinematic-walk-name = 🎬 फ़िल्मी सीन
template-cinematic-walk-line = कुछ सेकंड, बिल्कुल सिनेमा जैसे।
template-cinematic-walk-ask-1 = सीन में कौन है?
template-cinematic-walk-example-1 = पीली साड़ी पहने एक औरत
template-cinematic-walk-ask-2 = कहाँ?
template-cinematic-walk-example-2 = बारिश में नियॉन से चमकती सड़क
template-news-name = 📺 ब्रेकिंग न्यूज़
template-news-line = न्यूज़ एंकर वह सुनाए, जो आप चाहें।
template-news-ask-1 = खबर क्या है?
template-news-example-1 = राहुल ने आखिरकार बर्तन धो दिए।
template-miniature-name = 🔍 नन्ही दुनिया
template-miniature-line = कोई जगह मिनिएचर में, मैक्रो लेंस से देखी हुई।
template-miniature-ask-1 = कौन-सी जगह?
template-miniature-example-1 = सर्दियों की धूप में जयपुर का बाज़ार
template-sketch-name = ✏️ ड्रॉइंग में जान डालें
template-sketch-line = बच्चे की बनाई ड्रॉइंग चलने-फिरने लगती है।
template-food-name = 🍜 खाने का क्लोज़-अप
template-food-line = भाप, छन-छन और स्लो मोशन।
template-food-ask-1 = कौन-सी डिश?
template-food-example-1 = गरमागरम छोले भटूरे

# Labels of choices.
label-natural = नैचुरल
label-playful = मज़ेदार
