# What people read. Plain and kind; no blame, no jargon; say what happens with the credits.
# French like a person's: "tu", short sentences, "notre équipe" for whoever runs the bot, "photo" for an image.
# Spaces before ? ! ; are narrow and do not break, those before : and within « » do not break.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits ->
    [one] { $credits } crédit
   *[other] { $credits } crédits
}
date = { $day } { $month ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avr.
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[12] déc.
} { $year }
credits-and-bonus = { $credits } + { $bonus } crédits

## Start and help

welcome = <b>Bienvenue sur Starreel !</b>
    Décris une scène (ou envoie une photo avec une légende), et j’en fais une vidéo.

    Une vidéo, c’est à partir de { $price } ({ $pack } = { $stars } ⭐). Tu as { $balance }.
welcome-gift = 🎁 { $credits } : c’est cadeau, pour essayer tout de suite. Amuse-toi bien !
help =
    <b>Comment ça marche</b>
    1. Décris une scène, ou envoie une photo avec une légende.
    2. Vérifie la fiche : change le modèle, les options ou la photo si tu veux, puis appuie sur « Générer ».
    3. Ta vidéo arrive ici, en général en quelques minutes. Si ça échoue, tu récupères tes crédits.
    
    /generate – créer une vidéo
    /templates – des idées toutes prêtes
    /videos – tes vidéos
    /tips – de meilleurs prompts
    /settings – tes préférences
    /language – choisir la langue
    /buy – acheter des crédits avec des Telegram Stars, pour toi ou à offrir
    /balance – voir tes crédits
    /invite – inviter des amis
    /redeem – utiliser un code promo
    /cancel – annuler la commande en cours
    /paysupport – de l’aide pour un paiement
    /privacy – ce que je garde, et comment l’effacer
    /terms – conditions d’utilisation
hint = Décris une scène ou envoie une photo, et j’en fais une vidéo. Pour en savoir plus : /help
unknown-command = Je ne connais pas cette commande. Tout ce que je sais faire est dans /help.
too-fast = Ça fait beaucoup de messages – attends une minute, s’il te plaît.
order-still-open = Tu as une commande à terminer.
private-only = Je crée les vidéos en privé. Appuie ci-dessous pour ouvrir notre chat.
gift-received = 🎁 Merci pour le cadeau !
terms =
    <b>Conditions d’utilisation</b>
    • Tu achètes des crédits avec des Telegram Stars. Ils servent à créer des vidéos ici et ne s’échangent pas contre de l’argent.
    • Les crédits offerts sont utilisés en premier, puis ceux que tu as achetés, en commençant par l’achat le plus ancien. Un bonus est utilisé après les crédits qu’il accompagne. Un achat non utilisé peut être remboursé via /paysupport pendant un certain temps, et son bonus est alors retiré ; dans les autres cas, tu peux demander un remboursement.
    • Un cadeau appartient à la première personne qui ouvre son lien, et à son acheteur si personne ne l’ouvre à temps. Tant qu’il n’est pas ouvert, son acheteur peut se le faire rembourser. Les crédits d’une invitation sont retirés quand l’achat dont ils viennent est remboursé.
    • Un abonnement se paie en Stars tous les 30 jours, jusqu’à ce que tu le résilies, dans /balance ou dans les paramètres de Telegram. Chaque paiement est un achat comme un autre.
    • Les crédits d’une vidéo sont mis de côté quand tu la commandes, et dépensés quand elle arrive. Si ça échoue, tu les récupères aussitôt.
    • Les contenus illégaux ou nuisibles sont interdits. Ces commandes sont refusées, et leurs crédits te sont rendus.
    • Tes prompts et tes photos vont au service qui crée les vidéos, et à personne d’autre. Voir /privacy.
    • Une question sur un paiement : /paysupport. L’assistance de Telegram ne peut rien faire pour les achats dans ce bot.

## Credits

balance = Ton solde : { $balance }
balance-held = { $credits } de côté pour tes vidéos en cours.
balance-refunding = { $credits } de côté pour un remboursement.
balance-gifted = { $credits } dans des cadeaux que personne n’a encore ouverts.
credits-granted = 🎁 Tu as reçu { $credits } de notre équipe. Ton solde : { $balance }
credits-debited = Notre équipe a retiré { $credits } de ton solde. Ton solde : { $balance }. Tu ne sais pas pourquoi ? Écris-nous via /paysupport.
offer = <b>Acheter des crédits</b>
    Tu as { $balance }. La plupart des vidéos coûtent 1 crédit. Choisis un pack :
offer-first = 🎁 En plus pour ton premier achat : { $first }.
offer-invited = 🎁 Quelqu’un t’a invité : ton premier achat vous rapporte à chacun { $credits } en plus.
offer-subscription = 📅 Ou abonne-toi : { $credits } tous les 30 jours pour { $stars } ⭐. Résiliable à tout moment.
offer-terms = En payant, tu acceptes les conditions : /terms
pack = { $credits } · { $stars } ⭐
pack-gone = Ce pack n’est plus en vente. Voici ceux qui le sont.
invoice-title = { $credits }
invoice-description = { $number ->
    [one] { $credits } pour créer des vidéos IA avec Starreel. Il n’expire pas.
   *[other] { $credits } pour créer des vidéos IA avec Starreel. Ils n’expirent pas.
}
invoice-refused = Désolé, je n’arrive pas à ouvrir le paiement pour le moment. Notre équipe est prévenue. Réessaie plus tard.
receipt = ✅ Merci ! Tu viens de recevoir { $bought }. Ton solde : { $balance }
receipt-first = ✅ Merci ! Tu viens de recevoir { $bought }, et 🎁 { $first } pour ton premier achat. Ton solde : { $balance }
receipt-invited = 🎁 Et { $credits } de plus parce qu’un ami t’a invité. Il en reçoit autant.
receipt-until = 📅 Ton abonnement est payé jusqu’au { $until }. Pour le modifier : /balance
subscription-button = 📅 { $credits } par mois · { $stars } ⭐
subscription-offer = <b>📅 Abonnement mensuel</b>
    Tu reçois { $credits } tous les 30 jours pour { $stars } ⭐. Les crédits que tu n’utilises pas restent à toi. Tu peux résilier à tout moment dans /balance ; ce qui est payé reste à toi.

    En payant, tu acceptes les conditions : /terms
subscription-description = { $credits } tous les 30 jours pour créer des vidéos IA avec Starreel. Sans date d’expiration.
subscription-pay = S’abonner pour { $stars } ⭐
subscription-gone = Il n’y a plus d’abonnement en vente. Envoie /buy pour voir ce qui est proposé.
subscription-line = 📅 Ton abonnement : { $credits } tous les 30 jours pour { $stars } ⭐. { $state ->
    [active] Prochain paiement : { $until }.
    [failed] Le dernier paiement a échoué : recharge tes Stars, s’il te plaît. L’abonnement est payé jusqu’au { $until }.
   *[cancelled] Il est résilié et court jusqu’au { $until }.
    }{ $wish ->
    [cancel] {" "}J’ai demandé à Telegram de le résilier.
    [resume] {" "}J’ai demandé à Telegram de le reprendre.
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 Ton abonnement est résilié : plus rien n’est payé après le { $until }.
    [failed] ⚠️ Telegram n’a pas pu prélever les { $stars } ⭐ suivantes pour ton abonnement, donc il te manque encore { $credits }. Recharge tes Stars dans les paramètres de Telegram, sous « Mes Stars », et il continue.
    [active] 📅 Ton abonnement continue. Prochain paiement : { $until }.
   *[ended] 📅 Ton abonnement est terminé ; tes crédits restent à toi. Pour en prendre un nouveau, envoie /buy.
    }
subscription-may-go-on = 📅 Telegram te permet maintenant de reprendre ton abonnement. Pour le réactiver, ouvre les paramètres de Telegram, appuie sur « Mes Stars », choisis cet abonnement et appuie sur « Renouveler ».
subscription-not-changed = Telegram ne m’a pas laissé modifier ton abonnement. Tu peux le faire toi-même : ouvre les paramètres de Telegram, appuie sur « Mes Stars » et choisis cet abonnement. Si ça ne suffit pas, écris-nous via /paysupport.
subscription-asked = { $wish ->
    [resume] Je demande à Telegram de reprendre ton abonnement.
   *[cancel] Je demande à Telegram de résilier ton abonnement.
    }
subscription-already-so = { $wish ->
    [resume] Ton abonnement continue déjà.
   *[cancel] Ton abonnement est déjà résilié.
    }
payment-unmatched = Ton paiement est arrivé, mais je ne sais pas à quel achat il correspond. Notre équipe est au courant ; écris-nous via /paysupport si tu n’as pas de nouvelles.
payment-returned = ↩️ Tes Stars pour { $bought } t’ont été rendues{ $part ->
    [all] , et ton solde a été réduit d’autant.
    [some] , et ce qu’il en restait a été retiré : { $taken }.
   *[none] .
    } Ton solde : { $balance }
payment-returned-gift =
    ↩️ Tes Stars pour le cadeau ({ $credits }) t’ont été rendues. { $state ->
        [unopened] On ne peut plus l’ouvrir.
        [opened] Ce qu’il en restait a été repris.
       *[owed] Ce qu’il en restait a été repris, et ce qui en était dépensé a été retiré de ton solde : { $owed }.
    } Ton solde : { $balance }
payment-returned-unmatched = ↩️ Tes Stars t’ont été rendues. Ton solde : { $balance }
checkout-not-ours = Cette facture n’est pas valable. Envoie /buy pour en recevoir une nouvelle.
checkout-not-yours = Cette facture est pour quelqu’un d’autre. Envoie /buy pour recevoir la tienne.
checkout-price-changed = Nos prix ont changé. Envoie /buy pour recevoir une nouvelle facture.
checkout-too-old = Cette facture est trop ancienne. Envoie /buy pour en recevoir une nouvelle.
checkout-already-subscribed = Tu as déjà un abonnement. Regarde dans /balance.
blocked = Notre équipe a bloqué ton compte ici : tu ne peux ni commander ni acheter. Remboursement ou question : envoie /paysupport. Pour résilier un abonnement : /balance.
unblocked = ✅ Notre équipe a débloqué ton compte : tu peux de nouveau créer des vidéos et acheter des crédits.
team-message =
    💬 Notre équipe t’écrit :
    <blockquote>{ $words }</blockquote>
    Pour répondre, envoie /paysupport.
ordered-again = 🔁 Notre équipe a recommandé ta vidéo avec <b>{ $model }</b> : le dernier essai avait échoué. Si elle arrive, elle coûte { $price }, comme la première fois.
credits-given-back = 🎁 Notre équipe t’a rendu { $price } pour ta vidéo. Si elle arrive quand même, elle est offerte. Ton solde : { $balance }
checkout-already-paid = Cette facture est déjà payée. Envoie /buy si tu veux d’autres crédits.

## Gifts

gift-offer =
    <b>🎁 Offrir des crédits</b>
    Après le paiement, tu reçois un lien. La première personne qui l’ouvre reçoit les crédits. Si personne ne l’ouvre d’ici { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }, ils sont à toi. Choisis un pack :
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = Un cadeau : { $credits } pour créer des vidéos IA avec Starreel. Tu reçois un lien, et la première personne qui l’ouvre reçoit les crédits.
receipt-gift =
    ✅ Merci ! Ton cadeau est prêt : { $credits }. Envoie ce lien à la personne de ton choix ; la première qui l’ouvre reçoit les crédits :
    
    { $link }
    
    Si personne ne l’ouvre d’ici { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }, les crédits sont à toi. D’ici là, tu peux te le faire rembourser via /paysupport.
receipt-gift-over =
    ✅ Merci ! Ton cadeau est payé : { $credits }. { $state ->
        [opened] Il a été ouvert.
        [taken_back] Il a été ouvert.
        [kept] Personne ne l’a ouvert à temps, donc les crédits sont à toi.
       *[other] Ses Stars sont en train de te revenir, donc on ne peut pas l’ouvrir.
    }
gift-opened =
    🎁 Quelqu’un t’a offert { $credits } ! Ton solde : { $balance }
    
    Décris une scène ou envoie une photo, et j’en fais une vidéo.
gift-already-yours = Tu as déjà ouvert ce cadeau : ses crédits sont dans ton solde. Voir /balance.
gift-already-opened = Quelqu’un d’autre a déjà ouvert ce cadeau. Un cadeau va à la première personne qui l’ouvre.
gift-refunded = La personne qui a acheté ce cadeau l’a repris, donc on ne peut plus l’ouvrir.
gift-too-late = Ce cadeau n’a pas été ouvert à temps : il est revenu à la personne qui l’a acheté.
gift-unknown = Je ne trouve pas ce cadeau. Vérifie le lien : il doit être complet.
gift-was-opened = 🎁 Ton cadeau a été ouvert : { $credits }.
gift-kept = 🎁 Personne n’a ouvert ton cadeau, il est donc à toi maintenant : { $credits }. Ton solde : { $balance }
gift-taken-back = ↩️ Le paiement d’un cadeau que tu as ouvert a été rendu à la personne qui l’avait acheté. Ce qu’il t’en restait a donc été retiré : { $credits }. Ton solde : { $balance }
share-gift = 🎁 Un cadeau pour toi : des crédits pour des vidéos IA ! Appuie sur le lien pour les recevoir.

## Invitations

invite =
    <b>🎁 Inviter des amis</b>
    Envoie ton lien à des amis qui ne sont pas encore ici. Quand l’un d’eux fait son premier achat, vous recevez chacun { $credits }, pour { $most ->
        [one] { $most } ami
       *[other] { $most } amis
    } au maximum.
    
    { $link }
invite-off =
    <b>Inviter des amis</b>
    Il n’y a pas de récompense pour les invitations en ce moment, mais tes amis sont quand même les bienvenus. Appuie ci-dessous pour partager le bot.
invite-sum =
    Venus par ton lien : { $came }
    Ont fait un achat : { $bought }
    Tu as gagné : { $earned }
invited = 🎁 Quelqu’un t’a invité : ton premier achat vous rapporte à chacun { $credits } en plus.
invited-oneself = C’est ton propre lien. Envoie-le à des amis : /invite
invited-not-new = Les invitations sont pour les nouveaux. Mais tu peux inviter des amis toi-même : /invite
invitation-rewarded = 🎁 Un ami que tu as invité a fait son premier achat, et tu reçois { $credits }. Ton solde : { $balance }
invitation-taken-back = ↩️ Le premier achat d’un ami a été remboursé, donc les crédits reçus en échange ont été retirés : { $credits }. Ton solde : { $balance }
share-invitation = Crée des vidéos IA avec moi :

## Promo codes

redeem-ask = 🎟 Quel est ton code promo ? Envoie-le simplement.
redeem-cancelled = OK, pas de code.
redeemed = 🎁 Tu viens de recevoir { $credits }. Ton solde : { $balance }
redeem-unknown = Je ne connais pas ce code. Vérifie comment il s’écrit, et renvoie /redeem.
redeem-expired = Ce code a expiré.
redeem-used-up = Ce code a déjà été utilisé par autant de personnes que prévu. Désolé !
redeem-already-used = Tu as déjà utilisé ce code. Il marche une fois par personne.
redeem-too-many =
    Ça fait beaucoup de codes qui n’existent pas. Réessaie dans { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.

## An order

ask-model = <b>Choisis un modèle</b>
ask-model-line = • <b>{ $model }</b> : { $about }{ $fails ->
    [yes] {" "}· ⚠️ échoue souvent en ce moment
   *[no] {""}
    }
ask-model-prompt = Ton prompt : <i>{ $prompt }</i>
models-speech = <b>🗣 Avec des voix</b>
models-long = <b>⏱ Les vidéos les plus longues</b>
models-cheap = <b>💸 Rapide et léger</b>
models-photo = <b>🖼 À partir de ta photo</b>
model-button = { $from ->
    [one] { $model } · { $from } crédit
   *[other] { $model } · { $from } crédits
}
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ Ce modèle échoue souvent en ce moment. Si ta vidéo n’aboutit pas, tu récupères tes crédits.
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ la suite de ta vidéo
    [full-hd] ta vidéo en 1080p
    [ultra-hd] ta vidéo en 4K
   *[upscale] ta vidéo, plus nette
}
card-image = 🖼 Photo { $number } : { $role ->
    [first] première image
    [last] dernière image
   *[reference] référence
}
card-price = Prix : { $price } · Solde : { $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 Ajouter une photo
    [one] 🖼 { $images } photo
   *[other] 🖼 { $images } photos
}
ask-prompt = ✍️ Que doit-il se passer dans la vidéo ? Écris-le simplement. Par exemple : <i>Un renard roux court dans la neige fraîche à l’aube, au ralenti.</i>
ask-blank = ✍️ { $ask } Par exemple : <i>{ $example }</i>
ask-style = Appuie pour ajouter ou retirer :
ask-what-next = ✍️ Que doit-il se passer ensuite dans ta vidéo ? Écris-le simplement.
takes-no-prompt = Pas besoin de prompt ici : c’est ta vidéo, telle quelle.
prompt-empty = Ce message était vide. Décris ta vidéo en quelques mots.
prompt-too-long = Ton prompt fait { $chars } caractères ; { $model } en accepte { $max } au maximum. Envoies-en un plus court.
cannot-use-that = Je ne peux utiliser que du texte et des photos.
ask-image = Envie de partir d’une photo ? Envoie-la maintenant.
ask-image-more = Envoie une autre photo pour l’ajouter.
images-full = Ce modèle ne prend pas plus de photos. Une nouvelle remplace la dernière.
ask-image-required = 🖼 { $model } part d’une photo. Envoies-en une.
image-received = 📷 Je vérifie ta photo.
image-replaced = J’ai remplacé la dernière photo : ce modèle n’en prend pas plus.
images-enough = { $images ->
    [one] Une seule photo suffit : je prends la première.
   *[other] Ce modèle prend jusqu’à { $images } photos : je garde les premières.
}
not-an-image = Je ne peux pas utiliser ce fichier. Envoie une photo au format { $types }.
image-too-large = Cette photo est trop lourde. Envoies-en une de { $megabytes } Mo au maximum.
image-left-out = J’ai laissé de côté la photo inutilisable. Envoies-en une autre si tu veux.
image-unavailable = Je n’ai pas pu récupérer ta photo sur Telegram. Renvoie-la, s’il te plaît.
model-takes-no-image = Ce modèle ne travaille qu’avec du texte : la photo n’est pas utilisée.
model-gone = Ce modèle n’est plus disponible. Choisis-en un autre.
follow-up-gone = Ce n’est plus possible avec cette vidéo.
confirm-button = { $credits ->
    [one] ✨ Générer · { $credits } crédit
   *[other] ✨ Générer · { $credits } crédits
}
choice-length = { $seconds } s
choice-sound = avec son
choice-no-sound = sans son
choice-price = { $label } ({ $more })
not-enough = Il te faut { $price } pour cette vidéo. Ton solde : { $available }. Prends un pack ci-dessous ; ton prompt est enregistré.

    En payant, tu acceptes les conditions : /terms
order-dropped = Commande annulée. Aucun crédit n’a été dépensé.
nothing-to-cancel = Il n’y a rien à annuler.
cancel-queued = Tu n’as pas de commande à terminer. Appuie ci-dessous pour annuler une vidéo qui n’a pas encore commencé.
cancel-video = Annuler : { $prompt }
cancel-rendering = Ta vidéo est déjà en cours de création, on ne peut plus l’annuler.
cancel-passed-on = Ta commande est déjà transmise, on ne peut plus l’annuler. Si elle n’aboutit pas, tu récupères tes crédits.
old-button = Ce bouton n’est plus valable.
already-placed = Tu as déjà passé cette commande.
order-changed = La commande ou son prix a changé. Vérifie-la encore une fois.
prompt-replaced = Prompt modifié.
prompt-joined = J’ai réuni tes deux messages en un seul prompt.
tap-to-confirm = On y est presque : appuie sur « Générer » ci-dessous pour lancer.
placed = Commande passée.
too-many-orders = Tu as atteint la limite de vidéos pour l’instant. Ta commande est enregistrée ; appuie de nouveau dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
too-many-orders-today = Tu as atteint la limite de vidéos par jour. Ta commande est enregistrée ; appuie de nouveau dans { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}.
paused = La création de vidéos est momentanément indisponible. Tes crédits sont en sécurité. Réessaie plus tard.
paused-briefly = La création de vidéos est momentanément indisponible. Ta commande est enregistrée ; réessaie plus tard.
paused-model = { $model } est momentanément indisponible. Ta commande est enregistrée ; choisis un autre modèle ou réessaie plus tard.

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] la suite
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] plus nette
}
status-queued = ⏳ <b>{ $model }</b> : numéro { $position } dans la file d’attente. { $price } de côté.
status-queued-paused = ⏸ <b>{ $model }</b> : dans la file d’attente. La création de vidéos est momentanément indisponible ; ta commande garde sa place. { $price } de côté.
status-under-way = 🎬 <b>{ $model }</b> : ta vidéo est en préparation. Ça prend en général { $usual } ; tu peux fermer le chat. { $price } de côté.
status-under-way-paused = ⏸ <b>{ $model }</b> : ta commande attend. La création de vidéos est momentanément indisponible. Si elle n’aboutit pas, tu récupères { $price }.
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] D’un instant à l’autre.
        [one] Encore une minute environ.
       *[other] Encore { $minutes } minutes environ.
    }
status-late = ⏳ <b>{ $model }</b> : cette vidéo prend plus de temps que d’habitude. Je l’attends toujours. Si elle n’aboutit pas, tu récupères { $price }.
usual-wait = { $slow ->
    [0] moins d’une minute
    [one] environ une minute
   *[other] { $range ->
        [yes] { $median ->
            [0] jusqu’à { $slow } minutes
           *[other] { $median } à { $slow } minutes
        }
       *[no] environ { $slow } minutes
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b> : j’ai envoyé ta commande, mais la réponse s’est perdue. { $minutes ->
    [one] Sans nouvelles d’ici une minute
   *[other] Sans nouvelles d’ici { $minutes } minutes
}, je te rends { $price }. Si la vidéo arrive après, elle est offerte.
status-ready = 📦 <b>{ $model }</b> : ta vidéo est prête, je te l’envoie.
status-gone = ⏳ <b>{ $model }</b> : ta vidéo est faite, mais le service vidéo ne la livre pas encore. Je continue d’essayer. Si elle n’arrive pas, tu récupères { $price }.
status-gone-free = ⏳ <b>{ $model }</b> : ta vidéo est faite, mais le service vidéo ne la livre pas encore. Je continue d’essayer.
status-delivered = ✅ <b>{ $model }</b> : terminé · coût : { $price } · solde : { $left }
status-delivered-free = ✅ <b>{ $model }</b> : finalement, ta vidéo est là. Elle est offerte : tes crédits t’ont déjà été rendus.
status-failed = ⚠️ <b>{ $model }</b> : échec – je te rends { $price }.
status-cancelled = <b>{ $model }</b> : annulé – je te rends { $price }.
status-undeliverable = <b>{ $model }</b> : ta vidéo était prête, mais je n’ai pas pu te joindre pendant une semaine. Écris-nous via /paysupport.
status-lost = ⚠️ <b>{ $model }</b> : ta vidéo n’est pas arrivée – je te rends { $price }.
video-lost = { $reason ->
    [no-video] Désolé : le service vidéo dit que ta vidéo est faite, mais je n’ai rien pu récupérer. J’ai demandé deux fois.
    [too-large] Désolé : ta vidéo est trop lourde pour être envoyée ici, et je n’ai pas d’autre moyen de te la donner.
    [overdue] Désolé : ta vidéo était faite, mais je n’ai pas réussi à te l’envoyer, malgré plusieurs jours d’essais.
   *[not-taken] Désolé : ta vidéo était faite, mais je n’ai pas réussi à te l’envoyer. Telegram n’accepte pas le fichier.
    }

    { $paid ->
    [yes] Je te rends { $price }. Ton solde : { $balance }
   *[no] Elle ne t’a rien coûté. Ton solde : { $balance }
    }
job-cancelled = C’est annulé ; tes crédits sont de retour.
cancel-too-late = Trop tard pour annuler : ta commande est déjà transmise.
link-too-large = Ta vidéo est prête ! Elle est trop lourde pour être envoyée ici, alors télécharge-la :
link-not-taken = Ta vidéo est prête ! Telegram n’a pas pu prendre le fichier à l’instant, alors télécharge-la :
link-kept = Le lien fonctionne 7 jours.
link-at-provider = Le lien fonctionne environ un jour : mieux vaut enregistrer la vidéo sans tarder.
failed-policy = À cause de ses règles de contenu, le modèle a refusé { $image ->
    [yes] ce prompt ou cette photo
   *[no] ce prompt
    }. { $image ->
    [yes] Reformule-le, ou essaie une autre photo
   *[no] Essaie de le reformuler
    }.
failed-refused = Le modèle n’a pas pu prendre cette commande. Change-la un peu et réessaie.
failed-image = Je n’ai pas pu utiliser la photo. Essaies-en une autre.
failed-image_gone = Telegram n’a plus ta photo. Renvoie-la, s’il te plaît.
failed-sound = Ce modèle met du son dans chaque vidéo et n’en a pas trouvé dans ton prompt. Mentionne un bruit, ou écris ce qui est dit, et réessaie.
failed-provider = Quelque chose s’est mal passé pendant la création de ta vidéo. Réessaie, s’il te plaît.
failed-expired = Le service a été surchargé trop longtemps. Réessaie plus tard.
failed-timeout = Je n’attends plus ta vidéo : c’était trop long. Si elle arrive quand même, elle est offerte.
failed-unknown = Je n’ai pas pu confirmer ta commande. Si la vidéo arrive quand même, elle est offerte.
failed = { $reason }

    Je te rends { $price }. Ton solde : { $balance }

## Videos that were made

videos = <b>Tes vidéos</b>
    Appuie sur un numéro pour recevoir une vidéo à nouveau, la modifier ou la continuer.
videos-line = { $number }. { $date } · <b>{ $model }</b> : { $prompt }
videos-none = Tu n’as pas encore de vidéos. Décris une scène ou envoie une photo, et j’en fais une.
video-gone = Cette vidéo n’est plus conservée.
video-deleted = Supprimée de ta liste.
share-text = Crée une vidéo comme celle-ci :
shared-order = 🎁 Quelqu’un a partagé cette idée avec toi. Change tout ce que tu veux.
shared-gone = Cette idée n’est plus partagée. Décris ta propre scène, ou choisis une idée toute prête.

## Templates

templates = <b>Idées toutes prêtes</b>
    Choisis une idée, je m’occupe du reste.
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 à partir de ta photo
       *[words] { $blanks ->
            [0] rien à compléter
            [one] une chose à compléter
           *[other] { $blanks } choses à compléter
        }
    }
template-gone = Cette idée n’est plus disponible. Voici celles qui le sont.

## Tips

tips = <b>💡 Conseils pour { $model }</b>
tips-all = <b>💡 Comment écrire un bon prompt</b>
tips-scene = • <b>Scène :</b> dis qui ou quoi, où, et ce qui se passe, en une ou deux phrases.
tips-camera = • <b>Caméra et lumière :</b> précise-les. Par exemple : <i>lent travelling avant, lumière dorée du soir</i>.
tips-speech = • <b>Paroles :</b> mets-les entre guillemets. Par exemple : <i>Elle sourit et dit : « Bienvenue à la maison ! »</i> Mentionne aussi les sons que tu veux.
tips-sound = • <b>Son :</b> dis ce qu’on entend. Par exemple : <i>des vagues, des mouettes au loin</i>.
tips-silent = • <b>Sans son :</b> ce modèle fait des vidéos muettes, donc pas de paroles ni de musique.
tips-photo = • <b>À partir d’une photo :</b> décris ce qui bouge ; l’apparence vient de la photo.
tips-length = • <b>Durée :</b> en quelques secondes, il y a la place pour une ou deux actions. Une histoire plus longue demande une vidéo plus longue.
style-dolly = 🎥 Travelling avant
style-drone = 🚁 Vue de drone
style-handheld = 🤳 Caméra à la main
style-slow-motion = 🐢 Ralenti
style-golden = 🌇 Heure dorée
style-neon = 🌃 Néons la nuit
style-film = 🎞 Film 35 mm
style-macro = 🔬 Macro
style-animated = 🧸 Animation 3D

## Settings

settings = <b>⚙️ Tes préférences</b>
    Les nouvelles commandes commencent avec ces choix. Tu peux les changer à chaque commande.
settings-line = { $name } : <b>{ $value }</b>
settings-as-last = comme la dernière fois
settings-as-telegram = comme dans Telegram
settings-model = Modèle
settings-format = Format
settings-length = Durée
settings-sound = Son
settings-language = Langue
settings-news = Nos nouvelles
settings-news-on = activées
settings-news-off = désactivées
button-news-on = 🔔 Activer les nouvelles
button-news-off = 🔕 Couper les nouvelles
button-no-more-news = 🔕 Ne plus en recevoir
news-are-off = OK, plus de nouvelles. Tu seras toujours prévenu pour tes vidéos et tes paiements. Pour les réactiver : /settings
news-are-on = OK, tu recevras de nouveau nos nouvelles.
settings-ask-model = Avec quel modèle les nouvelles commandes doivent-elles commencer ?
settings-ask-format = Quel format préfères-tu ? Si un modèle ne l’a pas, il utilise le sien.
settings-ask-length = Quelle durée préfères-tu ? Si un modèle ne l’a pas, il utilise la sienne.
settings-ask-sound = Veux-tu du son, là où on peut le choisir ?
settings-ask-language = Quelle langue dois-je parler ?
language-name = Français
language-set = C'est noté, je parle français à partir de maintenant.

## Payment support

support = <b>Aide pour les paiements</b>
    L’assistance de Telegram ne peut rien faire pour les achats dans ce bot.
support-write = Autre chose ? Décris le problème dans ton prochain message, et notre équipe te répondra ici.
support-needs-words = Décris le problème avec des mots, s’il te plaît ; je ne peux transmettre ni photos ni fichiers.
support-too-many = Tu nous as beaucoup écrit aujourd’hui, et nous avons tout reçu. Attends notre réponse, ou écris de nouveau demain.
support-cancelled = OK, aucune demande n’a été envoyée.
support-reply = 💬 Réponse à ta demande { $number } sur un paiement :
    <blockquote>{ $words }</blockquote>
    Pour écrire de nouveau, envoie /paysupport.
support-received = Merci ! { $seen ->
    [yes] Notre équipe a reçu ta demande.
   *[no] Ta demande est enregistrée, et notre équipe la lira dès que possible.
    } Son numéro : { $number }.{ $photo ->
    [yes] {" "}Je ne peux transmettre ni photos ni fichiers, alors décris ce qu’on y voit si c’est important.
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>Tes derniers achats</b>
    Les achats non utilisés peuvent être remboursés pendant { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } avec les boutons ci-dessous. Dans les autres cas, demande un remboursement.
purchase-line =
    { $number }. { $credits } pour { $stars } ⭐, { $date }{ $gift ->
        [none] { "" }
        [waiting] { " " }· 🎁 cadeau, pas encore ouvert
        [refunding] { " " }· 🎁 cadeau, pas ouvert
        [returned] { " " }· 🎁 cadeau, pas ouvert
        [kept] { " " }· 🎁 cadeau que personne n’a ouvert
       *[opened] { " " }· 🎁 cadeau, ouvert
    }{ $eligibility ->
        [asked] {"\u00A0"}: remboursement demandé
        [declined] {"\u00A0"}: remboursement refusé
        [under-way] {"\u00A0"}: remboursement en route
        [returned] {"\u00A0"}: remboursé
       *[other] { "" }
    }
    Transaction <code>{ $charge }</code>
refund-offer = <b>Rembourser l’achat { $number } ?</b>
    Tu récupères { $stars } ⭐, et je retire { $credits } de ton solde.
refund-offer-gift =
    <b>Rembourser l’achat { $number } ?</b>
    Tu récupères { $stars } ⭐, et plus personne ne pourra ouvrir ton cadeau ({ $credits }).
refund-begun-gift = ↩️ Le remboursement de ton cadeau, achat { $number }, est en route : { $stars } ⭐. Son lien ne marche plus. Je te préviendrai.
refund-begun = ↩️ Le remboursement de l’achat { $number } est en route : { $credits } de côté jusqu’au retour de tes Stars ({ $stars } ⭐). Je te préviendrai.
refund-kept = OK, tu gardes tes crédits.
refund-asked = Merci. J’ai transmis à notre équipe ta demande de remboursement de l’achat { $number } ; je te dirai ce qu’elle décide.
refund-declined = Le remboursement de l’achat { $number } ({ $credits } pour { $stars } ⭐) a été refusé. Si tu penses que c’est une erreur, écris-nous via /paysupport.
refund-refused = Telegram n’a pas pu rembourser ton paiement. { $credits ->
    [0] Notre équipe est au courant et va s’en occuper.
   *[other] Tes crédits sont de retour, et notre équipe est au courant.
    }
not-refundable =
    { $eligibility ->
        [refundable] Cet achat peut être remboursé : appuie sur « Rembourser » dans /paysupport.
        [spent] Une partie de ces crédits est utilisée ou mise de côté. Tu peux demander un remboursement via /paysupport.
        [gift-opened] Ce cadeau a été ouvert. Tu peux demander un remboursement via /paysupport.
        [too-late] Cet achat est trop ancien pour ça. Tu peux demander un remboursement via /paysupport.
        [refused] Telegram a refusé ce remboursement. Tu peux nous écrire via /paysupport.
        [asked] Tu as déjà demandé ce remboursement. Je te dirai ce qui est décidé.
        [declined] Ce remboursement a été refusé. Tu peux nous écrire via /paysupport.
        [under-way] Ce remboursement est en route.
       *[returned] Cet achat a été remboursé.
    }

## Privacy

privacy =
    <b>Confidentialité</b>
    <b>Ce que je garde, et combien de temps</b>
    • Ton identifiant Telegram et ta langue, ce que tu as payé, qui t’a invité ou offert des crédits, et quand tu as commandé quel modèle à quel prix : sans tes prompts, aussi longtemps que nous devons tenir une comptabilité. Je ne garde pas ton nom.
    • Tes prompts, les réglages de tes vidéos et les noms de fichiers Telegram de tes photos et vidéos : { $orders ->
        [one] { $orders } jour
       *[other] { $orders } jours
    } après la commande. Les photos elles-mêmes sont transmises, pas gardées. Supprime une vidéo dans /videos, et je l’oublie aussitôt.
    • Ce que tu as choisi dans /settings : jusqu’à ce que tu l’effaces ici. Si tu ne veux pas de nouvelles, je m’en souviens, pour que tu n’en reçoives pas.
    • Le jour de ta dernière visite : jusqu’à ton retour.
    • Tes messages à l’aide pour les paiements : { $requests ->
        [one] { $requests } jour
       *[other] { $requests } jours
    }.
    • Ma dernière réponse, au cas où Telegram la redemande : 1 heure.
    • Une vidéo impossible à envoyer ici, jusqu’à ce que tu la télécharges : 7 jours.
    
    <b>Où ça va</b>
    • Les prompts, photos et réglages vont chez KIE.ai, qui crée les vidéos et les garde, avec tes photos, jusqu’à 14 jours, sans ton nom ni ton identifiant.
    • Telegram garde ce chat. Tu peux effacer ce que tu vois ici.
    • Personne d’autre ne reçoit quoi que ce soit, et rien n’est utilisé pour l’entraînement.
    
    Appuie ci-dessous pour tout effacer maintenant.
forget-sure = <b>Supprimer tes prompts, photos et vidéos ?</b>
    Je supprime tout ce que tu m’as écrit, les prompts et photos de tes commandes, tes préférences, une éventuelle commande inachevée et les copies de tes vidéos. C’est définitif, et « Refaire » ne connaîtra plus tes anciennes commandes.

    Tes crédits restent. La liste des paiements et des prix reste aussi, sans aucun texte.
forget-kept = OK, rien n’a été supprimé.
forgotten = 🗑 C’est supprimé : tes prompts, photos et vidéos, et ce que tu as écrit. Tes crédits et la liste des paiements sont toujours là.

    Tu peux effacer toi-même ce que tu vois dans ce chat, avec « Effacer l’historique » dans le menu de Telegram.
forgotten-when-ended = 🗑 C’est supprimé. { $orders ->
    [one] Une commande est encore en cours ; ses données seront supprimées dès qu’elle sera terminée.
   *[other] { $orders } commandes sont encore en cours ; leurs données seront supprimées dès qu’elles seront terminées.
    } Tes crédits et la liste des paiements sont toujours là.

    Tu peux effacer toi-même ce que tu vois dans ce chat, avec « Effacer l’historique » dans le menu de Telegram.

## Buttons

button-subscription-cancel = Résilier l’abonnement
button-subscription-resume = Reprendre l’abonnement
button-refund-offer = ↩️ Rembourser { $credits } ({ $stars } ⭐), { $date }
button-refund-ask = 🙋 Demander remboursement – { $credits }, { $date }
button-refund-confirm = Oui, rembourser
button-refund-keep = Non, garder mes crédits
button-refund-approve = ✅ Accepter
button-refund-decline = ❌ Refuser

button-make-video = 🎬 Créer une vidéo
button-buy = ⭐ Acheter des crédits
button-again = { $credits ->
    [one] 🔁 Refaire · { $credits } crédit
   *[other] 🔁 Refaire · { $credits } crédits
}
button-edit = ✏️ Modifier
button-follow-extend = { $credits ->
    [one] ➕ Continuer · { $credits } crédit
   *[other] ➕ Continuer · { $credits } crédits
}
button-follow-upscale = { $credits ->
    [one] 🔍 Plus net · { $credits } crédit
   *[other] 🔍 Plus net · { $credits } crédits
}
button-follow-full-hd = { $credits ->
    [one] 🔍 1080p · { $credits } crédit
   *[other] 🔍 1080p · { $credits } crédits
}
button-follow-ultra-hd = { $credits ->
    [one] 🔍 4K · { $credits } crédit
   *[other] 🔍 4K · { $credits } crédits
}
button-templates = 💡 Idées toutes prêtes
button-use-template = ✨ Utiliser cette idée
button-share = 🔗 Partager
button-copy-link = 📋 Copier le lien
button-gift = 🎁 Acheter un cadeau
# Whoever opens the link reads the prompt.
button-share-video = 🔗 Partager + prompt
button-tips = 💡 Conseils
button-newer = ◀️ Plus récentes
button-older = Plus anciennes ▶️
button-send-again = 📤 Renvoyer
button-copy-prompt = 📋 Copier le prompt
button-delete = 🗑 Supprimer
button-cancel = Annuler
button-back = ◀️ Retour
button-done = ✅ Terminé
button-more-models = Plus de modèles
button-fewer-models = ◀️ Les meilleurs modèles
button-drop-image = ✖️ Photo { $number }
button-turn-images = 🔄 Inverser les photos
button-as-references = Utiliser comme références
button-as-frames = Première et dernière image
button-continue = Continuer
button-discard = Abandonner
button-prompt-before = ↩️ Prompt précédent
button-forget = 🗑 Effacer prompts et vidéos
button-forget-sure = Oui, supprimer
button-forget-keep = Non, garder
button-open-chat = Ouvrir le chat

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = Créer une vidéo
command-videos = Tes vidéos
command-templates = Idées toutes prêtes
command-tips = Écrire de meilleurs prompts
command-settings = Tes préférences
command-language = Choisir la langue
command-buy = Acheter des crédits avec des Stars
command-balance = Voir tes crédits
command-invite = Inviter des amis
command-redeem = Utiliser un code promo
command-help = Comment ça marche
command-cancel = Annuler la commande en cours
command-terms = Conditions d’utilisation
command-privacy = Confidentialité et suppression des données
command-paysupport = Aide pour un paiement
command-start = Redémarrer
bot-description = Starreel transforme tes mots et tes photos en courtes vidéos IA. Tu paies avec des Telegram Stars. Si une vidéo échoue, tu récupères tes crédits.
bot-short-description = Des vidéos IA à partir de tes mots et de tes photos. Paiement en Telegram Stars.

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = oui ouais ouaip ouep ok okay oki d'accord d’accord dac daccord bien sûr sur certainement vas-y vasy vas va y allez allons-y on go c'est c’est parti bon ça ca marche me convient parfait super génial top nickel impec fais fais-le faire le la générer génère genere créer crée lance lance-la lancer confirmer confirme je maintenant volontiers svp stp s'il s’il te plaît plait yes yeah yep sure start do it now please great perfect generate confirm 👍 👌 ✅
words-of-greeting = salut bonjour bonsoir coucou hello hey hi yo merci beaucoup bien bonne journée soirée nuit au revoir à bientôt bye ciao mille thanks thx
