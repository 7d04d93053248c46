# What people read. Plain and kind; no blame, no jargon; say what happens with the credits.
# German like a person's: "du", short sentences, "unser Team" for whoever runs the bot, "Foto" for an image.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits ->
    [one] { $credits } Credit
   *[other] { $credits } Credits
}
date = { $day }. { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
} { $year }
credits-and-bonus = { $credits } + { $bonus } Credits

## Start and help

welcome = <b>Willkommen bei Starreel!</b>
    Beschreib eine Szene (oder schick ein Foto mit Text dazu), und ich mache ein Video daraus.

    Videos gibt's ab { $price } ({ $pack } = { $stars } ⭐). Du hast { $balance }.
welcome-gift = 🎁 { $credits } geschenkt, damit du gleich loslegen kannst. Viel Spaß!
help =
    <b>So geht's</b>
    1. Beschreib eine Szene oder schick ein Foto mit Text dazu.
    2. Sieh dir die Karte an: Modell, Optionen und Foto kannst du noch ändern. Dann tippe auf „Erstellen“.
    3. Dein Video kommt hier an, meist nach wenigen Minuten. Klappt es nicht, bekommst du deine Credits zurück.
    
    /generate – ein Video erstellen
    /templates – fertige Ideen
    /videos – deine bisherigen Videos
    /tips – bessere Prompts
    /settings – deine Voreinstellungen
    /language – Sprache wählen
    /buy – Credits mit Telegram Stars kaufen, für dich oder als Geschenk
    /balance – dein Guthaben
    /invite – Freunde einladen
    /redeem – einen Gutscheincode einlösen
    /cancel – den aktuellen Auftrag abbrechen
    /paysupport – Hilfe bei Zahlungen
    /privacy – was ich speichere, und wie du es löschst
    /terms – Nutzungsbedingungen
hint = Beschreib eine Szene oder schick ein Foto, und ich mache ein Video daraus. Mehr dazu: /help
unknown-command = Diesen Befehl kenne ich nicht. Was ich alles kann, steht unter /help.
too-fast = Das waren zu viele Nachrichten auf einmal – warte bitte eine Minute.
order-still-open = Du hast noch einen offenen Auftrag.
private-only = Videos mache ich nur im privaten Chat. Tippe unten, um unseren zu öffnen.
gift-received = 🎁 Vielen Dank für das Geschenk!
terms =
    <b>Nutzungsbedingungen</b>
    • Credits kaufst du mit Telegram Stars. Sie sind für Videos in diesem Bot da und lassen sich nicht in Geld umtauschen.
    • Zuerst werden geschenkte Credits verbraucht, dann gekaufte, der älteste Kauf zuerst. Ein Bonus wird nach den Credits verbraucht, mit denen er kam. Einen unbenutzten Kauf kannst du dir eine Zeit lang unter /paysupport erstatten lassen, sein Bonus entfällt dann mit; in allen anderen Fällen kannst du dort eine Erstattung anfragen.
    • Ein Geschenk gehört dem, der seinen Link als Erster öffnet, und dem Käufer, wenn es niemand rechtzeitig tut. Solange es nicht geöffnet ist, kann der Käufer es sich erstatten lassen. Credits für eine Einladung entfallen, wenn der Kauf erstattet wird, aus dem sie kamen.
    • Ein Abo wird alle 30 Tage mit Stars bezahlt, bis du es kündigst, unter /balance oder in den Einstellungen von Telegram. Jede Zahlung ist ein Kauf wie jeder andere.
    • Die Credits für ein Video werden reserviert, wenn du es bestellst, und erst abgezogen, wenn es ankommt. Klappt es nicht, bekommst du sie sofort zurück.
    • Verbotene oder schädliche Inhalte sind nicht erlaubt. Solche Aufträge werden abgelehnt, und ihre Credits kommen zurück.
    • Deine Prompts und Fotos gehen an den Dienst, der die Videos macht, und an niemanden sonst. Siehe /privacy.
    • Fragen zu einer Zahlung: /paysupport. Der Support von Telegram kann bei Käufen in diesem Bot nicht helfen.

## Credits

balance = Dein Guthaben: { $balance }
balance-held = { $credits } reserviert für laufende Videos.
balance-refunding = { $credits } für eine Rückzahlung reserviert.
balance-gifted = { $credits } in Geschenken, die noch niemand geöffnet hat.
credits-granted = 🎁 Unser Team hat dir { $credits } gutgeschrieben. Dein Guthaben: { $balance }
credits-debited = Unser Team hat dir { $credits } abgezogen. Dein Guthaben: { $balance }. Du weißt nicht, warum? Schreib uns über /paysupport.
offer = <b>Credits kaufen</b>
    Du hast { $balance }. Die meisten Videos kosten 1 Credit. Such dir ein Paket aus:
offer-first = 🎁 Zu deinem ersten Kauf gibt's { $first } extra.
offer-invited = 🎁 Du wurdest eingeladen: Dein erster Kauf bringt euch beiden je { $credits } extra.
offer-subscription = 📅 Oder als Abo: { $credits } alle 30 Tage für { $stars } ⭐. Jederzeit kündbar.
offer-terms = Mit der Zahlung stimmst du den Bedingungen zu: /terms
pack = { $credits } · { $stars } ⭐
pack-gone = Dieses Paket gibt es nicht mehr. Hier sind die aktuellen.
invoice-title = { $credits }
invoice-description = { $number ->
    [one] { $credits } für KI-Videos mit Starreel. Er verfällt nicht.
   *[other] { $credits } für KI-Videos mit Starreel. Sie verfallen nicht.
}
invoice-refused = Ich kann die Zahlung gerade leider nicht öffnen. Unser Team weiß Bescheid. Versuch es bitte später noch einmal.
receipt = ✅ Danke! { $bought } gutgeschrieben. Dein Guthaben: { $balance }
receipt-first = ✅ Danke! { $bought } gutgeschrieben, dazu 🎁 { $first } für deinen ersten Kauf. Dein Guthaben: { $balance }
receipt-invited = 🎁 Und { $credits } dazu, weil du eingeladen wurdest. Wer dich eingeladen hat, bekommt ebenso viel.
receipt-until = 📅 Dein Abo ist bis { $until } bezahlt. Ändern kannst du es unter /balance.
subscription-button = 📅 { $credits } im Monat · { $stars } ⭐
subscription-offer = <b>📅 Monatsabo</b>
    Du bekommst { $credits } alle 30 Tage für { $stars } ⭐. Was du nicht verbrauchst, behältst du. Kündigen kannst du jederzeit unter /balance; was bezahlt ist, bleibt deins.

    Mit der Zahlung stimmst du den Bedingungen zu: /terms
subscription-description = { $credits } alle 30 Tage für KI-Videos mit Starreel. Sie verfallen nicht.
subscription-pay = Abonnieren für { $stars } ⭐
subscription-gone = Abos gibt es nicht mehr. Was es gibt, siehst du mit /buy.
subscription-line = 📅 Dein Abo: { $credits } alle 30 Tage für { $stars } ⭐. { $state ->
    [active] Die nächste Zahlung ist am { $until }.
    [failed] Die letzte Zahlung hat nicht geklappt: Lade bitte deine Stars auf. Bezahlt ist es bis { $until }.
   *[cancelled] Es ist gekündigt und läuft bis { $until }.
    }{ $wish ->
    [cancel] {" "}Ich habe Telegram gebeten, es zu kündigen.
    [resume] {" "}Ich habe Telegram gebeten, es fortzusetzen.
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 Dein Abo ist gekündigt: Nach dem { $until } wird nichts mehr bezahlt.
    [failed] ⚠️ Telegram konnte die nächsten { $stars } ⭐ für dein Abo nicht abbuchen, deshalb sind deine neuen Credits noch nicht da ({ $credits }). Lade deine Stars bitte in den Einstellungen von Telegram unter „Meine Stars“ auf, dann geht es weiter.
    [active] 📅 Dein Abo läuft weiter. Die nächste Zahlung ist am { $until }.
   *[ended] 📅 Dein Abo ist beendet; deine Credits behältst du. Ein neues bekommst du mit /buy.
    }
subscription-may-go-on = 📅 Telegram lässt dich dein Abo jetzt fortsetzen. Um es wieder einzuschalten, öffne die Einstellungen von Telegram, tippe auf „Meine Stars“, wähle dieses Abo und tippe auf „Erneuern“.
subscription-not-changed = Telegram hat mich dein Abo nicht ändern lassen. Du kannst es selbst tun: Öffne die Einstellungen von Telegram, tippe auf „Meine Stars“ und wähle dieses Abo. Hilft das nicht, schreib uns bitte über /paysupport.
subscription-asked = { $wish ->
    [resume] Ich bitte Telegram, dein Abo fortzusetzen.
   *[cancel] Ich bitte Telegram, dein Abo zu kündigen.
    }
subscription-already-so = { $wish ->
    [resume] Dein Abo läuft schon weiter.
   *[cancel] Dein Abo ist schon gekündigt.
    }
payment-unmatched = Deine Zahlung ist da, aber ich kann sie keinem Kauf zuordnen. Unser Team weiß Bescheid. Wenn du nichts von uns hörst, schreib bitte über /paysupport.
payment-returned = ↩️ Deine Stars für { $bought } sind wieder bei dir{ $part ->
    [all] , und dein Guthaben wurde entsprechend gekürzt.
    [some] . Was davon noch übrig war, wurde abgezogen: { $taken }.
   *[none] .
    } Dein Guthaben: { $balance }
payment-returned-gift =
    ↩️ Deine Stars für das Geschenk ({ $credits }) sind wieder bei dir. { $state ->
        [unopened] Es lässt sich nicht mehr öffnen.
        [opened] Was davon noch übrig war, wurde zurückgenommen.
       *[owed] Was davon noch übrig war, wurde zurückgenommen, und was verbraucht ist, wurde von deinem Guthaben abgezogen: { $owed }.
    } Dein Guthaben: { $balance }
payment-returned-unmatched = ↩️ Deine Stars sind wieder bei dir. Dein Guthaben: { $balance }
checkout-not-ours = Diese Rechnung ist nicht gültig. Mit /buy bekommst du eine neue.
checkout-not-yours = Diese Rechnung ist für jemand anderen. Mit /buy bekommst du deine eigene.
checkout-price-changed = Unsere Preise haben sich geändert. Mit /buy bekommst du eine neue Rechnung.
checkout-too-old = Diese Rechnung ist zu alt. Mit /buy bekommst du eine neue.
checkout-already-subscribed = Du hast schon ein Abo. Siehe /balance.
blocked = Unser Team hat dein Konto hier gesperrt, du kannst also nicht bestellen oder kaufen. Für Erstattungen und Fragen sende /paysupport, um ein Abo zu kündigen /balance.
unblocked = ✅ Unser Team hat dein Konto entsperrt: Du kannst wieder Videos erstellen und Credits kaufen.
team-message =
    💬 Unser Team schreibt:
    <blockquote>{ $words }</blockquote>
    Um zu antworten, sende /paysupport.
ordered-again = 🔁 Unser Team hat dein Video mit <b>{ $model }</b> noch einmal bestellt: Der letzte Versuch hat nicht geklappt. Kommt es an, kostet es { $price }, wie beim ersten Mal.
credits-given-back = 🎁 Unser Team hat dir { $price } für dein Video zurückgegeben. Kommt es doch noch, ist es gratis. Dein Guthaben: { $balance }
checkout-already-paid = Diese Rechnung ist schon bezahlt. Weitere Credits bekommst du mit /buy.

## Gifts

gift-offer =
    <b>🎁 Credits verschenken</b>
    Nach der Zahlung bekommst du einen Link. Wer ihn zuerst öffnet, hat die Credits. Öffnet ihn innerhalb von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } niemand, gehören sie dir. Such dir ein Paket aus:
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = Ein Geschenk: { $credits } für KI-Videos mit Starreel. Du bekommst einen Link, und wer ihn zuerst öffnet, hat die Credits.
receipt-gift =
    ✅ Danke! Dein Geschenk ist bereit: { $credits }. Schick diesen Link an die Person, die es haben soll; wer ihn zuerst öffnet, bekommt die Credits:
    
    { $link }
    
    Öffnet ihn innerhalb von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } niemand, gehören die Credits dir. Bis dahin kannst du es dir unter /paysupport erstatten lassen.
receipt-gift-over =
    ✅ Danke! Dein Geschenk ist bezahlt: { $credits }. { $state ->
        [opened] Es wurde schon geöffnet.
        [taken_back] Es wurde schon geöffnet.
        [kept] Niemand hat es rechtzeitig geöffnet, die Credits gehören also dir.
       *[other] Seine Stars sind auf dem Weg zurück zu dir, es lässt sich also nicht öffnen.
    }
gift-opened =
    🎁 Jemand hat dir { $credits } geschenkt! Dein Guthaben: { $balance }
    
    Beschreib eine Szene oder schick ein Foto, und ich mache ein Video daraus.
gift-already-yours = Dieses Geschenk hast du schon geöffnet: Die Credits sind in deinem Guthaben. Siehe /balance.
gift-already-opened = Dieses Geschenk hat schon jemand anders geöffnet. Es gehört dem, der es zuerst öffnet.
gift-refunded = Dieses Geschenk wurde vom Käufer zurückgenommen und lässt sich nicht mehr öffnen.
gift-too-late = Dieses Geschenk wurde nicht rechtzeitig geöffnet und ging an den Käufer zurück.
gift-unknown = Dieses Geschenk finde ich nicht. Prüf bitte den Link: Er muss vollständig sein.
gift-was-opened = 🎁 Dein Geschenk wurde geöffnet: { $credits }.
gift-kept = 🎁 Niemand hat dein Geschenk geöffnet, deshalb gehört es jetzt dir: { $credits }. Dein Guthaben: { $balance }
gift-taken-back = ↩️ Die Zahlung für ein Geschenk, das du geöffnet hast, ging an den Käufer zurück. Was du davon noch hattest, ist deshalb weg: { $credits }. Dein Guthaben: { $balance }
share-gift = 🎁 Ein Geschenk für dich: Credits für KI-Videos! Tippe auf den Link, um sie zu bekommen.

## Invitations

invite =
    <b>🎁 Freunde einladen</b>
    Schick deinen Link an Freunde, die hier noch neu sind. Macht einer von ihnen seinen ersten Kauf, bekommt ihr beide { $credits }, für bis zu { $most ->
        [one] { $most } Freund
       *[other] { $most } Freunde
    }.
    
    { $link }
invite-off =
    <b>Freunde einladen</b>
    Gerade gibt es keine Belohnung für Einladungen, aber deine Freunde sind trotzdem willkommen. Tippe unten, um den Bot zu teilen.
invite-sum =
    Über deinen Link gekommen: { $came }
    Davon gekauft: { $bought }
    Du hast bekommen: { $earned }
invited = 🎁 Du wurdest eingeladen: Dein erster Kauf bringt euch beiden je { $credits } extra.
invited-oneself = Das ist dein eigener Link. Schick ihn an Freunde: /invite
invited-not-new = Einladungen sind für Leute, die hier neu sind. Aber du kannst selbst Freunde einladen: /invite
invitation-rewarded = 🎁 Jemand, den du eingeladen hast, hat zum ersten Mal gekauft, und du bekommst { $credits }. Dein Guthaben: { $balance }
invitation-taken-back = ↩️ Ein erster Kauf auf deine Einladung wurde erstattet, und was du dafür bekommen hast, wurde abgezogen: { $credits }. Dein Guthaben: { $balance }
share-invitation = Mach mit mir KI-Videos:

## Promo codes

redeem-ask = 🎟 Wie lautet dein Gutscheincode? Schick ihn einfach.
redeem-cancelled = OK, kein Code.
redeemed = 🎁 { $credits } gutgeschrieben. Dein Guthaben: { $balance }
redeem-unknown = Diesen Code kenne ich nicht. Prüf bitte, wie er geschrieben wird, und sende noch einmal /redeem.
redeem-expired = Dieser Code ist abgelaufen.
redeem-used-up = Diesen Code haben schon so viele eingelöst, wie vorgesehen waren. Tut mir leid!
redeem-already-used = Diesen Code hast du schon eingelöst. Er gilt einmal pro Person.
redeem-too-many =
    Das waren viele Codes, die es nicht gibt. Versuch es bitte in { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } noch einmal.

## An order

ask-model = <b>Wähle ein Modell</b>
ask-model-line = • <b>{ $model }</b>: { $about }{ $fails ->
    [yes] {" "}· ⚠️ klappt gerade oft nicht
   *[no] {""}
    }
ask-model-prompt = Dein Prompt: <i>{ $prompt }</i>
models-speech = <b>🗣 Mit Sprache</b>
models-long = <b>⏱ Die längsten Videos</b>
models-cheap = <b>💸 Schnell und günstig</b>
models-photo = <b>🖼 Aus deinem Foto</b>
model-button = { $from ->
    [one] { $model } · { $from } Credit
   *[other] { $model } · { $from } Credits
}
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ Dieses Modell klappt gerade oft nicht. Wird nichts aus deinem Video, bekommst du deine Credits zurück.
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ dein Video geht weiter
    [full-hd] dein Video in 1080p
    [ultra-hd] dein Video in 4K
   *[upscale] dein Video, schärfer
}
card-image = 🖼 Foto { $number }: { $role ->
    [first] erstes Bild
    [last] letztes Bild
   *[reference] Referenz
}
card-price = Preis: { $price } · Guthaben: { $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 Foto hinzufügen
    [one] 🖼 { $images } Foto
   *[other] 🖼 { $images } Fotos
}
ask-prompt = ✍️ Was soll im Video passieren? Schreib es einfach. Zum Beispiel: <i>Ein Rotfuchs läuft im Morgengrauen durch frischen Schnee, Zeitlupe.</i>
ask-blank = ✍️ { $ask } Zum Beispiel: <i>{ $example }</i>
ask-style = Tippe, um etwas hinzuzufügen oder zu entfernen:
ask-what-next = ✍️ Wie soll dein Video weitergehen? Schreib es einfach.
takes-no-prompt = Hier brauchst du keinen Prompt: Dein Video bleibt, wie es ist.
prompt-empty = Diese Nachricht war leer. Beschreib dein Video bitte in ein paar Worten.
prompt-too-long = Dein Prompt hat { $chars } Zeichen; { $model } nimmt höchstens { $max }. Schick bitte einen kürzeren.
cannot-use-that = Ich kann nur Text und Fotos verwenden.
ask-image = Soll dein Video mit einem Foto beginnen? Dann schick es jetzt.
ask-image-more = Schick noch ein Foto, um es hinzuzufügen.
images-full = Mehr Fotos nimmt dieses Modell nicht. Ein neues ersetzt das letzte.
ask-image-required = 🖼 { $model } braucht ein Foto als Anfang. Schick bitte eins.
image-received = 📷 Ich sehe mir dein Foto an.
image-replaced = Ich habe das letzte Foto ersetzt: Mehr nimmt dieses Modell nicht.
images-enough = { $images ->
    [one] Ein Foto reicht: Ich nehme das erste.
   *[other] Dieses Modell nimmt bis zu { $images } Fotos: Ich nehme die ersten.
}
not-an-image = Diese Datei kann ich nicht verwenden. Schick bitte ein Foto als { $types }.
image-too-large = Dieses Foto ist zu groß. Schick bitte eins mit höchstens { $megabytes } MB.
image-left-out = Ein Foto konnte ich nicht verwenden und habe es weggelassen. Schick gern ein anderes.
image-unavailable = Ich konnte dein Foto nicht von Telegram laden. Schick es bitte noch einmal.
model-takes-no-image = Dieses Modell arbeitet nur mit Text, das Foto wird also nicht verwendet.
model-gone = Dieses Modell gibt es nicht mehr. Wähle bitte ein anderes.
follow-up-gone = Das geht mit diesem Video nicht mehr.
confirm-button = { $credits ->
    [one] ✨ Erstellen · { $credits } Credit
   *[other] ✨ Erstellen · { $credits } Credits
}
choice-length = { $seconds } s
choice-sound = mit Ton
choice-no-sound = ohne Ton
choice-price = { $label } ({ $more })
not-enough = Für dieses Video brauchst du { $price } – dein Guthaben: { $available }. Wähle unten ein Paket; dein Prompt ist gespeichert.

    Mit der Zahlung stimmst du den Bedingungen zu: /terms
order-dropped = Auftrag abgebrochen. Es wurde nichts abgezogen.
nothing-to-cancel = Es gibt nichts abzubrechen.
cancel-queued = Du hast keinen offenen Auftrag. Tippe unten, um ein Video abzubrechen, das noch nicht begonnen hat.
cancel-video = Abbrechen: { $prompt }
cancel-rendering = Dein Video entsteht gerade schon und lässt sich nicht mehr abbrechen.
cancel-passed-on = Dein Auftrag ist schon weitergegeben und lässt sich nicht mehr abbrechen. Wird nichts daraus, bekommst du deine Credits zurück.
old-button = Dieser Button gilt nicht mehr.
already-placed = Diesen Auftrag hast du schon erteilt.
order-changed = Der Auftrag oder sein Preis hat sich geändert. Sieh ihn dir bitte noch einmal an.
prompt-replaced = Prompt geändert.
prompt-joined = Ich habe beide Nachrichten zu einem Prompt zusammengefügt.
tap-to-confirm = Fast geschafft: Tippe unten auf „Erstellen“, dann geht's los.
placed = Auftrag erteilt.
too-many-orders = Mehr Videos gehen im Moment nicht. Dein Auftrag ist gespeichert; tippe bitte in { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
} noch einmal.
too-many-orders-today = Mehr Videos gehen an einem Tag nicht. Dein Auftrag ist gespeichert; tippe bitte in { $hours ->
    [one] { $hours } Stunde
   *[other] { $hours } Stunden
} noch einmal.
paused = Videos lassen sich gerade nicht erstellen. Deine Credits sind sicher. Versuch es bitte später noch einmal.
paused-briefly = Videos lassen sich gerade nicht erstellen. Dein Auftrag ist gespeichert; versuch es bitte später noch einmal.
paused-model = { $model } ist gerade nicht verfügbar. Dein Auftrag ist gespeichert; wähle bitte ein anderes Modell oder versuch es später noch einmal.

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] fortgesetzt
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] schärfer
}
status-queued = ⏳ <b>{ $model }</b>: Platz { $position } in der Warteschlange. { $price } reserviert.
status-queued-paused = ⏸ <b>{ $model }</b>: in der Warteschlange. Videos lassen sich gerade nicht erstellen; dein Auftrag behält seinen Platz. { $price } reserviert.
status-under-way = 🎬 <b>{ $model }</b>: Dein Video ist in Arbeit. Das dauert meist { $usual }; du kannst den Chat schließen. { $price } reserviert.
status-under-way-paused = ⏸ <b>{ $model }</b>: Dein Auftrag wartet. Videos lassen sich gerade nicht erstellen. Wird nichts daraus, bekommst du { $price } zurück.
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] Gleich ist es so weit.
        [one] Noch etwa eine Minute.
       *[other] Noch etwa { $minutes } Minuten.
    }
status-late = ⏳ <b>{ $model }</b>: Dieses Video braucht länger als sonst. Ich warte weiter darauf. Wird nichts daraus, bekommst du { $price } zurück.
usual-wait = { $slow ->
    [0] weniger als eine Minute
    [one] etwa eine Minute
   *[other] { $range ->
        [yes] { $median ->
            [0] bis zu { $slow } Minuten
           *[other] { $median } bis { $slow } Minuten
        }
       *[no] etwa { $slow } Minuten
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b>: Ich habe deinen Auftrag abgeschickt, aber die Antwort ging verloren. { $minutes ->
    [one] Höre ich eine Minute lang nichts
   *[other] Höre ich { $minutes } Minuten lang nichts
}, bekommst du { $price } zurück. Kommt das Video danach doch noch, ist es gratis.
status-ready = 📦 <b>{ $model }</b>: Dein Video ist fertig, ich schicke es dir.
status-gone = ⏳ <b>{ $model }</b>: Dein Video ist fertig, aber der Videodienst gibt es noch nicht heraus. Ich versuche es weiter. Kommt es nicht, bekommst du { $price } zurück.
status-gone-free = ⏳ <b>{ $model }</b>: Dein Video ist fertig, aber der Videodienst gibt es noch nicht heraus. Ich versuche es weiter.
status-delivered = ✅ <b>{ $model }</b>: fertig · { $price } verbraucht · Guthaben: { $left }
status-delivered-free = ✅ <b>{ $model }</b>: Dein Video ist doch noch da. Es ist gratis: Deine Credits hast du schon zurück.
status-failed = ⚠️ <b>{ $model }</b>: hat nicht geklappt – { $price } zurückgebucht.
status-cancelled = <b>{ $model }</b>: abgebrochen – { $price } zurückgebucht.
status-undeliverable = <b>{ $model }</b>: Dein Video war fertig, aber ich konnte dich eine Woche lang nicht erreichen. Schreib uns bitte über /paysupport.
status-lost = ⚠️ <b>{ $model }</b>: Dein Video ist nicht angekommen – { $price } zurückgebucht.
video-lost = { $reason ->
    [no-video] Tut mir leid: Der Videodienst sagt, dein Video sei fertig, aber ich bekomme keins von ihm. Ich habe zweimal nachgefragt.
    [too-large] Tut mir leid: Dein Video ist zu groß, um es hier zu schicken, und anders kann ich es dir nicht geben.
    [overdue] Tut mir leid: Dein Video war fertig, aber ich konnte es dir nicht schicken, obwohl ich es tagelang versucht habe.
   *[not-taken] Tut mir leid: Dein Video war fertig, aber ich konnte es dir nicht schicken. Telegram nimmt die Datei nicht an.
    }

    { $paid ->
    [yes] { $price } zurückgebucht. Dein Guthaben: { $balance }
   *[no] Es hat dich nichts gekostet. Dein Guthaben: { $balance }
    }
job-cancelled = Abgebrochen; deine Credits sind zurück.
cancel-too-late = Zum Abbrechen ist es zu spät: Dein Auftrag ist schon weitergegeben.
link-too-large = Dein Video ist fertig! Es ist zu groß, um es hier zu schicken. Lade es bitte hier herunter:
link-not-taken = Dein Video ist fertig! Telegram nimmt die Datei gerade nicht an. Lade es bitte hier herunter:
link-kept = Der Link gilt 7 Tage.
link-at-provider = Der Link gilt etwa einen Tag. Speichere das Video also am besten bald.
failed-policy = Das Modell hat { $image ->
    [yes] den Prompt oder das Foto
   *[no] den Prompt
    } wegen seiner Inhaltsregeln abgelehnt. Bitte formuliere { $image ->
    [yes] ihn anders oder nimm ein anderes Foto
   *[no] ihn anders
    }.
failed-refused = Das Modell konnte mit diesem Auftrag nichts anfangen. Ändere ihn bitte ein wenig und versuch es noch einmal.
failed-image = Ich konnte das Foto nicht verwenden. Versuch es bitte mit einem anderen.
failed-image_gone = Telegram hat dein Foto nicht mehr. Schick es bitte noch einmal.
failed-sound = Dieses Modell macht jedes Video mit Ton und hat in deinem Prompt keinen gefunden. Nenne ein Geräusch oder schreib, was gesagt wird, und versuch es noch einmal.
failed-provider = Beim Erstellen deines Videos ist etwas schiefgegangen. Versuch es bitte noch einmal.
failed-expired = Der Dienst war zu lange überlastet. Versuch es bitte später noch einmal.
failed-timeout = Ich warte nicht länger auf dein Video: Es hat zu lange gedauert. Kommt es doch noch, ist es gratis.
failed-unknown = Ich konnte deinen Auftrag nicht bestätigen. Kommt das Video doch noch, ist es gratis.
failed = { $reason }

    { $price } zurückgebucht. Dein Guthaben: { $balance }

## Videos that were made

videos = <b>Deine Videos</b>
    Tippe auf eine Nummer, um ein Video noch einmal zu bekommen, zu ändern oder fortzusetzen.
videos-line = { $number }. { $date } · <b>{ $model }</b>: { $prompt }
videos-none = Du hast noch keine Videos. Beschreib eine Szene oder schick ein Foto, und ich mache eins.
video-gone = Dieses Video ist nicht mehr gespeichert.
video-deleted = Aus deiner Liste gelöscht.
share-text = Mach auch so ein Video:
shared-order = 🎁 Jemand hat diese Idee mit dir geteilt. Ändere daran, was du magst.
shared-gone = Diese Idee wird nicht mehr geteilt. Beschreib eine eigene Szene oder nimm eine Vorlage.

## Templates

templates = <b>Vorlagen</b>
    Such dir eine Idee aus, den Rest übernehme ich.
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 aus deinem Foto
       *[words] { $blanks ->
            [0] nichts auszufüllen
            [one] eine Angabe von dir
           *[other] { $blanks } Angaben von dir
        }
    }
template-gone = Diese Vorlage gibt es nicht mehr. Hier sind die aktuellen.

## Tips

tips = <b>💡 Tipps für { $model }</b>
tips-all = <b>💡 So schreibst du einen guten Prompt</b>
tips-scene = • <b>Szene:</b> Sag in ein, zwei Sätzen, wer oder was zu sehen ist, wo, und was passiert.
tips-camera = • <b>Kamera und Licht:</b> Nenne beides. Zum Beispiel: <i>langsame Kamerafahrt, warmes Abendlicht</i>.
tips-speech = • <b>Sprache:</b> Setz sie in Anführungszeichen. Zum Beispiel: <i>Sie lächelt und sagt: „Willkommen zu Hause!“</i> Nenne auch die Geräusche, die du möchtest.
tips-sound = • <b>Ton:</b> Nenne, was zu hören ist. Zum Beispiel: <i>Wellen, Möwen in der Ferne</i>.
tips-silent = • <b>Ohne Ton:</b> Dieses Modell macht stumme Videos, lass Sprache und Musik also weg.
tips-photo = • <b>Aus einem Foto:</b> Beschreib, was sich bewegt; das Aussehen kommt vom Foto.
tips-length = • <b>Länge:</b> In ein paar Sekunden passen ein oder zwei Handlungen. Eine längere Geschichte braucht ein längeres Video.
style-dolly = 🎥 Kamerafahrt
style-drone = 🚁 Drohnenflug
style-handheld = 🤳 Handkamera
style-slow-motion = 🐢 Zeitlupe
style-golden = 🌇 Goldene Stunde
style-neon = 🌃 Neonnacht
style-film = 🎞 35-mm-Film
style-macro = 🔬 Makro
style-animated = 🧸 3D-Animation

## Settings

settings = <b>⚙️ Deine Voreinstellungen</b>
    Damit beginnen neue Aufträge. In jedem Auftrag kannst du sie ändern.
settings-line = { $name }: <b>{ $value }</b>
settings-as-last = wie beim letzten Mal
settings-as-telegram = wie in Telegram
settings-model = Modell
settings-format = Format
settings-length = Länge
settings-sound = Ton
settings-language = Sprache
settings-news = Neuigkeiten von uns
settings-news-on = an
settings-news-off = aus
button-news-on = 🔔 Neuigkeiten an
button-news-off = 🔕 Neuigkeiten aus
button-no-more-news = 🔕 Nicht mehr schicken
news-are-off = OK, keine Neuigkeiten mehr. Zu deinen Videos und Zahlungen hörst du weiter von mir. Wieder einschalten: /settings
news-are-on = OK, du bekommst wieder Neuigkeiten von uns.
settings-ask-model = Mit welchem Modell sollen neue Aufträge beginnen?
settings-ask-format = Welches Format ist dir am liebsten? Modelle, die es nicht haben, nehmen ihr eigenes.
settings-ask-length = Welche Länge ist dir am liebsten? Modelle, die sie nicht haben, nehmen ihre eigene.
settings-ask-sound = Möchtest du Ton, wo man ihn wählen kann?
settings-ask-language = Welche Sprache soll ich sprechen?
language-name = Deutsch
language-set = Alles klar, ab jetzt spreche ich Deutsch.

## Payment support

support = <b>Hilfe bei Zahlungen</b>
    Der Support von Telegram kann bei Käufen in diesem Bot nicht helfen.
support-write = Etwas anderes? Beschreib das Problem in deiner nächsten Nachricht, und unser Team antwortet dir hier.
support-needs-words = Beschreib das Problem bitte in Worten; Fotos und Dateien kann ich nicht weitergeben.
support-too-many = Du hast uns heute schon viel geschrieben, und alles ist angekommen. Warte bitte auf unsere Antwort oder schreib morgen wieder.
support-cancelled = OK, es wurde keine Anfrage gesendet.
support-reply = 💬 Antwort auf deine Anfrage { $number } zu Zahlungen:
    <blockquote>{ $words }</blockquote>
    Um noch einmal zu schreiben, sende /paysupport.
support-received = Danke! { $seen ->
    [yes] Deine Anfrage ist bei unserem Team.
   *[no] Deine Anfrage ist gespeichert, und unser Team liest sie, sobald es geht.
    } Sie hat die Nummer { $number }.{ $photo ->
    [yes] {" "}Fotos und Dateien kann ich nicht weitergeben. Beschreib also bitte, was darauf zu sehen ist, falls es wichtig ist.
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>Deine letzten Käufe</b>
    Unbenutzte Käufe kannst du dir innerhalb von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } mit den Buttons unten erstatten lassen. In allen anderen Fällen frag eine Erstattung an.
purchase-line =
    { $number }. { $credits } für { $stars } ⭐, { $date }{ $gift ->
        [none] { "" }
        [waiting] { " " }· 🎁 Geschenk, noch nicht geöffnet
        [refunding] { " " }· 🎁 Geschenk, nicht geöffnet
        [returned] { " " }· 🎁 Geschenk, nicht geöffnet
        [kept] { " " }· 🎁 Geschenk, das niemand geöffnet hat
       *[opened] { " " }· 🎁 Geschenk, geöffnet
    }{ $eligibility ->
        [asked] : Erstattung angefragt
        [declined] : Erstattung abgelehnt
        [under-way] : Erstattung unterwegs
        [returned] : erstattet
       *[other] { "" }
    }
    Transaktion <code>{ $charge }</code>
refund-offer = <b>Kauf { $number } erstatten?</b>
    Du bekommst { $stars } ⭐ zurück, und dein Guthaben wird um { $credits } kleiner.
refund-offer-gift =
    <b>Kauf { $number } erstatten?</b>
    Du bekommst { $stars } ⭐ zurück, und dein Geschenk ({ $credits }) kann niemand mehr öffnen.
refund-begun-gift = ↩️ Die Erstattung deines Geschenks, Kauf { $number }, ist unterwegs: { $stars } ⭐. Sein Link gilt nicht mehr. Ich sage dir Bescheid.
refund-begun = ↩️ Die Erstattung von Kauf { $number } ist unterwegs: { $credits } reserviert, bis deine Stars ({ $stars } ⭐) zurück sind. Ich sage dir Bescheid.
refund-kept = OK, du behältst deine Credits.
refund-asked = Danke. Unser Team entscheidet jetzt über die Erstattung von Kauf { $number }; ich sage dir Bescheid.
refund-declined = Die Erstattung von Kauf { $number } ({ $credits } für { $stars } ⭐) wurde abgelehnt. Wenn du das für einen Irrtum hältst, schreib uns bitte über /paysupport.
refund-refused = Telegram konnte deine Zahlung nicht erstatten. { $credits ->
    [0] Unser Team weiß Bescheid und kümmert sich darum.
   *[other] Deine Credits sind zurück, und unser Team weiß Bescheid.
    }
not-refundable =
    { $eligibility ->
        [refundable] Dieser Kauf lässt sich erstatten: Tippe unter /paysupport auf „Erstatten“.
        [spent] Einige Credits davon sind verbraucht oder reserviert. Unter /paysupport kannst du eine Erstattung anfragen.
        [gift-opened] Dieses Geschenk wurde schon geöffnet. Unter /paysupport kannst du eine Erstattung anfragen.
        [too-late] Dafür ist dieser Kauf zu alt. Unter /paysupport kannst du eine Erstattung anfragen.
        [refused] Telegram hat diese Erstattung abgelehnt. Über /paysupport kannst du uns schreiben.
        [asked] Diese Erstattung hast du schon angefragt. Ich sage dir Bescheid, wie entschieden wird.
        [declined] Diese Erstattung wurde abgelehnt. Über /paysupport kannst du uns schreiben.
        [under-way] Diese Erstattung ist unterwegs.
       *[returned] Dieser Kauf wurde erstattet.
    }

## Privacy

privacy =
    <b>Datenschutz</b>
    <b>Was ich speichere, und wie lange</b>
    • Deine Telegram-ID und Sprache, was du bezahlt hast, wer dich eingeladen oder dir Credits geschenkt hat, und wann du welches Modell zu welchem Preis bestellt hast: ohne deine Prompts, so lange wir Buch führen müssen. Deinen Namen speichere ich nicht.
    • Deine Prompts, die Einstellungen deiner Videos und die Dateinamen deiner Fotos und Videos bei Telegram: { $orders ->
        [one] { $orders } Tag
       *[other] { $orders } Tage
    } nach dem Auftrag. Die Fotos selbst gebe ich weiter und behalte sie nicht. Löschst du ein Video unter /videos, vergesse ich es sofort.
    • Was du unter /settings gewählt hast: bis du es hier löschst. Dass du keine Neuigkeiten möchtest, bleibt gespeichert, damit du keine bekommst.
    • Den Tag, an dem du zuletzt hier warst: bis du wiederkommst.
    • Was du über Zahlungen schreibst: { $requests ->
        [one] { $requests } Tag
       *[other] { $requests } Tage
    }.
    • Meine letzte Antwort an dich, falls Telegram noch einmal fragt: 1 Stunde.
    • Ein Video, das ich hier nicht schicken kann, bis du es herunterlädst: 7 Tage.
    
    <b>Wohin es geht</b>
    • Prompts, Fotos und Einstellungen gehen an KIE.ai. Dort entstehen die Videos; sie und deine Fotos bleiben bis zu 14 Tage dort, ohne deinen Namen und deine ID.
    • Telegram speichert diesen Chat. Was du hier siehst, kannst du selbst löschen.
    • Sonst bekommt niemand etwas, und nichts davon wird zum Trainieren verwendet.
    
    Tippe unten, um jetzt alles zu löschen.
forget-sure = <b>Prompts, Fotos und Videos löschen?</b>
    Ich lösche alles, was du mir geschrieben hast, die Prompts und Fotos deiner Aufträge, deine Voreinstellungen, einen offenen Auftrag und Kopien deiner Videos. Das lässt sich nicht rückgängig machen, und „Nochmal“ kennt deine älteren Aufträge dann nicht mehr.

    Deine Credits bleiben. Die Liste der Zahlungen und Preise bleibt auch, ganz ohne Texte.
forget-kept = OK, es wurde nichts gelöscht.
forgotten = 🗑 Gelöscht: deine Prompts, Fotos und Videos und alles, was du geschrieben hast. Deine Credits und die Liste der Zahlungen sind noch da.

    Was du in diesem Chat siehst, kannst du selbst löschen, mit „Verlauf leeren“ im Menü von Telegram.
forgotten-when-ended = 🗑 Gelöscht. { $orders ->
    [one] Ein Auftrag läuft noch; seine Daten werden gelöscht, sobald er fertig ist.
   *[other] { $orders } Aufträge laufen noch; ihre Daten werden gelöscht, sobald sie fertig sind.
    } Deine Credits und die Liste der Zahlungen sind noch da.

    Was du in diesem Chat siehst, kannst du selbst löschen, mit „Verlauf leeren“ im Menü von Telegram.

## Buttons

button-subscription-cancel = Abo kündigen
button-subscription-resume = Abo fortsetzen
button-refund-offer = ↩️ Erstatten: { $credits } ({ $stars } ⭐), { $date }
button-refund-ask = 🙋 Erstattung anfragen – { $credits }, { $date }
button-refund-confirm = Ja, erstatten
button-refund-keep = Nein, Credits behalten
button-refund-approve = ✅ Genehmigen
button-refund-decline = ❌ Ablehnen

button-make-video = 🎬 Video erstellen
button-buy = ⭐ Credits kaufen
button-again = { $credits ->
    [one] 🔁 Nochmal · { $credits } Credit
   *[other] 🔁 Nochmal · { $credits } Credits
}
button-edit = ✏️ Ändern
button-follow-extend = { $credits ->
    [one] ➕ Fortsetzen · { $credits } Credit
   *[other] ➕ Fortsetzen · { $credits } Credits
}
button-follow-upscale = { $credits ->
    [one] 🔍 Schärfer · { $credits } Credit
   *[other] 🔍 Schärfer · { $credits } Credits
}
button-follow-full-hd = { $credits ->
    [one] 🔍 1080p · { $credits } Credit
   *[other] 🔍 1080p · { $credits } Credits
}
button-follow-ultra-hd = { $credits ->
    [one] 🔍 4K · { $credits } Credit
   *[other] 🔍 4K · { $credits } Credits
}
button-templates = 💡 Vorlagen
button-use-template = ✨ Diese Idee nehmen
button-share = 🔗 Teilen
button-copy-link = 📋 Link kopieren
button-gift = 🎁 Als Geschenk kaufen
# Whoever opens the link reads the prompt.
button-share-video = 🔗 Mit Prompt teilen
button-tips = 💡 Tipps
button-newer = ◀️ Neuere
button-older = Ältere ▶️
button-send-again = 📤 Nochmal senden
button-copy-prompt = 📋 Prompt kopieren
button-delete = 🗑 Löschen
button-cancel = Abbrechen
button-back = ◀️ Zurück
button-done = ✅ Fertig
button-more-models = Mehr Modelle
button-fewer-models = ◀️ Die besten Modelle
button-drop-image = ✖️ Foto { $number }
button-turn-images = 🔄 Fotos tauschen
button-as-references = Als Referenz verwenden
button-as-frames = Als erstes und letztes Bild
button-continue = Weitermachen
button-discard = Verwerfen
button-prompt-before = ↩️ Vorheriger Prompt
button-forget = 🗑 Prompts und Videos löschen
button-forget-sure = Ja, löschen
button-forget-keep = Nein, behalten
button-open-chat = Chat öffnen

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = Video erstellen
command-videos = Deine Videos
command-templates = Fertige Ideen
command-tips = Bessere Prompts schreiben
command-settings = Deine Voreinstellungen
command-language = Sprache wählen
command-buy = Credits mit Stars kaufen
command-balance = Dein Guthaben
command-invite = Freunde einladen
command-redeem = Gutscheincode einlösen
command-help = So geht's
command-cancel = Aktuellen Auftrag abbrechen
command-terms = Nutzungsbedingungen
command-privacy = Datenschutz und Daten löschen
command-paysupport = Hilfe bei Zahlungen
command-start = Neu starten
bot-description = Starreel macht aus deinen Worten und Fotos kurze KI-Videos. Bezahlt wird mit Telegram Stars. Klappt ein Video nicht, bekommst du deine Credits zurück.
bot-short-description = KI-Videos aus deinen Worten und Fotos. Bezahlt wird mit Telegram Stars.

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = ja jap jo jup jep jawohl klar gerne gern bitte ok okay oki sicher genau passt los geht's gehts geht’s leg mach machen mal es das so jetzt einfach start starten erstellen erstelle generieren generiere bestätigen weiter super perfekt toll gut prima yes yeah yep sure go do it now please great perfect generate confirm 👍 👌 ✅
words-of-greeting = hallo hi hey moin servus grüezi hallöchen guten gute morgen tag abend nacht danke dankeschön vielen dank schön tschüss tschüs ciao bye hello thanks thx
