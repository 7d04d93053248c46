# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>Per gli operatori</b>
    { $role ->
        [owner] Sei proprietario: puoi fare tutto.
        [support] Fai parte dell'assistenza: rispondi alle persone, le blocchi e fai ritentare gli ordini. Crediti e Stars spettano ai proprietari.
       *[viewer] Sei osservatore: vedi tutto e non cambi niente.
    }
button-admin-menu = ◀️ Menu
button-admin-people = 👤 Utenti
button-admin-stuck = ⏳ Ordini bloccati
button-admin-failed = ⚠️ Ordini falliti
button-admin-models = 🎬 Modelli
button-admin-stats = 📊 Numeri
button-admin-now = 🩺 Adesso
button-admin-shop = 🛒 Negozio
button-admin-promos = 🎟 Codici promo
button-admin-broadcast = 📣 Invio a tutti
admin-cancelled = OK, non è stato fatto nulla.
admin-too-long = È troppo lungo: scrivi al massimo { $max } caratteri, oppure tocca "Annulla".

## People

admin-ask-person =
    <b>Chi vuoi vedere?</b>
    Mandami il suo ID Telegram, un acquisto (<code>123456#2</code> o l'ID della transazione dalla ricevuta), una richiesta di assistenza (<code>#7</code>) o un ordine, oppure inoltra un suo messaggio.
admin-person-not-found = Con <code>{ $word }</code> non trovo nessuno. Ricontrolla, o manda qualcos'altro: un ID Telegram, un acquisto, l'ID di una transazione, una richiesta di assistenza come <code>#7</code>, o un messaggio inoltrato. Un pagamento appena arrivato è noto dopo /reconcile.
admin-account-hidden = Telegram non dice chi l'ha scritto: questa persona nasconde il suo account nei messaggi inoltrati. Chiedile l'ID della transazione dalla sua ricevuta e mandamelo.
admin-card =
    <b>Utente { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 bloccato ({ $blocked })
    }{ $away ->
        [yes] { " " }· irraggiungibile: ha bloccato il bot
       *[no] { "" }
    }
    Primo messaggio: { $since }, lingua: { $language }
    Saldo: { $available } · da parte: { $held } · in rimborso: { $refunding }
admin-card-purchases = <b>Pagamenti</b>
admin-card-none = nessuno
admin-card-subscription =
    <b>Abbonamento</b>
    { $credits } ogni 30 giorni per { $stars } ⭐, { $state ->
        [active] pagato, scadenza: { $until }
        [failed] l'ultimo pagamento non è riuscito, scadenza: { $until }
       *[cancelled] annullato, scadenza: { $until }
    }
admin-card-orders = <b>Ultimi ordini</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] in coda
        [published] ai worker
        [submitted] in lavorazione
        [ready] in invio
        [delivered] consegnato
        [failed] non riuscito
        [cancelled] annullato
       *[undeliverable] non si è potuto consegnare
    }
admin-card-entries = <b>Ultimi movimenti</b>, orari in UTC
button-admin-block = 🚫 Blocca
button-admin-unblock = ✅ Sblocca
button-admin-write = 💬 Scrivi
button-admin-grant = ➕ Dai crediti
button-admin-debit = ➖ Togli crediti
button-admin-ledger = 📒 Movimenti
button-admin-another = 🔎 Un altro utente
button-admin-person = 👤 La sua scheda
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] L'utente { $user } è bloccato ed è stato avvisato. Gli ordini in corso vengono creati lo stesso; un abbonamento continua finché non lo annulla.
               *[unblocked] L'utente { $user } è sbloccato ed è stato avvisato.
            }
        [already]
            { $to ->
                [blocked] L'utente { $user } è già bloccato.
               *[unblocked] L'utente { $user } non è bloccato.
            }
        [operator] Un operatore non si può bloccare. Prima toglilo dalle impostazioni.
       *[unknown] L'utente { $user } non ha mai scritto a questo bot.
    }
admin-ask-grant = Quanti crediti do all'utente { $user }, e perché? Per esempio: <code>5 scusa per l'attesa</code>
admin-ask-debit = Quanti crediti tolgo all'utente { $user }, e perché? Per esempio: <code>5 dati per errore</code>
admin-amount-unclear = Scrivi un numero e un motivo, per esempio <code>5 scusa per l'attesa</code>, oppure tocca "Annulla".
admin-ask-message = Cosa scrivo all'utente { $user }? Lo leggerà come un messaggio del nostro team, senza il tuo nome.
admin-needs-words = Mandalo come testo; non posso inoltrare foto o file.
admin-message-sent = Il tuo messaggio è in viaggio verso l'utente { $user }.

## Orders

admin-orders =
    { $list ->
        [stuck] <b>Ordini bloccati</b>: fermi da più di { $minutes } minuti, prima i più vecchi.
       *[failed]
            <b>Ordini falliti</b> { $days ->
                [one] dell'ultimo giorno
               *[other] degli ultimi { $days } giorni
            }, prima i più recenti.
    }{ $orders ->
        [0] { " " }Non ce ne sono.
       *[other] { "" }
    }
admin-orders-legend =
    👤 utente{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 ritenta · 🗑 togli dalla lista
       *[owner] { " " }· 🔁 ritenta · ↩️ restituisci i crediti · 🗑 togli dalla lista
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · utente { $user }
    { $progress ->
        [queued] In coda
        [published] Ai worker, non ancora su KIE.ai
        [submitted] In lavorazione su KIE.ai
        [ready] Pronto, non ancora consegnato
        [not-fetched] Pronto, ma l'utente è rimasto irraggiungibile finché era conservato; è pagato
        [undeliverable] Pronto, ma non si è potuto inviare; l'utente ha di nuovo i suoi crediti
       *[failed]
            Non riuscito, l'utente ha di nuovo i suoi crediti: { $reason ->
                [policy] rifiutato per le regole sui contenuti del modello
                [refused] il modello non l'ha accettato
                [image] la foto non si poteva usare
                [image_gone] Telegram non ha più la foto
                [sound] il modello non ha trovato audio nel prompt
                [expired] ha aspettato troppo
                [timeout] ci ha messo troppo; se il video arriva, è gratis
                [unknown] non si sa se KIE.ai l'ha preso; se il video arriva, è gratis
               *[provider] errore su KIE.ai
            }
    }, da { $since } UTC ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } min
admin-age-hours = { $count } h
admin-age-days =
    { $count ->
        [one] { $count } giorno
       *[other] { $count } giorni
    }
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] Chiedo di nuovo ai worker che fine ha fatto. Niente si compra due volte; se c'è un video, arriva.
        [sent] Invio di nuovo il video adesso.
        [placed] Ordinato di nuovo, con i crediti dell'utente, che è stato avvisato.
        [tried-already] È già stato fatto.
        [ordered-by-person] Nel frattempo l'utente l'ha già riordinato.
        [waits] È in coda; per ora non c'è niente da ritentare.
        [refused] Verrebbe rifiutato di nuovo: prima l'utente deve cambiarlo.
        [ended] È finito, quindi non si può ritentare.
        [person-blocked] Questo utente è bloccato. Prima sbloccalo.
        [not-enough] L'utente non ha più abbastanza crediti.
        [too-many] Per ora l'utente ha raggiunto il limite di ordini. Riprova più tardi.
        [model-gone] Il suo modello non è più disponibile.
        [forgotten] Il suo prompt è eliminato, quindi non si può ordinare di nuovo.
        [paused] Al momento KIE.ai non accetta ordini. Riprova più tardi.
        [given-back] Fatto: l'utente ha di nuovo i suoi crediti ed è stato avvisato.
        [given-back-already] L'utente ha già riavuto i suoi crediti.
        [delivered] L'utente ha il video. Per dargli comunque dei crediti, usa ➕ nella sua scheda.
        [dropped] È fuori da questa lista finché non si muove.
       *[dropped-already] È già fuori dalla lista.
    }

## Stats

admin-now =
    <b>Adesso</b>, { $at } UTC
    <b>Ultime 24 ore</b>
    Ordini: { $ordered }, di cui consegnati: { $delivered }, non riusciti: { $failed }
    Stars: { $paid } ⭐ pagate, { $returned } ⭐ restituite
    <b>Adesso</b>
    In coda: { $queued }, in lavorazione: { $rendering }, in invio: { $ready }, bloccati: { $stuck }
    Rimborsi da decidere: { $refunds }, abbonamenti: { $subscriptions }, utenti bloccati: { $blocked }
button-admin-refresh = 🔄 Aggiorna
