# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>للمشغّلين</b>
    دورك: { $role ->
        [owner] مالك، ويمكنك فعل كل شيء.
        [support] فريق الدعم: ترد على المستخدمين وتحظرهم وتعيد محاولة طلباتهم. أما النقاط والنجوم فمن شأن المالكين.
       *[viewer] مطّلع: ترى كل شيء ولا تغيّر شيئًا.
    }
button-admin-menu = ▶️ القائمة
button-admin-people = 👤 المستخدمون
button-admin-stuck = ⏳ طلبات عالقة
button-admin-failed = ⚠️ طلبات فاشلة
button-admin-models = 🎬 النماذج
button-admin-stats = 📊 الإحصاءات
button-admin-now = 🩺 الآن
button-admin-shop = 🛒 المتجر
button-admin-promos = 🎟 رموز ترويجية
button-admin-broadcast = 📣 رسالة جماعية
admin-cancelled = حسنًا، لم يُنفَّذ شيء.
admin-too-long = النص طويل جدًا، والحد الأقصى للأحرف { $max }. اكتب نصًا أقصر من فضلك، أو اضغط «إلغاء».

## People

admin-ask-person =
    <b>أي مستخدم تريد أن ترى؟</b>
    أرسل رقمه في تيليجرام، أو عملية شراء (‎<code>123456#2</code>‏ أو معرّف المعاملة من إيصاله)، أو طلب دفع (‎<code>#7</code>‏)، أو معرّف طلب فيديو، أو أعد توجيه رسالة منه.
admin-person-not-found = لم أجد أحدًا بهذا: ‎<code>{ $word }</code>‏. تحقق منه من فضلك، أو أرسل شيئًا آخر: رقمًا، أو عملية شراء، أو معرّف معاملة، أو طلب دفع مثل ‎<code>#7</code>‏، أو رسالة معاد توجيهها. الدفعة التي وصلت للتو تُعرف بعد ‎/reconcile‏.
admin-account-hidden = لا يذكر تيليجرام كاتب هذه الرسالة: فهو يخفي حسابه عند إعادة التوجيه. اطلب منه من فضلك معرّف المعاملة من إيصاله، وأرسله إليّ.
admin-card =
    <b>المستخدم { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 محظور منذ ‎{ $blocked }‏
    }{ $away ->
        [yes] { " " }· لا يمكن الوصول إليه: حظر البوت
       *[no] { "" }
    }
    هنا منذ ‎{ $since }‏، اللغة: { $language }
    الرصيد: { $available } · المحجوز: { $held } · قيد الاسترداد: { $refunding }
admin-card-purchases = <b>المدفوعات</b>
admin-card-none = لا شيء
admin-card-subscription =
    <b>الاشتراك</b>
    كل 30 يومًا { $credits } مقابل { $stars } ⭐، { $state ->
        [active] مدفوع حتى ‎{ $until }
        [failed] تعذّرت الدفعة الأخيرة، مدفوع حتى ‎{ $until }
       *[cancelled] ملغى، ويستمر حتى ‎{ $until }
    }
admin-card-orders = <b>آخر الطلبات</b>
admin-card-order =
    ‏‎{ $date }‏ · ‏{ $model }‏ · { $price } · { $progress ->
        [queued] ينتظر دوره
        [published] لدى برامج worker
        [submitted] قيد الإنشاء
        [ready] قيد الإرسال
        [delivered] وصل
        [failed] تعذّر إنشاؤه
        [cancelled] ملغى
       *[undeliverable] تعذّر تسليمه
    }
admin-card-entries = <b>آخر القيود</b>، والأوقات بتوقيت UTC
button-admin-block = 🚫 حظر
button-admin-unblock = ✅ إلغاء الحظر
button-admin-write = 💬 مراسلة
button-admin-grant = ➕ منح نقاط
button-admin-debit = ➖ سحب نقاط
button-admin-ledger = 📒 القيود
button-admin-another = 🔎 مستخدم آخر
button-admin-person = 👤 بطاقته
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] المستخدم { $user } محظور الآن، وقد أُبلغ بذلك. طلباته الجارية تُنشأ رغم ذلك، واشتراكه يستمر إلى أن يلغيه.
               *[unblocked] أُلغي حظر المستخدم { $user }، وقد أُبلغ بذلك.
            }
        [already]
            { $to ->
                [blocked] المستخدم { $user } محظور بالفعل.
               *[unblocked] المستخدم { $user } غير محظور.
            }
        [operator] لا يمكن حظر المشغّلين. أزله من الإعدادات أولًا.
       *[unknown] لم يسبق للمستخدم { $user } أن راسل هذا البوت.
    }
admin-ask-grant = كم نقطة تُمنح للمستخدم { $user }، ولماذا؟ مثلًا: <code>5 نعتذر عن التأخير</code>
admin-ask-debit = كم نقطة أسحب من المستخدم { $user }، ولماذا؟ مثلًا: <code>5 مُنحت بالخطأ</code>
admin-amount-unclear = اكتب من فضلك عددًا وسببًا، مثل <code>5 نعتذر عن التأخير</code>، أو اضغط «إلغاء».
admin-ask-message = ماذا أكتب إلى المستخدم { $user }؟ ستصله الرسالة باسم فريقنا، من دون اسمك.
admin-needs-words = أرسلها نصًا من فضلك؛ لا أستطيع تمرير الصور أو الملفات.
admin-message-sent = رسالتك في طريقها إلى المستخدم { $user }.

## Orders

admin-orders =
    { $list ->
        [stuck] <b>طلبات عالقة</b>: لم تتحرك منذ أكثر من { $minutes ->
            [one] دقيقة
            [two] دقيقتين
            [few] { $minutes } دقائق
           *[other] { $minutes } دقيقة
        }، والأقدم أولًا.
       *[failed] <b>طلبات فاشلة</b> خلال آخر { $days ->
            [one] يوم
            [two] يومين
            [few] { $days } أيام
            [many] { $days } يومًا
           *[other] { $days } يوم
        }، والأحدث أولًا.
    }{ $orders ->
        [0] { " " }لا يوجد أي منها.
       *[other] { "" }
    }
admin-orders-legend =
    👤 المستخدم{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 إعادة المحاولة · 🗑 إزالة من هذه القائمة
       *[owner] { " " }· 🔁 إعادة المحاولة · ↩️ إعادة النقاط · 🗑 إزالة من هذه القائمة
    }
admin-order-line =
    ‏{ $number }. <b>{ $model }</b>‏ · { $price } · المستخدم { $user }
    { $progress ->
        [queued] ينتظر دوره
        [published] لدى برامج worker، ولم يصل بعد إلى KIE.ai‏
        [submitted] قيد الإنشاء لدى KIE.ai‏
        [ready] أُنشئ ولم يُسلَّم
        [not-fetched] أُنشئ، لكن تعذّر الوصول إلى المستخدم طوال مدة حفظه، وقد دُفع ثمنه
        [undeliverable] أُنشئ، لكن تعذّر إرساله؛ عادت إليه نقاطه
       *[failed]
            تعذّر إنشاؤه، وعادت إليه نقاطه: { $reason ->
                [policy] رُفض بسبب قواعد المحتوى لدى النموذج
                [refused] لم يقبله النموذج
                [image] تعذّر استخدام الصورة
                [image_gone] لم تعد الصورة موجودة لدى تيليجرام
                [sound] لم يجد النموذج أي صوت في الوصف
                [expired] طال انتظاره كثيرًا
                [timeout] استغرق وقتًا طويلًا؛ وإن وصل الفيديو متأخرًا فهو مجاني
                [unknown] لا يُعرف إن كانت KIE.ai قد استلمته؛ وإن وصل الفيديو متأخرًا فهو مجاني
               *[provider] تعثّرت KIE.ai‏
            }
    }، منذ ‎{ $since } UTC‏ ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } د
admin-age-hours = { $count } س
admin-age-days =
    { $count ->
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] تُسأل برامج worker مجددًا عما حدث للطلب. لا يُشترى شيء مرتين؛ وإن كان هناك فيديو فسيُسلَّم.
        [sent] أعيد إرسال الفيديو الآن.
        [placed] أُعيد الطلب بنقاط المستخدم، وقد أُبلغ بذلك.
        [tried-already] تم ذلك بالفعل.
        [ordered-by-person] أعاد المستخدم الطلب بنفسه منذ ذلك الحين.
        [waits] الطلب ينتظر دوره؛ لا شيء يمكن تجربته بعد.
        [refused] سيُرفض الطلب مجددًا: على المستخدم أن يغيّره أولًا.
        [ended] انتهى الطلب، فلا يمكن إعادة محاولته.
        [person-blocked] هذا المستخدم محظور. ألغِ حظره أولًا.
        [not-enough] لم تعد نقاط المستخدم تكفي لهذا الطلب.
        [too-many] بلغ المستخدم حده من الطلبات حاليًا. حاول مجددًا لاحقًا.
        [model-gone] لم يعد نموذجه متاحًا.
        [forgotten] حُذف وصفه، فلا يمكن طلبه مجددًا.
        [paused] لا تقبل KIE.ai الطلبات حاليًا. حاول مجددًا لاحقًا.
        [given-back] تم: عادت إلى المستخدم نقاطه، وقد أُبلغ بذلك.
        [given-back-already] عادت إلى المستخدم نقاطه بالفعل.
        [delivered] وصل الفيديو إلى المستخدم. إن أردت منحه نقاطًا رغم ذلك، فاستخدم ➕ في بطاقته.
        [dropped] أُزيل من هذه القائمة إلى أن يتحرك.
       *[dropped-already] أُزيل من القائمة بالفعل.
    }

## Stats

admin-now =
    <b>الآن</b>، ‎{ $at } UTC
    <b>آخر 24 ساعة</b>
    الطلبات: { $ordered }، وصل منها { $delivered } وتعذّر { $failed }
    النجوم: المدفوع { $paid } ⭐، والمُعاد { $returned } ⭐
    <b>الآن</b>
    في قائمة الانتظار: { $queued }، قيد الإنشاء: { $rendering }، قيد الإرسال: { $ready }، عالقة: { $stuck }
    طلبات استرداد تنتظر القرار: { $refunds }، الاشتراكات: { $subscriptions }، المحظورون: { $blocked }
button-admin-refresh = 🔄 تحديث
