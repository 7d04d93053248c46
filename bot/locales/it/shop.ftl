# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 Stiamo facendo un po' di manutenzione, quindi i nuovi ordini devono aspettare. I video in corso arrivano lo stesso e i tuoi crediti sono al sicuro. Riprova tra poco!

operators-shop =
    <b>Il negozio</b>
    📦 Pacchetti: { $packs }
    📅 Abbonamento: { $subscription }
    🎁 Primo acquisto: { $first } · primo messaggio: { $welcome }
operators-shop-pack = { $credits } per { $stars } ⭐
operators-shop-no-subscription = nessuno
operators-shop-as-files = È tutto come nelle tue impostazioni e nel catalogo.
operators-shop-decided =
    <b>Cambiato qui</b>, al posto di impostazioni e catalogo:
    { $lines }
operators-shop-line = • { $name }: <code>{ $value }</code> invece di <code>{ $files }</code>, dall'operatore { $operator }, da { $at } UTC
operators-shop-price-name = { $model }, crediti in più per video
operators-shop-closed = 🚧 <b>Manutenzione attiva</b> da { $at } UTC, attivata dall'operatore { $operator }: solo gli operatori possono ordinare e comprare.

operators-shop-prices =
    <b>Prezzi</b> in crediti per video, e quanto ne resta come minimo una volta pagato KIE.ai:
    { $lines }
    Tocca un modello per alzarne o abbassarne il prezzo.
operators-shop-prices-line =
    • { $model }: { $range }, resta { $margin }%{ $changed ->
        [yes] { " " }({ $adjustment })
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>, crediti per video, seguiti compresi:
    Da catalogo: { $files }
    In vigore ({ $now }): { $current }
    Proposto ({ $next }): { $proposed }
operators-shop-price-range = { $range }, resta almeno { $margin }%
operators-shop-below =
    ⚠️ { $count ->
        [one] Un prezzo lascia
       *[other] { $count } prezzi lasciano
    } meno di { $margin }%, il tuo MARGIN_PERCENT_MIN.

operators-shop-packs =
    <b>Pacchetti e abbonamento</b>
    { $lines }
operators-shop-bonuses =
    <b>Bonus</b>
    { $lines }
operators-shop-term = { $term }: <code>{ $value }</code>
operators-shop-ask =
    <b>{ $term }</b> è <code>{ $value }</code>. Mandami il nuovo valore, { $term ->
        [PACKS] come nelle impostazioni: crediti, con un bonus dopo il più, per esempio <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] crediti e Stars, per esempio <code>20 1500</code>, oppure <code>0</code> per nessuno
       *[other] un numero intero
    }. Prima che valga ti mostro cosa ne segue. Con /cancel resta com'è.
operators-shop-proposed = <b>{ $term }</b>: <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 Pacchetti: { $packs }
    📅 Abbonamento: { $subscription }
operators-shop-prices-follow =
    Prezzi che ne seguono, in crediti per video:
    { $lines }
operators-shop-prices-follow-line = • { $model }: { $before } → { $after }
operators-shop-promise = Nessuno paga più di quanto gli è stato mostrato: una scheda aperta chiede di nuovo, e una fattura dell'ultima ora resta valida.
operators-shop-same = <b>{ $term }</b> è già <code>{ $value }</code>. Manda un altro valore, oppure /cancel.
operators-shop-wrong = Così non va: { $problem }. Mandalo di nuovo, oppure /cancel.
operators-shop-done = ✅ In vigore: { $name } è <code>{ $value }</code>.
operators-shop-already = È già così.
operators-shop-cancelled = OK, non è cambiato nulla.

operators-maintenance =
    { $state ->
        [on] 🚧 <b>La manutenzione è attiva</b>: solo gli operatori possono ordinare e comprare. I video in corso arrivano lo stesso, e i pagamenti in arrivo vengono accreditati. Le persone leggono:
       *[off] La manutenzione non è attiva. Quando lo è, solo gli operatori possono ordinare e comprare; i video in corso arrivano lo stesso. Le persone leggerebbero:
    }
    <blockquote>{ $words }</blockquote>
    Un altro testo: <code>/maintenance on Torniamo alle 18.</code>
operators-maintenance-over = ✅ La manutenzione è finita. Tutti possono di nuovo ordinare e comprare, anche dalle schede che hanno già.
operators-maintenance-already =
    { $state ->
        [on] La manutenzione è già attiva, con lo stesso testo.
       *[off] La manutenzione è già disattivata.
    }
operators-maintenance-wrong = Così non va: { $problem }. Non è cambiato nulla.
operators-maintenance-card = 🚧 La manutenzione è attiva. Puoi ordinare perché sei un operatore.
operators-usage-maintenance = Scrivi <code>/maintenance on</code>, seguito se vuoi da un testo per le persone, oppure <code>/maintenance off</code>.

button-shop-prices = 💰 Prezzi
button-shop-packs = 📦 Pacchetti
button-shop-bonuses = 🎁 Bonus
button-shop-maintenance = 🚧 Manutenzione
button-shop-back = ‹ Il negozio
button-shop-back-prices = ‹ Prezzi
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }: da impostazioni
button-shop-to-catalogue = ↩️ Torna al catalogo
button-shop-apply = ✅ Applica
button-shop-close = 🚧 Attiva
button-shop-open = ✅ Disattiva
