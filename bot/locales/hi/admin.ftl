# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>ऑपरेटर के लिए</b>
    आपका रोल: { $role ->
        [owner] ओनर, आप सब कुछ कर सकते हैं।
        [support] सपोर्ट टीम: आप लोगों को जवाब देते हैं, उन्हें ब्लॉक करते हैं, और ऑर्डर पर फिर से कोशिश करवाते हैं। क्रेडिट और Stars का काम ओनर का है।
       *[viewer] व्यूअर: आप सब कुछ देख सकते हैं, पर कुछ बदल नहीं सकते।
    }
button-admin-menu = ◀️ मेन्यू
button-admin-people = 👤 यूज़र
button-admin-stuck = ⏳ अटके ऑर्डर
button-admin-failed = ⚠️ फ़ेल हुए ऑर्डर
button-admin-models = 🎬 मॉडल
button-admin-stats = 📊 आँकड़े
button-admin-now = 🩺 अभी
button-admin-shop = 🛒 दुकान
button-admin-promos = 🎟 प्रोमो कोड
button-admin-broadcast = 📣 सबको संदेश
admin-cancelled = ठीक है, कुछ नहीं किया गया।
admin-too-long = यह बहुत लंबा है: ज़्यादा से ज़्यादा { $max } अक्षर लिखें, या "कैंसल करें" पर टैप करें।

## People

admin-ask-person =
    <b>किसे देखना है?</b>
    उनका Telegram नंबर, कोई खरीद (<code>123456#2</code> या उनकी रसीद का ट्रांज़ैक्शन ID), पेमेंट रिक्वेस्ट (<code>#7</code>) या ऑर्डर भेजें, या उनका कोई मैसेज फ़ॉरवर्ड करें।
admin-person-not-found = <code>{ $word }</code> से कोई नहीं मिला। इसे जाँच लें, या कुछ और भेजें: नंबर, खरीद, ट्रांज़ैक्शन ID, <code>#7</code> जैसी पेमेंट रिक्वेस्ट, या फ़ॉरवर्ड किया हुआ मैसेज। अभी-अभी आया पेमेंट /reconcile के बाद दिखेगा।
admin-account-hidden = Telegram नहीं बताता कि यह किसने लिखा: फ़ॉरवर्ड करने पर उनका अकाउंट छिपा रहता है। उनसे रसीद का ट्रांज़ैक्शन ID माँगें, और वह भेजें।
admin-card =
    <b>यूज़र { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 { $blocked } से ब्लॉक
    }{ $away ->
        [yes] { " " }· उन तक नहीं पहुँच सकते: बॉट ब्लॉक कर रखा है
       *[no] { "" }
    }
    यहाँ { $since } से, भाषा { $language }
    बैलेंस: { $available } · होल्ड पर { $held } · रिफ़ंड में { $refunding }
admin-card-purchases = <b>पेमेंट</b>
admin-card-none = कुछ नहीं
admin-card-subscription =
    <b>सब्सक्रिप्शन</b>
    हर 30 दिन में { $credits }, { $stars } ⭐ में, { $state ->
        [active] पेमेंट { $until } तक का हो चुका है
        [failed] पिछला पेमेंट नहीं हो पाया, पेमेंट { $until } तक का हो चुका है
       *[cancelled] कैंसल, { $until } तक चलेगा
    }
admin-card-orders = <b>पिछले ऑर्डर</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] अपनी बारी के इंतज़ार में
        [published] वर्कर के पास
        [submitted] बन रहा है
        [ready] भेजा जा रहा है
        [delivered] पहुँच गया
        [failed] नहीं बन पाया
        [cancelled] कैंसल
       *[undeliverable] पहुँचाया नहीं जा सका
    }
admin-card-entries = <b>पिछली एंट्री</b>, समय UTC में
button-admin-block = 🚫 ब्लॉक करें
button-admin-unblock = ✅ अनब्लॉक करें
button-admin-write = 💬 मैसेज लिखें
button-admin-grant = ➕ क्रेडिट दें
button-admin-debit = ➖ क्रेडिट काटें
button-admin-ledger = 📒 एंट्री
button-admin-another = 🔎 कोई और
button-admin-person = 👤 उनका कार्ड
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] यूज़र { $user } अब ब्लॉक हैं, और उन्हें बता दिया गया है। चल रहे ऑर्डर फिर भी बनेंगे; सब्सक्रिप्शन तब तक चलेगा, जब तक वे उसे कैंसल न करें।
               *[unblocked] यूज़र { $user } अब अनब्लॉक हैं, और उन्हें बता दिया गया है।
            }
        [already]
            { $to ->
                [blocked] यूज़र { $user } पहले से ब्लॉक हैं।
               *[unblocked] यूज़र { $user } ब्लॉक नहीं हैं।
            }
        [operator] ऑपरेटर को ब्लॉक नहीं किया जा सकता। पहले उन्हें सेटिंग से हटाएँ।
       *[unknown] यूज़र { $user } ने इस बॉट को कभी नहीं लिखा।
    }
admin-ask-grant = यूज़र { $user } को कितने क्रेडिट दें, और क्यों? जैसे: <code>5 देरी के लिए माफ़ी</code>
admin-ask-debit = यूज़र { $user } के कितने क्रेडिट काटें, और क्यों? जैसे: <code>5 गलती से दिए गए</code>
admin-amount-unclear = एक संख्या और वजह लिखें, जैसे <code>5 देरी के लिए माफ़ी</code>, या "कैंसल करें" पर टैप करें।
admin-ask-message = यूज़र { $user } को क्या लिखें? उन्हें यह हमारी टीम की तरफ़ से मिलेगा, आपके नाम के बिना।
admin-needs-words = कृपया टेक्स्ट में भेजें; फ़ोटो या फ़ाइलें आगे नहीं भेजी जा सकतीं।
admin-message-sent = आपका मैसेज यूज़र { $user } को जा रहा है।

## Orders

admin-orders =
    { $list ->
        [stuck] <b>अटके ऑर्डर</b>: { $minutes } मिनट से ज़्यादा समय से एक ही जगह पर, सबसे पुराने पहले।
       *[failed] <b>फ़ेल हुए ऑर्डर</b>, पिछले { $days } दिन के, नए पहले।
    }{ $orders ->
        [0] { " " }अभी कोई नहीं है।
       *[other] { "" }
    }
admin-orders-legend =
    👤 यूज़र{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 फिर से कोशिश · 🗑 इस लिस्ट से हटाएँ
       *[owner] { " " }· 🔁 फिर से कोशिश · ↩️ क्रेडिट लौटाएँ · 🗑 इस लिस्ट से हटाएँ
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · यूज़र { $user }
    { $progress ->
        [queued] अपनी बारी के इंतज़ार में
        [published] वर्कर के पास, अभी KIE.ai तक नहीं पहुँचा
        [submitted] KIE.ai बना रहा है
        [ready] बन गया, पर पहुँचा नहीं
        [not-fetched] बन गया, पर जब तक रखा गया, उन तक नहीं पहुँच पाए; इसके क्रेडिट कट चुके हैं
        [undeliverable] बन गया, पर भेजा नहीं जा सका; उनके क्रेडिट वापस हो गए हैं
       *[failed]
            नहीं बन पाया, उनके क्रेडिट वापस हो गए हैं: { $reason ->
                [policy] मॉडल ने कॉन्टेंट के नियमों की वजह से मना कर दिया
                [refused] मॉडल इसे नहीं ले पाया
                [image] फ़ोटो काम नहीं आई
                [image_gone] फ़ोटो अब Telegram पर नहीं है
                [sound] मॉडल को शब्दों में कोई साउंड नहीं मिला
                [expired] इंतज़ार बहुत लंबा हो गया
                [timeout] बहुत समय लग गया; वीडियो देर से आया, तो मुफ़्त होगा
                [unknown] पता नहीं कि KIE.ai ने इसे लिया या नहीं; वीडियो देर से आया, तो मुफ़्त होगा
               *[provider] KIE.ai पर गड़बड़ हुई
            }
    }, { $since } UTC से ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } मिनट
admin-age-hours = { $count } घंटे
admin-age-days =
    { $count ->
        [one] { $count } दिन
       *[other] { $count } दिन
    }
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] वर्कर से फिर पूछा जा रहा है कि इसका क्या हुआ। कुछ भी दो बार नहीं खरीदा जाएगा; वीडियो मिला, तो पहुँचा दिया जाएगा।
        [sent] वीडियो फिर से भेजा जा रहा है।
        [placed] उनके क्रेडिट से फिर ऑर्डर कर दिया। उन्हें बता दिया गया है।
        [tried-already] यह पहले ही हो चुका है।
        [ordered-by-person] इस बीच उन्होंने खुद इसे फिर से ऑर्डर कर लिया है।
        [waits] यह अपनी बारी के इंतज़ार में है; अभी कोशिश करने को कुछ नहीं है।
        [refused] फिर से मना ही होगा: पहले उन्हें इसे बदलना होगा।
        [ended] यह खत्म हो चुका है, इसलिए फिर कोशिश नहीं हो सकती।
        [person-blocked] यह यूज़र ब्लॉक है। पहले अनब्लॉक करें।
        [not-enough] अब उनके पास इसके लिए क्रेडिट काफ़ी नहीं हैं।
        [too-many] फ़िलहाल उनके ऑर्डर की लिमिट पूरी हो गई है। थोड़ी देर बाद कोशिश करें।
        [model-gone] इसका मॉडल अब नहीं मिलता।
        [forgotten] इसका प्रॉम्प्ट डिलीट हो चुका है, इसलिए फिर ऑर्डर नहीं हो सकता।
        [paused] KIE.ai अभी ऑर्डर नहीं ले रहा। थोड़ी देर बाद कोशिश करें।
        [given-back] हो गया: उनके क्रेडिट वापस हो गए हैं, और उन्हें बता दिया गया है।
        [given-back-already] उनके क्रेडिट पहले ही वापस हो चुके हैं।
        [delivered] वीडियो उनके पास है। फिर भी क्रेडिट देने हों, तो उनके कार्ड में ➕ पर टैप करें।
        [dropped] आगे बढ़ने तक इस लिस्ट से हटा दिया।
       *[dropped-already] यह पहले ही लिस्ट से हट चुका है।
    }

## Stats

admin-now =
    <b>अभी</b>, { $at } UTC
    <b>पिछले 24 घंटे</b>
    ऑर्डर: { $ordered }, इनमें से { $delivered } पहुँचे और { $failed } फ़ेल हुए
    Stars: { $paid } ⭐ आए, { $returned } ⭐ लौटाए गए
    <b>अभी</b>
    कतार में: { $queued }, बन रहे हैं: { $rendering }, भेजे जा रहे हैं: { $ready }, अटके हैं: { $stuck }
    फ़ैसले के इंतज़ार में रिफ़ंड: { $refunds }, सब्सक्रिप्शन: { $subscriptions }, ब्लॉक यूज़र: { $blocked }
button-admin-refresh = 🔄 रीफ़्रेश
