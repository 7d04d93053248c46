# What people read during maintenance, and what operators read and press under /shop and /maintenance.

maintenance = 🚧 我们正在维护，新订单要稍等一下。制作中的视频照常送达，你的积分不受影响。请稍后再试！

operators-shop =
    <b>商店</b>
    📦 套餐：{ $packs }
    📅 订阅：{ $subscription }
    🎁 首次购买送：{ $first } · 第一条消息送：{ $welcome }
operators-shop-pack = { $credits }（{ $stars } ⭐）
operators-shop-no-subscription = 无
operators-shop-as-files = 一切都和你的设置、目录一致。
operators-shop-decided =
    <b>在这里改过的</b>，优先于你的设置和目录：
    { $lines }
operators-shop-line = • { $name }：<code>{ $value }</code>，原为 <code>{ $files }</code>，操作员 { $operator }，{ $at } UTC 起
operators-shop-price-name = { $model }，每个视频加收的积分
operators-shop-closed = 🚧 <b>维护中</b>，{ $at } UTC 起，操作员 { $operator }：只有操作员可以下单和购买。

operators-shop-prices =
    <b>价格</b>（每个视频的积分），以及付给 KIE.ai 之后最少还剩多少：
    { $lines }
    点一个模型，可以涨价或降价。
operators-shop-prices-line =
    • { $model }：{ $range }，剩 { $margin }%{ $changed ->
        [yes] （{ $adjustment }）
       *[no] { "" }
    }
operators-shop-price =
    <b>{ $model }</b>，每个视频的积分，后续处理也一样：
    目录：{ $files }
    现行（{ $now }）：{ $current }
    拟改（{ $next }）：{ $proposed }
operators-shop-price-range = { $range }，至少剩 { $margin }%
operators-shop-below = ⚠️ 有 { $count } 个价格剩下的不到 { $margin }%，低于你的 MARGIN_PERCENT_MIN。

operators-shop-packs =
    <b>套餐和订阅</b>
    { $lines }
operators-shop-bonuses =
    <b>赠送积分</b>
    { $lines }
operators-shop-term = { $term }：<code>{ $value }</code>
operators-shop-ask =
    <b>{ $term }</b> 现在是 <code>{ $value }</code>。请发给我新的值：{ $term ->
        [PACKS] 写法和设置里一样，先写积分，加号后面写赠送的，比如 <code>1,5,10+1,25+4</code>
        [SUBSCRIPTION] 积分和 Stars，比如 <code>20 1500</code>；不要订阅就写 <code>0</code>
       *[other] 一个整数
    }。生效之前，我会先给你看会有什么变化。发送 /cancel 则保持不变。
operators-shop-proposed = <b>{ $term }</b>：<code>{ $before }</code> → <code>{ $after }</code>
operators-shop-sold =
    📦 套餐：{ $packs }
    📅 订阅：{ $subscription }
operators-shop-prices-follow =
    随之变化的价格（每个视频的积分）：
    { $lines }
operators-shop-prices-follow-line = • { $model }：{ $before } → { $after }
operators-shop-promise = 没有人会比看到的价格付得更多：打开着的卡片会再次确认，一小时内的账单照旧有效。
operators-shop-same = <b>{ $term }</b> 本来就是 <code>{ $value }</code>。请发别的值，或发送 /cancel
operators-shop-wrong = 这样不行：{ $problem }。请重新发送，或发送 /cancel
operators-shop-done = ✅ 已生效：{ $name } 现在是 <code>{ $value }</code>。
operators-shop-already = 本来就是这样。
operators-shop-cancelled = 好的，什么都没改。

operators-maintenance =
    { $state ->
        [on] 🚧 <b>维护中</b>：只有操作员可以下单和购买。进行中的视频照常送达，到的付款照常入账。用户会看到：
       *[off] 现在没有维护。维护期间只有操作员可以下单和购买，进行中的视频照常送达。用户会看到：
    }
    <blockquote>{ $words }</blockquote>
    想换别的话：<code>/maintenance on 我们下午 6 点回来。</code>
operators-maintenance-over = ✅ 维护已结束。大家又可以下单和购买了，用已有的卡片也行。
operators-maintenance-already =
    { $state ->
        [on] 已经在维护了，话也一样。
       *[off] 现在本来就没有维护。
    }
operators-maintenance-wrong = 这样不行：{ $problem }。什么都没改。
operators-maintenance-card = 🚧 维护中。你是操作员，所以可以下单。
operators-usage-maintenance = 请写 <code>/maintenance on</code>，后面可以加上给用户看的话；或写 <code>/maintenance off</code>。

button-shop-prices = 💰 价格
button-shop-packs = 📦 套餐
button-shop-bonuses = 🎁 赠送积分
button-shop-maintenance = 🚧 维护
button-shop-back = ‹ 商店
button-shop-back-prices = ‹ 价格
button-shop-change = ✏️ { $term }
button-shop-reset = ↩️ { $term }：恢复设置
button-shop-to-catalogue = ↩️ 恢复目录价格
button-shop-apply = ✅ 生效
button-shop-close = 🚧 开始维护
button-shop-open = ✅ 结束维护
