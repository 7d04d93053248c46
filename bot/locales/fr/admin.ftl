# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>Pour les opérateurs</b>
    { $role ->
        [owner] Tu es propriétaire : tu peux tout faire.
        [support] Tu es dans l’équipe d’assistance : tu réponds aux gens, tu les bloques et tu fais réessayer des commandes. Les crédits et les Stars sont l’affaire des propriétaires.
       *[viewer] Tu es en lecture seule : tu vois tout et tu ne changes rien.
    }
button-admin-menu = ◀️ Menu
button-admin-people = 👤 Utilisateurs
button-admin-stuck = ⏳ Commandes bloquées
button-admin-failed = ⚠️ Commandes échouées
button-admin-models = 🎬 Modèles
button-admin-stats = 📊 Chiffres
button-admin-now = 🩺 En ce moment
button-admin-shop = 🛒 Boutique
button-admin-promos = 🎟 Codes promo
button-admin-broadcast = 📣 Diffusion
admin-cancelled = OK, rien n’a été fait.
admin-too-long = C’est trop long : écris { $max } caractères au maximum, ou appuie sur « Annuler ».

## People

admin-ask-person =
    <b>Qui veux-tu voir ?</b>
    Envoie-moi son identifiant Telegram, un achat (<code>123456#2</code> ou l’identifiant de transaction du reçu), une demande d’aide (<code>#7</code>) ou une commande, ou transfère un de ses messages.
admin-person-not-found = Je ne trouve personne avec <code>{ $word }</code>. Vérifie, ou envoie autre chose : un identifiant, un achat, une transaction, une demande d’aide comme <code>#7</code>, ou un message transféré. Un paiement tout récent est connu après /reconcile.
admin-account-hidden = Telegram ne dit pas qui a écrit ça : cette personne cache son compte quand on transfère ses messages. Demande-lui l’identifiant de transaction de son reçu, et envoie-le-moi.
admin-card =
    <b>Utilisateur { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 bloqué depuis le { $blocked }
    }{ $away ->
        [yes] { " " }· injoignable : il a bloqué le bot
       *[no] { "" }
    }
    Ici depuis le { $since }, langue : { $language }
    Solde : { $available } · de côté : { $held } · en remboursement : { $refunding }
admin-card-purchases = <b>Paiements</b>
admin-card-none = rien
admin-card-subscription =
    <b>Abonnement</b>
    { $credits } tous les 30 jours pour { $stars } ⭐, { $state ->
        [active] payé jusqu’au { $until }
        [failed] le dernier paiement a échoué, payé jusqu’au { $until }
       *[cancelled] résilié, court jusqu’au { $until }
    }
admin-card-orders = <b>Dernières commandes</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] attend son tour
        [published] chez les workers
        [submitted] en préparation
        [ready] en cours d’envoi
        [delivered] livrée
        [failed] échouée
        [cancelled] annulée
       *[undeliverable] n’a pas pu être livrée
    }
admin-card-entries = <b>Dernières écritures</b>, heures en UTC
button-admin-block = 🚫 Bloquer
button-admin-unblock = ✅ Débloquer
button-admin-write = 💬 Écrire
button-admin-grant = ➕ Donner des crédits
button-admin-debit = ➖ Retirer des crédits
button-admin-ledger = 📒 Écritures
button-admin-another = 🔎 Quelqu’un d’autre
button-admin-person = 👤 Sa fiche
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] L’utilisateur { $user } est bloqué et prévenu. Ses commandes en cours sont créées quand même ; un abonnement continue jusqu’à ce qu’il le résilie.
               *[unblocked] L’utilisateur { $user } est débloqué et prévenu.
            }
        [already]
            { $to ->
                [blocked] L’utilisateur { $user } est déjà bloqué.
               *[unblocked] L’utilisateur { $user } n’est pas bloqué.
            }
        [operator] On ne peut pas bloquer un opérateur. Retire-le d’abord des paramètres.
       *[unknown] L’utilisateur { $user } n’a jamais écrit à ce bot.
    }
admin-ask-grant = Combien de crédits donner à l’utilisateur { $user }, et pourquoi ? Par exemple : <code>5 désolé pour l’attente</code>
admin-ask-debit = Combien de crédits retirer à l’utilisateur { $user }, et pourquoi ? Par exemple : <code>5 donné par erreur</code>
admin-amount-unclear = Écris un nombre et un motif, par exemple <code>5 désolé pour l’attente</code>, ou appuie sur « Annuler ».
admin-ask-message = Que dois-je écrire à l’utilisateur { $user } ? Il le lira comme un message de notre équipe, sans ton nom.
admin-needs-words = Envoie du texte, s’il te plaît ; je ne peux transmettre ni photos ni fichiers.
admin-message-sent = Ton message est en route vers l’utilisateur { $user }.

## Orders

admin-orders =
    { $list ->
        [stuck] <b>Commandes bloquées</b> : elles n’avancent plus depuis plus de { $minutes } minutes, les plus anciennes d’abord.
       *[failed]
            <b>Commandes échouées</b> { $days ->
                [one] du dernier jour
               *[other] des { $days } derniers jours
            }, les plus récentes d’abord.
    }{ $orders ->
        [0] { " " }Il n’y en a pas.
       *[other] { "" }
    }
admin-orders-legend =
    👤 utilisateur{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 réessayer · 🗑 retirer de la liste
       *[owner] { " " }· 🔁 réessayer · ↩️ rendre les crédits · 🗑 retirer de la liste
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · utilisateur { $user }
    { $progress ->
        [queued] Attend son tour
        [published] Chez les workers, pas encore chez KIE.ai
        [submitted] En préparation chez KIE.ai
        [ready] Vidéo faite, pas encore livrée
        [not-fetched] Vidéo faite, mais l’utilisateur est resté injoignable tant qu’elle était conservée ; elle est payée
        [undeliverable] Vidéo faite, mais impossible à envoyer ; ses crédits lui sont rendus
       *[failed]
            Échec, ses crédits lui sont rendus : { $reason ->
                [policy] refusée par les règles de contenu du modèle
                [refused] le modèle n’a pas pu la prendre
                [image] la photo n’a pas pu être utilisée
                [image_gone] Telegram n’a plus la photo
                [sound] le modèle n’a pas trouvé de son dans le prompt
                [expired] elle a attendu trop longtemps
                [timeout] c’était trop long ; une vidéo tardive est offerte
                [unknown] on ne sait pas si KIE.ai l’a prise ; une vidéo tardive est offerte
               *[provider] KIE.ai a échoué
            }
    }, depuis { $since } UTC ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } min
admin-age-hours = { $count } h
admin-age-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] Je redemande aux workers où elle en est. Rien n’est acheté deux fois ; s’il y a une vidéo, elle est livrée.
        [sent] Je renvoie la vidéo maintenant.
        [placed] Commandée à nouveau, avec ses crédits. L’utilisateur est prévenu.
        [tried-already] C’est déjà fait.
        [ordered-by-person] L’utilisateur l’a recommandée lui-même entre-temps.
        [waits] Elle attend son tour ; il n’y a encore rien à essayer.
        [refused] Elle serait refusée de nouveau : l’utilisateur doit d’abord la modifier.
        [ended] Elle est terminée, on ne peut plus la réessayer.
        [person-blocked] Cet utilisateur est bloqué. Débloque-le d’abord.
        [not-enough] L’utilisateur n’a plus assez de crédits pour ça.
        [too-many] L’utilisateur a atteint sa limite de commandes pour l’instant. Réessaie plus tard.
        [model-gone] Son modèle n’est plus disponible.
        [forgotten] Son prompt est supprimé, on ne peut pas la commander à nouveau.
        [paused] KIE.ai ne prend pas de commandes en ce moment. Réessaie plus tard.
        [given-back] C’est fait : ses crédits lui sont rendus, et il est prévenu.
        [given-back-already] Ses crédits lui sont déjà rendus.
        [delivered] L’utilisateur a la vidéo. Pour lui donner quand même des crédits, utilise ➕ sur sa fiche.
        [dropped] Elle n’est plus dans cette liste, jusqu’à ce qu’elle avance.
       *[dropped-already] Elle n’est déjà plus dans la liste.
    }

## Stats

admin-now =
    <b>En ce moment</b>, { $at } UTC
    <b>Dernières 24 heures</b>
    Commandes : { $ordered }, dont livrées : { $delivered }, échouées : { $failed }
    Stars : { $paid } ⭐ payées, { $returned } ⭐ rendues
    <b>Maintenant</b>
    En file d’attente : { $queued }, en préparation : { $rendering }, en cours d’envoi : { $ready }, bloquées : { $stuck }
    Remboursements à décider : { $refunds }, abonnements : { $subscriptions }, utilisateurs bloqués : { $blocked }
button-admin-refresh = 🔄 Actualiser
