# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>Para operadores</b>
    { $role ->
        [owner] Eres propietario: puedes hacerlo todo.
        [support] Eres del equipo de soporte: respondes a la gente, la bloqueas y haces repetir pedidos. Los créditos y las Estrellas son cosa de los propietarios.
       *[viewer] Eres observador: lo ves todo y no cambias nada.
    }
button-admin-menu = ◀️ Menú
button-admin-people = 👤 Usuarios
button-admin-stuck = ⏳ Pedidos atascados
button-admin-failed = ⚠️ Pedidos fallidos
button-admin-models = 🎬 Modelos
button-admin-stats = 📊 Estadísticas
button-admin-now = 🩺 Ahora mismo
button-admin-shop = 🛒 Tienda
button-admin-promos = 🎟 Códigos promo
button-admin-broadcast = 📣 Difusión
admin-cancelled = De acuerdo, no se hizo nada.
admin-too-long = Es demasiado largo: escribe como máximo { $max } caracteres o toca “Cancelar”.

## People

admin-ask-person =
    <b>¿A quién quieres ver?</b>
    Envíame su número de Telegram, una compra (<code>123456#2</code> o el ID de la transacción de su recibo), una solicitud de pago (<code>#7</code>) o un pedido, o reenvíame un mensaje suyo.
admin-person-not-found = No encuentro a nadie con <code>{ $word }</code>. Revísalo o envía otra cosa: un número, una compra, un ID de transacción, una solicitud de pago como <code>#7</code> o un mensaje reenviado. Un pago que acaba de entrar se conoce después de /reconcile.
admin-account-hidden = Telegram no dice quién escribió esto: esa persona oculta su cuenta cuando reenvían sus mensajes. Pídele el ID de la transacción de su recibo y envíamelo.
admin-card =
    <b>Usuario { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 bloqueado desde el { $blocked }
    }{ $away ->
        [yes] { " " }· ilocalizable: bloqueó el bot
       *[no] { "" }
    }
    Aquí desde el { $since }, idioma { $language }
    Saldo: { $available } · { $held } en reserva · { $refunding } en reembolso
admin-card-purchases = <b>Pagos</b>
admin-card-none = ninguno
admin-card-subscription =
    <b>Suscripción</b>
    { $credits } cada 30 días por { $stars } ⭐, { $state ->
        [active] pagada hasta el { $until }
        [failed] el último pago falló, pagada hasta el { $until }
       *[cancelled] cancelada, dura hasta el { $until }
    }
admin-card-orders = <b>Últimos pedidos</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] espera su turno
        [published] con los workers
        [submitted] creándose
        [ready] enviándose
        [delivered] entregado
        [failed] fallido
        [cancelled] cancelado
       *[undeliverable] no se pudo entregar
    }
admin-card-entries = <b>Últimos movimientos</b>, hora UTC
button-admin-block = 🚫 Bloquear
button-admin-unblock = ✅ Desbloquear
button-admin-write = 💬 Escribir
button-admin-grant = ➕ Dar créditos
button-admin-debit = ➖ Quitar créditos
button-admin-ledger = 📒 Movimientos
button-admin-another = 🔎 Otro usuario
button-admin-person = 👤 Su ficha
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] El usuario { $user } está bloqueado y ya recibió el aviso. Los pedidos en curso se crean igual; una suscripción continúa hasta que la cancele.
               *[unblocked] El usuario { $user } está desbloqueado y ya recibió el aviso.
            }
        [already]
            { $to ->
                [blocked] El usuario { $user } ya está bloqueado.
               *[unblocked] El usuario { $user } no está bloqueado.
            }
        [operator] No se puede bloquear a los operadores. Quítalo antes de los ajustes.
       *[unknown] El usuario { $user } nunca escribió a este bot.
    }
admin-ask-grant = ¿Cuántos créditos le doy al usuario { $user }, y por qué? Por ejemplo: <code>5 perdón por la espera</code>
admin-ask-debit = ¿Cuántos créditos le quito al usuario { $user }, y por qué? Por ejemplo: <code>5 dados por error</code>
admin-amount-unclear = Escribe un número y un motivo, por ejemplo <code>5 perdón por la espera</code>, o toca “Cancelar”.
admin-ask-message = ¿Qué le escribo al usuario { $user }? Lo leerá como un mensaje de nuestro equipo, sin tu nombre.
admin-needs-words = Envíalo como texto, por favor; no puedo pasar fotos ni archivos.
admin-message-sent = Tu mensaje va en camino al usuario { $user }.

## Orders

admin-orders =
    { $list ->
        [stuck] <b>Pedidos atascados</b>: llevan más de { $minutes } minutos en el mismo punto; primero, los que más llevan.
       *[failed] <b>Pedidos fallidos</b> de los últimos { $days } días; primero, los más nuevos.
    }{ $orders ->
        [0] { " " }No hay ninguno.
       *[other] { "" }
    }
admin-orders-legend =
    👤 usuario{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 intentar de nuevo · 🗑 quitar de esta lista
       *[owner] { " " }· 🔁 intentar de nuevo · ↩️ devolver los créditos · 🗑 quitar de esta lista
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · usuario { $user }
    { $progress ->
        [queued] Espera su turno
        [published] Con los workers, aún no en KIE.ai
        [submitted] KIE.ai lo está creando
        [ready] Hecho, pero no entregado
        [not-fetched] Hecho, pero no se le pudo enviar en todo el tiempo que estuvo guardado; se cobró
        [undeliverable] Hecho, pero no se pudo enviar; recuperó sus créditos
       *[failed]
            Fallido, recuperó sus créditos: { $reason ->
                [policy] rechazado por las normas de contenido del modelo
                [refused] el modelo no pudo aceptarlo
                [image] no se pudo usar la foto
                [image_gone] Telegram ya no tiene la foto
                [sound] el modelo no encontró ningún sonido en el texto
                [expired] esperó demasiado
                [timeout] tardó demasiado; si el video llega después, es gratis
                [unknown] no se sabe si KIE.ai lo aceptó; si el video llega después, es gratis
               *[provider] KIE.ai falló
            }
    }, desde { $since } UTC ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } min
admin-age-hours = { $count } h
admin-age-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] Les pregunto otra vez a los workers qué fue de él. Nada se compra dos veces; si hay un video, se entrega.
        [sent] Estoy enviando el video otra vez.
        [placed] Pedido otra vez, con los créditos del usuario. Ya recibió el aviso.
        [tried-already] Eso ya está hecho.
        [ordered-by-person] Mientras tanto, ya lo pidió otra vez por su cuenta.
        [waits] Espera su turno; todavía no se puede intentar nada.
        [refused] Se rechazaría otra vez: el usuario tiene que cambiarlo antes.
        [ended] Ya terminó, así que no se puede intentar de nuevo.
        [person-blocked] Este usuario está bloqueado. Desbloquéalo primero.
        [not-enough] Ya no tiene créditos suficientes para esto.
        [too-many] Llegó a su límite de pedidos por ahora. Inténtalo más tarde.
        [model-gone] Su modelo ya no se ofrece.
        [forgotten] Su texto está borrado, así que no se puede pedir otra vez.
        [paused] KIE.ai no acepta pedidos ahora mismo. Inténtalo más tarde.
        [given-back] Hecho: recuperó sus créditos y ya recibió el aviso.
        [given-back-already] Ya recuperó sus créditos.
        [delivered] Ya tiene el video. Si aun así quieres darle créditos, usa ➕ en su ficha.
        [dropped] Ya no sale en esta lista hasta que avance.
       *[dropped-already] Ya no está en la lista.
    }

## Stats

admin-now =
    <b>Ahora mismo</b>, { $at } UTC
    <b>Últimas 24 horas</b>
    Pedidos: { $ordered }, de ellos entregados: { $delivered }, fallidos: { $failed }
    Estrellas: { $paid } ⭐ pagadas, { $returned } ⭐ devueltas
    <b>Ahora</b>
    En la cola: { $queued }, creándose: { $rendering }, enviándose: { $ready }, atascados: { $stuck }
    Reembolsos por decidir: { $refunds }, suscripciones: { $subscriptions }, usuarios bloqueados: { $blocked }
button-admin-refresh = 🔄 Actualizar
