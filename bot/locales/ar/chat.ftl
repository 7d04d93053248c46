# What people read, in Arabic: friendly Modern Standard Arabic, "فريقنا" for whoever runs the bot, "صورة" for an image.
# Terms: نقطة (credit), وصف (prompt), بطاقة, قائمة الانتظار, رصيد, نجوم (Telegram Stars), استرداد (refund).
# Amounts come as finished phrases in the nominative ("نقطتان"), so they stand as a subject or after a colon.
# The direction of a line stays right to left: U+200F stands before and after a Latin name where a number or a sign is next
# to it, U+200E before commands, dates and signed numbers. These marks are invisible.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits ->
    [zero] { $credits } نقطة
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $credits } نقاط
    [many] { $credits } نقطة
   *[other] { $credits } نقطة
}
date = { $day } { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
} { $year }
credits-and-bonus = { $credits ->
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $credits } نقاط
   *[other] { $credits } نقطة
} + { $bonus ->
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $bonus } نقاط
   *[other] { $bonus } نقطة
}

## Start and help

welcome = <b>أهلًا بك في Starreel!</b>
    صِف مشهدًا (أو أرسل صورة مع تعليق)، وسأحوّله إلى فيديو.

    أقل سعر للفيديو: { $price } ({ $pack } = { $stars } ⭐). رصيدك: { $balance }.
welcome-gift = 🎁 هدية منا لتجرّب فورًا: { $credits }. استمتع!
help =
    <b>كيف يعمل البوت؟</b>
    1. صِف مشهدًا، أو أرسل صورة مع تعليق.
    2. راجع البطاقة: غيّر النموذج أو الخيارات أو الصورة إن شئت، ثم اضغط «إنشاء».
    3. يصلك الفيديو هنا، خلال دقائق قليلة في العادة. وإن تعذّر إنشاؤه، تعود إليك نقاطك.

    ‏‎/generate‏ – إنشاء فيديو
    ‏‎/templates‏ – أفكار جاهزة
    ‏‎/videos‏ – فيديوهاتك
    ‏‎/tips‏ – نصائح لوصف أفضل
    ‏‎/settings‏ – تفضيلاتك
    ‏‎/language‏ – اختيار اللغة
    ‏‎/buy‏ – شراء نقاط بنجوم تيليجرام، لك أو هدية لغيرك
    ‏‎/balance‏ – عرض رصيدك
    ‏‎/invite‏ – دعوة الأصدقاء
    ‏‎/redeem‏ – استخدام رمز ترويجي
    ‏‎/cancel‏ – إلغاء الطلب الحالي
    ‏‎/paysupport‏ – المساعدة في الدفع
    ‏‎/privacy‏ – ما أحتفظ به وكيف تحذفه
    ‏‎/terms‏ – شروط الاستخدام
hint = صِف مشهدًا أو أرسل صورة، وسأحوّلها إلى فيديو. للمزيد: ‎/help
unknown-command = لا أعرف هذا الأمر. لمعرفة ما يمكنني فعله: ‎/help
too-fast = رسائل كثيرة دفعة واحدة! انتظر دقيقة من فضلك.
order-still-open = لديك طلب لم يكتمل.
private-only = أنشئ الفيديوهات في محادثة خاصة. اضغط أدناه لفتح محادثتنا.
gift-received = 🎁 شكرًا على الهدية!
terms =
    <b>الشروط</b>
    • تشتري النقاط بنجوم تيليجرام. النقاط مخصصة لإنشاء الفيديوهات هنا، ولا يمكن تحويلها إلى مال.
    • تُستخدم أولًا النقاط التي مُنحت لك، ثم التي اشتريتها بدءًا من أقدم عملية شراء. ونقاط المكافأة تُستخدم بعد النقاط التي جاءت معها. ويمكن استرداد ثمن شراء لم يُستخدم عبر ‎/paysupport‏ خلال مدة معينة، وتُسحب معه مكافأته؛ وفي الحالات الأخرى يمكنك طلب الاسترداد.
    • الهدية لأول من يفتح رابطها، ولمشتريها إن لم يفتحها أحد في الوقت المحدد. وما دامت لم تُفتح، يمكن لمشتريها استرداد ثمنها. أما نقاط الدعوة فتُسحب عند استرداد ثمن الشراء الذي جاءت منه.
    • يُدفع الاشتراك بالنجوم كل 30 يومًا إلى أن تلغيه، من ‎/balance‏ أو من إعدادات تيليجرام. وكل دفعة هي عملية شراء كغيرها.
    • تُحجز نقاط الفيديو عند الطلب، وتُصرف عند وصوله. وإن تعذّر إنشاؤه، تعود إليك فورًا.
    • المحتوى المخالف للقانون أو الضار غير مسموح. تُرفض الطلبات من هذا النوع، وتعود نقاطها.
    • تُرسل أوصافك وصورك إلى الخدمة التي تُنشئ الفيديوهات، ولا تُرسل إلى أي جهة أخرى. انظر ‎/privacy‏.
    • أسئلة عن الدفع: ‎/paysupport‏. دعم تيليجرام نفسه لا يستطيع المساعدة في المشتريات داخل هذا البوت.

## Credits

balance = رصيدك: { $balance }
balance-held = محجوز لفيديوهات قيد الإنشاء: { $credits }.
balance-refunding = محجوز لعملية استرداد: { $credits }.
balance-gifted = في هدايا لم يفتحها أحد بعد: { $credits }.
credits-granted = 🎁 وصلتك من فريقنا { $credits }. رصيدك: { $balance }
credits-debited = خُصمت من رصيدك { $credits } من قِبل فريقنا. رصيدك: { $balance }. لا تعرف السبب؟ راسلنا عبر ‎/paysupport‏.
offer = <b>شراء النقاط</b>
    رصيدك: { $balance }. معظم الفيديوهات بنقطة واحدة. اختر باقة:
offer-first = 🎁 هديتك مع أول عملية شراء: { $first }.
offer-invited = 🎁 دعاك صديق: مكافأة كل منكما مع أول عملية شراء لك: { $credits }.
offer-subscription = 📅 أو اشترك، ولك كل 30 يومًا { $credits } مقابل { $stars } ⭐. ويمكنك الإلغاء في أي وقت.
offer-terms = بالدفع فإنك توافق على الشروط: ‎/terms
pack = { $credits } · { $stars } ⭐
pack-gone = لم تعد هذه الباقة متاحة. إليك الباقات المتاحة.
invoice-title = { $credits }
invoice-description = { $number ->
    [two] { $credits } لإنشاء فيديوهات بالذكاء الاصطناعي مع Starreel. لا تنتهي صلاحيتهما.
   *[other] { $credits } لإنشاء فيديوهات بالذكاء الاصطناعي مع Starreel. لا تنتهي صلاحيتها.
}
invoice-refused = عذرًا، لا أستطيع فتح صفحة الدفع الآن. أبلغتُ فريقنا بذلك. حاول مجددًا لاحقًا من فضلك.
receipt = ✅ شكرًا لك! أُضيفت إلى رصيدك { $bought }. رصيدك: { $balance }
receipt-first = ✅ شكرًا لك! أُضيفت إلى رصيدك { $bought }، ومعها هدية أول عملية شراء 🎁: { $first }. رصيدك: { $balance }
receipt-invited = 🎁 ولأن صديقًا دعاك، وصلتك أيضًا { $credits }، ولصديقك مثلها.
receipt-until = 📅 اشتراكك مدفوع حتى ‎{ $until }‏. لتغييره أرسل ‎/balance‏.
subscription-button = 📅 كل شهر: { $credits } · { $stars } ⭐
subscription-offer = <b>📅 اشتراك شهري</b>
    لك كل 30 يومًا { $credits } مقابل { $stars } ⭐. وما لا تستخدمه من النقاط يبقى لك. يمكنك الإلغاء في أي وقت من ‎/balance‏، وما دفعت ثمنه يبقى لك.

    بالدفع فإنك توافق على الشروط: ‎/terms
subscription-description = لك كل 30 يومًا { $credits } لإنشاء فيديوهات بالذكاء الاصطناعي مع Starreel، من دون تاريخ انتهاء.
subscription-pay = اشترك مقابل { $stars } ⭐
subscription-gone = لم تعد هناك اشتراكات. لمعرفة المتاح أرسل ‎/buy
subscription-line = 📅 اشتراكك: كل 30 يومًا { $credits } مقابل { $stars } ⭐. { $state ->
    [active] الدفعة التالية بتاريخ ‎{ $until }‏.
    [failed] تعذّرت الدفعة الأخيرة: اشحن نجومك من فضلك. الاشتراك مدفوع حتى ‎{ $until }‏.
   *[cancelled] الاشتراك ملغى، ويستمر حتى ‎{ $until }‏.
    }{ $wish ->
    [cancel] {" "}طلبتُ من تيليجرام إلغاءه.
    [resume] {" "}طلبتُ من تيليجرام أن يستمر.
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 أُلغي اشتراكك: لن يُدفع شيء بعد ‎{ $until }‏.
    [failed] ⚠️ لم يتمكن تيليجرام من تحصيل الدفعة التالية لاشتراكك ({ $stars } ⭐)، لذا لم تصل بعد نقاطها: { $credits }. اشحن نجومك من فضلك في إعدادات تيليجرام ضمن «نجومي»، وسيستمر الاشتراك.
    [active] 📅 اشتراكك مستمر. الدفعة التالية بتاريخ ‎{ $until }‏.
   *[ended] 📅 انتهى اشتراكك، ونقاطك باقية لك. لبدء اشتراك جديد أرسل ‎/buy
    }
subscription-may-go-on = 📅 يسمح لك تيليجرام الآن بمتابعة اشتراكك. لتفعيله مجددًا افتح إعدادات تيليجرام، واضغط «نجومي»، واختر هذا الاشتراك، ثم اضغط «تجديد».
subscription-not-changed = لم يسمح لي تيليجرام بتغيير اشتراكك. يمكنك ذلك بنفسك: افتح إعدادات تيليجرام، واضغط «نجومي»، واختر هذا الاشتراك. وإن لم يُجدِ ذلك، فراسلنا عبر ‎/paysupport‏ من فضلك.
subscription-asked = { $wish ->
    [resume] أطلب الآن من تيليجرام أن يستمر اشتراكك.
   *[cancel] أطلب الآن من تيليجرام إلغاء اشتراكك.
    }
subscription-already-so = { $wish ->
    [resume] اشتراكك مستمر بالفعل.
   *[cancel] اشتراكك ملغى بالفعل.
    }
payment-unmatched = وصلت دفعتك، لكنني لم أعرف لأي طلب هي. فريقنا على علم بذلك؛ وإن لم يصلك رد منهم، فراسلنا عبر ‎/paysupport‏.
payment-returned = ↩️ أُعيدت إليك نجوم عملية الشراء ({ $bought }){ $part ->
    [all] ، وسُحبت النقاط.
    [some] ، وسُحب ما بقي لديك منها: { $taken }.
   *[none] .
    } رصيدك: { $balance }
payment-returned-gift =
    ↩️ أُعيدت إليك نجوم الهدية ({ $credits }). { $state ->
        [unopened] لم يعد بالإمكان فتحها.
        [opened] سُحب ما بقي منها.
       *[owed] سُحب ما بقي منها، وخُصم من رصيدك ما استُخدم منها: { $owed }.
    } رصيدك: { $balance }
payment-returned-unmatched = ↩️ أُعيدت إليك نجومك. رصيدك: { $balance }
checkout-not-ours = هذه الفاتورة غير صالحة. للحصول على فاتورة جديدة أرسل ‎/buy
checkout-not-yours = هذه الفاتورة لشخص آخر. للحصول على فاتورتك أرسل ‎/buy
checkout-price-changed = تغيّرت أسعارنا. للحصول على فاتورة جديدة أرسل ‎/buy
checkout-too-old = هذه الفاتورة قديمة جدًا. للحصول على فاتورة جديدة أرسل ‎/buy
checkout-already-subscribed = لديك اشتراك بالفعل. لعرضه أرسل ‎/balance
blocked = حظر فريقنا حسابك هنا، لذا لا يمكنك الطلب أو الشراء. للاسترداد أو الأسئلة أرسل ‎/paysupport‏؛ ولإلغاء الاشتراك أرسل ‎/balance‏.
unblocked = ✅ ألغى فريقنا حظر حسابك: يمكنك من جديد إنشاء الفيديوهات وشراء النقاط.
team-message =
    💬 رسالة من فريقنا:
    <blockquote>{ $words }</blockquote>
    للرد أرسل ‎/paysupport‏.
ordered-again = 🔁 أعاد فريقنا طلب الفيديو بالنموذج <b>{ $model }</b>‏، لأن المحاولة السابقة فشلت. سعره عند وصوله { $price }، كالطلب الأول.
credits-given-back = 🎁 أعاد فريقنا نقاط هذا الفيديو إليك: { $price }. وإن وصل بعد ذلك، فهو مجاني. رصيدك: { $balance }
checkout-already-paid = هذه الفاتورة مدفوعة بالفعل. إن أردت المزيد من النقاط فأرسل ‎/buy

## Gifts

gift-offer =
    <b>🎁 أهدِ نقاطًا لمن تحب</b>
    بعد الدفع يصلك رابط، والنقاط لأول من يفتحه. وإن لم يفتحه أحد خلال { $days ->
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }، فهي لك. اختر باقة:
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = هدية لإنشاء فيديوهات بالذكاء الاصطناعي مع Starreel‏: { $credits }. يصلك رابط، والنقاط لأول من يفتحه.
receipt-gift =
    ✅ شكرًا لك! هديتك جاهزة: { $credits }. أرسل هذا الرابط إلى من تريد إهداءه؛ والنقاط لأول من يفتحه:

    { $link }

    وإن لم يفتحه أحد خلال { $days ->
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }، فالنقاط لك. وحتى ذلك الحين يمكنك استرداد ثمنها عبر ‎/paysupport‏.
receipt-gift-over =
    ✅ شكرًا لك! دُفع ثمن هديتك ({ $credits }). { $state ->
        [opened] وقد فُتحت.
        [taken_back] وقد فُتحت.
        [kept] لم يفتحها أحد في الوقت المحدد، فالنقاط لك.
       *[other] نجومها في طريقها إليك، لذا لا يمكن فتحها.
    }
gift-opened =
    🎁 وصلتك هدية: { $credits }! رصيدك: { $balance }

    صِف مشهدًا أو أرسل صورة، وسأحوّلها إلى فيديو.
gift-already-yours = لقد فتحت هذه الهدية بالفعل: نقاطها في رصيدك. لعرضه أرسل ‎/balance
gift-already-opened = سبقك شخص آخر إلى فتح هذه الهدية. الهدية لأول من يفتحها.
gift-refunded = استردّ المشتري ثمن هذه الهدية، لذا لا يمكن فتحها.
gift-too-late = لم تُفتح هذه الهدية في الوقت المحدد، فعادت إلى من اشتراها.
gift-unknown = لم أجد هذه الهدية. تحقق من الرابط من فضلك: يجب أن يكون كاملًا.
gift-was-opened = 🎁 فُتحت هديتك: { $credits }.
gift-kept = 🎁 لم يفتح أحد هديتك، فصارت نقاطها لك: { $credits }. رصيدك: { $balance }
gift-taken-back = ↩️ أُعيد إلى المشتري ثمن هدية فتحتها أنت، لذا سُحب ما بقي لديك منها: { $credits }. رصيدك: { $balance }
share-gift = 🎁 هدية لك: نقاط لإنشاء فيديوهات بالذكاء الاصطناعي! اضغط الرابط للحصول عليها.

## Invitations

invite =
    <b>🎁 ادعُ أصدقاءك</b>
    أرسل رابطك إلى أصدقاء جدد هنا. عند أول عملية شراء لأحدهم تصل إلى كل منكما { $credits }، وذلك مع { $most ->
        [one] صديق واحد
        [two] صديقين
        [few] { $most } أصدقاء
        [many] { $most } صديقًا
       *[other] { $most } صديق
    } كحد أقصى.

    { $link }
invite-off =
    <b>ادعُ أصدقاءك</b>
    لا توجد مكافآت على الدعوات حاليًا، لكننا نرحب بأصدقائك في كل حال. اضغط أدناه لمشاركة البوت.
invite-sum =
    جاؤوا عبر رابطك: { $came }
    اشتروا نقاطًا: { $bought }
    ما كسبته: { $earned }
invited = 🎁 دعاك صديق: مكافأة كل منكما مع أول عملية شراء لك: { $credits }.
invited-oneself = هذا رابطك أنت. أرسله إلى أصدقائك: ‎/invite
invited-not-new = الدعوات للجدد هنا فقط. لكن يمكنك أنت دعوة أصدقائك: ‎/invite
invitation-rewarded = 🎁 أجرى صديق دعوته أول عملية شراء له، ووصلتك { $credits }. رصيدك: { $balance }
invitation-taken-back = ↩️ استُردّ ثمن أول عملية شراء لصديقك، لذا سُحبت النقاط التي وصلتك عنها: { $credits }. رصيدك: { $balance }
share-invitation = اصنع معي فيديوهات بالذكاء الاصطناعي:

## Promo codes

redeem-ask = 🎟 ما الرمز الترويجي لديك؟ أرسله فقط.
redeem-cancelled = حسنًا، من دون رمز.
redeemed = 🎁 أُضيفت إلى رصيدك { $credits }. رصيدك: { $balance }
redeem-unknown = لا أعرف هذا الرمز. تحقق من كتابته من فضلك، ثم أرسل ‎/redeem‏ مرة أخرى.
redeem-expired = انتهت صلاحية هذا الرمز.
redeem-used-up = عذرًا، بلغ هذا الرمز الحد الأقصى لعدد مستخدميه.
redeem-already-used = لقد استخدمت هذا الرمز بالفعل. يُستخدم مرة واحدة لكل شخص.
redeem-too-many =
    رموز كثيرة غير موجودة! حاول مجددًا بعد { $minutes ->
        [one] دقيقة
        [two] دقيقتين
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    } من فضلك.

## An order

ask-model = <b>اختر نموذجًا</b>
ask-model-line = ‏• <b>{ $model }</b>‏: { $about }{ $fails ->
    [yes] {" "}‏· ⚠️ كثيرًا ما يتعثر حاليًا
   *[no] {""}
    }
ask-model-prompt = وصفك: <i>{ $prompt }</i>
models-speech = <b>🗣 للكلام والحوار</b>
models-long = <b>⏱ أطول الفيديوهات</b>
models-cheap = <b>💸 سريعة واقتصادية</b>
models-photo = <b>🖼 من صورتك</b>
model-button = { $from ->
    [one] ‏{ $model }‏ · نقطة واحدة
    [two] ‏{ $model }‏ · نقطتان
    [few] ‏{ $model }‏ · { $from } نقاط
   *[other] ‏{ $model }‏ · { $from } نقطة
}
card-head = ‏🎬 <b>{ $model }</b>‏ · { $options }
card-often-fails = ⚠️ كثيرًا ما يتعثر هذا النموذج حاليًا. إن لم يُنشأ الفيديو، تعود إليك نقاطك.
card-head-plain = ‏🎬 <b>{ $model }</b>
card-follow-up = ‏🎬 <b>{ $model }</b>‏ · { $kind ->
    [extend] ➕ تكملة الفيديو
    [full-hd] الفيديو بدقة 1080p
    [ultra-hd] الفيديو بدقة 4K
   *[upscale] الفيديو بوضوح أعلى
}
card-image = 🖼 الصورة { $number }: { $role ->
    [first] أول لقطة
    [last] آخر لقطة
   *[reference] مرجع
}
card-price = السعر: { $price } · الرصيد: { $available }
card-model = ‏🎬 { $model }
card-options = ‏⚙️ { $options }
card-images = { $images ->
    [0] 🖼 إضافة صورة
    [one] 🖼 صورة واحدة
    [two] 🖼 صورتان
    [few] 🖼 { $images } صور
   *[other] 🖼 { $images } صورة
}
ask-prompt = ✍️ ماذا يحدث في الفيديو؟ اكتبه ببساطة. مثلًا: <i>ثعلب أحمر يركض على الثلج الناعم عند الفجر، بحركة بطيئة.</i>
ask-blank = ✍️ { $ask } مثلًا: <i>{ $example }</i>
ask-style = اضغط للإضافة أو الإزالة:
ask-what-next = ✍️ ماذا يحدث بعد ذلك في الفيديو؟ اكتبه ببساطة.
takes-no-prompt = لا حاجة إلى وصف هنا: إنه الفيديو نفسه مرة أخرى، كما هو.
prompt-empty = رسالتك فارغة. صِف الفيديو ببضع كلمات من فضلك.
prompt-too-long = عدد أحرف وصفك { $chars }، والحد الأقصى مع { $model } هو { $max }. أرسل وصفًا أقصر من فضلك.
cannot-use-that = لا أستطيع استخدام غير النصوص والصور.
ask-image = هل تريد البدء من صورة؟ أرسلها الآن.
ask-image-more = أرسل صورة أخرى لإضافتها.
images-full = هذا أقصى عدد صور يقبله النموذج. أي صورة جديدة ستحل محل الأخيرة.
ask-image-required = 🖼 يحتاج { $model } إلى صورة للبدء. أرسل واحدة من فضلك.
image-received = 📷 أتحقق من صورتك.
image-replaced = استبدلتُ الصورة الأخيرة: هذا النموذج لا يقبل المزيد.
images-enough = { $images ->
    [one] صورة واحدة تكفي: سأستخدم الأولى.
    [two] يقبل هذا النموذج صورتين على الأكثر: سأستخدم أول صورتين.
    [few] يقبل هذا النموذج { $images } صور على الأكثر: سأستخدم الصور الأولى.
   *[other] يقبل هذا النموذج { $images } صورة على الأكثر: سأستخدم الصور الأولى.
}
not-an-image = لا أستطيع استخدام هذا الملف. أرسل صورة بصيغة { $types } من فضلك.
image-too-large = هذه الصورة كبيرة جدًا. الحد الأقصى { $megabytes } ميغابايت، فأرسل صورة أصغر من فضلك.
image-left-out = استبعدتُ الصورة التي تعذّر استخدامها. أرسل صورة أخرى إن شئت.
image-unavailable = تعذّر جلب صورتك من تيليجرام. أرسلها مرة أخرى من فضلك.
model-takes-no-image = هذا النموذج يعتمد على النص وحده، لذا لن تُستخدم الصورة.
model-gone = لم يعد هذا النموذج متاحًا. اختر نموذجًا آخر من فضلك.
follow-up-gone = لم يعد هذا ممكنًا لهذا الفيديو.
confirm-button = { $credits ->
    [one] ✨ إنشاء · نقطة واحدة
    [two] ✨ إنشاء · نقطتان
    [few] ✨ إنشاء · { $credits } نقاط
   *[other] ✨ إنشاء · { $credits } نقطة
}
choice-length = ‏{ $seconds } ث
choice-sound = مع صوت
choice-no-sound = بدون صوت
choice-price = { $label } (‎{ $more })
not-enough = سعر هذا الفيديو: { $price }، ورصيدك الحالي: { $available }. اشترِ باقة من الأسفل؛ وصفك محفوظ.

    بالدفع فإنك توافق على الشروط: ‎/terms
order-dropped = أُلغي الطلب. لم يُخصم شيء.
nothing-to-cancel = لا يوجد ما يمكن إلغاؤه.
cancel-queued = ليس لديك طلب غير مكتمل. اضغط أدناه لإلغاء فيديو لم يبدأ إنشاؤه بعد.
cancel-video = إلغاء: { $prompt }
cancel-rendering = بدأ إنشاء الفيديو بالفعل، لذا لا يمكن إلغاؤه.
cancel-passed-on = أُرسل طلبك إلى التنفيذ بالفعل، لذا لا يمكن إلغاؤه. وإن لم يُنفَّذ، تعود إليك نقاطك.
old-button = انتهت صلاحية هذا الزر.
already-placed = لقد أرسلت هذا الطلب بالفعل.
order-changed = تغيّر الطلب أو سعره. راجعه مرة أخرى من فضلك.
prompt-replaced = تم تحديث الوصف.
prompt-joined = جمعتُ رسالتيك في وصف واحد.
tap-to-confirm = بقيت خطوة واحدة: اضغط «إنشاء» أدناه للبدء.
placed = تم إرسال الطلب.
too-many-orders = بلغت الحد الأقصى من الفيديوهات حاليًا. طلبك محفوظ؛ اضغط مرة أخرى بعد { $minutes ->
    [one] دقيقة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
} من فضلك.
too-many-orders-today = بلغت الحد اليومي من الفيديوهات. طلبك محفوظ؛ اضغط مرة أخرى بعد { $hours ->
    [one] ساعة
    [two] ساعتين
    [few] { $hours } ساعات
   *[other] { $hours } ساعة
} من فضلك.
paused = إنشاء الفيديوهات متوقف مؤقتًا. نقاطك في أمان. حاول مجددًا لاحقًا من فضلك.
paused-briefly = إنشاء الفيديوهات متوقف مؤقتًا. طلبك محفوظ؛ حاول مجددًا لاحقًا من فضلك.
paused-model = النموذج { $model } غير متاح مؤقتًا. طلبك محفوظ؛ اختر نموذجًا آخر أو حاول مجددًا لاحقًا من فضلك.

## A job

caption = ‏{ $model }‏ · { $options }
caption-plain = ‏{ $model }
caption-follow-up = ‏{ $model }‏ · { $kind ->
    [extend] تكملة
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] وضوح أعلى
}
status-queued = ‏⏳ <b>{ $model }</b>: رقمك في قائمة الانتظار: { $position }. المحجوز: { $price }.
status-queued-paused = ‏⏸ <b>{ $model }</b>: طلبك في قائمة الانتظار. إنشاء الفيديوهات متوقف مؤقتًا، وطلبك يحتفظ بدوره. المحجوز: { $price }.
status-under-way = ‏🎬 <b>{ $model }</b>: الفيديو قيد الإنشاء. يستغرق هذا عادةً { $usual }، ويمكنك إغلاق المحادثة. المحجوز: { $price }.
status-under-way-paused = ‏⏸ <b>{ $model }</b>: طلبك في الانتظار. إنشاء الفيديوهات متوقف مؤقتًا. وإن لم يُنفَّذ، تعود إليك { $price }.
status-rendering = ‏🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] سيصل في أي لحظة.
        [one] بقيت دقيقة تقريبًا.
        [two] بقيت دقيقتان تقريبًا.
        [few] بقيت { $minutes } دقائق تقريبًا.
       *[other] بقيت { $minutes } دقيقة تقريبًا.
    }
status-late = ‏⏳ <b>{ $model }</b>: يستغرق هذا الفيديو وقتًا أطول من المعتاد. ما زلت أنتظره. وإن لم يُنشأ، تعود إليك { $price }.
usual-wait = { $slow ->
    [0] أقل من دقيقة
    [one] نحو دقيقة
    [two] { $range ->
        [yes] { $median ->
            [0] دقيقتين على الأكثر
           *[other] من دقيقة إلى دقيقتين
        }
       *[no] نحو دقيقتين
    }
    [few] { $range ->
        [yes] { $median ->
            [0] { $slow } دقائق على الأكثر
            [one] من دقيقة إلى { $slow } دقائق
            [two] من دقيقتين إلى { $slow } دقائق
           *[other] من { $median } إلى { $slow } دقائق
        }
       *[no] نحو { $slow } دقائق
    }
   *[other] { $range ->
        [yes] { $median ->
            [0] { $slow } دقيقة على الأكثر
            [one] من دقيقة إلى { $slow } دقيقة
            [two] من دقيقتين إلى { $slow } دقيقة
           *[other] من { $median } إلى { $slow } دقيقة
        }
       *[no] نحو { $slow } دقيقة
    }
}
status-unconfirmed = ‏⏳ <b>{ $model }</b>: أرسلتُ طلبك، لكن الرد ضاع في الطريق. إن لم يصلني شيء خلال { $minutes ->
    [one] دقيقة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}، تعود إليك { $price }. وإن وصل الفيديو بعد ذلك، فهو مجاني.
status-ready = ‏📦 <b>{ $model }</b>: الفيديو جاهز، وأنا أرسله إليك الآن.
status-gone = ‏⏳ <b>{ $model }</b>: الفيديو جاهز، لكن خدمة الفيديو لم تسلّمه بعد. سأواصل المحاولة. وإن لم يصل، تعود إليك { $price }.
status-gone-free = ‏⏳ <b>{ $model }</b>: الفيديو جاهز، لكن خدمة الفيديو لم تسلّمه بعد. سأواصل المحاولة.
status-delivered = ‏✅ <b>{ $model }</b>: تم · السعر: { $price } · المتبقي: { $left }
status-delivered-free = ‏✅ <b>{ $model }</b>: وصل الفيديو أخيرًا. وهو مجاني: فقد عادت إليك نقاطك من قبل.
status-failed = ‏⚠️ <b>{ $model }</b>: تعذّر إنشاء الفيديو – عادت إليك { $price }.
status-cancelled = ‏<b>{ $model }</b>: أُلغي الطلب – عادت إليك { $price }.
status-undeliverable = ‏<b>{ $model }</b>: كان الفيديو جاهزًا، لكن تعذّر الوصول إليك طوال أسبوع. راسلنا عبر ‎/paysupport‏ من فضلك.
status-lost = ‏⚠️ <b>{ $model }</b>: لم يصل الفيديو – عادت إليك { $price }.
video-lost = { $reason ->
    [no-video] عذرًا، خدمة الفيديو تقول إن الفيديو جاهز، لكنني لم أحصل عليه منها. طلبته مرتين.
    [too-large] عذرًا، الفيديو أكبر من أن يُرسل هنا، ولا سبيل آخر لدي لإيصاله إليك.
    [overdue] عذرًا، تم إنشاء الفيديو، لكنني لم أتمكن من إرساله إليك رغم المحاولة لأيام.
   *[not-taken] عذرًا، تم إنشاء الفيديو، لكنني لم أتمكن من إرساله إليك. تيليجرام لا يقبل الملف.
    }

    { $paid ->
    [yes] عادت إليك { $price }. رصيدك: { $balance }
   *[no] لم يُخصم منك شيء. رصيدك: { $balance }
    }
job-cancelled = أُلغي الطلب، وعادت إليك نقاطك.
cancel-too-late = فات أوان الإلغاء: أُرسل طلبك إلى التنفيذ بالفعل.
link-too-large = الفيديو جاهز! حجمه أكبر من أن يُرسل هنا، فنزّله من الرابط:
link-not-taken = الفيديو جاهز! لم يستطع تيليجرام استلام الملف الآن، فنزّله من الرابط:
link-kept = الرابط صالح لمدة 7 أيام.
link-at-provider = الرابط صالح ليوم تقريبًا، فمن الأفضل أن تحفظ الفيديو قريبًا.
failed-policy = رفض النموذج هذا { $image ->
    [yes] الوصف أو هذه الصورة
   *[no] الوصف
    } بسبب قواعد المحتوى لديه. { $image ->
    [yes] أعد صياغة الوصف أو جرّب صورة أخرى
   *[no] أعد صياغة الوصف
    } من فضلك.
failed-refused = لم يقبل النموذج هذا الطلب. غيّره قليلًا وحاول مرة أخرى من فضلك.
failed-image = تعذّر استخدام الصورة. جرّب صورة أخرى من فضلك.
failed-image_gone = لم تعد صورتك موجودة لدى تيليجرام. أرسلها مرة أخرى من فضلك.
failed-sound = يضيف هذا النموذج صوتًا إلى كل فيديو، ولم يجد أي صوت في وصفك. اذكر صوتًا، أو اكتب ما يُقال، ثم حاول مرة أخرى.
failed-provider = حدث خطأ أثناء إنشاء الفيديو. حاول مرة أخرى من فضلك.
failed-expired = كانت الخدمة مشغولة لفترة طويلة. حاول مجددًا لاحقًا من فضلك.
failed-timeout = توقفتُ عن انتظار الفيديو لأنه تأخر كثيرًا. وإن وصل بعد ذلك، فهو مجاني.
failed-unknown = لم أتمكن من تأكيد طلبك. وإن وصل الفيديو بعد ذلك، فهو مجاني.
failed = { $reason }

    عادت إليك { $price }. رصيدك: { $balance }

## Videos that were made

videos = <b>فيديوهاتك</b>
    اضغط رقمًا لإعادة إرسال الفيديو أو تعديله أو إكماله.
videos-line = ‏{ $number }. ‎{ $date }‏ · <b>{ $model }</b>‏: { $prompt }
videos-none = ليست لديك فيديوهات بعد. صِف مشهدًا أو أرسل صورة، وسأصنع لك واحدًا.
video-gone = لم يعد هذا الفيديو محفوظًا.
video-deleted = حُذف من قائمتك.
share-text = اصنع معي فيديو كهذا:
shared-order = 🎁 شاركك أحدهم هذه الفكرة. غيّر فيها ما تشاء.
shared-gone = لم تعد هذه الفكرة متاحة للمشاركة. صِف مشهدك الخاص، أو اختر قالبًا.

## Templates

templates = <b>القوالب</b>
    اختر فكرة، واترك الباقي لي.
template = <b>{ $name }</b>
    { $line }

    ‏🎬 { $model }‏ · { $needs ->
        [photo] 🖼 من صورتك
       *[words] { $blanks ->
            [0] بدون أسئلة
            [one] سؤال واحد
            [two] سؤالان
            [few] { $blanks } أسئلة
            [many] { $blanks } سؤالًا
           *[other] { $blanks } سؤال
        }
    }
template-gone = لم يعد هذا القالب متاحًا. إليك القوالب المتاحة.

## Tips

tips = <b>💡 نصائح للنموذج { $model }</b>
tips-all = <b>💡 كيف تكتب وصفًا جيدًا؟</b>
tips-scene = • <b>المشهد:</b> اذكر مَن أو ماذا، وأين، وما الذي يحدث، في جملة أو جملتين.
tips-camera = • <b>الكاميرا والإضاءة:</b> اذكرهما. مثلًا: <i>تقترب الكاميرا ببطء، ضوء الغروب الذهبي</i>.
tips-speech = • <b>الكلام:</b> ضعه بين علامتي اقتباس. مثلًا: <i>تبتسم وتقول: "أهلًا بك في بيتك!"</i> واذكر أيضًا الأصوات التي تريدها.
tips-sound = • <b>الصوت:</b> اذكر ما يُسمع. مثلًا: <i>أمواج، ونوارس بعيدة</i>.
tips-silent = • <b>بدون صوت:</b> فيديوهات هذا النموذج صامتة، فلا تذكر كلامًا ولا موسيقى.
tips-photo = • <b>من صورة:</b> صِف ما يتحرك؛ أما الشكل فيأتي من الصورة.
tips-length = • <b>المدة:</b> تتسع بضع ثوانٍ لحدث أو حدثين. والقصة الأطول تحتاج إلى فيديو أطول.
style-dolly = 🎥 اقتراب الكاميرا
style-drone = 🚁 لقطة درون
style-handheld = 🤳 كاميرا محمولة
style-slow-motion = 🐢 حركة بطيئة
style-golden = 🌇 الساعة الذهبية
style-neon = 🌃 ليل ونيون
style-film = 🎞 فيلم 35 مم
style-macro = 🔬 ماكرو
style-animated = 🧸 رسوم 3D

## Settings

settings = <b>⚙️ تفضيلاتك</b>
    تبدأ الطلبات الجديدة بها، ويمكنك تغييرها في كل طلب.
settings-line = { $name }: <b>{ $value }</b>
settings-as-last = كما في المرة السابقة
settings-as-telegram = كما في تيليجرام
settings-model = النموذج
settings-format = الأبعاد
settings-length = المدة
settings-sound = الصوت
settings-language = اللغة
settings-news = أخبارنا
settings-news-on = مفعّلة
settings-news-off = متوقفة
button-news-on = 🔔 تفعيل الأخبار
button-news-off = 🔕 إيقاف الأخبار
button-no-more-news = 🔕 أوقف هذه الرسائل
news-are-off = حسنًا، لن تصلك أخبارنا بعد الآن. أما أخبار فيديوهاتك ومدفوعاتك فستصلك. لتفعيلها مجددًا أرسل ‎/settings
news-are-on = حسنًا، ستصلك أخبارنا من جديد.
settings-ask-model = بأي نموذج تبدأ الطلبات الجديدة؟
settings-ask-format = أي أبعاد تفضّل؟ النماذج التي لا تدعمها تستخدم أبعادها الخاصة.
settings-ask-length = أي مدة تفضّل؟ النماذج التي لا تدعمها تستخدم مدتها الخاصة.
settings-ask-sound = هل تريد الصوت حيثما أمكن اختياره؟
settings-ask-language = بأي لغة أتحدث معك؟
language-name = العربية
language-set = تم، سأتحدث معك بالعربية من الآن.

## Payment support

support = <b>المساعدة في الدفع</b>
    دعم تيليجرام نفسه لا يستطيع المساعدة في المشتريات داخل هذا البوت.
support-write = هل لديك أمر آخر؟ اشرح المشكلة في رسالتك التالية، وسيرد عليك فريقنا هنا.
support-needs-words = اشرح المشكلة كتابةً من فضلك؛ لا أستطيع تمرير الصور أو الملفات.
support-too-many = أرسلت إلينا الكثير اليوم، وقد وصلنا كله. انتظر ردنا من فضلك، أو راسلنا غدًا.
support-cancelled = حسنًا، لم يُرسل أي طلب.
support-reply = 💬 بخصوص طلبك رقم { $number } حول الدفع:
    <blockquote>{ $words }</blockquote>
    لمراسلتنا مجددًا أرسل ‎/paysupport‏.
support-received = شكرًا لك! { $seen ->
    [yes] وصل طلبك إلى فريقنا.
   *[no] حُفظ طلبك، وسيقرؤه فريقنا في أقرب وقت.
    } رقم الطلب: { $number }.{ $photo ->
    [yes] {" "}لا أستطيع تمرير الصور أو الملفات، فإن كان محتواها مهمًا فصِفه لنا كتابةً.
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>آخر مشترياتك</b>
    يمكن استرداد ثمن المشتريات غير المستخدمة بالأزرار أدناه خلال { $days ->
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }. وفي الحالات الأخرى اطلب الاسترداد.
purchase-line =
    ‏{ $number }. { $credits } مقابل { $stars } ⭐ بتاريخ ‎{ $date }{ $gift ->
        [none] { "" }
        [waiting] ‏{ " " }· 🎁 هدية لم تُفتح بعد
        [refunding] ‏{ " " }· 🎁 هدية لم تُفتح
        [returned] ‏{ " " }· 🎁 هدية لم تُفتح
        [kept] ‏{ " " }· 🎁 هدية لم يفتحها أحد
       *[opened] ‏{ " " }· 🎁 هدية فُتحت
    }{ $eligibility ->
        [asked] ‏: طُلب الاسترداد
        [declined] ‏: رُفض الاسترداد
        [under-way] ‏: الاسترداد جارٍ
        [returned] ‏: تم الاسترداد
       *[other] { "" }
    }
    المعاملة: <code>{ $charge }</code>
refund-offer = <b>استرداد ثمن عملية الشراء { $number }؟</b>
    تستعيد { $stars } ⭐، وتُخصم من رصيدك { $credits }.
refund-offer-gift =
    <b>استرداد ثمن عملية الشراء { $number }؟</b>
    تستعيد { $stars } ⭐، ولن يستطيع أحد فتح هديتك ({ $credits }) بعد ذلك.
refund-begun-gift = ↩️ استرداد ثمن هديتك (عملية الشراء { $number }) جارٍ: { $stars } ⭐. لم يعد رابطها يعمل. سأخبرك حين يتم.
refund-begun = ↩️ استرداد ثمن عملية الشراء { $number } جارٍ. المحجوز حتى تعود إليك { $stars } ⭐: { $credits }. سأخبرك حين يتم.
refund-kept = حسنًا، نقاطك باقية لك.
refund-asked = شكرًا لك. أُرسل إلى فريقنا طلب استرداد ثمن عملية الشراء { $number }، وسأخبرك بقرارهم.
refund-declined = رُفض استرداد ثمن عملية الشراء { $number } ({ $credits } مقابل { $stars } ⭐). إن كنت ترى أن في ذلك خطأ، فراسلنا عبر ‎/paysupport‏.
refund-refused = لم يتمكن تيليجرام من ردّ دفعتك. { $credits ->
    [0] فريقنا على علم بذلك وسيتابع الأمر.
   *[other] عادت إليك نقاطك، وفريقنا على علم بذلك.
    }
not-refundable =
    { $eligibility ->
        [refundable] يمكن استرداد ثمن هذا الشراء: اضغط «استرداد» في ‎/paysupport‏.
        [spent] بعض نقاطك مستخدم أو محجوز. يمكنك طلب الاسترداد عبر ‎/paysupport‏.
        [gift-opened] فُتحت هذه الهدية. يمكنك طلب الاسترداد عبر ‎/paysupport‏.
        [too-late] مضى على هذا الشراء وقت طويل. يمكنك طلب الاسترداد عبر ‎/paysupport‏.
        [refused] رفض تيليجرام هذا الاسترداد. يمكنك مراسلتنا عبر ‎/paysupport‏.
        [asked] لقد طلبت هذا الاسترداد بالفعل. سأخبرك بالقرار.
        [declined] رُفض هذا الاسترداد. يمكنك مراسلتنا عبر ‎/paysupport‏.
        [under-way] هذا الاسترداد جارٍ.
       *[returned] تم استرداد ثمن هذا الشراء.
    }

## Privacy

privacy =
    <b>الخصوصية</b>
    <b>ما الذي أحتفظ به، وإلى متى؟</b>
    • معرّفك في تيليجرام ولغتك، وما دفعته، ومن دعاك أو أهداك نقاطًا، ومتى طلبت أي نموذج وبأي سعر: من دون أوصافك، وطوال المدة التي نلتزم فيها بحفظ الحسابات. لا نحتفظ باسمك.
    • أوصافك، وإعدادات فيديوهاتك، وأسماء ملفات صورك وفيديوهاتك في تيليجرام: { $orders ->
        [one] يوم واحد
        [two] يومان
        [few] { $orders } أيام
        [many] { $orders } يومًا
       *[other] { $orders } يوم
    } بعد الطلب. أما الصور نفسها فتُمرَّر ولا تُحفظ. احذف أي فيديو من ‎/videos‏ وسأنساه فورًا.
    • ما اخترته في ‎/settings‏: إلى أن تحذفه هنا. أما عدم رغبتك في أخبارنا فيبقى محفوظًا، كي لا يصلك شيء منها.
    • اليوم الذي كنت فيه هنا آخر مرة: إلى أن تعود.
    • ما تكتبه إلى دعم الدفع: { $requests ->
        [one] يوم واحد
        [two] يومان
        [few] { $requests } أيام
        [many] { $requests } يومًا
       *[other] { $requests } يوم
    }.
    • آخر رد أرسلته إليك، تحسبًا لأن يطلبه تيليجرام مجددًا: ساعة واحدة.
    • الفيديو الذي لا يمكن إرساله هنا، إلى أن تنزّله: 7 أيام.

    <b>إلى أين تذهب بياناتك؟</b>
    • تذهب الأوصاف والصور والإعدادات إلى KIE.ai، وهي الخدمة التي تُنشئ الفيديوهات، وتحتفظ بها وبصورك مدة تصل إلى 14 يومًا، من دون اسمك أو معرّفك.
    • يحتفظ تيليجرام بهذه المحادثة، ويمكنك حذف ما تراه هنا بنفسك.
    • لا تصل بياناتك إلى أي جهة أخرى، ولا يُستخدم أي منها في التدريب.

    اضغط أدناه لحذفها الآن.
forget-sure = <b>هل تريد حذف أوصافك وصورك وفيديوهاتك؟</b>
    سأحذف كل ما كتبته لي، وأوصاف طلباتك وصورها، وتفضيلاتك، وأي طلب غير مكتمل، ونسخ فيديوهاتك. لا يمكن التراجع عن ذلك، ولن يعرف زر «مرة أخرى» طلباتك القديمة.

    تبقى نقاطك لك. وتبقى قائمة المدفوعات والأسعار، من دون أي شيء مما كتبته.
forget-kept = حسنًا، لم يُحذف شيء.
forgotten = 🗑 تم حذف أوصافك وصورك وفيديوهاتك وما كتبته. أما نقاطك وقائمة المدفوعات فما زالت هنا.

    يمكنك حذف ما تراه في هذه المحادثة بنفسك، عبر «مسح السجل» في قائمة تيليجرام.
forgotten-when-ended = 🗑 تم الحذف. { $orders ->
    [one] ما زال طلب واحد قيد التنفيذ؛ وستُحذف بياناته عند انتهائه.
    [two] ما زال طلبان قيد التنفيذ؛ وستُحذف بياناتهما عند انتهائهما.
    [few] ما زالت { $orders } طلبات قيد التنفيذ؛ وستُحذف بياناتها عند انتهائها.
    [many] ما زال { $orders } طلبًا قيد التنفيذ؛ وستُحذف بياناتها عند انتهائها.
   *[other] ما زال { $orders } طلب قيد التنفيذ؛ وستُحذف بياناتها عند انتهائها.
    } أما نقاطك وقائمة المدفوعات فما زالت هنا.

    يمكنك حذف ما تراه في هذه المحادثة بنفسك، عبر «مسح السجل» في قائمة تيليجرام.

## Buttons

button-subscription-cancel = إلغاء الاشتراك
button-subscription-resume = استئناف الاشتراك
button-refund-offer = ↩️ استرداد: { $credits } ({ $stars } ⭐)، ‎{ $date }
button-refund-ask = 🙋 طلب استرداد: { $credits }، ‎{ $date }
button-refund-confirm = نعم، أريد الاسترداد
button-refund-keep = لا، أبقِ نقاطي
button-refund-approve = ✅ موافقة
button-refund-decline = ❌ رفض

button-make-video = 🎬 إنشاء فيديو
button-buy = ⭐ شراء نقاط
button-again = { $credits ->
    [one] 🔁 مرة أخرى · نقطة واحدة
    [two] 🔁 مرة أخرى · نقطتان
    [few] 🔁 مرة أخرى · { $credits } نقاط
   *[other] 🔁 مرة أخرى · { $credits } نقطة
}
button-edit = ✏️ تعديل
button-follow-extend = { $credits ->
    [one] ➕ تكملة · نقطة واحدة
    [two] ➕ تكملة · نقطتان
    [few] ➕ تكملة · { $credits } نقاط
   *[other] ➕ تكملة · { $credits } نقطة
}
button-follow-upscale = { $credits ->
    [one] 🔍 وضوح أعلى · نقطة واحدة
    [two] 🔍 وضوح أعلى · نقطتان
    [few] 🔍 وضوح أعلى · { $credits } نقاط
   *[other] 🔍 وضوح أعلى · { $credits } نقطة
}
button-follow-full-hd = { $credits ->
    [one] ‏🔍 1080p‏ · نقطة واحدة
    [two] ‏🔍 1080p‏ · نقطتان
    [few] ‏🔍 1080p‏ · { $credits } نقاط
   *[other] ‏🔍 1080p‏ · { $credits } نقطة
}
button-follow-ultra-hd = { $credits ->
    [one] ‏🔍 4K‏ · نقطة واحدة
    [two] ‏🔍 4K‏ · نقطتان
    [few] ‏🔍 4K‏ · { $credits } نقاط
   *[other] ‏🔍 4K‏ · { $credits } نقطة
}
button-templates = 💡 القوالب
button-use-template = ✨ استخدم هذه الفكرة
button-share = 🔗 مشاركة
button-copy-link = 📋 نسخ الرابط
button-gift = 🎁 شراء هدية
# Whoever opens the link reads the prompt.
button-share-video = 🔗 مشاركة مع الوصف
button-tips = 💡 نصائح
button-newer = الأحدث ◀️
button-older = ▶️ الأقدم
button-send-again = 📤 إعادة الإرسال
button-copy-prompt = 📋 نسخ الوصف
button-delete = 🗑 حذف
button-cancel = إلغاء
button-back = ▶️ رجوع
button-done = ✅ تم
button-more-models = المزيد من النماذج
button-fewer-models = ▶️ أفضل النماذج
button-drop-image = ✖️ الصورة { $number }
button-turn-images = 🔄 تبديل الصور
button-as-references = استخدامها كمراجع
button-as-frames = استخدامها كأول لقطة وآخر لقطة
button-continue = متابعة
button-discard = تجاهل
button-prompt-before = ↩️ الوصف السابق
button-forget = 🗑 حذف أوصافي وفيديوهاتي
button-forget-sure = نعم، احذف
button-forget-keep = لا، أبقِها
button-open-chat = فتح المحادثة

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = إنشاء فيديو
command-videos = فيديوهاتك
command-templates = أفكار جاهزة
command-tips = نصائح لوصف أفضل
command-settings = تفضيلاتك
command-language = اختيار اللغة
command-buy = شراء نقاط بالنجوم
command-balance = عرض رصيدك
command-invite = دعوة الأصدقاء
command-redeem = استخدام رمز ترويجي
command-help = كيف يعمل البوت؟
command-cancel = إلغاء الطلب الحالي
command-terms = شروط الاستخدام
command-privacy = الخصوصية وحذف البيانات
command-paysupport = المساعدة في الدفع
command-start = البدء من جديد
bot-description = يحوّل Starreel كلماتك وصورك إلى فيديوهات قصيرة بالذكاء الاصطناعي. ادفع بنجوم تيليجرام. وإن تعذّر إنشاء الفيديو، تعود إليك نقاطك.
bot-short-description = فيديوهات بالذكاء الاصطناعي من كلماتك وصورك. ادفع بنجوم تيليجرام.

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = نعم اي إي أي أيوه ايوه أيوا ايوا ايوة أيوة اه آه أجل اجل بلى أكيد اكيد طبعا طبعًا بالتأكيد تمام حسنا حسنًا موافق أوافق اوافق أوك اوك أوكي اوكي اوكيه ماشي طيب زين يلا يالله هيا ابدأ ابدا إبدأ أنشئ انشئ إنشاء انشاء اعمل اعملها سوي سويها نفذ نفّذ أكد اكد تأكيد تاكيد أكمل اكمل كمل استمر تابع الآن الان من فضلك لو سمحت رجاء رجاءً ممتاز رائع جميل حلو عظيم yes yeah yep ok okay sure go start please 👍 👌 ✅
words-of-greeting = مرحبا مرحبًا مراحب أهلا اهلا أهلًا وسهلا وسهلًا هلا هلو الو ألو هاي السلام سلام عليكم وعليكم ورحمة الله وبركاته صباح مساء الخير النور شكرا شكرًا جزيلا جزيلًا لك لكم تسلم يسلمو مشكور يعطيك العافية كيف حالك الحال وداعا وداعًا مع السلامة باي hi hello hey thanks thank you thx bye
