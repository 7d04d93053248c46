# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    Ton rôle ne le permet pas : demande à { $needs ->
        [owner] un propriétaire (ADMIN_IDS).
        [support] l’assistance (SUPPORT_IDS) ou à un propriétaire (ADMIN_IDS).
       *[viewer] un propriétaire (ADMIN_IDS) de t’ajouter à VIEWER_IDS.
    }

## News

operators-provider-blocked = ⚠️ KIE.ai ne prend pas de commandes : { $reason ->
    [out_of_funds] le compte n’a plus de crédits. Recharge-le sur kie.ai.
    [unauthorized] la clé est fausse ou n’a pas les droits nécessaires. Vérifie KIE_AI_API_KEY ou KIE_AI_API_KEYS.
    [unreachable] aucun worker n’obtient de réponse. Le journal des workers indique l’adresse et la cause : vérifie KIE_API_URL et leur réseau.
   *[key_limit] la clé a atteint sa propre limite de dépenses. Relève-la sur kie.ai.
    }
    Les commandes sont suspendues ; celles de la file attendent.
operators-key-left-out = ⚠️ KIE.ai ne prend pas de commandes avec la clé <b>{ $key }</b> : { $reason ->
    [out_of_funds] son compte n’a plus de crédits. Recharge-le sur kie.ai.
    [unauthorized] elle est fausse ou n’a pas les droits nécessaires. Vérifie-la dans KIE_AI_API_KEYS.
    [unreachable] aucune réponse n’arrive. Le journal des workers dit pourquoi.
   *[key_limit] elle a atteint sa propre limite de dépenses. Relève-la sur kie.ai.
    }
    D’ici là, elle est laissée de côté ; les autres clés prennent sa part.
operators-key-back = ✅ KIE.ai prend de nouveau des commandes avec la clé <b>{ $key }</b>.
operators-key-missing = ⚠️ Des commandes ont besoin de la clé <b>{ $key }</b>, qui n’est pas dans KIE_AI_API_KEYS : c’est elle qui a créé leurs vidéos, ou celles dont elles sont la suite, et aucune autre clé ne les voit. Elles attendent, et les gens finissent par récupérer leurs crédits. Remets la clé avec le poids 0 (<code>{ $key }:0=…</code>), redémarre les workers, et retire-la quand ses commandes sont terminées.
operators-balance-low = ⚠️ Le solde chez KIE.ai ne suffit pour aucune vidéo qui coûte plus de { $credits } de ses crédits. Plus proposés tant que tu ne l’as pas rechargé sur kie.ai : { $models }.
operators-provider-ok = ✅ KIE.ai prend de nouveau des commandes.
operators-video-not-delivered = ⚠️ Une vidéo terminée n’est pas arrivée chez l’utilisateur { $user } (job <code>{ $job }</code>). Il est prévenu, et ses crédits lui sont rendus. { $why ->
    [no-video] Il n’y a pas de vidéo là où KIE.ai l’indique, même après deux demandes : { $detail }. Si ça continue, interroge KIE.ai sur son hébergeur de fichiers, et désactive le modèle avec MODELS_OFF.
    [too-large] Elle est trop lourde pour Telegram, et BOT_URL n’est pas accessible aux utilisateurs. Donne à WEBHOOK_URL une adresse publique, et ces vidéos partiront sous forme de liens.
    [overdue] Impossible de l’envoyer tant qu’elle était conservée. Cherche le job dans le journal : l’hébergeur de fichiers, le disque (VIDEOS_MEGABYTES_MAX) ou Telegram a échoué à chaque fois.
   *[not-taken] Telegram la refuse sous toutes les formes : { $detail }. Cherche le job dans le journal.
    }
operators-videos-are-late = ⚠️ Des vidéos terminées attendent depuis plus d’une heure, et ce n’est pas la faute des destinataires : cherche dans le journal « a video could not be read », « a video cannot be kept » et « a video was not delivered ». Je continue d’essayer ; les crédits ne sont dépensés que quand une vidéo arrive.
operators-foreign-payment = ⚠️ L’utilisateur { $user } a payé { $stars } ⭐ pour une facture que ce bot n’a pas émise (paiement <code>{ $charge }</code>). Rien n’a été crédité. La base de données a-t-elle été remplacée ? Crédite-le ou rembourse-le à la main.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] Un autre processus a changé la destination des mises à jour de ce bot chez Telegram. Je l’ai rétablie. Deux programmes avec le même BOT_TOKEN se prennent leurs mises à jour : arrête l’autre, ou révoque le jeton dans @BotFather et mets le nouveau ici.
    [conflict] Un autre processus demande à Telegram les mises à jour de ce bot, et des messages se perdent. Arrête-le, ou révoque le jeton dans @BotFather et mets le nouveau ici.
    [failing] Telegram n’arrive pas à remettre les mises à jour à ce bot : { $words }. J’ai réinstallé le webhook. Si ça ne suffit pas, vérifie que WEBHOOK_URL est accessible depuis internet et que son certificat est valide.
   *[behind] De plus en plus de mises à jour attendent chez Telegram (actuellement { $words }), et les gens attendent leurs réponses. Vérifie que WEBHOOK_URL est accessible, ainsi que le journal et le disque du bot.
    }
operators-connection-mended = ✅ Les mises à jour de Telegram arrivent de nouveau ; la panne a duré de { $since } à { $until } UTC. { $kind ->
    [unreachable] Telegram était injoignable. Les messages y attendaient et reçoivent maintenant une réponse.
    [token_refused] Telegram ne reconnaissait pas le jeton du bot. Les messages y attendaient et reçoivent maintenant une réponse.
    [taken] Ce qu’un autre processus a pris n’est jamais arrivé ici. Envoie /reconcile pour créditer les paiements qui s’y trouvaient.
    [conflict] Ce qu’un autre processus a pris n’est jamais arrivé ici. Envoie /reconcile pour créditer les paiements qui s’y trouvaient.
   *[other] Les messages attendaient chez Telegram et reçoivent maintenant une réponse.
    }
operators-sale-refused = 🚨 Telegram refuse { $call ->
    [invoice] les factures de ce bot
    [subscription] les abonnements de ce bot
   *[checkout] les réponses de ce bot au moment du paiement
    }, donc personne ne peut acheter de crédits : { $reason }. Vérifie les paiements du bot dans @BotFather, ainsi que PACKS, STARS_PER_CREDIT et SUBSCRIPTION_STARS. Pour essayer, appuie sur un pack dans /buy.
operators-support-request = 🧾 Demande d’aide { $number } de <a href="tg://user?id={ $user }">l’utilisateur { $user }</a> :
    <blockquote>{ $request }</blockquote>
    Réponds avec <code>/reply { $number } texte</code> ; le bot le transmet.
operators-dead-letter = ⚠️ Quelque chose n’a pas pu être traité et a été mis de côté : { $reason }. Regarde la table dead_letters et le journal.
operators-unknown-jobs = ⚠️ Les workers parlent { $orders ->
    [one] d’une commande absente
   *[other] de { $orders } commandes absentes
    } de cette base de données. Si celle-ci a été restaurée depuis une copie, c’est que la copie est plus ancienne : leurs chats indiquent « en préparation » pour toujours, et leurs crédits manquent dans les comptes. Tu les trouves dans la table unknown_jobs ; à qui les réclame, rends les crédits avec /grant. Sinon, vérifie DATA_DIR, et si un autre bot utilise les mêmes workers.
operators-put-back = ℹ️ Cette base de données a été restaurée depuis une copie. { $orders ->
    [0] Aucune commande n’y attend.
    [one] Une commande y attend : les workers sont interrogés à son sujet avant tout achat.
   *[other] { $orders } commandes y attendent : les workers sont interrogés à leur sujet avant tout achat.
    } Envoie /reconcile pour retrouver les paiements arrivés après la copie. Les commandes passées ensuite sont inconnues ici ; à qui en réclame une, rends les crédits avec /grant.

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }) coûte { $cost } en crédits de KIE.ai, alors que le catalogue indique { $listed } : constaté pour { $off } des { $of } dernières vidéos de ce type. { $step ->
    [switched-off] J’ai désactivé le modèle. Corrige son coût dans ton CATALOG_FILE, redémarre le bot et les workers, puis réactive-le avec <code>/models on { $id }</code>.
    [is-last] Il reste au menu, parce que c’est le dernier. Corrige son coût dans ton CATALOG_FILE, puis redémarre le bot et les workers.
   *[told] Corrige son coût dans ton CATALOG_FILE, puis redémarre le bot et les workers, ou désactive-le d’ici là avec <code>/models off { $id }</code>.
    }
operators-price-list-differs = 🏷 La liste de prix de KIE.ai ne contient pas ces coûts du catalogue :
    { $lines }
    Compare-les avec kie.ai/pricing, corrige ton CATALOG_FILE, puis redémarre le bot et les workers ; <code>bot check-catalogue</code> montre ce qu’il reste de chaque prix.
operators-price-list-line = • <b>{ $model }</b> ({ $combination }) : { $listed } ici, { $price } là-bas d’après « { $row } »
operators-model-failing = ⚠️ <b>{ $model }</b> a échoué { $failures } fois de suite chez KIE.ai. Les gens en sont avertis quand ils le choisissent, et personne ne paie une vidéo qui échoue. Si ça continue, désactive-le avec <code>/models off { $id }</code>.
operators-model-mended = ✅ <b>{ $model }</b> : { $made ->
    [yes] une vidéo a de nouveau abouti, après des échecs depuis { $since } UTC.
   *[no] aucun échec depuis un jour. Il échouait sans cesse depuis { $since } UTC ; entre-temps, personne n’a créé de vidéo avec.
    }
operators-models = <b>Modèles</b>
    { $lines }
    Pour en changer un : <code>/models off id</code> ou <code>/models on id</code>.
operators-models-line = • <code>{ $id }</code> { $model } : { $state ->
    [setting] désactivé par MODELS_OFF ou par le catalogue
    [operator] désactivé par un opérateur
    [price-watch] désactivé, parce qu’il coûte plus que ce qu’indique le catalogue
   *[on] activé
    }{ $fails ->
    [yes] , échoue souvent
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] C’est fait : <code>{ $id }</code> est { $to ->
        [off] désactivé. Ce qui a été commandé sera quand même créé.
       *[on] activé. Les gens peuvent le commander.
    }
    [already] <code>{ $id }</code> est déjà { $to ->
        [off] désactivé.
       *[on] activé.
    }
    [last] <code>{ $id }</code> est le dernier modèle du menu, donc il reste activé. Pour ne rien vendre, arrête le bot.
    [off-by-setting] <code>{ $id }</code> est désactivé par MODELS_OFF ou par le catalogue. Change-le là-bas et redémarre le bot.
   *[unknown] Il n’y a pas de modèle <code>{ $id }</code>. /models les montre tous.
    }
operators-usage-models = Écris <code>/models</code> pour la liste, ou <code>/models off id</code> et <code>/models on id</code>.

## Refunds

operators-refund-wanted =
    🙋 <a href="tg://user?id={ $user }">L’utilisateur { $user }</a> demande le remboursement de l’achat { $purchase } : { $credits } pour { $stars } ⭐, { $date }. { $because ->
        [too-late] Il est trop ancien pour un remboursement automatique.
        [gift-opened] C’est un cadeau que quelqu’un a ouvert. Si tu acceptes, ce qu’il en reste est retiré à cette personne.
        [refused] Telegram l’a déjà refusé.
       *[spent] Une partie de ses crédits est dépensée ou mise de côté.
    }
    Si tu acceptes, les Stars sont rendues, et les crédits restants sont retirés. Voir /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = L’utilisateur { $user } a { $held } de cet achat de côté pour des commandes en cours. Décide quand elles seront terminées : d’ici là, on ne sait pas ce qui est dépensé.
operators-refund-approved = ✅ Accepté : retour de { $stars } ⭐ { $foreign ->
    [yes] de ce paiement
   *[no] de l’achat { $purchase }
    } à l’utilisateur { $user } ; { $taken } de côté pour ça. Je ne te recontacte que si Telegram refuse.
operators-refund-declined = ❌ Refusé : achat { $purchase } ({ $stars } ⭐). L’utilisateur est prévenu.
operators-refund-decided = { $eligibility ->
    [under-way] Le remboursement est déjà en route.
    [returned] Il a déjà été remboursé.
    [declined] Il a déjà été refusé.
   *[other] Plus personne ne demande ce remboursement.
    }
operators-refund-refused = ⚠️ Telegram a refusé de rembourser { $stars } ⭐ à l’utilisateur { $user } : { $reason }. { $credits ->
    [0] Aucun crédit n’était de côté pour ça.
   *[other] Les crédits sont rendus.
    } Si le bot n’a pas assez de Stars, attends d’en avoir plus, puis envoie
    <code>/refund { $charge } motif</code>
operators-purchase-unknown = Il n’y a pas d’achat <code>{ $which }</code>. Prends-le dans /ledger utilisateur, par exemple <code>123456#2</code> pour le deuxième de l’utilisateur 123456, ou prends l’identifiant de transaction du reçu de l’acheteur. Un paiement tout récent est connu après /reconcile.

## People's credits

operators-credits-moved = C’est fait. L’utilisateur { $user } a maintenant { $balance }, et il est prévenu.
operators-has-less = L’utilisateur { $user } n’a que { $balance }. Rien n’a été retiré.
operators-person-unknown = L’utilisateur { $user } n’a jamais écrit à ce bot.
operators-account = <b>Utilisateur { $user }</b> : disponible : { $available }, de côté : { $held }, en remboursement : { $refunding }.
operators-account-purchase =
    Achat <code>{ $purchase }</code> : { $credits } pour { $stars } ⭐, { $date }, reste { $left }{ $gift ->
        [none] { "" }
        [waiting] , un cadeau pas encore ouvert
        [refunding] , un cadeau pas ouvert
        [returned] , un cadeau qui n’a pas été ouvert
        [kept] , un cadeau que personne n’a ouvert à temps
       *[opened] , un cadeau qui a été ouvert
    }{ $eligibility ->
        [asked] , remboursement demandé
        [declined] , remboursement refusé
        [refused] , remboursement refusé par Telegram
        [under-way] , remboursement en route
        [returned] , remboursé
       *[other] { "" }
    }
operators-account-entries = Écritures, les plus récentes d’abord, heures en UTC, page { $page } sur { $pages } :
operators-entry =
    { $at } · { $credits } · { $cause ->
        [pay] acheté, { $purchase }
        [bonus] bonus de { $purchase }
        [first] bonus du premier achat
        [welcome] crédits de bienvenue
        [invited] parce qu’il a été invité
        [inviter] pour une invitation
        [inviter-back] retiré : l’achat de la personne invitée a été remboursé
        [promo] code promo
        [gift-out] donné : { $purchase } a été ouvert
        [gift-in] cadeau ouvert, { $purchase }
        [gift-kept] gardé : personne n’a ouvert le cadeau { $purchase }
        [gift-back] retiré : les Stars du cadeau { $purchase } ont été rendues
        [grant] offert
        [debit] retiré
        [hold] mis de côté pour la commande <code>{ $job }</code>
        [capture] dépensé pour la commande <code>{ $job }</code>
        [release] retour de la commande <code>{ $job }</code>
        [give-back] rendu pour la commande <code>{ $job }</code>, qui était dépensée
        [refund-hold] mis de côté pour rembourser { $purchase }
        [refund-undo] retour : Telegram a refusé de rembourser { $purchase }
       *[revoke]
            { $held ->
                [yes] parti avec le remboursement de { $purchase }
               *[no] retiré : les Stars de { $purchase } ont été rendues sans nous
            }
    }
operators-entry-by = {""} par l’opérateur { $operator } : { $reason }
operators-too-many-credits = Une commande déplace au maximum { $most }. Rien n’a été fait.
operators-help = <b>Pour les opérateurs</b>
operators-help-line = /{ $command } · { $about }
command-admin = Utilisateurs, commandes, modèles et chiffres
command-grant = Donner des crédits : utilisateur, crédits, motif
command-debit = Retirer des crédits : utilisateur, crédits, motif
command-ledger = Soldes et écritures d’un utilisateur
command-refund = Rendre des Stars : utilisateur#numéro ou identifiant de transaction, motif
command-reply = Répondre à une demande d’aide : son numéro, texte
command-reconcile = Comparer maintenant avec la liste de Stars de Telegram
command-models = Les modèles au menu ; off id en retire un
command-promo = Codes promo ; code crédits personnes jours en crée un
command-broadcast = Envoyer un message à tous, ou à certains
command-stats = Comment va la boutique ; daily on l’envoie chaque matin
command-shop = Prix, packs, bonus
command-maintenance = Seuls les opérateurs peuvent commander : on ou off, suivi d’un texte pour les gens
operators-usage-grant = Écris <code>/grant utilisateur crédits motif</code>, par exemple <code>/grant 123456 5 désolé pour l’attente</code>
operators-usage-debit = Écris <code>/debit utilisateur crédits motif</code>, par exemple <code>/debit 123456 5 donné par erreur</code>
operators-usage-ledger = Écris <code>/ledger utilisateur</code>, par exemple <code>/ledger 123456</code>, avec un numéro de page pour les écritures plus anciennes.
operators-usage-refund = Écris <code>/refund utilisateur#numéro motif</code> comme l’affiche /ledger utilisateur, par exemple <code>/refund 123456#2 la vidéo n’est jamais arrivée</code>, ou l’identifiant de transaction à la place de l’achat.
operators-usage-reply = Écris <code>/reply numéro texte</code>, par exemple <code>/reply 3 Tes crédits sont de retour, désolé !</code>
operators-reply-sent = Ta réponse à la demande { $number } est en route vers l’utilisateur { $user }.
operators-request-unknown = Il n’y a pas de demande { $number }.
operators-usage-reconcile = Écris <code>/reconcile</code>

## Promo codes

operators-promos =
    <b>Codes promo</b>
    { $lines }
    Pour en créer un : <code>/promo code crédits personnes jours</code> ; pour en arrêter un : <code>/promo code off</code>.
operators-promos-line =
    • <code>{ $code }</code> : { $credits }, utilisé { $uses } fois sur { $most }, { $state ->
        [open] jusqu’au { $ends }
        [used-up] épuisé
       *[ended] terminé le { $ends }
    }
operators-promos-none = Il n’y a pas encore de codes promo. Crées-en un avec <code>/promo code crédits personnes jours</code>, par exemple <code>/promo SUMMER 2 100 30</code> : 2 crédits pour chacune des 100 premières personnes, pendant 30 jours.
operators-promo-made =
    ✅ <code>{ $code }</code> donne { $credits } par personne, à { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } au maximum, une fois chacune, jusqu’au { $ends }. On envoie <code>/redeem { $code }</code> ou on ouvre { $link }
operators-promo-taken = Il y a, ou il y a eu, un code <code>{ $code }</code>. Rien n’a été changé ; prends un autre nom.
operators-promo-off =
    { $outcome ->
        [ended] C’est fait : plus personne ne peut utiliser <code>{ $code }</code>. Ce que les gens ont déjà reçu reste à eux.
        [had-ended] <code>{ $code }</code> était déjà terminé.
       *[unknown] Il n’y a pas de code <code>{ $code }</code>. /promo les montre tous.
    }
operators-usage-promo = Écris <code>/promo code crédits personnes jours</code>, par exemple <code>/promo SUMMER 2 100 30</code>, ou <code>/promo SUMMER off</code>, ou <code>/promo</code> pour la liste. Un code a de 3 à 32 lettres, chiffres, tirets ou tirets bas ; il donne de 1 à 1000 crédits, à 1000000 personnes au plus, pendant 1 à 3650 jours.

## Figures of the shop

operators-stats =
    <b>{ $days ->
        [one] Dernier jour
       *[other] { $days } derniers jours
    }</b>
    ⭐ Stars payées : { $stars }{ $returned ->
        [0] { "" }
       *[other] , dont rendues : { $returned }
    } · 🎬 { $orders ->
        [one] { $orders } vidéo commandée
       *[other] { $orders } vidéos commandées
    } · 👤 { $people ->
        [one] { $people } nouvelle personne
       *[other] { $people } nouvelles personnes
    }
    Réussies : { $success } · Marge : { $margin } (USD : { $income } reçus, { $cost } à KIE.ai)
operators-stats-unreadable = Je n'arrive pas à lire les chiffres pour le moment. Réessaie dans une minute : le journal dit pourquoi.
operators-stats-daily-on = OK, tu les recevras chaque jour à { $time } UTC. Pour une autre heure, écris /stats daily on 7.
operators-stats-daily-off = OK, je ne les enverrai plus de moi-même.
operators-usage-stats = Écris <code>/stats</code>, <code>/stats daily on</code>, <code>/stats daily on 7</code> pour 7:00 UTC, ou <code>/stats daily off</code>.
button-stats-days =
    { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
button-stats-daily-on = ⏰ Recevoir chaque matin
button-stats-daily-off = 🔕 Plus chaque matin
stats-image-title =
    { $days ->
        [one] Dernier jour
       *[other] { $days } derniers jours
    }
stats-image-stars = Stars
stats-image-orders = Commandes
stats-image-people = Nouveaux
stats-image-margin = Marge
stats-image-stars-by-day = Stars par jour
stats-image-orders-by-day = Commandes par jour
stats-image-people-by-day = Nouveaux par jour
stats-image-success-by-model = Réussite par modèle
stats-image-nothing = Rien pour l’instant

## Broadcasts

operators-broadcast-ask = 📣 Envoie-moi le message que les gens doivent recevoir : un texte avec sa mise en forme, ou une seule photo ou vidéo avec une légende. Tu le verras d’abord et choisiras qui le reçoit ; rien ne part encore.
operators-broadcast-cannot = Je ne peux pas envoyer ça à tout le monde. Envoie un seul message : un texte, ou une photo, une vidéo, un message vocal ou un fichier avec une légende. Les albums ne marchent pas.
operators-broadcast-panel =
    👆 Voilà ce que les gens recevront ; chacun peut refuser ces messages avec le bouton en dessous.
    
    À : { $to } · <b>{ $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }</b>
    Qui a désactivé les nouvelles ou bloqué le bot n’est pas compté. Choisis qui le reçoit, puis quand. Les heures sont en UTC.
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] toutes les langues
    }{ $days ->
        [0] { "" }
        [one] , venus depuis un jour
       *[other] , venus ces { $days } derniers jours
    }
operators-broadcast-ask-language = Quelle langue doivent-ils parler ? C’est celle de leur Telegram, ou celle choisie ici :
operators-broadcast-ask-time = Quand doit-il partir ? Écris l’heure en UTC, par exemple <code>18:30</code> ou <code>2027-12-24 09:00</code>, au plus 60 jours à l’avance. Il est { $now }.
operators-broadcast-wrong-time = Cette heure est passée, ou dans plus de 60 jours. Choisis-en une autre.
operators-broadcast-nobody = Personne ne le recevrait. Choisis d’autres personnes.
operators-broadcast-not-sent = OK, rien n’est envoyé.
operators-broadcast-progress =
    📣 { $state ->
        [draft] Pas encore envoyé.
        [scheduled] Part le { $at } UTC.
        [sending] En route : { $percent } %
        [paused] En pause à { $percent } %. Si tu continues, personne ne le reçoit deux fois.
        [done] Terminé.
       *[cancelled] Annulé.
    }
    À : { $to } · { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
    { $state ->
        [draft] { "" }
        [scheduled] Garde le message que tu m’as envoyé : je le copie depuis ce chat.
       *[other] ✅ reçu : { $sent } · 🚫 bot bloqué : { $blocked } · ⚠️ refusé par Telegram : { $failed }
    }
operators-broadcast-done =
    📣 Ta diffusion est terminée. ✅ reçu : { $sent } · 🚫 bot bloqué : { $blocked } · ⚠️ refusé par Telegram : { $failed }{ $failed ->
        [0] .
       *[other] . Le journal dit pourquoi.
    }
operators-broadcast-stopped =
    ⚠️ Ta diffusion est en pause : { $known ->
        [yes] Telegram refuse le message : { $reason }. Si rien n’y fait, annule-la et envoies-en une autre.
       *[no] le message n’est plus dans ce chat, donc je ne peux pas le copier. Annule-la et recommence ; pour laisser de côté ceux qui l’ont déjà, choisis d’autres personnes.
    }
button-broadcast-everybody = 👥 Tout le monde
button-broadcast-languages = 🌐 Une langue…
button-broadcast-all-languages = Toutes les langues
button-broadcast-seen =
    { $days ->
        [one] Venus en { $days } jour
       *[other] Venus en { $days } jours
    }
button-broadcast-now = 📣 Envoyer à { $people }
button-broadcast-tomorrow = Demain { $time }
button-broadcast-hour = Dans une heure
button-broadcast-time = Autre heure…
button-broadcast-pause = ⏸ Pause
button-broadcast-resume = ▶️ Continuer
button-broadcast-cancel = ✖️ Annuler

## Telegram's list of Star transactions

operators-reconcile-begun = Lecture de la liste des transactions de Telegram…
operators-reconciled = ✅ Transactions dans la liste : { $listed }, dont nouvelles : { $new } ; créditées après coup : { $credited }, reprises : { $revoked }. Solde : { $balance } ⭐. { $agrees ->
    [yes] Il correspond à la liste.
   *[no] Écart avec la liste : { $difference } ⭐.
    }
operators-not-reconciled = ⚠️ Impossible de lire la liste des transactions de Telegram : { $reason }. Je réessaierai tout seul.
operators-star-difference = { $agrees ->
    [yes] ✅ Le solde chez Telegram ({ $balance } ⭐) correspond de nouveau à sa liste de transactions.
   *[no] ⚠️ Le solde chez Telegram ({ $balance } ⭐) diffère de sa liste de transactions de { $difference } ⭐. Regarde le solde du bot dans @BotFather.
    }
operators-payment-not-listed = ⚠️ Le paiement <code>{ $charge }</code> de l’utilisateur { $user } a été crédité, mais il n’est pas dans la liste de Telegram. Est-il falsifié ? Voir /ledger { $user }
operators-refund-not-listed = ⚠️ Le remboursement de <code>{ $charge }</code> à l’utilisateur { $user } est noté comme fait, mais il n’est pas dans la liste de Telegram. Voir /ledger { $user }
operators-older-payments = ℹ️ { $count ->
    [one] Un paiement ({ $stars } ⭐) de la liste de Telegram est plus ancien que cette base de données. Il est dans la table star_transactions et n’est crédité à personne.
   *[other] { $count } paiements ({ $stars } ⭐) de la liste de Telegram sont plus anciens que cette base de données. Ils sont dans la table star_transactions et ne sont crédités à personne.
    } Si ce n’est pas voulu, remets l’ancienne base en place.
operators-unreadable-transaction = ⚠️ Une transaction de la liste de Telegram est illisible (<code>{ $id }</code>). Regarde le journal, et mets Starreel à jour.
operators-books-are-wrong = 🚨 Les comptes sont faux. Lance <code>bot audit</code> pour voir les lignes, et arrête le bot si des crédits sont en jeu :
    { $found }
