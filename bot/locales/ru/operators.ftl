# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    Ваша роль этого не позволяет: попросите { $needs ->
        [owner] владельца (ADMIN_IDS).
        [support] поддержку (SUPPORT_IDS) или владельца (ADMIN_IDS).
       *[viewer] владельца (ADMIN_IDS) добавить вас в VIEWER_IDS.
    }

## News

operators-provider-blocked = ⚠️ KIE.ai не принимает заказы: { $reason ->
    [out_of_funds] на счёте закончились кредиты. Пополните его на kie.ai.
    [unauthorized] ключ неверный, или ему не хватает прав. Проверьте KIE_AI_API_KEY или KIE_AI_API_KEYS.
    [unreachable] ни один воркер не получает от него ответа. Адрес и причина есть в логе воркеров: проверьте KIE_API_URL и их сеть.
   *[key_limit] ключ исчерпал собственный лимит расходов. Поднимите его на kie.ai.
    }
    Приём заказов приостановлен; те, что в очереди, ждут.
operators-key-left-out = ⚠️ KIE.ai не принимает заказы по ключу <b>{ $key }</b>: { $reason ->
    [out_of_funds] на его счёте закончились кредиты. Пополните его на kie.ai.
    [unauthorized] он неверный, или ему не хватает прав. Проверьте его в KIE_AI_API_KEYS.
    [unreachable] на него не приходит ответ. Причина есть в логе воркеров.
   *[key_limit] он исчерпал собственный лимит расходов. Поднимите его на kie.ai.
    }
    До тех пор он не используется; его долю берут на себя другие ключи.
operators-key-back = ✅ KIE.ai снова принимает заказы по ключу <b>{ $key }</b>.
operators-key-missing = ⚠️ Заказам нужен ключ <b>{ $key }</b>, которого нет в KIE_AI_API_KEYS: по нему сделаны их видео или видео, которые они продолжают, а другим ключам они не видны. Заказы ждут, и в конце концов кредиты вернутся людям. Верните ключ с весом 0 (<code>{ $key }:0=…</code>), перезапустите воркеры и уберите его, когда его заказы завершатся.
operators-balance-low = ⚠️ Баланса на KIE.ai не хватает на видео, которые там стоят больше { $credits ->
    [one] { $credits } кредита
   *[other] { $credits } кредитов
}. Пока вы не пополните его на kie.ai, не предлагаются: { $models }.
operators-provider-ok = ✅ KIE.ai снова принимает заказы.
operators-video-not-delivered = ⚠️ Готовое видео не дошло до пользователя { $user } (задание <code>{ $job }</code>). Ему сообщили об этом, кредиты вернулись. { $why ->
    [no-video] Там, где оно должно быть по словам KIE.ai, видео нет, хотя запрос был отправлен дважды: { $detail }. Если это продолжится, спросите KIE.ai об их файловом сервере и отключите модель через MODELS_OFF.
    [too-large] Для Telegram оно слишком большое, а BOT_URL людям недоступен. Укажите в WEBHOOK_URL публичный адрес, и такие видео будут уходить ссылками.
    [overdue] Пока оно хранилось, отправить его так и не удалось. Найдите задание в логе: всё это время подводил файловый сервер, диск (VIDEOS_MEGABYTES_MAX) или Telegram.
   *[not-taken] Telegram не принимает его ни в каком виде: { $detail }. Найдите задание в логе.
    }
operators-videos-are-late = ⚠️ Готовые видео ждут отправки больше часа, и дело не в получателях: поищите в логе «a video could not be read», «a video cannot be kept» и «a video was not delivered». Я продолжаю пробовать; кредиты списываются, только когда видео приходит.
operators-foreign-payment = ⚠️ Пользователь { $user } оплатил счёт, который этот бот не выставлял: { $stars } ⭐ (платёж <code>{ $charge }</code>). Ничего не начислено. Может быть, базу данных заменили? Начислите кредиты или верните звёзды вручную.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] Другой процесс изменил адрес, на который Telegram отправляет обновления этого бота. Я вернул прежний. Две программы с одним BOT_TOKEN забирают обновления друг у друга: остановите другую или отзовите токен в @BotFather и укажите здесь новый.
    [conflict] Другой процесс запрашивает у Telegram обновления этого бота, поэтому сообщения людей теряются. Остановите его или отзовите токен в @BotFather и укажите здесь новый.
    [failing] Telegram не может передать обновления этому боту: { $words }. Я установил вебхук заново. Если не поможет, проверьте, что WEBHOOK_URL доступен из интернета и его сертификат действителен.
   *[behind] В Telegram копятся обновления (сейчас: { $words }), и люди ждут ответа. Проверьте, доступен ли WEBHOOK_URL, а также лог и диск бота.
    }
operators-connection-mended = ✅ Обновления из Telegram снова приходят; перебои были с { $since } до { $until } UTC. { $kind ->
    [unreachable] Telegram был недоступен. Сообщения ждали там, теперь на них приходят ответы.
    [token_refused] Telegram не узнавал токен бота. Сообщения ждали там, теперь на них приходят ответы.
    [taken] То, что забрал другой процесс, сюда не дошло. Отправьте /reconcile, чтобы сразу начислить кредиты за платежи, если они там были.
    [conflict] То, что забрал другой процесс, сюда не дошло. Отправьте /reconcile, чтобы сразу начислить кредиты за платежи, если они там были.
   *[other] Сообщения ждали в Telegram, теперь на них приходят ответы.
    }
operators-sale-refused = 🚨 Telegram отклоняет { $call ->
    [invoice] счета этого бота
    [subscription] подписки этого бота
   *[checkout] ответы этого бота при оплате
    }, поэтому никто не может купить кредиты: { $reason }. Проверьте платежи бота в @BotFather и ваши PACKS, STARS_PER_CREDIT и SUBSCRIPTION_STARS. Чтобы проверить покупку, нажмите на пакет в /buy.
operators-support-request = 🧾 Запрос об оплате № { $number }, <a href="tg://user?id={ $user }">пользователь { $user }</a>:
    <blockquote>{ $request }</blockquote>
    Ответьте: <code>/reply { $number } текст</code> — бот передаст.
operators-dead-letter = ⚠️ Что-то не удалось обработать и отложено: { $reason }. Посмотрите таблицу dead_letters и лог.
operators-unknown-jobs = ⚠️ Воркеры сообщают о заказах, которых нет в этой базе данных: { $orders ->
    [one] { $orders } заказ
    [few] { $orders } заказа
    [many] { $orders } заказов
   *[other] { $orders } заказа
    }. Если база восстановлена из копии, их сделали после копии: в чатах навсегда осталось «видео в работе», а кредитов за них нет в учёте. Они в таблице unknown_jobs; кто обратится, тому верните кредиты через /grant. Если не восстановлена, проверьте DATA_DIR и не пользуется ли теми же воркерами другой бот.
operators-put-back = ℹ️ Эта база данных восстановлена из копии. { $orders ->
    [0] Заказов в ожидании нет.
    [one] В ожидании { $orders } заказ: сначала спрашиваем о нём воркеров и только потом что-то покупаем.
    [few] В ожидании { $orders } заказа: сначала спрашиваем о них воркеров и только потом что-то покупаем.
    [many] В ожидании { $orders } заказов: сначала спрашиваем о них воркеров и только потом что-то покупаем.
   *[other] В ожидании { $orders } заказа: сначала спрашиваем о них воркеров и только потом что-то покупаем.
    } Отправьте /reconcile, чтобы найти платежи, которые пришли после копии. Заказы, сделанные после неё, здесь неизвестны; если о таком спросят, верните кредиты через /grant.

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }): цена в кредитах KIE.ai — { $cost }, а в каталоге — { $listed }. Так вышло у { $off } из последних { $of } таких видео. { $step ->
    [switched-off] Я отключил модель. Исправьте её цену в CATALOG_FILE, перезапустите бота и воркеры и верните её через <code>/models on { $id }</code>.
    [is-last] Она остаётся в меню, потому что она там последняя. Исправьте её цену в CATALOG_FILE и перезапустите бота и воркеры.
   *[told] Исправьте её цену в CATALOG_FILE и перезапустите бота и воркеры, а пока можно отключить её через <code>/models off { $id }</code>.
    }
operators-price-list-differs = 🏷 В прайс-листе KIE.ai нет этих цен из каталога:
    { $lines }
    Сверьте их с kie.ai/pricing, исправьте CATALOG_FILE и перезапустите бота и воркеры; <code>bot check-catalogue</code> покажет, сколько остаётся от каждой цены.
operators-price-list-line = • <b>{ $model }</b> ({ $combination }): здесь { $listed }, там { $price } по строке «{ $row }»
operators-model-failing = ⚠️ <b>{ $model }</b>: неудач подряд на KIE.ai — { $failures }. Тех, кто выбирает эту модель, бот предупреждает, а за неудавшееся видео никто не платит. Если это продолжится, отключите её через <code>/models off { $id }</code>.
operators-model-mended = ✅ <b>{ $model }</b>: { $made ->
    [yes] видео снова получилось, после неудач с { $since } UTC.
   *[no] за сутки ни одной неудачи. Неудачи шли одна за другой с { $since } UTC; с тех пор видео с этой моделью никто не делал.
    }
operators-models = <b>Модели</b>
    { $lines }
    Чтобы переключить модель: <code>/models off id</code> или <code>/models on id</code>.
operators-models-line = • <code>{ $id }</code> { $model }: { $state ->
    [setting] отключена через MODELS_OFF или в каталоге
    [operator] отключена оператором
    [price-watch] отключена, потому что стоит больше, чем указано в каталоге
   *[on] включена
    }{ $fails ->
    [yes] , часто не срабатывает
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] Готово: модель <code>{ $id }</code> { $to ->
        [off] отключена. Уже заказанное будет сделано.
       *[on] включена. Её можно заказывать.
    }
    [already] Модель <code>{ $id }</code> уже { $to ->
        [off] отключена.
       *[on] включена.
    }
    [last] <code>{ $id }</code> — последняя модель в меню, поэтому она остаётся включённой. Чтобы ничего не продавать, остановите бота.
    [off-by-setting] Модель <code>{ $id }</code> отключена через MODELS_OFF или в каталоге. Измените это и перезапустите бота.
   *[unknown] Модели <code>{ $id }</code> нет. Все модели показывает /models.
    }
operators-usage-models = Напишите <code>/models</code>, чтобы увидеть список, или <code>/models off id</code> и <code>/models on id</code>.

## Refunds

operators-refund-wanted =
    🙋 <a href="tg://user?id={ $user }">Пользователь { $user }</a> просит вернуть покупку { $purchase }: { $credits } за { $stars } ⭐ · { $date }. { $because ->
        [too-late] Для возврата без запроса она слишком старая.
        [gift-opened] Это подарок, который кто-то открыл. Если одобрить, остаток подарка спишется у открывшего.
        [refused] Telegram уже отклонял этот возврат.
       *[spent] Часть её кредитов потрачена или в резерве.
    }
    Если одобрить, звёзды вернутся покупателю, а оставшиеся кредиты спишутся. См. /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = У пользователя { $user } часть этой покупки в резерве под текущие заказы: { $held }. Решите, пожалуйста, когда они завершатся: до тех пор неизвестно, сколько потрачено.
operators-refund-approved = ✅ Одобрено: { $stars } ⭐ за { $foreign ->
    [yes] этот платёж
   *[no] покупку { $purchase }
    } возвращаются пользователю { $user }; в резерве для этого: { $taken }. Если Telegram откажет, я сообщу.
operators-refund-declined = ❌ Отказано: покупка { $purchase } ({ $stars } ⭐). Покупателю сообщили.
operators-refund-decided = { $eligibility ->
    [under-way] Возврат уже в пути.
    [returned] Уже возвращено.
    [declined] В этом возврате уже отказано.
   *[other] Этот возврат больше никто не запрашивает.
    }
operators-refund-refused = ⚠️ Telegram отказался вернуть { $stars } ⭐ пользователю { $user }: { $reason }. { $credits ->
    [0] Кредитов в резерве для этого не было.
   *[other] Кредиты возвращены.
    } Если у бота мало звёзд, дождитесь новых и отправьте
    <code>/refund { $charge } причина</code>
operators-purchase-unknown = Покупки <code>{ $which }</code> нет. Возьмите её номер из /ledger с ID пользователя, например <code>123456#2</code> для второй покупки пользователя 123456, или ID транзакции из чека покупателя. Только что пришедший платёж появится после /reconcile.

## People's credits

operators-credits-moved = Готово. Теперь баланс пользователя { $user }: { $balance }. Ему сообщили.
operators-has-less = Баланс пользователя { $user }: всего { $balance }. Ничего не списано.
operators-person-unknown = Пользователь { $user } никогда не писал этому боту.
operators-account = <b>Пользователь { $user }</b>: доступно { $available }, в резерве { $held }, возвращается { $refunding }.
operators-account-purchase =
    Покупка <code>{ $purchase }</code>: { $credits } за { $stars } ⭐ · { $date }, осталось { $left }{ $gift ->
        [none] { "" }
        [waiting] , подарок, ещё не открыт
        [refunding] , подарок, не открыт
        [returned] , подарок, не был открыт
        [kept] , подарок, который вовремя никто не открыл
       *[opened] , подарок, открыт
    }{ $eligibility ->
        [asked] , возврат запрошен
        [declined] , в возврате отказано
        [refused] , Telegram отклонил возврат
        [under-way] , возврат в пути
        [returned] , возвращено
       *[other] { "" }
    }
operators-account-entries = Записи, сначала новые, время UTC, страница { $page } из { $pages }:
operators-entry =
    { $at } · { $credits } · { $cause ->
        [pay] куплено, { $purchase }
        [bonus] бонус к { $purchase }
        [first] бонус за первую покупку
        [welcome] приветственные кредиты
        [invited] бонус за приход по приглашению
        [inviter] бонус за приглашённого друга
        [inviter-back] списано: покупку приглашённого друга вернули
        [promo] промокод
        [gift-out] отдано: подарок { $purchase } открыли
        [gift-in] открыт подарок, { $purchase }
        [gift-kept] оставлено себе: подарок { $purchase } никто не открыл
        [gift-back] списано: звёзды за подарок { $purchase } вернулись
        [grant] начислено
        [debit] списано
        [hold] в резерв для заказа <code>{ $job }</code>
        [capture] потрачено на заказ <code>{ $job }</code>
        [release] возвращено с заказа <code>{ $job }</code>
        [give-back] возвращено за заказ <code>{ $job }</code>, уже оплаченный
        [refund-hold] в резерв для возврата { $purchase }
        [refund-undo] возвращено: Telegram отклонил возврат { $purchase }
       *[revoke]
            { $held ->
                [yes] ушло с возвратом { $purchase }
               *[no] списано: звёзды за { $purchase } вернулись без нас
            }
    }
operators-entry-by = {""} · оператор { $operator }: { $reason }
operators-too-many-credits = Одной командой можно изменить баланс не больше чем на { $most }. Ничего не сделано.
operators-help = <b>Для операторов</b>
operators-help-line = /{ $command } · { $about }
command-admin = Люди, заказы, модели и цифры
command-grant = Начислить кредиты: пользователь, кредиты, причина
command-debit = Списать кредиты: пользователь, кредиты, причина
command-ledger = Баланс и записи пользователя
command-refund = Вернуть звёзды: пользователь#номер или ID транзакции, причина
command-reply = Ответить на запрос об оплате: номер, текст
command-reconcile = Сверить со списком звёзд Telegram сейчас
command-models = Модели в меню; off id убирает модель из него
command-promo = Промокоды; код кредиты люди дни создаёт новый
command-broadcast = Отправить сообщение всем или некоторым
command-stats = Как идут дела; daily on присылает это каждое утро
command-shop = Цены, пакеты, бонусы
command-maintenance = Заказывать могут только операторы: on или off, следом текст для людей
operators-usage-grant = Напишите <code>/grant пользователь кредиты причина</code>, например <code>/grant 123456 5 извините за ожидание</code>
operators-usage-debit = Напишите <code>/debit пользователь кредиты причина</code>, например <code>/debit 123456 5 начислено по ошибке</code>
operators-usage-ledger = Напишите <code>/ledger пользователь</code>, например <code>/ledger 123456</code>, а для более старых записей добавьте номер страницы.
operators-usage-refund = Напишите <code>/refund пользователь#номер причина</code>, как показывает /ledger, например <code>/refund 123456#2 видео так и не пришло</code>; вместо покупки можно указать ID транзакции.
operators-usage-reply = Напишите <code>/reply номер текст</code>, например <code>/reply 3 Кредиты снова у вас, извините!</code>
operators-reply-sent = Ответ на запрос № { $number } отправляется пользователю { $user }.
operators-request-unknown = Запроса № { $number } нет.
operators-usage-reconcile = Напишите <code>/reconcile</code>

## Promo codes

operators-promos =
    <b>Промокоды</b>
    { $lines }
    Создать: <code>/promo код кредиты люди дни</code>, закончить: <code>/promo код off</code>.
operators-promos-line =
    • <code>{ $code }</code>: { $credits }, использован { $uses } из { $most }, { $state ->
        [open] действует до { $ends }
        [used-up] исчерпан
       *[ended] закончился { $ends }
    }
operators-promos-none = Промокодов пока нет. Создайте первый: <code>/promo код кредиты люди дни</code>, например <code>/promo SUMMER 2 100 30</code> — по 2 кредита для 100 человек в течение 30 дней.
operators-promo-made =
    ✅ <code>{ $code }</code> даёт { $credits } каждому из { $people ->
        [one] { $people } человека
       *[other] { $people } человек
    }, по одному разу, до { $ends }. Люди отправляют <code>/redeem { $code }</code> или открывают { $link }
operators-promo-taken = Промокод <code>{ $code }</code> уже есть или был. Ничего не изменилось; возьмите другое название.
operators-promo-off =
    { $outcome ->
        [ended] Готово: <code>{ $code }</code> больше никто не сможет использовать. Что люди уже получили, остаётся у них.
        [had-ended] <code>{ $code }</code> закончился ещё раньше.
       *[unknown] Промокода <code>{ $code }</code> нет. Все промокоды показывает /promo.
    }
operators-usage-promo = Напишите <code>/promo код кредиты люди дни</code>, например <code>/promo SUMMER 2 100 30</code>, или <code>/promo SUMMER off</code>, или <code>/promo</code>, чтобы увидеть список. В промокоде от 3 до 32 букв, цифр, дефисов или подчёркиваний; он даёт от 1 до 1000 кредитов, для 1–1000000 человек, на 1–3650 дней.

## Figures of the shop

operators-stats =
    <b>За { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }</b>
    ⭐ Оплачено звёзд: { $stars }{ $returned ->
        [0] { "" }
       *[other] , из них возвращено: { $returned }
    } · 🎬 заказано видео: { $orders } · 👤 новых людей: { $people }
    Удалось: { $success } · Маржа: { $margin } (USD: получено { $income }, ушло KIE.ai { $cost })
operators-stats-unreadable = Сейчас не получается прочитать цифры. Попробуйте через минуту; причина в журнале.
operators-stats-daily-on = Хорошо, буду присылать это каждый день в { $time } UTC. Нужен другой час? Напишите /stats daily on 7.
operators-stats-daily-off = Хорошо, сам больше присылать не буду.
operators-usage-stats = Напишите <code>/stats</code>, <code>/stats daily on</code>, <code>/stats daily on 7</code> для 7:00 UTC или <code>/stats daily off</code>.
button-stats-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
button-stats-daily-on = ⏰ Присылать каждое утро
button-stats-daily-off = 🔕 Не присылать по утрам
stats-image-title =
    За { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
stats-image-stars = Звёзды
stats-image-orders = Заказы
stats-image-people = Новые люди
stats-image-margin = Маржа
stats-image-stars-by-day = Звёзды по дням
stats-image-orders-by-day = Заказы по дням
stats-image-people-by-day = Новые люди по дням
stats-image-success-by-model = Удачные по моделям
stats-image-nothing = Пока ничего

## Broadcasts

operators-broadcast-ask = 📣 Пришлите сообщение, которое должны получить люди: текст с оформлением или одно фото или видео с подписью. Сначала вы его увидите и выберете, кому оно придёт; пока ничего не отправляется.
operators-broadcast-cannot = Такое я всем отправить не могу. Пришлите одно сообщение: текст или одно фото, видео, голосовое или файл с подписью. Альбомы не подойдут.
operators-broadcast-panel =
    👆 Вот что получат люди; каждый может отказаться от таких сообщений кнопкой под ним.
    
    Кому: { $to } · <b>{ $people ->
        [one] { $people } человек
        [few] { $people } человека
        [many] { $people } человек
       *[other] { $people } человека
    }</b>
    Те, кто выключил новости или заблокировал бота, не считаются. Выберите, кому отправить, а потом когда. Время UTC.
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] все языки
    }{ $days ->
        [0] { "" }
        [one] , были здесь за { $days } день
        [few] , были здесь за { $days } дня
        [many] , были здесь за { $days } дней
       *[other] , были здесь за { $days } дня
    }
operators-broadcast-ask-language = На каком языке говорят получатели? Те, у кого он стоит в Telegram, и те, кто выбрал его здесь:
operators-broadcast-ask-time = Когда отправить? Напишите время UTC, например <code>18:30</code> или <code>2027-12-24 09:00</code>, не дальше чем на 60 дней вперёд. Сейчас { $now }.
operators-broadcast-wrong-time = Это время уже прошло, или до него больше 60 дней. Выберите другое.
operators-broadcast-nobody = Так сообщение не получит никто. Выберите других людей.
operators-broadcast-not-sent = Хорошо, ничего не отправлено.
operators-broadcast-progress =
    📣 { $state ->
        [draft] Ещё не отправлено.
        [scheduled] Отправится { $at } UTC.
        [sending] Отправляется: { $percent } %
        [paused] На паузе: { $percent } %. Если продолжить, никто не получит его дважды.
        [done] Готово.
       *[cancelled] Отменено.
    }
    Кому: { $to } · { $people ->
        [one] { $people } человек
        [few] { $people } человека
        [many] { $people } человек
       *[other] { $people } человека
    }
    { $state ->
        [draft] { "" }
        [scheduled] Не удаляйте сообщение, которое вы мне прислали: я скопирую его из этого чата.
       *[other] ✅ получили: { $sent } · 🚫 заблокировали бота: { $blocked } · ⚠️ отклонил Telegram: { $failed }
    }
operators-broadcast-done =
    📣 Рассылка закончена. ✅ получили: { $sent } · 🚫 заблокировали бота: { $blocked } · ⚠️ отклонил Telegram: { $failed }{ $failed ->
        [0] .
       *[other] . Причины есть в логе.
    }
operators-broadcast-stopped =
    ⚠️ Рассылка на паузе: { $known ->
        [yes] Telegram отклоняет сообщение: { $reason }. Если исправить нельзя, отмените рассылку и отправьте другую.
       *[no] сообщения больше нет в этом чате, и скопировать его нельзя. Отмените рассылку и отправьте её ещё раз; чтобы не писать тем, кто уже получил, выберите других людей.
    }
button-broadcast-everybody = 👥 Все
button-broadcast-languages = 🌐 Один язык…
button-broadcast-all-languages = Все языки
button-broadcast-seen =
    { $days ->
        [one] Были за { $days } день
        [few] Были за { $days } дня
        [many] Были за { $days } дней
       *[other] Были за { $days } дня
    }
button-broadcast-now = 📣 Отправить: { $people }
button-broadcast-tomorrow = Завтра в { $time }
button-broadcast-hour = Через час
button-broadcast-time = Другое время…
button-broadcast-pause = ⏸ Пауза
button-broadcast-resume = ▶️ Продолжить
button-broadcast-cancel = ✖️ Отменить

## Telegram's list of Star transactions

operators-reconcile-begun = Читаю список транзакций Telegram…
operators-reconciled = ✅ Транзакций в списке: { $listed }, из них новых: { $new } (начислено с опозданием: { $credited }, отозвано: { $revoked }). Баланс: { $balance } ⭐. { $agrees ->
    [yes] Он совпадает со списком.
   *[no] Расхождение со списком: { $difference } ⭐.
    }
operators-not-reconciled = ⚠️ Не удалось прочитать список транзакций Telegram: { $reason }. Я попробую ещё раз сам.
operators-star-difference = { $agrees ->
    [yes] ✅ Баланс в Telegram ({ $balance } ⭐) снова совпадает со списком транзакций.
   *[no] ⚠️ Баланс в Telegram ({ $balance } ⭐) расходится со списком транзакций на { $difference } ⭐. Проверьте баланс бота в @BotFather.
    }
operators-payment-not-listed = ⚠️ За платёж <code>{ $charge }</code> пользователю { $user } начислены кредиты, но в списке Telegram его нет. Может быть, он поддельный? См. /ledger { $user }
operators-refund-not-listed = ⚠️ Возврат <code>{ $charge }</code> пользователю { $user } числится выполненным, но в списке Telegram его нет. См. /ledger { $user }
operators-older-payments = ℹ️ В списке Telegram есть платежи старше этой базы данных: { $count ->
    [one] { $count } платёж
    [few] { $count } платежа
    [many] { $count } платежей
   *[other] { $count } платежа
    } ({ $stars } ⭐). Они сохранены в таблице star_transactions и никому не начислены. Если их нужно начислить, верните прежнюю базу данных.
operators-unreadable-transaction = ⚠️ Транзакцию из списка Telegram не удаётся прочитать (<code>{ $id }</code>). Посмотрите лог и обновите Starreel.
operators-books-are-wrong = 🚨 Учёт не сходится. Запустите <code>bot audit</code>, чтобы увидеть строки, и остановите бота, если кредиты под угрозой:
    { $found }
