# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 У нас технические работы, поэтому с новыми заказами придётся немного подождать. Видео в работе всё равно придут, а ваши кредиты в безопасности. Попробуйте, пожалуйста, чуть позже!

operators-shop =
    <b>Магазин</b>
    📦 Пакеты: { $packs }
    📅 Подписка: { $subscription }
    🎁 За первую покупку: { $first } · за первое сообщение: { $welcome }
operators-shop-pack = { $credits } за { $stars } ⭐
operators-shop-no-subscription = нет
operators-shop-as-files = Всё так, как указано в настройках и каталоге.
operators-shop-decided =
    <b>Изменено здесь</b>, поверх настроек и каталога:
    { $lines }
operators-shop-line = • { $name }: <code>{ $value }</code> вместо <code>{ $files }</code>, оператор { $operator }, с { $at } UTC
operators-shop-price-name = { $model }, надбавка в кредитах за видео
operators-shop-closed = 🚧 <b>Идут технические работы</b> с { $at } UTC, оператор { $operator }: заказывать и покупать могут только операторы.

operators-shop-prices =
    <b>Цены</b> в кредитах за видео и сколько от них самое меньшее остаётся после оплаты KIE.ai:
    { $lines }
    Нажмите на модель, чтобы сделать её дороже или дешевле.
operators-shop-prices-line =
    • { $model }: { $range }, остаётся { $margin } %{ $changed ->
        [yes] { " " }({ $adjustment })
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>, кредиты за видео, в том числе за продолжения:
    По каталогу: { $files }
    Действует ({ $now }): { $current }
    Предлагается ({ $next }): { $proposed }
operators-shop-price-range = { $range }, остаётся не меньше { $margin } %
operators-shop-below =
    ⚠️ { $count ->
        [one] { $count } цена оставляет
        [few] { $count } цены оставляют
        [many] { $count } цен оставляют
       *[other] { $count } цены оставляют
    } меньше { $margin } % — вашего MARGIN_PERCENT_MIN.

operators-shop-packs =
    <b>Пакеты и подписка</b>
    { $lines }
operators-shop-bonuses =
    <b>Бонусы</b>
    { $lines }
operators-shop-term = { $term }: <code>{ $value }</code>
operators-shop-ask =
    Сейчас <b>{ $term }</b> — <code>{ $value }</code>. Пришлите новое значение, { $term ->
        [PACKS] как в настройках: кредиты, а бонус после плюса, например <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] кредиты и звёзды, например <code>20 1500</code>, или <code>0</code>, чтобы подписки не было
       *[other] целое число
    }. Прежде чем оно начнёт действовать, я покажу, что из этого выйдет. /cancel оставит всё как есть.
operators-shop-proposed = <b>{ $term }</b>: <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 Пакеты: { $packs }
    📅 Подписка: { $subscription }
operators-shop-prices-follow =
    Цены станут такими, в кредитах за видео:
    { $lines }
operators-shop-prices-follow-line = • { $model }: { $before } → { $after }
operators-shop-promise = Никто не заплатит больше, чем ему показали: открытая карточка переспросит, а счёт за последний час остаётся в силе.
operators-shop-same = <b>{ $term }</b> уже <code>{ $value }</code>. Пришлите другое значение или /cancel.
operators-shop-wrong = Так не получится: { $problem }. Пришлите ещё раз или отправьте /cancel.
operators-shop-done = ✅ Действует: { $name } — <code>{ $value }</code>.
operators-shop-already = Так уже и есть.
operators-shop-cancelled = Хорошо, ничего не изменилось.

operators-maintenance =
    { $state ->
        [on] 🚧 <b>Идут технические работы</b>: заказывать и покупать могут только операторы. Видео в работе всё равно приходят, а за поступившие платежи начисляются кредиты. Люди читают:
       *[off] Технические работы выключены. Пока они включены, заказывать и покупать могут только операторы; видео в работе всё равно приходят. Люди читали бы:
    }
    <blockquote>{ $words }</blockquote>
    Другой текст: <code>/maintenance on Вернёмся в 18:00.</code>
operators-maintenance-over = ✅ Технические работы выключены. Все снова могут заказывать и покупать, в том числе из открытых карточек.
operators-maintenance-already =
    { $state ->
        [on] Технические работы уже включены, с тем же текстом.
       *[off] Технические работы уже выключены.
    }
operators-maintenance-wrong = Так не получится: { $problem }. Ничего не изменилось.
operators-maintenance-card = 🚧 Идут технические работы. Вы можете заказывать, потому что вы оператор.
operators-usage-maintenance = Напишите <code>/maintenance on</code> и, если хотите, текст для людей после него, или <code>/maintenance off</code>.

button-shop-prices = 💰 Цены
button-shop-packs = 📦 Пакеты
button-shop-bonuses = 🎁 Бонусы
button-shop-maintenance = 🚧 Технические работы
button-shop-back = ‹ Магазин
button-shop-back-prices = ‹ Цены
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }: как в настройках
button-shop-to-catalogue = ↩️ Как в каталоге
button-shop-apply = ✅ Применить
button-shop-close = 🚧 Включить
button-shop-open = ✅ Выключить
