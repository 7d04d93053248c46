# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    आपके रोल में इसकी इजाज़त नहीं है: { $needs ->
        [owner] किसी ओनर (ADMIN_IDS) से कहें।
        [support] सपोर्ट (SUPPORT_IDS) या किसी ओनर (ADMIN_IDS) से कहें।
       *[viewer] किसी ओनर (ADMIN_IDS) से कहें कि आपको VIEWER_IDS में जोड़ दें।
    }

## News

operators-provider-blocked = ⚠️ KIE.ai ऑर्डर नहीं ले रहा: { $reason ->
    [out_of_funds] खाते में क्रेडिट खत्म हैं। kie.ai पर टॉप-अप करें।
    [unauthorized] API key गलत है या उसे इसकी इजाज़त नहीं है। KIE_AI_API_KEY या KIE_AI_API_KEYS जाँचें।
    [unreachable] किसी भी वर्कर को उससे जवाब नहीं मिल रहा। पता और वजह वर्कर के लॉग में हैं: KIE_API_URL और नेटवर्क जाँचें।
   *[key_limit] API key अपनी खर्च की लिमिट तक पहुँच गई है। kie.ai पर उसे बढ़ाएँ।
    }
    ऑर्डर रोक दिए गए हैं; जो कतार में हैं, वे इंतज़ार करेंगे।
operators-key-left-out = ⚠️ KIE.ai इस API key से ऑर्डर नहीं ले रहा: <b>{ $key }</b>। { $reason ->
    [out_of_funds] इसके खाते में क्रेडिट खत्म हैं। kie.ai पर टॉप-अप करें।
    [unauthorized] यह गलत है या इसे इसकी इजाज़त नहीं है। KIE_AI_API_KEYS में इसे जाँचें।
    [unreachable] इससे कोई जवाब नहीं मिल रहा। वजह वर्कर के लॉग में है।
   *[key_limit] यह अपनी खर्च की लिमिट तक पहुँच गई है। kie.ai पर उसे बढ़ाएँ।
    }
    तब तक यह इस्तेमाल नहीं होगी; इसका हिस्सा बाकी key सँभालेंगी।
operators-key-back = ✅ KIE.ai फिर से इस API key से ऑर्डर ले रहा है: <b>{ $key }</b>।
operators-key-missing = ⚠️ कुछ ऑर्डर को API key <b>{ $key }</b> चाहिए, जो KIE_AI_API_KEYS में नहीं है: उनके वीडियो, या जिन वीडियो को वे आगे बढ़ाते हैं, इसी से बने थे, और कोई दूसरी key उन्हें नहीं देख सकती। वे इंतज़ार कर रहे हैं, और आखिर में लोगों को क्रेडिट वापस मिल जाएँगे। इस key को वज़न 0 के साथ वापस डालें (<code>{ $key }:0=…</code>), वर्कर रीस्टार्ट करें, और इसके ऑर्डर पूरे होने पर इसे हटा दें।
operators-balance-low = ⚠️ KIE.ai के बैलेंस में ऐसे वीडियो नहीं बन सकते जिनमें उसके { $credits } क्रेडिट से ज़्यादा लगते हैं। kie.ai पर टॉप-अप होने तक ये मॉडल नहीं दिए जाएँगे: { $models }।
operators-provider-ok = ✅ KIE.ai फिर से ऑर्डर ले रहा है।
operators-video-not-delivered = ⚠️ तैयार वीडियो यूज़र { $user } तक नहीं पहुँचा (जॉब <code>{ $job }</code>)। उन्हें बता दिया गया है, और उनके क्रेडिट वापस हो गए हैं। { $why ->
    [no-video] जहाँ KIE.ai बताता है वहाँ कोई वीडियो नहीं है, हालाँकि दो बार पूछा गया: { $detail }। ऐसा होता रहे, तो KIE.ai से उसके फ़ाइल होस्ट के बारे में पूछें, और MODELS_OFF से मॉडल बंद कर दें।
    [too-large] यह Telegram के लिए बहुत बड़ा है, और लोग BOT_URL नहीं खोल सकते। WEBHOOK_URL में कोई पब्लिक पता डालें, फिर ऐसे वीडियो लिंक के रूप में जाएँगे।
    [overdue] जितने समय यह रखा गया, उतने समय में भेजा नहीं जा सका। लॉग में यह जॉब खोजें: फ़ाइल होस्ट, डिस्क (VIDEOS_MEGABYTES_MAX) या Telegram लगातार फ़ेल होता रहा।
   *[not-taken] Telegram इसे किसी भी तरह नहीं ले रहा: { $detail }। लॉग में यह जॉब खोजें।
    }
operators-videos-are-late = ⚠️ तैयार वीडियो एक घंटे से ज़्यादा समय से अटके हैं, और वजह यूज़र नहीं हैं: लॉग में “a video could not be read”, “a video cannot be kept” और “a video was not delivered” खोजें। हम कोशिश करते रहेंगे; क्रेडिट वीडियो पहुँचने पर ही खर्च होते हैं।
operators-foreign-payment = ⚠️ यूज़र { $user } ने ऐसे इनवॉइस के { $stars } Stars दिए जो इस बॉट ने नहीं बनाया (चार्ज <code>{ $charge }</code>)। कोई क्रेडिट नहीं दिया गया। क्या डेटाबेस बदला गया था? क्रेडिट या रिफ़ंड खुद दें।
operators-connection-trouble = ⚠️ { $kind ->
    [taken] किसी दूसरे प्रोसेस ने वह पता बदल दिया जहाँ Telegram इस बॉट के अपडेट भेजता है। हमने उसे वापस ठीक कर दिया है। एक ही BOT_TOKEN वाले दो प्रोग्राम एक-दूसरे के अपडेट ले लेते हैं: दूसरे को बंद करें, या @BotFather में टोकन रद्द करके नया यहाँ डालें।
    [conflict] कोई दूसरा प्रोसेस Telegram से इस बॉट के अपडेट माँग रहा है, इसलिए लोगों के मैसेज भटक जाते हैं। उसे बंद करें, या @BotFather में टोकन रद्द करके नया यहाँ डालें।
    [failing] Telegram इस बॉट को अपडेट नहीं दे पा रहा: { $words }। हमने वेबहुक फिर से सेट किया है। इससे भी ठीक न हो, तो जाँचें कि WEBHOOK_URL इंटरनेट से खुलता है और उसका सर्टिफ़िकेट मान्य है।
   *[behind] Telegram पर अटके अपडेट बढ़ते जा रहे हैं (अभी { $words }), इसलिए लोग जवाब का इंतज़ार कर रहे हैं। जाँचें कि WEBHOOK_URL खुलता है, और बॉट का लॉग और डिस्क देखें।
    }
operators-connection-mended = ✅ Telegram के अपडेट फिर आने लगे हैं; दिक्कत { $since } से { $until } UTC तक रही। { $kind ->
    [unreachable] Telegram से संपर्क नहीं हो पा रहा था। मैसेज वहीं रुके थे, अब उनके जवाब दिए जा रहे हैं।
    [token_refused] Telegram बॉट का टोकन नहीं पहचान रहा था। मैसेज वहीं रुके थे, अब उनके जवाब दिए जा रहे हैं।
    [taken] जो दूसरे प्रोसेस ने लिया, वह यहाँ पहुँचा ही नहीं। उसमें के पेमेंट अभी जमा कराने के लिए /reconcile भेजें।
    [conflict] जो दूसरे प्रोसेस ने लिया, वह यहाँ पहुँचा ही नहीं। उसमें के पेमेंट अभी जमा कराने के लिए /reconcile भेजें।
   *[other] मैसेज Telegram पर रुके थे, अब उनके जवाब दिए जा रहे हैं।
    }
operators-sale-refused = 🚨 Telegram { $call ->
    [invoice] इस बॉट के इनवॉइस
    [subscription] इस बॉट के सब्सक्रिप्शन
   *[checkout] चेकआउट पर इस बॉट के जवाब
    } नहीं ले रहा, इसलिए कोई क्रेडिट नहीं खरीद पा रहा: { $reason }। @BotFather में बॉट के पेमेंट, और अपने PACKS, STARS_PER_CREDIT और SUBSCRIPTION_STARS जाँचें। आज़माने के लिए /buy में किसी पैक पर टैप करें।
operators-support-request = 🧾 पेमेंट रिक्वेस्ट { $number }, <a href="tg://user?id={ $user }">यूज़र { $user }</a> से:
    <blockquote>{ $request }</blockquote>
    जवाब देने के लिए <code>/reply { $number } शब्द</code> लिखें; बॉट उसे आगे भेज देगा।
operators-dead-letter = ⚠️ कुछ ऐसा आया जो सँभाला नहीं जा सका, उसे अलग रख दिया गया है: { $reason }। dead_letters टेबल और लॉग देखें।
operators-unknown-jobs = ⚠️ वर्कर { $orders ->
    [one] एक ऐसे ऑर्डर की बात कर रहे हैं जो इस डेटाबेस में नहीं है।
   *[other] { $orders } ऐसे ऑर्डर की बात कर रहे हैं जो इस डेटाबेस में नहीं हैं।
    } अगर डेटाबेस किसी कॉपी से वापस लाया गया था, तो ये ऑर्डर कॉपी के बाद के हैं: इनकी चैट में हमेशा "बन रहा है…" दिखेगा, और इनके क्रेडिट हिसाब में नहीं हैं। ये unknown_jobs टेबल में हैं; जो भी पूछे, उसे क्रेडिट /grant से दें। अगर वापस नहीं लाया गया था, तो DATA_DIR जाँचें, और देखें कि कोई दूसरा बॉट यही वर्कर तो इस्तेमाल नहीं कर रहा।
operators-put-back = ℹ️ यह डेटाबेस एक कॉपी से वापस लाया गया है। { $orders ->
    [0] इसमें कोई ऑर्डर इंतज़ार में नहीं है।
    [one] इसमें एक ऑर्डर इंतज़ार में है: कुछ भी खरीदने से पहले वर्कर से उसके बारे में पूछा जाएगा।
   *[other] इसमें { $orders } ऑर्डर इंतज़ार में हैं: कुछ भी खरीदने से पहले वर्कर से उनके बारे में पूछा जाएगा।
    } कॉपी के बाद आए पेमेंट खोजने के लिए /reconcile भेजें। उसके बाद के ऑर्डर यहाँ दर्ज नहीं हैं; जो लोग पूछें, उन्हें क्रेडिट /grant से दें।

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }) में KIE.ai के { $cost } क्रेडिट लगते हैं, जबकि कैटलॉग में { $listed } लिखा है: ऐसे पिछले { $of } में से { $off } वीडियो में यही हुआ। { $step ->
    [switched-off] हमने यह मॉडल बंद कर दिया है। अपनी CATALOG_FILE में इसकी लागत ठीक करें, बॉट और वर्कर रीस्टार्ट करें, और <code>/models on { $id }</code> से इसे वापस लाएँ।
    [is-last] यह मेन्यू में बना हुआ है, क्योंकि वहाँ यही आखिरी मॉडल है। अपनी CATALOG_FILE में इसकी लागत ठीक करें, और बॉट और वर्कर रीस्टार्ट करें।
   *[told] अपनी CATALOG_FILE में इसकी लागत ठीक करें और बॉट और वर्कर रीस्टार्ट करें, या तब तक <code>/models off { $id }</code> से इसे बंद कर दें।
    }
operators-price-list-differs = 🏷 कैटलॉग की ये लागतें KIE.ai की प्राइस लिस्ट से मेल नहीं खातीं:
    { $lines }
    इन्हें kie.ai/pricing से मिलाएँ, अपनी CATALOG_FILE ठीक करें, और बॉट और वर्कर रीस्टार्ट करें; हर दाम में से कितना बचता है, यह <code>bot check-catalogue</code> दिखाता है।
operators-price-list-line = • <b>{ $model }</b> ({ $combination }): यहाँ { $listed }, वहाँ { $price }, “{ $row }” के मुताबिक
operators-model-failing = ⚠️ <b>{ $model }</b> KIE.ai पर लगातार { $failures } बार फ़ेल हुआ। इसे चुनने पर लोगों को चेतावनी दिखती है, और फ़ेल हुए वीडियो के क्रेडिट नहीं कटते। ऐसा होता रहे, तो <code>/models off { $id }</code> से इसे बंद कर दें।
operators-model-mended = ✅ <b>{ $model }</b>: { $made ->
    [yes] वीडियो फिर से बन गया; { $since } UTC से यह फ़ेल हो रहा था।
   *[no] एक दिन से कोई फ़ेल नहीं हुआ। { $since } UTC से यह बार-बार फ़ेल हो रहा था; इस बीच किसी ने इससे वीडियो नहीं बनाया है।
    }
operators-models = <b>मॉडल</b>
    { $lines }
    बंद करने के लिए <code>/models off id</code> और चालू करने के लिए <code>/models on id</code> लिखें।
operators-models-line = • <code>{ $id }</code> { $model }: { $state ->
    [setting] बंद, MODELS_OFF या कैटलॉग से
    [operator] बंद, किसी ऑपरेटर ने किया
    [price-watch] बंद, क्योंकि लागत कैटलॉग में लिखी लागत से ज़्यादा है
   *[on] चालू
    }{ $fails ->
    [yes] , अक्सर फ़ेल होता है
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] हो गया: <code>{ $id }</code> अब { $to ->
        [off] बंद है। जो ऑर्डर हो चुके हैं, वे फिर भी बनेंगे।
       *[on] चालू है। लोग इसे ऑर्डर कर सकते हैं।
    }
    [already] <code>{ $id }</code> पहले से { $to ->
        [off] बंद है।
       *[on] चालू है।
    }
    [last] <code>{ $id }</code> मेन्यू का आखिरी मॉडल है, इसलिए चालू रहेगा। कुछ भी न बेचना हो, तो बॉट बंद करें।
    [off-by-setting] <code>{ $id }</code> MODELS_OFF या कैटलॉग से बंद है। उसे बदलें और बॉट रीस्टार्ट करें।
   *[unknown] <code>{ $id }</code> नाम का कोई मॉडल नहीं है। सारे मॉडल /models में दिखेंगे।
    }
operators-usage-models = ऐसे लिखें: लिस्ट के लिए <code>/models</code>, या <code>/models off id</code> और <code>/models on id</code>।

## Refunds

operators-refund-wanted =
    🙋 <a href="tg://user?id={ $user }">यूज़र { $user }</a> खरीद { $purchase } का रिफ़ंड माँग रहे हैं: { $credits }, { $stars } ⭐ में, { $date }। { $because ->
        [too-late] बिना पूछे रिफ़ंड के लिए यह बहुत पुरानी है।
        [gift-opened] यह एक तोहफ़ा है, जो किसी ने खोल लिया है। मंज़ूर करने पर उसमें जो बचा है, वह उनसे वापस ले लिया जाएगा।
        [refused] Telegram पहले इसके लिए मना कर चुका है।
       *[spent] इसके कुछ क्रेडिट खर्च हो चुके हैं या होल्ड पर हैं।
    }
    मंज़ूर करने पर Stars वापस जाएँगे, और बचे हुए क्रेडिट हटा दिए जाएँगे। देखें: /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = यूज़र { $user } की इस खरीद में से चल रहे ऑर्डर के लिए होल्ड पर: { $held }। उनके पूरे होने के बाद फ़ैसला करें: तब तक पता नहीं कि कितना खर्च हुआ।
operators-refund-approved = ✅ मंज़ूर: { $foreign ->
    [yes] इस पेमेंट
   *[no] खरीद { $purchase }
    } के { $stars } ⭐ यूज़र { $user } को वापस जाएँगे; इसके लिए होल्ड पर: { $taken }। अब खबर तभी आएगी, जब Telegram मना करे।
operators-refund-declined = ❌ नामंज़ूर: खरीद { $purchase } ({ $stars } ⭐)। उन्हें बता दिया गया है।
operators-refund-decided = { $eligibility ->
    [under-way] यह रिफ़ंड पहले से जा रहा है।
    [returned] इसका रिफ़ंड हो चुका है।
    [declined] यह पहले ही नामंज़ूर हो चुका है।
   *[other] अब कोई यह रिफ़ंड नहीं माँग रहा।
    }
operators-refund-refused = ⚠️ Telegram ने यूज़र { $user } को { $stars } ⭐ रिफ़ंड करने से मना कर दिया: { $reason }। { $credits ->
    [0] इसके लिए कोई क्रेडिट होल्ड पर नहीं था।
   *[other] क्रेडिट वापस हो गए हैं।
    } अगर बॉट के पास Stars कम हैं, तो और आने का इंतज़ार करें, फिर भेजें
    <code>/refund { $charge } वजह</code>
operators-purchase-unknown = खरीद <code>{ $which }</code> नहीं मिली। इसे "/ledger यूज़र" से लें, जैसे यूज़र 123456 की दूसरी खरीद के लिए <code>123456#2</code>, या खरीदार की रसीद से ट्रांज़ैक्शन ID लें। अभी-अभी आया पेमेंट /reconcile के बाद दिखेगा।

## People's credits

operators-credits-moved = हो गया। यूज़र { $user } का बैलेंस अब { $balance } है, और उन्हें बता दिया गया है।
operators-has-less = यूज़र { $user } का बैलेंस सिर्फ़ { $balance } है। कुछ नहीं काटा गया।
operators-person-unknown = यूज़र { $user } ने इस बॉट को कभी नहीं लिखा।
operators-account = <b>यूज़र { $user }</b>: उपलब्ध { $available }, होल्ड पर { $held }, रिफ़ंड में { $refunding }।
operators-account-purchase =
    खरीद <code>{ $purchase }</code>: { $credits }, { $stars } ⭐ में, { $date }, बाकी { $left }{ $gift ->
        [none] { "" }
        [waiting] , तोहफ़ा, जो अभी खुला नहीं
        [refunding] , तोहफ़ा, जो खुला नहीं
        [returned] , तोहफ़ा, जो खुला नहीं
        [kept] , तोहफ़ा, जो समय रहते किसी ने नहीं खोला
       *[opened] , तोहफ़ा, जो खुल चुका
    }{ $eligibility ->
        [asked] , रिफ़ंड माँगा गया है
        [declined] , रिफ़ंड नामंज़ूर हुआ
        [refused] , Telegram ने रिफ़ंड से मना किया
        [under-way] , रिफ़ंड जा रहा है
        [returned] , रिफ़ंड हो गया
       *[other] { "" }
    }
operators-account-entries = एंट्री, नई पहले, समय UTC में, पेज { $page } / { $pages }:
operators-entry =
    { $at } · { $credits } · { $cause ->
        [pay] खरीदे, { $purchase }
        [bonus] { $purchase } का बोनस
        [first] पहली खरीद का बोनस
        [welcome] वेलकम क्रेडिट
        [invited] न्योते पर आने का बोनस
        [inviter] किसी को बुलाने का बोनस
        [inviter-back] काटे गए: जिन्हें बुलाया था, उनकी खरीद का रिफ़ंड हुआ
        [promo] प्रोमो कोड
        [gift-out] तोहफ़े में दिए: { $purchase } खोला गया
        [gift-in] तोहफ़ा खोला, { $purchase }
        [gift-kept] इन्हीं के हुए: तोहफ़ा { $purchase } किसी ने नहीं खोला
        [gift-back] काटे गए: तोहफ़े { $purchase } के Stars वापस गए
        [grant] दिए गए
        [debit] काटे गए
        [hold] ऑर्डर <code>{ $job }</code> के लिए होल्ड पर
        [capture] ऑर्डर <code>{ $job }</code> पर खर्च
        [release] ऑर्डर <code>{ $job }</code> से वापस
        [give-back] ऑर्डर <code>{ $job }</code> पर खर्च हुए थे, लौटाए गए
        [refund-hold] { $purchase } के रिफ़ंड के लिए होल्ड पर
        [refund-undo] वापस: Telegram ने { $purchase } के रिफ़ंड से मना किया
       *[revoke]
            { $held ->
                [yes] { $purchase } के रिफ़ंड के साथ गए
               *[no] काटे गए: { $purchase } के Stars हमारे बिना वापस गए
            }
    }
operators-entry-by = {""} – ऑपरेटर { $operator }: { $reason }
operators-too-many-credits = एक कमांड से ज़्यादा से ज़्यादा { $most } का लेन-देन हो सकता है। कुछ नहीं किया गया।
operators-help = <b>ऑपरेटर के लिए</b>
operators-help-line = /{ $command } · { $about }
command-admin = यूज़र, ऑर्डर, मॉडल और आँकड़े
command-grant = क्रेडिट दें: यूज़र, क्रेडिट, वजह
command-debit = क्रेडिट काटें: यूज़र, क्रेडिट, वजह
command-ledger = यूज़र का बैलेंस और एंट्री
command-refund = Stars लौटाएँ: यूज़र#नंबर या ट्रांज़ैक्शन ID, वजह
command-reply = पेमेंट रिक्वेस्ट का जवाब दें: नंबर, शब्द
command-reconcile = अभी Telegram की Stars की लिस्ट से मिलाएँ
command-models = मेन्यू के मॉडल; off id से कोई मॉडल हटाएँ
command-promo = प्रोमो कोड; बनाने के लिए: कोड क्रेडिट लोग दिन
command-broadcast = सबको या कुछ लोगों को मैसेज भेजें
command-stats = शॉप कैसी चल रही है; daily on से हर सुबह मिलेगा
command-shop = दाम, पैक, बोनस
command-maintenance = सिर्फ़ ऑपरेटर ऑर्डर करें: on या off, लोगों के लिए शब्दों के साथ
operators-usage-grant = ऐसे लिखें: <code>/grant यूज़र क्रेडिट वजह</code>, जैसे <code>/grant 123456 5 देरी के लिए माफ़ी</code>
operators-usage-debit = ऐसे लिखें: <code>/debit यूज़र क्रेडिट वजह</code>, जैसे <code>/debit 123456 5 गलती से दिए गए</code>
operators-usage-ledger = ऐसे लिखें: <code>/ledger यूज़र</code>, जैसे <code>/ledger 123456</code>, और पुरानी एंट्री के लिए पेज नंबर।
operators-usage-refund = ऐसे लिखें: <code>/refund यूज़र#नंबर वजह</code>, जैसा "/ledger यूज़र" दिखाता है, जैसे <code>/refund 123456#2 वीडियो आया ही नहीं</code>, या खरीद की जगह ट्रांज़ैक्शन ID।
operators-usage-reply = ऐसे लिखें: <code>/reply नंबर शब्द</code>, जैसे <code>/reply 3 आपके क्रेडिट वापस आ गए हैं, माफ़ कीजिए!</code>
operators-reply-sent = रिक्वेस्ट { $number } पर आपका जवाब यूज़र { $user } को जा रहा है।
operators-request-unknown = { $number } नंबर की कोई रिक्वेस्ट नहीं है।
operators-usage-reconcile = ऐसे लिखें: <code>/reconcile</code>

## Promo codes

operators-promos =
    <b>प्रोमो कोड</b>
    { $lines }
    बनाने के लिए <code>/promo कोड क्रेडिट लोग दिन</code>, बंद करने के लिए <code>/promo कोड off</code> लिखें।
operators-promos-line =
    • <code>{ $code }</code>: { $credits }, { $most } में से { $uses } बार इस्तेमाल, { $state ->
        [open] { $ends } तक
        [used-up] पूरा इस्तेमाल हो गया
       *[ended] { $ends } को खत्म हुआ
    }
operators-promos-none = अभी कोई प्रोमो कोड नहीं है। बनाने के लिए <code>/promo कोड क्रेडिट लोग दिन</code> लिखें, जैसे <code>/promo SUMMER 2 100 30</code>: 30 दिन में 100 लोगों को 2-2 क्रेडिट।
operators-promo-made =
    ✅ <code>{ $code }</code> से हर व्यक्ति को { $credits }, { $people ->
        [one] { $people } व्यक्ति
       *[other] { $people } लोगों
    } तक, हर व्यक्ति को एक बार, { $ends } तक। लोग <code>/redeem { $code }</code> भेजें या यह खोलें: { $link }
operators-promo-taken = <code>{ $code }</code> नाम का कोड है, या पहले था। कुछ नहीं बदला गया; कोई दूसरा नाम चुनें।
operators-promo-off =
    { $outcome ->
        [ended] हो गया: अब <code>{ $code }</code> कोई इस्तेमाल नहीं कर सकता। लोगों को इससे जो मिला, वह उनका ही रहेगा।
        [had-ended] <code>{ $code }</code> पहले ही खत्म हो चुका था।
       *[unknown] <code>{ $code }</code> नाम का कोई कोड नहीं है। सारे कोड /promo में दिखेंगे।
    }
operators-usage-promo = ऐसे लिखें: <code>/promo कोड क्रेडिट लोग दिन</code>, जैसे <code>/promo SUMMER 2 100 30</code>, या <code>/promo SUMMER off</code>, या लिस्ट के लिए <code>/promo</code>। कोड में 3 से 32 अंग्रेज़ी अक्षर, अंक, डैश या अंडरस्कोर होते हैं; उससे 1 से 3650 दिन तक 1 से 1000000 लोगों को 1 से 1000 क्रेडिट मिलते हैं।

## Figures of the shop

operators-stats =
    <b>पिछले { $days } दिन</b>
    ⭐ { $stars } Stars आए{ $returned ->
        [0] { "" }
       *[other] , उनमें से { $returned } लौटाए गए
    } · 🎬 वीडियो ऑर्डर हुए: { $orders } · 👤 नए यूज़र: { $people }
    बने: { $success } · मार्जिन: { $margin } (USD { $income } आए, { $cost } KIE.ai को)
operators-stats-unreadable = अभी आँकड़े पढ़े नहीं जा सके। एक मिनट बाद फिर कोशिश करें; कारण लॉग में है।
operators-stats-daily-on = ठीक है, ये हर दिन { $time } UTC पर आएँगे। समय बदलना हो, तो लिखें: /stats daily on 7
operators-stats-daily-off = ठीक है, अब ये अपने-आप नहीं आएँगे।
operators-usage-stats = ऐसे लिखें: <code>/stats</code>, <code>/stats daily on</code>, 7:00 UTC के लिए <code>/stats daily on 7</code>, या <code>/stats daily off</code>।
button-stats-days = { $days } दिन
button-stats-daily-on = ⏰ हर सुबह भेजें
button-stats-daily-off = 🔕 हर सुबह न भेजें
stats-image-title = पिछले { $days } दिन
stats-image-stars = Stars
stats-image-orders = ऑर्डर
stats-image-people = नए यूज़र
stats-image-margin = मार्जिन
stats-image-stars-by-day = हर दिन के Stars
stats-image-orders-by-day = हर दिन के ऑर्डर
stats-image-people-by-day = हर दिन के नए यूज़र
stats-image-success-by-model = मॉडल के हिसाब से सफलता
stats-image-nothing = अभी कुछ नहीं

## Broadcasts

operators-broadcast-ask = 📣 वह मैसेज भेजें जो लोगों को मिलना चाहिए: फ़ॉर्मैटिंग के साथ टेक्स्ट, या कैप्शन के साथ एक फ़ोटो या वीडियो। पहले आप उसे देखेंगे और चुनेंगे कि किसे मिले; अभी कुछ नहीं जाएगा।
operators-broadcast-cannot = यह सबको नहीं भेजा जा सकता। कृपया एक ही मैसेज भेजें: टेक्स्ट, या कैप्शन के साथ एक फ़ोटो, वीडियो, वॉइस मैसेज या फ़ाइल। एल्बम नहीं चलते।
operators-broadcast-panel =
    👆 लोगों को यही मिलेगा; उसके नीचे के बटन से हर कोई ऐसे मैसेज बंद कर सकता है।

    किसे: { $to } · <b>{ $people ->
        [one] { $people } व्यक्ति
       *[other] { $people } लोग
    }</b>
    जिन्होंने खबरें बंद की हैं या बॉट को ब्लॉक किया है, वे नहीं गिने गए। चुनें कि किसे मिले, फिर कब। समय UTC में है।
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] सभी भाषाएँ
    }{ $days ->
        [0] { "" }
       *[other] , पिछले { $days } दिन में आए
    }
operators-broadcast-ask-language = वे कौन-सी भाषा बोलते हों? जिनका Telegram इस भाषा में है, या जिन्होंने यहाँ इसे चुना है:
operators-broadcast-ask-time = कब भेजें? समय UTC में लिखें, जैसे <code>18:30</code> या <code>2027-12-24 09:00</code>, ज़्यादा से ज़्यादा 60 दिन आगे। अभी { $now } बजे हैं।
operators-broadcast-wrong-time = वह समय बीत चुका है, या 60 दिन से ज़्यादा आगे है। कोई दूसरा समय चुनें।
operators-broadcast-nobody = यह किसी को नहीं मिलेगा। कोई और लोग चुनें।
operators-broadcast-not-sent = ठीक है, कुछ नहीं भेजा गया।
operators-broadcast-progress =
    📣 { $state ->
        [draft] अभी भेजा नहीं गया।
        [scheduled] { $at } UTC पर जाएगा।
        [sending] जा रहा है: { $percent }%
        [paused] { $percent }% पर रुका है। जारी रखने पर किसी को दो बार नहीं मिलेगा।
        [done] पूरा हो गया।
       *[cancelled] कैंसल हो गया।
    }
    किसे: { $to } · { $people ->
        [one] { $people } व्यक्ति
       *[other] { $people } लोग
    }
    { $state ->
        [draft] { "" }
        [scheduled] जो मैसेज आपने भेजा है, उसे रहने दें: वह इसी चैट से कॉपी होगा।
       *[other] ✅ { $sent } को मिला · 🚫 { $blocked } ने बॉट ब्लॉक किया है · ⚠️ Telegram ने { $failed } को भेजने से मना किया
    }
operators-broadcast-done =
    📣 आपका ब्रॉडकास्ट पूरा हो गया। ✅ { $sent } को मिला · 🚫 { $blocked } ने बॉट ब्लॉक किया है · ⚠️ Telegram ने { $failed } को भेजने से मना किया{ $failed ->
        [0] ।
       *[other] । वजह लॉग में है।
    }
operators-broadcast-stopped =
    ⚠️ आपका ब्रॉडकास्ट रुका है: { $known ->
        [yes] Telegram यह मैसेज नहीं ले रहा: { $reason }। अगर ठीक न हो सके, तो इसे कैंसल करके दूसरा भेजें।
       *[no] मैसेज अब इस चैट में नहीं है, इसलिए कॉपी नहीं हो सकता। इसे कैंसल करके फिर से भेजें; जिन्हें मिल चुका है उन्हें छोड़ने के लिए दूसरे लोग चुनें।
    }
button-broadcast-everybody = 👥 सभी
button-broadcast-languages = 🌐 एक भाषा…
button-broadcast-all-languages = सभी भाषाएँ
button-broadcast-seen = { $days } दिन में आए
button-broadcast-now = 📣 अभी { $people } को भेजें
button-broadcast-tomorrow = कल { $time }
button-broadcast-hour = एक घंटे में
button-broadcast-time = कोई और समय…
button-broadcast-pause = ⏸ रोकें
button-broadcast-resume = ▶️ जारी रखें
button-broadcast-cancel = ✖️ कैंसल करें

## Telegram's list of Star transactions

operators-reconcile-begun = Telegram के ट्रांज़ैक्शन की लिस्ट पढ़ रहे हैं…
operators-reconciled = ✅ लिस्ट में ट्रांज़ैक्शन: { $listed }, उनमें नए: { $new }; देर से जमा: { $credited }, वापस लिए गए: { $revoked }। बैलेंस: { $balance } ⭐। { $agrees ->
    [yes] यह लिस्ट से मेल खाता है।
   *[no] लिस्ट से { $difference } ⭐ का फ़र्क है।
    }
operators-not-reconciled = ⚠️ Telegram के ट्रांज़ैक्शन की लिस्ट नहीं पढ़ी जा सकी: { $reason }। हम खुद फिर कोशिश करेंगे।
operators-star-difference = { $agrees ->
    [yes] ✅ Telegram का बैलेंस ({ $balance } ⭐) फिर से उसके ट्रांज़ैक्शन की लिस्ट से मेल खाता है।
   *[no] ⚠️ Telegram के बैलेंस ({ $balance } ⭐) और उसके ट्रांज़ैक्शन की लिस्ट में { $difference } ⭐ का फ़र्क है। @BotFather में बॉट का बैलेंस देखें।
    }
operators-payment-not-listed = ⚠️ यूज़र { $user } का पेमेंट <code>{ $charge }</code> जमा हो गया था, पर Telegram की लिस्ट में नहीं है। क्या वह नकली था? देखें: /ledger { $user }
operators-refund-not-listed = ⚠️ यूज़र { $user } को <code>{ $charge }</code> का रिफ़ंड पूरा माना गया है, पर Telegram की लिस्ट में नहीं है। देखें: /ledger { $user }
operators-older-payments = ℹ️ Telegram की लिस्ट में { $count ->
    [one] एक पेमेंट ({ $stars } ⭐) इस डेटाबेस से पुराना है। वह star_transactions टेबल में रखा है और किसी के खाते में जमा नहीं हुआ। अगर उसे
   *[other] { $count } पेमेंट ({ $stars } ⭐) इस डेटाबेस से पुराने हैं। वे star_transactions टेबल में रखे हैं और किसी के खाते में जमा नहीं हुए। अगर उन्हें
    } जमा होना चाहिए, तो पुराना डेटाबेस वापस लाएँ।
operators-unreadable-transaction = ⚠️ Telegram की लिस्ट का एक ट्रांज़ैक्शन पढ़ा नहीं जा सका (<code>{ $id }</code>)। लॉग देखें, और Starreel अपडेट करें।
operators-books-are-wrong = 🚨 हिसाब में गड़बड़ है। पंक्तियाँ देखने के लिए <code>bot audit</code> चलाएँ, और क्रेडिट खतरे में हों तो बॉट बंद करें:
    { $found }
