# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 We're doing some maintenance, so new orders have to wait a little. Videos in the works still arrive, and your credits are safe. Please try again soon!

operators-shop = <b>The shop</b>
    📦 Packs: { $packs }
    📅 Subscription: { $subscription }
    🎁 First purchase: { $first } · first message: { $welcome }
operators-shop-pack = { $credits } for { $stars } ⭐
operators-shop-no-subscription = none
operators-shop-as-files = Everything is as your settings and the catalogue have it.
operators-shop-decided = <b>Changed here</b>, over your settings and the catalogue:
    { $lines }
operators-shop-line = • { $name }: <code>{ $value }</code> instead of <code>{ $files }</code>, by { $operator } since { $at } UTC
operators-shop-price-name = { $model }, credits more for each video
operators-shop-closed = 🚧 <b>Maintenance is on</b> since { $at } UTC, by { $operator }: only operators can order and buy.

operators-shop-prices = <b>Prices</b>, in credits for a video, and the least that's left of them when KIE.ai is paid:
    { $lines }
    Tap a model to make it dearer or cheaper.
operators-shop-prices-line = • { $model }: { $range }, { $margin } % left{ $changed ->
    [yes] {" "}({ $adjustment })
   *[no] {""}
    }
operators-shop-price = <b>{ $model }</b>, credits for a video, follow-ups too:
    By the catalogue: { $files }
    In force ({ $now }): { $current }
    Proposed ({ $next }): { $proposed }
operators-shop-price-range = { $range }, { $margin } % left at least
operators-shop-below = ⚠️ { $count ->
    [one] One price leaves
   *[other] { $count } prices leave
    } less than { $margin } %, your MARGIN_PERCENT_MIN.

operators-shop-packs = <b>Packs and subscription</b>
    { $lines }
operators-shop-bonuses = <b>Bonuses</b>
    { $lines }
operators-shop-term = { $term }: <code>{ $value }</code>
operators-shop-ask = <b>{ $term }</b> is <code>{ $value }</code>. Send me the new value, { $term ->
    [PACKS] as in the settings: credits, with a bonus behind the plus, such as <code>1,5,10+1,25+4</code>
    [SUBSCRIPTION] credits and Stars, such as <code>20 1500</code>, or <code>0</code> for none
   *[other] a whole number
    }. I'll show you what follows before it counts. /cancel leaves it as it is.
operators-shop-proposed = <b>{ $term }</b>: <code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold = 📦 Packs: { $packs }
    📅 Subscription: { $subscription }
operators-shop-prices-follow = Prices that follow, in credits for a video:
    { $lines }
operators-shop-prices-follow-line = • { $model }: { $before } → { $after }
operators-shop-promise = Nobody pays more than what they were shown: an open card asks again, and an invoice of the last hour keeps its word.
operators-shop-same = <b>{ $term }</b> is <code>{ $value }</code> already. Send another value, or /cancel.
operators-shop-wrong = That doesn't work: { $problem }. Please send it again, or /cancel.
operators-shop-done = ✅ In force: { $name } is <code>{ $value }</code>.
operators-shop-already = It's so already.
operators-shop-cancelled = OK, nothing has changed.

operators-maintenance = { $state ->
    [on] 🚧 <b>Maintenance is on</b>: only operators can order and buy. Videos under way still arrive, and payments that come are credited. People read:
   *[off] Maintenance is off. While it's on, only operators can order and buy; videos under way still arrive. People would read:
    }
    <blockquote>{ $words }</blockquote>
    Other words: <code>/maintenance on We're back at 6 pm.</code>
operators-maintenance-over = ✅ Maintenance is off. Everybody can order and buy again, also from the cards they have.
operators-maintenance-already = { $state ->
    [on] Maintenance is on already, in the same words.
   *[off] Maintenance is off already.
    }
operators-maintenance-wrong = That doesn't work: { $problem }. Nothing has changed.
operators-maintenance-card = 🚧 Maintenance is on. You can order because you're an operator.
operators-usage-maintenance = Please write <code>/maintenance on</code>, with words for people behind it if you like, or <code>/maintenance off</code>.

button-shop-prices = 💰 Prices
button-shop-packs = 📦 Packs
button-shop-bonuses = 🎁 Bonuses
button-shop-maintenance = 🚧 Maintenance
button-shop-back = ‹ The shop
button-shop-back-prices = ‹ Prices
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }: back to the settings
button-shop-to-catalogue = ↩️ Back to the catalogue
button-shop-apply = ✅ Put in force
button-shop-close = 🚧 Switch it on
button-shop-open = ✅ Switch it off
