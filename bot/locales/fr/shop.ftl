# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 Nous faisons un peu de maintenance : les nouvelles commandes doivent attendre. Les vidéos en cours arrivent quand même, et tes crédits sont en sécurité. Réessaie bientôt !

operators-shop =
    <b>La boutique</b>
    📦 Packs : { $packs }
    📅 Abonnement : { $subscription }
    🎁 Premier achat : { $first } · premier message : { $welcome }
operators-shop-pack = { $credits } pour { $stars } ⭐
operators-shop-no-subscription = aucun
operators-shop-as-files = Tout est comme dans tes paramètres et dans le catalogue.
operators-shop-decided =
    <b>Modifié ici</b>, à la place des paramètres et du catalogue :
    { $lines }
operators-shop-line = • { $name } : <code>{ $value }</code> au lieu de <code>{ $files }</code>, par l’opérateur { $operator } depuis { $at } UTC
operators-shop-price-name = { $model }, crédits en plus par vidéo
operators-shop-closed = 🚧 <b>Maintenance activée</b> depuis { $at } UTC, par l’opérateur { $operator } : seuls les opérateurs peuvent commander et acheter.

operators-shop-prices =
    <b>Prix</b> en crédits par vidéo, et ce qu’il en reste au minimum une fois KIE.ai payé :
    { $lines }
    Appuie sur un modèle pour le rendre plus cher ou moins cher.
operators-shop-prices-line =
    • { $model } : { $range }, reste { $margin } %{ $changed ->
        [yes] { " " }({ $adjustment })
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>, crédits par vidéo, suites comprises :
    D’après le catalogue : { $files }
    En vigueur ({ $now }) : { $current }
    Proposé ({ $next }) : { $proposed }
operators-shop-price-range = { $range }, reste { $margin } % au minimum
operators-shop-below =
    ⚠️ { $count ->
        [one] Un prix laisse
       *[other] { $count } prix laissent
    } moins de { $margin } %, ton MARGIN_PERCENT_MIN.

operators-shop-packs =
    <b>Packs et abonnement</b>
    { $lines }
operators-shop-bonuses =
    <b>Bonus</b>
    { $lines }
operators-shop-term = { $term } : <code>{ $value }</code>
operators-shop-ask =
    <b>{ $term }</b> est à <code>{ $value }</code>. Envoie-moi la nouvelle valeur, { $term ->
        [PACKS] comme dans les paramètres : des crédits, avec un bonus après le plus, par exemple <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] des crédits et des Stars, par exemple <code>20 1500</code>, ou <code>0</code> pour aucun
       *[other] un nombre entier
    }. Je te montre ce que ça change avant que ça compte. /cancel laisse tout tel quel.
operators-shop-proposed = <b>{ $term }</b> : <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 Packs : { $packs }
    📅 Abonnement : { $subscription }
operators-shop-prices-follow =
    Prix qui en découlent, en crédits par vidéo :
    { $lines }
operators-shop-prices-follow-line = • { $model } : { $before } → { $after }
operators-shop-promise = Personne ne paie plus que ce qui lui a été montré : une fiche ouverte redemande, et une facture de la dernière heure reste valable.
operators-shop-same = <b>{ $term }</b> est déjà à <code>{ $value }</code>. Envoie une autre valeur, ou /cancel.
operators-shop-wrong = Ça ne va pas : { $problem }. Renvoie-la, ou /cancel.
operators-shop-done = ✅ En vigueur : { $name } est à <code>{ $value }</code>.
operators-shop-already = C’est déjà le cas.
operators-shop-cancelled = OK, rien n’a changé.

operators-maintenance =
    { $state ->
        [on] 🚧 <b>Maintenance activée</b> : seuls les opérateurs peuvent commander et acheter. Les vidéos en cours arrivent quand même, et les paiements reçus sont crédités. Les gens lisent :
       *[off] La maintenance est désactivée. Quand elle est activée, seuls les opérateurs peuvent commander et acheter ; les vidéos en cours arrivent quand même. Les gens liraient :
    }
    <blockquote>{ $words }</blockquote>
    Un autre texte : <code>/maintenance on De retour à 18 h.</code>
operators-maintenance-over = ✅ La maintenance est désactivée. Tout le monde peut de nouveau commander et acheter, y compris depuis les fiches déjà ouvertes.
operators-maintenance-already =
    { $state ->
        [on] La maintenance est déjà activée, avec le même texte.
       *[off] La maintenance est déjà désactivée.
    }
operators-maintenance-wrong = Ça ne va pas : { $problem }. Rien n’a changé.
operators-maintenance-card = 🚧 La maintenance est activée. Tu peux commander parce que tu es opérateur.
operators-usage-maintenance = Écris <code>/maintenance on</code>, suivi si tu veux d’un texte pour les gens, ou <code>/maintenance off</code>.

button-shop-prices = 💰 Prix
button-shop-packs = 📦 Packs
button-shop-bonuses = 🎁 Bonus
button-shop-maintenance = 🚧 Maintenance
button-shop-back = ‹ La boutique
button-shop-back-prices = ‹ Prix
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term } : par défaut
button-shop-to-catalogue = ↩️ Comme au catalogue
button-shop-apply = ✅ Appliquer
button-shop-close = 🚧 Activer
button-shop-open = ✅ Désactiver
