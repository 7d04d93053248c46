# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    Deine Rolle erlaubt das nicht: Bitte { $needs ->
        [owner] einen Inhaber darum (ADMIN_IDS).
        [support] den Support (SUPPORT_IDS) oder einen Inhaber (ADMIN_IDS) darum.
       *[viewer] einen Inhaber (ADMIN_IDS), dich in VIEWER_IDS einzutragen.
    }

## News

operators-provider-blocked = ⚠️ KIE.ai nimmt keine Aufträge an: { $reason ->
    [out_of_funds] Das Konto hat keine Credits mehr. Lade es auf kie.ai auf.
    [unauthorized] Der Schlüssel ist falsch oder hat nicht die nötigen Rechte. Prüfe KIE_AI_API_KEY oder KIE_AI_API_KEYS.
    [unreachable] Kein Worker bekommt eine Antwort. Adresse und Ursache stehen im Log der Worker: Prüfe KIE_API_URL und ihr Netzwerk.
   *[key_limit] Der Schlüssel hat sein eigenes Ausgabenlimit erreicht. Erhöhe es auf kie.ai.
    }
    Neue Aufträge sind angehalten; die in der Warteschlange warten.
operators-key-left-out = ⚠️ KIE.ai nimmt mit dem Schlüssel <b>{ $key }</b> keine Aufträge an: { $reason ->
    [out_of_funds] Sein Konto hat keine Credits mehr. Lade es auf kie.ai auf.
    [unauthorized] Er ist falsch oder hat nicht die nötigen Rechte. Prüfe ihn in KIE_AI_API_KEYS.
    [unreachable] Es kommt keine Antwort. Warum, steht im Log der Worker.
   *[key_limit] Er hat sein eigenes Ausgabenlimit erreicht. Erhöhe es auf kie.ai.
    }
    Bis dahin bleibt er außen vor; die anderen Schlüssel übernehmen seinen Anteil.
operators-key-back = ✅ KIE.ai nimmt mit dem Schlüssel <b>{ $key }</b> wieder Aufträge an.
operators-key-missing = ⚠️ Aufträge brauchen den Schlüssel <b>{ $key }</b>, der nicht in KIE_AI_API_KEYS steht: Mit ihm entstanden ihre Videos oder die Videos, die sie fortsetzen, und kein anderer Schlüssel kann diese sehen. Die Aufträge warten, und am Ende gehen die Credits zurück. Trag den Schlüssel mit Gewicht 0 wieder ein (<code>{ $key }:0=…</code>), starte die Worker neu und entferne ihn, wenn seine Aufträge erledigt sind.
operators-balance-low = ⚠️ Das Guthaben bei KIE.ai reicht für kein Video, das mehr als { $credits } der dortigen Credits kostet. Nicht im Angebot, bis du es auf kie.ai auflädst: { $models }.
operators-provider-ok = ✅ KIE.ai nimmt wieder Aufträge an.
operators-video-not-delivered = ⚠️ Ein fertiges Video kam nicht bei Person { $user } an (Job <code>{ $job }</code>). Sie weiß Bescheid, und ihre Credits sind zurück. { $why ->
    [no-video] Wo KIE.ai es angibt, ist kein Video, trotz zweimaliger Nachfrage: { $detail }. Wenn das so weitergeht, frag KIE.ai nach deren Dateiserver und schalte das Modell über MODELS_OFF ab.
    [too-large] Es ist zu groß für Telegram, und BOT_URL ist von außen nicht zu öffnen. Setze WEBHOOK_URL auf eine öffentliche Adresse, dann gehen solche Videos als Link hinaus.
    [overdue] Es ließ sich nicht senden, solange es aufbewahrt wurde. Such im Log nach dem Job: Der Dateiserver, die Festplatte (VIDEOS_MEGABYTES_MAX) oder Telegram hat die ganze Zeit versagt.
   *[not-taken] Telegram lehnt es in jeder Form ab: { $detail }. Such im Log nach dem Job.
    }
operators-videos-are-late = ⚠️ Fertige Videos warten seit mehr als einer Stunde, und an den Empfängern liegt es nicht: Such im Log nach „a video could not be read“, „a video cannot be kept“ und „a video was not delivered“. Ich versuche es weiter; Credits werden erst verbraucht, wenn ein Video ankommt.
operators-foreign-payment = ⚠️ Person { $user } hat { $stars } ⭐ für eine Rechnung bezahlt, die nicht von diesem Bot stammt (Zahlung <code>{ $charge }</code>). Gutgeschrieben wurde nichts. Wurde die Datenbank ausgetauscht? Schreib die Credits von Hand gut oder erstatte die Zahlung.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] Ein anderer Prozess hat geändert, wohin Telegram die Updates dieses Bots sendet. Ich habe es zurückgestellt. Zwei Programme mit einem BOT_TOKEN nehmen sich gegenseitig die Updates weg: Halte das andere an, oder widerrufe das Token in @BotFather und trag hier das neue ein.
    [conflict] Ein anderer Prozess holt bei Telegram die Updates dieses Bots ab, deshalb gehen Nachrichten verloren. Halte ihn an, oder widerrufe das Token in @BotFather und trag hier das neue ein.
    [failing] Telegram kann diesem Bot keine Updates übergeben: { $words }. Ich habe den Webhook neu gesetzt. Hilft das nicht, prüfe, ob WEBHOOK_URL aus dem Internet erreichbar und das Zertifikat gültig ist.
   *[behind] Bei Telegram warten immer mehr Updates (jetzt { $words }), und Menschen warten auf Antworten. Prüfe, ob WEBHOOK_URL erreichbar ist, außerdem das Log und die Festplatte des Bots.
    }
operators-connection-mended = ✅ Die Updates von Telegram kommen wieder an; die Störung dauerte von { $since } bis { $until } UTC. { $kind ->
    [unreachable] Telegram war nicht erreichbar. Nachrichten haben dort gewartet und werden jetzt beantwortet.
    [token_refused] Telegram kannte das Token des Bots nicht. Nachrichten haben dort gewartet und werden jetzt beantwortet.
    [taken] Was ein anderer Prozess abgeholt hat, kam hier nie an. Sende /reconcile, damit Zahlungen darunter jetzt gutgeschrieben werden.
    [conflict] Was ein anderer Prozess abgeholt hat, kam hier nie an. Sende /reconcile, damit Zahlungen darunter jetzt gutgeschrieben werden.
   *[other] Nachrichten haben bei Telegram gewartet und werden jetzt beantwortet.
    }
operators-sale-refused = 🚨 Telegram lehnt { $call ->
    [invoice] die Rechnungen dieses Bots
    [subscription] die Abos dieses Bots
   *[checkout] die Antworten dieses Bots beim Bezahlen
    } ab, niemand kann also Credits kaufen: { $reason }. Prüfe die Zahlungen des Bots in @BotFather sowie PACKS, STARS_PER_CREDIT und SUBSCRIPTION_STARS. Zum Ausprobieren tippe unter /buy auf ein Paket.
operators-support-request = 🧾 Support-Anfrage { $number } von <a href="tg://user?id={ $user }">Person { $user }</a>:
    <blockquote>{ $request }</blockquote>
    Antworte mit <code>/reply { $number } Text</code>; der Bot gibt ihn weiter.
operators-dead-letter = ⚠️ Etwas ließ sich nicht verarbeiten und wurde beiseitegelegt: { $reason }. Sieh in die Tabelle dead_letters und ins Log.
operators-unknown-jobs = ⚠️ Die Worker melden { $orders ->
    [one] einen Auftrag, der nicht in dieser Datenbank steht
   *[other] { $orders } Aufträge, die nicht in dieser Datenbank stehen
    }. Falls die Datenbank aus einer Kopie wiederhergestellt wurde, sind sie jünger als die Kopie: In ihren Chats steht für immer „in Arbeit“, und ihre Credits fehlen in den Büchern. Sie stehen in der Tabelle unknown_jobs; wer danach fragt, bekommt die Credits über /grant. Falls nicht, prüfe DATA_DIR, und ob ein anderer Bot dieselben Worker nutzt.
operators-put-back = ℹ️ Diese Datenbank wurde aus einer Kopie wiederhergestellt. { $orders ->
    [0] Kein Auftrag wartet darin.
    [one] Ein Auftrag wartet darin: Bevor etwas gekauft wird, werden die Worker danach gefragt.
   *[other] { $orders } Aufträge warten darin: Bevor etwas gekauft wird, werden die Worker danach gefragt.
    } Sende /reconcile, um Zahlungen zu finden, die nach der Kopie kamen. Spätere Aufträge sind hier nicht bekannt; wer nach einem fragt, bekommt die Credits über /grant.

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }) kostet { $cost } der Credits von KIE.ai, im Katalog steht { $listed }: So war es bei { $off } der letzten { $of } solchen Videos. { $step ->
    [switched-off] Ich habe das Modell abgeschaltet. Korrigiere seine Kosten in deiner CATALOG_FILE, starte den Bot und die Worker neu und schalte es mit <code>/models on { $id }</code> wieder ein.
    [is-last] Es bleibt im Angebot, weil es dort das letzte ist. Korrigiere seine Kosten in deiner CATALOG_FILE und starte den Bot und die Worker neu.
   *[told] Korrigiere seine Kosten in deiner CATALOG_FILE und starte den Bot und die Worker neu, oder schalte es bis dahin mit <code>/models off { $id }</code> ab.
    }
operators-price-list-differs = 🏷 In der Preisliste von KIE.ai fehlen diese Kosten aus dem Katalog:
    { $lines }
    Vergleiche sie mit kie.ai/pricing, korrigiere deine CATALOG_FILE und starte den Bot und die Worker neu; <code>bot check-catalogue</code> zeigt, was von jedem Preis übrig bleibt.
operators-price-list-line = • <b>{ $model }</b> ({ $combination }): hier { $listed }, dort { $price } laut „{ $row }“
operators-model-failing = ⚠️ <b>{ $model }</b> ist bei KIE.ai { $failures }-mal in Folge fehlgeschlagen. Wer es wählt, wird gewarnt, und für ein fehlgeschlagenes Video bezahlt niemand. Geht das so weiter, schalte es mit <code>/models off { $id }</code> ab.
operators-model-mended = ✅ <b>{ $model }</b>: { $made ->
    [yes] Ein Video hat wieder geklappt, nach Fehlschlägen seit { $since } UTC.
   *[no] Seit einem Tag kein Fehlschlag. Seit { $since } UTC schlug es immer wieder fehl; inzwischen hat niemand ein Video damit gemacht.
    }
operators-models = <b>Modelle</b>
    { $lines }
    Umschalten kannst du eins mit <code>/models off id</code> oder <code>/models on id</code>.
operators-models-line = • <code>{ $id }</code> { $model }: { $state ->
    [setting] aus, durch MODELS_OFF oder den Katalog
    [operator] aus, durch einen Operator
    [price-watch] aus, weil es mehr kostet, als im Katalog steht
   *[on] an
    }{ $fails ->
    [yes] , schlägt oft fehl
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] Erledigt: <code>{ $id }</code> ist { $to ->
        [off] aus. Was bestellt ist, wird noch gemacht.
       *[on] an. Es lässt sich jetzt bestellen.
    }
    [already] <code>{ $id }</code> ist schon { $to ->
        [off] aus.
       *[on] an.
    }
    [last] <code>{ $id }</code> ist das letzte Modell im Angebot und bleibt deshalb an. Um nichts zu verkaufen, halte den Bot an.
    [off-by-setting] <code>{ $id }</code> ist durch MODELS_OFF oder den Katalog abgeschaltet. Ändere das und starte den Bot neu.
   *[unknown] Ein Modell <code>{ $id }</code> gibt es nicht. /models zeigt alle.
    }
operators-usage-models = Schreib bitte <code>/models</code> für die Liste oder <code>/models off id</code> und <code>/models on id</code>.

## Refunds

operators-refund-wanted =
    🙋 <a href="tg://user?id={ $user }">Person { $user }</a> bittet um die Erstattung von Kauf { $purchase }: { $credits } für { $stars } ⭐, { $date }. { $because ->
        [too-late] Für eine Erstattung ohne Rückfrage ist er zu alt.
        [gift-opened] Es ist ein Geschenk, das jemand geöffnet hat. Wenn du zustimmst, wird dieser Person abgezogen, was davon übrig ist.
        [refused] Telegram hat sie schon einmal abgelehnt.
       *[spent] Ein Teil seiner Credits ist verbraucht oder reserviert.
    }
    Wenn du zustimmst, gehen die Stars zurück, und die übrigen Credits werden abgezogen. Siehe /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = Person { $user } hat aus diesem Kauf { $held } für laufende Aufträge reserviert. Entscheide bitte, wenn sie beendet sind: Erst dann steht fest, was verbraucht ist.
operators-refund-approved = ✅ Genehmigt: { $stars } ⭐ { $foreign ->
    [yes] aus dieser Zahlung
   *[no] aus Kauf { $purchase }
    } zurück an Person { $user }; dafür reserviert: { $taken }. Ich melde mich nur, wenn Telegram ablehnt.
operators-refund-declined = ❌ Abgelehnt: Kauf { $purchase } ({ $stars } ⭐). Die Person weiß Bescheid.
operators-refund-decided = { $eligibility ->
    [under-way] Die Erstattung ist schon unterwegs.
    [returned] Das wurde schon erstattet.
    [declined] Das wurde schon abgelehnt.
   *[other] Um diese Erstattung bittet niemand mehr.
    }
operators-refund-refused = ⚠️ Telegram hat es abgelehnt, { $stars } ⭐ an Person { $user } zu erstatten: { $reason }. { $credits ->
    [0] Dafür waren keine Credits reserviert.
   *[other] Die Credits sind zurück.
    } Falls der Bot zu wenige Stars hat, warte auf weitere und sende dann
    <code>/refund { $charge } Grund</code>
operators-purchase-unknown = Einen Kauf <code>{ $which }</code> gibt es nicht. Nimm ihn aus /ledger Person, etwa <code>123456#2</code> für den zweiten von Person 123456, oder nimm die Transaktions-ID von der Quittung. Eine ganz neue Zahlung ist nach /reconcile bekannt.

## People's credits

operators-credits-moved = Erledigt. Person { $user } hat jetzt { $balance } und weiß Bescheid.
operators-has-less = Person { $user } hat nur { $balance }. Es wurde nichts abgezogen.
operators-person-unknown = Person { $user } hat diesem Bot noch nie geschrieben.
operators-account = <b>Person { $user }</b>: { $available } verfügbar, { $held } reserviert, { $refunding } in Erstattung.
operators-account-purchase =
    Kauf <code>{ $purchase }</code>: { $credits } für { $stars } ⭐, { $date }, übrig: { $left }{ $gift ->
        [none] { "" }
        [waiting] , ein Geschenk, noch nicht geöffnet
        [refunding] , ein Geschenk, nicht geöffnet
        [returned] , ein Geschenk, das nicht geöffnet wurde
        [kept] , ein Geschenk, das niemand rechtzeitig geöffnet hat
       *[opened] , ein Geschenk, das geöffnet wurde
    }{ $eligibility ->
        [asked] , Erstattung angefragt
        [declined] , Erstattung abgelehnt
        [refused] , Erstattung von Telegram abgelehnt
        [under-way] , Erstattung unterwegs
        [returned] , erstattet
       *[other] { "" }
    }
operators-account-entries = Einträge, neueste zuerst, Zeiten in UTC, Seite { $page } von { $pages }:
operators-entry =
    { $at } · { $credits } · { $cause ->
        [pay] gekauft, { $purchase }
        [bonus] Bonus von { $purchase }
        [first] Bonus für den ersten Kauf
        [welcome] Willkommens-Credits
        [invited] weil eingeladen
        [inviter] für eine Einladung
        [inviter-back] abgezogen: Der Kauf der eingeladenen Person wurde erstattet
        [promo] Gutscheincode
        [gift-out] verschenkt: { $purchase } wurde geöffnet
        [gift-in] Geschenk geöffnet, { $purchase }
        [gift-kept] behalten: Niemand hat das Geschenk { $purchase } geöffnet
        [gift-back] abgezogen: Die Stars des Geschenks { $purchase } gingen zurück
        [grant] gutgeschrieben
        [debit] abgezogen
        [hold] reserviert für Auftrag <code>{ $job }</code>
        [capture] verbraucht für Auftrag <code>{ $job }</code>
        [release] zurück von Auftrag <code>{ $job }</code>
        [give-back] zurückgegeben für Auftrag <code>{ $job }</code>, der verbraucht war
        [refund-hold] reserviert für die Erstattung von { $purchase }
        [refund-undo] zurück: Telegram hat die Erstattung von { $purchase } abgelehnt
       *[revoke]
            { $held ->
                [yes] weg mit der Erstattung von { $purchase }
               *[no] abgezogen: Die Stars von { $purchase } gingen ohne uns zurück
            }
    }
operators-entry-by = {""} durch Operator { $operator }: { $reason }
operators-too-many-credits = Ein Befehl bewegt höchstens { $most }. Es ist nichts passiert.
operators-help = <b>Für Operatoren</b>
operators-help-line = /{ $command } · { $about }
command-admin = Personen, Aufträge, Modelle und Zahlen
command-grant = Credits gutschreiben: Person, Credits, Grund
command-debit = Credits abziehen: Person, Credits, Grund
command-ledger = Guthaben und Einträge einer Person
command-refund = Stars erstatten: Person#Nummer oder Transaktions-ID, Grund
command-reply = Eine Support-Anfrage beantworten: Nummer, Text
command-reconcile = Jetzt mit der Stars-Liste von Telegram abgleichen
command-models = Die Modelle im Angebot; off id nimmt eins heraus
command-promo = Gutscheincodes; Code Credits Personen Tage macht einen
command-broadcast = Eine Nachricht an alle oder einige senden
command-stats = Wie der Shop läuft; daily on schickt es jeden Morgen
command-shop = Preise, Pakete, Boni
command-maintenance = Nur Operatoren können bestellen: on oder off, mit Text für alle anderen
operators-usage-grant = Schreib bitte <code>/grant Person Credits Grund</code>, zum Beispiel <code>/grant 123456 5 Entschuldige die Wartezeit</code>
operators-usage-debit = Schreib bitte <code>/debit Person Credits Grund</code>, zum Beispiel <code>/debit 123456 5 aus Versehen gutgeschrieben</code>
operators-usage-ledger = Schreib bitte <code>/ledger Person</code>, zum Beispiel <code>/ledger 123456</code>, und für ältere Einträge eine Seitenzahl dazu.
operators-usage-refund = Schreib bitte <code>/refund Person#Nummer Grund</code>, wie /ledger Person es zeigt, zum Beispiel <code>/refund 123456#2 das Video kam nie an</code>, oder statt des Kaufs die Transaktions-ID.
operators-usage-reply = Schreib bitte <code>/reply Nummer Text</code>, zum Beispiel <code>/reply 3 Deine Credits sind zurück, entschuldige!</code>
operators-reply-sent = Deine Antwort auf Anfrage { $number } ist unterwegs zu Person { $user }.
operators-request-unknown = Eine Anfrage { $number } gibt es nicht.
operators-usage-reconcile = Schreib bitte <code>/reconcile</code>

## Promo codes

operators-promos =
    <b>Gutscheincodes</b>
    { $lines }
    Mit <code>/promo Code Credits Personen Tage</code> machst du einen, mit <code>/promo Code off</code> beendest du einen.
operators-promos-line =
    • <code>{ $code }</code>: { $credits }, { $uses } von { $most } Mal eingelöst, { $state ->
        [open] bis { $ends }
        [used-up] aufgebraucht
       *[ended] beendet am { $ends }
    }
operators-promos-none = Noch gibt es keine Gutscheincodes. Mach einen mit <code>/promo Code Credits Personen Tage</code>, etwa <code>/promo SUMMER 2 100 30</code>: je 2 Credits für 100 Personen innerhalb von 30 Tagen.
operators-promo-made =
    ✅ <code>{ $code }</code> bringt je { $credits } für { $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    }, einmal pro Person, bis { $ends }. Zum Einlösen <code>/redeem { $code }</code> senden oder { $link } öffnen
operators-promo-taken = Einen Code <code>{ $code }</code> gibt oder gab es schon. Nichts wurde geändert; nimm bitte einen anderen Namen.
operators-promo-off =
    { $outcome ->
        [ended] Erledigt: <code>{ $code }</code> kann niemand mehr einlösen. Wer schon Credits damit bekommen hat, behält sie.
        [had-ended] <code>{ $code }</code> war schon vorher beendet.
       *[unknown] Einen Code <code>{ $code }</code> gibt es nicht. /promo zeigt alle.
    }
operators-usage-promo = Schreib bitte <code>/promo Code Credits Personen Tage</code>, etwa <code>/promo SUMMER 2 100 30</code>, oder <code>/promo SUMMER off</code>, oder <code>/promo</code> für die Liste. Ein Code hat 3 bis 32 Buchstaben, Ziffern, Binde- oder Unterstriche; er bringt 1 bis 1000 Credits für 1 bis 1000000 Personen, 1 bis 3650 Tage lang.

## Figures of the shop

operators-stats =
    <b>{ $days ->
        [one] Letzter Tag
       *[other] Letzte { $days } Tage
    }</b>
    ⭐ { $stars } Stars bezahlt{ $returned ->
        [0] { "" }
       *[other] , davon { $returned } zurückgegeben
    } · 🎬 { $orders ->
        [one] ein Video
       *[other] { $orders } Videos
    } bestellt · 👤 { $people ->
        [one] eine neue Person
       *[other] { $people } neue Personen
    }
    Gelungen: { $success } · Marge: { $margin } (USD: { $income } eingenommen, { $cost } an KIE.ai)
operators-stats-unreadable = Ich kann die Zahlen gerade nicht lesen. Versuch es in einer Minute noch einmal; der Grund steht im Log.
operators-stats-daily-on = OK, du bekommst das jeden Tag um { $time } UTC. Für eine andere Uhrzeit schreib /stats daily on 7.
operators-stats-daily-off = OK, von selbst schicke ich das nicht mehr.
operators-usage-stats = Schreib bitte <code>/stats</code>, <code>/stats daily on</code>, <code>/stats daily on 7</code> für 7:00 UTC oder <code>/stats daily off</code>.
button-stats-days =
    { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    }
button-stats-daily-on = ⏰ Jeden Morgen schicken
button-stats-daily-off = 🔕 Morgens nicht mehr
stats-image-title =
    { $days ->
        [one] Letzter Tag
       *[other] Letzte { $days } Tage
    }
stats-image-stars = Stars
stats-image-orders = Aufträge
stats-image-people = Neue Personen
stats-image-margin = Marge
stats-image-stars-by-day = Stars pro Tag
stats-image-orders-by-day = Aufträge pro Tag
stats-image-people-by-day = Neue Personen pro Tag
stats-image-success-by-model = Gelungen je Modell
stats-image-nothing = Noch nichts

## Broadcasts

operators-broadcast-ask = 📣 Schick mir die Nachricht, die alle bekommen sollen: einen Text mit seiner Formatierung oder ein Foto oder Video mit Text dazu. Du siehst sie erst und wählst, wer sie bekommt; noch geht nichts hinaus.
operators-broadcast-cannot = Das kann ich nicht an alle schicken. Schick bitte eine einzelne Nachricht: einen Text oder ein Foto, ein Video, eine Sprachnachricht oder eine Datei mit Text dazu. Alben gehen nicht.
operators-broadcast-panel =
    👆 Das kommt an; mit dem Button darunter kann jeder solche Nachrichten abstellen.
    
    An: { $to } · <b>{ $people ->
        [one] eine Person
       *[other] { $people } Personen
    }</b>
    Wer Neuigkeiten abgestellt oder den Bot blockiert hat, zählt nicht mit. Wähle, wer es bekommt, und dann, wann. Zeiten in UTC.
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] alle Sprachen
    }{ $days ->
        [0] { "" }
        [one] , da gewesen am letzten Tag
       *[other] , da gewesen in den letzten { $days } Tagen
    }
operators-broadcast-ask-language = Welche Sprache sollen die Empfänger sprechen? Es zählt, wer sie in Telegram oder hier eingestellt hat:
operators-broadcast-ask-time = Wann soll es hinausgehen? Schreib die Zeit in UTC, etwa <code>18:30</code> oder <code>2027-12-24 09:00</code>, höchstens 60 Tage im Voraus. Jetzt ist es { $now }.
operators-broadcast-wrong-time = Diese Zeit ist vorbei oder mehr als 60 Tage entfernt. Wähle eine andere.
operators-broadcast-nobody = So bekäme es niemand. Wähle andere Empfänger.
operators-broadcast-not-sent = OK, es wird nichts gesendet.
operators-broadcast-progress =
    📣 { $state ->
        [draft] Noch nicht gesendet.
        [scheduled] Geht am { $at } UTC hinaus.
        [sending] Unterwegs: { $percent } %
        [paused] Angehalten bei { $percent } %. Wenn du fortfährst, bekommt es niemand doppelt.
        [done] Fertig.
       *[cancelled] Abgebrochen.
    }
    An: { $to } · { $people ->
        [one] eine Person
       *[other] { $people } Personen
    }
    { $state ->
        [draft] { "" }
        [scheduled] Lösch die Nachricht nicht, die du mir geschickt hast: Ich kopiere sie aus diesem Chat.
       *[other] ✅ angekommen: { $sent } · 🚫 Bot blockiert: { $blocked } · ⚠️ von Telegram abgelehnt: { $failed }
    }
operators-broadcast-done =
    📣 Deine Rundnachricht ist fertig. ✅ angekommen: { $sent } · 🚫 Bot blockiert: { $blocked } · ⚠️ von Telegram abgelehnt: { $failed }{ $failed ->
        [0] .
       *[other] . Warum, steht im Log.
    }
operators-broadcast-stopped =
    ⚠️ Deine Rundnachricht ist angehalten: { $known ->
        [yes] Telegram lehnt die Nachricht ab: { $reason }. Lässt sich das nicht beheben, brich sie ab und sende eine andere.
       *[no] Die Nachricht ist nicht mehr in diesem Chat, ich kann sie also nicht kopieren. Brich ab und sende sie noch einmal; um die auszulassen, die sie schon haben, wähle andere Empfänger.
    }
button-broadcast-everybody = 👥 Alle
button-broadcast-languages = 🌐 Eine Sprache…
button-broadcast-all-languages = Alle Sprachen
button-broadcast-seen =
    { $days ->
        [one] Am letzten Tag da
       *[other] In { $days } Tagen da
    }
button-broadcast-now = 📣 Jetzt an { $people } senden
button-broadcast-tomorrow = Morgen { $time }
button-broadcast-hour = In einer Stunde
button-broadcast-time = Andere Zeit…
button-broadcast-pause = ⏸ Anhalten
button-broadcast-resume = ▶️ Fortfahren
button-broadcast-cancel = ✖️ Abbrechen

## Telegram's list of Star transactions

operators-reconcile-begun = Ich lese die Transaktionsliste von Telegram…
operators-reconciled = ✅ Transaktionen auf der Liste: { $listed }, davon neu: { $new }; nachträglich gutgeschrieben: { $credited }, zurückgenommen: { $revoked }. Guthaben: { $balance } ⭐. { $agrees ->
    [yes] Das stimmt mit der Liste überein.
   *[no] Die Liste weicht um { $difference } ⭐ davon ab.
    }
operators-not-reconciled = ⚠️ Die Transaktionsliste von Telegram ließ sich nicht lesen: { $reason }. Ich versuche es von selbst noch einmal.
operators-star-difference = { $agrees ->
    [yes] ✅ Das Guthaben bei Telegram ({ $balance } ⭐) stimmt wieder mit der Transaktionsliste überein.
   *[no] ⚠️ Das Guthaben bei Telegram ({ $balance } ⭐) weicht um { $difference } ⭐ von der Transaktionsliste ab. Sieh dir das Guthaben des Bots in @BotFather an.
    }
operators-payment-not-listed = ⚠️ Die Zahlung <code>{ $charge }</code> von Person { $user } wurde gutgeschrieben, steht aber nicht auf der Liste von Telegram. Wurde sie gefälscht? Siehe /ledger { $user }
operators-refund-not-listed = ⚠️ Die Erstattung von <code>{ $charge }</code> an Person { $user } gilt als erledigt, steht aber nicht auf der Liste von Telegram. Siehe /ledger { $user }
operators-older-payments = ℹ️ { $count ->
    [one] Eine Zahlung ({ $stars } ⭐) auf der Liste von Telegram ist älter als diese Datenbank. Sie steht in der Tabelle star_transactions und wurde niemandem gutgeschrieben.
   *[other] { $count } Zahlungen ({ $stars } ⭐) auf der Liste von Telegram sind älter als diese Datenbank. Sie stehen in der Tabelle star_transactions und wurden niemandem gutgeschrieben.
    } Soll das anders sein, stell die alte Datenbank wieder her.
operators-unreadable-transaction = ⚠️ Eine Transaktion auf der Liste von Telegram lässt sich nicht lesen (<code>{ $id }</code>). Sieh ins Log und aktualisiere Starreel.
operators-books-are-wrong = 🚨 Die Bücher stimmen nicht. Die betroffenen Zeilen zeigt <code>bot audit</code>; halte den Bot an, falls Credits auf dem Spiel stehen:
    { $found }
