# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu = <b>For operators</b>
    You're { $role ->
        [owner] an owner: you may do everything.
        [support] on the support team: you answer and block people, and have orders tried again. Credits and Stars are the owners' business.
       *[viewer] a viewer: you see everything and change nothing.
    }
button-admin-menu = ◀️ Menu
button-admin-people = 👤 People
button-admin-stuck = ⏳ Stuck orders
button-admin-failed = ⚠️ Failed orders
button-admin-models = 🎬 Models
button-admin-stats = 📊 Stats
button-admin-now = 🩺 Right now
button-admin-shop = 🛒 The shop
button-admin-promos = 🎟 Promo codes
button-admin-broadcast = 📣 Broadcast
admin-cancelled = OK, nothing was done.
admin-too-long = That's too long: please write at most { $max } characters, or tap Cancel.

## People

admin-ask-person = <b>Whom do you want to see?</b>
    Send me their Telegram number, a purchase (<code>123456#2</code> or the transaction id of their receipt), a payment request (<code>#7</code>) or an order, or forward a message of theirs.
admin-person-not-found = I find nobody by <code>{ $word }</code>. Please check it, or send something else: a number, a purchase, a transaction id, a payment request such as <code>#7</code>, or a forwarded message. A payment that just came in is known after /reconcile.
admin-account-hidden = Telegram doesn't say who wrote this: they hide their account when they are forwarded. Please ask them for the transaction id on their receipt, and send me that.
admin-card = <b>Person { $user }</b>{ $blocked ->
    [no] {""}
   *[other] {" "}· 🚫 blocked since { $blocked }
    }{ $away ->
    [yes] {" "}· can't be reached: they have blocked the bot
   *[no] {""}
    }
    Here since { $since }, language { $language }
    Balance: { $available } · { $held } held · { $refunding } being refunded
admin-card-purchases = <b>Payments</b>
admin-card-none = none
admin-card-subscription = <b>Subscription</b>
    { $credits } every 30 days for { $stars } ⭐, { $state ->
    [active] paid until { $until }
    [failed] the last payment failed, paid until { $until }
   *[cancelled] cancelled, runs until { $until }
    }
admin-card-orders = <b>Last orders</b>
admin-card-order = { $date } · { $model } · { $price } · { $progress ->
    [queued] waits for its turn
    [published] with the workers
    [submitted] being made
    [ready] being sent
    [delivered] delivered
    [failed] failed
    [cancelled] cancelled
   *[undeliverable] couldn't be delivered
    }
admin-card-entries = <b>Last entries</b>, times in UTC
button-admin-block = 🚫 Block
button-admin-unblock = ✅ Unblock
button-admin-write = 💬 Write
button-admin-grant = ➕ Give credits
button-admin-debit = ➖ Take credits
button-admin-ledger = 📒 Ledger
button-admin-another = 🔎 Somebody else
button-admin-person = 👤 Their card
admin-block-outcome = { $outcome ->
    [done] { $to ->
        [blocked] Person { $user } is blocked, and has been told. Orders under way are still made; a subscription goes on until they cancel it.
       *[unblocked] Person { $user } is unblocked, and has been told.
    }
    [already] { $to ->
        [blocked] Person { $user } is blocked already.
       *[unblocked] Person { $user } isn't blocked.
    }
    [operator] Operators can't be blocked. Take them out of the settings first.
   *[unknown] Person { $user } has never written to this bot.
    }
admin-ask-grant = How many credits should person { $user } get, and why? For example: <code>5 sorry for the wait</code>
admin-ask-debit = How many credits should I take from person { $user }, and why? For example: <code>5 granted by mistake</code>
admin-amount-unclear = Please write a number and a reason, such as <code>5 sorry for the wait</code>, or tap Cancel.
admin-ask-message = What should I write to person { $user }? They'll read it as from our team, without your name.
admin-needs-words = Please send it as text; I can't pass on photos or files.
admin-message-sent = Your message is on its way to person { $user }.

## Orders

admin-orders = { $list ->
    [stuck] <b>Stuck orders</b>: where they are for over { $minutes } minutes, the longest first.
   *[failed] <b>Failed orders</b> of the last { $days } days, the newest first.
    }{ $orders ->
    [0] {" "}There are none.
   *[other] {""}
    }
admin-orders-legend = 👤 person{ $role ->
    [viewer] {""}
    [support] {" "}· 🔁 try again · 🗑 off this list
   *[owner] {" "}· 🔁 try again · ↩️ give the credits back · 🗑 off this list
    }
admin-order-line = { $number }. <b>{ $model }</b> · { $price } · person { $user }
    { $progress ->
    [queued] Waits for its turn
    [published] With the workers, not yet at KIE.ai
    [submitted] KIE.ai is making it
    [ready] Made, and not delivered
    [not-fetched] Made, but they couldn't be reached for as long as it was kept; it was paid for
    [undeliverable] Made, but it couldn't be sent; their credits are back
   *[failed] Failed, their credits are back: { $reason ->
        [policy] refused by the model's content rules
        [refused] the model couldn't take it
        [image] the photo couldn't be used
        [image_gone] Telegram doesn't have the photo any more
        [sound] the model found no sound in the words
        [expired] it waited too long
        [timeout] it took too long; a late video is free
        [unknown] nobody knows whether KIE.ai took it; a late video is free
       *[provider] KIE.ai failed
    }
    }, since { $since } UTC ({ $age })
    <code>{ $job }</code>
admin-age-minutes = { $count } min
admin-age-hours = { $count } h
admin-age-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome = { $outcome ->
    [asked] The workers are asked again what became of it. Nothing is bought twice; if there's a video, it's delivered.
    [sent] I'm sending the video again now.
    [placed] Ordered again, with their credits. They have been told.
    [tried-already] That's done already.
    [ordered-by-person] They have ordered it again themselves since.
    [waits] It waits for its turn; nothing can be tried yet.
    [refused] It would be refused again: they have to change it first.
    [ended] It has ended, so it can't be tried again.
    [person-blocked] This person is blocked. Unblock them first.
    [not-enough] They don't have the credits for it any more.
    [too-many] They've reached their limit of orders for now. Try again later.
    [model-gone] Its model isn't offered any more.
    [forgotten] Its words are deleted, so it can't be ordered again.
    [paused] KIE.ai isn't taking orders right now. Try again later.
    [given-back] Done: their credits are back, and they have been told.
    [given-back-already] Their credits are back already.
    [delivered] They have the video. For credits all the same, use ➕ on their card.
    [dropped] It's off this list until it moves on.
   *[dropped-already] It's off the list already.
    }

## Stats

admin-now = <b>Right now</b>, { $at } UTC
    <b>Last 24 hours</b>
    Orders: { $ordered }, of them { $delivered } delivered and { $failed } failed
    Stars: { $paid } ⭐ paid, { $returned } ⭐ back
    <b>Now</b>
    { $queued } in the queue, { $rendering } being made, { $ready } being sent, { $stuck } stuck
    { $refunds } refunds to decide, { $subscriptions } subscriptions, { $blocked } people blocked
button-admin-refresh = 🔄 Refresh
