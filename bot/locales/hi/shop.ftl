# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 अभी मेंटेनेंस चल रहा है, इसलिए नए ऑर्डर को थोड़ा इंतज़ार करना होगा। जो वीडियो बन रहे हैं, वे आएँगे, और आपके क्रेडिट सुरक्षित हैं। कृपया थोड़ी देर बाद कोशिश करें!

operators-shop =
    <b>शॉप</b>
    📦 पैक: { $packs }
    📅 सब्सक्रिप्शन: { $subscription }
    🎁 पहली खरीद पर: { $first } · पहले मैसेज पर: { $welcome }
operators-shop-pack = { $credits }, { $stars } ⭐ में
operators-shop-no-subscription = कोई नहीं
operators-shop-as-files = सब कुछ आपकी सेटिंग और कैटलॉग के मुताबिक है।
operators-shop-decided =
    <b>यहाँ बदला गया</b>, आपकी सेटिंग और कैटलॉग से अलग:
    { $lines }
operators-shop-line = • { $name }: <code>{ $files }</code> की जगह <code>{ $value }</code>, ऑपरेटर { $operator }, { $at } UTC से
operators-shop-price-name = { $model }, हर वीडियो पर और क्रेडिट
operators-shop-closed = 🚧 <b>मेंटेनेंस चालू है</b>, { $at } UTC से, ऑपरेटर { $operator }: सिर्फ़ ऑपरेटर ही ऑर्डर और खरीद कर सकते हैं।

operators-shop-prices =
    <b>दाम</b>, एक वीडियो के क्रेडिट में, और KIE.ai को देने के बाद उनमें से कम से कम कितना बचता है:
    { $lines }
    महँगा या सस्ता करने के लिए मॉडल पर टैप करें।
operators-shop-prices-line =
    • { $model }: { $range }, { $margin }% बचता है{ $changed ->
        [yes] { " " }({ $adjustment })
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>, एक वीडियो के क्रेडिट, आगे के हिस्सों के भी:
    कैटलॉग के मुताबिक: { $files }
    अभी लागू ({ $now }): { $current }
    प्रस्तावित ({ $next }): { $proposed }
operators-shop-price-range = { $range }, कम से कम { $margin }% बचता है
operators-shop-below =
    ⚠️ { $count ->
        [one] { $count } दाम में
       *[other] { $count } दामों में
    } { $margin }% से कम बचता है, जो आपका MARGIN_PERCENT_MIN है।

operators-shop-packs =
    <b>पैक और सब्सक्रिप्शन</b>
    { $lines }
operators-shop-bonuses =
    <b>बोनस</b>
    { $lines }
operators-shop-term = { $term }: <code>{ $value }</code>
operators-shop-ask =
    <b>{ $term }</b> अभी <code>{ $value }</code> है। नया मान भेजें, { $term ->
        [PACKS] जैसे सेटिंग में: क्रेडिट, और प्लस के बाद बोनस, जैसे <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] क्रेडिट और Stars, जैसे <code>20 1500</code>, या सब्सक्रिप्शन न रखना हो तो <code>0</code>
       *[other] एक पूर्ण संख्या
    }। लागू होने से पहले दिखाएँगे कि इससे क्या बदलेगा। /cancel से यह जैसा है वैसा ही रहेगा।
operators-shop-proposed = <b>{ $term }</b>: <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 पैक: { $packs }
    📅 सब्सक्रिप्शन: { $subscription }
operators-shop-prices-follow =
    इससे बदलने वाले दाम, एक वीडियो के क्रेडिट में:
    { $lines }
operators-shop-prices-follow-line = • { $model }: { $before } → { $after }
operators-shop-promise = जितना दाम दिखाया गया, उससे ज़्यादा कोई नहीं देता: खुला कार्ड दोबारा पूछता है, और पिछले एक घंटे का इनवॉइस अपने दाम पर ही चलता है।
operators-shop-same = <b>{ $term }</b> पहले से <code>{ $value }</code> है। कोई दूसरा मान भेजें, या /cancel भेजें।
operators-shop-wrong = यह नहीं हो सकता: { $problem }। दोबारा भेजें, या /cancel भेजें।
operators-shop-done = ✅ लागू हो गया: { $name } अब <code>{ $value }</code> है।
operators-shop-already = यह पहले से ऐसा ही है।
operators-shop-cancelled = ठीक है, कुछ नहीं बदला।

operators-maintenance =
    { $state ->
        [on] 🚧 <b>मेंटेनेंस चालू है</b>: सिर्फ़ ऑपरेटर ही ऑर्डर और खरीद कर सकते हैं। चल रहे वीडियो फिर भी पहुँचेंगे, और आने वाले पेमेंट जमा होंगे। लोगों को यह दिखता है:
       *[off] मेंटेनेंस बंद है। इसके चालू रहते सिर्फ़ ऑपरेटर ही ऑर्डर और खरीद कर सकते हैं; चल रहे वीडियो फिर भी पहुँचते हैं। लोगों को यह दिखेगा:
    }
    <blockquote>{ $words }</blockquote>
    दूसरे शब्दों के लिए: <code>/maintenance on हम शाम 6 बजे लौटेंगे।</code>
operators-maintenance-over = ✅ मेंटेनेंस बंद है। सब लोग फिर से ऑर्डर और खरीद कर सकते हैं, पहले से खुले कार्ड से भी।
operators-maintenance-already =
    { $state ->
        [on] मेंटेनेंस पहले से चालू है, इन्हीं शब्दों के साथ।
       *[off] मेंटेनेंस पहले से बंद है।
    }
operators-maintenance-wrong = यह नहीं हो सकता: { $problem }। कुछ नहीं बदला।
operators-maintenance-card = 🚧 मेंटेनेंस चालू है। आप ऑपरेटर हैं, इसलिए ऑर्डर कर सकते हैं।
operators-usage-maintenance = ऐसे लिखें: <code>/maintenance on</code>, चाहें तो उसके बाद लोगों के लिए शब्द, या <code>/maintenance off</code>।

button-shop-prices = 💰 दाम
button-shop-packs = 📦 पैक
button-shop-bonuses = 🎁 बोनस
button-shop-maintenance = 🚧 मेंटेनेंस
button-shop-back = ‹ शॉप
button-shop-back-prices = ‹ दाम
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }: सेटिंग जैसा
button-shop-to-catalogue = ↩️ कैटलॉग जैसा
button-shop-apply = ✅ लागू करें
button-shop-close = 🚧 चालू करें
button-shop-open = ✅ बंद करें
