# What people read. Plain and kind; no blame, no jargon; say what happens with the credits.
# Portuguese of Brazil, like a person's: "você", short sentences, "nossa equipe" for whoever runs the bot, "foto" for an image.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits ->
    [one] { $credits } crédito
   *[other] { $credits } créditos
}
date = { $day } de { $month ->
    [1] jan.
    [2] fev.
    [3] mar.
    [4] abr.
    [5] mai.
    [6] jun.
    [7] jul.
    [8] ago.
    [9] set.
    [10] out.
    [11] nov.
   *[12] dez.
} de { $year }
credits-and-bonus = { $credits } + { $bonus } créditos

## Start and help

welcome = <b>Boas-vindas ao Starreel!</b>
    Descreva uma cena (ou envie uma foto com legenda) e eu transformo em vídeo.

    Os vídeos custam a partir de { $price } ({ $pack } = { $stars } ⭐). Você tem { $balance }.
welcome-gift = 🎁 Um presente nosso para você experimentar agora mesmo: { $credits }. Divirta-se!
help =
    <b>Como funciona</b>
    1. Descreva uma cena ou envie uma foto com legenda.
    2. Confira o resumo: mude o modelo, as opções ou a foto, se quiser, e toque em “Criar”.
    3. Seu vídeo chega aqui, quase sempre em alguns minutos. Se não der certo, você recebe os créditos de volta.
    
    /generate – criar um vídeo
    /templates – ideias prontas
    /videos – seus vídeos
    /tips – prompts melhores
    /settings – suas preferências
    /language – seu idioma
    /buy – comprar créditos com Estrelas do Telegram, para você ou de presente
    /balance – ver seu saldo
    /invite – convidar amigos
    /redeem – usar um código promocional
    /cancel – cancelar o pedido atual
    /paysupport – ajuda com um pagamento
    /privacy – o que eu guardo e como apagar
    /terms – termos de uso
hint = Descreva uma cena ou envie uma foto e eu transformo em vídeo. Saiba mais em /help.
unknown-command = Não conheço esse comando. Veja em /help o que eu sei fazer.
too-fast = Mensagens demais – espere um minuto, por favor.
order-still-open = Você tem um pedido em aberto.
private-only = Eu faço vídeos em conversa privada. Toque abaixo para abrir a nossa.
gift-received = 🎁 Obrigado pelo presente!
terms =
    <b>Termos</b>
    • Os créditos são comprados com Estrelas do Telegram. Eles servem para criar vídeos aqui e não podem ser trocados por dinheiro.
    • Primeiro são gastos os créditos que você ganhou, depois os comprados, a partir da compra mais antiga. Um bônus é gasto depois dos créditos com que ele veio. Por algum tempo, uma compra não usada pode ser reembolsada em /paysupport, e o bônus dela vai junto; nos outros casos, você pode pedir um reembolso.
    • Um presente é de quem abrir o link primeiro, e de quem comprou se ninguém abrir a tempo. Enquanto não é aberto, quem comprou pode pedir o reembolso. Os créditos de um convite são retirados quando a compra de que eles vieram é reembolsada.
    • Uma assinatura é paga com Estrelas a cada 30 dias até você cancelar, em /balance ou nas configurações do Telegram. Cada pagamento é uma compra como qualquer outra.
    • Os créditos de um vídeo ficam em reserva quando você faz o pedido e são gastos quando ele chega. Se não der certo, você recebe tudo de volta na hora.
    • Conteúdo ilegal ou nocivo não é permitido. Pedidos assim são recusados, e os créditos deles voltam para você.
    • Seus prompts e fotos vão para o serviço que cria os vídeos, e para mais ninguém. Saiba mais em /privacy.
    • Dúvidas sobre um pagamento: /paysupport. O suporte do próprio Telegram não pode ajudar com compras feitas neste bot.

## Credits

balance = Seu saldo: { $balance }
balance-held = Em reserva para vídeos em andamento: { $credits }
balance-refunding = Em reserva para um reembolso: { $credits }
balance-gifted = Em presentes que ninguém abriu ainda: { $credits }
credits-granted = 🎁 Você ganhou { $credits } da nossa equipe. Seu saldo: { $balance }
credits-debited = Nossa equipe descontou { $credits }. Seu saldo: { $balance }. Não sabe por quê? Escreva em /paysupport.
offer = <b>Comprar créditos</b>
    Você tem { $balance }. A maioria dos vídeos custa 1 crédito. Escolha um pacote:
offer-first = 🎁 Na sua primeira compra, você ganha um extra: { $first }.
offer-invited = 🎁 Um amigo convidou você: na sua primeira compra, cada um de vocês ganha um extra de { $credits }.
offer-subscription = 📅 Ou assine: { $credits } a cada 30 dias por { $stars } ⭐. Cancele quando quiser.
offer-terms = Ao pagar, você aceita os termos: /terms
pack = { $credits } · { $stars } ⭐
pack-gone = Este pacote não está mais à venda. Estes são os disponíveis.
invoice-title = { $credits }
invoice-description = { $number ->
    [one] { $credits } para criar vídeos com IA no Starreel. Não expira.
   *[other] { $credits } para criar vídeos com IA no Starreel. Não expiram.
}
invoice-refused = Desculpe, não consigo abrir o pagamento agora. Nossa equipe já foi avisada. Tente de novo mais tarde, por favor.
receipt = ✅ Obrigado! Você recebeu { $bought }. Seu saldo: { $balance }
receipt-first = ✅ Obrigado! Você recebeu { $bought }, e 🎁 { $first } pela sua primeira compra. Seu saldo: { $balance }
receipt-invited = 🎁 E mais { $credits }, porque um amigo convidou você. Ele ganha o mesmo.
receipt-until = 📅 Sua assinatura está paga até { $until }. Para mudar, veja /balance.
subscription-button = 📅 { $credits } por mês · { $stars } ⭐
subscription-offer = <b>📅 Assinatura mensal</b>
    Você recebe { $credits } a cada 30 dias por { $stars } ⭐. Os créditos que você não usar continuam seus. Você pode cancelar quando quiser em /balance; o que já foi pago continua seu.

    Ao pagar, você aceita os termos: /terms
subscription-description = { $credits } a cada 30 dias para criar vídeos com IA no Starreel. Não expiram.
subscription-pay = Assinar por { $stars } ⭐
subscription-gone = Não há mais assinaturas. Envie /buy para ver o que há.
subscription-line = 📅 Sua assinatura: { $credits } a cada 30 dias por { $stars } ⭐. { $state ->
    [active] O próximo pagamento é em { $until }.
    [failed] O último pagamento falhou: recarregue suas Estrelas, por favor. Ela está paga até { $until }.
   *[cancelled] Ela está cancelada e vale até { $until }.
    }{ $wish ->
    [cancel] {" "}Pedi ao Telegram para cancelar.
    [resume] {" "}Pedi ao Telegram para retomar.
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 Sua assinatura está cancelada: nada mais é cobrado depois de { $until }.
    [failed] ⚠️ O Telegram não conseguiu cobrar as próximas { $stars } ⭐ da sua assinatura, então os novos créditos ainda não chegaram ({ $credits }). Recarregue suas Estrelas nas configurações do Telegram, em “Minhas Estrelas”, por favor, e ela continua.
    [active] 📅 Sua assinatura continua. O próximo pagamento é em { $until }.
   *[ended] 📅 Sua assinatura terminou; seus créditos continuam seus. Para começar uma nova, envie /buy.
    }
subscription-may-go-on = 📅 O Telegram agora permite continuar sua assinatura. Para reativá-la, abra as configurações do Telegram, toque em “Minhas Estrelas”, escolha esta assinatura e toque em “Renovar”.
subscription-not-changed = O Telegram não me deixou mudar sua assinatura. Você mesmo pode fazer isso: abra as configurações do Telegram, toque em “Minhas Estrelas” e escolha esta assinatura. Se não adiantar, escreva em /paysupport, por favor.
subscription-asked = { $wish ->
    [resume] Estou pedindo ao Telegram para retomar sua assinatura.
   *[cancel] Estou pedindo ao Telegram para cancelar sua assinatura.
    }
subscription-already-so = { $wish ->
    [resume] Sua assinatura já continua.
   *[cancel] Sua assinatura já está cancelada.
    }
payment-unmatched = Seu pagamento chegou, mas não sei a qual compra ele pertence. Nossa equipe já sabe disso; se ninguém falar com você, escreva em /paysupport, por favor.
payment-returned = ↩️ As Estrelas que você pagou por { $bought } voltaram para você{ $part ->
    [all] , e os créditos foram retirados.
    [some] , e o que restava desses créditos foi retirado: { $taken }.
   *[none] .
    } Seu saldo: { $balance }
payment-returned-gift =
    ↩️ As Estrelas que você pagou pelo presente de { $credits } voltaram para você. { $state ->
        [unopened] Ele não pode mais ser aberto.
        [opened] O que restava dele foi retirado.
       *[owed] O que restava dele foi retirado, e o que já tinha sido usado ({ $owed }) foi descontado do seu saldo.
    } Seu saldo: { $balance }
payment-returned-unmatched = ↩️ Suas Estrelas voltaram para você. Seu saldo: { $balance }
checkout-not-ours = Esta fatura não é válida. Envie /buy para receber uma nova.
checkout-not-yours = Esta fatura é de outra pessoa. Envie /buy para receber a sua.
checkout-price-changed = Nossos preços mudaram. Envie /buy para receber uma nova fatura.
checkout-too-old = Esta fatura é antiga demais. Envie /buy para receber uma nova.
checkout-already-subscribed = Você já tem uma assinatura. Veja em /balance.
blocked = Nossa equipe bloqueou sua conta aqui, então você não pode pedir nem comprar. Para reembolsos ou dúvidas, envie /paysupport; para cancelar uma assinatura, /balance.
unblocked = ✅ Nossa equipe desbloqueou sua conta: você já pode criar vídeos e comprar créditos de novo.
team-message =
    💬 Mensagem da nossa equipe:
    <blockquote>{ $words }</blockquote>
    Para responder, envie /paysupport.
ordered-again = 🔁 Nossa equipe pediu seu vídeo com <b>{ $model }</b> de novo: a última tentativa falhou. Se ele chegar, custa { $price }, como o primeiro.
credits-given-back = 🎁 Nossa equipe devolveu { $price } pelo seu vídeo. Se ele ainda chegar, é grátis. Seu saldo: { $balance }
checkout-already-paid = Esta fatura já foi paga. Envie /buy se quiser mais créditos.

## Gifts

gift-offer =
    <b>🎁 Dê créditos de presente</b>
    Depois de pagar, você recebe um link. Quem abrir primeiro fica com os créditos. Se ninguém abrir em { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }, eles são seus. Escolha um pacote:
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = Um presente de { $credits } para criar vídeos com IA no Starreel. Você recebe um link, e quem abrir primeiro fica com os créditos.
receipt-gift =
    ✅ Obrigado! Seu presente de { $credits } está pronto. Envie este link para quem você quer presentear; quem abrir primeiro recebe os créditos:
    
    { $link }
    
    Se ninguém abrir em { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }, os créditos são seus. Até lá, você pode pedir o reembolso em /paysupport.
receipt-gift-over =
    ✅ Obrigado! Seu presente de { $credits } está pago. { $state ->
        [opened] Ele já foi aberto.
        [taken_back] Ele já foi aberto.
        [kept] Ninguém abriu a tempo, então os créditos são seus.
       *[other] As Estrelas dele estão voltando para você, então ele não pode ser aberto.
    }
gift-opened =
    🎁 Alguém deu um presente para você: { $credits }! Seu saldo: { $balance }
    
    Descreva uma cena ou envie uma foto e eu transformo em vídeo.
gift-already-yours = Você já abriu este presente: os créditos dele estão no seu saldo. Veja /balance.
gift-already-opened = Outra pessoa já abriu este presente. Um presente é de quem abre primeiro.
gift-refunded = Quem comprou este presente desistiu dele, então ele não pode ser aberto.
gift-too-late = Este presente não foi aberto a tempo, então voltou para quem comprou.
gift-unknown = Não encontro este presente. Confira o link, por favor: ele precisa estar completo.
gift-was-opened = 🎁 Seu presente de { $credits } foi aberto.
gift-kept = 🎁 Ninguém abriu seu presente, então agora ele é seu: { $credits }. Seu saldo: { $balance }
gift-taken-back = ↩️ O pagamento de um presente que você abriu voltou para quem comprou, então o que restava dele foi retirado: { $credits }. Seu saldo: { $balance }
share-gift = 🎁 Um presente para você: créditos para vídeos com IA! Toque no link para receber.

## Invitations

invite =
    <b>🎁 Convide amigos</b>
    Envie seu link a amigos que ainda não estão aqui. Quando um deles fizer a primeira compra, cada um de vocês ganha { $credits }, com até { $most ->
        [one] { $most } amigo
       *[other] { $most } amigos
    }.
    
    { $link }
invite-off =
    <b>Convide amigos</b>
    No momento não há prêmio por convites, mas seus amigos são bem-vindos mesmo assim. Toque abaixo para compartilhar o bot.
invite-sum =
    Vieram pelo seu link: { $came }
    Fizeram uma compra: { $bought }
    Você ganhou: { $earned }
invited = 🎁 Um amigo convidou você: na sua primeira compra, cada um de vocês ganha um extra de { $credits }.
invited-oneself = Esse é o seu próprio link. Envie para os amigos: /invite
invited-not-new = Os convites são para quem é novo aqui. Mas você também pode convidar amigos: /invite
invitation-rewarded = 🎁 Um amigo que você convidou fez a primeira compra, e você ganha { $credits }. Seu saldo: { $balance }
invitation-taken-back = ↩️ A primeira compra de um amigo foi reembolsada, então o que você ganhou por ela foi retirado: { $credits }. Seu saldo: { $balance }
share-invitation = Crie vídeos com IA comigo:

## Promo codes

redeem-ask = 🎟 Qual é o seu código promocional? É só enviar.
redeem-cancelled = Tudo bem, sem código.
redeemed = 🎁 Você recebeu { $credits }. Seu saldo: { $balance }
redeem-unknown = Não conheço este código. Confira como ele está escrito e envie /redeem de novo, por favor.
redeem-expired = Este código expirou.
redeem-used-up = Este código já foi usado por todas as pessoas para quem foi feito. Sinto muito!
redeem-already-used = Você já usou este código. Ele vale uma vez por pessoa.
redeem-too-many =
    São muitos códigos que não existem. Tente de novo em { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }, por favor.

## An order

ask-model = <b>Escolha um modelo</b>
ask-model-line = • <b>{ $model }</b>: { $about }{ $fails ->
    [yes] {" "}· ⚠️ está falhando bastante
   *[no] {""}
    }
ask-model-prompt = Seu prompt: <i>{ $prompt }</i>
models-speech = <b>🗣 Com fala</b>
models-long = <b>⏱ Os vídeos mais longos</b>
models-cheap = <b>💸 Rápidos e baratinhos</b>
models-photo = <b>🖼 A partir da sua foto</b>
model-button = { $from ->
    [one] { $model } · { $from } crédito
   *[other] { $model } · { $from } créditos
}
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ Este modelo está falhando bastante no momento. Se seu vídeo não der certo, você recebe os créditos de volta.
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ continuação do seu vídeo
    [full-hd] seu vídeo em 1080p
    [ultra-hd] seu vídeo em 4K
   *[upscale] seu vídeo, mais nítido
}
card-image = 🖼 Foto { $number }: { $role ->
    [first] primeiro quadro
    [last] último quadro
   *[reference] referência
}
card-price = Preço: { $price } · Saldo: { $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 Adicionar foto
    [one] 🖼 { $images } foto
   *[other] 🖼 { $images } fotos
}
ask-prompt = ✍️ O que deve acontecer no vídeo? É só escrever. Por exemplo: <i>Uma raposa-vermelha corre pela neve fresca ao amanhecer, em câmera lenta.</i>
ask-blank = ✍️ { $ask } Por exemplo: <i>{ $example }</i>
ask-style = Toque para adicionar ou tirar:
ask-what-next = ✍️ O que deve acontecer em seguida no seu vídeo? É só escrever.
takes-no-prompt = Aqui não precisa de prompt: é o mesmo vídeo, do jeito que está.
prompt-empty = Essa mensagem veio vazia. Descreva seu vídeo em poucas palavras, por favor.
prompt-too-long = Seu prompt tem { $chars ->
    [one] { $chars } caractere
   *[other] { $chars } caracteres
}; { $model } aceita até { $max }. Envie um mais curto, por favor.
cannot-use-that = Só consigo usar texto e fotos.
ask-image = Quer começar com uma foto? Envie agora.
ask-image-more = Envie outra foto para adicionar.
images-full = Este modelo não aceita mais fotos. Uma nova substitui a última.
ask-image-required = 🖼 { $model } parte de uma foto. Envie uma, por favor.
image-received = 📷 Estou conferindo sua foto.
image-replaced = Troquei a última foto: este modelo não aceita mais.
images-enough = { $images ->
    [one] Uma foto basta: vou usar a primeira.
   *[other] Este modelo aceita até { $images } fotos: vou usar as primeiras.
}
not-an-image = Não consigo usar este arquivo. Envie uma foto em { $types }, por favor.
image-too-large = Esta foto é grande demais. Envie uma de até { $megabytes } MB, por favor.
image-left-out = Deixei de fora a foto que não dava para usar. Se quiser, envie outra.
image-unavailable = Não consegui pegar sua foto no Telegram. Envie de novo, por favor.
model-takes-no-image = Este modelo usa só texto, então a foto fica de fora.
model-gone = Este modelo não está mais disponível. Escolha outro, por favor.
follow-up-gone = Não dá mais para fazer isso com este vídeo.
confirm-button = { $credits ->
    [one] ✨ Criar · { $credits } crédito
   *[other] ✨ Criar · { $credits } créditos
}
choice-length = { $seconds } s
choice-sound = com som
choice-no-sound = sem som
choice-price = { $label } ({ $more })
not-enough = Este vídeo custa { $price }. Seu saldo: { $available }. Escolha um pacote abaixo; seu prompt está salvo.

    Ao pagar, você aceita os termos: /terms
order-dropped = Pedido cancelado. Nada foi cobrado.
nothing-to-cancel = Não há nada para cancelar.
cancel-queued = Você não tem pedido em aberto. Toque abaixo para cancelar um vídeo que ainda não começou.
cancel-video = Cancelar: { $prompt }
cancel-rendering = Seu vídeo já está sendo criado, então não dá para cancelar.
cancel-passed-on = Seu pedido já foi encaminhado, então não dá para cancelar. Se não der certo, você recebe os créditos de volta.
old-button = Este botão não vale mais.
already-placed = Você já fez este pedido.
order-changed = O pedido ou o preço mudou. Confira de novo, por favor.
prompt-replaced = Prompt atualizado.
prompt-joined = Juntei as duas mensagens em um só prompt.
tap-to-confirm = Quase lá: toque em “Criar” abaixo para começar.
placed = Pedido feito.
too-many-orders = Você chegou ao limite de vídeos por enquanto. Seu pedido está salvo; toque de novo em { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}, por favor.
too-many-orders-today = Você chegou ao limite de vídeos por dia. Seu pedido está salvo; toque de novo em { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
}, por favor.
paused = No momento não dá para criar vídeos. Seus créditos estão seguros. Tente de novo mais tarde, por favor.
paused-briefly = No momento não dá para criar vídeos. Seu pedido está salvo; tente de novo mais tarde, por favor.
paused-model = { $model } não está disponível no momento. Seu pedido está salvo; escolha outro modelo ou tente de novo mais tarde, por favor.

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] continuação
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] mais nítido
}
status-queued = ⏳ <b>{ $model }</b>: número { $position } na fila. Em reserva: { $price }.
status-queued-paused = ⏸ <b>{ $model }</b>: na fila. No momento não dá para criar vídeos; seu pedido guarda o lugar. Em reserva: { $price }.
status-under-way = 🎬 <b>{ $model }</b>: seu vídeo está sendo criado. Costuma levar { $usual }; você pode fechar a conversa. Em reserva: { $price }.
status-under-way-paused = ⏸ <b>{ $model }</b>: seu pedido está esperando. No momento não dá para criar vídeos. Se não der certo, devolvo { $price }.
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] Fica pronto a qualquer momento.
        [one] Falta mais ou menos um minuto.
       *[other] Faltam uns { $minutes } minutos.
    }
status-late = ⏳ <b>{ $model }</b>: este está demorando mais que o normal. Continuo esperando. Se não der certo, devolvo { $price }.
usual-wait = { $slow ->
    [0] menos de um minuto
    [one] mais ou menos um minuto
   *[other] { $range ->
        [yes] { $median ->
            [0] até { $slow } minutos
           *[other] de { $median } a { $slow } minutos
        }
       *[no] uns { $slow } minutos
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b>: enviei seu pedido, mas a resposta se perdeu. { $minutes ->
    [one] Se em um minuto eu não tiver notícia
   *[other] Se em { $minutes } minutos eu não tiver notícia
}, devolvo { $price }. Se o vídeo chegar depois disso, é grátis.
status-ready = 📦 <b>{ $model }</b>: seu vídeo está pronto, estou enviando.
status-gone = ⏳ <b>{ $model }</b>: seu vídeo está feito, mas o serviço de vídeo ainda não o entregou. Continuo tentando. Se não chegar, devolvo { $price }.
status-gone-free = ⏳ <b>{ $model }</b>: seu vídeo está feito, mas o serviço de vídeo ainda não o entregou. Continuo tentando.
status-delivered = ✅ <b>{ $model }</b>: pronto · você usou { $price } · saldo: { $left }
status-delivered-free = ✅ <b>{ $model }</b>: seu vídeo acabou chegando. É grátis: você já recebeu os créditos de volta.
status-failed = ⚠️ <b>{ $model }</b>: não deu certo – devolvi { $price }.
status-cancelled = <b>{ $model }</b>: cancelado – devolvi { $price }.
status-undeliverable = <b>{ $model }</b>: seu vídeo estava pronto, mas passei uma semana sem conseguir enviá-lo. Escreva em /paysupport, por favor.
status-lost = ⚠️ <b>{ $model }</b>: seu vídeo não chegou – devolvi { $price }.
video-lost = { $reason ->
    [no-video] Sinto muito: o serviço de vídeo diz que seu vídeo está pronto, mas não consegui recebê-lo. Pedi duas vezes.
    [too-large] Sinto muito: seu vídeo é grande demais para ser enviado aqui, e não tenho outro jeito de entregá-lo.
    [overdue] Sinto muito: seu vídeo foi criado, mas não consegui enviá-lo, mesmo tentando por dias.
   *[not-taken] Sinto muito: seu vídeo foi criado, mas não consegui enviá-lo. O Telegram não aceita o arquivo.
    }

    { $paid ->
    [yes] Devolvi { $price }. Seu saldo: { $balance }
   *[no] Ele não custou nada a você. Seu saldo: { $balance }
    }
job-cancelled = Cancelado; seus créditos estão de volta.
cancel-too-late = Não dá mais para cancelar: seu pedido já foi encaminhado.
link-too-large = Seu vídeo está pronto! Ele é grande demais para ser enviado aqui, então baixe por este link:
link-not-taken = Seu vídeo está pronto! O Telegram não conseguiu receber o arquivo agora, então baixe por este link:
link-kept = O link funciona por 7 dias.
link-at-provider = O link funciona por mais ou menos um dia, então é melhor salvar o vídeo logo.
failed-policy = O modelo recusou { $image ->
    [yes] o prompt ou a foto
   *[no] o prompt
    } por causa das regras de conteúdo dele. Por favor, { $image ->
    [yes] escreva de outro jeito ou tente outra foto
   *[no] escreva de outro jeito
    }.
failed-refused = O modelo não conseguiu aceitar este pedido. Mude um pouquinho e tente de novo, por favor.
failed-image = Não consegui usar a foto. Tente outra, por favor.
failed-image_gone = O Telegram não tem mais a sua foto. Envie de novo, por favor.
failed-sound = Este modelo põe som em todo vídeo e não achou nenhum no seu prompt. Diga um som ou escreva o que é falado e tente de novo.
failed-provider = Algo deu errado enquanto seu vídeo era criado. Tente de novo, por favor.
failed-expired = O serviço ficou ocupado por tempo demais. Tente de novo mais tarde, por favor.
failed-timeout = Parei de esperar seu vídeo: demorou demais. Se ele ainda chegar, é grátis.
failed-unknown = Não consegui confirmar seu pedido. Se o vídeo ainda chegar, é grátis.
failed = { $reason }

    Devolvi { $price }. Seu saldo: { $balance }

## Videos that were made

videos = <b>Seus vídeos</b>
    Toque em um número para receber o vídeo de novo, mudar ou continuar.
videos-line = { $number }. { $date } · <b>{ $model }</b>: { $prompt }
videos-none = Você ainda não tem vídeos. Descreva uma cena ou envie uma foto, e eu faço o primeiro.
video-gone = Este vídeo não está mais guardado.
video-deleted = Apagado da sua lista.
share-text = Crie um vídeo como este:
shared-order = 🎁 Alguém compartilhou esta ideia com você. Mude o que quiser.
shared-gone = Esta ideia não está mais compartilhada. Descreva sua própria cena ou escolha uma ideia pronta.

## Templates

templates = <b>Ideias prontas</b>
    Escolha uma e eu cuido do resto.
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 a partir da sua foto
       *[words] { $blanks ->
            [0] nada para preencher
            [one] uma coisa para preencher
           *[other] { $blanks } coisas para preencher
        }
    }
template-gone = Esta ideia não está mais disponível. Estas são as que temos.

## Tips

tips = <b>💡 Dicas para { $model }</b>
tips-all = <b>💡 Como escrever um bom prompt</b>
tips-scene = • <b>Cena:</b> diga quem ou o que aparece, onde e o que acontece, em uma ou duas frases.
tips-camera = • <b>Câmera e luz:</b> diga como são. Por exemplo: <i>a câmera se aproxima devagar, luz de fim de tarde</i>.
tips-speech = • <b>Fala:</b> coloque entre aspas. Por exemplo: <i>Ela sorri e diz: “Que bom que você chegou!”</i> Diga também quais sons você quer.
tips-sound = • <b>Som:</b> diga o que se ouve. Por exemplo: <i>ondas, gaivotas ao longe</i>.
tips-silent = • <b>Sem som:</b> este modelo faz vídeos mudos, então deixe fala e música de fora.
tips-photo = • <b>A partir de uma foto:</b> descreva o que se move; o visual vem da foto.
tips-length = • <b>Duração:</b> em poucos segundos cabem uma ou duas ações. Uma história mais longa pede um vídeo mais longo.
style-dolly = 🎥 Aproximação
style-drone = 🚁 Vista de drone
style-handheld = 🤳 Câmera na mão
style-slow-motion = 🐢 Câmera lenta
style-golden = 🌇 Luz dourada
style-neon = 🌃 Noite neon
style-film = 🎞 Filme 35 mm
style-macro = 🔬 Macro
style-animated = 🧸 Animação 3D

## Settings

settings = <b>⚙️ Suas preferências</b>
    Os novos pedidos começam com elas. Você pode mudá-las em cada pedido.
settings-line = { $name }: <b>{ $value }</b>
settings-as-last = como da última vez
settings-as-telegram = como no Telegram
settings-model = Modelo
settings-format = Formato
settings-length = Duração
settings-sound = Som
settings-language = Idioma
settings-news = Novidades
settings-news-on = ligadas
settings-news-off = desligadas
button-news-on = 🔔 Ligar novidades
button-news-off = 🔕 Desligar novidades
button-no-more-news = 🔕 Parar estas mensagens
news-are-off = Tudo bem, sem mais novidades. Ainda aviso sobre seus vídeos e pagamentos. Em /settings dá para ligar de novo.
news-are-on = Tudo bem, você volta a receber nossas novidades.
settings-ask-model = Com qual modelo os novos pedidos começam?
settings-ask-format = Qual formato você prefere? Modelos sem ele usam o próprio.
settings-ask-length = Qual duração você prefere? Modelos sem ela usam a própria.
settings-ask-sound = Você quer som quando der para escolher?
settings-ask-language = Em qual idioma eu falo com você?
language-name = Português
language-set = Tudo bem, a partir de agora eu falo português.

## Payment support

support = <b>Ajuda com pagamentos</b>
    O suporte do próprio Telegram não pode ajudar com compras feitas neste bot.
support-write = É outra coisa? Descreva o problema na próxima mensagem e nossa equipe responde aqui.
support-needs-words = Descreva o problema com palavras, por favor; não consigo repassar fotos nem arquivos.
support-too-many = Você já nos escreveu bastante hoje, e recebemos tudo. Espere nossa resposta ou escreva de novo amanhã, por favor.
support-cancelled = Tudo bem, nenhuma solicitação foi enviada.
support-reply = 💬 Sobre sua solicitação de pagamento { $number }:
    <blockquote>{ $words }</blockquote>
    Para escrever de novo, envie /paysupport.
support-received = Obrigado! { $seen ->
    [yes] Nossa equipe recebeu sua solicitação.
   *[no] Sua solicitação está salva, e nossa equipe vai ler assim que puder.
    } O número dela é { $number }.{ $photo ->
    [yes] {" "}Não consigo repassar fotos nem arquivos, então descreva o que aparece neles, se for importante.
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>Suas últimas compras</b>
    Com os botões abaixo, compras não usadas podem ser reembolsadas em até { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }. Nos outros casos, peça um reembolso.
purchase-line =
    { $number }. { $credits } por { $stars } ⭐ · { $date }{ $gift ->
        [none] { "" }
        [waiting] { " " }· 🎁 presente, ainda não aberto
        [refunding] { " " }· 🎁 presente, não aberto
        [returned] { " " }· 🎁 presente, não aberto
        [kept] { " " }· 🎁 presente que ninguém abriu
       *[opened] { " " }· 🎁 presente, aberto
    }{ $eligibility ->
        [asked] : reembolso pedido
        [declined] : reembolso recusado
        [under-way] : reembolso a caminho
        [returned] : reembolsada
       *[other] { "" }
    }
    Transação <code>{ $charge }</code>
refund-offer = <b>Reembolsar a compra { $number }?</b>
    Você recebe { $stars } ⭐ de volta, e eu desconto { $credits } do seu saldo.
refund-offer-gift =
    <b>Reembolsar a compra { $number }?</b>
    Você recebe { $stars } ⭐ de volta, e ninguém mais poderá abrir seu presente de { $credits }.
refund-begun-gift = ↩️ O reembolso do seu presente, a compra { $number }, está a caminho: { $stars } ⭐. O link dele não funciona mais. Eu aviso você.
refund-begun = ↩️ O reembolso da compra { $number } está a caminho. Em reserva até suas { $stars } ⭐ voltarem: { $credits }. Eu aviso você.
refund-kept = Tudo bem, seus créditos ficam com você.
refund-asked = Obrigado. Nossa equipe recebeu o pedido de reembolso da compra { $number }; eu aviso você da decisão.
refund-declined = O reembolso da compra { $number } ({ $credits } por { $stars } ⭐) foi recusado. Se você acha que é um engano, escreva em /paysupport, por favor.
refund-refused = O Telegram não conseguiu reembolsar seu pagamento. { $credits ->
    [0] Nossa equipe já sabe disso e vai verificar.
   *[other] Seus créditos estão de volta, e nossa equipe já sabe disso.
    }
not-refundable =
    { $eligibility ->
        [refundable] Esta compra pode ser reembolsada: toque em “Reembolsar” em /paysupport.
        [spent] Parte desses créditos foi usada ou está em reserva. Você pode pedir um reembolso em /paysupport.
        [gift-opened] Este presente já foi aberto. Você pode pedir um reembolso em /paysupport.
        [too-late] Esta compra é antiga demais para isso. Você pode pedir um reembolso em /paysupport.
        [refused] O Telegram recusou este reembolso. Você pode escrever para nós em /paysupport.
        [asked] Você já pediu este reembolso. Eu aviso você da decisão.
        [declined] Este reembolso foi recusado. Você pode escrever para nós em /paysupport.
        [under-way] Este reembolso está a caminho.
       *[returned] Esta compra já foi reembolsada.
    }

## Privacy

privacy =
    <b>Privacidade</b>
    <b>O que eu guardo, e por quanto tempo</b>
    • Seu ID e idioma do Telegram, o que você pagou, quem convidou você ou deu créditos a você, e quando pediu qual modelo e a que preço: sem seus prompts, enquanto precisarmos manter a contabilidade. Seu nome não fica guardado.
    • Seus prompts, os ajustes dos seus vídeos e os nomes de arquivo que o Telegram dá às suas fotos e vídeos: { $orders ->
        [one] { $orders } dia
       *[other] { $orders } dias
    } depois do pedido. As fotos em si são repassadas e não ficam guardadas. Apague um vídeo em /videos, e eu o esqueço na hora.
    • O que você escolheu em /settings: até você apagar aqui. Que você não quer novidades continua guardado, para você não receber nenhuma.
    • O último dia em que você esteve aqui: até você voltar.
    • O que você escreve para a ajuda com pagamentos: { $requests ->
        [one] { $requests } dia
       *[other] { $requests } dias
    }.
    • O que respondi a você por último, caso o Telegram pergunte de novo: 1 hora.
    • Um vídeo que não pode ser enviado aqui, até você baixar: 7 dias.
    
    <b>Para onde vai</b>
    • Prompts, fotos e ajustes vão para a KIE.ai, que cria os vídeos e os guarda, junto com suas fotos, por até 14 dias, sem seu nome nem seu ID.
    • O Telegram guarda esta conversa. O que você vê aqui, pode apagar quando quiser.
    • Ninguém mais recebe nada, e nada é usado para treinar modelos.
    
    Toque abaixo para apagar tudo agora.
forget-sure = <b>Apagar seus prompts, fotos e vídeos?</b>
    Vou apagar tudo o que você me escreveu, os prompts e as fotos dos seus pedidos, suas preferências, um pedido em aberto e as cópias dos seus vídeos. Não dá para desfazer, e “De novo” não vai lembrar dos pedidos antigos.

    Seus créditos ficam. A lista de pagamentos e preços também fica, sem nenhum texto.
forget-kept = Tudo bem, nada foi apagado.
forgotten = 🗑 Apagado: seus prompts, fotos e vídeos, e o que você escreveu. Seus créditos e a lista de pagamentos continuam aqui.

    O que você vê nesta conversa dá para apagar com “Limpar histórico”, no menu do Telegram.
forgotten-when-ended = 🗑 Apagado. { $orders ->
    [one] Um pedido ainda está em andamento; os dados dele serão apagados quando terminar.
   *[other] { $orders } pedidos ainda estão em andamento; os dados deles serão apagados quando terminarem.
    } Seus créditos e a lista de pagamentos continuam aqui.

    O que você vê nesta conversa dá para apagar com “Limpar histórico”, no menu do Telegram.

## Buttons

button-subscription-cancel = Cancelar assinatura
button-subscription-resume = Retomar assinatura
button-refund-offer = ↩️ Reembolsar { $credits } ({ $stars } ⭐), { $date }
button-refund-ask = 🙋 Pedir reembolso – { $credits }, { $date }
button-refund-confirm = Sim, reembolsar
button-refund-keep = Não, ficar com os créditos
button-refund-approve = ✅ Aprovar
button-refund-decline = ❌ Recusar

button-make-video = 🎬 Criar vídeo
button-buy = ⭐ Comprar créditos
button-again = { $credits ->
    [one] 🔁 De novo · { $credits } crédito
   *[other] 🔁 De novo · { $credits } créditos
}
button-edit = ✏️ Mudar
button-follow-extend = { $credits ->
    [one] ➕ Continuar · { $credits } crédito
   *[other] ➕ Continuar · { $credits } créditos
}
button-follow-upscale = { $credits ->
    [one] 🔍 Mais nítido · { $credits } crédito
   *[other] 🔍 Mais nítido · { $credits } créditos
}
button-follow-full-hd = { $credits ->
    [one] 🔍 1080p · { $credits } crédito
   *[other] 🔍 1080p · { $credits } créditos
}
button-follow-ultra-hd = { $credits ->
    [one] 🔍 4K · { $credits } crédito
   *[other] 🔍 4K · { $credits } créditos
}
button-templates = 💡 Ideias prontas
button-use-template = ✨ Usar esta ideia
button-share = 🔗 Compartilhar
button-copy-link = 📋 Copiar link
button-gift = 🎁 Comprar um presente
# Whoever opens the link reads the prompt.
button-share-video = 🔗 Compartilhar com prompt
button-tips = 💡 Dicas
button-newer = ◀️ Mais novos
button-older = Mais antigos ▶️
button-send-again = 📤 Enviar de novo
button-copy-prompt = 📋 Copiar prompt
button-delete = 🗑 Apagar
button-cancel = Cancelar
button-back = ◀️ Voltar
button-done = ✅ Pronto
button-more-models = Mais modelos
button-fewer-models = ◀️ Melhores modelos
button-drop-image = ✖️ Foto { $number }
button-turn-images = 🔄 Trocar a ordem das fotos
button-as-references = Usar como referências
button-as-frames = Usar como primeiro e último quadro
button-continue = Continuar
button-discard = Descartar
button-prompt-before = ↩️ Prompt anterior
button-forget = 🗑 Apagar meus prompts e vídeos
button-forget-sure = Sim, apagar
button-forget-keep = Não, manter
button-open-chat = Abrir a conversa

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = Criar um vídeo
command-videos = Seus vídeos
command-templates = Ideias prontas
command-tips = Escrever prompts melhores
command-settings = Suas preferências
command-language = Escolher o idioma
command-buy = Comprar créditos com Estrelas
command-balance = Ver seu saldo
command-invite = Convidar amigos
command-redeem = Usar um código promocional
command-help = Como funciona
command-cancel = Cancelar o pedido atual
command-terms = Termos de uso
command-privacy = Privacidade e exclusão de dados
command-paysupport = Ajuda com um pagamento
command-start = Recomeçar
bot-description = O Starreel transforma suas palavras e fotos em vídeos curtos com IA. Pague com Estrelas do Telegram. Se um vídeo não der certo, você recebe os créditos de volta.
bot-short-description = Vídeos com IA a partir das suas palavras e fotos. Pague com Estrelas do Telegram.

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = sim ss s isso claro certo certeza ok okay okey oki blz beleza bora vamos vamo vai vá manda mandar pode pode-se fazer faz faça faca fazendo cria crie criar gera gere gerar começa comece começar comeca comecar inicia inicie iniciar confirmo confirmar confirma confirmado aceito quero fechado fechou combinado show top joia jóia perfeito ótimo otimo legal massa tá ta está bom boa bem tudo com favor por pfv pf já ja agora o vídeo video aham uhum yes yeah yep sure go start generate please now great perfect 👍 👌 ✅ 💯
words-of-greeting = oi oii oie oiê olá ola opa eai eaí e aí ai salve bom boa dia tarde noite tudo bem beleza blz tchau até ate mais logo valeu vlw obrigado obrigada brigado brigada obg muito hi hello hey thanks thx bye
