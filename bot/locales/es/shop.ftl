# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 Estamos en mantenimiento, así que los pedidos nuevos esperan un poco. Los videos en marcha llegan igual y tus créditos están a salvo. ¡Inténtalo dentro de un rato!

operators-shop =
    <b>La tienda</b>
    📦 Paquetes: { $packs }
    📅 Suscripción: { $subscription }
    🎁 Primera compra: { $first } · primer mensaje: { $welcome }
operators-shop-pack = { $credits } por { $stars } ⭐
operators-shop-no-subscription = ninguna
operators-shop-as-files = Todo está como dicen tus ajustes y el catálogo.
operators-shop-decided =
    <b>Cambiado aquí</b>, por encima de tus ajustes y del catálogo:
    { $lines }
operators-shop-line = • { $name }: <code>{ $value }</code> en lugar de <code>{ $files }</code>, por el operador { $operator } desde { $at } UTC
operators-shop-price-name = { $model }, créditos de más por cada video
operators-shop-closed = 🚧 <b>El modo de mantenimiento está activado</b> desde { $at } UTC, por el operador { $operator }: solo los operadores pueden pedir y comprar.

operators-shop-prices =
    <b>Precios</b>, en créditos por video, y lo mínimo que queda de ellos después de pagar a KIE.ai:
    { $lines }
    Toca un modelo para subir o bajar su precio.
operators-shop-prices-line =
    • { $model }: { $range }, queda { $margin } %{ $changed ->
        [yes] { " " }({ $adjustment })
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>, créditos por video, también para las continuaciones:
    Según el catálogo: { $files }
    En vigor ({ $now }): { $current }
    Propuesta ({ $next }): { $proposed }
operators-shop-price-range = { $range }, queda al menos { $margin } %
operators-shop-below =
    ⚠️ { $count ->
        [one] Un precio deja
       *[other] { $count } precios dejan
    } menos de { $margin } %, tu MARGIN_PERCENT_MIN.

operators-shop-packs =
    <b>Paquetes y suscripción</b>
    { $lines }
operators-shop-bonuses =
    <b>Bonos</b>
    { $lines }
operators-shop-term = { $term }: <code>{ $value }</code>
operators-shop-ask =
    <b>{ $term }</b> es <code>{ $value }</code>. Envíame el nuevo valor, { $term ->
        [PACKS] como en los ajustes: créditos, con el bono después del más, por ejemplo <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] créditos y Estrellas, por ejemplo <code>20 1500</code>, o <code>0</code> para ninguna
       *[other] un número entero
    }. Te muestro qué cambia antes de que valga. /cancel lo deja como está.
operators-shop-proposed = <b>{ $term }</b>: <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 Paquetes: { $packs }
    📅 Suscripción: { $subscription }
operators-shop-prices-follow =
    Precios que cambian con esto, en créditos por video:
    { $lines }
operators-shop-prices-follow-line = • { $model }: { $before } → { $after }
operators-shop-promise = Nadie paga más de lo que se le mostró: un resumen abierto vuelve a preguntar, y una factura de la última hora mantiene su precio.
operators-shop-same = <b>{ $term }</b> ya es <code>{ $value }</code>. Envía otro valor o /cancel.
operators-shop-wrong = Eso no funciona: { $problem }. Envíalo otra vez o /cancel.
operators-shop-done = ✅ En vigor: { $name } es <code>{ $value }</code>.
operators-shop-already = Ya está así.
operators-shop-cancelled = De acuerdo, no cambió nada.

operators-maintenance =
    { $state ->
        [on] 🚧 <b>El modo de mantenimiento está activado</b>: solo los operadores pueden pedir y comprar. Los videos en marcha llegan igual, y los pagos que entren se acreditan. La gente lee:
       *[off] El modo de mantenimiento está desactivado. Mientras está activado, solo los operadores pueden pedir y comprar; los videos en marcha llegan igual. La gente leería:
    }
    <blockquote>{ $words }</blockquote>
    Otro texto: <code>/maintenance on Volvemos a las 18:00.</code>
operators-maintenance-over = ✅ El modo de mantenimiento está desactivado. Todos pueden volver a pedir y comprar, también desde los resúmenes que ya tienen.
operators-maintenance-already =
    { $state ->
        [on] El modo de mantenimiento ya está activado, con el mismo texto.
       *[off] El modo de mantenimiento ya está desactivado.
    }
operators-maintenance-wrong = Eso no funciona: { $problem }. No cambió nada.
operators-maintenance-card = 🚧 El modo de mantenimiento está activado. Puedes pedir porque eres operador.
operators-usage-maintenance = Escribe <code>/maintenance on</code>, y si quieres un texto para la gente a continuación, o <code>/maintenance off</code>.

button-shop-prices = 💰 Precios
button-shop-packs = 📦 Paquetes
button-shop-bonuses = 🎁 Bonos
button-shop-maintenance = 🚧 Mantenimiento
button-shop-back = ‹ La tienda
button-shop-back-prices = ‹ Precios
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }: como en ajustes
button-shop-to-catalogue = ↩️ Volver al catálogo
button-shop-apply = ✅ Aplicar
button-shop-close = 🚧 Activarlo
button-shop-open = ✅ Desactivarlo
