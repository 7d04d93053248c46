# What operators read in their chat with the bot: what happened, and what to do next.
# Invisible marks keep the direction of lines, see chat.ftl.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    دورك لا يسمح بهذا. اطلبه من فضلك من { $needs ->
        [owner] أحد المالكين (ADMIN_IDS).
        [support] فريق الدعم (SUPPORT_IDS) أو أحد المالكين (ADMIN_IDS).
       *[viewer] أحد المالكين (ADMIN_IDS): أن يضيفك إلى VIEWER_IDS‏.
    }

## News

operators-provider-blocked = ⚠️ خدمة KIE.ai لا تقبل الطلبات: { $reason ->
    [out_of_funds] نفد رصيد الحساب. اشحنه على kie.ai.
    [unauthorized] المفتاح خاطئ أو لا يملك هذه الصلاحية. تحقق من KIE_AI_API_KEY أو KIE_AI_API_KEYS.
    [unreachable] لا يتلقى أي worker ردًا منها. العنوان والسبب في سجل برامج worker: تحقق من KIE_API_URL ومن شبكتها.
   *[key_limit] بلغ المفتاح حد الإنفاق الخاص به. ارفعه على kie.ai.
    }
    الطلبات متوقفة مؤقتًا، وما في قائمة الانتظار ينتظر.
operators-key-left-out = ⚠️ خدمة KIE.ai لا تقبل الطلبات بالمفتاح <b>{ $key }</b>‏: { $reason ->
    [out_of_funds] نفد رصيد حسابه. اشحنه على kie.ai.
    [unauthorized] المفتاح خاطئ أو لا يملك هذه الصلاحية. تحقق منه في KIE_AI_API_KEYS.
    [unreachable] لا يصل رد عليه. السبب في سجل برامج worker.
   *[key_limit] بلغ المفتاح حد الإنفاق الخاص به. ارفعه على kie.ai.
    }
    لن يُستخدم حتى ذلك الحين، وتتولى المفاتيح الأخرى حصته.
operators-key-back = ✅ عادت KIE.ai إلى قبول الطلبات بالمفتاح <b>{ $key }</b>‏.
operators-key-missing = ⚠️ تحتاج طلبات إلى المفتاح <b>{ $key }</b>‏ وهو غير موجود في KIE_AI_API_KEYS: فبه أُنشئت فيديوهاتها، أو الفيديوهات التي تكملها، ولا يستطيع مفتاح آخر رؤيتها. الطلبات تنتظر، وفي النهاية تعود إلى أصحابها نقاطهم. أعد المفتاح بوزن 0 (‎<code>{ $key }:0=…</code>‏)، وأعد تشغيل برامج worker، ثم أزله حين تنتهي طلباته.
operators-balance-low = ⚠️ رصيد KIE.ai لا يكفي لأي فيديو تزيد كلفته هناك على { $credits } من نقاطها. لن تُعرض هذه النماذج حتى تشحنه على kie.ai‏: { $models }.
operators-provider-ok = ✅ عادت KIE.ai إلى قبول الطلبات.
operators-video-not-delivered = ⚠️ فيديو جاهز لم يصل إلى المستخدم { $user } (المهمة ‎<code>{ $job }</code>‏). أُبلغ بذلك وعادت إليه نقاطه. { $why ->
    [no-video] لا يوجد فيديو في المكان الذي ذكرته KIE.ai، رغم طلبه مرتين: { $detail }. إن تكرر هذا فاسأل KIE.ai عن خادم ملفاتها، وأوقف النموذج عبر MODELS_OFF.
    [too-large] حجمه كبير جدًا على تيليجرام، ولا يستطيع المستخدمون فتح BOT_URL. اضبط WEBHOOK_URL على عنوان عام، فتُرسل هذه الفيديوهات كروابط.
    [overdue] تعذّر إرساله طوال مدة حفظه. ابحث في السجل عن المهمة: خادم الملفات أو القرص (VIDEOS_MEGABYTES_MAX) أو تيليجرام ظل يفشل.
   *[not-taken] يرفضه تيليجرام بكل الطرق: { $detail }. ابحث في السجل عن المهمة.
    }
operators-videos-are-late = ⚠️ فيديوهات جاهزة تنتظر منذ أكثر من ساعة، والسبب ليس من أصحابها: ابحث في السجل عن ‎“a video could not be read”‎‏ و‎“a video cannot be kept”‎‏ و‎“a video was not delivered”‎‏. سأواصل المحاولة؛ ولا تُصرف النقاط إلا عند وصول الفيديو.
operators-foreign-payment = ⚠️ دفع المستخدم { $user } مبلغ { $stars } ⭐ لفاتورة لم يُصدرها هذا البوت (الدفعة ‎<code>{ $charge }</code>‏). لم تُضف أي نقاط. هل استُبدلت قاعدة البيانات؟ أضف النقاط أو أعد المبلغ يدويًا.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] غيّرت عملية أخرى العنوان الذي يرسل إليه تيليجرام تحديثات هذا البوت. أعدته كما كان. كل برنامجين يستخدمان BOT_TOKEN نفسه يأخذ أحدهما تحديثات الآخر: أوقف الآخر، أو ألغِ الرمز في ‎@BotFather‏ واضبط الجديد هنا.
    [conflict] عملية أخرى تطلب من تيليجرام تحديثات هذا البوت، فتضيع رسائل المستخدمين. أوقفها، أو ألغِ الرمز في ‎@BotFather‏ واضبط الجديد هنا.
    [failing] لا يستطيع تيليجرام تسليم التحديثات لهذا البوت: { $words }. أعدت ضبط الـ webhook. إن لم يُجدِ ذلك، فتحقق من أن WEBHOOK_URL متاح من الإنترنت وأن شهادته صالحة.
   *[behind] تتراكم التحديثات لدى تيليجرام (الآن { $words })، فينتظر المستخدمون الردود. تحقق من أن WEBHOOK_URL متاح، ومن سجل البوت وقرصه.
    }
operators-connection-mended = ✅ عادت تحديثات تيليجرام تصل، بعد خلل من ‎{ $since }‏ إلى ‎{ $until } UTC‏. { $kind ->
    [unreachable] تعذّر الوصول إلى تيليجرام. انتظرت الرسائل هناك، ويُرد عليها الآن.
    [token_refused] لم يتعرف تيليجرام على رمز البوت. انتظرت الرسائل هناك، ويُرد عليها الآن.
    [taken] ما أخذته العملية الأخرى لم يصل إلى هنا. أرسل ‎/reconcile‏ لتُضاف الآن نقاط ما فيه من مدفوعات.
    [conflict] ما أخذته العملية الأخرى لم يصل إلى هنا. أرسل ‎/reconcile‏ لتُضاف الآن نقاط ما فيه من مدفوعات.
   *[other] انتظرت الرسائل لدى تيليجرام، ويُرد عليها الآن.
    }
operators-sale-refused = 🚨 يرفض تيليجرام { $call ->
    [invoice] فواتير هذا البوت
    [subscription] اشتراكات هذا البوت
   *[checkout] ردود هذا البوت عند الدفع
    }، فلا يستطيع أحد شراء النقاط: { $reason }. تحقق من مدفوعات البوت في ‎@BotFather‏ ومن PACKS وSTARS_PER_CREDIT وSUBSCRIPTION_STARS. وللتجربة اضغط باقة في ‎/buy‏.
operators-support-request = 🧾 طلب دفع رقم { $number } من <a href="tg://user?id={ $user }">المستخدم { $user }</a>:
    <blockquote>{ $request }</blockquote>
    للرد أرسل ‎<code>/reply { $number } الرد</code>‏، وسيوصله البوت.
operators-dead-letter = ⚠️ تعذّرت معالجة شيء ما فوُضع جانبًا: { $reason }. انظر الجدول dead_letters والسجل.
operators-unknown-jobs = ⚠️ تتحدث برامج worker عن { $orders ->
    [one] طلب غير موجود
    [two] طلبين غير موجودين
    [few] { $orders } طلبات غير موجودة
    [many] { $orders } طلبًا غير موجود
   *[other] { $orders } طلب غير موجود
    } في قاعدة البيانات هذه. إن كانت قد استُعيدت من نسخة، فقد جاءت الطلبات بعد النسخة: تظل محادثات أصحابها تقول «قيد الإنشاء…»، ونقاطهم غير مسجلة في الدفاتر. تجدها في الجدول unknown_jobs؛ ومن يسأل عنها يحصل على نقاطه عبر ‎/grant‏. وإن لم تُستعد، فتحقق من DATA_DIR ومن عدم استخدام بوت آخر لبرامج worker نفسها.
operators-put-back = ‏ℹ️ استُعيدت قاعدة البيانات هذه من نسخة. { $orders ->
    [0] لا طلبات تنتظر فيها.
    [one] فيها طلب واحد ينتظر: ستُسأل عنه برامج worker قبل شراء أي شيء.
    [two] فيها طلبان ينتظران: ستُسأل عنهما برامج worker قبل شراء أي شيء.
    [few] فيها { $orders } طلبات تنتظر: ستُسأل عنها برامج worker قبل شراء أي شيء.
    [many] فيها { $orders } طلبًا ينتظر: ستُسأل عنها برامج worker قبل شراء أي شيء.
   *[other] فيها { $orders } طلب ينتظر: ستُسأل عنها برامج worker قبل شراء أي شيء.
    } أرسل ‎/reconcile‏ للعثور على المدفوعات التي جاءت بعد النسخة. الطلبات التي جاءت بعدها غير معروفة هنا؛ ومن يسأل عن طلبه يحصل على نقاطه عبر ‎/grant‏.

## Models

operators-price-differs = ‏💸 <b>{ $model }</b>‏ ({ $combination }): الكلفة الفعلية بنقاط KIE.ai‏ هي { $cost }، وفي الكتالوج { $listed }. عدد الفيديوهات التي كلّفت ذلك من آخر { $of }‏: { $off }. { $step ->
    [switched-off] أوقفتُ النموذج. صحّح كلفته في CATALOG_FILE، وأعد تشغيل البوت وبرامج worker، ثم أعده عبر ‎<code>/models on { $id }</code>‏.
    [is-last] يبقى في القائمة لأنه آخر نموذج فيها. صحّح كلفته في CATALOG_FILE وأعد تشغيل البوت وبرامج worker.
   *[told] صحّح كلفته في CATALOG_FILE وأعد تشغيل البوت وبرامج worker، أو أوقفه حتى ذلك الحين عبر ‎<code>/models off { $id }</code>‏.
    }
operators-price-list-differs = ‏🏷 هذه الكلفة في الكتالوج لا تطابق قائمة أسعار KIE.ai‏:
    { $lines }
    قارنها بالصفحة ‎kie.ai/pricing‏، وصحّح CATALOG_FILE، وأعد تشغيل البوت وبرامج worker؛ ويعرض الأمر ‎<code>bot check-catalogue</code>‏ ما يبقى من كل سعر.
operators-price-list-line = ‏• <b>{ $model }</b>‏ ({ $combination }): هنا { $listed }، وهناك { $price } بحسب ‎“{ $row }”‏
operators-model-failing = ⚠️ تعثّر النموذج <b>{ $model }</b>‏ لدى KIE.ai‏ مرات متتالية عددها { $failures }. يُنبَّه المستخدمون عند اختياره، ولا يدفع أحد ثمن فيديو لم يُنشأ. إن استمر هذا فأوقفه عبر ‎<code>/models off { $id }</code>‏.
operators-model-mended = ‏✅ <b>{ $model }</b>‏: { $made ->
    [yes] أُنشئ به فيديو من جديد، بعد تعثّر منذ ‎{ $since } UTC‏.
   *[no] لم يتعثّر منذ يوم. كان يتعثّر مرة بعد مرة منذ ‎{ $since } UTC‏، ولم يُنشئ به أحد فيديو منذ ذلك الحين.
    }
operators-models = <b>النماذج</b>
    { $lines }
    للإيقاف: ‎<code>/models off id</code>‏، وللتشغيل: ‎<code>/models on id</code>‏.
operators-models-line = ‏• ‎<code>{ $id }</code>‏ { $model }‏: { $state ->
    [setting] متوقف بسبب MODELS_OFF أو الكتالوج
    [operator] أوقفه مشغّل
    [price-watch] متوقف لأن كلفته أعلى مما في الكتالوج
   *[on] يعمل
    }{ $fails ->
    [yes] ، كثيرًا ما يتعثر
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] تم: النموذج ‎<code>{ $id }</code>‏ { $to ->
        [off] متوقف الآن. وما طُلب من قبل سيُنشأ.
       *[on] يعمل الآن. ويمكن للمستخدمين طلبه.
    }
    [already] النموذج ‎<code>{ $id }</code>‏ { $to ->
        [off] متوقف بالفعل.
       *[on] يعمل بالفعل.
    }
    [last] النموذج ‎<code>{ $id }</code>‏ هو الأخير في القائمة، لذا يبقى فيها. إن أردت ألا تبيع شيئًا فأوقف البوت.
    [off-by-setting] النموذج ‎<code>{ $id }</code>‏ متوقف بسبب MODELS_OFF أو الكتالوج. غيّر ذلك وأعد تشغيل البوت.
   *[unknown] لا يوجد نموذج ‎<code>{ $id }</code>‏. لعرضها كلها: ‎/models
    }
operators-usage-models = اكتب من فضلك ‎<code>/models</code>‏ لعرض القائمة، أو ‎<code>/models off id</code>‏ و‎<code>/models on id</code>‏.

## Refunds

operators-refund-wanted =
    🙋 <a href="tg://user?id={ $user }">المستخدم { $user }</a> يطلب استرداد ثمن عملية الشراء ‎{ $purchase }‏: { $credits } مقابل { $stars } ⭐ بتاريخ ‎{ $date }‏. { $because ->
        [too-late] مضى عليها وقت أطول من أن تُسترد دون سؤال.
        [gift-opened] إنها هدية فتحها شخص ما. إن وافقت، يُسحب منه ما بقي منها.
        [refused] سبق أن رفضها تيليجرام.
       *[spent] بعض نقاطها مستخدم أو محجوز.
    }
    إن وافقت، تُعاد النجوم وتُسحب النقاط المتبقية. انظر ‎/ledger { $user }
    ‎<code>{ $charge }</code>
operators-refund-waits = المحجوز من هذا الشراء لطلبات جارية لدى المستخدم { $user }: { $held }. اتخذ قرارك بعد انتهائها من فضلك: فقبل ذلك لا يُعرف ما استُخدم منها.
operators-refund-approved = ✅ تمت الموافقة: { $stars } ⭐ من { $foreign ->
    [yes] هذه الدفعة
   *[no] عملية الشراء ‎{ $purchase }‏
    } تعود إلى المستخدم { $user }؛ المحجوز لذلك: { $taken }. لن أراسلك إلا إذا رفض تيليجرام.
operators-refund-declined = ❌ تم الرفض: عملية الشراء ‎{ $purchase }‏ ({ $stars } ⭐). أُبلغ المستخدم بذلك.
operators-refund-decided = { $eligibility ->
    [under-way] الاسترداد جارٍ بالفعل.
    [returned] تم الاسترداد بالفعل.
    [declined] رُفض الاسترداد بالفعل.
   *[other] لم يعد أحد يطلب هذا الاسترداد.
    }
operators-refund-refused = ⚠️ رفض تيليجرام إعادة { $stars } ⭐ إلى المستخدم { $user }: { $reason }. { $credits ->
    [0] لم تُحجز لذلك أي نقاط.
   *[other] عادت النقاط.
    } إن كانت نجوم البوت لا تكفي، فانتظر المزيد ثم أرسل
    ‎<code>/refund { $charge } السبب</code>
operators-purchase-unknown = لا توجد عملية شراء ‎<code>{ $which }</code>‏. خذها من ‎/ledger‏ للمستخدم، مثل ‎<code>123456#2</code>‏ لعملية الشراء الثانية للمستخدم 123456، أو خذ معرّف المعاملة من إيصال المشتري. الدفعة التي وصلت للتو تُعرف بعد ‎/reconcile‏.

## People's credits

operators-credits-moved = تم. رصيد المستخدم { $user } الآن: { $balance }، وقد أُبلغ بذلك.
operators-has-less = رصيد المستخدم { $user } لا يكفي: { $balance }. لم يُسحب شيء.
operators-person-unknown = لم يسبق للمستخدم { $user } أن راسل هذا البوت.
operators-account = <b>المستخدم { $user }</b>: المتاح { $available }، المحجوز { $held }، قيد الاسترداد { $refunding }.
operators-account-purchase =
    عملية الشراء ‎<code>{ $purchase }</code>‏: { $credits } مقابل { $stars } ⭐ بتاريخ ‎{ $date }‏، المتبقي { $left }{ $gift ->
        [none] { "" }
        [waiting] ، هدية لم تُفتح بعد
        [refunding] ، هدية لم تُفتح
        [returned] ، هدية لم تُفتح
        [kept] ، هدية لم يفتحها أحد في الوقت المحدد
       *[opened] ، هدية فُتحت
    }{ $eligibility ->
        [asked] ، طُلب الاسترداد
        [declined] ، رُفض الاسترداد
        [refused] ، رفض تيليجرام الاسترداد
        [under-way] ، الاسترداد جارٍ
        [returned] ، تم الاسترداد
       *[other] { "" }
    }
operators-account-entries = القيود، الأحدث أولًا، والأوقات بتوقيت UTC، الصفحة { $page } من { $pages }:
operators-entry =
    ‏‎{ $at }‏ · ‎{ $credits }‏ · { $cause ->
        [pay] شراء، ‎{ $purchase }
        [bonus] مكافأة ‎{ $purchase }
        [first] مكافأة أول عملية شراء
        [welcome] نقاط ترحيبية
        [invited] مكافأة لأنه جاء بدعوة
        [inviter] مكافأة على دعوة صديق
        [inviter-back] سحب: استُردّ ثمن شراء من دعاه
        [promo] رمز ترويجي
        [gift-out] إهداء: فُتحت الهدية ‎{ $purchase }
        [gift-in] فتح هدية، ‎{ $purchase }
        [gift-kept] صارت له: لم يفتح أحد الهدية ‎{ $purchase }
        [gift-back] سحب: عادت نجوم الهدية ‎{ $purchase }
        [grant] منحة
        [debit] سحب
        [hold] حجز للطلب ‎<code>{ $job }</code>
        [capture] صرف على الطلب ‎<code>{ $job }</code>
        [release] عودة من الطلب ‎<code>{ $job }</code>
        [give-back] إعادة بعد الصرف على الطلب ‎<code>{ $job }</code>
        [refund-hold] حجز لاسترداد ‎{ $purchase }
        [refund-undo] عودة: رفض تيليجرام استرداد ‎{ $purchase }
       *[revoke]
            { $held ->
                [yes] ذهبت مع استرداد ‎{ $purchase }
               *[no] سحب: عادت نجوم ‎{ $purchase }‏ من دون تدخلنا
            }
    }
operators-entry-by = {""} بواسطة المشغّل { $operator }: { $reason }
operators-too-many-credits = الحد الأقصى للأمر الواحد: { $most }. لم يُنفَّذ شيء.
operators-help = <b>للمشغّلين</b>
operators-help-line = ‏‎/{ $command }‏ · { $about }
command-admin = المستخدمون والطلبات والنماذج والأرقام
command-grant = منح نقاط: المستخدم، النقاط، السبب
command-debit = سحب نقاط: المستخدم، النقاط، السبب
command-ledger = أرصدة المستخدم وقيوده
command-refund = إعادة النجوم: المستخدم#الرقم أو معرّف المعاملة، السبب
command-reply = الرد على طلب دفع: رقمه، الرد
command-reconcile = المقارنة بقائمة النجوم لدى تيليجرام الآن
command-models = النماذج التي في القائمة؛ ولإزالة نموذج منها: off id
command-promo = الرموز الترويجية؛ ولإنشاء رمز: الرمز، النقاط، الأشخاص، الأيام
command-broadcast = إرسال رسالة إلى الجميع أو إلى بعضهم
command-stats = أداء المتجر؛ ولإرساله كل صباح: daily on
command-shop = الأسعار والباقات والمكافآت
command-maintenance = قصر الطلب على المشغّلين: on أو off، مع نص للمستخدمين
operators-usage-grant = اكتب من فضلك ‎<code>/grant المستخدم النقاط السبب</code>‏، مثل ‎<code>/grant 123456 5 نعتذر عن التأخير</code>
operators-usage-debit = اكتب من فضلك ‎<code>/debit المستخدم النقاط السبب</code>‏، مثل ‎<code>/debit 123456 5 مُنحت بالخطأ</code>
operators-usage-ledger = اكتب من فضلك ‎<code>/ledger المستخدم</code>‏، مثل ‎<code>/ledger 123456</code>‏، مع رقم الصفحة للقيود الأقدم.
operators-usage-refund = اكتب من فضلك ‎<code>/refund المستخدم#الرقم السبب</code>‏ كما يظهر في ‎/ledger‏ للمستخدم، مثل ‎<code>/refund 123456#2 لم يصل الفيديو</code>‏، أو معرّف المعاملة بدل عملية الشراء.
operators-usage-reply = اكتب من فضلك ‎<code>/reply الرقم الرد</code>‏، مثل ‎<code>/reply 3 عادت إليك نقاطك، نعتذر!</code>
operators-reply-sent = ردّك على الطلب { $number } في طريقه إلى المستخدم { $user }.
operators-request-unknown = لا يوجد طلب برقم { $number }.
operators-usage-reconcile = اكتب من فضلك ‎<code>/reconcile</code>

## Promo codes

operators-promos =
    <b>الرموز الترويجية</b>
    { $lines }
    لإنشاء رمز: ‎<code>/promo الرمز النقاط الأشخاص الأيام</code>‏، ولإنهائه: ‎<code>/promo الرمز off</code>‏.
operators-promos-line =
    ‏• ‎<code>{ $code }</code>‏: { $credits }، مرات الاستخدام: { $uses } من { $most }، { $state ->
        [open] حتى ‎{ $ends }‏
        [used-up] نفد
       *[ended] انتهى بتاريخ ‎{ $ends }‏
    }
operators-promos-none = لا توجد رموز ترويجية بعد. لإنشاء رمز: ‎<code>/promo الرمز النقاط الأشخاص الأيام</code>‏، مثل ‎<code>/promo SUMMER 2 100 30</code>‏: نقطتان لكل شخص من 100 شخص خلال 30 يومًا.
operators-promo-made =
    ✅ الرمز ‎<code>{ $code }</code>‏: { $credits } لكل مستخدم، ومرة واحدة لكل منهم، وعددهم الأقصى { $people ->
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $people } مستخدمين
        [many] { $people } مستخدمًا
       *[other] { $people } مستخدم
    }، حتى ‎{ $ends }‏. يرسل المستخدمون ‎<code>/redeem { $code }</code>‏ أو يفتحون { $link }
operators-promo-taken = يوجد الرمز ‎<code>{ $code }</code>‏، أو وُجد من قبل. لم يتغيّر شيء؛ اختر اسمًا آخر من فضلك.
operators-promo-off =
    { $outcome ->
        [ended] تم: لم يعد أحد يستطيع استخدام ‎<code>{ $code }</code>‏. وما حصل عليه المستخدمون به يبقى لهم.
        [had-ended] انتهى ‎<code>{ $code }</code>‏ من قبل.
       *[unknown] لا يوجد رمز ‎<code>{ $code }</code>‏. لعرضها كلها: ‎/promo
    }
operators-usage-promo = اكتب من فضلك ‎<code>/promo الرمز النقاط الأشخاص الأيام</code>‏، مثل ‎<code>/promo SUMMER 2 100 30</code>‏، أو ‎<code>/promo SUMMER off</code>‏، أو ‎<code>/promo</code>‏ لعرض القائمة. يتكون الرمز من 3 إلى 32 حرفًا لاتينيًا أو رقمًا أو شرطة أو شرطة سفلية؛ ويمنح من 1 إلى 1000 نقطة، لعدد من 1 إلى 1000000 شخص، لمدة من 1 إلى 3650 يومًا.

## Figures of the shop

operators-stats =
    <b>آخر { $days ->
        [one] يوم
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }</b>
    ⭐ النجوم المدفوعة: { $stars }{ $returned ->
        [0] { "" }
       *[other] ، أُعيد منها { $returned }
    } · 🎬 الفيديوهات المطلوبة: { $orders } · 👤 المستخدمون الجدد: { $people }
    ما أُنشئ: { $success } · الهامش: { $margin } (الدخل ‎{ $income } USD‏، ولخدمة KIE.ai‏: ‎{ $cost }‏)
operators-stats-unreadable = لا يمكنني قراءة الأرقام الآن. حاول مرة أخرى بعد دقيقة؛ السبب في السجل.
operators-stats-daily-on = حسنًا، ستصلك كل يوم في الساعة ‎{ $time } UTC‏. لتغيير الساعة أرسل مثلًا ‎/stats daily on 7‏.
operators-stats-daily-off = حسنًا، لن أرسلها من تلقاء نفسي بعد الآن.
operators-usage-stats = اكتب من فضلك ‎<code>/stats</code>‏ أو ‎<code>/stats daily on</code>‏ أو ‎<code>/stats daily on 7</code>‏ للساعة ‎7:00 UTC‏، أو ‎<code>/stats daily off</code>‏.
button-stats-days =
    { $days ->
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
button-stats-daily-on = ⏰ أرسلها لي كل صباح
button-stats-daily-off = 🔕 أوقف الإرسال الصباحي
stats-image-title =
    آخر { $days ->
        [one] يوم
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
stats-image-stars = النجوم
stats-image-orders = الطلبات
stats-image-people = مستخدمون جدد
stats-image-margin = الهامش
stats-image-stars-by-day = النجوم يوميًا
stats-image-orders-by-day = الطلبات يوميًا
stats-image-people-by-day = المستخدمون الجدد يوميًا
stats-image-success-by-model = النجاح بحسب النموذج
stats-image-nothing = لا شيء بعد

## Broadcasts

operators-broadcast-ask = 📣 أرسل الرسالة التي تريد إيصالها إلى المستخدمين: نصًا بتنسيقه، أو صورة واحدة أو فيديو واحدًا مع تعليق. ستراها أولًا وتختار من تصله؛ ولن يُرسل شيء قبل ذلك.
operators-broadcast-cannot = لا أستطيع إرسال هذا إلى الجميع. أرسل رسالة واحدة من فضلك: نصًا، أو صورة أو فيديو أو رسالة صوتية أو ملفًا واحدًا مع تعليق. الألبومات لا تصلح.
operators-broadcast-panel =
    👆 هذا ما سيصل إلى المستخدمين؛ ويمكن لكل منهم إيقاف هذه الرسائل بالزر الذي تحتها.

    إلى: { $to } · <b>{ $people ->
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $people } مستخدمين
        [many] { $people } مستخدمًا
       *[other] { $people } مستخدم
    }</b>
    لا يُحسب من أوقف الأخبار أو حظر البوت. اختر من تصله الرسالة، ثم متى. الأوقات بتوقيت UTC‏.
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] كل اللغات
    }{ $days ->
        [0] { "" }
        [one] ، ظهروا خلال يوم
        [two] ، ظهروا خلال يومين
        [few] ، ظهروا خلال { $days } أيام
        [many] ، ظهروا خلال { $days } يومًا
       *[other] ، ظهروا خلال { $days } يوم
    }
operators-broadcast-ask-language = أي لغة يتحدثون؟ تصل إلى من يستخدم تيليجرام بها أو اختارها هنا:
operators-broadcast-ask-time = متى تُرسل؟ اكتب الوقت بتوقيت UTC، مثل ‎<code>18:30</code>‏ أو ‎<code>2027-12-24 09:00</code>‏، خلال 60 يومًا على الأكثر. الوقت الآن ‎{ $now }‏.
operators-broadcast-wrong-time = هذا الوقت قد مضى، أو يبعد أكثر من 60 يومًا. اختر وقتًا آخر.
operators-broadcast-nobody = لن تصل إلى أحد. اختر مستخدمين آخرين.
operators-broadcast-not-sent = حسنًا، لم يُرسل شيء.
operators-broadcast-progress =
    📣 { $state ->
        [draft] لم تُرسل بعد.
        [scheduled] تُرسل بتاريخ ‎{ $at } UTC‏.
        [sending] قيد الإرسال: ‎{ $percent }%‏
        [paused] متوقفة مؤقتًا عند ‎{ $percent }%‏. لن تصل إلى أحد مرتين عند المتابعة.
        [done] تمت.
       *[cancelled] ملغاة.
    }
    إلى: { $to } · { $people ->
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $people } مستخدمين
        [many] { $people } مستخدمًا
       *[other] { $people } مستخدم
    }
    { $state ->
        [draft] { "" }
        [scheduled] لا تحذف الرسالة التي أرسلتها إليّ: فأنا أنسخها من هذه المحادثة.
       *[other] ✅ وصلت إلى { $sent } · 🚫 حظروا البوت: { $blocked } · ⚠️ رفضها تيليجرام: { $failed }
    }
operators-broadcast-done =
    📣 اكتمل إرسال رسالتك الجماعية. ✅ وصلت إلى { $sent } · 🚫 حظروا البوت: { $blocked } · ⚠️ رفضها تيليجرام: { $failed }{ $failed ->
        [0] .
       *[other] . السبب في السجل.
    }
operators-broadcast-stopped =
    ⚠️ رسالتك الجماعية متوقفة مؤقتًا: { $known ->
        [yes] تيليجرام يرفضها: { $reason }‏. إن تعذّر إصلاحها، فألغها وأرسل غيرها.
       *[no] لم تعد الرسالة في هذه المحادثة، فلا أستطيع نسخها. ألغها وأرسلها من جديد؛ ولاستثناء من وصلتهم، اختر مستخدمين آخرين.
    }
button-broadcast-everybody = 👥 الجميع
button-broadcast-languages = 🌐 لغة واحدة…
button-broadcast-all-languages = كل اللغات
button-broadcast-seen =
    { $days ->
        [one] ظهروا خلال يوم
        [two] ظهروا خلال يومين
        [few] ظهروا خلال { $days } أيام
        [many] ظهروا خلال { $days } يومًا
       *[other] ظهروا خلال { $days } يوم
    }
button-broadcast-now = 📣 إرسال الآن إلى { $people }
button-broadcast-tomorrow = غدًا ‎{ $time }
button-broadcast-hour = بعد ساعة
button-broadcast-time = وقت آخر…
button-broadcast-pause = ⏸ إيقاف مؤقت
button-broadcast-resume = ▶️ متابعة
button-broadcast-cancel = ✖️ إلغاء

## Telegram's list of Star transactions

operators-reconcile-begun = تجري قراءة قائمة معاملات تيليجرام…
operators-reconciled = ✅ المعاملات في القائمة: { $listed }، والجديدة منها: { $new }؛ أُضيفت نقاطها متأخرة: { $credited }، وسُحبت: { $revoked }. الرصيد: { $balance } ⭐. { $agrees ->
    [yes] وهو مطابق للقائمة.
   *[no] لكن الفرق بحسب القائمة ‎{ $difference }‏ ⭐.
    }
operators-not-reconciled = ⚠️ تعذّرت قراءة قائمة معاملات تيليجرام: { $reason }. سأعيد المحاولة من تلقاء نفسي.
operators-star-difference = { $agrees ->
    [yes] ✅ رصيد تيليجرام ({ $balance } ⭐) عاد مطابقًا لقائمة معاملاته.
   *[no] ⚠️ رصيد تيليجرام ({ $balance } ⭐) يختلف عن قائمة معاملاته بمقدار ‎{ $difference }‏ ⭐. انظر رصيد البوت في ‎@BotFather‏.
    }
operators-payment-not-listed = ⚠️ أُضيفت نقاط الدفعة ‎<code>{ $charge }</code>‏ للمستخدم { $user }، لكن تيليجرام لا يذكرها في قائمته. هل هي مزوّرة؟ انظر ‎/ledger { $user }
operators-refund-not-listed = ⚠️ استرداد الدفعة ‎<code>{ $charge }</code>‏ للمستخدم { $user } مسجل على أنه تم، لكن تيليجرام لا يذكره في قائمته. انظر ‎/ledger { $user }
operators-older-payments = ‏ℹ️ في قائمة تيليجرام { $count ->
    [one] دفعة واحدة
    [two] دفعتان
    [few] { $count } دفعات
   *[other] { $count } دفعة
    } ({ $stars } ⭐) أقدم من قاعدة البيانات هذه. وهي محفوظة في الجدول star_transactions ولم تُضف نقاطها لأحد. إن كان ينبغي إضافتها، فأعد قاعدة البيانات القديمة.
operators-unreadable-transaction = ⚠️ في قائمة تيليجرام معاملة لا يمكن قراءتها (‎<code>{ $id }</code>‏). انظر السجل، وحدّث Starreel.
operators-books-are-wrong = 🚨 الدفاتر غير صحيحة. شغّل ‎<code>bot audit</code>‏ لعرض السطور، وأوقف البوت إن كانت النقاط في خطر:
    { $found }
