# What people read. Plain and kind; no blame, no jargon; say what happens with the credits.
# Spanish like a person's, of no one country: "tú", short sentences, "nuestro equipo" for whoever runs the bot, "foto" for an image.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits ->
    [one] { $credits } crédito
   *[other] { $credits } créditos
}
date = { $day } { $month ->
    [1] ene
    [2] feb
    [3] mar
    [4] abr
    [5] may
    [6] jun
    [7] jul
    [8] ago
    [9] sept
    [10] oct
    [11] nov
   *[12] dic
} { $year }
credits-and-bonus = { $credits } + { $bonus } créditos

## Start and help

welcome = <b>¡Te damos la bienvenida a Starreel!</b>
    Describe una escena (o envía una foto con un texto) y la convierto en un video.

    Hay videos desde { $price } ({ $pack } = { $stars } ⭐). Tienes { $balance }.
welcome-gift = 🎁 Te regalamos { $credits } para que lo pruebes ahora mismo. ¡Que lo disfrutes!
help =
    <b>Cómo funciona</b>
    1. Describe una escena o envía una foto con un texto.
    2. Revisa el resumen: si quieres, cambia el modelo, las opciones o la foto, y toca “Crear”.
    3. Tu video llega aquí, casi siempre en unos minutos. Si no sale, recuperas tus créditos.
    
    /generate – crear un video
    /templates – ideas listas para usar
    /videos – tus videos
    /tips – mejores prompts
    /settings – tus preferencias
    /language – tu idioma
    /buy – comprar créditos con Estrellas de Telegram, para ti o para regalar
    /balance – ver tu saldo
    /invite – invitar a amigos
    /redeem – usar un código promocional
    /cancel – cancelar el pedido actual
    /paysupport – ayuda con un pago
    /privacy – qué guardo y cómo borrarlo
    /terms – condiciones de uso
hint = Describe una escena o envía una foto, y la convierto en un video. Más información en /help.
unknown-command = No conozco ese comando. En /help te cuento lo que sé hacer.
too-fast = Demasiados mensajes – espera un minuto, por favor.
order-still-open = Tienes un pedido sin terminar.
private-only = Hago videos en un chat privado. Toca abajo para abrir el nuestro.
gift-received = 🎁 ¡Gracias por el regalo!
terms =
    <b>Condiciones</b>
    • Los créditos se compran con Estrellas de Telegram. Sirven para crear videos aquí y no se pueden cambiar por dinero.
    • Primero se gastan los créditos de regalo y después los comprados, empezando por la compra más antigua. Un bono se gasta después de los créditos con los que llegó. Durante un tiempo puedes pedir en /paysupport el reembolso de una compra sin usar, y su bono se va con ella; en los demás casos, puedes solicitar un reembolso.
    • Un regalo es de quien abra primero su enlace, y de quien lo compró si nadie lo abre a tiempo. Mientras no se abra, quien lo compró puede pedir su reembolso. Los créditos por una invitación se retiran si se reembolsa la compra de la que vienen.
    • Una suscripción se paga con Estrellas cada 30 días hasta que la canceles, en /balance o en los ajustes de Telegram. Cada pago es una compra como cualquier otra.
    • Los créditos de un video quedan en reserva cuando lo pides y se gastan cuando llega. Si no sale, los recuperas al momento.
    • No se permite contenido ilegal ni dañino. Esos pedidos se rechazan y sus créditos vuelven a ti.
    • Tus prompts y fotos van al servicio que crea los videos, y a nadie más. Más en /privacy.
    • Preguntas sobre un pago: /paysupport. El soporte de Telegram no puede ayudar con compras hechas en este bot.

## Credits

balance = Tu saldo: { $balance }
balance-held = En reserva para videos en curso: { $credits }
balance-refunding = En reserva por un reembolso: { $credits }
balance-gifted = En regalos que nadie ha abierto todavía: { $credits }
credits-granted = 🎁 Nuestro equipo te dio { $credits }. Tu saldo: { $balance }
credits-debited = Nuestro equipo te descontó { $credits }. Tu saldo: { $balance }. ¿No sabes por qué? Escríbenos en /paysupport.
offer = <b>Comprar créditos</b>
    Tienes { $balance }. Casi todos los videos cuestan 1 crédito. Elige un paquete:
offer-first = 🎁 Con tu primera compra te llevas un extra: { $first }.
offer-invited = 🎁 Te invitó un amigo: con tu primera compra, los dos se llevan un extra de { $credits }.
offer-subscription = 📅 O suscríbete: { $credits } cada 30 días por { $stars } ⭐. Cancela cuando quieras.
offer-terms = Al pagar aceptas las condiciones: /terms
pack = { $credits } · { $stars } ⭐
pack-gone = Este paquete ya no se vende. Aquí tienes los que hay.
invoice-title = { $credits }
invoice-description = { $number ->
    [one] { $credits } para crear videos con IA en Starreel. No caduca.
   *[other] { $credits } para crear videos con IA en Starreel. No caducan.
}
invoice-refused = Lo siento, ahora mismo no puedo abrir el pago. Nuestro equipo ya está al tanto. Inténtalo más tarde, por favor.
receipt = ✅ ¡Gracias! Recibiste { $bought }. Tu saldo: { $balance }
receipt-first = ✅ ¡Gracias! Recibiste { $bought }, y 🎁 { $first } por tu primera compra. Tu saldo: { $balance }
receipt-invited = 🎁 Y además { $credits }, porque te invitó un amigo. Esa persona recibe lo mismo.
receipt-until = 📅 Tu suscripción está pagada hasta el { $until }. Para cambiarla, ve a /balance.
subscription-button = 📅 { $credits } al mes · { $stars } ⭐
subscription-offer = <b>📅 Suscripción mensual</b>
    Recibes { $credits } cada 30 días por { $stars } ⭐. Los créditos que no uses siguen siendo tuyos. Puedes cancelar cuando quieras en /balance; lo que ya pagaste sigue siendo tuyo.

    Al pagar aceptas las condiciones: /terms
subscription-description = { $credits } cada 30 días para crear videos con IA en Starreel. No caducan.
subscription-pay = Suscribirme por { $stars } ⭐
subscription-gone = Ya no hay suscripciones. Envía /buy para ver lo que hay.
subscription-line = 📅 Tu suscripción: { $credits } cada 30 días por { $stars } ⭐. { $state ->
    [active] El próximo pago es el { $until }.
    [failed] El último pago falló: recarga tus Estrellas, por favor. Está pagada hasta el { $until }.
   *[cancelled] Está cancelada y dura hasta el { $until }.
    }{ $wish ->
    [cancel] {" "}Le pedí a Telegram que la cancele.
    [resume] {" "}Le pedí a Telegram que la reanude.
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 Tu suscripción está cancelada: después del { $until } no se paga nada más.
    [failed] ⚠️ Telegram no pudo cobrar las próximas { $stars } ⭐ de tu suscripción, así que tus nuevos créditos todavía no llegan ({ $credits }). Recarga tus Estrellas en los ajustes de Telegram, en “Mis Estrellas”, por favor, y la suscripción continúa.
    [active] 📅 Tu suscripción continúa. El próximo pago es el { $until }.
   *[ended] 📅 Tu suscripción terminó; tus créditos siguen siendo tuyos. Para empezar una nueva, envía /buy.
    }
subscription-may-go-on = 📅 Telegram ya te permite continuar con tu suscripción. Para reactivarla, abre los ajustes de Telegram, toca “Mis Estrellas”, elige esta suscripción y toca “Renovar”.
subscription-not-changed = Telegram no me dejó cambiar tu suscripción. Puedes hacerlo tú: abre los ajustes de Telegram, toca “Mis Estrellas” y elige esta suscripción. Si no funciona, escríbenos en /paysupport, por favor.
subscription-asked = { $wish ->
    [resume] Le estoy pidiendo a Telegram que reanude tu suscripción.
   *[cancel] Le estoy pidiendo a Telegram que cancele tu suscripción.
    }
subscription-already-so = { $wish ->
    [resume] Tu suscripción ya continúa.
   *[cancel] Tu suscripción ya está cancelada.
    }
payment-unmatched = Tu pago llegó, pero no sé a qué compra corresponde. Nuestro equipo ya está al tanto; si no te escribe, cuéntanoslo en /paysupport, por favor.
payment-returned = ↩️ Tienes de vuelta las Estrellas que pagaste por { $bought }{ $part ->
    [all] , y los créditos se retiraron.
    [some] , y se retiró lo que te quedaba: { $taken }.
   *[none] .
    } Tu saldo: { $balance }
payment-returned-gift =
    ↩️ Tienes de vuelta las Estrellas que pagaste por el regalo de { $credits }. { $state ->
        [unopened] Ya no se puede abrir.
        [opened] Se retiró lo que quedaba de él.
       *[owed] Se retiró lo que quedaba de él, y lo que ya se había usado ({ $owed }) se descontó de tu saldo.
    } Tu saldo: { $balance }
payment-returned-unmatched = ↩️ Tienes tus Estrellas de vuelta. Tu saldo: { $balance }
checkout-not-ours = Esta factura no es válida. Envía /buy para recibir una nueva.
checkout-not-yours = Esta factura es de otra persona. Envía /buy para recibir la tuya.
checkout-price-changed = Nuestros precios cambiaron. Envía /buy para recibir una factura nueva.
checkout-too-old = Esta factura es demasiado antigua. Envía /buy para recibir una nueva.
checkout-already-subscribed = Ya tienes una suscripción. Mírala en /balance.
blocked = Nuestro equipo bloqueó tu cuenta aquí, así que no puedes pedir ni comprar. Para reembolsos o preguntas, envía /paysupport; para cancelar una suscripción, /balance.
unblocked = ✅ Nuestro equipo desbloqueó tu cuenta: ya puedes volver a crear videos y comprar créditos.
team-message =
    💬 Nuestro equipo te escribe:
    <blockquote>{ $words }</blockquote>
    Para responder, envía /paysupport.
ordered-again = 🔁 Nuestro equipo pidió otra vez tu video con <b>{ $model }</b>: el último intento falló. Si llega, cuesta { $price }, como el primero.
credits-given-back = 🎁 Nuestro equipo te devolvió { $price } por tu video. Si al final llega, es gratis. Tu saldo: { $balance }
checkout-already-paid = Esta factura ya está pagada. Envía /buy si quieres más créditos.

## Gifts

gift-offer =
    <b>🎁 Regala créditos</b>
    Después de pagar recibes un enlace. Quien lo abra primero se queda con los créditos. Si nadie lo abre en { $days ->
        [one] { $days } día
       *[other] { $days } días
    }, son tuyos. Elige un paquete:
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = Un regalo de { $credits } para crear videos con IA en Starreel. Recibes un enlace, y quien lo abra primero se queda con los créditos.
receipt-gift =
    ✅ ¡Gracias! Tu regalo de { $credits } está listo. Envía este enlace a quien quieras regalárselo; quien lo abra primero recibe los créditos:
    
    { $link }
    
    Si nadie lo abre en { $days ->
        [one] { $days } día
       *[other] { $days } días
    }, los créditos son tuyos. Hasta entonces puedes pedir el reembolso en /paysupport.
receipt-gift-over =
    ✅ ¡Gracias! Tu regalo de { $credits } está pagado. { $state ->
        [opened] Ya se abrió.
        [taken_back] Ya se abrió.
        [kept] Nadie lo abrió a tiempo, así que los créditos son tuyos.
       *[other] Sus Estrellas van en camino de vuelta a ti, así que no se puede abrir.
    }
gift-opened =
    🎁 ¡Alguien te regaló { $credits }! Tu saldo: { $balance }
    
    Describe una escena o envía una foto, y la convierto en un video.
gift-already-yours = Ya abriste este regalo: sus créditos están en tu saldo. Mira /balance.
gift-already-opened = Otra persona ya abrió este regalo. Un regalo es de quien lo abre primero.
gift-refunded = Quien compró este regalo lo retiró, así que no se puede abrir.
gift-too-late = Este regalo no se abrió a tiempo, así que volvió a quien lo compró.
gift-unknown = No encuentro este regalo. Revisa el enlace, por favor: tiene que estar completo.
gift-was-opened = 🎁 Alguien abrió tu regalo de { $credits }.
gift-kept = 🎁 Nadie abrió tu regalo, así que ahora es tuyo: { $credits }. Tu saldo: { $balance }
gift-taken-back = ↩️ El pago de un regalo que abriste se devolvió a quien lo compró, así que se retiró lo que te quedaba de él: { $credits }. Tu saldo: { $balance }
share-gift = 🎁 Un regalo para ti: ¡créditos para videos con IA! Toca el enlace para recibirlos.

## Invitations

invite =
    <b>🎁 Invita a tus amigos</b>
    Envía tu enlace a amigos que aún no estén aquí. Cuando uno haga su primera compra, cada uno recibe { $credits }, hasta con { $most ->
        [one] { $most } amigo
       *[other] { $most } amigos
    }.
    
    { $link }
invite-off =
    <b>Invita a tus amigos</b>
    Ahora mismo no hay premio por invitar, pero tus amigos son bienvenidos igual. Toca abajo para compartir el bot.
invite-sum =
    Llegaron por tu enlace: { $came }
    Hicieron una compra: { $bought }
    Ganaste: { $earned }
invited = 🎁 Te invitó un amigo: con tu primera compra, los dos se llevan un extra de { $credits }.
invited-oneself = Ese es tu propio enlace. Envíaselo a tus amigos: /invite
invited-not-new = Las invitaciones son para quien es nuevo aquí. Pero tú también puedes invitar a tus amigos: /invite
invitation-rewarded = 🎁 Un amigo que invitaste hizo su primera compra y recibes { $credits }. Tu saldo: { $balance }
invitation-taken-back = ↩️ Se reembolsó la primera compra de un amigo, así que se retiró lo que recibiste por ella: { $credits }. Tu saldo: { $balance }
share-invitation = Crea videos con IA conmigo:

## Promo codes

redeem-ask = 🎟 ¿Cuál es tu código promocional? Solo envíalo.
redeem-cancelled = De acuerdo, sin código.
redeemed = 🎁 Recibiste { $credits }. Tu saldo: { $balance }
redeem-unknown = No conozco este código. Revisa cómo está escrito y envía /redeem otra vez, por favor.
redeem-expired = Este código caducó.
redeem-used-up = Este código ya lo usaron todas las personas para las que se hizo. ¡Lo siento!
redeem-already-used = Ya usaste este código. Vale una vez por persona.
redeem-too-many =
    Son muchos códigos que no existen. Inténtalo otra vez en { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }, por favor.

## An order

ask-model = <b>Elige un modelo</b>
ask-model-line = • <b>{ $model }</b>: { $about }{ $fails ->
    [yes] {" "}· ⚠️ ahora falla a menudo
   *[no] {""}
    }
ask-model-prompt = Tu prompt: <i>{ $prompt }</i>
models-speech = <b>🗣 Con voz</b>
models-long = <b>⏱ Los videos más largos</b>
models-cheap = <b>💸 Rápidos y económicos</b>
models-photo = <b>🖼 A partir de tu foto</b>
model-button = { $from ->
    [one] { $model } · { $from } crédito
   *[other] { $model } · { $from } créditos
}
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ Por ahora este modelo falla a menudo. Si tu video no sale, recuperas tus créditos.
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ tu video continúa
    [full-hd] tu video en 1080p
    [ultra-hd] tu video en 4K
   *[upscale] tu video, más nítido
}
card-image = 🖼 Foto { $number }: { $role ->
    [first] primer fotograma
    [last] último fotograma
   *[reference] referencia
}
card-price = Precio: { $price } · Saldo: { $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 Añadir una foto
    [one] 🖼 { $images } foto
   *[other] 🖼 { $images } fotos
}
ask-prompt = ✍️ ¿Qué debe pasar en el video? Solo escríbelo. Por ejemplo: <i>Un zorro rojo corre por la nieve recién caída al amanecer, en cámara lenta.</i>
ask-blank = ✍️ { $ask } Por ejemplo: <i>{ $example }</i>
ask-style = Toca para añadir o quitar:
ask-what-next = ✍️ ¿Qué debe pasar después en tu video? Solo escríbelo.
takes-no-prompt = Esto no necesita prompt: es tu mismo video, tal como está.
prompt-empty = Ese mensaje estaba vacío. Describe tu video en pocas palabras, por favor.
prompt-too-long = Tu prompt tiene { $chars ->
    [one] { $chars } carácter
   *[other] { $chars } caracteres
}; { $model } admite hasta { $max }. Envía uno más corto, por favor.
cannot-use-that = Solo puedo usar texto y fotos.
ask-image = ¿Quieres empezar con una foto? Envíala ahora.
ask-image-more = Envía otra foto para añadirla.
images-full = Este modelo no admite más fotos. Si envías otra, reemplaza a la última.
ask-image-required = 🖼 { $model } parte de una foto. Envía una, por favor.
image-received = 📷 Estoy revisando tu foto.
image-replaced = Cambié la última foto: este modelo no admite más.
images-enough = { $images ->
    [one] Con una foto basta: uso la primera.
   *[other] Este modelo admite hasta { $images } fotos: uso las primeras.
}
not-an-image = No puedo usar este archivo. Envía una foto en { $types }, por favor.
image-too-large = Esta foto pesa demasiado. Envía una de hasta { $megabytes } MB, por favor.
image-left-out = Dejé fuera la foto que no se podía usar. Si quieres, envía otra.
image-unavailable = No pude obtener tu foto de Telegram. Envíala otra vez, por favor.
model-takes-no-image = Este modelo trabaja solo con texto, así que no usa la foto.
model-gone = Este modelo ya no está disponible. Elige otro, por favor.
follow-up-gone = Con este video ya no se puede hacer eso.
confirm-button = { $credits ->
    [one] ✨ Crear · { $credits } crédito
   *[other] ✨ Crear · { $credits } créditos
}
choice-length = { $seconds } s
choice-sound = con sonido
choice-no-sound = sin sonido
choice-price = { $label } ({ $more })
not-enough = Este video cuesta { $price }. Tu saldo: { $available }. Elige un paquete abajo; tu prompt está guardado.

    Al pagar aceptas las condiciones: /terms
order-dropped = Pedido cancelado. No se cobró nada.
nothing-to-cancel = No hay nada que cancelar.
cancel-queued = No tienes ningún pedido sin terminar. Toca abajo para cancelar un video que todavía no empezó.
cancel-video = Cancelar: { $prompt }
cancel-rendering = Tu video ya se está creando, así que no se puede cancelar.
cancel-passed-on = Tu pedido ya está en marcha, así que no se puede cancelar. Si no sale, recuperas tus créditos.
old-button = Este botón ya no sirve.
already-placed = Ya hiciste este pedido.
order-changed = El pedido o su precio cambió. Revísalo otra vez, por favor.
prompt-replaced = Prompt actualizado.
prompt-joined = Junté los dos mensajes en un solo prompt.
tap-to-confirm = Ya casi: toca “Crear” abajo para empezar.
placed = Pedido hecho.
too-many-orders = Llegaste al límite de videos por ahora. Tu pedido está guardado; vuelve a tocar en { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}, por favor.
too-many-orders-today = Llegaste al límite de videos por día. Tu pedido está guardado; vuelve a tocar en { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
}, por favor.
paused = Por ahora no se pueden crear videos. Tus créditos están a salvo. Inténtalo más tarde, por favor.
paused-briefly = Por ahora no se pueden crear videos. Tu pedido está guardado; inténtalo más tarde, por favor.
paused-model = { $model } no está disponible por el momento. Tu pedido está guardado; elige otro modelo o inténtalo más tarde, por favor.

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] continuación
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] más nítido
}
status-queued = ⏳ <b>{ $model }</b>: número { $position } en la cola. En reserva: { $price }.
status-queued-paused = ⏸ <b>{ $model }</b>: en la cola. Por ahora no se pueden crear videos; tu pedido conserva su lugar. En reserva: { $price }.
status-under-way = 🎬 <b>{ $model }</b>: tu video está en marcha. Suele tardar { $usual }; puedes cerrar el chat. En reserva: { $price }.
status-under-way-paused = ⏸ <b>{ $model }</b>: tu pedido está en espera. Por ahora no se pueden crear videos. Si no sale, te devuelvo { $price }.
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] Estará listo en cualquier momento.
        [one] Falta un minuto, más o menos.
       *[other] Faltan unos { $minutes } minutos.
    }
status-late = ⏳ <b>{ $model }</b>: este tarda más de lo normal. Sigo esperándolo. Si no sale, te devuelvo { $price }.
usual-wait = { $slow ->
    [0] menos de un minuto
    [one] más o menos un minuto
   *[other] { $range ->
        [yes] { $median ->
            [0] hasta { $slow } minutos
           *[other] de { $median } a { $slow } minutos
        }
       *[no] unos { $slow } minutos
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b>: envié tu pedido, pero la respuesta se perdió. { $minutes ->
    [one] Si en un minuto no sé nada
   *[other] Si en { $minutes } minutos no sé nada
}, te devuelvo { $price }. Si el video llega después, es gratis.
status-ready = 📦 <b>{ $model }</b>: tu video está listo, te lo estoy enviando.
status-gone = ⏳ <b>{ $model }</b>: tu video está hecho, pero el servicio de video todavía no lo entrega. Sigo intentándolo. Si no llega, te devuelvo { $price }.
status-gone-free = ⏳ <b>{ $model }</b>: tu video está hecho, pero el servicio de video todavía no lo entrega. Sigo intentándolo.
status-delivered = ✅ <b>{ $model }</b>: listo · usaste { $price } · saldo: { $left }
status-delivered-free = ✅ <b>{ $model }</b>: al final tu video llegó. Es gratis: ya recuperaste tus créditos.
status-failed = ⚠️ <b>{ $model }</b>: no salió – te devolví { $price }.
status-cancelled = <b>{ $model }</b>: cancelado – te devolví { $price }.
status-undeliverable = <b>{ $model }</b>: tu video estaba listo, pero durante una semana no pude enviártelo. Escríbenos en /paysupport, por favor.
status-lost = ⚠️ <b>{ $model }</b>: tu video no llegó – te devolví { $price }.
video-lost = { $reason ->
    [no-video] Lo siento: el servicio de video dice que tu video está listo, pero no pude obtenerlo. Lo pedí dos veces.
    [too-large] Lo siento: tu video es demasiado grande para enviarlo aquí, y no tengo otra forma de dártelo.
    [overdue] Lo siento: tu video se creó, pero no pude enviártelo, y eso que lo intenté durante días.
   *[not-taken] Lo siento: tu video se creó, pero no pude enviártelo. Telegram no acepta el archivo.
    }

    { $paid ->
    [yes] Te devolví { $price }. Tu saldo: { $balance }
   *[no] No te costó nada. Tu saldo: { $balance }
    }
job-cancelled = Cancelado; ya tienes tus créditos de vuelta.
cancel-too-late = Ya no se puede cancelar: tu pedido está en marcha.
link-too-large = ¡Tu video está listo! Es demasiado grande para enviarlo aquí, así que descárgalo, por favor:
link-not-taken = ¡Tu video está listo! Telegram no pudo aceptar el archivo, así que descárgalo, por favor:
link-kept = El enlace funciona durante 7 días.
link-at-provider = El enlace funciona más o menos un día, así que conviene guardar el video pronto.
failed-policy = El modelo rechazó { $image ->
    [yes] el prompt o la foto
   *[no] el prompt
    } por sus normas de contenido. Por favor, { $image ->
    [yes] escríbelo de otra forma o prueba con otra foto
   *[no] escríbelo de otra forma
    }.
failed-refused = El modelo no pudo aceptar este pedido. Cámbialo un poco e inténtalo otra vez, por favor.
failed-image = No pude usar la foto. Prueba con otra, por favor.
failed-image_gone = Telegram ya no tiene tu foto. Envíala otra vez, por favor.
failed-sound = Este modelo pone sonido a todos los videos y no encontró ninguno en tu prompt. Nombra un sonido o escribe lo que se dice, e inténtalo otra vez.
failed-provider = Algo salió mal mientras se creaba tu video. Inténtalo otra vez, por favor.
failed-expired = El servicio estuvo ocupado demasiado tiempo. Inténtalo más tarde, por favor.
failed-timeout = Dejé de esperar tu video: tardó demasiado. Si al final llega, es gratis.
failed-unknown = No pude confirmar tu pedido. Si al final llega el video, es gratis.
failed = { $reason }

    Te devolví { $price }. Tu saldo: { $balance }

## Videos that were made

videos = <b>Tus videos</b>
    Toca un número para recibir ese video otra vez, cambiarlo o continuarlo.
videos-line = { $number }. { $date } · <b>{ $model }</b>: { $prompt }
videos-none = Todavía no tienes videos. Describe una escena o envía una foto, y hago el primero.
video-gone = Este video ya no está guardado.
video-deleted = Borrado de tu lista.
share-text = Crea un video como este:
shared-order = 🎁 Alguien compartió esta idea contigo. Cambia lo que quieras.
shared-gone = Esta idea ya no se comparte. Describe tu propia escena o elige una plantilla.

## Templates

templates = <b>Plantillas</b>
    Elige una idea y yo me encargo del resto.
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 a partir de tu foto
       *[words] { $blanks ->
            [0] nada que completar
            [one] un dato por completar
           *[other] { $blanks } datos por completar
        }
    }
template-gone = Esta plantilla ya no está disponible. Aquí tienes las que hay.

## Tips

tips = <b>💡 Consejos para { $model }</b>
tips-all = <b>💡 Cómo escribir un buen prompt</b>
tips-scene = • <b>Escena:</b> di quién o qué aparece, dónde y qué pasa, en una o dos frases.
tips-camera = • <b>Cámara y luz:</b> menciónalas. Por ejemplo: <i>la cámara se acerca despacio, luz de atardecer</i>.
tips-speech = • <b>Voz:</b> ponla entre comillas. Por ejemplo: <i>Ella sonríe y dice: “¡Por fin en casa!”</i> Nombra también los sonidos que quieras.
tips-sound = • <b>Sonido:</b> nombra lo que se oye. Por ejemplo: <i>olas, gaviotas a lo lejos</i>.
tips-silent = • <b>Sin sonido:</b> este modelo hace videos mudos, así que deja fuera las voces y la música.
tips-photo = • <b>Desde una foto:</b> describe lo que se mueve; el aspecto lo pone la foto.
tips-length = • <b>Duración:</b> en unos segundos caben una o dos acciones. Una historia más larga necesita un video más largo.
style-dolly = 🎥 Acercamiento
style-drone = 🚁 Toma de dron
style-handheld = 🤳 Cámara en mano
style-slow-motion = 🐢 Cámara lenta
style-golden = 🌇 Hora dorada
style-neon = 🌃 Noche de neón
style-film = 🎞 Película de 35 mm
style-macro = 🔬 Macro
style-animated = 🧸 Animación 3D

## Settings

settings = <b>⚙️ Tus preferencias</b>
    Los pedidos nuevos empiezan con ellas. Puedes cambiarlas en cada pedido.
settings-line = { $name }: <b>{ $value }</b>
settings-as-last = como la última vez
settings-as-telegram = como en Telegram
settings-model = Modelo
settings-format = Formato
settings-length = Duración
settings-sound = Sonido
settings-language = Idioma
settings-news = Novedades
settings-news-on = activadas
settings-news-off = desactivadas
button-news-on = 🔔 Activar novedades
button-news-off = 🔕 Desactivar novedades
button-no-more-news = 🔕 No más mensajes así
news-are-off = De acuerdo, no más novedades. Te seguiré avisando de tus videos y pagos. En /settings puedes reactivarlas.
news-are-on = De acuerdo, volverás a recibir nuestras novedades.
settings-ask-model = ¿Con qué modelo empiezan los pedidos nuevos?
settings-ask-format = ¿Qué formato prefieres? Los modelos que no lo tengan usan el suyo.
settings-ask-length = ¿Qué duración prefieres? Los modelos que no la tengan usan la suya.
settings-ask-sound = ¿Quieres sonido cuando se pueda elegir?
settings-ask-language = ¿En qué idioma te hablo?
language-name = Español
language-set = De acuerdo, a partir de ahora hablo español.

## Payment support

support = <b>Ayuda con los pagos</b>
    El soporte de Telegram no puede ayudar con compras hechas en este bot.
support-write = ¿Es otra cosa? Describe el problema en tu próximo mensaje y nuestro equipo te responde aquí.
support-needs-words = Describe el problema con palabras, por favor; no puedo pasar fotos ni archivos.
support-too-many = Hoy nos escribiste mucho y recibimos todo. Espera nuestra respuesta o escribe de nuevo mañana, por favor.
support-cancelled = De acuerdo, no se envió ninguna solicitud.
support-reply = 💬 Sobre tu solicitud de pago { $number }:
    <blockquote>{ $words }</blockquote>
    Para escribir de nuevo, envía /paysupport.
support-received = ¡Gracias! { $seen ->
    [yes] Nuestro equipo tiene tu solicitud.
   *[no] Tu solicitud está guardada y nuestro equipo la leerá en cuanto pueda.
    } Su número es { $number }.{ $photo ->
    [yes] {" "}No puedo pasar fotos ni archivos, así que describe lo que muestran si es importante.
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>Tus últimas compras</b>
    Con los botones de abajo puedes pedir el reembolso de compras sin usar durante { $days ->
        [one] { $days } día
       *[other] { $days } días
    }. En los demás casos, solicita un reembolso.
purchase-line =
    { $number }. { $credits } por { $stars } ⭐ · { $date }{ $gift ->
        [none] { "" }
        [waiting] { " " }· 🎁 regalo, sin abrir todavía
        [refunding] { " " }· 🎁 regalo, sin abrir
        [returned] { " " }· 🎁 regalo, sin abrir
        [kept] { " " }· 🎁 regalo que nadie abrió
       *[opened] { " " }· 🎁 regalo, abierto
    }{ $eligibility ->
        [asked] : reembolso solicitado
        [declined] : reembolso rechazado
        [under-way] : reembolso en camino
        [returned] : reembolsada
       *[other] { "" }
    }
    Transacción <code>{ $charge }</code>
refund-offer = <b>¿Reembolsar la compra { $number }?</b>
    Recuperas { $stars } ⭐ y te descuento { $credits } del saldo.
refund-offer-gift =
    <b>¿Reembolsar la compra { $number }?</b>
    Recuperas { $stars } ⭐, y ya nadie podrá abrir tu regalo de { $credits }.
refund-begun-gift = ↩️ El reembolso de tu regalo, la compra { $number }, está en camino: { $stars } ⭐. Su enlace ya no funciona. Te aviso.
refund-begun = ↩️ El reembolso de la compra { $number } está en camino. En reserva hasta que vuelvan tus { $stars } ⭐: { $credits }. Te aviso.
refund-kept = De acuerdo, conservas tus créditos.
refund-asked = Gracias. Nuestro equipo recibió tu solicitud de reembolso de la compra { $number }; te aviso cuando decida.
refund-declined = El reembolso de la compra { $number } ({ $credits } por { $stars } ⭐) fue rechazado. Si crees que es un error, escríbenos en /paysupport, por favor.
refund-refused = Telegram no pudo reembolsar tu pago. { $credits ->
    [0] Nuestro equipo está al tanto y lo va a revisar.
   *[other] Ya tienes tus créditos de vuelta y nuestro equipo está al tanto.
    }
not-refundable =
    { $eligibility ->
        [refundable] Esta compra se puede reembolsar: toca “Reembolsar” en /paysupport.
        [spent] Una parte de esos créditos está gastada o en reserva. Puedes solicitar un reembolso en /paysupport.
        [gift-opened] Este regalo ya se abrió. Puedes solicitar un reembolso en /paysupport.
        [too-late] Esta compra es demasiado antigua para eso. Puedes solicitar un reembolso en /paysupport.
        [refused] Telegram rechazó este reembolso. Puedes escribirnos en /paysupport.
        [asked] Ya solicitaste este reembolso. Te aviso cuando se decida.
        [declined] Este reembolso fue rechazado. Puedes escribirnos en /paysupport.
        [under-way] Este reembolso está en camino.
       *[returned] Esta compra ya fue reembolsada.
    }

## Privacy

privacy =
    <b>Privacidad</b>
    <b>Qué guardo y por cuánto tiempo</b>
    • Tu ID e idioma de Telegram, lo que pagaste, quién te invitó o te regaló créditos, y cuándo pediste qué modelo y a qué precio: sin tus prompts, mientras debamos llevar la contabilidad. Tu nombre no se guarda.
    • Tus prompts, los ajustes de tus videos y los nombres de archivo que Telegram da a tus fotos y videos: { $orders ->
        [one] { $orders } día
       *[other] { $orders } días
    } después del pedido. Las fotos se envían al servicio y no se guardan. Si borras un video en /videos, lo olvido al momento.
    • Lo que elegiste en /settings: hasta que lo borres aquí. Que no quieres novedades sí se guarda, para no enviártelas.
    • El último día que estuviste aquí: hasta que vuelvas.
    • Lo que escribes a la ayuda con los pagos: { $requests ->
        [one] { $requests } día
       *[other] { $requests } días
    }.
    • Lo último que te respondí, por si Telegram vuelve a preguntar: 1 hora.
    • Un video que no se puede enviar aquí, hasta que lo descargues: 7 días.
    
    <b>Adónde va</b>
    • Los prompts, las fotos y los ajustes van a KIE.ai, que crea los videos y los guarda, junto con tus fotos, hasta 14 días, sin tu nombre ni tu ID.
    • Telegram guarda este chat. Lo que ves aquí puedes borrarlo tú.
    • Nadie más recibe nada, y nada se usa para entrenar modelos.
    
    Toca abajo para borrarlo todo ahora.
forget-sure = <b>¿Borrar tus prompts, fotos y videos?</b>
    Voy a borrar todo lo que me escribiste, los prompts y las fotos de tus pedidos, tus preferencias, un pedido sin terminar y las copias de tus videos. No se puede deshacer, y “Otra vez” no recordará tus pedidos anteriores.

    Tus créditos se quedan. La lista de pagos y precios también, sin ningún texto.
forget-kept = De acuerdo, no se borró nada.
forgotten = 🗑 Borrado: tus prompts, fotos y videos, y lo que escribiste. Tus créditos y la lista de pagos siguen aquí.

    Lo que ves en este chat puedes borrarlo tú, con “Borrar historial” en el menú de Telegram.
forgotten-when-ended = 🗑 Borrado. { $orders ->
    [one] Un pedido sigue en curso; sus datos se borran cuando termine.
   *[other] { $orders } pedidos siguen en curso; sus datos se borran cuando terminen.
    } Tus créditos y la lista de pagos siguen aquí.

    Lo que ves en este chat puedes borrarlo tú, con “Borrar historial” en el menú de Telegram.

## Buttons

button-subscription-cancel = Cancelar suscripción
button-subscription-resume = Reanudar suscripción
button-refund-offer = ↩️ Reembolsar { $credits } ({ $stars } ⭐), { $date }
button-refund-ask = 🙋 Solicitar reembolso – { $credits }, { $date }
button-refund-confirm = Sí, reembolsar
button-refund-keep = No, conservar mis créditos
button-refund-approve = ✅ Aprobar
button-refund-decline = ❌ Rechazar

button-make-video = 🎬 Crear video
button-buy = ⭐ Comprar créditos
button-again = { $credits ->
    [one] 🔁 Otra vez · { $credits } crédito
   *[other] 🔁 Otra vez · { $credits } créditos
}
button-edit = ✏️ Cambiar
button-follow-extend = { $credits ->
    [one] ➕ Continuar · { $credits } crédito
   *[other] ➕ Continuar · { $credits } créditos
}
button-follow-upscale = { $credits ->
    [one] 🔍 Más nítido · { $credits } crédito
   *[other] 🔍 Más nítido · { $credits } créditos
}
button-follow-full-hd = { $credits ->
    [one] 🔍 1080p · { $credits } crédito
   *[other] 🔍 1080p · { $credits } créditos
}
button-follow-ultra-hd = { $credits ->
    [one] 🔍 4K · { $credits } crédito
   *[other] 🔍 4K · { $credits } créditos
}
button-templates = 💡 Plantillas
button-use-template = ✨ Usar esta idea
button-share = 🔗 Compartir
button-copy-link = 📋 Copiar enlace
button-gift = 🎁 Comprar un regalo
# Whoever opens the link reads the prompt.
button-share-video = 🔗 Compartir con prompt
button-tips = 💡 Consejos
button-newer = ◀️ Más nuevos
button-older = Más antiguos ▶️
button-send-again = 📤 Enviar otra vez
button-copy-prompt = 📋 Copiar prompt
button-delete = 🗑 Borrar
button-cancel = Cancelar
button-back = ◀️ Volver
button-done = ✅ Listo
button-more-models = Más modelos
button-fewer-models = ◀️ Los mejores modelos
button-drop-image = ✖️ Foto { $number }
button-turn-images = 🔄 Intercambiar fotos
button-as-references = Usar como referencias
button-as-frames = Usar como primer y último fotograma
button-continue = Continuar
button-discard = Descartar
button-prompt-before = ↩️ Prompt anterior
button-forget = 🗑 Borrar mis prompts y videos
button-forget-sure = Sí, borrar
button-forget-keep = No, conservar
button-open-chat = Abrir el chat

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = Crear un video
command-videos = Tus videos
command-templates = Ideas listas para usar
command-tips = Escribir mejores prompts
command-settings = Tus preferencias
command-language = Elegir el idioma
command-buy = Comprar créditos con Estrellas
command-balance = Ver tu saldo
command-invite = Invitar a amigos
command-redeem = Usar un código promocional
command-help = Cómo funciona
command-cancel = Cancelar el pedido actual
command-terms = Condiciones de uso
command-privacy = Privacidad y borrado de datos
command-paysupport = Ayuda con un pago
command-start = Empezar de nuevo
bot-description = Starreel convierte tus palabras y fotos en videos cortos con IA. Paga con Estrellas de Telegram. Si un video no sale, recuperas tus créditos.
bot-short-description = Videos con IA a partir de tus palabras y fotos. Paga con Estrellas de Telegram.

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = sí si sip sep claro vale dale ok okay okey oki va venga vamos listo lista bueno bien perfecto genial excelente súper super buenísimo adelante sale órale orale hazlo haz crea crear créalo crealo genera generar genéralo generalo empieza empezar empecemos comienza comenzar inicia confirmo confirmar confirmado acepto seguro obvio exacto correcto de acuerdo está esta así asi por favor porfa porfavor pf ya ahora el video yes yeah yep sure go start generate please now great perfect 👍 👌 ✅ 💯
words-of-greeting = hola holi holis ola buenas buenos buen buena día dia días dias tarde tardes noche noches qué que tal saludos gracias muchas mil muchísimas adiós adios chao chau hasta luego pronto hi hello hey thanks thx bye
