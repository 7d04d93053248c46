# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 نُجري بعض الصيانة، لذا على الطلبات الجديدة أن تنتظر قليلًا. الفيديوهات قيد الإنشاء ستصلك، ونقاطك في أمان. حاول مجددًا بعد قليل من فضلك!

operators-shop =
    <b>المتجر</b>
    📦 الباقات: { $packs }
    📅 الاشتراك: { $subscription }
    🎁 مكافأة أول عملية شراء: { $first } · هدية أول رسالة: { $welcome }
operators-shop-pack = { $credits } مقابل { $stars } ⭐
operators-shop-no-subscription = لا يوجد
operators-shop-as-files = كل شيء كما في الإعدادات والكتالوج.
operators-shop-decided =
    <b>تغيّر هنا</b>، بدلًا مما في الإعدادات والكتالوج:
    { $lines }
operators-shop-line = ‏• { $name }‏: ‎<code>{ $value }</code>‏ بدلًا من ‎<code>{ $files }</code>‏، بواسطة { $operator }‏ منذ ‎{ $at } UTC‏
operators-shop-price-name = ‏{ $model }‏، نقاط إضافية لكل فيديو
operators-shop-closed = 🚧 <b>الصيانة مفعّلة</b> منذ ‎{ $at } UTC‏ بواسطة { $operator }‏: المشغّلون وحدهم يمكنهم الطلب والشراء.

operators-shop-prices =
    <b>الأسعار</b> بالنقاط لكل فيديو، وأقل ما يبقى منها بعد الدفع لخدمة KIE.ai‏:
    { $lines }
    اضغط نموذجًا لرفع سعره أو خفضه.
operators-shop-prices-line =
    ‏• { $model }‏: ‎{ $range }‏، يبقى ‎{ $margin }%‏{ $changed ->
        [yes] { " " }(‎{ $adjustment }‏)
       *[no] { "" }
    }
operators-shop-price =
    ‏<b>{ $model }</b>‏، بالنقاط لكل فيديو، والتكملات أيضًا:
    بحسب الكتالوج: { $files }
    الساري الآن (‎{ $now }‏): { $current }
    المقترح (‎{ $next }‏): { $proposed }
operators-shop-price-range = ‎{ $range }‏، يبقى ‎{ $margin }%‏ على الأقل
operators-shop-below =
    ⚠️ { $count ->
        [one] سعر واحد يُبقي
        [two] سعران يُبقيان
        [few] { $count } أسعار تُبقي
        [many] { $count } سعرًا تُبقي
       *[other] { $count } سعر تُبقي
    } أقل من ‎{ $margin }%‏، وهو حدك الأدنى في MARGIN_PERCENT_MIN‏.

operators-shop-packs =
    <b>الباقات والاشتراك</b>
    { $lines }
operators-shop-bonuses =
    <b>المكافآت</b>
    { $lines }
operators-shop-term = ‏{ $term }‏: ‎<code>{ $value }</code>
operators-shop-ask =
    قيمة <b>{ $term }</b>‏ الآن ‎<code>{ $value }</code>‏. أرسل القيمة الجديدة: { $term ->
        [PACKS] كما في الإعدادات، أي النقاط، والمكافأة بعد علامة الزائد، مثل ‎<code>1,5,10+1,25+4</code>‏
        [SUBSCRIPTION] النقاط ثم النجوم، مثل ‎<code>20 1500</code>‏، أو <code>0</code> إن كنت لا تريد اشتراكًا
       *[other] عدد صحيح
    }. سأعرض عليك ما يترتب عليها قبل أن تسري. لتبقى كما هي أرسل ‎/cancel‏.
operators-shop-proposed = ‏<b>{ $term }</b>‏: من ‎<code>{ $before }</code>‏ إلى ‎<code>{ $after }</code>
operators-shop-sold =
    📦 الباقات: { $packs }
    📅 الاشتراك: { $subscription }
operators-shop-prices-follow =
    الأسعار المترتبة على ذلك، بالنقاط لكل فيديو:
    { $lines }
operators-shop-prices-follow-line = ‏• { $model }‏: من ‎{ $before }‏ إلى ‎{ $after }‏
operators-shop-promise = لا يدفع أحد أكثر مما عُرض عليه: البطاقة المفتوحة تسأل مرة أخرى، والفاتورة التي صدرت خلال آخر ساعة تبقى سارية.
operators-shop-same = قيمة <b>{ $term }</b>‏ هي ‎<code>{ $value }</code>‏ بالفعل. أرسل قيمة أخرى، أو ‎/cancel‏.
operators-shop-wrong = لا يمكن ذلك: { $problem }‏. أرسلها مرة أخرى من فضلك، أو أرسل ‎/cancel‏.
operators-shop-done = ✅ يسري الآن: { $name }‏، بقيمة ‎<code>{ $value }</code>‏.
operators-shop-already = هو كذلك بالفعل.
operators-shop-cancelled = حسنًا، لم يتغيّر شيء.

operators-maintenance =
    { $state ->
        [on] 🚧 <b>الصيانة مفعّلة</b>: المشغّلون وحدهم يمكنهم الطلب والشراء. الفيديوهات الجارية تصل، والمدفوعات التي تصل تُضاف نقاطها. ما يقرؤه المستخدمون:
       *[off] الصيانة متوقفة. حين تُفعَّل لا يمكن لغير المشغّلين الطلب والشراء؛ والفيديوهات الجارية تصل. ما سيقرؤه المستخدمون:
    }
    <blockquote>{ $words }</blockquote>
    لنص آخر: ‎<code>/maintenance on نعود في السادسة مساءً.</code>
operators-maintenance-over = ✅ انتهت الصيانة. يمكن للجميع الطلب والشراء من جديد، ومن البطاقات التي لديهم أيضًا.
operators-maintenance-already =
    { $state ->
        [on] الصيانة مفعّلة بالفعل، وبالنص نفسه.
       *[off] الصيانة متوقفة بالفعل.
    }
operators-maintenance-wrong = لا يمكن ذلك: { $problem }‏. لم يتغيّر شيء.
operators-maintenance-card = 🚧 الصيانة مفعّلة. يمكنك الطلب لأنك مشغّل.
operators-usage-maintenance = اكتب من فضلك ‎<code>/maintenance on</code>‏، وبعده نصًا للمستخدمين إن شئت، أو ‎<code>/maintenance off</code>‏.

button-shop-prices = 💰 الأسعار
button-shop-packs = 📦 الباقات
button-shop-bonuses = 🎁 المكافآت
button-shop-maintenance = 🚧 الصيانة
button-shop-back = ‹ المتجر
button-shop-back-prices = ‹ الأسعار
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }‏: كما في الإعدادات
button-shop-to-catalogue = ↩️ كما في الكتالوج
button-shop-apply = ✅ تطبيق
button-shop-close = 🚧 تفعيل
button-shop-open = ✅ إيقاف
