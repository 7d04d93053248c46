# What people read. Plain and kind; no blame, no jargon; say what happens with the credits.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}

## Start and help

welcome = <b>Welcome to Starreel!</b>
    Tell me what you want to see, and I will make a short video of it. You can add an image to start from.

    Your balance: { $balance }
help = <b>How it works</b>
    1. Get credits with /buy; you pay with Telegram Stars.
    2. Send /generate, pick a model and describe your video.
    3. Add an image if you like, check the summary, and tap Generate.

    The video arrives here, usually within a few minutes. If one cannot be made, its credits come back by themselves.

    /balance shows your credits, /cancel drops an order that you have not placed yet, /terms are the rules, /privacy says what I keep and deletes it, and /paysupport is for anything about payments.
hint = To make a video, send /generate or tap the button below. /help tells more.
unknown-command = I do not know that command. /help shows what I can do.
too-fast = That was a lot at once, and I could not follow. Please wait a moment, then go on.
order-still-open = Your order is still open: go on above, or send /cancel to drop it.
private-only = I make videos in a private chat. Tap below to open ours.
terms = <b>Terms</b>
    • You buy credits with Telegram Stars. Credits are for making videos here and cannot be turned into money.
    • Credits that you were given are spent first, then those you bought, oldest purchase first. A purchase of which nothing is spent can be refunded under /paysupport for some time; for anything else you can ask us.
    • A video's credits are set aside when you order it, and spent when it arrives. If it cannot be made, they come back at once.
    • Do not ask for what is illegal or hurts others. Such orders are refused and their credits come back.
    • Your prompts and images are sent to the service that makes the videos, and to nobody else. /privacy tells more.
    • Questions about a payment: /paysupport. Telegram's own support cannot help with purchases made in this bot.

## Credits

balance = Your balance: { $balance }
balance-held = { $credits } set aside for videos in the making.
balance-refunding = { $credits } set aside until their Stars are back with you.
credits-granted = 🎁 The people who run this bot gave you { $credits }. Your balance: { $balance }
credits-debited = The people who run this bot took back { $credits }. Your balance: { $balance } If you do not know why, please write to /paysupport.
offer = <b>Buy credits</b>
    You have { $balance }. Most videos cost 1 credit. Pick a pack:

    By paying you agree to the /terms.
pack = { $credits ->
    [one] { $credits } credit · { $stars } ⭐
   *[other] { $credits } credits · { $stars } ⭐
}
pack-gone = This pack is no longer sold. Here are the ones that are.
invoice-title = { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}
invoice-description = { $credits ->
    [one] { $credits } credit for making AI videos with Starreel. It does not expire.
   *[other] { $credits } credits for making AI videos with Starreel. They do not expire.
}
invoice-refused = Sorry, I can't open the payment right now. The people who run this bot have been told. Please try again later.
receipt = ✅ Thank you! { $bought } added. Your balance: { $balance }
payment-unmatched = Your payment has arrived, but I cannot tell which order it belongs to. The people who run this bot know of it; please write to /paysupport if you do not hear from them.
payment-returned = ↩️ Your Stars for { $bought } were returned to you{ $part ->
    [all] , and the credits were taken back.
    [some] , and the { $taken } that were left were taken back.
   *[none] .
    } Your balance: { $balance }
payment-returned-unmatched = ↩️ Your Stars were returned to you. Your balance: { $balance }
checkout-not-ours = This invoice is not valid. Please send /buy for a new one.
checkout-not-yours = This invoice was made for somebody else. Please send /buy to get your own.
checkout-price-changed = Our prices have changed. Please send /buy for a new invoice.
checkout-too-old = This invoice is too old. Please send /buy for a new one.
checkout-already-paid = This invoice has been paid already. Please send /buy if you want more credits.

## An order

ask-model = <b>Which model shall make your video?</b>
ask-model-line = • <b>{ $model }</b>: { $about }
ask-model-prompt = Your prompt: <i>{ $prompt }</i>
model-button = { $from ->
    [one] { $model } · { $from } credit
   *[other] { $model } · { $from } credits
}
ask-prompt = <b>{ $model }</b>. What should the video show?

    Describe the scene, what moves, and the mood, in up to { $max } characters.
prompt-empty = There are no words in that. Please describe your video in a few.
prompt-too-long = That prompt has { $chars } characters; { $model } takes up to { $max }. Please send a shorter one.
cannot-use-that = I cannot use that. Please send text, or an image.
ask-image = <b>Add an image to start from?</b>
    Send a { $types } photo or file of up to { $megabytes } MB, or tap Skip.
ask-image-required = <b>{ $model } starts from an image.</b>
    Send a { $types } photo or file of up to { $megabytes } MB.
expected-an-image = I am waiting for an image here. You can change the prompt in the next step.
looking-at-image = I am still looking at your image. If this takes long, please send it again.
not-an-image = This file cannot be used. Please send a { $types } image.
image-too-large = This image is too large. Please send one of up to { $megabytes } MB.
image-unavailable = I could not get your image from Telegram. Please send it again.
one-image-is-enough = One image is enough: I use the first one.
model-takes-no-image = This model works from words alone, so the image is not used.
model-gone = The chosen model is no longer offered. Please pick another one.
summary = <b>Your video</b>
    Model: { $model }
    Image: { $image ->
        [yes] yes
       *[no] none
    }
    Price: { $price } (you have { $balance })

    <blockquote>{ $prompt }</blockquote>
confirm-button = { $credits ->
    [one] ✨ Generate · { $credits } credit
   *[other] ✨ Generate · { $credits } credits
}
choice-extra = { $label } (+{ $extra })
what-to-change = What would you like to change?
not-enough = { $available ->
    [0] This video costs { $price }, and you have none yet.
   *[other] This video costs { $price }; you have { $balance }.
    }
    Get more below; your order is kept, and we go on as soon as you have paid.

    By paying you agree to the /terms.
order-dropped = The order is dropped. Nothing was charged. /generate starts a new one.
nothing-to-cancel = There is no open order. A video that still waits in the queue can be cancelled with the button under its message.
old-button = This button belongs to an earlier order. Send /generate to start a new one.
already-placed = This order has been placed already.
order-changed = The order or its price has changed since. Please look again.
prompt-replaced = I have changed the prompt.
placed = Your order is placed.
too-many-orders = You have ordered as many videos as one person may for now. Your order is kept; please tap again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
too-many-orders-today = You have ordered as many videos as one person may in a day. Your order is kept; please tap again in { $hours } hours.
paused = Making videos is paused for a while: the service behind it takes no orders at the moment. Your credits are safe. Please try again later.
paused-briefly = Making videos is paused for a while. Your order is kept; please try again later.
paused-model = { $model } isn't available for a while. Your order is kept; please choose another model or try again later.

## A job

status-queued = ⏳ <b>{ $model }</b>: waiting for its turn, number { $position } in the queue. { $price } set aside.
status-queued-paused = ⏸ <b>{ $model }</b>: waiting in the queue. Making videos is paused for a while; your order keeps its place. { $price } set aside.
status-published = ⏳ <b>{ $model }</b>: your order is on its way to the studio. { $price } set aside.
status-unconfirmed = ⏳ <b>{ $model }</b>: I sent your order, but the answer got lost. { $minutes ->
    [one] If I hear nothing within a minute
   *[other] If I hear nothing within { $minutes } minutes
}, your { $price } will come back. If the video arrives after all, it's free.
status-submitted = 🎬 <b>{ $model }</b>: your video is being made. This usually takes a few minutes; I will send it here.
status-ready = 📦 <b>{ $model }</b>: your video is ready, I am sending it.
status-delivered = ✅ <b>{ $model }</b>: your video is here. { $price } spent.
status-delivered-free = ✅ <b>{ $model }</b>: your video is here after all. It is free: the credits had come back to you before.
status-failed = ⚠️ <b>{ $model }</b>: no video this time. { $price } returned.
status-cancelled = <b>{ $model }</b>: cancelled. { $price } returned.
status-undeliverable = <b>{ $model }</b>: your video was ready, but I couldn't reach you for a week. Please write to /paysupport.
status-lost = ⚠️ <b>{ $model }</b>: your video could not be sent. { $price } returned.
video-lost = { $reason ->
    [no-video] I'm sorry: the video service says your video is done, but what it gave me isn't a video. I asked twice.
    [too-large] I'm sorry: your video turned out too large to be sent here, and I have no other way to get it to you.
    [overdue] I'm sorry: your video was made, but it could not be sent to you, and I've tried for days.
   *[not-taken] I'm sorry: your video was made, but it could not be sent to you. Telegram doesn't take the file.
    }

    { $paid ->
    [yes] { $price } returned. Your balance: { $balance }
   *[no] It didn't cost you anything. Your balance: { $balance }
    }
job-cancelled = Cancelled; the credits are back.
cancel-too-late = It is too late to cancel: your video is being made.
link-too-large = Your video is ready! It's too large to be sent here, so please download it:
link-not-taken = Your video is ready! Telegram couldn't take the file just now, so please download it:
link-kept = The link works for 7 days.
link-at-provider = The link works for a day or so, so it's best to save the video soon.
failed-policy = The prompt or the image was refused by the content rules of the model. Please try it in other words.
failed-refused = The model could not take this order. Please change it a little and try again.
failed-image = The image could not be used. Please try another one.
failed-image_gone = Telegram doesn't have your image any more. Please send the picture again.
failed-sound = This model adds sound to every video and couldn't find any in your prompt. Name a sound or write what is said, and try again.
failed-provider = Something went wrong while the video was being made. Please try again.
failed-expired = No studio was free in time. Please try again later.
failed-timeout = The video took too long. If it comes after all, you get it for free.
failed-unknown = We lost sight of your order. If the video comes after all, you get it for free.
failed = { $reason }

    { $price } returned. Your balance: { $balance }

## Payment support

support = <b>Payment support</b>
    Telegram's own support cannot help with purchases made in this bot.
support-write = For anything else about a payment, please write, in one message, what went wrong: what you bought, when, and what you expected. If you can, add the transaction id from Telegram's receipt. It reaches the people who run this bot, and they answer you here. /cancel if you changed your mind.
support-needs-words = Please describe the problem in words, in one message. /cancel if you changed your mind.
support-too-many = You have written to us a lot today, and we have all of it. Please wait for our answer, or write again tomorrow.
support-cancelled = All right, no request was sent.
support-reply = 💬 About your payment request { $number }:
    <blockquote>{ $words }</blockquote>
    To write again, send /paysupport.
support-received = Thank you. Your request has number { $number } and has been passed on to the people who run this bot.

## Purchases and refunds

purchases = <b>Your last purchases</b>
    What you have not used can be refunded within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } by the buttons below. For the rest you can ask us.
purchase-line = { $number }. { $credits } for { $stars } ⭐ on { $date }{ $eligibility ->
    [asked] : you asked for a refund
    [declined] : a refund was declined
    [under-way] : the refund is on its way
    [returned] : refunded
   *[other] {""}
    }
    Transaction <code>{ $charge }</code>
refund-offer = <b>Refund purchase { $number }?</b>
    { $stars } ⭐ go back to you, and { $credits } are taken from your balance.
refund-begun = ↩️ The refund of purchase { $number } is on its way: { $credits } are set aside until your { $stars } ⭐ are back. I will tell you.
refund-kept = All right, you keep your credits.
refund-asked = Thank you. The people who run this bot have been asked to refund purchase { $number }; I will tell you what they decide.
refund-declined = The refund of purchase { $number } ({ $credits } for { $stars } ⭐) was declined. If you think that this is a mistake, please write to /paysupport.
refund-refused = Telegram could not refund your payment. { $credits ->
    [0] The people who run this bot know of it and will look into it.
   *[other] Your credits are back, and the people who run this bot know of it.
    }
not-refundable = { $eligibility ->
    [refundable] This purchase can be refunded: please tap Refund under /paysupport.
    [spent] Some of your credits are used or set aside. You can ask for a refund under /paysupport.
    [too-late] This purchase is too old for that. You can ask for a refund under /paysupport.
    [refused] Telegram refused this refund. You can ask us under /paysupport.
    [asked] You have asked for this refund already. I will tell you what is decided.
    [declined] This refund was declined. You can write to us under /paysupport.
    [under-way] This refund is on its way.
   *[returned] This purchase has been refunded.
    }

## Privacy

privacy = <b>Privacy</b>
    <b>What I keep, and for how long</b>
    • Your number and language on Telegram, what you paid, and when you ordered which model at what price: without your words, as long as the books of this bot are kept. Your name is not kept.
    • Your prompts, the settings of your videos, and Telegram's file names of your images and videos: { $orders } days after the order. Images themselves are passed on and not kept.
    • What you write to payment support: { $requests } days.
    • What I answered you last, in case that Telegram asks me again: 1 hour.
    • A video that cannot be sent here, until you fetch it: 7 days.

    <b>Where it goes</b>
    • Prompts, images and settings go to KIE.ai, which makes the videos and keeps them and your images for up to 14 days, without your name or number.
    • This chat is kept by Telegram. What you see here you can delete here.
    • Nobody else gets anything, and nothing is used to train anything.

    With the button below you have it deleted at once.
forget-sure = <b>Delete your prompts, images and videos?</b>
    I forget all that you have written to me, your orders' prompts and images, an order that is still open, and copies of your videos. It cannot be undone, and "Generate again" will not know your older orders any more.

    Your credits stay. The list of payments and prices stays, without any words.
forget-kept = All right, nothing was deleted.
forgotten = 🗑 Deleted: your prompts, images and videos, and what you wrote. Your credits and the list of payments are still here.

    What you see in this chat you can delete yourself, with "Clear history" in Telegram's menu.
forgotten-when-ended = 🗑 Deleted, but for { $orders ->
    [one] one order that is
   *[other] { $orders } orders that are
    } still under way: I forget what belongs to that when it has ended. You need not do anything. Your credits and the list of payments are still here.

    What you see in this chat you can delete yourself, with "Clear history" in Telegram's menu.

## Buttons

button-refund-offer = ↩️ Refund no. { $number } · { $stars } ⭐
button-refund-ask = 🙋 Ask for a refund of no. { $number }
button-refund-confirm = Yes, refund it
button-refund-keep = No, keep the credits
button-refund-approve = ✅ Approve
button-refund-decline = ❌ Decline

button-make-video = 🎬 Make a video
button-buy = ⭐ Buy credits
button-again = 🔁 Generate again
button-cancel = Cancel
button-change = Change
button-back = Back
button-skip = Skip
button-other-model = Other model
button-change-model = Model
button-change-prompt = Prompt
button-change-image = Image
button-forget = 🗑 Delete my prompts and videos
button-forget-sure = Yes, delete
button-forget-keep = No, keep
button-open-chat = Open the chat

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = Make a video
command-buy = Buy credits with Stars
command-balance = Show your credits
command-help = How it works
command-cancel = Drop the open order
command-terms = Terms of use
command-privacy = What is kept, and how to delete it
command-paysupport = Help with a payment
command-start = Start from the beginning
bot-description = Starreel makes short AI videos from your words and images. You pay with Telegram Stars, only for videos that arrive.
bot-short-description = AI videos from your words and images, paid with Stars.
