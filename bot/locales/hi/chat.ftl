# What people read. Plain and kind; no blame, no jargon; say what happens with the credits.
# Hindi as people speak it: आप, short sentences, the English loanwords of every day, हम for the bot (it has no gender
# then), हमारी टीम for whoever runs it, फ़ोटो for an image. Amounts of credits stand where nothing agrees with them.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits } क्रेडिट
date = { $day } { $month ->
    [1] जन॰
    [2] फ़र॰
    [3] मार्च
    [4] अप्रैल
    [5] मई
    [6] जून
    [7] जुल॰
    [8] अग॰
    [9] सित॰
    [10] अक्टू॰
    [11] नव॰
   *[12] दिस॰
} { $year }
credits-and-bonus = { $credits } + { $bonus } क्रेडिट

## Start and help

welcome = <b>Starreel में आपका स्वागत है!</b>
    कोई सीन लिखकर बताएँ (या कैप्शन के साथ फ़ोटो भेजें), और हम उसका वीडियो बना देंगे।

    वीडियो { $price } से शुरू होते हैं ({ $pack } = { $stars } ⭐)। आपका बैलेंस: { $balance }।
welcome-gift = 🎁 हमारी तरफ़ से { $credits }, ताकि आप अभी आज़मा सकें। मज़े करें!
help = <b>यह कैसे काम करता है</b>
    1. कोई सीन लिखकर बताएँ, या कैप्शन के साथ फ़ोटो भेजें।
    2. कार्ड देख लें: चाहें तो मॉडल, ऑप्शन या फ़ोटो बदलें, फिर "जनरेट करें" पर टैप करें।
    3. वीडियो यहीं आएगा, आम तौर पर कुछ ही मिनट में। अगर नहीं बन पाया, तो क्रेडिट वापस मिल जाएँगे।

    /generate – वीडियो बनाएँ
    /templates – तैयार आइडिया
    /videos – आपके बनाए वीडियो
    /tips – बेहतर प्रॉम्प्ट लिखें
    /settings – आपकी डिफ़ॉल्ट सेटिंग
    /language – भाषा चुनें
    /buy – Telegram Stars से क्रेडिट खरीदें
    /balance – अपने क्रेडिट देखें
    /cancel – अभी का ऑर्डर कैंसल करें
    /paysupport – पेमेंट में मदद
    /privacy – हम क्या रखते हैं, और उसे कैसे डिलीट करें
    /terms – इस्तेमाल की शर्तें
hint = कोई सीन लिखें या फ़ोटो भेजें, और हम उसका वीडियो बना देंगे। ज़्यादा जानने के लिए /help देखें।
unknown-command = यह कमांड समझ नहीं आई। हम क्या-क्या कर सकते हैं, /help में देखें।
too-fast = बहुत सारे मैसेज आ गए – कृपया एक मिनट रुकें।
order-still-open = आपका एक ऑर्डर अधूरा है।
private-only = वीडियो प्राइवेट चैट में बनते हैं। हमारी चैट खोलने के लिए नीचे टैप करें।
gift-received = 🎁 तोहफ़े के लिए शुक्रिया!
terms = <b>शर्तें</b>
    • क्रेडिट Telegram Stars से खरीदे जाते हैं। वे यहाँ वीडियो बनाने के लिए हैं, उन्हें पैसों में नहीं बदला जा सकता।
    • पहले मुफ़्त मिले क्रेडिट खर्च होते हैं, फिर खरीदे हुए, सबसे पुरानी खरीद पहले। खरीद के साथ मिला बोनस उसके क्रेडिट के बाद खर्च होता है। जो खरीद इस्तेमाल नहीं हुई, उसका रिफ़ंड कुछ समय तक /paysupport में मिल सकता है, और उसका बोनस भी साथ में वापस चला जाता है; बाकी मामलों में आप रिफ़ंड की रिक्वेस्ट कर सकते हैं।
    • सब्सक्रिप्शन का पेमेंट हर 30 दिन में Stars से होता है, जब तक आप उसे /balance में या Telegram की सेटिंग में कैंसल न करें। हर पेमेंट बाकी खरीद की तरह ही एक खरीद है।
    • ऑर्डर करने पर वीडियो के क्रेडिट होल्ड पर रखे जाते हैं, और वीडियो मिलने पर ही खर्च होते हैं। अगर नहीं बन पाया, तो तुरंत वापस मिल जाते हैं।
    • गैर-कानूनी या नुकसानदेह कॉन्टेंट की इजाज़त नहीं है। ऐसे ऑर्डर नहीं लिए जाते, और उनके क्रेडिट वापस आ जाते हैं।
    • आपके प्रॉम्प्ट और फ़ोटो सिर्फ़ वीडियो बनाने वाली सर्विस को जाते हैं, और किसी को नहीं। /privacy देखें।
    • पेमेंट से जुड़े सवाल: /paysupport। इस बॉट में की गई खरीद में Telegram का अपना सपोर्ट मदद नहीं कर सकता।

## Credits

balance = आपका बैलेंस: { $balance }
balance-held = बन रहे वीडियो के लिए होल्ड पर: { $credits }।
balance-refunding = Stars वापस मिलने तक होल्ड पर: { $credits }।
credits-granted = 🎁 हमारी टीम की तरफ़ से आपके लिए { $credits }! आपका बैलेंस: { $balance }
credits-debited = हमारी टीम ने आपके बैलेंस से { $credits } की कटौती की है। आपका बैलेंस: { $balance }। वजह नहीं पता? /paysupport पर लिखें।
offer = <b>क्रेडिट खरीदें</b>
    आपका बैलेंस: { $balance }। ज़्यादातर वीडियो 1 क्रेडिट में बनते हैं। कोई पैक चुनें:
offer-first = 🎁 पहली खरीद पर बोनस: { $first }।
offer-subscription = 📅 या सब्सक्रिप्शन लें: हर 30 दिन में { $credits }, { $stars } ⭐ में। जब चाहें कैंसल करें।
offer-terms = पेमेंट करके आप /terms से सहमत होते हैं।
pack = { $credits } · { $stars } ⭐
pack-gone = यह पैक अब नहीं मिलता। अभी ये पैक मिल रहे हैं।
invoice-title = { $credits }
invoice-description = { $number ->
    [one] Starreel पर AI वीडियो बनाने के लिए { $credits }। यह कभी एक्सपायर नहीं होता।
   *[other] Starreel पर AI वीडियो बनाने के लिए { $credits }। ये कभी एक्सपायर नहीं होते।
}
invoice-refused = माफ़ कीजिए, अभी पेमेंट नहीं खुल पा रहा है। हमारी टीम को बता दिया गया है। कृपया थोड़ी देर बाद कोशिश करें।
receipt = ✅ शुक्रिया! { $bought } की खरीद पूरी हुई। आपका बैलेंस: { $balance }
receipt-first = ✅ शुक्रिया! { $bought } की खरीद पूरी हुई, और पहली खरीद का बोनस: 🎁 { $first }। आपका बैलेंस: { $balance }
receipt-until = 📅 आपके सब्सक्रिप्शन का पेमेंट { $until } तक हो चुका है। बदलने के लिए /balance देखें।
subscription-button = 📅 हर महीने { $credits } · { $stars } ⭐
subscription-offer = <b>📅 मंथली सब्सक्रिप्शन</b>
    हर 30 दिन में { $credits }, { $stars } ⭐ में। जो क्रेडिट इस्तेमाल नहीं हुए, वे आपके ही रहते हैं। आप जब चाहें /balance में कैंसल कर सकते हैं; जिसका पेमेंट हो चुका है, वह आपका ही रहेगा।

    पेमेंट करके आप /terms से सहमत होते हैं।
subscription-description = Starreel पर AI वीडियो बनाने के लिए हर 30 दिन में { $credits }। ये कभी एक्सपायर नहीं होते।
subscription-pay = सब्सक्राइब करें · { $stars } ⭐
subscription-gone = सब्सक्रिप्शन अब नहीं मिलते। क्या-क्या मिल रहा है, यह देखने के लिए /buy भेजें।
subscription-line = 📅 आपका सब्सक्रिप्शन: हर 30 दिन में { $credits }, { $stars } ⭐ में। { $state ->
    [active] अगला पेमेंट: { $until }।
    [failed] पिछला पेमेंट नहीं हो पाया: कृपया अपने Stars टॉप-अप करें। पेमेंट { $until } तक का हो चुका है।
   *[cancelled] यह कैंसल है और { $until } तक चलेगा।
    }{ $wish ->
    [cancel] {" "}हमने Telegram से इसे कैंसल करने को कहा है।
    [resume] {" "}हमने Telegram से इसे जारी रखने को कहा है।
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 आपका सब्सक्रिप्शन कैंसल हो गया: { $until } के बाद कोई पेमेंट नहीं होगा।
    [failed] ⚠️ Telegram आपके सब्सक्रिप्शन के अगले { $stars } ⭐ नहीं ले पाया, इसलिए अगली बार के क्रेडिट ({ $credits }) अभी नहीं आए हैं। कृपया Telegram की सेटिंग में "My Stars" में जाकर Stars टॉप-अप करें, और यह जारी रहेगा।
    [active] 📅 आपका सब्सक्रिप्शन जारी है। अगला पेमेंट: { $until }।
   *[ended] 📅 आपका सब्सक्रिप्शन खत्म हो गया; आपके क्रेडिट आपके ही रहेंगे। नया शुरू करने के लिए /buy भेजें।
    }
subscription-may-go-on = 📅 अब Telegram आपको सब्सक्रिप्शन जारी रखने देता है। फिर से चालू करने के लिए Telegram की सेटिंग खोलें, "My Stars" पर टैप करें, यह सब्सक्रिप्शन चुनें और "Renew" पर टैप करें।
subscription-not-changed = Telegram ने हमें आपका सब्सक्रिप्शन बदलने नहीं दिया। आप खुद बदल सकते हैं: Telegram की सेटिंग खोलें, "My Stars" पर टैप करें और यह सब्सक्रिप्शन चुनें। इससे बात न बने, तो कृपया /paysupport पर लिखें।
subscription-asked = { $wish ->
    [resume] हम Telegram से आपका सब्सक्रिप्शन जारी रखने को कह रहे हैं।
   *[cancel] हम Telegram से आपका सब्सक्रिप्शन कैंसल करने को कह रहे हैं।
    }
subscription-already-so = { $wish ->
    [resume] आपका सब्सक्रिप्शन पहले से जारी है।
   *[cancel] आपका सब्सक्रिप्शन पहले ही कैंसल हो चुका है।
    }
payment-unmatched = आपका पेमेंट आ गया है, पर यह पता नहीं चल रहा कि वह किस ऑर्डर का है। हमारी टीम को खबर है; अगर उसकी तरफ़ से जवाब न आए, तो /paysupport पर लिखें।
payment-returned = ↩️ { $bought } के लिए दिए गए आपके Stars लौटा दिए गए{ $part ->
    [all] , और क्रेडिट वापस ले लिए गए।
    [some] , और बचे हुए क्रेडिट ({ $taken }) वापस ले लिए गए।
   *[none] ।
    } आपका बैलेंस: { $balance }
payment-returned-unmatched = ↩️ आपके Stars लौटा दिए गए। आपका बैलेंस: { $balance }
checkout-not-ours = यह इनवॉइस मान्य नहीं है। नए इनवॉइस के लिए /buy भेजें।
checkout-not-yours = यह इनवॉइस किसी और के लिए बना था। अपना इनवॉइस पाने के लिए /buy भेजें।
checkout-price-changed = हमारे दाम बदल गए हैं। नए इनवॉइस के लिए /buy भेजें।
checkout-too-old = यह इनवॉइस बहुत पुराना है। नए इनवॉइस के लिए /buy भेजें।
checkout-already-subscribed = आपके पास पहले से एक सब्सक्रिप्शन है। /balance देखें।
checkout-already-paid = इस इनवॉइस का पेमेंट हो चुका है। और क्रेडिट चाहिए, तो /buy भेजें।

## An order

ask-model = <b>मॉडल चुनें</b>
ask-model-line = • <b>{ $model }</b>: { $about }{ $fails ->
    [yes] {" "}· ⚠️ अभी अक्सर फ़ेल हो रहा है
   *[no] {""}
    }
ask-model-prompt = आपका प्रॉम्प्ट: <i>{ $prompt }</i>
models-speech = <b>🗣 बोलने वाले वीडियो के लिए</b>
models-long = <b>⏱ सबसे लंबे वीडियो</b>
models-cheap = <b>💸 झटपट और सस्ते</b>
models-photo = <b>🖼 आपकी फ़ोटो से</b>
model-button = { $model } · { $from } क्रेडिट
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ यह मॉडल अभी अक्सर फ़ेल हो रहा है। अगर वीडियो नहीं बना, तो आपके क्रेडिट वापस मिल जाएँगे।
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ आपके वीडियो का अगला हिस्सा
    [full-hd] आपका वीडियो 1080p में
    [ultra-hd] आपका वीडियो 4K में
   *[upscale] आपका वीडियो, और साफ़
}
card-image = 🖼 फ़ोटो { $number }: { $role ->
    [first] पहला फ़्रेम
    [last] आखिरी फ़्रेम
   *[reference] रेफ़रेंस
}
card-price = दाम: { $price } · बैलेंस: { $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 फ़ोटो जोड़ें
   *[other] 🖼 { $images } फ़ोटो
}
ask-prompt = ✍️ वीडियो में क्या होना चाहिए? बस लिख दें। जैसे: <i>सुबह-सुबह ताज़ी बर्फ़ पर दौड़ती लाल लोमड़ी, स्लो मोशन में।</i>
ask-blank = ✍️ { $ask } जैसे: <i>{ $example }</i>
ask-style = जोड़ने या हटाने के लिए टैप करें:
ask-what-next = ✍️ आपके वीडियो में आगे क्या हो? बस लिख दें।
takes-no-prompt = इसमें प्रॉम्प्ट की ज़रूरत नहीं: वीडियो आपका वही है, जैसा है वैसा ही।
prompt-empty = वह मैसेज खाली था। कुछ शब्दों में बताएँ कि वीडियो कैसा हो।
prompt-too-long = आपके प्रॉम्प्ट में { $chars } अक्षर हैं; { $model } ज़्यादा से ज़्यादा { $max } लेता है। कृपया छोटा प्रॉम्प्ट भेजें।
cannot-use-that = यहाँ सिर्फ़ टेक्स्ट और फ़ोटो काम आते हैं।
ask-image = किसी फ़ोटो से शुरू करना है? अभी भेज दें।
ask-image-more = एक और फ़ोटो जोड़नी हो, तो भेज दें।
images-full = यह मॉडल इससे ज़्यादा फ़ोटो नहीं लेता। नई फ़ोटो भेजेंगे, तो वह आखिरी वाली की जगह ले लेगी।
ask-image-required = 🖼 { $model } किसी फ़ोटो से शुरू होता है। कृपया एक फ़ोटो भेजें।
image-received = 📷 आपकी फ़ोटो देख रहे हैं।
image-replaced = आखिरी फ़ोटो बदल दी गई है: यह मॉडल इससे ज़्यादा नहीं लेता।
images-enough = { $images ->
    [one] एक ही फ़ोटो काफ़ी है: हम पहली वाली लेंगे।
   *[other] यह मॉडल ज़्यादा से ज़्यादा { $images } फ़ोटो लेता है: हम शुरू की फ़ोटो लेंगे।
}
not-an-image = यह फ़ाइल काम नहीं आएगी। कृपया { $types } फ़ोटो भेजें।
image-too-large = यह फ़ोटो बहुत बड़ी है। कृपया { $megabytes } MB तक की फ़ोटो भेजें।
image-left-out = जो फ़ोटो काम नहीं आ सकती थी, वह हटा दी गई है। चाहें तो दूसरी भेजें।
image-unavailable = Telegram से आपकी फ़ोटो नहीं मिल पाई। कृपया दोबारा भेजें।
model-takes-no-image = यह मॉडल सिर्फ़ टेक्स्ट से काम करता है, इसलिए फ़ोटो इस्तेमाल नहीं होगी।
model-gone = यह मॉडल अब नहीं मिलता। कृपया कोई दूसरा चुनें।
follow-up-gone = इस वीडियो के साथ अब यह नहीं हो सकता।
confirm-button = ✨ जनरेट करें · { $credits } क्रेडिट
choice-length = { $seconds } सेकंड
choice-sound = साउंड के साथ
choice-no-sound = बिना साउंड
choice-price = { $label } ({ $more })
not-enough = इस वीडियो का दाम { $price } है, और आपका बैलेंस { $available } है। नीचे से कोई पैक खरीदें; आपका प्रॉम्प्ट सेव है।

    पेमेंट करके आप /terms से सहमत होते हैं।
order-dropped = ऑर्डर कैंसल हो गया। कोई क्रेडिट नहीं कटा।
nothing-to-cancel = कैंसल करने के लिए कुछ नहीं है।
cancel-queued = आपका कोई ऑर्डर अधूरा नहीं है। जो वीडियो अभी शुरू नहीं हुआ, उसे कैंसल करने के लिए नीचे टैप करें।
cancel-video = कैंसल: { $prompt }
cancel-rendering = आपका वीडियो बनने लगा है, इसलिए अब कैंसल नहीं हो सकता।
cancel-passed-on = आपका ऑर्डर आगे भेजा जा चुका है, इसलिए अब कैंसल नहीं हो सकता। अगर वीडियो नहीं बना, तो क्रेडिट वापस मिल जाएँगे।
old-button = यह बटन अब काम नहीं करता।
already-placed = यह ऑर्डर आप पहले ही कर चुके हैं।
order-changed = ऑर्डर या उसका दाम बदल गया है। कृपया एक बार फिर देख लें।
prompt-replaced = प्रॉम्प्ट बदल गया।
prompt-joined = दोनों मैसेज जोड़कर एक प्रॉम्प्ट बना दिया है।
tap-to-confirm = बस एक कदम और: शुरू करने के लिए नीचे "जनरेट करें" पर टैप करें।
placed = ऑर्डर हो गया।
too-many-orders = फ़िलहाल वीडियो की लिमिट पूरी हो गई है। आपका ऑर्डर सेव है; { $minutes } मिनट बाद फिर टैप करें।
too-many-orders-today = एक दिन के वीडियो की लिमिट पूरी हो गई है। आपका ऑर्डर सेव है; { $hours } घंटे बाद फिर टैप करें।
paused = अभी वीडियो नहीं बन पा रहे हैं। आपके क्रेडिट सुरक्षित हैं। कृपया थोड़ी देर बाद कोशिश करें।
paused-briefly = अभी वीडियो नहीं बन पा रहे हैं। आपका ऑर्डर सेव है; कृपया थोड़ी देर बाद कोशिश करें।
paused-model = { $model } अभी उपलब्ध नहीं है। आपका ऑर्डर सेव है; कोई दूसरा मॉडल चुनें या थोड़ी देर बाद कोशिश करें।

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] अगला हिस्सा
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] और साफ़
}
status-queued = ⏳ <b>{ $model }</b>: कतार में नंबर { $position }। होल्ड पर: { $price }।
status-queued-paused = ⏸ <b>{ $model }</b>: कतार में है। अभी वीडियो नहीं बन पा रहे हैं; आपके ऑर्डर की जगह बनी रहेगी। होल्ड पर: { $price }।
status-under-way = 🎬 <b>{ $model }</b>: आपका वीडियो बन रहा है। आम तौर पर इसमें { $usual } का समय लगता है; आप चैट बंद कर सकते हैं। होल्ड पर: { $price }।
status-under-way-paused = ⏸ <b>{ $model }</b>: आपका ऑर्डर इंतज़ार में है। अभी वीडियो नहीं बन पा रहे हैं। अगर नहीं बना, तो हम { $price } लौटा देंगे।
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] बस होने ही वाला है।
        [one] करीब एक मिनट बाकी।
       *[other] करीब { $minutes } मिनट बाकी।
    }
status-late = ⏳ <b>{ $model }</b>: इस बार आम तौर से ज़्यादा समय लग रहा है। हम अब भी इंतज़ार कर रहे हैं। अगर नहीं बना, तो हम { $price } लौटा देंगे।
usual-wait = { $slow ->
    [0] एक मिनट से कम
    [one] करीब एक मिनट
   *[other] { $range ->
        [yes] { $median ->
            [0] ज़्यादा से ज़्यादा { $slow } मिनट
           *[other] { $median } से { $slow } मिनट
        }
       *[no] करीब { $slow } मिनट
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b>: ऑर्डर भेज दिया गया, पर जवाब हम तक नहीं पहुँचा। अगर { $minutes } मिनट में कोई खबर न आई, तो हम { $price } लौटा देंगे। वीडियो उसके बाद आया, तो वह मुफ़्त होगा।
status-ready = 📦 <b>{ $model }</b>: आपका वीडियो तैयार है, भेज रहे हैं।
status-gone = ⏳ <b>{ $model }</b>: आपका वीडियो बन गया है, पर वीडियो सर्विस अभी उसे दे नहीं रही। हम कोशिश करते रहेंगे। अगर वीडियो नहीं आया, तो हम { $price } लौटा देंगे।
status-gone-free = ⏳ <b>{ $model }</b>: आपका वीडियो बन गया है, पर वीडियो सर्विस अभी उसे दे नहीं रही। हम कोशिश करते रहेंगे।
status-delivered = ✅ <b>{ $model }</b>: हो गया · खर्च: { $price } · बाकी: { $left }
status-delivered-free = ✅ <b>{ $model }</b>: आपका वीडियो आखिर आ ही गया। यह मुफ़्त है: क्रेडिट आपको पहले ही वापस मिल चुके हैं।
status-failed = ⚠️ <b>{ $model }</b>: नहीं बन पाया – { $price } वापस।
status-cancelled = <b>{ $model }</b>: कैंसल हो गया – { $price } वापस।
status-undeliverable = <b>{ $model }</b>: आपका वीडियो तैयार था, पर एक हफ़्ते तक हम आप तक नहीं पहुँच पाए। कृपया /paysupport पर लिखें।
status-lost = ⚠️ <b>{ $model }</b>: आपका वीडियो आप तक नहीं पहुँच पाया – { $price } वापस।
video-lost = { $reason ->
    [no-video] माफ़ कीजिए: वीडियो सर्विस कहती है कि आपका वीडियो बन गया, पर उससे कोई वीडियो नहीं मिला। हमने दो बार पूछा।
    [too-large] माफ़ कीजिए: आपका वीडियो यहाँ भेजने के लिए बहुत बड़ा है, और उसे आप तक पहुँचाने का कोई दूसरा तरीका नहीं है।
    [overdue] माफ़ कीजिए: आपका वीडियो बन गया था, पर कई दिन कोशिश करके भी हम उसे भेज नहीं पाए।
   *[not-taken] माफ़ कीजिए: आपका वीडियो बन गया था, पर हम उसे भेज नहीं पाए। Telegram यह फ़ाइल नहीं ले रहा।
    }

    { $paid ->
    [yes] { $price } वापस। आपका बैलेंस: { $balance }
   *[no] आपका कुछ खर्च नहीं हुआ। आपका बैलेंस: { $balance }
    }
job-cancelled = कैंसल हो गया; आपके क्रेडिट वापस आ गए।
cancel-too-late = अब कैंसल नहीं हो सकता: आपका ऑर्डर आगे भेजा जा चुका है।
link-too-large = आपका वीडियो तैयार है! यहाँ भेजने के लिए यह बहुत बड़ा है, इसलिए यहाँ से डाउनलोड कर लें:
link-not-taken = आपका वीडियो तैयार है! Telegram अभी यह फ़ाइल नहीं ले पाया, इसलिए यहाँ से डाउनलोड कर लें:
link-kept = लिंक 7 दिन तक चलेगा।
link-at-provider = लिंक करीब एक दिन चलेगा, इसलिए वीडियो जल्दी सेव कर लें।
failed-policy = मॉडल ने कॉन्टेंट के नियमों की वजह से यह { $image ->
    [yes] प्रॉम्प्ट या फ़ोटो लेने
   *[no] प्रॉम्प्ट लेने
    } से मना कर दिया। कृपया { $image ->
    [yes] इसे दूसरे शब्दों में लिखें, या कोई और फ़ोटो भेजकर देखें
   *[no] इसे दूसरे शब्दों में लिखें
    }।
failed-refused = मॉडल यह ऑर्डर नहीं ले पाया। कृपया इसे थोड़ा बदलकर फिर कोशिश करें।
failed-image = यह फ़ोटो काम नहीं आई। कृपया कोई दूसरी भेजकर देखें।
failed-image_gone = आपकी फ़ोटो अब Telegram पर नहीं है। कृपया दोबारा भेजें।
failed-sound = यह मॉडल हर वीडियो में साउंड जोड़ता है, पर आपके प्रॉम्प्ट में उसे कोई साउंड नहीं मिला। कोई साउंड बताएँ या बोली जाने वाली बात लिखें, और फिर कोशिश करें।
failed-provider = आपका वीडियो बनाते समय कुछ गड़बड़ हो गई। कृपया फिर कोशिश करें।
failed-expired = सर्विस बहुत देर तक व्यस्त रही। कृपया थोड़ी देर बाद कोशिश करें।
failed-timeout = आपके वीडियो में बहुत समय लग गया, इसलिए हमने इंतज़ार बंद कर दिया। अगर वह फिर भी आ जाए, तो मुफ़्त होगा।
failed-unknown = आपके ऑर्डर की पुष्टि नहीं हो पाई। अगर वीडियो फिर भी आ जाए, तो मुफ़्त होगा।
failed = { $reason }

    { $price } वापस। आपका बैलेंस: { $balance }

## Videos that were made

videos = <b>आपके वीडियो</b>
    किसी नंबर पर टैप करें: वीडियो दोबारा भेजने, बदलने या आगे बढ़ाने के लिए।
videos-line = { $number }. { $date } · <b>{ $model }</b>: { $prompt }
videos-none = अभी आपका कोई वीडियो नहीं है। कोई सीन लिखें या फ़ोटो भेजें, और हम वीडियो बना देंगे।
video-gone = यह वीडियो अब सेव नहीं है।
video-deleted = आपकी लिस्ट से हटा दिया गया।
share-text = आप भी ऐसा वीडियो बनाएँ:
shared-order = 🎁 किसी ने आपके साथ यह आइडिया शेयर किया है। जो चाहें, बदल लें।
shared-gone = यह आइडिया अब शेयर नहीं है। अपना कोई सीन लिखें, या टेम्पलेट चुनें।

## Templates

templates = <b>टेम्पलेट</b>
    कोई आइडिया चुनें, बाकी हम पर छोड़ दें।
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 आपकी फ़ोटो से
       *[words] { $blanks ->
            [0] कुछ भरना नहीं है
            [one] बस एक चीज़ भरनी है
           *[other] { $blanks } चीज़ें भरनी हैं
        }
    }
template-gone = यह टेम्पलेट अब नहीं मिलता। अभी ये टेम्पलेट हैं।

## Tips

tips = <b>💡 { $model } के लिए टिप्स</b>
tips-all = <b>💡 अच्छा प्रॉम्प्ट कैसे लिखें</b>
tips-scene = • <b>सीन:</b> एक-दो वाक्यों में बताएँ कि कौन या क्या है, कहाँ है, और क्या हो रहा है।
tips-camera = • <b>कैमरा और लाइट:</b> ये भी बताएँ। जैसे: <i>धीरे-धीरे पास आता कैमरा, शाम की सुनहरी रोशनी</i>।
tips-speech = • <b>डायलॉग:</b> इन्हें कोट्स में लिखें। जैसे: <i>वह मुस्कुराकर कहती है: "घर में स्वागत है!"</i> जो साउंड चाहिए, वे भी बताएँ।
tips-sound = • <b>साउंड:</b> बताएँ कि क्या सुनाई दे। जैसे: <i>लहरें, दूर से आती पक्षियों की आवाज़</i>।
tips-silent = • <b>बिना साउंड:</b> यह मॉडल बिना आवाज़ के वीडियो बनाता है, इसलिए डायलॉग और म्यूज़िक न लिखें।
tips-photo = • <b>फ़ोटो से:</b> बताएँ कि क्या हिले-डुले; लुक फ़ोटो से आएगा।
tips-length = • <b>लंबाई:</b> कुछ सेकंड में एक-दो एक्शन ही आते हैं। लंबी कहानी के लिए लंबा वीडियो चाहिए।
style-dolly = 🎥 डॉली-इन
style-drone = 🚁 ड्रोन शॉट
style-handheld = 🤳 हैंडहेल्ड
style-slow-motion = 🐢 स्लो मोशन
style-golden = 🌇 गोल्डन आवर
style-neon = 🌃 नियॉन नाइट
style-film = 🎞 35mm फ़िल्म
style-macro = 🔬 मैक्रो
style-animated = 🧸 3D एनिमेशन

## Settings

settings = <b>⚙️ आपकी डिफ़ॉल्ट सेटिंग</b>
    नए ऑर्डर इनसे शुरू होते हैं। हर ऑर्डर में आप इन्हें बदल सकते हैं।
settings-line = { $name }: <b>{ $value }</b>
settings-as-last = पिछली बार जैसा
settings-as-telegram = Telegram के मुताबिक
settings-model = मॉडल
settings-format = फ़ॉर्मेट
settings-length = लंबाई
settings-sound = साउंड
settings-language = भाषा
settings-ask-model = नए ऑर्डर किस मॉडल से शुरू हों?
settings-ask-format = आपको कौन-सा फ़ॉर्मेट पसंद है? जिन मॉडल में वह नहीं है, वे अपने हिसाब से चलेंगे।
settings-ask-length = आपको कितनी लंबाई पसंद है? जिन मॉडल में वह नहीं है, वे अपने हिसाब से चलेंगे।
settings-ask-sound = जहाँ चुनने का ऑप्शन हो, वहाँ साउंड चाहिए?
settings-ask-language = किस भाषा में बात करें?
language-name = हिन्दी
language-set = ठीक है, अब से बातें हिन्दी में होंगी।

## Payment support

support = <b>पेमेंट सपोर्ट</b>
    इस बॉट में की गई खरीद में Telegram का अपना सपोर्ट मदद नहीं कर सकता।
support-write = कोई और बात है? अगले मैसेज में अपनी दिक्कत बताएँ, हमारी टीम यहीं जवाब देगी।
support-needs-words = कृपया अपनी दिक्कत शब्दों में बताएँ; फ़ोटो या फ़ाइलें आगे नहीं भेजी जा सकतीं।
support-too-many = आज आपने हमें काफ़ी कुछ भेजा है, और सब हमारे पास है। कृपया जवाब का इंतज़ार करें, या कल फिर लिखें।
support-cancelled = ठीक है, कोई रिक्वेस्ट नहीं भेजी गई।
support-reply = 💬 आपकी पेमेंट रिक्वेस्ट { $number } के बारे में:
    <blockquote>{ $words }</blockquote>
    फिर से लिखने के लिए /paysupport भेजें।
support-received = शुक्रिया! { $seen ->
    [yes] आपकी रिक्वेस्ट हमारी टीम के पास है।
   *[no] आपकी रिक्वेस्ट सेव है, हमारी टीम जल्द से जल्द इसे पढ़ेगी।
    } इसका नंबर { $number } है।{ $photo ->
    [yes] {" "}फ़ोटो या फ़ाइलें आगे नहीं भेजी जा सकतीं, इसलिए ज़रूरी हो तो लिखकर बताएँ कि उनमें क्या है।
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>आपकी पिछली खरीदारी</b>
    जो खरीद इस्तेमाल नहीं हुई, उसका रिफ़ंड { $days } दिन के अंदर नीचे के बटन से मिल सकता है। बाकी मामलों में रिफ़ंड की रिक्वेस्ट करें।
purchase-line = { $number }. { $credits }, { $stars } ⭐ में, { $date }{ $eligibility ->
    [asked] : रिफ़ंड की रिक्वेस्ट की गई
    [declined] : रिफ़ंड मंज़ूर नहीं हुआ
    [under-way] : रिफ़ंड आ रहा है
    [returned] : रिफ़ंड हो गया
   *[other] {""}
    }
    ट्रांज़ैक्शन <code>{ $charge }</code>
refund-offer = <b>खरीद { $number } का रिफ़ंड चाहिए?</b>
    आपको { $stars } ⭐ वापस मिलेंगे, और आपके बैलेंस से { $credits } की कटौती होगी।
refund-begun = ↩️ खरीद { $number } का रिफ़ंड आ रहा है: { $stars } ⭐ वापस मिलने तक होल्ड पर: { $credits }। रिफ़ंड होते ही हम बता देंगे।
refund-kept = ठीक है, क्रेडिट आपके पास ही रहेंगे।
refund-asked = शुक्रिया। खरीद { $number } के रिफ़ंड की रिक्वेस्ट हमारी टीम को भेज दी है; जो फ़ैसला होगा, हम बता देंगे।
refund-declined = खरीद { $number } ({ $credits }, { $stars } ⭐ में) का रिफ़ंड मंज़ूर नहीं हुआ। अगर आपको लगे कि यह गलती है, तो /paysupport पर लिखें।
refund-refused = Telegram आपका पेमेंट रिफ़ंड नहीं कर पाया। { $credits ->
    [0] हमारी टीम को खबर है, और वह इसे देखेगी।
   *[other] आपके क्रेडिट वापस आ गए हैं, और हमारी टीम को खबर है।
    }
not-refundable = { $eligibility ->
    [refundable] इस खरीद का रिफ़ंड मिल सकता है: /paysupport में "रिफ़ंड" पर टैप करें।
    [spent] आपके कुछ क्रेडिट खर्च हो चुके हैं या होल्ड पर हैं। आप /paysupport में रिफ़ंड की रिक्वेस्ट कर सकते हैं।
    [too-late] इसके लिए यह खरीद बहुत पुरानी है। आप /paysupport में रिफ़ंड की रिक्वेस्ट कर सकते हैं।
    [refused] Telegram ने यह रिफ़ंड करने से मना कर दिया। आप हमें /paysupport में लिख सकते हैं।
    [asked] इस रिफ़ंड की रिक्वेस्ट आप पहले ही कर चुके हैं। जो फ़ैसला होगा, हम बता देंगे।
    [declined] यह रिफ़ंड मंज़ूर नहीं हुआ। आप हमें /paysupport में लिख सकते हैं।
    [under-way] यह रिफ़ंड आ रहा है।
   *[returned] इस खरीद का रिफ़ंड हो चुका है।
    }

## Privacy

privacy = <b>प्राइवेसी</b>
    <b>हम क्या रखते हैं, और कितने समय तक</b>
    • आपकी Telegram ID और भाषा, आपने कितना पेमेंट किया, और कब कौन-सा मॉडल किस दाम पर ऑर्डर किया: बिना आपके प्रॉम्प्ट के, जब तक हमें हिसाब रखना ज़रूरी है। आपका नाम नहीं रखा जाता।
    • आपके प्रॉम्प्ट, आपके वीडियो की सेटिंग, और आपकी फ़ोटो और वीडियो की Telegram फ़ाइल ID: ऑर्डर के बाद { $orders } दिन। फ़ोटो खुद आगे भेज दी जाती हैं, रखी नहीं जातीं। /videos से कोई वीडियो डिलीट करें, तो हम उसे तुरंत भुला देते हैं।
    • /settings में आपने जो चुना: जब तक आप उसे यहाँ डिलीट न करें।
    • आप पेमेंट सपोर्ट को जो लिखते हैं: { $requests } दिन।
    • आपको दिया गया हमारा आखिरी जवाब, ताकि Telegram दोबारा माँगे तो दे सकें: 1 घंटा।
    • जो वीडियो यहाँ नहीं भेजा जा सकता, जब तक आप उसे डाउनलोड न कर लें: 7 दिन।

    <b>यह कहाँ जाता है</b>
    • प्रॉम्प्ट, फ़ोटो और सेटिंग KIE.ai को जाते हैं। वह वीडियो बनाता है, और वीडियो और आपकी फ़ोटो 14 दिन तक रखता है, आपके नाम या ID के बिना।
    • यह चैट Telegram रखता है। जो आपको यहाँ दिखता है, उसे आप खुद डिलीट कर सकते हैं।
    • और किसी को कुछ नहीं मिलता, और किसी चीज़ का इस्तेमाल ट्रेनिंग में नहीं होता।

    अभी डिलीट करने के लिए नीचे टैप करें।
forget-sure = <b>अपने प्रॉम्प्ट, फ़ोटो और वीडियो डिलीट करें?</b>
    आपका लिखा सब कुछ, आपके ऑर्डर के प्रॉम्प्ट और फ़ोटो, आपकी डिफ़ॉल्ट सेटिंग, अधूरा ऑर्डर और आपके वीडियो की कॉपियाँ डिलीट हो जाएँगी। यह वापस नहीं हो सकता, और "फिर से" को आपके पुराने ऑर्डर याद नहीं रहेंगे।

    आपके क्रेडिट बने रहेंगे। पेमेंट और दाम की लिस्ट भी रहेगी, पर बिना किसी टेक्स्ट के।
forget-kept = ठीक है, कुछ भी डिलीट नहीं हुआ।
forgotten = 🗑 डिलीट हो गया: आपके प्रॉम्प्ट, फ़ोटो और वीडियो, और जो आपने लिखा था। आपके क्रेडिट और पेमेंट की लिस्ट अब भी यहाँ हैं।

    जो आपको इस चैट में दिखता है, उसे आप Telegram के मेन्यू में "Clear History" से खुद डिलीट कर सकते हैं।
forgotten-when-ended = 🗑 डिलीट हो गया। { $orders ->
    [one] एक ऑर्डर अभी चल रहा है; पूरा होते ही उसका डेटा डिलीट हो जाएगा।
   *[other] { $orders } ऑर्डर अभी चल रहे हैं; पूरे होते ही उनका डेटा डिलीट हो जाएगा।
    } आपके क्रेडिट और पेमेंट की लिस्ट अब भी यहाँ हैं।

    जो आपको इस चैट में दिखता है, उसे आप Telegram के मेन्यू में "Clear History" से खुद डिलीट कर सकते हैं।

## Buttons

button-subscription-cancel = सब्सक्रिप्शन कैंसल करें
button-subscription-resume = सब्सक्रिप्शन जारी रखें
button-refund-offer = ↩️ रिफ़ंड: { $credits } ({ $stars } ⭐), { $date }
button-refund-ask = 🙋 रिफ़ंड माँगें – { $credits }, { $date }
button-refund-confirm = हाँ, रिफ़ंड करें
button-refund-keep = नहीं, क्रेडिट रहने दें
button-refund-approve = ✅ मंज़ूर
button-refund-decline = ❌ नामंज़ूर

button-make-video = 🎬 वीडियो बनाएँ
button-buy = ⭐ क्रेडिट खरीदें
button-again = 🔁 फिर से · { $credits } क्रेडिट
button-edit = ✏️ बदलें
button-follow-extend = ➕ आगे बढ़ाएँ · { $credits } क्रेडिट
button-follow-upscale = 🔍 और साफ़ · { $credits } क्रेडिट
button-follow-full-hd = 🔍 1080p · { $credits } क्रेडिट
button-follow-ultra-hd = 🔍 4K · { $credits } क्रेडिट
button-templates = 💡 टेम्पलेट
button-use-template = ✨ यह आइडिया लें
button-share = 🔗 शेयर करें
button-tips = 💡 टिप्स
button-newer = ◀️ नए
button-older = पुराने ▶️
button-send-again = 📤 दोबारा भेजें
button-copy-prompt = 📋 प्रॉम्प्ट कॉपी करें
button-delete = 🗑 डिलीट करें
button-cancel = कैंसल करें
button-back = ◀️ वापस
button-done = ✅ हो गया
button-more-models = और मॉडल
button-fewer-models = ◀️ बेहतरीन मॉडल
button-drop-image = ✖️ फ़ोटो { $number }
button-turn-images = 🔄 फ़ोटो आपस में बदलें
button-as-references = रेफ़रेंस की तरह लें
button-as-frames = पहले और आखिरी फ़्रेम की तरह लें
button-continue = जारी रखें
button-discard = छोड़ दें
button-prompt-before = ↩️ पिछला प्रॉम्प्ट
button-forget = 🗑 मेरे प्रॉम्प्ट और वीडियो डिलीट करें
button-forget-sure = हाँ, डिलीट करें
button-forget-keep = नहीं, रहने दें
button-open-chat = चैट खोलें

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = वीडियो बनाएँ
command-videos = आपके वीडियो
command-templates = तैयार आइडिया
command-tips = बेहतर प्रॉम्प्ट लिखें
command-settings = आपकी डिफ़ॉल्ट सेटिंग
command-language = भाषा चुनें
command-buy = Stars से क्रेडिट खरीदें
command-balance = अपने क्रेडिट देखें
command-help = यह कैसे काम करता है
command-cancel = अभी का ऑर्डर कैंसल करें
command-terms = इस्तेमाल की शर्तें
command-privacy = प्राइवेसी और डेटा डिलीट करना
command-paysupport = पेमेंट में मदद
command-start = फिर से शुरू करें
bot-description = Starreel आपके शब्दों और फ़ोटो से छोटे AI वीडियो बनाता है। पेमेंट Telegram Stars से होता है। अगर वीडियो नहीं बन पाया, तो आपके क्रेडिट वापस मिल जाएँगे।
bot-short-description = आपके शब्दों और फ़ोटो से AI वीडियो। पेमेंट Telegram Stars से।

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = हाँ हां हा जी हाँजी हांजी ठीक है सही ओके ओ.के. अच्छा बढ़िया बढिया चलो चलिए चलेगा शुरू करो करें करिए कीजिए कर दो दीजिए दें बनाओ बना बनाएँ बनाएं बनाइए जनरेट हो जाए ज़रूर जरूर बिल्कुल बिलकुल पक्का मंज़ूर मंजूर कन्फर्म कन्फ़र्म अभी यही यस प्लीज़ प्लीज haan han haa ha ji haanji hanji theek thik teek hai h sahi acha accha achha badhiya chalo chaliye chalega shuru karo karein kariye kijiye kar do dijiye kardo banao banado bana de zaroor zarur jarur bilkul pakka abhi yahi yes yeah yep ok okay sure go start generate confirm now please pls make let's lets great perfect 👍 👌 ✅
words-of-greeting = नमस्ते नमस्कार प्रणाम हेलो हैलो हलो हाय राम सलाम आदाब धन्यवाद शुक्रिया थैंक्स थैंक्यू थैंक यू आपका बहुत शुभ प्रभात सुप्रभात संध्या रात्रि गुड मॉर्निंग इवनिंग नाइट कैसे हो हैं आप बाय अलविदा namaste namaskar pranam helo salaam salam shukriya dhanyavad dhanyawad bahut aapka kaise ho hain aap shubh prabhat ram alvida hi hello hey thanks thank you thx good morning evening night bye
