# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    Il tuo ruolo non lo permette: chiedi { $needs ->
        [owner] a un proprietario (ADMIN_IDS).
        [support] all'assistenza (SUPPORT_IDS) o a un proprietario (ADMIN_IDS).
       *[viewer] a un proprietario (ADMIN_IDS) di aggiungerti a VIEWER_IDS.
    }

## News

operators-provider-blocked = ⚠️ KIE.ai non accetta ordini: { $reason ->
    [out_of_funds] il conto non ha più crediti. Ricaricalo su kie.ai.
    [unauthorized] la chiave è sbagliata o non ha i permessi necessari. Controlla KIE_AI_API_KEY o KIE_AI_API_KEYS.
    [unreachable] nessun worker riceve risposta. Il log dei worker indica l'indirizzo e la causa: controlla KIE_API_URL e la loro rete.
   *[key_limit] la chiave ha raggiunto il suo limite di spesa. Alzalo su kie.ai.
    }
    Gli ordini sono sospesi; quelli in coda aspettano.
operators-key-left-out = ⚠️ KIE.ai non accetta ordini con la chiave <b>{ $key }</b>: { $reason ->
    [out_of_funds] il suo conto non ha più crediti. Ricaricalo su kie.ai.
    [unauthorized] è sbagliata o non ha i permessi necessari. Controllala in KIE_AI_API_KEYS.
    [unreachable] non riceve risposta. Il log dei worker dice perché.
   *[key_limit] ha raggiunto il suo limite di spesa. Alzalo su kie.ai.
    }
    Fino ad allora resta esclusa; le altre chiavi prendono la sua parte.
operators-key-back = ✅ KIE.ai accetta di nuovo ordini con la chiave <b>{ $key }</b>.
operators-key-missing = ⚠️ Alcuni ordini hanno bisogno della chiave <b>{ $key }</b>, che non è in KIE_AI_API_KEYS: ha creato i loro video, o quelli di cui sono il seguito, e nessun'altra chiave può vederli. Gli ordini aspettano, e alla fine le persone riavranno i loro crediti. Rimetti la chiave con peso 0 (<code>{ $key }:0=…</code>), riavvia i worker e toglila quando i suoi ordini sono finiti.
operators-balance-low = ⚠️ Il saldo su KIE.ai non basta per nessun video che costi più di { $credits } dei suoi crediti. Non in offerta finché non lo ricarichi su kie.ai: { $models }.
operators-provider-ok = ✅ KIE.ai accetta di nuovo ordini.
operators-video-not-delivered = ⚠️ Un video finito non è arrivato all'utente { $user } (job <code>{ $job }</code>). L'utente è stato avvisato e ha di nuovo i suoi crediti. { $why ->
    [no-video] Dove indica KIE.ai non c'è nessun video, anche dopo due richieste: { $detail }. Se continua, chiedi a KIE.ai del suo server dei file e disattiva il modello con MODELS_OFF.
    [too-large] È troppo grande per Telegram, e gli utenti non possono aprire BOT_URL. Imposta WEBHOOK_URL su un indirizzo pubblico, e questi video partiranno come link.
    [overdue] Non è stato possibile inviarlo finché era conservato. Cerca il job nel log: il server dei file, il disco (VIDEOS_MEGABYTES_MAX) o Telegram non ha mai funzionato.
   *[not-taken] Telegram lo rifiuta in ogni forma: { $detail }. Cerca il job nel log.
    }
operators-videos-are-late = ⚠️ Ci sono video finiti in attesa da più di un'ora, e non dipende dai destinatari: cerca nel log "a video could not be read", "a video cannot be kept" e "a video was not delivered". Continuo a provare; i crediti si spendono solo quando un video arriva.
operators-foreign-payment = ⚠️ L'utente { $user } ha pagato { $stars } ⭐ per una fattura che questo bot non ha emesso (pagamento <code>{ $charge }</code>). Non è stato accreditato nulla. Il database è stato sostituito? Accredita o rimborsa a mano.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] Un altro processo ha cambiato la destinazione degli aggiornamenti di questo bot su Telegram. L'ho ripristinata. Due programmi con lo stesso BOT_TOKEN si rubano gli aggiornamenti: ferma l'altro, oppure revoca il token in @BotFather e imposta qui quello nuovo.
    [conflict] Un altro processo chiede a Telegram gli aggiornamenti di questo bot, e così i messaggi si perdono. Fermalo, oppure revoca il token in @BotFather e imposta qui quello nuovo.
    [failing] Telegram non riesce a consegnare gli aggiornamenti a questo bot: { $words }. Ho reimpostato il webhook. Se non basta, controlla che WEBHOOK_URL sia raggiungibile da internet e che il certificato sia valido.
   *[behind] Su Telegram aspettano sempre più aggiornamenti (ora { $words }), e le persone aspettano risposte. Controlla che WEBHOOK_URL sia raggiungibile, e anche il log e il disco del bot.
    }
operators-connection-mended = ✅ Gli aggiornamenti di Telegram arrivano di nuovo, dopo problemi da { $since } a { $until } UTC. { $kind ->
    [unreachable] Telegram non era raggiungibile. I messaggi hanno aspettato lì e ora ricevono risposta.
    [token_refused] Telegram non riconosceva il token del bot. I messaggi hanno aspettato lì e ora ricevono risposta.
    [taken] Quello che ha preso un altro processo non è mai arrivato qui. Invia /reconcile per accreditare ora gli eventuali pagamenti.
    [conflict] Quello che ha preso un altro processo non è mai arrivato qui. Invia /reconcile per accreditare ora gli eventuali pagamenti.
   *[other] I messaggi hanno aspettato su Telegram e ora ricevono risposta.
    }
operators-sale-refused = 🚨 Telegram rifiuta { $call ->
    [invoice] le fatture di questo bot
    [subscription] gli abbonamenti di questo bot
   *[checkout] le risposte di questo bot al momento del pagamento
    }, quindi nessuno può comprare crediti: { $reason }. Controlla i pagamenti del bot in @BotFather, e anche PACKS, STARS_PER_CREDIT e SUBSCRIPTION_STARS. Per provare, tocca un pacchetto in /buy.
operators-support-request = 🧾 Richiesta di assistenza { $number } dall'<a href="tg://user?id={ $user }">utente { $user }</a>:
    <blockquote>{ $request }</blockquote>
    Rispondi con <code>/reply { $number } testo</code>; il bot lo inoltra.
operators-dead-letter = ⚠️ Qualcosa non si è potuto elaborare ed è stato messo da parte: { $reason }. Guarda la tabella dead_letters e il log.
operators-unknown-jobs = ⚠️ I worker segnalano { $orders ->
    [one] un ordine che non è
   *[other] { $orders } ordini che non sono
    } in questo database. Se il database è stato ripristinato da una copia, sono successivi alla copia: le loro chat dicono "in lavorazione" per sempre, e i loro crediti mancano dai conti. Li trovi nella tabella unknown_jobs; a chi li chiede, dai i crediti con /grant. Altrimenti controlla DATA_DIR, e se un altro bot usa gli stessi worker.
operators-put-back = ℹ️ Questo database è stato ripristinato da una copia. { $orders ->
    [0] Non contiene ordini in attesa.
    [one] Contiene un ordine in attesa: prima di qualsiasi acquisto ne chiedo notizie ai worker.
   *[other] Contiene { $orders } ordini in attesa: prima di qualsiasi acquisto ne chiedo notizie ai worker.
    } Invia /reconcile per trovare i pagamenti arrivati dopo la copia. Gli ordini successivi qui non sono noti; a chi ne chiede uno, dai i crediti con /grant.

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }) costa { $cost } in crediti di KIE.ai, mentre il catalogo dice { $listed }: è successo per { $off } degli ultimi { $of } video di questo tipo. { $step ->
    [switched-off] Ho disattivato il modello. Correggi il suo costo nel tuo CATALOG_FILE, riavvia il bot e i worker, e riattivalo con <code>/models on { $id }</code>.
    [is-last] Resta nel menu perché è l'ultimo rimasto. Correggi il suo costo nel tuo CATALOG_FILE e riavvia il bot e i worker.
   *[told] Correggi il suo costo nel tuo CATALOG_FILE e riavvia il bot e i worker, oppure fino ad allora disattivalo con <code>/models off { $id }</code>.
    }
operators-price-list-differs = 🏷 Nel listino di KIE.ai non ci sono questi costi del catalogo:
    { $lines }
    Confrontali con kie.ai/pricing, correggi il tuo CATALOG_FILE e riavvia il bot e i worker; <code>bot check-catalogue</code> mostra cosa resta di ogni prezzo.
operators-price-list-line = • <b>{ $model }</b> ({ $combination }): { $listed } qui, { $price } lì secondo "{ $row }"
operators-model-failing = ⚠️ <b>{ $model }</b> ha fallito { $failures } volte di seguito su KIE.ai. Chi lo sceglie viene avvisato, e nessuno paga per un video che non riesce. Se continua, disattivalo con <code>/models off { $id }</code>.
operators-model-mended = ✅ <b>{ $model }</b>: { $made ->
    [yes] un video è riuscito di nuovo, dopo errori da { $since } UTC.
   *[no] nessun errore da un giorno. Falliva di continuo da { $since } UTC; nel frattempo nessuno ha creato video con questo modello.
    }
operators-models = <b>Modelli</b>
    { $lines }
    Per cambiarne uno: <code>/models off id</code> o <code>/models on id</code>.
operators-models-line = • <code>{ $id }</code> { $model }: { $state ->
    [setting] disattivato da MODELS_OFF o dal catalogo
    [operator] disattivato da un operatore
    [price-watch] disattivato, perché costa più di quanto dice il catalogo
   *[on] attivo
    }{ $fails ->
    [yes] , fallisce spesso
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] Fatto: <code>{ $id }</code> è { $to ->
        [off] disattivato. Quello che è già stato ordinato viene creato lo stesso.
       *[on] attivo. Le persone possono ordinarlo.
    }
    [already] <code>{ $id }</code> è già { $to ->
        [off] disattivato.
       *[on] attivo.
    }
    [last] <code>{ $id }</code> è l'ultimo modello nel menu, quindi resta attivo. Per non vendere nulla, ferma il bot.
    [off-by-setting] <code>{ $id }</code> è disattivato da MODELS_OFF o dal catalogo. Cambialo lì e riavvia il bot.
   *[unknown] Non c'è nessun modello <code>{ $id }</code>. /models li mostra tutti.
    }
operators-usage-models = Scrivi <code>/models</code> per l'elenco, oppure <code>/models off id</code> e <code>/models on id</code>.

## Refunds

operators-refund-wanted =
    🙋 L'<a href="tg://user?id={ $user }">utente { $user }</a> chiede il rimborso dell'acquisto { $purchase }: { $credits } per { $stars } ⭐, { $date }. { $because ->
        [too-late] È troppo vecchio per un rimborso automatico.
        [gift-opened] È un regalo che qualcuno ha aperto. Se approvi, quello che ne resta viene tolto a quella persona.
        [refused] Telegram lo ha già rifiutato.
       *[spent] Una parte dei suoi crediti è spesa o messa da parte.
    }
    Se approvi, le Stars vengono restituite e i crediti rimasti vengono tolti. Vedi /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = L'utente { $user } ha { $held } di questo acquisto da parte per ordini in corso. Decidi quando saranno finiti: fino ad allora non si sa quanto è stato speso.
operators-refund-approved = ✅ Approvato: restituzione di { $stars } ⭐ { $foreign ->
    [yes] di questo pagamento
   *[no] dell'acquisto { $purchase }
    } all'utente { $user }; { $taken } da parte per questo. Ti scrivo solo se Telegram rifiuta.
operators-refund-declined = ❌ Rifiutato: acquisto { $purchase } ({ $stars } ⭐). L'utente è stato avvisato.
operators-refund-decided = { $eligibility ->
    [under-way] Il rimborso è già in arrivo.
    [returned] È già stato rimborsato.
    [declined] È già stato rifiutato.
   *[other] Nessuno chiede più questo rimborso.
    }
operators-refund-refused = ⚠️ Telegram ha rifiutato di rimborsare { $stars } ⭐ all'utente { $user }: { $reason }. { $credits ->
    [0] Non c'erano crediti da parte per questo.
   *[other] I crediti sono di nuovo disponibili.
    } Se il bot ha troppo poche Stars, aspetta che ne arrivino altre e poi invia
    <code>/refund { $charge } motivo</code>
operators-purchase-unknown = Non c'è nessun acquisto <code>{ $which }</code>. Prendilo da /ledger utente, per esempio <code>123456#2</code> per il secondo dell'utente 123456, oppure prendi l'ID della transazione dalla ricevuta di chi ha comprato. Un pagamento appena arrivato è noto dopo /reconcile.

## People's credits

operators-credits-moved = Fatto. L'utente { $user } ora ha { $balance } ed è stato avvisato.
operators-has-less = L'utente { $user } ha solo { $balance }. Non è stato tolto nulla.
operators-person-unknown = L'utente { $user } non ha mai scritto a questo bot.
operators-account = <b>Utente { $user }</b>: disponibili { $available }, da parte { $held }, in rimborso { $refunding }.
operators-account-purchase =
    Acquisto <code>{ $purchase }</code>: { $credits } per { $stars } ⭐, { $date }, rimasti: { $left }{ $gift ->
        [none] { "" }
        [waiting] , un regalo non ancora aperto
        [refunding] , un regalo non aperto
        [returned] , un regalo che non è stato aperto
        [kept] , un regalo che nessuno ha aperto in tempo
       *[opened] , un regalo che è stato aperto
    }{ $eligibility ->
        [asked] , rimborso richiesto
        [declined] , rimborso rifiutato
        [refused] , rimborso rifiutato da Telegram
        [under-way] , rimborso in arrivo
        [returned] , rimborsato
       *[other] { "" }
    }
operators-account-entries = Movimenti, prima i più recenti, orari in UTC, pagina { $page } di { $pages }:
operators-entry =
    { $at } · { $credits } · { $cause ->
        [pay] acquisto, { $purchase }
        [bonus] bonus di { $purchase }
        [first] bonus per il primo acquisto
        [welcome] crediti di benvenuto
        [invited] per essere arrivato su invito
        [inviter] per aver invitato qualcuno
        [inviter-back] prelievo: l'acquisto della persona invitata è stato rimborsato
        [promo] codice promo
        [gift-out] regalati: { $purchase } è stato aperto
        [gift-in] regalo aperto, { $purchase }
        [gift-kept] tenuti: nessuno ha aperto il regalo { $purchase }
        [gift-back] prelievo: le Stars del regalo { $purchase } sono state restituite
        [grant] regalo
        [debit] prelievo
        [hold] da parte per l'ordine <code>{ $job }</code>
        [capture] spesa per l'ordine <code>{ $job }</code>
        [release] di ritorno dall'ordine <code>{ $job }</code>
        [give-back] restituiti per l'ordine <code>{ $job }</code>, già speso
        [refund-hold] da parte per rimborsare { $purchase }
        [refund-undo] di ritorno: Telegram ha rifiutato di rimborsare { $purchase }
       *[revoke]
            { $held ->
                [yes] via con il rimborso di { $purchase }
               *[no] prelievo: le Stars di { $purchase } sono state restituite senza di noi
            }
    }
operators-entry-by = {""} dall'operatore { $operator }: { $reason }
operators-too-many-credits = Un comando sposta al massimo { $most }. Non è stato fatto nulla.
operators-help = <b>Per gli operatori</b>
operators-help-line = /{ $command } · { $about }
command-admin = Utenti, ordini, modelli e numeri
command-grant = Dare crediti: utente, crediti, motivo
command-debit = Togliere crediti: utente, crediti, motivo
command-ledger = Saldi e movimenti di un utente
command-refund = Restituire Stars: utente#numero o ID della transazione, motivo
command-reply = Rispondere a una richiesta di assistenza: numero, testo
command-reconcile = Confrontare ora con l'elenco delle Stars di Telegram
command-models = I modelli nel menu; off id ne toglie uno
command-promo = Codici promo; codice crediti persone giorni ne crea uno
command-broadcast = Mandare un messaggio a tutti o ad alcuni
command-stats = Come va il negozio; daily on lo manda ogni mattina
command-shop = Prezzi, pacchetti, bonus
command-maintenance = Solo gli operatori possono ordinare: on o off, con un testo per le persone
operators-usage-grant = Scrivi <code>/grant utente crediti motivo</code>, per esempio <code>/grant 123456 5 scusa per l'attesa</code>
operators-usage-debit = Scrivi <code>/debit utente crediti motivo</code>, per esempio <code>/debit 123456 5 dati per errore</code>
operators-usage-ledger = Scrivi <code>/ledger utente</code>, per esempio <code>/ledger 123456</code>, e un numero di pagina per i movimenti più vecchi.
operators-usage-refund = Scrivi <code>/refund utente#numero motivo</code> come mostra /ledger utente, per esempio <code>/refund 123456#2 il video non è mai arrivato</code>, oppure l'ID della transazione al posto dell'acquisto.
operators-usage-reply = Scrivi <code>/reply numero testo</code>, per esempio <code>/reply 3 Hai di nuovo i tuoi crediti, scusa!</code>
operators-reply-sent = La tua risposta alla richiesta { $number } è in viaggio verso l'utente { $user }.
operators-request-unknown = Non c'è nessuna richiesta { $number }.
operators-usage-reconcile = Scrivi <code>/reconcile</code>

## Promo codes

operators-promos =
    <b>Codici promo</b>
    { $lines }
    Per crearne uno: <code>/promo codice crediti persone giorni</code>; per terminarlo: <code>/promo codice off</code>.
operators-promos-line =
    • <code>{ $code }</code>: { $credits }, usato { $uses } volte su { $most }, { $state ->
        [open] scadenza: { $ends }
        [used-up] esaurito
       *[ended] terminato: { $ends }
    }
operators-promos-none = Non ci sono ancora codici promo. Creane uno con <code>/promo codice crediti persone giorni</code>, per esempio <code>/promo SUMMER 2 100 30</code>: 2 crediti a testa per 100 persone, entro 30 giorni.
operators-promo-made =
    ✅ <code>{ $code }</code> dà { $credits } a testa a { $people ->
        [one] { $people } persona
       *[other] { $people } persone
    }, una volta per persona. Scadenza: { $ends }. Per usarlo si invia <code>/redeem { $code }</code> o si apre { $link }
operators-promo-taken = Un codice <code>{ $code }</code> c'è già, o c'è già stato. Non è cambiato nulla; scegli un altro nome.
operators-promo-off =
    { $outcome ->
        [ended] Fatto: nessuno può più usare <code>{ $code }</code>. Quello che le persone hanno già ricevuto resta loro.
        [had-ended] <code>{ $code }</code> era già terminato.
       *[unknown] Non c'è nessun codice <code>{ $code }</code>. /promo li mostra tutti.
    }
operators-usage-promo = Scrivi <code>/promo codice crediti persone giorni</code>, per esempio <code>/promo SUMMER 2 100 30</code>, oppure <code>/promo SUMMER off</code>, oppure <code>/promo</code> per l'elenco. Un codice ha da 3 a 32 lettere, cifre, trattini o trattini bassi; dà da 1 a 1000 crediti, al massimo a 1000000 persone, per 1–3650 giorni.

## Figures of the shop

operators-stats =
    <b>{ $days ->
        [one] Ultimo giorno
       *[other] Ultimi { $days } giorni
    }</b>
    ⭐ Stars pagate: { $stars }{ $returned ->
        [0] { "" }
       *[other] , di cui restituite: { $returned }
    } · 🎬 { $orders ->
        [one] un video ordinato
       *[other] { $orders } video ordinati
    } · 👤 { $people ->
        [one] una persona nuova
       *[other] { $people } persone nuove
    }
    Riusciti: { $success } · Margine: { $margin } (USD: { $income } incassati, { $cost } a KIE.ai)
operators-stats-unreadable = Ora non riesco a leggere i dati. Riprova tra un minuto: il motivo è nel log.
operators-stats-daily-on = OK, te li mando ogni giorno alle { $time } UTC. Per un'altra ora, scrivi /stats daily on 7.
operators-stats-daily-off = OK, non li mando più da solo.
operators-usage-stats = Scrivi <code>/stats</code>, <code>/stats daily on</code>, <code>/stats daily on 7</code> per le 7:00 UTC, oppure <code>/stats daily off</code>.
button-stats-days =
    { $days ->
        [one] { $days } giorno
       *[other] { $days } giorni
    }
button-stats-daily-on = ⏰ Mandameli ogni mattina
button-stats-daily-off = 🔕 Non più ogni mattina
stats-image-title =
    { $days ->
        [one] Ultimo giorno
       *[other] Ultimi { $days } giorni
    }
stats-image-stars = Stars
stats-image-orders = Ordini
stats-image-people = Persone nuove
stats-image-margin = Margine
stats-image-stars-by-day = Stars al giorno
stats-image-orders-by-day = Ordini al giorno
stats-image-people-by-day = Persone nuove al giorno
stats-image-success-by-model = Riusciti per modello
stats-image-nothing = Ancora niente

## Broadcasts

operators-broadcast-ask = 📣 Mandami il messaggio che le persone devono ricevere: un testo con la sua formattazione, oppure una sola foto o un solo video con una didascalia. Prima lo vedrai e sceglierai chi lo riceve; per ora non parte niente.
operators-broadcast-cannot = Questo non posso mandarlo a tutti. Manda un solo messaggio: un testo, oppure una foto, un video, un messaggio vocale o un file con una didascalia. Gli album non vanno bene.
operators-broadcast-panel =
    👆 Ecco cosa riceveranno le persone; ognuno può disattivare questi messaggi con il pulsante qui sotto.
    
    A: { $to } · <b>{ $people ->
        [one] una persona
       *[other] { $people } persone
    }</b>
    Chi ha disattivato le novità o bloccato il bot non è contato. Scegli chi lo riceve, poi quando. Gli orari sono in UTC.
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] tutte le lingue
    }{ $days ->
        [0] { "" }
        [one] , visti nell'ultimo giorno
       *[other] , visti negli ultimi { $days } giorni
    }
operators-broadcast-ask-language = Che lingua devono parlare? Vale per chi ce l'ha in Telegram o l'ha scelta qui:
operators-broadcast-ask-time = Quando deve partire? Scrivi l'ora in UTC, per esempio <code>18:30</code> o <code>2027-12-24 09:00</code>, al massimo tra 60 giorni. Adesso: { $now }.
operators-broadcast-wrong-time = Quest'ora è già passata, o mancano più di 60 giorni. Scegline un'altra.
operators-broadcast-nobody = Non lo riceverebbe nessuno. Scegli altre persone.
operators-broadcast-not-sent = OK, non è stato inviato niente.
operators-broadcast-progress =
    📣 { $state ->
        [draft] Non ancora inviato.
        [scheduled] Partenza: { $at } UTC.
        [sending] In viaggio: { $percent }%
        [paused] In pausa a { $percent }%. Se continui, nessuno lo riceve due volte.
        [done] Fatto.
       *[cancelled] Annullato.
    }
    A: { $to } · { $people ->
        [one] una persona
       *[other] { $people } persone
    }
    { $state ->
        [draft] { "" }
        [scheduled] Non eliminare il messaggio che mi hai mandato: lo copio da questa chat.
       *[other] ✅ ricevuti: { $sent } · 🚫 bot bloccato: { $blocked } · ⚠️ rifiutati da Telegram: { $failed }
    }
operators-broadcast-done =
    📣 Il tuo invio è finito. ✅ ricevuti: { $sent } · 🚫 bot bloccato: { $blocked } · ⚠️ rifiutati da Telegram: { $failed }{ $failed ->
        [0] .
       *[other] . Il log dice perché.
    }
operators-broadcast-stopped =
    ⚠️ Il tuo invio è in pausa: { $known ->
        [yes] Telegram rifiuta il messaggio: { $reason }. Se non si può rimediare, annullalo e mandane un altro.
       *[no] il messaggio non è più in questa chat, quindi non posso copiarlo. Annulla e mandalo di nuovo; per escludere chi l'ha già ricevuto, scegli altre persone.
    }
button-broadcast-everybody = 👥 Tutti
button-broadcast-languages = 🌐 Una lingua…
button-broadcast-all-languages = Tutte le lingue
button-broadcast-seen =
    { $days ->
        [one] Visti in { $days } giorno
       *[other] Visti in { $days } giorni
    }
button-broadcast-now = 📣 Invia ora a { $people }
button-broadcast-tomorrow = Domani { $time }
button-broadcast-hour = Tra un'ora
button-broadcast-time = Altra ora…
button-broadcast-pause = ⏸ Pausa
button-broadcast-resume = ▶️ Continua
button-broadcast-cancel = ✖️ Annulla

## Telegram's list of Star transactions

operators-reconcile-begun = Leggo l'elenco delle transazioni di Telegram…
operators-reconciled = ✅ Transazioni in elenco: { $listed }, di cui nuove: { $new }; accreditate in ritardo: { $credited }, stornate: { $revoked }. Saldo: { $balance } ⭐. { $agrees ->
    [yes] Corrisponde all'elenco.
   *[no] Differenza rispetto all'elenco: { $difference } ⭐.
    }
operators-not-reconciled = ⚠️ Non è stato possibile leggere l'elenco delle transazioni di Telegram: { $reason }. Riproverò da solo.
operators-star-difference = { $agrees ->
    [yes] ✅ Il saldo su Telegram ({ $balance } ⭐) corrisponde di nuovo al suo elenco delle transazioni.
   *[no] ⚠️ Il saldo su Telegram ({ $balance } ⭐) differisce di { $difference } ⭐ dal suo elenco delle transazioni. Guarda il saldo del bot in @BotFather.
    }
operators-payment-not-listed = ⚠️ Il pagamento <code>{ $charge }</code> dell'utente { $user } è stato accreditato, ma non è nell'elenco di Telegram. È falso? Vedi /ledger { $user }
operators-refund-not-listed = ⚠️ Il rimborso di <code>{ $charge }</code> all'utente { $user } risulta fatto, ma non è nell'elenco di Telegram. Vedi /ledger { $user }
operators-older-payments = ℹ️ { $count ->
    [one] Un pagamento ({ $stars } ⭐) nell'elenco di Telegram è più vecchio di questo database. È nella tabella star_transactions e non è accreditato a nessuno.
   *[other] { $count } pagamenti ({ $stars } ⭐) nell'elenco di Telegram sono più vecchi di questo database. Sono nella tabella star_transactions e non sono accreditati a nessuno.
    } Se così non va, rimetti il vecchio database.
operators-unreadable-transaction = ⚠️ Una transazione nell'elenco di Telegram è illeggibile (<code>{ $id }</code>). Guarda il log e aggiorna Starreel.
operators-books-are-wrong = 🚨 I conti non tornano. Esegui <code>bot audit</code> per vedere le righe, e ferma il bot se sono in gioco dei crediti:
    { $found }
