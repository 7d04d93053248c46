# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>Für Operatoren</b>
    { $role ->
        [owner] Du bist Inhaber: Du darfst alles.
        [support] Du gehörst zum Support: Du antwortest, sperrst und entsperrst Leute und lässt Aufträge noch einmal versuchen. Credits und Stars sind Sache der Inhaber.
       *[viewer] Du bist Beobachter: Du siehst alles und änderst nichts.
    }
button-admin-menu = ◀️ Menü
button-admin-people = 👤 Personen
button-admin-stuck = ⏳ Hängende Aufträge
button-admin-failed = ⚠️ Fehlschläge
button-admin-models = 🎬 Modelle
button-admin-stats = 📊 Zahlen
button-admin-now = 🩺 Gerade jetzt
button-admin-shop = 🛒 Shop
button-admin-promos = 🎟 Gutscheincodes
button-admin-broadcast = 📣 Rundnachricht
admin-cancelled = OK, es ist nichts passiert.
admin-too-long = Das ist zu lang: Schreib bitte höchstens { $max } Zeichen, oder tippe auf „Abbrechen“.

## People

admin-ask-person =
    <b>Wen möchtest du sehen?</b>
    Schick mir die Telegram-ID, einen Kauf (<code>123456#2</code> oder die Transaktions-ID von der Quittung), eine Support-Anfrage (<code>#7</code>) oder einen Auftrag, oder leite eine Nachricht der Person weiter.
admin-person-not-found = Zu <code>{ $word }</code> finde ich niemanden. Prüf es bitte oder schick etwas anderes: eine Telegram-ID, einen Kauf, eine Transaktions-ID, eine Support-Anfrage wie <code>#7</code> oder eine weitergeleitete Nachricht. Eine ganz neue Zahlung ist nach /reconcile bekannt.
admin-account-hidden = Telegram sagt nicht, wer das geschrieben hat: Die Person verbirgt ihr Konto beim Weiterleiten. Frag sie bitte nach der Transaktions-ID auf ihrer Quittung und schick mir die.
admin-card =
    <b>Person { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 gesperrt seit { $blocked }
    }{ $away ->
        [yes] { " " }· nicht erreichbar: hat den Bot blockiert
       *[no] { "" }
    }
    Dabei seit { $since }, Sprache: { $language }
    Guthaben: { $available } · { $held } reserviert · { $refunding } in Erstattung
admin-card-purchases = <b>Zahlungen</b>
admin-card-none = keine
admin-card-subscription =
    <b>Abo</b>
    { $credits } alle 30 Tage für { $stars } ⭐, { $state ->
        [active] bezahlt bis { $until }
        [failed] letzte Zahlung fehlgeschlagen, bezahlt bis { $until }
       *[cancelled] gekündigt, läuft bis { $until }
    }
admin-card-orders = <b>Letzte Aufträge</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] in der Warteschlange
        [published] bei den Workern
        [submitted] in Arbeit
        [ready] wird gesendet
        [delivered] angekommen
        [failed] fehlgeschlagen
        [cancelled] abgebrochen
       *[undeliverable] nicht zustellbar
    }
admin-card-entries = <b>Letzte Einträge</b>, Zeiten in UTC
button-admin-block = 🚫 Sperren
button-admin-unblock = ✅ Entsperren
button-admin-write = 💬 Schreiben
button-admin-grant = ➕ Credits gutschreiben
button-admin-debit = ➖ Credits abziehen
button-admin-ledger = 📒 Einträge
button-admin-another = 🔎 Jemand anders
button-admin-person = 👤 Zur Person
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] Person { $user } ist gesperrt und weiß Bescheid. Laufende Aufträge werden noch gemacht; ein Abo läuft weiter, bis sie es kündigt.
               *[unblocked] Person { $user } ist entsperrt und weiß Bescheid.
            }
        [already]
            { $to ->
                [blocked] Person { $user } ist schon gesperrt.
               *[unblocked] Person { $user } ist nicht gesperrt.
            }
        [operator] Operatoren lassen sich nicht sperren. Nimm die Person erst aus den Einstellungen.
       *[unknown] Person { $user } hat diesem Bot noch nie geschrieben.
    }
admin-ask-grant = Wie viele Credits soll Person { $user } bekommen, und warum? Zum Beispiel: <code>5 Entschuldige die Wartezeit</code>
admin-ask-debit = Wie viele Credits soll ich Person { $user } abziehen, und warum? Zum Beispiel: <code>5 aus Versehen gutgeschrieben</code>
admin-amount-unclear = Schreib bitte eine Zahl und einen Grund, etwa <code>5 Entschuldige die Wartezeit</code>, oder tippe auf „Abbrechen“.
admin-ask-message = Was soll ich Person { $user } schreiben? Sie liest es als Nachricht von unserem Team, ohne deinen Namen.
admin-needs-words = Schick es bitte als Text; Fotos und Dateien kann ich nicht weitergeben.
admin-message-sent = Deine Nachricht ist unterwegs zu Person { $user }.

## Orders

admin-orders =
    { $list ->
        [stuck] <b>Hängende Aufträge</b>: seit über { $minutes } Minuten nicht vorangekommen, die ältesten zuerst.
       *[failed]
            <b>Fehlgeschlagene Aufträge</b> { $days ->
                [one] vom letzten Tag
               *[other] der letzten { $days } Tage
            }, die neuesten zuerst.
    }{ $orders ->
        [0] { " " }Es gibt keine.
       *[other] { "" }
    }
admin-orders-legend =
    👤 Person{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 noch einmal versuchen · 🗑 aus der Liste nehmen
       *[owner] { " " }· 🔁 noch einmal versuchen · ↩️ Credits zurückgeben · 🗑 aus der Liste nehmen
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · Person { $user }
    { $progress ->
        [queued] In der Warteschlange
        [published] Bei den Workern, noch nicht bei KIE.ai
        [submitted] Bei KIE.ai in Arbeit
        [ready] Fertig und nicht angekommen
        [not-fetched] Fertig, aber die Person war nicht erreichbar, solange es aufbewahrt wurde; es ist bezahlt
        [undeliverable] Fertig, aber nicht zu senden; die Credits sind zurück
       *[failed]
            Fehlgeschlagen, die Credits sind zurück: { $reason ->
                [policy] wegen der Inhaltsregeln des Modells abgelehnt
                [refused] das Modell konnte nichts damit anfangen
                [image] das Foto war nicht zu verwenden
                [image_gone] Telegram hat das Foto nicht mehr
                [sound] das Modell fand im Prompt keinen Ton
                [expired] zu lange gewartet
                [timeout] zu lange gedauert; kommt das Video doch noch, ist es gratis
                [unknown] unklar, ob KIE.ai den Auftrag bekam; kommt das Video doch noch, ist es gratis
               *[provider] Fehler bei KIE.ai
            }
    }, seit { $since } UTC ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } Min.
admin-age-hours = { $count } Std.
admin-age-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] Ich frage die Worker noch einmal, was daraus wurde. Nichts wird doppelt gekauft; gibt es ein Video, kommt es an.
        [sent] Ich schicke das Video jetzt noch einmal.
        [placed] Noch einmal bestellt, mit den Credits der Person. Sie weiß Bescheid.
        [tried-already] Das ist schon passiert.
        [ordered-by-person] Die Person hat es inzwischen selbst noch einmal bestellt.
        [waits] Der Auftrag wartet, bis er dran ist; noch gibt es nichts zu versuchen.
        [refused] Er würde wieder abgelehnt: Die Person muss ihn erst ändern.
        [ended] Er ist beendet und lässt sich nicht mehr versuchen.
        [person-blocked] Diese Person ist gesperrt. Entsperre sie erst.
        [not-enough] Die Credits der Person reichen dafür nicht mehr.
        [too-many] Mehr Aufträge gehen für die Person gerade nicht. Versuch es später noch einmal.
        [model-gone] Das Modell gibt es nicht mehr.
        [forgotten] Der Prompt ist gelöscht, deshalb lässt er sich nicht noch einmal bestellen.
        [paused] KIE.ai nimmt gerade keine Aufträge an. Versuch es später noch einmal.
        [given-back] Erledigt: Die Credits sind zurück, und die Person weiß Bescheid.
        [given-back-already] Die Credits sind schon zurück.
        [delivered] Die Person hat das Video. Soll sie trotzdem Credits bekommen, nimm ➕ auf ihrer Karte.
        [dropped] Der Auftrag ist aus der Liste, bis sich etwas tut.
       *[dropped-already] Er ist schon aus der Liste.
    }

## Stats

admin-now =
    <b>Gerade jetzt</b>, { $at } UTC
    <b>Letzte 24 Stunden</b>
    Aufträge: { $ordered }, davon { $delivered } angekommen und { $failed } fehlgeschlagen
    Stars: { $paid } ⭐ bezahlt, { $returned } ⭐ zurück
    <b>Jetzt</b>
    In der Warteschlange: { $queued }, in Arbeit: { $rendering }, beim Senden: { $ready }, hängend: { $stuck }
    Offene Erstattungen: { $refunds }, Abos: { $subscriptions }, gesperrte Personen: { $blocked }
button-admin-refresh = 🔄 Aktualisieren
