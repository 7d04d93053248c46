# What people read. Plain and kind; no blame, no jargon; say what happens with the credits.
# English like a person's: contractions, short sentences, "our team" for whoever runs the bot, "photo" for an image.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}
date = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
credits-and-bonus = { $credits } + { $bonus } credits

## Start and help

welcome = <b>Welcome to Starreel!</b>
    Describe a scene (or send a photo with a caption), and I'll turn it into a video.

    Videos start at { $price } ({ $pack } = { $stars } ⭐). You have { $balance }.
welcome-gift = 🎁 { $credits } on us, so you can try it right away. Have fun!
help = <b>How it works</b>
    1. Describe a scene, or send a photo with a caption.
    2. Check the card: change the model, the options or the photo if you like, and tap Generate.
    3. Your video arrives here, usually within a few minutes. If it fails, you get your credits back.

    /generate – make a video
    /templates – ready ideas
    /videos – what you've made
    /tips – better prompts
    /settings – your defaults
    /language – your language
    /buy – buy credits with Telegram Stars, for you or as a gift
    /balance – see your credits
    /invite – invite friends
    /redeem – use a promo code
    /cancel – cancel the current order
    /paysupport – help with a payment
    /privacy – what I keep, and how to delete it
    /terms – terms of use
hint = Describe a scene or send a photo, and I'll turn it into a video. See /help for more.
unknown-command = I don't know that command. See /help for what I can do.
too-fast = Too many messages – please wait a minute.
order-still-open = You have an unfinished order.
private-only = I make videos in a private chat. Tap below to open ours.
gift-received = 🎁 Thank you for the gift!
terms = <b>Terms</b>
    • You buy credits with Telegram Stars. Credits are for making videos here and can't be turned into money.
    • Credits you were given are spent first, then those you bought, oldest purchase first. A bonus is spent after the credits it came with. An unused purchase can be refunded under /paysupport for some time, and its bonus goes with it; for anything else, you can request a refund.
    • A gift belongs to whoever opens its link first, and to its buyer if nobody does in time. Until it's opened, its buyer can have it refunded. Credits for an invitation go when the purchase they came from is refunded.
    • A subscription is paid in Stars every 30 days until you cancel it, under /balance or in Telegram's settings. Each payment is a purchase like any other.
    • A video's credits are set aside when you order it, and spent when it arrives. If it fails, you get them back right away.
    • Illegal or harmful content is not allowed. Such orders are refused, and their credits come back.
    • Your prompts and photos go to the service that makes the videos, and to nobody else. See /privacy.
    • Questions about a payment: /paysupport. Telegram's own support can't help with purchases made in this bot.

## Credits

balance = Your balance: { $balance }
balance-held = { $credits } set aside for videos in progress.
balance-refunding = { $credits } set aside for a refund.
balance-gifted = { $credits } in gifts that nobody has opened yet.
credits-granted = 🎁 You received { $credits } from our team. Your balance: { $balance }
credits-debited = { $credits } were removed by our team. Your balance: { $balance } Don't know why? Write to /paysupport.
offer = <b>Buy credits</b>
    You have { $balance }. Most videos cost 1 credit. Pick a pack:
offer-first = 🎁 Your first purchase brings { $first } extra.
offer-invited = 🎁 A friend invited you: your first purchase brings both of you { $credits } extra.
offer-subscription = 📅 Or subscribe: { $credits } every 30 days for { $stars } ⭐. Cancel any time.
offer-terms = By paying you agree to the /terms.
pack = { $credits } · { $stars } ⭐
pack-gone = This pack is no longer sold. Here are the ones that are.
invoice-title = { $credits }
invoice-description = { $number ->
    [one] { $credits } for making AI videos with Starreel. It does not expire.
   *[other] { $credits } for making AI videos with Starreel. They do not expire.
}
invoice-refused = Sorry, I can't open the payment right now. Our team has been told. Please try again later.
receipt = ✅ Thank you! { $bought } added. Your balance: { $balance }
receipt-first = ✅ Thank you! { $bought } added, and 🎁 { $first } for your first purchase. Your balance: { $balance }
receipt-invited = 🎁 And { $credits } because a friend invited you. They get as many.
receipt-until = 📅 Your subscription is paid until { $until }. To change it, see /balance.
subscription-button = 📅 { $credits } a month · { $stars } ⭐
subscription-offer = <b>📅 Monthly subscription</b>
    You get { $credits } every 30 days for { $stars } ⭐. Credits you don't use stay yours. You can cancel any time under /balance; what's paid stays yours.

    By paying you agree to the /terms.
subscription-description = { $credits } every 30 days for making AI videos with Starreel. They do not expire.
subscription-pay = Subscribe for { $stars } ⭐
subscription-gone = There are no subscriptions any more. Send /buy to see what there is.
subscription-line = 📅 Your subscription: { $credits } every 30 days for { $stars } ⭐. { $state ->
    [active] The next payment is on { $until }.
    [failed] The last payment failed: please top up your Stars. It's paid until { $until }.
   *[cancelled] It's cancelled and runs until { $until }.
    }{ $wish ->
    [cancel] {" "}I've asked Telegram to cancel it.
    [resume] {" "}I've asked Telegram to let it go on.
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 Your subscription is cancelled: nothing more is paid after { $until }.
    [failed] ⚠️ Telegram couldn't take the next { $stars } ⭐ for your subscription, so the next { $credits } aren't here yet. Please top up your Stars in Telegram's settings under My Stars, and it goes on.
    [active] 📅 Your subscription goes on. The next payment is on { $until }.
   *[ended] 📅 Your subscription has ended; your credits stay yours. To start a new one, send /buy.
    }
subscription-may-go-on = 📅 Telegram lets you go on with your subscription now. To turn it back on, open Telegram's settings, tap My Stars, pick this subscription and tap Renew.
subscription-not-changed = Telegram didn't let me change your subscription. You can do that yourself: open Telegram's settings, tap My Stars and pick this subscription. If that doesn't help, please write to /paysupport.
subscription-asked = { $wish ->
    [resume] I'm asking Telegram to let your subscription go on.
   *[cancel] I'm asking Telegram to cancel your subscription.
    }
subscription-already-so = { $wish ->
    [resume] Your subscription goes on already.
   *[cancel] Your subscription is cancelled already.
    }
payment-unmatched = Your payment has arrived, but I can't tell which order it belongs to. Our team knows about it; please write to /paysupport if you don't hear from them.
payment-returned = ↩️ Your Stars for { $bought } were returned to you{ $part ->
    [all] , and the credits were taken back.
    [some] , and the { $taken } you had left were taken back.
   *[none] .
    } Your balance: { $balance }
payment-returned-gift = ↩️ Your Stars for the gift of { $credits } were returned to you. { $state ->
    [unopened] It can't be opened any more.
    [opened] What was left of it was taken back.
   *[owed] What was left of it was taken back, and the { $owed } that were used were taken from your balance.
    } Your balance: { $balance }
payment-returned-unmatched = ↩️ Your Stars were returned to you. Your balance: { $balance }
checkout-not-ours = This invoice isn't valid. Please send /buy for a new one.
checkout-not-yours = This invoice was made for somebody else. Please send /buy to get your own.
checkout-price-changed = Our prices have changed. Please send /buy for a new invoice.
checkout-too-old = This invoice is too old. Please send /buy for a new one.
checkout-already-subscribed = You have a subscription already. See /balance.
blocked = Our team has blocked your account here, so you can't order or buy. For refunds or questions, send /paysupport; to cancel a subscription, /balance.
unblocked = ✅ Our team has unblocked your account: you can make videos and buy credits again.
team-message = 💬 Our team writes:
    <blockquote>{ $words }</blockquote>
    To answer, send /paysupport.
ordered-again = 🔁 Our team has ordered your video with <b>{ $model }</b> again: the last try failed. If it arrives, it costs { $price }, like the first.
credits-given-back = 🎁 Our team has returned { $price } for your video. If it still arrives, it's free. Your balance: { $balance }
checkout-already-paid = This invoice is already paid. Please send /buy if you want more credits.

## Gifts

gift-offer = <b>🎁 Give credits to somebody</b>
    You get a link after you've paid. Whoever opens it first has the credits. If nobody does within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, they're yours. Pick a pack:
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = A gift of { $credits } for making AI videos with Starreel. You get a link, and whoever opens it first has the credits.
receipt-gift = ✅ Thank you! Your gift of { $credits } is ready. Send this link to whoever should have it; the first to open it gets the credits:

    { $link }

    If nobody opens it within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, the credits are yours. Until then you can refund it under /paysupport.
receipt-gift-over = ✅ Thank you! Your gift of { $credits } is paid. { $state ->
    [opened] It has been opened.
    [taken_back] It has been opened.
    [kept] Nobody opened it in time, so the credits are yours.
   *[other] Its Stars are on their way back to you, so it can't be opened.
    }
gift-opened = 🎁 Somebody gave you { $credits }! Your balance: { $balance }

    Describe a scene or send a photo, and I'll turn it into a video.
gift-already-yours = You've already opened this gift: its credits are in your balance. See /balance.
gift-already-opened = Somebody else has opened this gift already. A gift goes to the first who opens it.
gift-refunded = This gift was taken back by whoever bought it, so it can't be opened.
gift-too-late = This gift wasn't opened in time, so it went back to whoever bought it.
gift-unknown = I can't find this gift. Please check the link: it must be complete.
gift-was-opened = 🎁 Your gift of { $credits } has been opened.
gift-kept = 🎁 Nobody opened your gift, so its { $credits } are yours now. Your balance: { $balance }
gift-taken-back = ↩️ The payment for a gift that you opened was returned to whoever bought it, so the { $credits } you had left of it are gone. Your balance: { $balance }
share-gift = 🎁 A gift for you: credits for AI videos! Tap the link to get them.

## Invitations

invite = <b>🎁 Invite friends</b>
    Send your link to friends who are new here. When one of them makes their first purchase, you both get { $credits }, for up to { $most ->
        [one] { $most } friend
       *[other] { $most } friends
    }.

    { $link }
invite-off = <b>Invite friends</b>
    There's no reward for invitations right now, but your friends are welcome all the same. Tap below to share the bot.
invite-sum = Came by your link: { $came }
    Made a purchase: { $bought }
    You've earned: { $earned }
invited = 🎁 A friend invited you: your first purchase brings both of you { $credits } extra.
invited-oneself = That's your own link. Send it to friends: /invite
invited-not-new = Invitations are for people who are new here. But you can invite friends yourself: /invite
invitation-rewarded = 🎁 A friend you invited made their first purchase, and you get { $credits }. Your balance: { $balance }
invitation-taken-back = ↩️ A friend's first purchase was refunded, so the { $credits } you got for it were taken back. Your balance: { $balance }
share-invitation = Make AI videos with me:

## Promo codes

redeem-ask = 🎟 What's your promo code? Just send it.
redeem-cancelled = OK, no code.
redeemed = 🎁 { $credits } added. Your balance: { $balance }
redeem-unknown = I don't know this code. Please check how it's written, and send /redeem again.
redeem-expired = This code has expired.
redeem-used-up = This code has been used by as many people as it was made for. Sorry!
redeem-already-used = You've already used this code. It works once per person.
redeem-too-many = That's a lot of codes that don't exist. Please try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.

## An order

ask-model = <b>Choose a model</b>
ask-model-line = • <b>{ $model }</b>: { $about }{ $fails ->
    [yes] {" "}· ⚠️ often fails at the moment
   *[no] {""}
    }
ask-model-prompt = Your prompt: <i>{ $prompt }</i>
models-speech = <b>🗣 For speech</b>
models-long = <b>⏱ Longest videos</b>
models-cheap = <b>💸 Quick and light</b>
models-photo = <b>🖼 From your photo</b>
model-button = { $from ->
    [one] { $model } · { $from } credit
   *[other] { $model } · { $from } credits
}
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ This model often fails at the moment. If your video isn't made, your credits come back.
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ continue your video
    [full-hd] your video in 1080p
    [ultra-hd] your video in 4K
   *[upscale] your video, sharper
}
card-image = 🖼 Photo { $number }: { $role ->
    [first] first frame
    [last] last frame
   *[reference] reference
}
card-price = Price: { $price } · Balance: { $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 Add a photo
    [one] 🖼 { $images } photo
   *[other] 🖼 { $images } photos
}
ask-prompt = ✍️ What should happen in the video? Just write it. For example: <i>A red fox runs through fresh snow at dawn, slow motion.</i>
ask-blank = ✍️ { $ask } For example: <i>{ $example }</i>
ask-style = Tap to add or remove:
ask-what-next = ✍️ What should happen next in your video? Just write it.
takes-no-prompt = This needs no prompt: it's your video once more, as it is.
prompt-empty = That message was empty. Please describe your video in a few words.
prompt-too-long = Your prompt has { $chars } characters; { $model } takes up to { $max }. Please send a shorter one.
cannot-use-that = I can only use text and photos.
ask-image = Want to start from a photo? Send it now.
ask-image-more = Send another photo to add it.
images-full = That's all the photos this model takes. A new one replaces the last.
ask-image-required = 🖼 { $model } starts from a photo. Please send one.
image-received = 📷 I'm checking your photo.
image-replaced = I've replaced the last photo: this model takes no more.
images-enough = { $images ->
    [one] One photo is enough: I'll use the first one.
   *[other] This model takes up to { $images } photos: I'll use the first ones.
}
not-an-image = I can't use this file. Please send a { $types } photo.
image-too-large = This photo is too large. Please send one of up to { $megabytes } MB.
image-left-out = I left out the photo that couldn't be used. Send another one if you like.
image-unavailable = I couldn't get your photo from Telegram. Please send it again.
model-takes-no-image = This model works from text alone, so the photo isn't used.
model-gone = This model is no longer available. Please choose another one.
follow-up-gone = That can't be made of this video any more.
confirm-button = { $credits ->
    [one] ✨ Generate · { $credits } credit
   *[other] ✨ Generate · { $credits } credits
}
choice-length = { $seconds } s
choice-sound = with sound
choice-no-sound = no sound
choice-price = { $label } ({ $more })
not-enough = You need { $price } for this video and have { $available }. Buy a pack below; your prompt is saved.

    By paying you agree to the /terms.
order-dropped = Order cancelled. Nothing was charged.
nothing-to-cancel = Nothing to cancel.
cancel-queued = You have no unfinished order. Tap below to cancel a video that hasn't started yet.
cancel-video = Cancel: { $prompt }
cancel-rendering = Your video is already being made, so it can't be cancelled.
cancel-passed-on = Your order has already been passed on, so it can't be cancelled. If it isn't made, you get your credits back.
old-button = This button has expired.
already-placed = You've already placed this order.
order-changed = The order or its price has changed. Please check it again.
prompt-replaced = Prompt updated.
prompt-joined = I joined both messages into one prompt.
tap-to-confirm = Almost there: tap "Generate" below to start.
placed = Order placed.
too-many-orders = You've reached the limit of videos for now. Your order is saved; please tap again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
too-many-orders-today = You've reached the limit of videos for a day. Your order is saved; please tap again in { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}.
paused = Video generation is temporarily unavailable. Your credits are safe. Please try again later.
paused-briefly = Video generation is temporarily unavailable. Your order is saved; please try again later.
paused-model = { $model } is temporarily unavailable. Your order is saved; please choose another model or try again later.

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] continued
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] sharper
}
status-queued = ⏳ <b>{ $model }</b>: number { $position } in the queue. { $price } set aside.
status-queued-paused = ⏸ <b>{ $model }</b>: in the queue. Video generation is temporarily unavailable; your order keeps its place. { $price } set aside.
status-under-way = 🎬 <b>{ $model }</b>: your video is in the works. This usually takes { $usual }; you can close the chat. { $price } set aside.
status-under-way-paused = ⏸ <b>{ $model }</b>: your order waits. Video generation is temporarily unavailable. If it isn't made, you get your { $price } back.
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] Any moment now.
        [one] About a minute left.
       *[other] About { $minutes } minutes left.
    }
status-late = ⏳ <b>{ $model }</b>: this one takes longer than usual. I'm still waiting for it. If it isn't made, you get your { $price } back.
usual-wait = { $slow ->
    [0] less than a minute
    [one] about a minute
   *[other] { $range ->
        [yes] { $median ->
            [0] up to { $slow } minutes
           *[other] { $median } to { $slow } minutes
        }
       *[no] about { $slow } minutes
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b>: I sent your order, but the answer got lost. { $minutes ->
    [one] If I hear nothing within a minute
   *[other] If I hear nothing within { $minutes } minutes
}, you get your { $price } back. If the video comes after that, it's free.
status-ready = 📦 <b>{ $model }</b>: your video is ready, I'm sending it.
status-gone = ⏳ <b>{ $model }</b>: your video is made, but the video service isn't handing it over yet. I keep trying. If it doesn't come, you get your { $price } back.
status-gone-free = ⏳ <b>{ $model }</b>: your video is made, but the video service isn't handing it over yet. I keep trying.
status-delivered = ✅ <b>{ $model }</b>: done · { $price } used · { $left } left
status-delivered-free = ✅ <b>{ $model }</b>: your video is here after all. It's free: you already got your credits back.
status-failed = ⚠️ <b>{ $model }</b>: failed – { $price } returned.
status-cancelled = <b>{ $model }</b>: cancelled – { $price } returned.
status-undeliverable = <b>{ $model }</b>: your video was ready, but I couldn't reach you for a week. Please write to /paysupport.
status-lost = ⚠️ <b>{ $model }</b>: your video didn't make it – { $price } returned.
video-lost = { $reason ->
    [no-video] I'm sorry: the video service says your video is done, but I couldn't get a video from it. I asked twice.
    [too-large] I'm sorry: your video is too large to be sent here, and I have no other way to get it to you.
    [overdue] I'm sorry: your video was made, but I couldn't send it to you, and I've tried for days.
   *[not-taken] I'm sorry: your video was made, but I couldn't send it to you. Telegram doesn't take the file.
    }

    { $paid ->
    [yes] { $price } returned. Your balance: { $balance }
   *[no] It didn't cost you anything. Your balance: { $balance }
    }
job-cancelled = Cancelled; your credits are back.
cancel-too-late = Too late to cancel: your order has already been passed on.
link-too-large = Your video is ready! It's too large to be sent here, so please download it:
link-not-taken = Your video is ready! Telegram couldn't take the file just now, so please download it:
link-kept = The link works for 7 days.
link-at-provider = The link works for a day or so, so it's best to save the video soon.
failed-policy = The model refused this { $image ->
    [yes] prompt or photo
   *[no] prompt
    } because of its content rules. Please { $image ->
    [yes] rephrase it, or try another photo
   *[no] rephrase it
    }.
failed-refused = The model couldn't take this order. Please change it a little and try again.
failed-image = I couldn't use the photo. Please try another one.
failed-image_gone = Telegram doesn't have your photo any more. Please send it again.
failed-sound = This model adds sound to every video and couldn't find any in your prompt. Name a sound, or write what is said, and try again.
failed-provider = Something went wrong while your video was being made. Please try again.
failed-expired = The service was busy for too long. Please try again later.
failed-timeout = I've stopped waiting for your video: it took too long. If it still arrives, it's free.
failed-unknown = I couldn't confirm your order. If the video still arrives, it's free.
failed = { $reason }

    { $price } returned. Your balance: { $balance }

## Videos that were made

videos = <b>Your videos</b>
    Tap a number to send one again, change it or go on from it.
videos-line = { $number }. { $date } · <b>{ $model }</b>: { $prompt }
videos-none = You have no videos yet. Describe a scene or send a photo, and I'll make one.
video-gone = This video isn't kept any more.
video-deleted = Deleted from your list.
share-text = Make a video like this with me:
shared-order = 🎁 Somebody shared this idea with you. Change whatever you like.
shared-gone = This idea isn't shared any more. Describe a scene of your own, or pick a template.

## Templates

templates = <b>Templates</b>
    Pick an idea, and I'll fill in the rest.
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 from your photo
       *[words] { $blanks ->
            [0] nothing to fill in
            [one] one thing to fill in
           *[other] { $blanks } things to fill in
        }
    }
template-gone = This template isn't available any more. Here are the ones that are.

## Tips

tips = <b>💡 Tips for { $model }</b>
tips-all = <b>💡 How to write a good prompt</b>
tips-scene = • <b>Scene:</b> say who or what, where, and what happens, in one or two sentences.
tips-camera = • <b>Camera and light:</b> name them. For example: <i>slow dolly-in, golden hour light</i>.
tips-speech = • <b>Speech:</b> put it in quotes. For example: <i>She smiles and says: "Welcome home!"</i> Name the sounds you want, too.
tips-sound = • <b>Sound:</b> name what is heard. For example: <i>waves, distant gulls</i>.
tips-silent = • <b>No sound:</b> this model makes silent videos, so leave out speech and music.
tips-photo = • <b>From a photo:</b> describe what moves; the look comes from the photo.
tips-length = • <b>Length:</b> a few seconds hold one or two actions. A longer story needs a longer video.
style-dolly = 🎥 Dolly-in
style-drone = 🚁 Drone shot
style-handheld = 🤳 Handheld
style-slow-motion = 🐢 Slow motion
style-golden = 🌇 Golden hour
style-neon = 🌃 Neon night
style-film = 🎞 35mm film
style-macro = 🔬 Macro
style-animated = 🧸 3D animation

## Settings

settings = <b>⚙️ Your defaults</b>
    New orders begin with these. You can change them in every order.
settings-line = { $name }: <b>{ $value }</b>
settings-as-last = as last time
settings-as-telegram = as in Telegram
settings-model = Model
settings-format = Format
settings-length = Length
settings-sound = Sound
settings-language = Language
settings-news = News from us
settings-news-on = on
settings-news-off = off
button-news-on = 🔔 Turn on news
button-news-off = 🔕 Turn off news
button-no-more-news = 🔕 Stop these messages
news-are-off = OK, no more news. You'll still hear about your videos and payments. /settings turns news back on.
news-are-on = OK, you'll hear our news again.
settings-ask-model = Which model should new orders begin with?
settings-ask-format = Which format do you prefer? Models without it use their own.
settings-ask-length = Which length do you prefer? Models without it use their own.
settings-ask-sound = Do you want sound, where it can be chosen?
settings-ask-language = Which language should I speak?
language-name = English
language-set = OK, I'll speak English from now on.

## Payment support

support = <b>Payment support</b>
    Telegram's own support can't help with purchases made in this bot.
support-write = Something else? Describe the problem in your next message, and our team will reply here.
support-needs-words = Please describe the problem in words; I can't pass on photos or files.
support-too-many = You've sent us a lot today, and we have all of it. Please wait for our reply, or write again tomorrow.
support-cancelled = OK, no request was sent.
support-reply = 💬 About your payment request { $number }:
    <blockquote>{ $words }</blockquote>
    To write again, send /paysupport.
support-received = Thank you! { $seen ->
    [yes] Our team has your request.
   *[no] Your request is saved, and our team will read it as soon as they can.
    } Its number is { $number }.{ $photo ->
    [yes] {" "}I can't pass on photos or files, so please describe what it shows if that matters.
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>Your last purchases</b>
    Unused purchases can be refunded within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } with the buttons below. For anything else, request a refund.
purchase-line = { $number }. { $credits } for { $stars } ⭐ on { $date }{ $gift ->
    [none] {""}
    [waiting] {" "}· 🎁 gift, not opened yet
    [refunding] {" "}· 🎁 gift, not opened
    [returned] {" "}· 🎁 gift, not opened
    [kept] {" "}· 🎁 gift that nobody opened
   *[opened] {" "}· 🎁 gift, opened
    }{ $eligibility ->
    [asked] : refund requested
    [declined] : refund declined
    [under-way] : refund on its way
    [returned] : refunded
   *[other] {""}
    }
    Transaction <code>{ $charge }</code>
refund-offer = <b>Refund purchase { $number }?</b>
    You get { $stars } ⭐ back, and { $credits } are taken from your balance.
refund-offer-gift = <b>Refund purchase { $number }?</b>
    You get { $stars } ⭐ back, and nobody can open your gift of { $credits } any more.
refund-begun-gift = ↩️ The refund of your gift, purchase { $number }, is on its way: { $stars } ⭐. Its link doesn't work any more. I'll let you know.
refund-begun = ↩️ The refund of purchase { $number } is on its way: { $credits } are set aside until your { $stars } ⭐ are back. I'll let you know.
refund-kept = OK, your credits stay.
refund-asked = Thank you. Our team has been asked to refund purchase { $number }; I'll let you know what they decide.
refund-declined = The refund of purchase { $number } ({ $credits } for { $stars } ⭐) was declined. If you think that's a mistake, please write to /paysupport.
refund-refused = Telegram couldn't refund your payment. { $credits ->
    [0] Our team knows about it and will look into it.
   *[other] Your credits are back, and our team knows about it.
    }
not-refundable = { $eligibility ->
    [refundable] This purchase can be refunded: tap Refund under /paysupport.
    [spent] Some of your credits are used or set aside. You can request a refund under /paysupport.
    [gift-opened] This gift has been opened. You can request a refund under /paysupport.
    [too-late] This purchase is too old for that. You can request a refund under /paysupport.
    [refused] Telegram refused this refund. You can write to us under /paysupport.
    [asked] You've already requested this refund. I'll let you know what is decided.
    [declined] This refund was declined. You can write to us under /paysupport.
    [under-way] This refund is on its way.
   *[returned] This purchase has been refunded.
    }

## Privacy

privacy = <b>Privacy</b>
    <b>What I keep, and for how long</b>
    • Your Telegram ID and language, what you paid, who invited you or gave you credits, and when you ordered which model at what price: without your prompts, for as long as we must keep accounts. Your name isn't kept.
    • Your prompts, the settings of your videos, and Telegram's file names of your photos and videos: { $orders } days after the order. Photos themselves are passed on and not kept. Delete a video from /videos, and I forget it right away.
    • What you chose under /settings: until you delete it here. That you want no news stays, so that you get none.
    • The day you were last here: until you come back.
    • What you write to payment support: { $requests } days.
    • What I answered you last, in case Telegram asks again: 1 hour.
    • A video that can't be sent here, until you download it: 7 days.

    <b>Where it goes</b>
    • Prompts, photos and settings go to KIE.ai, which makes the videos and keeps them and your photos for up to 14 days, without your name or ID.
    • Telegram keeps this chat. You can delete what you see here yourself.
    • Nobody else gets anything, and nothing is used to train anything.

    Tap below to delete it now.
forget-sure = <b>Delete your prompts, photos and videos?</b>
    I'll delete everything you've written to me, the prompts and photos of your orders, your defaults, an unfinished order, and copies of your videos. This can't be undone, and "Again" won't know your older orders.

    Your credits stay. The list of payments and prices stays, without any words.
forget-kept = OK, nothing was deleted.
forgotten = 🗑 Deleted: your prompts, photos and videos, and what you wrote. Your credits and the list of payments are still here.

    You can delete what you see in this chat yourself, with "Clear history" in Telegram's menu.
forgotten-when-ended = 🗑 Deleted. { $orders ->
    [one] One order is still in progress; its data is deleted when it finishes.
   *[other] { $orders } orders are still in progress; their data is deleted when they finish.
    } Your credits and the list of payments are still here.

    You can delete what you see in this chat yourself, with "Clear history" in Telegram's menu.

## Buttons

button-subscription-cancel = Cancel subscription
button-subscription-resume = Resume subscription
button-refund-offer = ↩️ Refund { $credits } ({ $stars } ⭐), { $date }
button-refund-ask = 🙋 Request refund – { $credits }, { $date }
button-refund-confirm = Yes, refund it
button-refund-keep = No, keep my credits
button-refund-approve = ✅ Approve
button-refund-decline = ❌ Decline

button-make-video = 🎬 Make a video
button-buy = ⭐ Buy credits
button-again = { $credits ->
    [one] 🔁 Again · { $credits } credit
   *[other] 🔁 Again · { $credits } credits
}
button-edit = ✏️ Change
button-follow-extend = { $credits ->
    [one] ➕ Continue · { $credits } credit
   *[other] ➕ Continue · { $credits } credits
}
button-follow-upscale = { $credits ->
    [one] 🔍 Sharper · { $credits } credit
   *[other] 🔍 Sharper · { $credits } credits
}
button-follow-full-hd = { $credits ->
    [one] 🔍 1080p · { $credits } credit
   *[other] 🔍 1080p · { $credits } credits
}
button-follow-ultra-hd = { $credits ->
    [one] 🔍 4K · { $credits } credit
   *[other] 🔍 4K · { $credits } credits
}
button-templates = 💡 Templates
button-use-template = ✨ Use this idea
button-share = 🔗 Share
button-copy-link = 📋 Copy link
button-gift = 🎁 Buy a gift
# Whoever opens the link reads the prompt.
button-share-video = 🔗 Share with prompt
button-tips = 💡 Tips
button-newer = ◀️ Newer
button-older = Older ▶️
button-send-again = 📤 Send again
button-copy-prompt = 📋 Copy prompt
button-delete = 🗑 Delete
button-cancel = Cancel
button-back = ◀️ Back
button-done = ✅ Done
button-more-models = More models
button-fewer-models = ◀️ Best models
button-drop-image = ✖️ Photo { $number }
button-turn-images = 🔄 Swap photos
button-as-references = Use as references
button-as-frames = Use as first and last frame
button-continue = Continue
button-discard = Discard
button-prompt-before = ↩️ Previous prompt
button-forget = 🗑 Delete my prompts and videos
button-forget-sure = Yes, delete
button-forget-keep = No, keep
button-open-chat = Open the chat

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = Make a video
command-videos = Your videos
command-templates = Ready ideas
command-tips = Write better prompts
command-settings = Your defaults
command-language = Choose the language
command-buy = Buy credits with Stars
command-balance = Show your credits
command-invite = Invite friends
command-redeem = Use a promo code
command-help = How it works
command-cancel = Cancel the current order
command-terms = Terms of use
command-privacy = Privacy and data deletion
command-paysupport = Help with a payment
command-start = Restart
bot-description = Starreel turns your words and photos into short AI videos. Pay with Telegram Stars. If a video fails, you get your credits back.
bot-short-description = AI videos from your words and photos. Pay with Telegram Stars.

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = yes yeah yep ok okay sure go start generate confirm do it now please ahead make let's lets great perfect 👍 👌 ✅
words-of-greeting = hi hello hey thanks thank you thx good morning evening bye
