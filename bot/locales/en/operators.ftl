# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed = Your role doesn't allow this: please ask { $needs ->
    [owner] an owner (ADMIN_IDS).
    [support] support (SUPPORT_IDS) or an owner (ADMIN_IDS).
   *[viewer] an owner (ADMIN_IDS) to add you to VIEWER_IDS.
    }

## News

operators-provider-blocked = ⚠️ KIE.ai isn't taking orders: { $reason ->
    [out_of_funds] the account has no credits left. Top it up at kie.ai.
    [unauthorized] the key is wrong or may not do this. Check KIE_AI_API_KEY or KIE_AI_API_KEYS.
    [unreachable] no worker gets an answer from it. The workers' log names the address and the cause: check KIE_API_URL and their network.
   *[key_limit] the key has reached its own spending limit. Raise it at kie.ai.
    }
    Orders are paused; those in the queue wait.
operators-key-left-out = ⚠️ KIE.ai isn't taking orders by the key <b>{ $key }</b>: { $reason ->
    [out_of_funds] its account has no credits left. Top it up at kie.ai.
    [unauthorized] it is wrong or may not do this. Check it in KIE_AI_API_KEYS.
    [unreachable] there's no answer to it. The workers' log says why.
   *[key_limit] it has reached its own spending limit. Raise it at kie.ai.
    }
    It's left out until then; the other keys take its share.
operators-key-back = ✅ KIE.ai is taking orders by the key <b>{ $key }</b> again.
operators-key-missing = ⚠️ Orders need the key <b>{ $key }</b>, which isn't in KIE_AI_API_KEYS: it made their videos, or the videos they go on from, and no other key can see those. They wait, and people get their credits back in the end. Put the key back with weight 0 (<code>{ $key }:0=…</code>), restart the workers, and remove it when its orders are done.
operators-balance-low = ⚠️ KIE.ai's balance pays for no video that costs more than { $credits } of its credits. Not offered until you top it up at kie.ai: { $models }.
operators-provider-ok = ✅ KIE.ai is taking orders again.
operators-video-not-delivered = ⚠️ A finished video didn't reach person { $user } (job <code>{ $job }</code>). They have been told, and their credits are back. { $why ->
    [no-video] There is no video where KIE.ai says, although it was asked twice: { $detail }. If this goes on, ask KIE.ai about its file host, and switch the model off by MODELS_OFF.
    [too-large] It's too large for Telegram, and people can't open BOT_URL. Set WEBHOOK_URL to a public address, and such videos go out as links.
    [overdue] It could not be sent for as long as it was kept. Search the log for the job: the file host, the disk (VIDEOS_MEGABYTES_MAX) or Telegram failed all the time.
   *[not-taken] Telegram refuses it in every way: { $detail }. Search the log for the job.
    }
operators-videos-are-late = ⚠️ Finished videos have been waiting for more than an hour, and it's not because of their people: search the log for “a video could not be read”, “a video cannot be kept” and “a video was not delivered”. I keep trying; credits are spent only when a video arrives.
operators-foreign-payment = ⚠️ Person { $user } paid { $stars } Stars for an invoice that this bot didn't make (charge <code>{ $charge }</code>). Nothing was credited. Was the database replaced? Credit or refund it by hand.
operators-connection-trouble = ⚠️ { $kind ->
    [taken] Another process changed where Telegram sends this bot's updates. I've changed it back. Two programs with one BOT_TOKEN take each other's updates: stop the other one, or revoke the token in @BotFather and set the new one here.
    [conflict] Another process asks Telegram for this bot's updates, so people's messages go astray. Stop it, or revoke the token in @BotFather and set the new one here.
    [failing] Telegram can't hand updates over to this bot: { $words }. I've set the webhook again. If that doesn't help, check that WEBHOOK_URL can be reached from the internet and that its certificate is valid.
   *[behind] More and more updates wait at Telegram ({ $words } now), so people wait for answers. Check that WEBHOOK_URL can be reached, and the bot's log and disk.
    }
operators-connection-mended = ✅ Telegram's updates arrive again, after trouble from { $since } to { $until } UTC. { $kind ->
    [unreachable] Telegram couldn't be reached. Messages waited there and are answered now.
    [token_refused] Telegram didn't know the bot's token. Messages waited there and are answered now.
    [taken] What another process took never got here. Send /reconcile to have payments among it credited now.
    [conflict] What another process took never got here. Send /reconcile to have payments among it credited now.
   *[other] Messages waited at Telegram and are answered now.
    }
operators-sale-refused = 🚨 Telegram refuses { $call ->
    [invoice] this bot's invoices
    [subscription] this bot's subscriptions
   *[checkout] this bot's answers at the checkout
    }, so nobody can buy credits: { $reason }. Check the bot's payments in @BotFather and your PACKS, STARS_PER_CREDIT and SUBSCRIPTION_STARS. To try it, tap a pack under /buy.
operators-support-request = 🧾 Payment request { $number } from <a href="tg://user?id={ $user }">person { $user }</a>:
    <blockquote>{ $request }</blockquote>
    Answer with <code>/reply { $number } words</code>; the bot passes them on.
operators-dead-letter = ⚠️ Something couldn't be handled and was set aside: { $reason }. Look at the table dead_letters and the log.
operators-unknown-jobs = ⚠️ The workers speak of { $orders ->
    [one] an order that is
   *[other] { $orders } orders that are
    } not in this database. If it was put back from a copy, they were placed after the copy: their chats say "rendering…" for ever, and their credits are not in the books. They are in the table unknown_jobs; whoever asks gets them by /grant. If it was not, check DATA_DIR and whether another bot uses the same workers.
operators-put-back = ℹ️ This database was put back from a copy. { $orders ->
    [0] No order waits in it.
    [one] One order waits in it: the workers are asked about it before anything is bought.
   *[other] { $orders } orders wait in it: the workers are asked about them before anything is bought.
    } Send /reconcile to find payments that came after the copy. Orders placed after it are not known here; people who ask for one get their credits by /grant.

## Models

operators-price-differs = 💸 <b>{ $model }</b> ({ $combination }) costs { $cost } of KIE.ai's credits, and the catalogue says { $listed }: { $off } of the last { $of } such videos did. { $step ->
    [switched-off] I've switched the model off. Correct its cost in your CATALOG_FILE, restart the bot and the workers, and put it back by <code>/models on { $id }</code>.
    [is-last] It stays on the menu, because it's the last one there. Correct its cost in your CATALOG_FILE and restart the bot and the workers.
   *[told] Correct its cost in your CATALOG_FILE and restart the bot and the workers, or switch it off by <code>/models off { $id }</code> until then.
    }
operators-price-list-differs = 🏷 KIE.ai's price list doesn't have these costs of the catalogue:
    { $lines }
    Compare them with kie.ai/pricing, correct your CATALOG_FILE, and restart the bot and the workers; <code>bot check-catalogue</code> shows what is left of each price.
operators-price-list-line = • <b>{ $model }</b> ({ $combination }): { $listed } here, { $price } there by “{ $row }”
operators-model-failing = ⚠️ <b>{ $model }</b> failed { $failures } times in a row at KIE.ai. People are warned when they choose it, and nobody pays for a video that fails. If it goes on, switch it off by <code>/models off { $id }</code>.
operators-model-mended = ✅ <b>{ $model }</b>: { $made ->
    [yes] a video was made again, after failures since { $since } UTC.
   *[no] no failure for a day. It failed again and again since { $since } UTC; nobody has made a video with it meanwhile.
    }
operators-models = <b>Models</b>
    { $lines }
    Switch one by <code>/models off id</code> or <code>/models on id</code>.
operators-models-line = • <code>{ $id }</code> { $model }: { $state ->
    [setting] off by MODELS_OFF or the catalogue
    [operator] off by an operator
    [price-watch] off, because it costs more than the catalogue says
   *[on] on
    }{ $fails ->
    [yes] , often fails
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] Done: <code>{ $id }</code> is { $to }. { $to ->
        [off] What was ordered is still made.
       *[on] People can order it.
    }
    [already] <code>{ $id }</code> is { $to } already.
    [last] <code>{ $id }</code> is the last model on the menu, so it stays on. To sell nothing, stop the bot.
    [off-by-setting] <code>{ $id }</code> is off by MODELS_OFF or the catalogue. Change that and restart the bot.
   *[unknown] There's no model <code>{ $id }</code>. /models shows them all.
    }
operators-usage-models = Please write <code>/models</code> for the list, or <code>/models off id</code> and <code>/models on id</code>.

## Refunds

operators-refund-wanted = 🙋 <a href="tg://user?id={ $user }">Person { $user }</a> asks for a refund of purchase { $purchase }: { $credits } for { $stars } ⭐ on { $date }. { $because ->
    [too-late] It's too old for a refund without asking.
    [gift-opened] It's a gift that somebody has opened. If you approve, what is left of it is taken from them.
    [refused] Telegram has refused it before.
   *[spent] Some of its credits are spent or set aside.
    }
    If you approve, the Stars go back, and the remaining credits are removed. See /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = Person { $user } has { $held } of this purchase set aside for orders under way. Please decide when those have ended: until then it isn't known what is spent.
operators-refund-approved = ✅ Approved: { $stars } ⭐ of { $foreign ->
    [yes] this payment
   *[no] purchase { $purchase }
    } go back to person { $user }; { $taken } set aside for it. You'll hear from me only if Telegram refuses.
operators-refund-declined = ❌ Declined: purchase { $purchase } ({ $stars } ⭐). They have been told.
operators-refund-decided = { $eligibility ->
    [under-way] The refund is already on its way.
    [returned] It has been refunded already.
    [declined] It has been declined already.
   *[other] Nobody is asking for this refund any more.
    }
operators-refund-refused = ⚠️ Telegram refused to refund { $stars } ⭐ to person { $user }: { $reason }. { $credits ->
    [0] No credits were set aside for it.
   *[other] The credits are back.
    } If the bot has too few Stars, wait for more and then send
    <code>/refund { $charge } why</code>
operators-purchase-unknown = There's no purchase <code>{ $which }</code>. Take it from /ledger person, such as <code>123456#2</code> for the second one of person 123456, or take the transaction id from the buyer's receipt. A payment that just came in is known after /reconcile.

## People's credits

operators-credits-moved = Done. Person { $user } has { $balance } now, and has been told.
operators-has-less = Person { $user } has only { $balance }. Nothing was taken.
operators-person-unknown = Person { $user } has never written to this bot.
operators-account = <b>Person { $user }</b>: { $available } available, { $held } held, { $refunding } being refunded.
operators-account-purchase = Purchase <code>{ $purchase }</code>: { $credits } for { $stars } ⭐ on { $date }, { $left } left{ $gift ->
    [none] {""}
    [waiting] , a gift that isn't opened yet
    [refunding] , a gift that isn't opened
    [returned] , a gift that wasn't opened
    [kept] , a gift that nobody opened in time
   *[opened] , a gift that was opened
    }{ $eligibility ->
    [asked] , a refund is asked for
    [declined] , a refund was declined
    [refused] , Telegram refused a refund
    [under-way] , the refund is on its way
    [returned] , refunded
   *[other] {""}
    }
operators-account-entries = Entries, newest first, times in UTC, page { $page } of { $pages }:
operators-entry = { $at } · { $credits } · { $cause ->
    [pay] bought, { $purchase }
    [bonus] bonus of { $purchase }
    [first] bonus for their first purchase
    [welcome] welcome credits
    [invited] because they were invited
    [inviter] for inviting somebody
    [inviter-back] taken: the purchase of whom they invited was refunded
    [promo] promo code
    [gift-out] given away: { $purchase } was opened
    [gift-in] opened a gift, { $purchase }
    [gift-kept] theirs: nobody opened the gift { $purchase }
    [gift-back] taken: the Stars of the gift { $purchase } went back
    [grant] given
    [debit] taken
    [hold] set aside for order <code>{ $job }</code>
    [capture] spent on order <code>{ $job }</code>
    [release] back from order <code>{ $job }</code>
    [give-back] given back for order <code>{ $job }</code>, which was spent
    [refund-hold] set aside to refund { $purchase }
    [refund-undo] back: Telegram refused to refund { $purchase }
   *[revoke] { $held ->
        [yes] gone with the refund of { $purchase }
       *[no] taken: the Stars of { $purchase } went back without us
    }
    }
operators-entry-by = {""} by operator { $operator }: { $reason }
operators-too-many-credits = One command moves at most { $most }. Nothing was done.
operators-help = <b>For operators</b>
operators-help-line = /{ $command } · { $about }
command-admin = People, orders, models and figures
command-grant = Give credits: person, credits, why
command-debit = Take credits: person, credits, why
command-ledger = Balances and entries of a person
command-refund = Give Stars back: person#number or transaction id, why
command-reply = Answer a payment request: its number, words
command-reconcile = Compare with Telegram's list of Stars now
command-models = The models on the menu; off id takes one off it
command-promo = Promo codes; code credits people days makes one
command-broadcast = Send a message to everybody, or to some
command-stats = How the shop is doing; daily on sends it every morning
command-shop = Prices, packs, bonuses
command-maintenance = Only operators can order: on or off, with words for people
operators-usage-grant = Please write <code>/grant person credits why</code>, such as <code>/grant 123456 5 sorry for the wait</code>
operators-usage-debit = Please write <code>/debit person credits why</code>, such as <code>/debit 123456 5 granted by mistake</code>
operators-usage-ledger = Please write <code>/ledger person</code>, such as <code>/ledger 123456</code>, and a page number for older entries.
operators-usage-refund = Please write <code>/refund person#number why</code> as /ledger person shows it, such as <code>/refund 123456#2 the video never came</code>, or the transaction id in place of the purchase.
operators-usage-reply = Please write <code>/reply number words</code>, such as <code>/reply 3 Your credits are back, sorry!</code>
operators-reply-sent = Your answer to request { $number } is on its way to person { $user }.
operators-request-unknown = There is no request { $number }.
operators-usage-reconcile = Please write <code>/reconcile</code>

## Promo codes

operators-promos = <b>Promo codes</b>
    { $lines }
    Make one by <code>/promo code credits people days</code>, end one by <code>/promo code off</code>.
operators-promos-line = • <code>{ $code }</code>: { $credits }, used { $uses } of { $most } times, { $state ->
    [open] until { $ends }
    [used-up] used up
   *[ended] ended on { $ends }
    }
operators-promos-none = There are no promo codes yet. Make one by <code>/promo code credits people days</code>, such as <code>/promo SUMMER 2 100 30</code>: 2 credits for each of 100 people within 30 days.
operators-promo-made = ✅ <code>{ $code }</code> brings { $credits } to each of { $people ->
    [one] { $people } person
   *[other] { $people } people
    }, once per person, until { $ends }. People send <code>/redeem { $code }</code> or open { $link }
operators-promo-taken = There is, or was, a code <code>{ $code }</code>. Nothing was changed; please take another name.
operators-promo-off = { $outcome ->
    [ended] Done: nobody can use <code>{ $code }</code> any more. What people have by it stays theirs.
    [had-ended] <code>{ $code }</code> had ended before.
   *[unknown] There's no code <code>{ $code }</code>. /promo shows them all.
    }
operators-usage-promo = Please write <code>/promo code credits people days</code>, such as <code>/promo SUMMER 2 100 30</code>, or <code>/promo SUMMER off</code>, or <code>/promo</code> for the list. A code has 3 to 32 letters, digits, dashes or underscores; it brings 1 to 1000 credits to 1 to 1000000 people for 1 to 3650 days.

## Figures of the shop

operators-stats = <b>Last { $days } days</b>
    ⭐ { $stars } Stars paid{ $returned ->
    [0] {""}
   *[other] , { $returned } of them given back
    } · 🎬 { $orders ->
    [one] one video
   *[other] { $orders } videos
    } ordered · 👤 { $people ->
    [one] one new person
   *[other] { $people } new people
    }
    Made: { $success } · Margin: { $margin } (USD { $income } in, { $cost } to KIE.ai)
operators-stats-unreadable = I can't read the figures right now. Try again in a minute; the log says why.
operators-stats-daily-on = OK, you'll get these every day at { $time } UTC. For another hour, write /stats daily on 7.
operators-stats-daily-off = OK, I won't send these by myself any more.
operators-usage-stats = Please write <code>/stats</code>, <code>/stats daily on</code>, <code>/stats daily on 7</code> for 7:00 UTC, or <code>/stats daily off</code>.
button-stats-days = { $days } days
button-stats-daily-on = ⏰ Send me this every morning
button-stats-daily-off = 🔕 Not every morning any more
stats-image-title = Last { $days } days
stats-image-stars = Stars
stats-image-orders = Orders
stats-image-people = New people
stats-image-margin = Margin
stats-image-stars-by-day = Stars by day
stats-image-orders-by-day = Orders by day
stats-image-people-by-day = New people by day
stats-image-success-by-model = Success by model
stats-image-nothing = Nothing yet

## Broadcasts

operators-broadcast-ask = 📣 Send me the message that people should get: a text with its formatting, or one photo or video with a caption. You'll see it first and pick who gets it; nothing goes out yet.
operators-broadcast-cannot = I can't send that to everybody. Please send one message: a text, or one photo, video, voice message or file with a caption. Albums don't work.
operators-broadcast-panel = 👆 That's what people will get; each of them can stop such messages by the button under it.

    To: { $to } · <b>{ $people ->
    [one] one person
   *[other] { $people } people
    }</b>
    People who switched news off or blocked the bot aren't counted. Pick who gets it, then when. Times are UTC.
operators-broadcast-to = { $spoken ->
    [yes] { $language }
   *[no] all languages
    }{ $days ->
    [0] {""}
   *[other] , seen within { $days } days
    }
operators-broadcast-ask-language = Which language should they speak? People whose Telegram is in it, or who chose it here:
operators-broadcast-ask-time = When should it go out? Write the time in UTC, such as <code>18:30</code> or <code>2027-12-24 09:00</code>, at most 60 days ahead. It's { $now } now.
operators-broadcast-wrong-time = That time has passed, or is more than 60 days away. Pick another one.
operators-broadcast-nobody = Nobody would get it. Pick other people.
operators-broadcast-not-sent = OK, nothing is sent.
operators-broadcast-progress = 📣 { $state ->
    [draft] Not sent yet.
    [scheduled] Goes out on { $at } UTC.
    [sending] On its way: { $percent }%
    [paused] Paused at { $percent }%. Nobody gets it twice when you continue.
    [done] Done.
   *[cancelled] Cancelled.
    }
    To: { $to } · { $people ->
    [one] one person
   *[other] { $people } people
    }
    { $state ->
    [draft] {""}
    [scheduled] Keep the message you sent me: I copy it from this chat.
   *[other] ✅ { $sent } got it · 🚫 { $blocked } blocked the bot · ⚠️ { $failed } refused by Telegram
    }
operators-broadcast-done = 📣 Your broadcast is done. ✅ { $sent } got it · 🚫 { $blocked } blocked the bot · ⚠️ { $failed } refused by Telegram{ $failed ->
    [0] .
   *[other] . The log says why.
    }
operators-broadcast-stopped = ⚠️ Your broadcast is paused: { $known ->
    [yes] Telegram refuses the message: { $reason }. If it can't be mended, cancel it and send another.
   *[no] the message isn't in this chat any more, so I can't copy it. Cancel it and send it again; to leave out those who have it, write to other people.
    }
button-broadcast-everybody = 👥 Everybody
button-broadcast-languages = 🌐 One language…
button-broadcast-all-languages = All languages
button-broadcast-seen = Seen in { $days } days
button-broadcast-now = 📣 Send now to { $people }
button-broadcast-tomorrow = Tomorrow { $time }
button-broadcast-hour = In an hour
button-broadcast-time = Another time…
button-broadcast-pause = ⏸ Pause
button-broadcast-resume = ▶️ Continue
button-broadcast-cancel = ✖️ Cancel

## Telegram's list of Star transactions

operators-reconcile-begun = Reading Telegram's list of transactions…
operators-reconciled = ✅ { $listed } transactions are listed, { $new } of them new: { $credited } credited late, { $revoked } taken back. Balance: { $balance } ⭐. { $agrees ->
    [yes] It agrees with the list.
   *[no] The list says otherwise by { $difference } ⭐.
    }
operators-not-reconciled = ⚠️ Telegram's list of transactions couldn't be read: { $reason }. I'll try again by myself.
operators-star-difference = { $agrees ->
    [yes] ✅ Telegram's balance ({ $balance } ⭐) agrees with its list of transactions again.
   *[no] ⚠️ Telegram's balance ({ $balance } ⭐) differs from its list of transactions by { $difference } ⭐. Look at the bot's balance in @BotFather.
    }
operators-payment-not-listed = ⚠️ The payment <code>{ $charge }</code> of person { $user } was credited, but Telegram doesn't list it. Was it forged? See /ledger { $user }
operators-refund-not-listed = ⚠️ The refund of <code>{ $charge }</code> to person { $user } counts as done, but Telegram doesn't list it. See /ledger { $user }
operators-older-payments = ℹ️ { $count ->
    [one] One payment
   *[other] { $count } payments
    } ({ $stars } ⭐) on Telegram's list are older than this database. They are kept in the table star_transactions and credited to nobody. If they should be, put the old database back.
operators-unreadable-transaction = ⚠️ A transaction on Telegram's list can't be read (<code>{ $id }</code>). Look at the log, and update Starreel.
operators-books-are-wrong = 🚨 The books are wrong. Run <code>bot audit</code> for the rows, and stop the bot if credits are at stake:
    { $found }
