# What people read. Plain and kind; no blame, no jargon; say what happens with the credits.
# Italian like a person's: "tu", short sentences, "il nostro team" for whoever runs the bot, "foto" for an image.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits ->
    [one] { $credits } credito
   *[other] { $credits } crediti
}
date = { $day } { $month ->
    [1] gen
    [2] feb
    [3] mar
    [4] apr
    [5] mag
    [6] giu
    [7] lug
    [8] ago
    [9] set
    [10] ott
    [11] nov
   *[12] dic
} { $year }
credits-and-bonus = { $credits } + { $bonus } crediti

## Start and help

welcome = <b>Ti diamo il benvenuto su Starreel!</b>
    Descrivi una scena (o manda una foto con una didascalia) e la trasformo in un video.

    I video partono da { $price } ({ $pack } = { $stars } ⭐). Hai { $balance }.
welcome-gift = 🎁 { $credits } in regalo, così puoi provare subito. Buon divertimento!
help =
    <b>Come funziona</b>
    1. Descrivi una scena o manda una foto con una didascalia.
    2. Controlla la scheda: se vuoi, cambia il modello, le opzioni o la foto, poi tocca "Genera".
    3. Il video arriva qui, di solito in pochi minuti. Se qualcosa va storto, riavrai i tuoi crediti.
    
    /generate – crea un video
    /templates – idee pronte
    /videos – i tuoi video
    /tips – prompt migliori
    /settings – le tue preferenze
    /language – scegli la lingua
    /buy – compra crediti con le Telegram Stars, per te o da regalare
    /balance – i tuoi crediti
    /invite – invita amici
    /redeem – usa un codice promo
    /cancel – annulla l'ordine in corso
    /paysupport – aiuto con un pagamento
    /privacy – cosa conservo e come eliminarlo
    /terms – condizioni d'uso
hint = Descrivi una scena o manda una foto e la trasformo in un video. Per saperne di più: /help
unknown-command = Non conosco questo comando. Quello che so fare lo trovi in /help.
too-fast = Troppi messaggi tutti insieme – aspetta un minuto, per favore.
order-still-open = Hai un ordine lasciato a metà.
private-only = I video li creo in chat privata. Tocca qui sotto per aprire la nostra.
gift-received = 🎁 Grazie per il regalo!
terms =
    <b>Condizioni</b>
    • I crediti si comprano con le Telegram Stars. Servono a creare video qui e non si possono convertire in denaro.
    • Si usano prima i crediti ricevuti in regalo, poi quelli comprati, a partire dall'acquisto più vecchio. Un bonus si usa dopo i crediti con cui è arrivato. Un acquisto non usato si può rimborsare per un certo periodo da /paysupport, e con lui se ne va anche il suo bonus; negli altri casi puoi richiedere un rimborso.
    • Un regalo è di chi apre per primo il suo link, e di chi l'ha comprato se nessuno lo apre in tempo. Finché non è aperto, chi l'ha comprato può farselo rimborsare. I crediti di un invito vengono tolti se viene rimborsato l'acquisto da cui vengono.
    • Un abbonamento si paga in Stars ogni 30 giorni finché non lo annulli, da /balance o dalle impostazioni di Telegram. Ogni pagamento è un acquisto come gli altri.
    • I crediti di un video vengono messi da parte quando lo ordini e spesi quando arriva. Se non riesce, li riavrai subito.
    • I contenuti illegali o dannosi non sono ammessi. Questi ordini vengono rifiutati e i loro crediti ti vengono restituiti.
    • I tuoi prompt e le tue foto vanno al servizio che crea i video e a nessun altro. Vedi /privacy.
    • Domande su un pagamento: /paysupport. L'assistenza di Telegram non può aiutarti con gli acquisti fatti in questo bot.

## Credits

balance = Il tuo saldo: { $balance }
balance-held = { $credits } da parte per i video in corso.
balance-refunding = { $credits } da parte per un rimborso.
balance-gifted = { $credits } in regali che nessuno ha ancora aperto.
credits-granted = 🎁 Hai ricevuto { $credits } dal nostro team. Il tuo saldo: { $balance }
credits-debited = Il nostro team ti ha tolto { $credits }. Il tuo saldo: { $balance }. Non sai perché? Scrivi a /paysupport.
offer = <b>Compra crediti</b>
    Hai { $balance }. La maggior parte dei video costa 1 credito. Scegli un pacchetto:
offer-first = 🎁 In più con il tuo primo acquisto: { $first }.
offer-invited = 🎁 Ti ha invitato un amico: con il tuo primo acquisto avete tutti e due { $credits } in più.
offer-subscription = 📅 Oppure abbonati: { $credits } ogni 30 giorni per { $stars } ⭐. Puoi annullare quando vuoi.
offer-terms = Pagando accetti le condizioni: /terms
pack = { $credits } · { $stars } ⭐
pack-gone = Questo pacchetto non è più in vendita. Ecco quelli disponibili.
invoice-title = { $credits }
invoice-description = { $number ->
    [one] { $credits } per creare video AI con Starreel. Non scade.
   *[other] { $credits } per creare video AI con Starreel. Non scadono.
}
invoice-refused = Mi dispiace, in questo momento non riesco ad aprire il pagamento. Il nostro team è stato avvisato. Riprova più tardi.
receipt = ✅ Grazie! Hai ricevuto { $bought }. Il tuo saldo: { $balance }
receipt-first = ✅ Grazie! Hai ricevuto { $bought }, e 🎁 { $first } per il tuo primo acquisto. Il tuo saldo: { $balance }
receipt-invited = 🎁 E in più { $credits }, perché ti ha invitato un amico. Lui ne riceve altrettanti.
receipt-until = 📅 Il tuo abbonamento è pagato. Scadenza: { $until }. Per cambiarlo, vedi /balance.
subscription-button = 📅 { $credits } al mese · { $stars } ⭐
subscription-offer = <b>📅 Abbonamento mensile</b>
    Ricevi { $credits } ogni 30 giorni per { $stars } ⭐. I crediti che non usi restano tuoi. Puoi annullare quando vuoi da /balance; quello che hai pagato resta tuo.

    Pagando accetti le condizioni: /terms
subscription-description = { $credits } ogni 30 giorni per creare video AI con Starreel. Senza scadenza.
subscription-pay = Abbonati per { $stars } ⭐
subscription-gone = Gli abbonamenti non sono più in vendita. Invia /buy per vedere cosa c'è.
subscription-line = 📅 Il tuo abbonamento: { $credits } ogni 30 giorni per { $stars } ⭐. { $state ->
    [active] Prossimo pagamento: { $until }.
    [failed] L'ultimo pagamento non è riuscito: ricarica le tue Stars, per favore. Pagato fino a: { $until }.
   *[cancelled] È annullato. Resta attivo fino a: { $until }.
    }{ $wish ->
    [cancel] {" "}Ho chiesto a Telegram di annullarlo.
    [resume] {" "}Ho chiesto a Telegram di farlo continuare.
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 Il tuo abbonamento è annullato: non ci saranno altri pagamenti. Scadenza: { $until }.
    [failed] ⚠️ Telegram non è riuscito a prelevare { $stars } ⭐ per il rinnovo del tuo abbonamento, quindi non hai ancora ricevuto { $credits }. Ricarica le tue Stars nelle impostazioni di Telegram, in "Le mie Stars", e l'abbonamento continua.
    [active] 📅 Il tuo abbonamento continua. Prossimo pagamento: { $until }.
   *[ended] 📅 Il tuo abbonamento è finito; i tuoi crediti restano tuoi. Per farne uno nuovo, invia /buy.
    }
subscription-may-go-on = 📅 Ora Telegram ti permette di continuare il tuo abbonamento. Per riattivarlo, apri le impostazioni di Telegram, tocca "Le mie Stars", scegli questo abbonamento e tocca "Rinnova".
subscription-not-changed = Telegram non mi ha permesso di cambiare il tuo abbonamento. Puoi farlo tu: apri le impostazioni di Telegram, tocca "Le mie Stars" e scegli questo abbonamento. Se non basta, scrivi a /paysupport.
subscription-asked = { $wish ->
    [resume] Chiedo a Telegram di far continuare il tuo abbonamento.
   *[cancel] Chiedo a Telegram di annullare il tuo abbonamento.
    }
subscription-already-so = { $wish ->
    [resume] Il tuo abbonamento continua già.
   *[cancel] Il tuo abbonamento è già annullato.
    }
payment-unmatched = Il tuo pagamento è arrivato, ma non riesco a capire a quale acquisto appartiene. Il nostro team lo sa già; se non ti fa sapere nulla, scrivi a /paysupport.
payment-returned = ↩️ Le tue Stars per { $bought } ti sono state restituite{ $part ->
    [all] , e il saldo è stato ridotto di conseguenza.
    [some] , e quel che restava dei crediti è stato tolto: { $taken }.
   *[none] .
    } Il tuo saldo: { $balance }
payment-returned-gift =
    ↩️ Le tue Stars per il regalo ({ $credits }) ti sono state restituite. { $state ->
        [unopened] Non si può più aprire.
        [opened] Quello che ne restava è stato ripreso.
       *[owed] Quello che ne restava è stato ripreso, e quello che era già usato è stato tolto dal tuo saldo: { $owed }.
    } Il tuo saldo: { $balance }
payment-returned-unmatched = ↩️ Le tue Stars ti sono state restituite. Il tuo saldo: { $balance }
checkout-not-ours = Questa fattura non è valida. Invia /buy per riceverne una nuova.
checkout-not-yours = Questa fattura è per un'altra persona. Invia /buy per ricevere la tua.
checkout-price-changed = I nostri prezzi sono cambiati. Invia /buy per ricevere una nuova fattura.
checkout-too-old = Questa fattura è troppo vecchia. Invia /buy per riceverne una nuova.
checkout-already-subscribed = Hai già un abbonamento. Vedi /balance.
blocked = Il nostro team ha bloccato qui il tuo account, quindi non puoi ordinare né comprare. Per rimborsi o domande, invia /paysupport; per annullare un abbonamento, /balance.
unblocked = ✅ Il nostro team ha sbloccato il tuo account: puoi di nuovo creare video e comprare crediti.
team-message =
    💬 Il nostro team ti scrive:
    <blockquote>{ $words }</blockquote>
    Per rispondere, invia /paysupport.
ordered-again = 🔁 Il nostro team ha ordinato di nuovo il tuo video con <b>{ $model }</b>: l'ultimo tentativo non è riuscito. Se arriva, costa { $price }, come la prima volta.
credits-given-back = 🎁 Il nostro team ti ha restituito { $price } per il tuo video. Se arriva lo stesso, è gratis. Il tuo saldo: { $balance }
checkout-already-paid = Questa fattura è già pagata. Invia /buy se vuoi altri crediti.

## Gifts

gift-offer =
    <b>🎁 Regala crediti</b>
    Dopo il pagamento ricevi un link. I crediti vanno a chi lo apre per primo. Se entro { $days ->
        [one] { $days } giorno
       *[other] { $days } giorni
    } non lo apre nessuno, sono tuoi. Scegli un pacchetto:
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = Un regalo: { $credits } per creare video AI con Starreel. Ricevi un link, e i crediti vanno a chi lo apre per primo.
receipt-gift =
    ✅ Grazie! Il tuo regalo è pronto: { $credits }. Manda questo link a chi vuoi; i crediti vanno a chi lo apre per primo:
    
    { $link }
    
    Se entro { $days ->
        [one] { $days } giorno
       *[other] { $days } giorni
    } non lo apre nessuno, i crediti sono tuoi. Fino ad allora puoi fartelo rimborsare da /paysupport.
receipt-gift-over =
    ✅ Grazie! Il tuo regalo è pagato: { $credits }. { $state ->
        [opened] È stato aperto.
        [taken_back] È stato aperto.
        [kept] Nessuno l'ha aperto in tempo, quindi i crediti sono tuoi.
       *[other] Le sue Stars stanno tornando a te, quindi non si può aprire.
    }
gift-opened =
    🎁 Qualcuno ti ha regalato { $credits }! Il tuo saldo: { $balance }
    
    Descrivi una scena o manda una foto e la trasformo in un video.
gift-already-yours = Hai già aperto questo regalo: i suoi crediti sono nel tuo saldo. Vedi /balance.
gift-already-opened = Qualcun altro ha già aperto questo regalo. Un regalo va a chi lo apre per primo.
gift-refunded = Chi ha comprato questo regalo se l'è ripreso, quindi non si può aprire.
gift-too-late = Questo regalo non è stato aperto in tempo ed è tornato a chi l'ha comprato.
gift-unknown = Non trovo questo regalo. Controlla il link: deve essere completo.
gift-was-opened = 🎁 Il tuo regalo è stato aperto: { $credits }.
gift-kept = 🎁 Nessuno ha aperto il tuo regalo, quindi ora è tuo: { $credits }. Il tuo saldo: { $balance }
gift-taken-back = ↩️ Il pagamento di un regalo che hai aperto è stato restituito a chi l'aveva comprato, quindi quello che te ne restava è stato tolto: { $credits }. Il tuo saldo: { $balance }
share-gift = 🎁 Un regalo per te: crediti per video AI! Tocca il link per riceverli.

## Invitations

invite =
    <b>🎁 Invita amici</b>
    Manda il tuo link ad amici che qui sono nuovi. Quando uno di loro fa il primo acquisto, ricevete tutti e due { $credits }, { $most ->
        [one] per { $most } amico
       *[other] per { $most } amici al massimo
    }.
    
    { $link }
invite-off =
    <b>Invita amici</b>
    Al momento non c'è un premio per gli inviti, ma i tuoi amici sono comunque i benvenuti. Tocca qui sotto per condividere il bot.
invite-sum =
    Arrivati dal tuo link: { $came }
    Hanno fatto un acquisto: { $bought }
    Hai guadagnato: { $earned }
invited = 🎁 Ti ha invitato un amico: con il tuo primo acquisto avete tutti e due { $credits } in più.
invited-oneself = Questo è il tuo link. Mandalo ai tuoi amici: /invite
invited-not-new = Gli inviti sono per chi qui è nuovo. Ma puoi invitare amici anche tu: /invite
invitation-rewarded = 🎁 Un amico che hai invitato ha fatto il primo acquisto, e tu ricevi { $credits }. Il tuo saldo: { $balance }
invitation-taken-back = ↩️ Il primo acquisto di un amico è stato rimborsato, quindi quello che ne avevi ricevuto è stato tolto: { $credits }. Il tuo saldo: { $balance }
share-invitation = Crea video AI con me:

## Promo codes

redeem-ask = 🎟 Qual è il tuo codice promo? Mandamelo e basta.
redeem-cancelled = OK, nessun codice.
redeemed = 🎁 Hai ricevuto { $credits }. Il tuo saldo: { $balance }
redeem-unknown = Non conosco questo codice. Controlla come si scrive e invia di nuovo /redeem.
redeem-expired = Questo codice è scaduto.
redeem-used-up = Questo codice è già stato usato da tutte le persone previste. Mi dispiace!
redeem-already-used = Hai già usato questo codice. Vale una volta per persona.
redeem-too-many =
    Sono tanti codici che non esistono. Riprova tra { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minuti
    }.

## An order

ask-model = <b>Scegli un modello</b>
ask-model-line = • <b>{ $model }</b>: { $about }{ $fails ->
    [yes] {" "}· ⚠️ al momento fallisce spesso
   *[no] {""}
    }
ask-model-prompt = Il tuo prompt: <i>{ $prompt }</i>
models-speech = <b>🗣 Con il parlato</b>
models-long = <b>⏱ I video più lunghi</b>
models-cheap = <b>💸 Veloci e leggeri</b>
models-photo = <b>🖼 Dalla tua foto</b>
model-button = { $from ->
    [one] { $model } · { $from } credito
   *[other] { $model } · { $from } crediti
}
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ Al momento questo modello fallisce spesso. Se il video non riesce, riavrai i tuoi crediti.
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ il seguito del tuo video
    [full-hd] il tuo video in 1080p
    [ultra-hd] il tuo video in 4K
   *[upscale] il tuo video, più nitido
}
card-image = 🖼 Foto { $number }: { $role ->
    [first] primo fotogramma
    [last] ultimo fotogramma
   *[reference] riferimento
}
card-price = Prezzo: { $price } · Saldo: { $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 Aggiungi una foto
    [one] 🖼 { $images } foto
   *[other] 🖼 { $images } foto
}
ask-prompt = ✍️ Cosa deve succedere nel video? Scrivilo e basta. Per esempio: <i>Una volpe rossa corre nella neve fresca all'alba, al rallentatore.</i>
ask-blank = ✍️ { $ask } Per esempio: <i>{ $example }</i>
ask-style = Tocca per aggiungere o togliere:
ask-what-next = ✍️ Come continua il tuo video? Scrivilo e basta.
takes-no-prompt = Qui non serve un prompt: è il tuo video, così com'è.
prompt-empty = Il messaggio era vuoto. Descrivi il tuo video in poche parole.
prompt-too-long = Il tuo prompt ha { $chars } caratteri; { $model } ne accetta al massimo { $max }. Mandane uno più corto.
cannot-use-that = Posso usare solo testo e foto.
ask-image = Vuoi partire da una foto? Mandala adesso.
ask-image-more = Manda un'altra foto per aggiungerla.
images-full = Questo modello non accetta altre foto. Una nuova sostituisce l'ultima.
ask-image-required = 🖼 { $model } parte da una foto. Mandane una.
image-received = 📷 Sto controllando la tua foto.
image-replaced = Ho sostituito l'ultima foto: questo modello non ne accetta altre.
images-enough = { $images ->
    [one] Basta una foto: uso la prima.
   *[other] Questo modello accetta fino a { $images } foto: uso le prime.
}
not-an-image = Non posso usare questo file. Manda una foto in formato { $types }.
image-too-large = Questa foto è troppo pesante. Mandane una di { $megabytes } MB al massimo.
image-left-out = Ho lasciato fuori la foto che non si poteva usare. Se vuoi, mandane un'altra.
image-unavailable = Non sono riuscito a scaricare la tua foto da Telegram. Mandala di nuovo.
model-takes-no-image = Questo modello lavora solo con il testo, quindi la foto non viene usata.
model-gone = Questo modello non è più disponibile. Scegline un altro.
follow-up-gone = Con questo video non si può più fare.
confirm-button = { $credits ->
    [one] ✨ Genera · { $credits } credito
   *[other] ✨ Genera · { $credits } crediti
}
choice-length = { $seconds } s
choice-sound = con audio
choice-no-sound = senza audio
choice-price = { $label } ({ $more })
not-enough = Per questo video servono { $price }. Il tuo saldo: { $available }. Scegli un pacchetto qui sotto; il tuo prompt è salvato.

    Pagando accetti le condizioni: /terms
order-dropped = Ordine annullato. Non ti è stato addebitato nulla.
nothing-to-cancel = Non c'è niente da annullare.
cancel-queued = Non hai ordini a metà. Tocca qui sotto per annullare un video non ancora iniziato.
cancel-video = Annulla: { $prompt }
cancel-rendering = Il tuo video è già in lavorazione, quindi non si può più annullare.
cancel-passed-on = Il tuo ordine è già stato inoltrato, quindi non si può più annullare. Se il video non viene creato, riavrai i tuoi crediti.
old-button = Questo pulsante è scaduto.
already-placed = Hai già inviato questo ordine.
order-changed = L'ordine o il suo prezzo è cambiato. Ricontrollalo.
prompt-replaced = Prompt aggiornato.
prompt-joined = Ho unito i due messaggi in un solo prompt.
tap-to-confirm = Ci siamo quasi: tocca "Genera" qui sotto per iniziare.
placed = Ordine inviato.
too-many-orders = Per ora hai raggiunto il limite di video. Il tuo ordine è salvato; tocca di nuovo tra { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minuti
}.
too-many-orders-today = Hai raggiunto il limite di video per un giorno. Il tuo ordine è salvato; tocca di nuovo tra { $hours ->
    [one] { $hours } ora
   *[other] { $hours } ore
}.
paused = Al momento non è possibile creare video. I tuoi crediti sono al sicuro. Riprova più tardi.
paused-briefly = Al momento non è possibile creare video. Il tuo ordine è salvato; riprova più tardi.
paused-model = { $model } al momento non è disponibile. Il tuo ordine è salvato; scegli un altro modello o riprova più tardi.

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] il seguito
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] più nitido
}
status-queued = ⏳ <b>{ $model }</b>: numero { $position } in coda. { $price } da parte.
status-queued-paused = ⏸ <b>{ $model }</b>: in coda. Al momento non è possibile creare video; il tuo ordine mantiene il suo posto. { $price } da parte.
status-under-way = 🎬 <b>{ $model }</b>: il tuo video è in lavorazione. Di solito richiede { $usual }; puoi chiudere la chat. { $price } da parte.
status-under-way-paused = ⏸ <b>{ $model }</b>: il tuo ordine è in attesa. Al momento non è possibile creare video. Se il tuo non viene creato, riavrai { $price }.
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] Manca pochissimo.
        [one] Manca circa un minuto.
       *[other] Mancano circa { $minutes } minuti.
    }
status-late = ⏳ <b>{ $model }</b>: questo video richiede più tempo del solito. Lo sto ancora aspettando. Se non viene creato, riavrai { $price }.
usual-wait = { $slow ->
    [0] meno di un minuto
    [one] circa un minuto
   *[other] { $range ->
        [yes] { $median ->
            [0] al massimo { $slow } minuti
           *[other] da { $median } a { $slow } minuti
        }
       *[no] circa { $slow } minuti
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b>: ho inviato il tuo ordine, ma la risposta si è persa. { $minutes ->
    [one] Se entro un minuto non so nulla
   *[other] Se entro { $minutes } minuti non so nulla
}, riavrai { $price }. Se poi il video arriva, è gratis.
status-ready = 📦 <b>{ $model }</b>: il tuo video è pronto, te lo sto inviando.
status-gone = ⏳ <b>{ $model }</b>: il tuo video è pronto, ma il servizio video non lo consegna ancora. Continuo a provare. Se non arriva, riavrai { $price }.
status-gone-free = ⏳ <b>{ $model }</b>: il tuo video è pronto, ma il servizio video non lo consegna ancora. Continuo a provare.
status-delivered = ✅ <b>{ $model }</b>: fatto · costo: { $price } · saldo: { $left }
status-delivered-free = ✅ <b>{ $model }</b>: alla fine il tuo video è arrivato. È gratis: i crediti li hai già riavuti.
status-failed = ⚠️ <b>{ $model }</b>: non riuscito – ti restituisco { $price }.
status-cancelled = <b>{ $model }</b>: annullato – ti restituisco { $price }.
status-undeliverable = <b>{ $model }</b>: il tuo video era pronto, ma per una settimana non sono riuscito a contattarti. Scrivi a /paysupport.
status-lost = ⚠️ <b>{ $model }</b>: il tuo video non è arrivato – ti restituisco { $price }.
video-lost = { $reason ->
    [no-video] Mi dispiace: il servizio video dice che il tuo video è pronto, ma non sono riuscito a ottenerlo. L'ho chiesto due volte.
    [too-large] Mi dispiace: il tuo video è troppo grande per essere inviato qui, e non ho altri modi per fartelo avere.
    [overdue] Mi dispiace: il tuo video era pronto, ma non sono riuscito a mandartelo, e ci ho provato per giorni.
   *[not-taken] Mi dispiace: il tuo video era pronto, ma non sono riuscito a mandartelo. Telegram non accetta il file.
    }

    { $paid ->
    [yes] Ti restituisco { $price }. Il tuo saldo: { $balance }
   *[no] Non ti è costato nulla. Il tuo saldo: { $balance }
    }
job-cancelled = Annullato; hai di nuovo i tuoi crediti.
cancel-too-late = Troppo tardi per annullare: il tuo ordine è già stato inoltrato.
link-too-large = Il tuo video è pronto! È troppo grande per essere inviato qui, quindi scaricalo:
link-not-taken = Il tuo video è pronto! Telegram in questo momento non accetta il file, quindi scaricalo:
link-kept = Il link funziona per 7 giorni.
link-at-provider = Il link funziona per circa un giorno, quindi ti conviene salvare presto il video.
failed-policy = Il modello ha rifiutato { $image ->
    [yes] il prompt o la foto
   *[no] il prompt
    } per via delle sue regole sui contenuti. { $image ->
    [yes] Prova a riformularlo o a usare un'altra foto
   *[no] Prova a riformularlo
    }.
failed-refused = Il modello non ha accettato questo ordine. Cambialo un po' e riprova.
failed-image = Non sono riuscito a usare la foto. Prova con un'altra.
failed-image_gone = Telegram non ha più la tua foto. Mandala di nuovo.
failed-sound = Questo modello aggiunge l'audio a ogni video e nel tuo prompt non ne ha trovato. Indica un suono, o scrivi cosa viene detto, e riprova.
failed-provider = Qualcosa è andato storto mentre creavo il tuo video. Riprova.
failed-expired = Il servizio è stato occupato troppo a lungo. Riprova più tardi.
failed-timeout = Ho smesso di aspettare il tuo video: ci ha messo troppo. Se arriva lo stesso, è gratis.
failed-unknown = Non sono riuscito a confermare il tuo ordine. Se il video arriva lo stesso, è gratis.
failed = { $reason }

    Ti restituisco { $price }. Il tuo saldo: { $balance }

## Videos that were made

videos = <b>I tuoi video</b>
    Tocca un numero per ricevere di nuovo un video, modificarlo o continuarlo.
videos-line = { $number }. { $date } · <b>{ $model }</b>: { $prompt }
videos-none = Non hai ancora video. Descrivi una scena o manda una foto e ne creo uno.
video-gone = Questo video non è più conservato.
video-deleted = Eliminato dalla tua lista.
share-text = Crea anche tu un video così:
shared-order = 🎁 Qualcuno ha condiviso questa idea con te. Cambia quello che vuoi.
shared-gone = Questa idea non è più condivisa. Descrivi una scena tua o scegli un'idea pronta.

## Templates

templates = <b>Idee pronte</b>
    Scegli un'idea, al resto penso io.
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 dalla tua foto
       *[words] { $blanks ->
            [0] niente da completare
            [one] una cosa da completare
           *[other] { $blanks } cose da completare
        }
    }
template-gone = Questa idea non è più disponibile. Ecco quelle che ci sono.

## Tips

tips = <b>💡 Consigli per { $model }</b>
tips-all = <b>💡 Come scrivere un buon prompt</b>
tips-scene = • <b>Scena:</b> di' chi o cosa, dove e che cosa succede, in una o due frasi.
tips-camera = • <b>Camera e luce:</b> indicale. Per esempio: <i>lenta carrellata in avanti, luce calda del tramonto</i>.
tips-speech = • <b>Parlato:</b> mettilo tra virgolette. Per esempio: <i>Lei sorride e dice: "Finalmente a casa!"</i> Indica anche i suoni che vuoi.
tips-sound = • <b>Audio:</b> indica cosa si sente. Per esempio: <i>onde, gabbiani in lontananza</i>.
tips-silent = • <b>Senza audio:</b> questo modello crea video muti, quindi lascia perdere parlato e musica.
tips-photo = • <b>Da una foto:</b> descrivi cosa si muove; l'aspetto viene dalla foto.
tips-length = • <b>Durata:</b> in pochi secondi ci stanno una o due azioni. Una storia più lunga richiede un video più lungo.
style-dolly = 🎥 Carrellata
style-drone = 🚁 Vista dal drone
style-handheld = 🤳 Camera a mano
style-slow-motion = 🐢 Rallentatore
style-golden = 🌇 Luce del tramonto
style-neon = 🌃 Notte al neon
style-film = 🎞 Pellicola 35 mm
style-macro = 🔬 Macro
style-animated = 🧸 Animazione 3D

## Settings

settings = <b>⚙️ Le tue preferenze</b>
    I nuovi ordini partono da qui. Puoi cambiarle in ogni ordine.
settings-line = { $name }: <b>{ $value }</b>
settings-as-last = come l'ultima volta
settings-as-telegram = come in Telegram
settings-model = Modello
settings-format = Formato
settings-length = Durata
settings-sound = Audio
settings-language = Lingua
settings-news = Novità da noi
settings-news-on = attive
settings-news-off = disattivate
button-news-on = 🔔 Attiva le novità
button-news-off = 🔕 Disattiva le novità
button-no-more-news = 🔕 Non mandarmene più
news-are-off = OK, niente più novità. Sui tuoi video e pagamenti ti scrivo comunque. Per riattivarle: /settings
news-are-on = OK, riceverai di nuovo le nostre novità.
settings-ask-model = Con quale modello devono partire i nuovi ordini?
settings-ask-format = Quale formato preferisci? Se un modello non ce l'ha, usa il suo.
settings-ask-length = Quale durata preferisci? Se un modello non ce l'ha, usa la sua.
settings-ask-sound = Vuoi l'audio, dove si può scegliere?
settings-ask-language = Che lingua devo parlare?
language-name = Italiano
language-set = Fatto, d'ora in poi parlo italiano.

## Payment support

support = <b>Aiuto con i pagamenti</b>
    L'assistenza di Telegram non può aiutarti con gli acquisti fatti in questo bot.
support-write = Qualcos'altro? Descrivi il problema nel prossimo messaggio e il nostro team ti risponderà qui.
support-needs-words = Descrivi il problema a parole; non posso inoltrare foto o file.
support-too-many = Oggi ci hai scritto molto, e abbiamo ricevuto tutto. Aspetta la nostra risposta o scrivi di nuovo domani.
support-cancelled = OK, non è stata inviata nessuna richiesta.
support-reply = 💬 Risposta alla tua richiesta { $number } su un pagamento:
    <blockquote>{ $words }</blockquote>
    Per scrivere di nuovo, invia /paysupport.
support-received = Grazie! { $seen ->
    [yes] Il nostro team ha ricevuto la tua richiesta.
   *[no] La tua richiesta è salvata e il nostro team la leggerà appena possibile.
    } Il suo numero è { $number }.{ $photo ->
    [yes] {" "}Non posso inoltrare foto o file, quindi descrivi cosa si vede, se è importante.
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>I tuoi ultimi acquisti</b>
    Gli acquisti non usati si possono rimborsare entro { $days ->
        [one] { $days } giorno
       *[other] { $days } giorni
    } con i pulsanti qui sotto. Negli altri casi, richiedi un rimborso.
purchase-line =
    { $number }. { $credits } per { $stars } ⭐, { $date }{ $gift ->
        [none] { "" }
        [waiting] { " " }· 🎁 regalo, non ancora aperto
        [refunding] { " " }· 🎁 regalo, non aperto
        [returned] { " " }· 🎁 regalo, non aperto
        [kept] { " " }· 🎁 regalo che nessuno ha aperto
       *[opened] { " " }· 🎁 regalo, aperto
    }{ $eligibility ->
        [asked] : rimborso richiesto
        [declined] : rimborso rifiutato
        [under-way] : rimborso in arrivo
        [returned] : rimborsato
       *[other] { "" }
    }
    Transazione <code>{ $charge }</code>
refund-offer = <b>Rimborsare l'acquisto { $number }?</b>
    Riavrai { $stars } ⭐, e tolgo { $credits } dal tuo saldo.
refund-offer-gift =
    <b>Rimborsare l'acquisto { $number }?</b>
    Riavrai { $stars } ⭐, e nessuno potrà più aprire il tuo regalo ({ $credits }).
refund-begun-gift = ↩️ Il rimborso del tuo regalo, acquisto { $number }, è in arrivo: { $stars } ⭐. Il suo link non funziona più. Ti faccio sapere.
refund-begun = ↩️ Il rimborso dell'acquisto { $number } è in arrivo: { $credits } da parte fino al ritorno delle tue Stars ({ $stars } ⭐). Ti faccio sapere.
refund-kept = OK, i crediti restano a te.
refund-asked = Grazie. Ho chiesto al nostro team di rimborsare l'acquisto { $number }; ti faccio sapere cosa decide.
refund-declined = Il rimborso dell'acquisto { $number } ({ $credits } per { $stars } ⭐) è stato rifiutato. Se pensi che sia un errore, scrivi a /paysupport.
refund-refused = Telegram non è riuscito a rimborsare il tuo pagamento. { $credits ->
    [0] Il nostro team lo sa e se ne occuperà.
   *[other] Hai di nuovo i tuoi crediti, e il nostro team lo sa.
    }
not-refundable =
    { $eligibility ->
        [refundable] Questo acquisto si può rimborsare: tocca "Rimborsa" in /paysupport.
        [spent] Alcuni di questi crediti sono usati o messi da parte. Puoi richiedere un rimborso in /paysupport.
        [gift-opened] Questo regalo è stato aperto. Puoi richiedere un rimborso in /paysupport.
        [too-late] Questo acquisto è troppo vecchio. Puoi richiedere un rimborso in /paysupport.
        [refused] Telegram ha rifiutato questo rimborso. Puoi scriverci da /paysupport.
        [asked] Hai già richiesto questo rimborso. Ti faccio sapere cosa viene deciso.
        [declined] Questo rimborso è stato rifiutato. Puoi scriverci da /paysupport.
        [under-way] Questo rimborso è in arrivo.
       *[returned] Questo acquisto è stato rimborsato.
    }

## Privacy

privacy =
    <b>Privacy</b>
    <b>Cosa conservo e per quanto tempo</b>
    • Il tuo ID Telegram e la lingua, quanto hai pagato, chi ti ha invitato o regalato crediti e quando hai ordinato quale modello a che prezzo: senza i tuoi prompt, finché dobbiamo tenere la contabilità. Il tuo nome non lo conservo.
    • I tuoi prompt, le impostazioni dei tuoi video e i nomi dei file che Telegram dà alle tue foto e ai tuoi video: { $orders ->
        [one] { $orders } giorno
       *[other] { $orders } giorni
    } dopo l'ordine. Le foto vere e proprie vengono inoltrate e non conservate. Se elimini un video da /videos, lo dimentico subito.
    • Quello che hai scelto in /settings: finché non lo elimini qui. Che non vuoi novità resta salvato, così non ne ricevi.
    • Il giorno della tua ultima visita: finché non torni.
    • Quello che scrivi sui pagamenti: { $requests ->
        [one] { $requests } giorno
       *[other] { $requests } giorni
    }.
    • La mia ultima risposta, nel caso Telegram la chieda di nuovo: 1 ora.
    • Un video che non si può inviare qui, finché non lo scarichi: 7 giorni.
    
    <b>Dove va</b>
    • Prompt, foto e impostazioni vanno a KIE.ai, che crea i video e li conserva, insieme alle tue foto, fino a 14 giorni, senza il tuo nome né il tuo ID.
    • Telegram conserva questa chat. Quello che vedi qui puoi eliminarlo tu.
    • Nessun altro riceve niente, e niente viene usato per l'addestramento.
    
    Tocca qui sotto per eliminare tutto adesso.
forget-sure = <b>Eliminare i tuoi prompt, foto e video?</b>
    Elimino tutto quello che mi hai scritto, i prompt e le foto dei tuoi ordini, le tue preferenze, un eventuale ordine a metà e le copie dei tuoi video. Non si può tornare indietro, e "Rifai" non conoscerà più i tuoi vecchi ordini.

    I tuoi crediti restano. Resta anche l'elenco dei pagamenti e dei prezzi, senza alcun testo.
forget-kept = OK, non è stato eliminato niente.
forgotten = 🗑 Eliminati: i tuoi prompt, foto e video e quello che hai scritto. I tuoi crediti e l'elenco dei pagamenti ci sono ancora.

    Quello che vedi in questa chat puoi eliminarlo tu, con "Cancella cronologia" nel menu di Telegram.
forgotten-when-ended = 🗑 Eliminato. { $orders ->
    [one] Un ordine è ancora in corso; i suoi dati verranno eliminati quando sarà finito.
   *[other] { $orders } ordini sono ancora in corso; i loro dati verranno eliminati quando saranno finiti.
    } I tuoi crediti e l'elenco dei pagamenti ci sono ancora.

    Quello che vedi in questa chat puoi eliminarlo tu, con "Cancella cronologia" nel menu di Telegram.

## Buttons

button-subscription-cancel = Annulla abbonamento
button-subscription-resume = Riprendi abbonamento
button-refund-offer = ↩️ Rimborsa { $credits } ({ $stars } ⭐), { $date }
button-refund-ask = 🙋 Richiedi rimborso – { $credits }, { $date }
button-refund-confirm = Sì, rimborsa
button-refund-keep = No, tengo i crediti
button-refund-approve = ✅ Approva
button-refund-decline = ❌ Rifiuta

button-make-video = 🎬 Crea un video
button-buy = ⭐ Compra crediti
button-again = { $credits ->
    [one] 🔁 Rifai · { $credits } credito
   *[other] 🔁 Rifai · { $credits } crediti
}
button-edit = ✏️ Modifica
button-follow-extend = { $credits ->
    [one] ➕ Continua · { $credits } credito
   *[other] ➕ Continua · { $credits } crediti
}
button-follow-upscale = { $credits ->
    [one] 🔍 Più nitido · { $credits } credito
   *[other] 🔍 Più nitido · { $credits } crediti
}
button-follow-full-hd = { $credits ->
    [one] 🔍 1080p · { $credits } credito
   *[other] 🔍 1080p · { $credits } crediti
}
button-follow-ultra-hd = { $credits ->
    [one] 🔍 4K · { $credits } credito
   *[other] 🔍 4K · { $credits } crediti
}
button-templates = 💡 Idee pronte
button-use-template = ✨ Usa questa idea
button-share = 🔗 Condividi
button-copy-link = 📋 Copia link
button-gift = 🎁 Compra un regalo
# Whoever opens the link reads the prompt.
button-share-video = 🔗 Condividi col prompt
button-tips = 💡 Consigli
button-newer = ◀️ Più recenti
button-older = Meno recenti ▶️
button-send-again = 📤 Invia di nuovo
button-copy-prompt = 📋 Copia prompt
button-delete = 🗑 Elimina
button-cancel = Annulla
button-back = ◀️ Indietro
button-done = ✅ Fatto
button-more-models = Altri modelli
button-fewer-models = ◀️ I modelli migliori
button-drop-image = ✖️ Foto { $number }
button-turn-images = 🔄 Scambia le foto
button-as-references = Usa come riferimenti
button-as-frames = Primo e ultimo fotogramma
button-continue = Continua
button-discard = Scarta
button-prompt-before = ↩️ Prompt precedente
button-forget = 🗑 Elimina prompt e video
button-forget-sure = Sì, elimina
button-forget-keep = No, conserva
button-open-chat = Apri la chat

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = Crea un video
command-videos = I tuoi video
command-templates = Idee pronte
command-tips = Scrivi prompt migliori
command-settings = Le tue preferenze
command-language = Scegli la lingua
command-buy = Compra crediti con le Stars
command-balance = I tuoi crediti
command-invite = Invita amici
command-redeem = Usa un codice promo
command-help = Come funziona
command-cancel = Annulla l'ordine in corso
command-terms = Condizioni d'uso
command-privacy = Privacy ed eliminazione dei dati
command-paysupport = Aiuto con un pagamento
command-start = Riavvia
bot-description = Starreel trasforma le tue parole e le tue foto in brevi video AI. Paghi con le Telegram Stars. Se un video non riesce, riavrai i tuoi crediti.
bot-short-description = Video AI dalle tue parole e dalle tue foto. Paghi con le Telegram Stars.

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = sì si sii certo certamente ok okay okey va bene d'accordo d’accordo dai vai avanti via procedi procediamo andiamo inizia iniziamo parti fallo falla fai pure crea crealo genera generalo conferma confermo adesso ora subito per favore perfetto ottimo benissimo bello grande mi piace esatto yes yeah yep sure go start do it now please great perfect generate confirm 👍 👌 ✅
words-of-greeting = ciao salve buongiorno buonasera buonanotte buon giorno buona sera notte ehi hey hi hello grazie mille tante arrivederci a presto dopo bye thanks thx
