# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>Для операторов</b>
    { $role ->
        [owner] Вы владелец: вам можно всё.
        [support] Вы в поддержке: отвечаете людям, блокируете их и отправляете заказы на новую попытку. Кредиты и звёзды — дело владельцев.
       *[viewer] Вы наблюдатель: видите всё и ничего не меняете.
    }
button-admin-menu = ◀️ Меню
button-admin-people = 👤 Люди
button-admin-stuck = ⏳ Зависшие заказы
button-admin-failed = ⚠️ Неудачные заказы
button-admin-models = 🎬 Модели
button-admin-stats = 📊 Статистика
button-admin-now = 🩺 Сейчас
button-admin-shop = 🛒 Магазин
button-admin-promos = 🎟 Промокоды
button-admin-broadcast = 📣 Рассылка
admin-cancelled = Хорошо, ничего не сделано.
admin-too-long =
    Слишком длинно: напишите не больше { $max ->
        [one] { $max } символа
       *[other] { $max } символов
    } или нажмите «Отмена».

## People

admin-ask-person =
    <b>Кого показать?</b>
    Пришлите ID пользователя в Telegram, покупку (<code>123456#2</code> или ID транзакции из чека), запрос об оплате (<code>#7</code>) или заказ. Можно и переслать сообщение этого человека.
admin-person-not-found = По <code>{ $word }</code> никого не нашлось. Проверьте или пришлите что-то другое: ID пользователя, покупку, ID транзакции, запрос об оплате, например <code>#7</code>, или пересланное сообщение. Только что пришедший платёж появится после /reconcile.
admin-account-hidden = Telegram не говорит, кто это написал: этот человек скрывает свой аккаунт при пересылке. Попросите у него ID транзакции из чека и пришлите мне.
admin-card =
    <b>Пользователь { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 заблокирован с { $blocked }
    }{ $away ->
        [yes] { " " }· недоступен: он заблокировал бота
       *[no] { "" }
    }
    Здесь с { $since }, язык: { $language }
    Баланс: { $available } · в резерве: { $held } · возвращается: { $refunding }
admin-card-purchases = <b>Платежи</b>
admin-card-none = нет
admin-card-subscription =
    <b>Подписка</b>
    { $credits } каждые 30 дней за { $stars } ⭐, { $state ->
        [active] оплачена до { $until }
        [failed] последний платёж не прошёл, оплачена до { $until }
       *[cancelled] отменена, действует до { $until }
    }
admin-card-orders = <b>Последние заказы</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] ждёт своей очереди
        [published] у воркеров
        [submitted] в работе
        [ready] отправляется
        [delivered] доставлено
        [failed] не получилось
        [cancelled] отменено
       *[undeliverable] доставить не удалось
    }
admin-card-entries = <b>Последние записи</b>, время UTC
button-admin-block = 🚫 Заблокировать
button-admin-unblock = ✅ Разблокировать
button-admin-write = 💬 Написать
button-admin-grant = ➕ Начислить кредиты
button-admin-debit = ➖ Списать кредиты
button-admin-ledger = 📒 Записи
button-admin-another = 🔎 Другой человек
button-admin-person = 👤 Карточка
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] Пользователь { $user } заблокирован, ему сообщили. Заказы в работе будут сделаны; подписка действует, пока он её не отменит.
               *[unblocked] Пользователь { $user } разблокирован, ему сообщили.
            }
        [already]
            { $to ->
                [blocked] Пользователь { $user } уже заблокирован.
               *[unblocked] Пользователь { $user } не заблокирован.
            }
        [operator] Оператора заблокировать нельзя. Сначала уберите его из настроек.
       *[unknown] Пользователь { $user } никогда не писал этому боту.
    }
admin-ask-grant = Сколько кредитов начислить пользователю { $user } и почему? Например: <code>5 извините за ожидание</code>
admin-ask-debit = Сколько кредитов списать у пользователя { $user } и почему? Например: <code>5 начислено по ошибке</code>
admin-amount-unclear = Напишите число и причину, например <code>5 извините за ожидание</code>, или нажмите «Отмена».
admin-ask-message = Что написать пользователю { $user }? Он прочтёт это как сообщение от нашей команды, без вашего имени.
admin-needs-words = Пришлите, пожалуйста, текст: фото и файлы я передать не могу.
admin-message-sent = Сообщение отправляется пользователю { $user }.

## Orders

admin-orders =
    { $list ->
        [stuck]
            <b>Зависшие заказы</b>: не двигаются дольше { $minutes ->
                [one] { $minutes } минуты
               *[other] { $minutes } минут
            }, сначала самые давние.
       *[failed]
            <b>Неудачные заказы</b> за { $days ->
                [one] { $days } день
                [few] { $days } дня
                [many] { $days } дней
               *[other] { $days } дня
            }, сначала новые.
    }{ $orders ->
        [0] { " " }Таких нет.
       *[other] { "" }
    }
admin-orders-legend =
    👤 пользователь{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 попробовать ещё раз · 🗑 убрать из списка
       *[owner] { " " }· 🔁 попробовать ещё раз · ↩️ вернуть кредиты · 🗑 убрать из списка
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · пользователь { $user }
    { $progress ->
        [queued] Ждёт своей очереди
        [published] У воркеров, до KIE.ai ещё не дошло
        [submitted] KIE.ai делает видео
        [ready] Готово, но не доставлено
        [not-fetched] Готово, но пользователь был недоступен всё время, пока видео хранилось; оно оплачено
        [undeliverable] Готово, но отправить не удалось; кредиты вернулись
       *[failed]
            Не получилось, кредиты вернулись: { $reason ->
                [policy] модель отклонила из-за своих правил о контенте
                [refused] модель не смогла принять заказ
                [image] фото не подошло
                [image_gone] в Telegram больше нет этого фото
                [sound] модель не нашла звука в промпте
                [expired] слишком долго ждало
                [timeout] слишком долго делалось; если видео придёт, оно бесплатное
                [unknown] неизвестно, принял ли его KIE.ai; если видео придёт, оно бесплатное
               *[provider] сбой на KIE.ai
            }
    }, с { $since } UTC ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } мин
admin-age-hours = { $count } ч
admin-age-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
        [many] { $count } дней
       *[other] { $count } дня
    }
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] Снова спрашиваю воркеров, что с ним стало. Второй раз ничего не покупается; если видео есть, оно придёт.
        [sent] Отправляю видео ещё раз.
        [placed] Заказано ещё раз, за кредиты пользователя. Ему сообщили.
        [tried-already] Это уже сделано.
        [ordered-by-person] Пользователь с тех пор уже заказал это сам.
        [waits] Заказ ждёт своей очереди; пробовать пока нечего.
        [refused] Его отклонят снова: сначала пользователь должен что-то изменить.
        [ended] Он завершён, повторить его нельзя.
        [person-blocked] Этот пользователь заблокирован. Сначала разблокируйте его.
        [not-enough] Пользователю уже не хватает на это кредитов.
        [too-many] У пользователя пока предел заказов. Попробуйте позже.
        [model-gone] Эта модель больше недоступна.
        [forgotten] Его промпт удалён, поэтому заказать ещё раз нельзя.
        [paused] KIE.ai сейчас не принимает заказы. Попробуйте позже.
        [given-back] Готово: кредиты вернулись, пользователю сообщили.
        [given-back-already] Кредиты уже вернулись.
        [delivered] Видео у пользователя. Если всё же нужны кредиты, нажмите ➕ в его карточке.
        [dropped] Убрано из списка, пока заказ не сдвинется с места.
       *[dropped-already] Его уже нет в списке.
    }

## Stats

admin-now =
    <b>Сейчас</b>, { $at } UTC
    <b>За 24 часа</b>
    Заказов: { $ordered }, из них доставлено: { $delivered }, не получилось: { $failed }
    Звёзды: оплачено { $paid } ⭐, возвращено { $returned } ⭐
    <b>Сейчас</b>
    В очереди: { $queued }, в работе: { $rendering }, отправляется: { $ready }, зависло: { $stuck }
    Возвратов ждут решения: { $refunds }, подписок: { $subscriptions }, заблокировано людей: { $blocked }
button-admin-refresh = 🔄 Обновить
