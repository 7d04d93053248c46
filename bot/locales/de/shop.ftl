# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 Wir arbeiten gerade am Bot, neue Aufträge müssen deshalb kurz warten. Laufende Videos kommen trotzdem an, und deine Credits sind sicher. Versuch es bitte bald wieder!

operators-shop =
    <b>Der Shop</b>
    📦 Pakete: { $packs }
    📅 Abo: { $subscription }
    🎁 Erster Kauf: { $first } · erste Nachricht: { $welcome }
operators-shop-pack = { $credits } für { $stars } ⭐
operators-shop-no-subscription = keins
operators-shop-as-files = Alles ist so, wie es in deinen Einstellungen und im Katalog steht.
operators-shop-decided =
    <b>Hier geändert</b>, gilt statt Einstellungen und Katalog:
    { $lines }
operators-shop-line = • { $name }: <code>{ $value }</code> statt <code>{ $files }</code>, durch Operator { $operator } seit { $at } UTC
operators-shop-price-name = { $model }, Aufschlag in Credits je Video
operators-shop-closed = 🚧 <b>Wartung</b> seit { $at } UTC, durch Operator { $operator }: Nur Operatoren können bestellen und kaufen.

operators-shop-prices =
    <b>Preise</b> in Credits je Video, und was davon mindestens bleibt, wenn KIE.ai bezahlt ist:
    { $lines }
    Tippe auf ein Modell, um es teurer oder billiger zu machen.
operators-shop-prices-line =
    • { $model }: { $range }, { $margin } % bleiben{ $changed ->
        [yes] { " " }({ $adjustment })
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>, Credits je Video, auch für Fortsetzungen:
    Laut Katalog: { $files }
    Jetzt ({ $now }): { $current }
    Vorschlag ({ $next }): { $proposed }
operators-shop-price-range = { $range }, mindestens { $margin } % bleiben
operators-shop-below =
    ⚠️ { $count ->
        [one] Ein Preis lässt
       *[other] { $count } Preise lassen
    } weniger als { $margin } % übrig, dein MARGIN_PERCENT_MIN.

operators-shop-packs =
    <b>Pakete und Abo</b>
    { $lines }
operators-shop-bonuses =
    <b>Boni</b>
    { $lines }
operators-shop-term = { $term }: <code>{ $value }</code>
operators-shop-ask =
    <b>{ $term }</b> ist <code>{ $value }</code>. Schick mir den neuen Wert, { $term ->
        [PACKS] wie in den Einstellungen: Credits, mit einem Bonus hinter dem Plus, etwa <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] Credits und Stars, etwa <code>20 1500</code>, oder <code>0</code> für keins
       *[other] eine ganze Zahl
    }. Bevor er gilt, zeige ich dir, was daraus folgt. Mit /cancel bleibt alles, wie es ist.
operators-shop-proposed = <b>{ $term }</b>: <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 Pakete: { $packs }
    📅 Abo: { $subscription }
operators-shop-prices-follow =
    Preise, die daraus folgen, in Credits je Video:
    { $lines }
operators-shop-prices-follow-line = • { $model }: { $before } → { $after }
operators-shop-promise = Niemand zahlt mehr, als angezeigt war: Eine offene Karte fragt noch einmal nach, und eine Rechnung der letzten Stunde gilt weiter.
operators-shop-same = <b>{ $term }</b> ist schon <code>{ $value }</code>. Schick einen anderen Wert oder /cancel.
operators-shop-wrong = Das geht nicht: { $problem }. Schick es bitte noch einmal, oder /cancel.
operators-shop-done = ✅ Gilt jetzt: { $name } ist <code>{ $value }</code>.
operators-shop-already = Das ist schon so.
operators-shop-cancelled = OK, es hat sich nichts geändert.

operators-maintenance =
    { $state ->
        [on] 🚧 <b>Die Wartung ist an</b>: Nur Operatoren können bestellen und kaufen. Laufende Videos kommen noch an, und eingehende Zahlungen werden gutgeschrieben. Alle anderen lesen:
       *[off] Die Wartung ist aus. Ist sie an, können nur Operatoren bestellen und kaufen; laufende Videos kommen noch an. Alle anderen würden lesen:
    }
    <blockquote>{ $words }</blockquote>
    Anderer Text: <code>/maintenance on Um 18 Uhr sind wir zurück.</code>
operators-maintenance-over = ✅ Die Wartung ist aus. Alle können wieder bestellen und kaufen, auch über die Karten, die sie schon haben.
operators-maintenance-already =
    { $state ->
        [on] Die Wartung ist schon an, mit demselben Text.
       *[off] Die Wartung ist schon aus.
    }
operators-maintenance-wrong = Das geht nicht: { $problem }. Es hat sich nichts geändert.
operators-maintenance-card = 🚧 Die Wartung ist an. Du kannst bestellen, weil du Operator bist.
operators-usage-maintenance = Schreib bitte <code>/maintenance on</code>, wenn du magst mit einem Text für alle dahinter, oder <code>/maintenance off</code>.

button-shop-prices = 💰 Preise
button-shop-packs = 📦 Pakete
button-shop-bonuses = 🎁 Boni
button-shop-maintenance = 🚧 Wartung
button-shop-back = ‹ Der Shop
button-shop-back-prices = ‹ Preise
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }: wie eingestellt
button-shop-to-catalogue = ↩️ Wie im Katalog
button-shop-apply = ✅ Übernehmen
button-shop-close = 🚧 Einschalten
button-shop-open = ✅ Ausschalten
