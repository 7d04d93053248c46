# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    Tu rol no permite esto: pídeselo { $needs ->
        [owner] a un propietario (ADMIN_IDS).
        [support] al soporte (SUPPORT_IDS) o a un propietario (ADMIN_IDS).
       *[viewer] a un propietario (ADMIN_IDS), que puede añadirte a VIEWER_IDS.
    }

## News

operators-provider-blocked = ⚠️ KIE.ai no acepta pedidos: { $reason ->
    [out_of_funds] la cuenta se quedó sin créditos. Recárgala en kie.ai.
    [unauthorized] la clave es incorrecta o no tiene permiso para esto. Revisa KIE_AI_API_KEY o KIE_AI_API_KEYS.
    [unreachable] ningún worker recibe respuesta. El registro de los workers indica la dirección y la causa: revisa KIE_API_URL y su red.
   *[key_limit] la clave llegó a su propio límite de gasto. Súbelo en kie.ai.
    }
    Los pedidos están en pausa; los que están en la cola esperan.
operators-key-left-out = ⚠️ KIE.ai no acepta pedidos con la clave <b>{ $key }</b>: { $reason ->
    [out_of_funds] su cuenta se quedó sin créditos. Recárgala en kie.ai.
    [unauthorized] es incorrecta o no tiene permiso para esto. Revísala en KIE_AI_API_KEYS.
    [unreachable] no recibe respuesta. El registro de los workers indica la causa.
   *[key_limit] llegó a su propio límite de gasto. Súbelo en kie.ai.
    }
    Hasta entonces queda fuera; las otras claves asumen su parte.
operators-key-back = ✅ KIE.ai vuelve a aceptar pedidos con la clave <b>{ $key }</b>.
operators-key-missing = ⚠️ Hay pedidos que necesitan la clave <b>{ $key }</b>, que no está en KIE_AI_API_KEYS: con ella se crearon sus videos, o los videos que continúan, y ninguna otra clave puede verlos. Los pedidos esperan y, al final, la gente recupera sus créditos. Vuelve a poner la clave con peso 0 (<code>{ $key }:0=…</code>), reinicia los workers y quítala cuando sus pedidos hayan terminado.
operators-balance-low = ⚠️ El saldo de KIE.ai no alcanza para videos que allí cuestan más de { $credits ->
    [one] { $credits } crédito
   *[other] { $credits } créditos
}. Hasta que lo recargues en kie.ai, no se ofrecen: { $models }.
operators-provider-ok = ✅ KIE.ai vuelve a aceptar pedidos.
operators-video-not-delivered = ⚠️ Un video terminado no llegó al usuario { $user } (trabajo <code>{ $job }</code>). Ya recibió el aviso y sus créditos. { $why ->
    [no-video] No hay ningún video donde dice KIE.ai, aunque se pidió dos veces: { $detail }. Si sigue pasando, pregunta a KIE.ai por su servidor de archivos y desactiva el modelo con MODELS_OFF.
    [too-large] Es demasiado grande para Telegram, y la gente no puede abrir BOT_URL. Pon una dirección pública en WEBHOOK_URL y esos videos saldrán como enlaces.
    [overdue] No se pudo enviar en todo el tiempo que estuvo guardado. Busca el trabajo en el registro: todo ese tiempo falló el servidor de archivos, el disco (VIDEOS_MEGABYTES_MAX) o Telegram.
   *[not-taken] Telegram lo rechaza de todas las formas: { $detail }. Busca el trabajo en el registro.
    }
operators-videos-are-late = ⚠️ Hay videos terminados que esperan desde hace más de una hora, y no es por sus destinatarios: busca en el registro “a video could not be read”, “a video cannot be kept” y “a video was not delivered”. Sigo intentándolo; los créditos solo se gastan cuando llega un video.
operators-foreign-payment = ⚠️ El usuario { $user } pagó una factura que este bot no emitió: { $stars } ⭐ (cargo <code>{ $charge }</code>). No se acreditó nada. ¿Se reemplazó la base de datos? Acredítalo o reembólsalo a mano.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] Otro proceso cambió el destino al que Telegram envía las actualizaciones de este bot. Ya lo restablecí. Dos programas con un mismo BOT_TOKEN se quitan las actualizaciones: detén el otro, o revoca el token en @BotFather y pon aquí el nuevo.
    [conflict] Otro proceso le pide a Telegram las actualizaciones de este bot, así que se pierden mensajes de la gente. Detenlo, o revoca el token en @BotFather y pon aquí el nuevo.
    [failing] Telegram no puede entregar actualizaciones a este bot: { $words }. Configuré el webhook de nuevo. Si no basta, comprueba que WEBHOOK_URL sea accesible desde internet y que su certificado sea válido.
   *[behind] Cada vez esperan más actualizaciones en Telegram (ahora: { $words }), y la gente espera respuesta. Comprueba que WEBHOOK_URL sea accesible, y revisa el registro y el disco del bot.
    }
operators-connection-mended = ✅ Las actualizaciones de Telegram vuelven a llegar, tras problemas de { $since } a { $until } UTC. { $kind ->
    [unreachable] No se podía acceder a Telegram. Los mensajes esperaron allí y ya se están respondiendo.
    [token_refused] Telegram no reconocía el token del bot. Los mensajes esperaron allí y ya se están respondiendo.
    [taken] Lo que se llevó el otro proceso nunca llegó aquí. Envía /reconcile para acreditar ya los pagos que hubiera.
    [conflict] Lo que se llevó el otro proceso nunca llegó aquí. Envía /reconcile para acreditar ya los pagos que hubiera.
   *[other] Los mensajes esperaron en Telegram y ya se están respondiendo.
    }
operators-sale-refused = 🚨 Telegram rechaza { $call ->
    [invoice] las facturas de este bot
    [subscription] las suscripciones de este bot
   *[checkout] las respuestas de este bot al pagar
    }, así que nadie puede comprar créditos: { $reason }. Revisa los pagos del bot en @BotFather, y tus PACKS, STARS_PER_CREDIT y SUBSCRIPTION_STARS. Para probarlo, toca un paquete en /buy.
operators-support-request = 🧾 Solicitud de pago { $number } del <a href="tg://user?id={ $user }">usuario { $user }</a>:
    <blockquote>{ $request }</blockquote>
    Responde con <code>/reply { $number } texto</code>; el bot se lo pasa.
operators-dead-letter = ⚠️ Algo no se pudo procesar y quedó apartado: { $reason }. Mira la tabla dead_letters y el registro.
operators-unknown-jobs = ⚠️ Los workers mencionan { $orders ->
    [one] un pedido que no está
   *[other] { $orders } pedidos que no están
    } en esta base de datos. Si se restauró de una copia, eso pasó después de la copia: en esos chats dirá siempre “en marcha” y los créditos no constan en las cuentas. Todo está en la tabla unknown_jobs; a quien pregunte, dale los créditos con /grant. Si no se restauró, revisa DATA_DIR y si otro bot usa los mismos workers.
operators-put-back = ℹ️ Esta base de datos se restauró de una copia. { $orders ->
    [0] No hay pedidos en espera.
    [one] Hay un pedido en espera: se pregunta por él a los workers antes de comprar nada.
   *[other] Hay { $orders } pedidos en espera: se pregunta por ellos a los workers antes de comprar nada.
    } Envía /reconcile para encontrar los pagos que llegaron después de la copia. Los pedidos hechos después no se conocen aquí; a quien pregunte por uno, dale los créditos con /grant.

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }) cuesta { $cost } en créditos de KIE.ai, y el catálogo dice { $listed }: así fue en { $off } de los últimos { $of } videos de este tipo. { $step ->
    [switched-off] Desactivé el modelo. Corrige su costo en tu CATALOG_FILE, reinicia el bot y los workers, y vuelve a activarlo con <code>/models on { $id }</code>.
    [is-last] Sigue en el menú, porque es el último que queda. Corrige su costo en tu CATALOG_FILE y reinicia el bot y los workers.
   *[told] Corrige su costo en tu CATALOG_FILE y reinicia el bot y los workers, o desactívalo mientras tanto con <code>/models off { $id }</code>.
    }
operators-price-list-differs = 🏷 La lista de precios de KIE.ai no tiene estos costos del catálogo:
    { $lines }
    Compáralos con kie.ai/pricing, corrige tu CATALOG_FILE y reinicia el bot y los workers; <code>bot check-catalogue</code> muestra lo que queda de cada precio.
operators-price-list-line = • <b>{ $model }</b> ({ $combination }): { $listed } aquí, { $price } allí según “{ $row }”
operators-model-failing = ⚠️ <b>{ $model }</b>: fallos seguidos en KIE.ai: { $failures }. Quien lo elige recibe un aviso, y nadie paga por un video que falla. Si sigue así, desactívalo con <code>/models off { $id }</code>.
operators-model-mended = ✅ <b>{ $model }</b>: { $made ->
    [yes] volvió a salir un video, tras fallos desde { $since } UTC.
   *[no] ningún fallo en un día. Falló una y otra vez desde { $since } UTC; nadie ha creado un video con él mientras tanto.
    }
operators-models = <b>Modelos</b>
    { $lines }
    Cambia uno con <code>/models off id</code> o <code>/models on id</code>.
operators-models-line = • <code>{ $id }</code> { $model }: { $state ->
    [setting] desactivado por MODELS_OFF o el catálogo
    [operator] desactivado por un operador
    [price-watch] desactivado, porque cuesta más de lo que dice el catálogo
   *[on] activado
    }{ $fails ->
    [yes] , falla a menudo
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] Hecho: <code>{ $id }</code> está { $to ->
        [off] desactivado. Lo que ya se pidió se crea igual.
       *[on] activado. Ya se puede pedir.
    }
    [already] <code>{ $id }</code> ya está { $to ->
        [off] desactivado.
       *[on] activado.
    }
    [last] <code>{ $id }</code> es el último modelo del menú, así que sigue activado. Para no vender nada, detén el bot.
    [off-by-setting] <code>{ $id }</code> está desactivado por MODELS_OFF o el catálogo. Cámbialo y reinicia el bot.
   *[unknown] No existe el modelo <code>{ $id }</code>. En /models están todos.
    }
operators-usage-models = Escribe <code>/models</code> para ver la lista, o <code>/models off id</code> y <code>/models on id</code>.

## Refunds

operators-refund-wanted =
    🙋 El <a href="tg://user?id={ $user }">usuario { $user }</a> pide el reembolso de la compra { $purchase }: { $credits } por { $stars } ⭐ · { $date }. { $because ->
        [too-late] Es demasiado antigua para un reembolso sin preguntar.
        [gift-opened] Es un regalo que alguien ya abrió. Si lo apruebas, a esa persona se le retira lo que queda de él.
        [refused] Telegram ya lo rechazó antes.
       *[spent] Una parte de sus créditos está gastada o en reserva.
    }
    Si lo apruebas, las Estrellas se devuelven y los créditos que quedan se retiran. Mira /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = El usuario { $user } tiene una parte de esta compra en reserva para pedidos en curso: { $held }. Decide cuando terminen, por favor: hasta entonces no se sabe cuánto se gasta.
operators-refund-approved = ✅ Aprobado: { $stars } ⭐ de { $foreign ->
    [yes] este pago
   *[no] la compra { $purchase }
    } vuelven al usuario { $user }; en reserva para ello: { $taken }. Solo te aviso si Telegram lo rechaza.
operators-refund-declined = ❌ Rechazado: compra { $purchase } ({ $stars } ⭐). El usuario ya recibió el aviso.
operators-refund-decided = { $eligibility ->
    [under-way] El reembolso ya está en camino.
    [returned] Ya se reembolsó.
    [declined] Ya se rechazó.
   *[other] Ya nadie pide este reembolso.
    }
operators-refund-refused = ⚠️ Telegram se negó a reembolsar { $stars } ⭐ al usuario { $user }: { $reason }. { $credits ->
    [0] No había créditos en reserva para ello.
   *[other] Los créditos están de vuelta.
    } Si el bot tiene pocas Estrellas, espera a que entren más y envía
    <code>/refund { $charge } motivo</code>
operators-purchase-unknown = No existe la compra <code>{ $which }</code>. Tómala de /ledger usuario, por ejemplo <code>123456#2</code> para la segunda del usuario 123456, o toma el ID de la transacción del recibo del comprador. Un pago que acaba de entrar se conoce después de /reconcile.

## People's credits

operators-credits-moved = Hecho. El usuario { $user } tiene ahora { $balance } y ya recibió el aviso.
operators-has-less = El usuario { $user } solo tiene { $balance }. No se retiró nada.
operators-person-unknown = El usuario { $user } nunca escribió a este bot.
operators-account = <b>Usuario { $user }</b>: disponible { $available }, en reserva { $held }, en reembolso { $refunding }.
operators-account-purchase =
    Compra <code>{ $purchase }</code>: { $credits } por { $stars } ⭐ · { $date }, restante: { $left }{ $gift ->
        [none] { "" }
        [waiting] , regalo sin abrir todavía
        [refunding] , regalo sin abrir
        [returned] , regalo que no se abrió
        [kept] , regalo que nadie abrió a tiempo
       *[opened] , regalo abierto
    }{ $eligibility ->
        [asked] , reembolso solicitado
        [declined] , reembolso rechazado
        [refused] , Telegram rechazó un reembolso
        [under-way] , reembolso en camino
        [returned] , reembolsada
       *[other] { "" }
    }
operators-account-entries = Movimientos, del más nuevo al más antiguo, hora UTC, página { $page } de { $pages }:
operators-entry =
    { $at } · { $credits } · { $cause ->
        [pay] comprado, { $purchase }
        [bonus] bono de { $purchase }
        [first] bono por su primera compra
        [welcome] créditos de bienvenida
        [invited] porque lo invitaron
        [inviter] por invitar a alguien
        [inviter-back] retirado: se reembolsó la compra de la persona que invitó
        [promo] código promocional
        [gift-out] regalado: { $purchase } se abrió
        [gift-in] abrió un regalo, { $purchase }
        [gift-kept] suyo: nadie abrió el regalo { $purchase }
        [gift-back] retirado: las Estrellas del regalo { $purchase } se devolvieron
        [grant] dado
        [debit] retirado
        [hold] en reserva para el pedido <code>{ $job }</code>
        [capture] gastado en el pedido <code>{ $job }</code>
        [release] de vuelta del pedido <code>{ $job }</code>
        [give-back] devuelto por el pedido <code>{ $job }</code>, que estaba gastado
        [refund-hold] en reserva para reembolsar { $purchase }
        [refund-undo] de vuelta: Telegram se negó a reembolsar { $purchase }
       *[revoke]
            { $held ->
                [yes] se fue con el reembolso de { $purchase }
               *[no] retirado: las Estrellas de { $purchase } se devolvieron sin nosotros
            }
    }
operators-entry-by = {""} por el operador { $operator }: { $reason }
operators-too-many-credits = Un comando mueve como máximo { $most }. No se hizo nada.
operators-help = <b>Para operadores</b>
operators-help-line = /{ $command } · { $about }
command-admin = Usuarios, pedidos, modelos y cifras
command-grant = Dar créditos: usuario, créditos, motivo
command-debit = Quitar créditos: usuario, créditos, motivo
command-ledger = Saldo y movimientos de un usuario
command-refund = Devolver Estrellas: usuario#número o ID de la transacción, motivo
command-reply = Responder a una solicitud de pago: su número, texto
command-reconcile = Comparar ahora con la lista de Estrellas de Telegram
command-models = Los modelos del menú; off id quita uno
command-promo = Códigos promocionales; código créditos personas días crea uno
command-broadcast = Enviar un mensaje a todos o a algunos
command-stats = Cómo va la tienda; daily on lo envía cada mañana
command-shop = Precios, paquetes, bonos
command-maintenance = Solo los operadores pueden pedir: on u off, con un texto para la gente
operators-usage-grant = Escribe <code>/grant usuario créditos motivo</code>, por ejemplo <code>/grant 123456 5 perdón por la espera</code>
operators-usage-debit = Escribe <code>/debit usuario créditos motivo</code>, por ejemplo <code>/debit 123456 5 dados por error</code>
operators-usage-ledger = Escribe <code>/ledger usuario</code>, por ejemplo <code>/ledger 123456</code>, y un número de página para ver movimientos más antiguos.
operators-usage-refund = Escribe <code>/refund usuario#número motivo</code> como lo muestra /ledger usuario, por ejemplo <code>/refund 123456#2 el video nunca llegó</code>, o el ID de la transacción en lugar de la compra.
operators-usage-reply = Escribe <code>/reply número texto</code>, por ejemplo <code>/reply 3 Ya tienes tus créditos de vuelta, ¡perdón!</code>
operators-reply-sent = Tu respuesta a la solicitud { $number } va en camino al usuario { $user }.
operators-request-unknown = No existe la solicitud { $number }.
operators-usage-reconcile = Escribe <code>/reconcile</code>

## Promo codes

operators-promos =
    <b>Códigos promocionales</b>
    { $lines }
    Crea uno con <code>/promo código créditos personas días</code>; termina uno con <code>/promo código off</code>.
operators-promos-line =
    • <code>{ $code }</code>: { $credits }, usado { $uses } de { $most } veces, { $state ->
        [open] hasta el { $ends }
        [used-up] agotado
       *[ended] terminó el { $ends }
    }
operators-promos-none = Todavía no hay códigos promocionales. Crea uno con <code>/promo código créditos personas días</code>, por ejemplo <code>/promo SUMMER 2 100 30</code>: 2 créditos para cada una de 100 personas durante 30 días.
operators-promo-made =
    ✅ <code>{ $code }</code> da { $credits } a { $people ->
        [one] { $people } persona
       *[other] cada una de { $people } personas
    }, una vez por persona, hasta el { $ends }. La gente envía <code>/redeem { $code }</code> o abre { $link }
operators-promo-taken = Ya hay, o hubo, un código <code>{ $code }</code>. No cambió nada; elige otro nombre.
operators-promo-off =
    { $outcome ->
        [ended] Hecho: ya nadie puede usar <code>{ $code }</code>. Lo que la gente recibió con él sigue siendo suyo.
        [had-ended] <code>{ $code }</code> ya había terminado.
       *[unknown] No existe el código <code>{ $code }</code>. En /promo están todos.
    }
operators-usage-promo = Escribe <code>/promo código créditos personas días</code>, por ejemplo <code>/promo SUMMER 2 100 30</code>, o <code>/promo SUMMER off</code>, o <code>/promo</code> para ver la lista. Un código tiene de 3 a 32 letras, cifras, guiones o guiones bajos; da de 1 a 1000 créditos a entre 1 y 1000000 personas durante 1 a 3650 días.

## Figures of the shop

operators-stats =
    <b>Últimos { $days } días</b>
    ⭐ { $stars } Estrellas pagadas{ $returned ->
        [0] { "" }
       *[other] , de ellas devueltas: { $returned }
    } · 🎬 { $orders ->
        [one] un video pedido
       *[other] { $orders } videos pedidos
    } · 👤 { $people ->
        [one] un usuario nuevo
       *[other] { $people } usuarios nuevos
    }
    Salieron bien: { $success } · Margen: { $margin } (entran { $income } USD, { $cost } USD van a KIE.ai)
operators-stats-unreadable = Ahora mismo no puedo leer las cifras. Inténtalo de nuevo en un minuto; el registro dice por qué.
operators-stats-daily-on = De acuerdo, lo recibirás cada día a las { $time } UTC. Para otra hora, escribe /stats daily on 7.
operators-stats-daily-off = De acuerdo, ya no lo envío por mi cuenta.
operators-usage-stats = Escribe <code>/stats</code>, <code>/stats daily on</code>, <code>/stats daily on 7</code> para las 7:00 UTC, o <code>/stats daily off</code>.
button-stats-days = { $days } días
button-stats-daily-on = ⏰ Recibir cada mañana
button-stats-daily-off = 🔕 Ya no cada mañana
stats-image-title = Últimos { $days } días
stats-image-stars = Estrellas
stats-image-orders = Pedidos
stats-image-people = Usuarios nuevos
stats-image-margin = Margen
stats-image-stars-by-day = Estrellas por día
stats-image-orders-by-day = Pedidos por día
stats-image-people-by-day = Usuarios nuevos por día
stats-image-success-by-model = Éxito por modelo
stats-image-nothing = Nada todavía

## Broadcasts

operators-broadcast-ask = 📣 Envíame el mensaje que debe recibir la gente: un texto con su formato, o una foto o un video con un texto. Primero lo ves tú y eliges quién lo recibe; todavía no se envía nada.
operators-broadcast-cannot = Eso no se lo puedo enviar a todos. Envía un solo mensaje: un texto, o una foto, un video, un mensaje de voz o un archivo con un texto. Los álbumes no sirven.
operators-broadcast-panel =
    👆 Esto es lo que recibirá la gente; cada persona puede dejar de recibir estos mensajes con el botón de abajo.
    
    Para: { $to } · <b>{ $people ->
        [one] una persona
       *[other] { $people } personas
    }</b>
    No se cuenta a quien desactivó las novedades o bloqueó el bot. Elige quién lo recibe y después cuándo. Las horas son UTC.
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] todos los idiomas
    }{ $days ->
        [0] { "" }
       *[other] , activos en los últimos { $days } días
    }
operators-broadcast-ask-language = ¿Qué idioma deben hablar? Quienes usan Telegram en él o lo eligieron aquí:
operators-broadcast-ask-time = ¿Cuándo se envía? Escribe la hora en UTC, por ejemplo <code>18:30</code> o <code>2027-12-24 09:00</code>, como máximo dentro de 60 días. Ahora son las { $now }.
operators-broadcast-wrong-time = Esa hora ya pasó o faltan más de 60 días. Elige otra.
operators-broadcast-nobody = No lo recibiría nadie. Elige a otras personas.
operators-broadcast-not-sent = De acuerdo, no se envía nada.
operators-broadcast-progress =
    📣 { $state ->
        [draft] Todavía no se envió.
        [scheduled] Se envía el { $at } UTC.
        [sending] En camino: { $percent }%
        [paused] En pausa al { $percent }%. Nadie lo recibe dos veces si continúas.
        [done] Listo.
       *[cancelled] Cancelado.
    }
    Para: { $to } · { $people ->
        [one] una persona
       *[other] { $people } personas
    }
    { $state ->
        [draft] { "" }
        [scheduled] Conserva el mensaje que me enviaste: lo copio de este chat.
       *[other] ✅ lo recibieron: { $sent } · 🚫 bloquearon el bot: { $blocked } · ⚠️ rechazados por Telegram: { $failed }
    }
operators-broadcast-done =
    📣 Tu envío terminó. ✅ lo recibieron: { $sent } · 🚫 bloquearon el bot: { $blocked } · ⚠️ rechazados por Telegram: { $failed }{ $failed ->
        [0] .
       *[other] . El registro dice por qué.
    }
operators-broadcast-stopped =
    ⚠️ Tu envío está en pausa: { $known ->
        [yes] Telegram rechaza el mensaje: { $reason }. Si no tiene arreglo, cancélalo y envía otro.
       *[no] el mensaje ya no está en este chat, así que no puedo copiarlo. Cancélalo y envíalo otra vez; para no repetírselo a quienes ya lo tienen, elige a otras personas.
    }
button-broadcast-everybody = 👥 Todos
button-broadcast-languages = 🌐 Un idioma…
button-broadcast-all-languages = Todos los idiomas
button-broadcast-seen = Activos en { $days } días
button-broadcast-now = 📣 Enviar ahora a { $people }
button-broadcast-tomorrow = Mañana a las { $time }
button-broadcast-hour = En una hora
button-broadcast-time = Otra hora…
button-broadcast-pause = ⏸ Pausar
button-broadcast-resume = ▶️ Continuar
button-broadcast-cancel = ✖️ Cancelar

## Telegram's list of Star transactions

operators-reconcile-begun = Leyendo la lista de transacciones de Telegram…
operators-reconciled = ✅ Transacciones en la lista: { $listed }; nuevas: { $new } (acreditadas con retraso: { $credited }, revocadas: { $revoked }). Saldo: { $balance } ⭐. { $agrees ->
    [yes] Coincide con la lista.
   *[no] Diferencia con la lista: { $difference } ⭐.
    }
operators-not-reconciled = ⚠️ No se pudo leer la lista de transacciones de Telegram: { $reason }. Lo intentaré de nuevo por mi cuenta.
operators-star-difference = { $agrees ->
    [yes] ✅ El saldo de Telegram ({ $balance } ⭐) vuelve a coincidir con su lista de transacciones.
   *[no] ⚠️ El saldo de Telegram ({ $balance } ⭐) difiere de su lista de transacciones en { $difference } ⭐. Mira el saldo del bot en @BotFather.
    }
operators-payment-not-listed = ⚠️ El pago <code>{ $charge }</code> del usuario { $user } se acreditó, pero no figura en la lista de Telegram. ¿Será falso? Mira /ledger { $user }
operators-refund-not-listed = ⚠️ El reembolso de <code>{ $charge }</code> al usuario { $user } consta como hecho, pero no figura en la lista de Telegram. Mira /ledger { $user }
operators-older-payments = ℹ️ La lista de Telegram tiene pagos anteriores a esta base de datos: { $count } ({ $stars } ⭐). Se conservan en la tabla star_transactions y no se acreditan a nadie. Si hay que acreditarlos, vuelve a poner la base de datos antigua.
operators-unreadable-transaction = ⚠️ No se puede leer una transacción de la lista de Telegram (<code>{ $id }</code>). Mira el registro y actualiza Starreel.
operators-books-are-wrong = 🚨 Las cuentas no cuadran. Ejecuta <code>bot audit</code> para ver las filas, y detén el bot si hay créditos en riesgo:
    { $found }
