# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>Para operadores</b>
    { $role ->
        [owner] Você é proprietário: pode fazer tudo.
        [support] Você é da equipe de suporte: responde às pessoas, bloqueia quem precisar e manda refazer pedidos. Créditos e Estrelas são com os proprietários.
       *[viewer] Você é observador: vê tudo e não muda nada.
    }
button-admin-menu = ◀️ Menu
button-admin-people = 👤 Usuários
button-admin-stuck = ⏳ Pedidos travados
button-admin-failed = ⚠️ Pedidos com falha
button-admin-models = 🎬 Modelos
button-admin-stats = 📊 Estatísticas
button-admin-now = 🩺 Agora
button-admin-shop = 🛒 Loja
button-admin-promos = 🎟 Códigos promo
button-admin-broadcast = 📣 Transmissão
admin-cancelled = Tudo bem, nada foi feito.
admin-too-long = Ficou longo demais: escreva no máximo { $max } caracteres ou toque em “Cancelar”.

## People

admin-ask-person =
    <b>Quem você quer ver?</b>
    Envie o número do Telegram da pessoa, uma compra (<code>123456#2</code> ou o ID da transação do recibo), uma solicitação de pagamento (<code>#7</code>) ou um pedido, ou encaminhe uma mensagem dela.
admin-person-not-found = Não encontro ninguém com <code>{ $word }</code>. Confira ou envie outra coisa: um número, uma compra, um ID de transação, uma solicitação de pagamento como <code>#7</code> ou uma mensagem encaminhada. Um pagamento que acabou de entrar só é conhecido depois de /reconcile.
admin-account-hidden = O Telegram não diz quem escreveu isto: essa pessoa oculta a conta quando as mensagens dela são encaminhadas. Peça o ID da transação que está no recibo e envie para mim.
admin-card =
    <b>Usuário { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 bloqueado desde { $blocked }
    }{ $away ->
        [yes] { " " }· fora de alcance: bloqueou o bot
       *[no] { "" }
    }
    Aqui desde { $since }, idioma { $language }
    Saldo: { $available } · { $held } em reserva · { $refunding } em reembolso
admin-card-purchases = <b>Pagamentos</b>
admin-card-none = nada
admin-card-subscription =
    <b>Assinatura</b>
    { $credits } a cada 30 dias por { $stars } ⭐, { $state ->
        [active] paga até { $until }
        [failed] o último pagamento falhou, paga até { $until }
       *[cancelled] cancelada, vale até { $until }
    }
admin-card-orders = <b>Últimos pedidos</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] espera a vez
        [published] com os workers
        [submitted] sendo criado
        [ready] sendo enviado
        [delivered] entregue
        [failed] não deu certo
        [cancelled] cancelado
       *[undeliverable] não deu para entregar
    }
admin-card-entries = <b>Últimos lançamentos</b>, horário UTC
button-admin-block = 🚫 Bloquear
button-admin-unblock = ✅ Desbloquear
button-admin-write = 💬 Escrever
button-admin-grant = ➕ Dar créditos
button-admin-debit = ➖ Retirar créditos
button-admin-ledger = 📒 Lançamentos
button-admin-another = 🔎 Outro usuário
button-admin-person = 👤 Ficha do usuário
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] O usuário { $user } está bloqueado e já foi avisado. Os pedidos em andamento ainda serão criados; uma assinatura continua até ele cancelar.
               *[unblocked] O usuário { $user } está desbloqueado e já foi avisado.
            }
        [already]
            { $to ->
                [blocked] O usuário { $user } já está bloqueado.
               *[unblocked] O usuário { $user } não está bloqueado.
            }
        [operator] Não dá para bloquear operadores. Tire-o antes das configurações.
       *[unknown] O usuário { $user } nunca escreveu para este bot.
    }
admin-ask-grant = Quantos créditos dou ao usuário { $user }, e por quê? Por exemplo: <code>5 desculpe a demora</code>
admin-ask-debit = Quantos créditos retiro do usuário { $user }, e por quê? Por exemplo: <code>5 dados por engano</code>
admin-amount-unclear = Escreva um número e um motivo, por exemplo <code>5 desculpe a demora</code>, ou toque em “Cancelar”.
admin-ask-message = O que escrevo para o usuário { $user }? Ele vai ler como uma mensagem da nossa equipe, sem o seu nome.
admin-needs-words = Envie como texto, por favor; não consigo repassar fotos nem arquivos.
admin-message-sent = Sua mensagem está a caminho do usuário { $user }.

## Orders

admin-orders =
    { $list ->
        [stuck] <b>Pedidos travados</b>: parados no mesmo ponto há mais de { $minutes } minutos, a partir do mais demorado.
       *[failed] <b>Pedidos com falha</b> dos últimos { $days } dias, a partir do mais novo.
    }{ $orders ->
        [0] { " " }Não há nenhum.
       *[other] { "" }
    }
admin-orders-legend =
    👤 usuário{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 tentar de novo · 🗑 tirar desta lista
       *[owner] { " " }· 🔁 tentar de novo · ↩️ devolver os créditos · 🗑 tirar desta lista
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · usuário { $user }
    { $progress ->
        [queued] Espera a vez
        [published] Com os workers, ainda não na KIE.ai
        [submitted] A KIE.ai está criando
        [ready] Pronto, mas não entregue
        [not-fetched] Pronto, mas não deu para enviar durante todo o tempo em que ficou guardado; foi cobrado
        [undeliverable] Pronto, mas não deu para enviar; os créditos voltaram
       *[failed]
            Não deu certo, os créditos voltaram: { $reason ->
                [policy] recusado pelas regras de conteúdo do modelo
                [refused] o modelo não conseguiu aceitar
                [image] não deu para usar a foto
                [image_gone] o Telegram não tem mais a foto
                [sound] o modelo não achou nenhum som no texto
                [expired] esperou tempo demais
                [timeout] demorou demais; se o vídeo ainda chegar, é grátis
                [unknown] não se sabe se a KIE.ai aceitou; se o vídeo ainda chegar, é grátis
               *[provider] a KIE.ai falhou
            }
    }, desde { $since } UTC ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } min
admin-age-hours = { $count } h
admin-age-days =
    { $count ->
        [one] { $count } dia
       *[other] { $count } dias
    }
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] Estou perguntando de novo aos workers o que houve com ele. Nada é comprado duas vezes; se houver um vídeo, ele é entregue.
        [sent] Estou enviando o vídeo de novo.
        [placed] Pedido refeito, com os créditos do usuário. Ele já foi avisado.
        [tried-already] Isso já foi feito.
        [ordered-by-person] O próprio usuário já fez o pedido de novo.
        [waits] Ele espera a vez; ainda não dá para tentar nada.
        [refused] Ele seria recusado de novo: o usuário precisa mudá-lo antes.
        [ended] Ele já terminou, então não dá para tentar de novo.
        [person-blocked] Este usuário está bloqueado. Desbloqueie primeiro.
        [not-enough] O usuário não tem mais créditos para isso.
        [too-many] O usuário chegou ao limite de pedidos por enquanto. Tente mais tarde.
        [model-gone] O modelo dele não está mais disponível.
        [forgotten] O texto dele foi apagado, então não dá para pedir de novo.
        [paused] A KIE.ai não está aceitando pedidos agora. Tente mais tarde.
        [given-back] Feito: o usuário recebeu os créditos de volta e já foi avisado.
        [given-back-already] Os créditos já voltaram para o usuário.
        [delivered] O usuário já tem o vídeo. Para dar créditos mesmo assim, use ➕ na ficha dele.
        [dropped] Ele fica fora desta lista até avançar.
       *[dropped-already] Ele já está fora da lista.
    }

## Stats

admin-now =
    <b>Agora</b>, { $at } UTC
    <b>Últimas 24 horas</b>
    Pedidos: { $ordered }, dos quais entregues: { $delivered }, com falha: { $failed }
    Estrelas: { $paid } ⭐ pagas, { $returned } ⭐ devolvidas
    <b>Agora</b>
    Na fila: { $queued }, sendo criados: { $rendering }, sendo enviados: { $ready }, travados: { $stuck }
    Reembolsos a decidir: { $refunds }, assinaturas: { $subscriptions }, usuários bloqueados: { $blocked }
button-admin-refresh = 🔄 Atualizar
