# What operators read in their chat with the bot: what happened, and what to do next.

operators-provider-blocked = ⚠️ A KIE.ai não está aceitando pedidos: { $reason ->
    [out_of_funds] a conta ficou sem créditos. Recarregue em kie.ai.
    [unauthorized] a chave está errada ou não tem permissão para isso. Confira KIE_AI_API_KEY ou KIE_AI_API_KEYS.
    [unreachable] nenhum worker recebe resposta dela. O log dos workers mostra o endereço e a causa: confira KIE_API_URL e a rede deles.
   *[key_limit] a chave atingiu o próprio limite de gastos. Aumente-o em kie.ai.
    }
    Os pedidos estão em pausa; os que estão na fila esperam.
operators-key-left-out = ⚠️ A KIE.ai não está aceitando pedidos com a chave <b>{ $key }</b>: { $reason ->
    [out_of_funds] a conta dela ficou sem créditos. Recarregue em kie.ai.
    [unauthorized] ela está errada ou não tem permissão para isso. Confira em KIE_AI_API_KEYS.
    [unreachable] ela não recebe resposta. O log dos workers mostra a causa.
   *[key_limit] ela atingiu o próprio limite de gastos. Aumente-o em kie.ai.
    }
    Até lá, ela fica de fora; as outras chaves assumem a parte dela.
operators-key-back = ✅ A KIE.ai voltou a aceitar pedidos com a chave <b>{ $key }</b>.
operators-key-missing = ⚠️ Há pedidos que precisam da chave <b>{ $key }</b>, que não está em KIE_AI_API_KEYS: ela fez os vídeos deles, ou os vídeos que eles continuam, e nenhuma outra chave consegue vê-los. Os pedidos esperam e, no fim, as pessoas recebem os créditos de volta. Coloque a chave de volta com peso 0 (<code>{ $key }:0=…</code>), reinicie os workers e remova-a quando os pedidos dela terminarem.
operators-balance-low = ⚠️ O saldo na KIE.ai não paga vídeos que lá custam mais de { $credits ->
    [one] { $credits } crédito
   *[other] { $credits } créditos
}. Até você recarregar em kie.ai, ficam fora da oferta: { $models }.
operators-provider-ok = ✅ A KIE.ai voltou a aceitar pedidos.
operators-video-not-delivered = ⚠️ Um vídeo pronto não chegou ao usuário { $user } (tarefa <code>{ $job }</code>). Ele já foi avisado e recebeu os créditos de volta. { $why ->
    [no-video] Não há vídeo onde a KIE.ai diz, embora tenha sido pedido duas vezes: { $detail }. Se isso continuar, pergunte à KIE.ai sobre o servidor de arquivos e desligue o modelo com MODELS_OFF.
    [too-large] É grande demais para o Telegram, e as pessoas não conseguem abrir BOT_URL. Defina WEBHOOK_URL com um endereço público, e vídeos assim sairão como links.
    [overdue] Não deu para enviar durante todo o tempo em que ficou guardado. Procure a tarefa no log: o servidor de arquivos, o disco (VIDEOS_MEGABYTES_MAX) ou o Telegram falhou o tempo todo.
   *[not-taken] O Telegram recusa de todas as formas: { $detail }. Procure a tarefa no log.
    }
operators-videos-are-late = ⚠️ Há vídeos prontos esperando há mais de uma hora, e não é por causa de quem vai recebê-los: procure no log “a video could not be read”, “a video cannot be kept” e “a video was not delivered”. Continuo tentando; os créditos só são gastos quando um vídeo chega.
operators-foreign-payment = ⚠️ O usuário { $user } pagou uma fatura que este bot não emitiu: { $stars } ⭐ (cobrança <code>{ $charge }</code>). Nada foi creditado. O banco de dados foi trocado? Credite ou reembolse manualmente.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] Outro processo mudou o destino das atualizações deste bot no Telegram. Já desfiz a mudança. Dois programas com o mesmo BOT_TOKEN tiram as atualizações um do outro: pare o outro, ou revogue o token no @BotFather e defina o novo aqui.
    [conflict] Outro processo pede ao Telegram as atualizações deste bot, e mensagens das pessoas se perdem. Pare-o, ou revogue o token no @BotFather e defina o novo aqui.
    [failing] O Telegram não consegue entregar atualizações a este bot: { $words }. Configurei o webhook de novo. Se não adiantar, confira se WEBHOOK_URL é acessível pela internet e se o certificado é válido.
   *[behind] Cada vez mais atualizações esperam no Telegram (agora: { $words }), e as pessoas ficam sem resposta. Confira se WEBHOOK_URL é acessível, além do log e do disco do bot.
    }
operators-connection-mended = ✅ As atualizações do Telegram voltaram a chegar, depois de problemas de { $since } a { $until } UTC. { $kind ->
    [unreachable] O Telegram estava inacessível. As mensagens esperaram lá e estão sendo respondidas agora.
    [token_refused] O Telegram não reconhecia o token do bot. As mensagens esperaram lá e estão sendo respondidas agora.
    [taken] O que o outro processo pegou nunca chegou aqui. Envie /reconcile para creditar agora os pagamentos que houver ali.
    [conflict] O que o outro processo pegou nunca chegou aqui. Envie /reconcile para creditar agora os pagamentos que houver ali.
   *[other] As mensagens esperaram no Telegram e estão sendo respondidas agora.
    }
operators-sale-refused = 🚨 O Telegram recusa { $call ->
    [invoice] as faturas deste bot
    [subscription] as assinaturas deste bot
   *[checkout] as respostas deste bot na hora do pagamento
    }, então ninguém consegue comprar créditos: { $reason }. Confira os pagamentos do bot no @BotFather e os seus PACKS, STARS_PER_CREDIT e SUBSCRIPTION_STARS. Para testar, toque em um pacote em /buy.
operators-support-request = 🧾 Solicitação de pagamento { $number } do <a href="tg://user?id={ $user }">usuário { $user }</a>:
    <blockquote>{ $request }</blockquote>
    Responda com <code>/reply { $number } texto</code>; o bot repassa.
operators-dead-letter = ⚠️ Algo não pôde ser processado e foi separado: { $reason }. Veja a tabela dead_letters e o log.
operators-unknown-jobs = ⚠️ Os workers mencionam { $orders ->
    [one] { $orders } pedido que não está
   *[other] { $orders } pedidos que não estão
    } neste banco de dados. Se ele foi restaurado de uma cópia, isso aconteceu depois da cópia: essas conversas vão dizer “sendo criado” para sempre, e os créditos não constam nas contas. Está tudo na tabela unknown_jobs; a quem perguntar, devolva os créditos com /grant. Se não foi restaurado, confira DATA_DIR e se outro bot usa os mesmos workers.
operators-put-back = ℹ️ Este banco de dados foi restaurado de uma cópia. { $orders ->
    [0] Nenhum pedido está esperando.
    [one] { $orders } pedido está esperando: os workers são consultados sobre ele antes de qualquer compra.
   *[other] { $orders } pedidos estão esperando: os workers são consultados sobre eles antes de qualquer compra.
    } Envie /reconcile para encontrar pagamentos que chegaram depois da cópia. Pedidos feitos depois dela não são conhecidos aqui; a quem perguntar por um deles, devolva os créditos com /grant.

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }) custa { $cost } em créditos da KIE.ai, e o catálogo diz { $listed }: foi assim em { $off } dos últimos { $of } vídeos desse tipo. { $step ->
    [switched-off] Desliguei o modelo. Corrija o custo dele no seu CATALOG_FILE, reinicie o bot e os workers e ligue-o de novo com <code>/models on { $id }</code>.
    [is-last] Ele continua no menu, porque é o último que resta. Corrija o custo dele no seu CATALOG_FILE e reinicie o bot e os workers.
   *[told] Corrija o custo dele no seu CATALOG_FILE e reinicie o bot e os workers, ou desligue-o até lá com <code>/models off { $id }</code>.
    }
operators-price-list-differs = 🏷 A lista de preços da KIE.ai não tem estes custos do catálogo:
    { $lines }
    Compare com kie.ai/pricing, corrija o seu CATALOG_FILE e reinicie o bot e os workers; <code>bot check-catalogue</code> mostra o que sobra de cada preço.
operators-price-list-line = • <b>{ $model }</b> ({ $combination }): { $listed } aqui, { $price } lá, segundo “{ $row }”
operators-model-failing = ⚠️ <b>{ $model }</b>: falhas seguidas na KIE.ai: { $failures }. Quem escolhe este modelo recebe um aviso, e ninguém paga por um vídeo que falha. Se isso continuar, desligue-o com <code>/models off { $id }</code>.
operators-model-mended = ✅ <b>{ $model }</b>: { $made ->
    [yes] um vídeo voltou a dar certo, depois de falhas desde { $since } UTC.
   *[no] nenhuma falha em um dia. Ele falhou várias vezes desde { $since } UTC; ninguém criou um vídeo com ele nesse meio-tempo.
    }
operators-models = <b>Modelos</b>
    { $lines }
    Mude um deles com <code>/models off id</code> ou <code>/models on id</code>.
operators-models-line = • <code>{ $id }</code> { $model }: { $state ->
    [setting] desligado por MODELS_OFF ou pelo catálogo
    [operator] desligado por um operador
    [price-watch] desligado, porque custa mais do que diz o catálogo
   *[on] ligado
    }{ $fails ->
    [yes] , falha bastante
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] Feito: <code>{ $id }</code> está { $to ->
        [off] desligado. O que já foi pedido ainda será criado.
       *[on] ligado. Já dá para pedir.
    }
    [already] <code>{ $id }</code> já está { $to ->
        [off] desligado.
       *[on] ligado.
    }
    [last] <code>{ $id }</code> é o último modelo do menu, então continua ligado. Para não vender nada, pare o bot.
    [off-by-setting] <code>{ $id }</code> está desligado por MODELS_OFF ou pelo catálogo. Mude isso e reinicie o bot.
   *[unknown] Não existe o modelo <code>{ $id }</code>. Veja todos em /models.
    }
operators-usage-models = Escreva <code>/models</code> para ver a lista, ou <code>/models off id</code> e <code>/models on id</code>.

## Refunds

operators-refund-wanted = 🙋 O <a href="tg://user?id={ $user }">usuário { $user }</a> pede o reembolso da compra { $purchase }: { $credits } por { $stars } ⭐ · { $date }. { $because ->
    [too-late] Ela é antiga demais para um reembolso automático.
    [refused] O Telegram já recusou antes.
   *[spent] Parte dos créditos foi usada ou está em reserva.
    }
    Se você aprovar, as Estrelas voltam para ele, e os créditos restantes são retirados. Veja /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = O usuário { $user } tem parte desta compra em reserva para pedidos em andamento: { $held }. Decida quando eles terminarem, por favor: até lá não se sabe quanto foi gasto.
operators-refund-approved = ✅ Aprovado: { $stars } ⭐ { $foreign ->
    [yes] deste pagamento
   *[no] da compra { $purchase }
    } voltam para o usuário { $user }; em reserva para isso: { $taken }. Só aviso você se o Telegram recusar.
operators-refund-declined = ❌ Recusado: compra { $purchase } ({ $stars } ⭐). O usuário já foi avisado.
operators-refund-decided = { $eligibility ->
    [under-way] O reembolso já está a caminho.
    [returned] Já foi reembolsado.
    [declined] Já foi recusado.
   *[other] Ninguém mais está pedindo este reembolso.
    }
operators-refund-refused = ⚠️ O Telegram se recusou a reembolsar { $stars } ⭐ ao usuário { $user }: { $reason }. { $credits ->
    [0] Não havia créditos em reserva para isso.
   *[other] Os créditos dele estão de volta.
    } Se o bot tiver poucas Estrelas, espere chegarem mais e envie
    <code>/refund { $charge } motivo</code>
operators-purchase-unknown = Não existe a compra <code>{ $which }</code>. Pegue-a em /ledger usuário, por exemplo <code>123456#2</code> para a segunda do usuário 123456, ou pegue o ID da transação no recibo do comprador. Um pagamento que acabou de entrar só é conhecido depois de /reconcile.

## People's credits

operators-credits-moved = Feito. O usuário { $user } agora tem { $balance } e já foi avisado.
operators-has-less = O usuário { $user } só tem { $balance }. Nada foi retirado.
operators-person-unknown = O usuário { $user } nunca escreveu para este bot.
operators-account = <b>Usuário { $user }</b>: disponível { $available }, em reserva { $held }, em reembolso { $refunding }.
operators-account-purchase = Compra <code>{ $purchase }</code>: { $credits } por { $stars } ⭐ · { $date }, restante: { $left }{ $eligibility ->
    [asked] , reembolso pedido
    [declined] , reembolso recusado
    [refused] , o Telegram recusou um reembolso
    [under-way] , reembolso a caminho
    [returned] , reembolsada
   *[other] {""}
    }
operators-account-entries = Lançamentos, do mais novo ao mais antigo, horário UTC, página { $page } de { $pages }:
operators-entry = { $at } · { $credits } · { $cause ->
    [pay] comprado, { $purchase }
    [bonus] bônus de { $purchase }
    [first] bônus pela primeira compra
    [welcome] créditos de boas-vindas
    [grant] dado
    [debit] retirado
    [hold] em reserva para o pedido <code>{ $job }</code>
    [capture] gasto no pedido <code>{ $job }</code>
    [release] de volta do pedido <code>{ $job }</code>
    [refund-hold] em reserva para reembolsar { $purchase }
    [refund-undo] de volta: o Telegram se recusou a reembolsar { $purchase }
   *[revoke] { $held ->
        [yes] saiu com o reembolso de { $purchase }
       *[no] retirado: as Estrelas de { $purchase } foram devolvidas sem nós
    }
    }
operators-entry-by = {""} pelo operador { $operator }: { $reason }
operators-too-many-credits = Um comando movimenta no máximo { $most }. Nada foi feito.
operators-help = <b>Para operadores</b>
    /grant usuário créditos motivo · dar créditos
    /debit usuário créditos motivo · retirar créditos
    /ledger usuário · saldo e lançamentos
    /refund usuário#número motivo (ou o ID da transação) · devolver Estrelas
    /reply número texto · responder a uma solicitação de pagamento
    /reconcile · comparar agora com a lista do Telegram
    /models · o que está no menu; /models off id tira um modelo dele
operators-usage-grant = Escreva <code>/grant usuário créditos motivo</code>, por exemplo <code>/grant 123456 5 desculpe a demora</code>
operators-usage-debit = Escreva <code>/debit usuário créditos motivo</code>, por exemplo <code>/debit 123456 5 dados por engano</code>
operators-usage-ledger = Escreva <code>/ledger usuário</code>, por exemplo <code>/ledger 123456</code>, e um número de página para lançamentos mais antigos.
operators-usage-refund = Escreva <code>/refund usuário#número motivo</code> como aparece em /ledger usuário, por exemplo <code>/refund 123456#2 o vídeo nunca chegou</code>, ou o ID da transação no lugar da compra.
operators-usage-reply = Escreva <code>/reply número texto</code>, por exemplo <code>/reply 3 Seus créditos estão de volta, desculpe!</code>
operators-reply-sent = Sua resposta à solicitação { $number } está a caminho do usuário { $user }.
operators-request-unknown = Não existe a solicitação { $number }.
operators-usage-reconcile = Escreva <code>/reconcile</code>

## Telegram's list of Star transactions

operators-reconcile-begun = Lendo a lista de transações do Telegram…
operators-reconciled = ✅ Transações na lista: { $listed }; novas: { $new } (creditadas com atraso: { $credited }, revogadas: { $revoked }). Saldo: { $balance } ⭐. { $agrees ->
    [yes] Ele bate com a lista.
   *[no] Diferença em relação à lista: { $difference } ⭐.
    }
operators-not-reconciled = ⚠️ Não deu para ler a lista de transações do Telegram: { $reason }. Vou tentar de novo por conta própria.
operators-star-difference = { $agrees ->
    [yes] ✅ O saldo do Telegram ({ $balance } ⭐) voltou a bater com a lista de transações.
   *[no] ⚠️ O saldo do Telegram ({ $balance } ⭐) difere da lista de transações em { $difference } ⭐. Veja o saldo do bot no @BotFather.
    }
operators-payment-not-listed = ⚠️ O pagamento <code>{ $charge }</code> do usuário { $user } foi creditado, mas não está na lista do Telegram. Foi forjado? Veja /ledger { $user }
operators-refund-not-listed = ⚠️ O reembolso de <code>{ $charge }</code> ao usuário { $user } consta como feito, mas não está na lista do Telegram. Veja /ledger { $user }
operators-older-payments = ℹ️ A lista do Telegram tem pagamentos mais antigos que este banco de dados: { $count } ({ $stars } ⭐). Eles ficam na tabela star_transactions e não são creditados a ninguém. Se deveriam ser, coloque o banco de dados antigo de volta.
operators-unreadable-transaction = ⚠️ Não dá para ler uma transação da lista do Telegram (<code>{ $id }</code>). Veja o log e atualize o Starreel.
operators-books-are-wrong = 🚨 As contas não batem. Execute <code>bot audit</code> para ver as linhas e pare o bot se houver créditos em risco:
    { $found }
