# What operators read in their chat with the bot: what happened, and what to do next.

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

operators-refund-wanted = 🙋 El <a href="tg://user?id={ $user }">usuario { $user }</a> pide el reembolso de la compra { $purchase }: { $credits } por { $stars } ⭐ · { $date }. { $because ->
    [too-late] Es demasiado antigua para un reembolso sin preguntar.
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
   *[other] Sus créditos están de vuelta.
    } Si el bot tiene pocas Estrellas, espera a que entren más y envía
    <code>/refund { $charge } motivo</code>
operators-purchase-unknown = No existe la compra <code>{ $which }</code>. Tómala de /ledger usuario, por ejemplo <code>123456#2</code> para la segunda del usuario 123456, o toma el ID de la transacción del recibo del comprador. Un pago que acaba de entrar se conoce después de /reconcile.

## People's credits

operators-credits-moved = Hecho. El usuario { $user } tiene ahora { $balance } y ya recibió el aviso.
operators-has-less = El usuario { $user } solo tiene { $balance }. No se retiró nada.
operators-person-unknown = El usuario { $user } nunca escribió a este bot.
operators-account = <b>Usuario { $user }</b>: disponible { $available }, en reserva { $held }, en reembolso { $refunding }.
operators-account-purchase = Compra <code>{ $purchase }</code>: { $credits } por { $stars } ⭐ · { $date }, restante: { $left }{ $eligibility ->
    [asked] , reembolso solicitado
    [declined] , reembolso rechazado
    [refused] , Telegram rechazó un reembolso
    [under-way] , reembolso en camino
    [returned] , reembolsada
   *[other] {""}
    }
operators-account-entries = Movimientos, del más nuevo al más antiguo, hora UTC, página { $page } de { $pages }:
operators-entry = { $at } · { $credits } · { $cause ->
    [pay] comprado, { $purchase }
    [bonus] bono de { $purchase }
    [first] bono por su primera compra
    [welcome] créditos de bienvenida
    [grant] dado
    [debit] retirado
    [hold] en reserva para el pedido <code>{ $job }</code>
    [capture] gastado en el pedido <code>{ $job }</code>
    [release] de vuelta del pedido <code>{ $job }</code>
    [refund-hold] en reserva para reembolsar { $purchase }
    [refund-undo] de vuelta: Telegram se negó a reembolsar { $purchase }
   *[revoke] { $held ->
        [yes] se fue con el reembolso de { $purchase }
       *[no] retirado: las Estrellas de { $purchase } se devolvieron sin nosotros
    }
    }
operators-entry-by = {""} por el operador { $operator }: { $reason }
operators-too-many-credits = Un comando mueve como máximo { $most }. No se hizo nada.
operators-help = <b>Para operadores</b>
    /grant usuario créditos motivo · dar créditos
    /debit usuario créditos motivo · quitar créditos
    /ledger usuario · su saldo y sus movimientos
    /refund usuario#número motivo (o el ID de la transacción) · devolver Estrellas
    /reply número texto · responder a una solicitud de pago
    /reconcile · comparar ahora con la lista de Telegram
    /models · lo que hay en el menú; /models off id quita uno
operators-usage-grant = Escribe <code>/grant usuario créditos motivo</code>, por ejemplo <code>/grant 123456 5 perdón por la espera</code>
operators-usage-debit = Escribe <code>/debit usuario créditos motivo</code>, por ejemplo <code>/debit 123456 5 dados por error</code>
operators-usage-ledger = Escribe <code>/ledger usuario</code>, por ejemplo <code>/ledger 123456</code>, y un número de página para ver movimientos más antiguos.
operators-usage-refund = Escribe <code>/refund usuario#número motivo</code> como lo muestra /ledger usuario, por ejemplo <code>/refund 123456#2 el video nunca llegó</code>, o el ID de la transacción en lugar de la compra.
operators-usage-reply = Escribe <code>/reply número texto</code>, por ejemplo <code>/reply 3 Ya tienes tus créditos de vuelta, ¡perdón!</code>
operators-reply-sent = Tu respuesta a la solicitud { $number } va en camino al usuario { $user }.
operators-request-unknown = No existe la solicitud { $number }.
operators-usage-reconcile = Escribe <code>/reconcile</code>

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
