# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 Estamos em manutenção, então novos pedidos esperam um pouco. Os vídeos em andamento ainda chegam, e seus créditos estão seguros. Tente de novo daqui a pouco!

operators-shop =
    <b>A loja</b>
    📦 Pacotes: { $packs }
    📅 Assinatura: { $subscription }
    🎁 Primeira compra: { $first } · primeira mensagem: { $welcome }
operators-shop-pack = { $credits } por { $stars } ⭐
operators-shop-no-subscription = nenhuma
operators-shop-as-files = Tudo está como nas suas configurações e no catálogo.
operators-shop-decided =
    <b>Mudado aqui</b>, acima das suas configurações e do catálogo:
    { $lines }
operators-shop-line = • { $name }: <code>{ $value }</code> em vez de <code>{ $files }</code>, pelo operador { $operator } desde { $at } UTC
operators-shop-price-name = { $model }, créditos a mais por vídeo
operators-shop-closed = 🚧 <b>O modo de manutenção está ligado</b> desde { $at } UTC, pelo operador { $operator }: só operadores podem pedir e comprar.

operators-shop-prices =
    <b>Preços</b>, em créditos por vídeo, e o mínimo que sobra deles depois de pagar a KIE.ai:
    { $lines }
    Toque em um modelo para aumentar ou baixar o preço.
operators-shop-prices-line =
    • { $model }: { $range }, sobra { $margin }%{ $changed ->
        [yes] { " " }({ $adjustment })
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>, créditos por vídeo, continuações também:
    Pelo catálogo: { $files }
    Em vigor ({ $now }): { $current }
    Proposta ({ $next }): { $proposed }
operators-shop-price-range = { $range }, sobra pelo menos { $margin }%
operators-shop-below =
    ⚠️ { $count ->
        [one] Um preço deixa
       *[other] { $count } preços deixam
    } menos de { $margin }%, o seu MARGIN_PERCENT_MIN.

operators-shop-packs =
    <b>Pacotes e assinatura</b>
    { $lines }
operators-shop-bonuses =
    <b>Bônus</b>
    { $lines }
operators-shop-term = { $term }: <code>{ $value }</code>
operators-shop-ask =
    <b>{ $term }</b> é <code>{ $value }</code>. Envie o novo valor, { $term ->
        [PACKS] como nas configurações: créditos, com o bônus depois do sinal de mais, por exemplo <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] créditos e Estrelas, por exemplo <code>20 1500</code>, ou <code>0</code> para nenhuma
       *[other] um número inteiro
    }. Mostro o que muda antes de valer. /cancel deixa como está.
operators-shop-proposed = <b>{ $term }</b>: <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 Pacotes: { $packs }
    📅 Assinatura: { $subscription }
operators-shop-prices-follow =
    Preços que mudam com isso, em créditos por vídeo:
    { $lines }
operators-shop-prices-follow-line = • { $model }: { $before } → { $after }
operators-shop-promise = Ninguém paga mais do que foi mostrado: um resumo aberto pergunta de novo, e uma fatura da última hora mantém o preço.
operators-shop-same = <b>{ $term }</b> já é <code>{ $value }</code>. Envie outro valor ou /cancel.
operators-shop-wrong = Isso não funciona: { $problem }. Envie de novo ou /cancel.
operators-shop-done = ✅ Em vigor: { $name } é <code>{ $value }</code>.
operators-shop-already = Já está assim.
operators-shop-cancelled = Tudo bem, nada mudou.

operators-maintenance =
    { $state ->
        [on] 🚧 <b>O modo de manutenção está ligado</b>: só operadores podem pedir e comprar. Os vídeos em andamento ainda chegam, e os pagamentos que entrarem são creditados. As pessoas leem:
       *[off] O modo de manutenção está desligado. Enquanto está ligado, só operadores podem pedir e comprar; os vídeos em andamento ainda chegam. As pessoas leriam:
    }
    <blockquote>{ $words }</blockquote>
    Outro texto: <code>/maintenance on Voltamos às 18h.</code>
operators-maintenance-over = ✅ O modo de manutenção está desligado. Todo mundo pode pedir e comprar de novo, também pelos resumos que já tem.
operators-maintenance-already =
    { $state ->
        [on] O modo de manutenção já está ligado, com o mesmo texto.
       *[off] O modo de manutenção já está desligado.
    }
operators-maintenance-wrong = Isso não funciona: { $problem }. Nada mudou.
operators-maintenance-card = 🚧 O modo de manutenção está ligado. Você pode pedir porque é operador.
operators-usage-maintenance = Escreva <code>/maintenance on</code>, seguido de um texto para as pessoas, se quiser, ou <code>/maintenance off</code>.

button-shop-prices = 💰 Preços
button-shop-packs = 📦 Pacotes
button-shop-bonuses = 🎁 Bônus
button-shop-maintenance = 🚧 Manutenção
button-shop-back = ‹ A loja
button-shop-back-prices = ‹ Preços
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }: restaurar
button-shop-to-catalogue = ↩️ Voltar ao catálogo
button-shop-apply = ✅ Aplicar
button-shop-close = 🚧 Ligar
button-shop-open = ✅ Desligar
