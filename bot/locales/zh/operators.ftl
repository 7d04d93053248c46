# What operators read in their chat with the bot: what happened, and what to do next.

## Roles. Who lacks one reads one sentence, over the chat or as a message.

operators-not-allowed =
    你的角色不能这样做：请找{ $needs ->
        [owner] 所有者（ADMIN_IDS）。
        [support] 客服（SUPPORT_IDS）或所有者（ADMIN_IDS）。
       *[viewer] 所有者（ADMIN_IDS）把你加进 VIEWER_IDS。
    }

## News

operators-provider-blocked = ⚠️ KIE.ai 不接订单：{ $reason ->
    [out_of_funds] 账户积分已用完。请到 kie.ai 充值。
    [unauthorized] 密钥有误，或没有权限。请检查 KIE_AI_API_KEY 或 KIE_AI_API_KEYS。
    [unreachable] 所有 worker 都收不到它的回复。地址和原因见 worker 的日志：请检查 KIE_API_URL 和网络。
   *[key_limit] 密钥达到了它自己的消费上限。请到 kie.ai 提高上限。
    }
    订单已暂停，队列里的继续等待。
operators-key-left-out = ⚠️ KIE.ai 不接密钥 <b>{ $key }</b> 的订单：{ $reason ->
    [out_of_funds] 它的账户积分已用完。请到 kie.ai 充值。
    [unauthorized] 它有误，或没有权限。请检查 KIE_AI_API_KEYS 里的这个密钥。
    [unreachable] 用它收不到回复。原因见 worker 的日志。
   *[key_limit] 它达到了自己的消费上限。请到 kie.ai 提高上限。
    }
    在那之前不用它，它的份额由其他密钥分担。
operators-key-back = ✅ KIE.ai 又开始接密钥 <b>{ $key }</b> 的订单了。
operators-key-missing = ⚠️ 有订单需要密钥 <b>{ $key }</b>，但 KIE_AI_API_KEYS 里没有它：这些订单的视频，或它们要接着做的视频，是用这个密钥做的，别的密钥看不到。订单会等着，最后积分会退给用户。请以权重 0 放回这个密钥（<code>{ $key }:0=…</code>），重启 worker，等它的订单都完成后再移除。
operators-balance-low = ⚠️ KIE.ai 的余额不够支付超过 { $credits } 个 KIE.ai 积分的视频。在你去 kie.ai 充值之前，以下模型不提供：{ $models }。
operators-provider-ok = ✅ KIE.ai 又开始接订单了。
operators-video-not-delivered = ⚠️ 用户 { $user } 没收到做好的视频（任务 <code>{ $job }</code>）。已告知对方，积分也退回了。{ $why ->
    [no-video] 问了两次，KIE.ai 给的地址上都没有视频：{ $detail }。如果一直这样，请向 KIE.ai 询问它的文件主机，并用 MODELS_OFF 关闭该模型。
    [too-large] 视频对 Telegram 来说太大，而用户打不开 BOT_URL。把 WEBHOOK_URL 设为公网地址，这样的视频就会以链接发出。
    [overdue] 直到保存期满都没能发出去。请在日志里搜索这个任务：文件主机、磁盘（VIDEOS_MEGABYTES_MAX）或 Telegram 一直出错。
   *[not-taken] 用哪种方式 Telegram 都拒收：{ $detail }。请在日志里搜索这个任务。
    }
operators-videos-are-late = ⚠️ 有做好的视频已等待超过一小时，而且原因不在用户。请在日志里搜索 “a video could not be read”、“a video cannot be kept” 和 “a video was not delivered”。我会继续尝试；视频送达后才会扣积分。
operators-foreign-payment = ⚠️ 用户 { $user } 付了 { $stars } Stars，但账单不是本机器人开的（交易 <code>{ $charge }</code>）。没有加积分。是不是换过数据库？请手动加积分或退款。
operators-connection-trouble = ⚠️ { $kind ->
    [taken] 有别的进程改了 Telegram 发送本机器人更新的地址，我已经改回来了。两个程序用同一个 BOT_TOKEN 会互相抢更新：请停掉另一个，或在 @BotFather 里吊销 token，再在这里设置新的。
    [conflict] 有别的进程在向 Telegram 索取本机器人的更新，用户的消息会因此丢失。请停掉它，或在 @BotFather 里吊销 token，再在这里设置新的。
    [failing] Telegram 没法把更新交给本机器人：{ $words }。我已重新设置 webhook。如果还是不行，请检查互联网能否访问 WEBHOOK_URL，以及证书是否有效。
   *[behind] Telegram 那边积压的更新越来越多（现在有 { $words } 条），用户在等回复。请检查 WEBHOOK_URL 能否访问，以及机器人的日志和磁盘。
    }
operators-connection-mended = ✅ Telegram 的更新恢复正常了，故障时间：{ $since } 到 { $until } UTC。{ $kind ->
    [unreachable] 之前连不上 Telegram。消息一直等在那边，现在开始回复。
    [token_refused] 之前 Telegram 不认机器人的 token。消息一直等在那边，现在开始回复。
    [taken] 被别的进程拿走的更新没有到这里。发送 /reconcile 可把其中的付款现在入账。
    [conflict] 被别的进程拿走的更新没有到这里。发送 /reconcile 可把其中的付款现在入账。
   *[other] 消息一直等在 Telegram 那边，现在开始回复。
    }
operators-sale-refused = 🚨 Telegram 拒绝{ $call ->
    [invoice] 本机器人的账单
    [subscription] 本机器人的订阅
   *[checkout] 本机器人在结账时的答复
    }，所以没人能买积分：{ $reason }。请在 @BotFather 检查机器人的付款设置，以及你的 PACKS、STARS_PER_CREDIT 和 SUBSCRIPTION_STARS。想测试，就在 /buy 里点一个套餐。
operators-support-request = 🧾 付款问题 { $number }，来自<a href="tg://user?id={ $user }">用户 { $user }</a>：
    <blockquote>{ $request }</blockquote>
    用 <code>/reply { $number } 内容</code> 回复，机器人会转达。
operators-dead-letter = ⚠️ 有内容没法处理，已放到一边：{ $reason }。请查看表 dead_letters 和日志。
operators-unknown-jobs = ⚠️ worker 提到了 { $orders } 个不在这个数据库里的订单。如果数据库是从副本恢复的，它们就是在副本之后下的：用户的聊天里会一直显示“制作中……”，它们的积分也不在账上。这些订单在表 unknown_jobs 里；有人来问，就用 /grant 补给对方。如果不是恢复的，请检查 DATA_DIR，以及有没有别的机器人在用同一批 worker。
operators-put-back = ℹ️ 这个数据库是从副本恢复的。{ $orders ->
    [0] 里面没有等待的订单。
   *[other] 里面有 { $orders } 个订单在等待：先向 worker 问清楚，再去购买。
    }发送 /reconcile 查找副本之后到的付款。副本之后下的订单这里不知道；有人来问，就用 /grant 把积分补给对方。

## Models

operators-price-differs = 💸 <b>{ $model }</b>（{ $combination }）要花 { $cost } 个 KIE.ai 积分，而目录里写的是 { $listed }：最近 { $of } 个这样的视频里有 { $off } 个如此。{ $step ->
    [switched-off] 我已关闭这个模型。请在 CATALOG_FILE 里改正它的成本，重启机器人和 worker，再用 <code>/models on { $id }</code> 恢复它。
    [is-last] 它是菜单上的最后一个模型，所以还留着。请在 CATALOG_FILE 里改正它的成本，重启机器人和 worker。
   *[told] 请在 CATALOG_FILE 里改正它的成本，重启机器人和 worker；在那之前也可以用 <code>/models off { $id }</code> 关闭它。
    }
operators-price-list-differs = 🏷 目录里的这些成本与 KIE.ai 的价目表不符：
    { $lines }
    请与 kie.ai/pricing 对照，改正 CATALOG_FILE，再重启机器人和 worker；<code>bot check-catalogue</code> 会显示每个价格还剩多少。
operators-price-list-line = • <b>{ $model }</b>（{ $combination }）：这里 { $listed }，那边 { $price }，见“{ $row }”
operators-model-failing = ⚠️ <b>{ $model }</b> 在 KIE.ai 连续失败了 { $failures } 次。用户选它时会看到提醒，失败的视频不收积分。如果一直这样，请用 <code>/models off { $id }</code> 关闭它。
operators-model-mended = ✅ <b>{ $model }</b>：{ $made ->
    [yes] 又做成视频了，之前从 { $since } UTC 起一直失败。
   *[no] 一天没有失败了。它从 { $since } UTC 起接连失败，之后还没有人用它做成视频。
    }
operators-models = <b>模型</b>
    { $lines }
    用 <code>/models off id</code> 关闭，用 <code>/models on id</code> 开启。
operators-models-line = • <code>{ $id }</code> { $model }：{ $state ->
    [setting] 已关闭（MODELS_OFF 或目录）
    [operator] 已关闭（操作员）
    [price-watch] 已关闭（成本高于目录所写）
   *[on] 已开启
    }{ $fails ->
    [yes] ，常常失败
   *[no] {""}
    }
operators-model-switched = { $outcome ->
    [done] 完成：<code>{ $id }</code> { $to ->
        [off] 已关闭。已下的订单仍会制作。
       *[on] 已开启，用户可以下单了。
    }
    [already] <code>{ $id }</code> 本来就是{ $to ->
        [off] 关闭的。
       *[on] 开启的。
    }
    [last] <code>{ $id }</code> 是菜单上的最后一个模型，所以保持开启。想停止销售，请停掉机器人。
    [off-by-setting] <code>{ $id }</code> 是由 MODELS_OFF 或目录关闭的。请改那里，再重启机器人。
   *[unknown] 没有模型 <code>{ $id }</code>。/models 可查看全部。
    }
operators-usage-models = 请写 <code>/models</code> 查看列表，或写 <code>/models off id</code> 和 <code>/models on id</code>。

## Refunds

operators-refund-wanted =
    🙋 <a href="tg://user?id={ $user }">用户 { $user }</a>申请退款，购买 { $purchase }：{ $credits }，{ $stars } ⭐，{ $date }。{ $because ->
        [too-late] 时间太久，不能直接退款。
        [gift-opened] 这是一份已经被别人打开的礼物。如果同意，里面剩下的积分会从对方那里收回。
        [refused] Telegram 之前拒绝过。
       *[spent] 其中一些积分已用掉或被预留。
    }
    如果同意，Stars 会退回，剩余积分会扣除。见 /ledger { $user }
    <code>{ $charge }</code>
operators-refund-waits = 用户 { $user } 这笔购买中有 { $held }为进行中的订单预留着。请等这些订单结束再决定：在那之前还不知道用掉了多少。
operators-refund-approved = ✅ 已同意：{ $foreign ->
    [yes] 这笔付款
   *[no] 购买 { $purchase }
    } 的 { $stars } ⭐ 会退给用户 { $user }；已为此预留 { $taken }。只有 Telegram 拒绝时我才会再通知你。
operators-refund-declined = ❌ 已拒绝：购买 { $purchase }（{ $stars } ⭐）。已告知对方。
operators-refund-decided = { $eligibility ->
    [under-way] 这笔退款已经在处理了。
    [returned] 这笔购买已经退款了。
    [declined] 这笔退款已经拒绝了。
   *[other] 已经没人申请这笔退款了。
    }
operators-refund-refused = ⚠️ Telegram 拒绝把 { $stars } ⭐ 退给用户 { $user }：{ $reason }。{ $credits ->
    [0] 没有为此预留积分。
   *[other] 积分已退回。
    }如果机器人的 Stars 不够，等攒够了再发送
    <code>/refund { $charge } 原因</code>
operators-purchase-unknown = 没有购买 <code>{ $which }</code>。请从“/ledger 用户”里取，比如 <code>123456#2</code> 是用户 123456 的第二笔购买；或用买家收据上的交易号。刚到的付款要在 /reconcile 之后才查得到。

## People's credits

operators-credits-moved = 完成。用户 { $user } 现在有 { $balance }，已告知对方。
operators-has-less = 用户 { $user } 只有 { $balance }。没有扣除。
operators-person-unknown = 用户 { $user } 从没给本机器人写过消息。
operators-account = <b>用户 { $user }</b>：可用 { $available }，预留 { $held }，退款中 { $refunding }。
operators-account-purchase =
    购买 <code>{ $purchase }</code>：{ $credits }，{ $stars } ⭐，{ $date }，剩余 { $left }{ $gift ->
        [none] { "" }
        [waiting] ，礼物，还没打开
        [refunding] ，礼物，没有打开
        [returned] ，礼物，没有打开
        [kept] ，礼物，到期没人打开
       *[opened] ，礼物，已打开
    }{ $eligibility ->
        [asked] ，已申请退款
        [declined] ，退款已被拒绝
        [refused] ，Telegram 拒绝了退款
        [under-way] ，退款处理中
        [returned] ，已退款
       *[other] { "" }
    }
operators-account-entries = 记录，从新到旧，时间为 UTC，第 { $page } 页，共 { $pages } 页：
operators-entry =
    { $at } · { $credits } · { $cause ->
        [pay] 购买，{ $purchase }
        [bonus] 随 { $purchase } 赠送
        [first] 首次购买赠送
        [welcome] 新用户赠送
        [invited] 受邀奖励
        [inviter] 邀请奖励
        [inviter-back] 扣除：受邀者的购买退款了
        [promo] 兑换码
        [gift-out] 送出：{ $purchase } 被打开了
        [gift-in] 打开礼物，{ $purchase }
        [gift-kept] 归本人：没人打开礼物 { $purchase }
        [gift-back] 扣除：礼物 { $purchase } 的 Stars 退回了
        [grant] 赠送
        [debit] 扣除
        [hold] 为订单 <code>{ $job }</code> 预留
        [capture] 用于订单 <code>{ $job }</code>
        [release] 从订单 <code>{ $job }</code> 退回
        [give-back] 退还订单 <code>{ $job }</code> 已扣的积分
        [refund-hold] 为 { $purchase } 退款预留
        [refund-undo] 退回：Telegram 拒绝了 { $purchase } 的退款
       *[revoke]
            { $held ->
                [yes] 随 { $purchase } 的退款扣除
               *[no] 扣除：{ $purchase } 的 Stars 没经过我们就退回了
            }
    }
operators-entry-by = {""}，操作员 { $operator }：{ $reason }
operators-too-many-credits = 一个命令最多变动 { $most }。什么都没做。
operators-help = <b>操作员命令</b>
operators-help-line = /{ $command } · { $about }
command-admin = 用户、订单、模型和数据
command-grant = 赠送积分：用户、积分、原因
command-debit = 扣除积分：用户、积分、原因
command-ledger = 查看用户的余额和记录
command-refund = 退还 Stars：用户#序号或交易号、原因
command-reply = 回复付款问题：编号、内容
command-reconcile = 现在与 Telegram 的 Stars 列表对账
command-models = 菜单上的模型；用 off id 下架一个
command-promo = 兑换码；写上 兑换码 积分 人数 天数 可创建
command-broadcast = 给所有人或部分人发消息
command-stats = 商店的经营情况；daily on 每天早上发送
command-shop = 价格、套餐、赠送
command-maintenance = 只让操作员下单：on 或 off，可加给用户看的话
operators-usage-grant = 请写 <code>/grant 用户 积分 原因</code>，比如 <code>/grant 123456 5 抱歉让你久等了</code>
operators-usage-debit = 请写 <code>/debit 用户 积分 原因</code>，比如 <code>/debit 123456 5 送错了</code>
operators-usage-ledger = 请写 <code>/ledger 用户</code>，比如 <code>/ledger 123456</code>；看更早的记录，再加页码。
operators-usage-refund = 请写 <code>/refund 用户#序号 原因</code>，购买按“/ledger 用户”显示的写，比如 <code>/refund 123456#2 视频一直没来</code>；也可以用交易号代替购买。
operators-usage-reply = 请写 <code>/reply 编号 内容</code>，比如 <code>/reply 3 积分已经退给你了，抱歉！</code>
operators-reply-sent = 你对问题 { $number } 的回复正在发给用户 { $user }。
operators-request-unknown = 没有编号为 { $number } 的问题。
operators-usage-reconcile = 请写 <code>/reconcile</code>

## Promo codes

operators-promos =
    <b>兑换码</b>
    { $lines }
    用 <code>/promo 兑换码 积分 人数 天数</code> 创建，用 <code>/promo 兑换码 off</code> 结束。
operators-promos-line =
    • <code>{ $code }</code>：{ $credits }，已用 { $uses } 次，共 { $most } 次，{ $state ->
        [open] { $ends }到期
        [used-up] 已用完
       *[ended] 已于 { $ends }结束
    }
operators-promos-none = 还没有兑换码。用 <code>/promo 兑换码 积分 人数 天数</code> 创建，比如 <code>/promo SUMMER 2 100 30</code>：30 天内，100 个人每人 2 个积分。
operators-promo-made = ✅ <code>{ $code }</code>：每人 { $credits }，共 { $people } 人，每人限一次，{ $ends }到期。用户发送 <code>/redeem { $code }</code> 或打开 { $link }
operators-promo-taken = 兑换码 <code>{ $code }</code> 已经有了，或以前有过。什么都没改，请换个名字。
operators-promo-off =
    { $outcome ->
        [ended] 完成：<code>{ $code }</code> 不能再用了。用户已经得到的不受影响。
        [had-ended] <code>{ $code }</code> 之前就结束了。
       *[unknown] 没有兑换码 <code>{ $code }</code>。/promo 可查看全部。
    }
operators-usage-promo = 请写 <code>/promo 兑换码 积分 人数 天数</code>，比如 <code>/promo SUMMER 2 100 30</code>；或写 <code>/promo SUMMER off</code>；或写 <code>/promo</code> 查看列表。兑换码由 3 到 32 个英文字母、数字、连字符或下划线组成；可送 1 到 1000 个积分，给 1 到 1000000 人，有效 1 到 3650 天。

## Figures of the shop

operators-stats =
    <b>最近 { $days } 天</b>
    ⭐ 收入 { $stars } Stars{ $returned ->
        [0] { "" }
       *[other] ，其中退还 { $returned }
    } · 🎬 下单 { $orders } 个视频 · 👤 新用户 { $people } 人
    制作成功：{ $success } · 利润率：{ $margin }（收入 USD { $income }，付给 KIE.ai { $cost }）
operators-stats-unreadable = 暂时读不到数据。请一分钟后再试；原因见日志。
operators-stats-daily-on = 好的，每天 { $time } UTC 发给你。想换个时间，比如 7 点，请写 /stats daily on 7
operators-stats-daily-off = 好的，不再自动发给你了。
operators-usage-stats = 请写 <code>/stats</code>、<code>/stats daily on</code>、<code>/stats daily on 7</code>（7:00 UTC），或 <code>/stats daily off</code>。
button-stats-days = { $days } 天
button-stats-daily-on = ⏰ 每天早上发给我
button-stats-daily-off = 🔕 不再每天早上发
stats-image-title = 最近 { $days } 天
stats-image-stars = Stars
stats-image-orders = 订单
stats-image-people = 新用户
stats-image-margin = 利润率
stats-image-stars-by-day = 每天的 Stars
stats-image-orders-by-day = 每天的订单
stats-image-people-by-day = 每天的新用户
stats-image-success-by-model = 各模型成功率
stats-image-nothing = 还没有数据

## Broadcasts

operators-broadcast-ask = 📣 把要群发的消息发给我：带格式的文字，或一张带说明的照片、一个带说明的视频。你会先看到效果，再选发给谁；现在还不会发出去。
operators-broadcast-cannot = 这个没法群发。请发一条消息：文字，或一个带说明的照片、视频、语音消息或文件。相册不行。
operators-broadcast-panel =
    👆 用户会收到这样的消息；每个人都可以用下面的按钮停收这类消息。

    发给：{ $to } · <b>{ $people } 人</b>
    关闭了消息推送或屏蔽了机器人的用户不算在内。先选发给谁，再选什么时候发。时间为 UTC。
operators-broadcast-to =
    { $spoken ->
        [yes] { $language }
       *[no] 所有语言
    }{ $days ->
        [0] { "" }
       *[other] ，{ $days } 天内来过
    }
operators-broadcast-ask-language = 发给说哪种语言的人？指 Telegram 用这种语言，或在这里选了它的人：
operators-broadcast-ask-time = 什么时候发？请写 UTC 时间，比如 <code>18:30</code> 或 <code>2027-12-24 09:00</code>，最多提前 60 天。现在是 { $now }。
operators-broadcast-wrong-time = 这个时间已经过了，或在 60 天以后。请选别的时间。
operators-broadcast-nobody = 没有人会收到。请选别的人。
operators-broadcast-not-sent = 好的，什么都没发。
operators-broadcast-progress =
    📣 { $state ->
        [draft] 还没发送。
        [scheduled] 将于 { $at } UTC 发送。
        [sending] 正在发送：{ $percent }%
        [paused] 已暂停，进度 { $percent }%。继续后不会有人收到两次。
        [done] 已完成。
       *[cancelled] 已取消。
    }
    发给：{ $to } · { $people } 人
    { $state ->
        [draft] { "" }
        [scheduled] 请保留你发给我的消息：我会从这个聊天里复制它。
       *[other] ✅ { $sent } 人收到 · 🚫 { $blocked } 人屏蔽了机器人 · ⚠️ { $failed } 人被 Telegram 拒绝
    }
operators-broadcast-done =
    📣 群发完成。✅ { $sent } 人收到 · 🚫 { $blocked } 人屏蔽了机器人 · ⚠️ { $failed } 人被 Telegram 拒绝{ $failed ->
        [0] 。
       *[other] 。原因见日志。
    }
operators-broadcast-stopped =
    ⚠️ 群发已暂停：{ $known ->
        [yes] Telegram 拒绝这条消息：{ $reason }。如果没法解决，请取消它，另发一条。
       *[no] 消息已经不在这个聊天里，我没法复制。请取消它，再重新发送；想跳过已收到的人，请选别的用户。
    }
button-broadcast-everybody = 👥 所有人
button-broadcast-languages = 🌐 一种语言…
button-broadcast-all-languages = 所有语言
button-broadcast-seen = { $days } 天内来过
button-broadcast-now = 📣 现在发给 { $people } 人
button-broadcast-tomorrow = 明天 { $time }
button-broadcast-hour = 一小时后
button-broadcast-time = 其他时间…
button-broadcast-pause = ⏸ 暂停
button-broadcast-resume = ▶️ 继续
button-broadcast-cancel = ✖️ 取消

## Telegram's list of Star transactions

operators-reconcile-begun = 正在读取 Telegram 的交易列表……
operators-reconciled = ✅ 列表中有 { $listed } 笔交易，其中 { $new } 笔是新的：补入账 { $credited } 笔，收回 { $revoked } 笔。余额：{ $balance } ⭐。{ $agrees ->
    [yes] 与列表一致。
   *[no] 与列表相差 { $difference } ⭐。
    }
operators-not-reconciled = ⚠️ 没能读取 Telegram 的交易列表：{ $reason }。我会自己再试。
operators-star-difference = { $agrees ->
    [yes] ✅ Telegram 的余额（{ $balance } ⭐）与它的交易列表又一致了。
   *[no] ⚠️ Telegram 的余额（{ $balance } ⭐）与它的交易列表相差 { $difference } ⭐。请在 @BotFather 查看机器人的余额。
    }
operators-payment-not-listed = ⚠️ 用户 { $user } 的付款 <code>{ $charge }</code> 已入账，但 Telegram 的列表里没有。是伪造的吗？见 /ledger { $user }
operators-refund-not-listed = ⚠️ 给用户 { $user } 的退款 <code>{ $charge }</code> 记为已完成，但 Telegram 的列表里没有。见 /ledger { $user }
operators-older-payments = ℹ️ Telegram 的列表里有 { $count } 笔付款（{ $stars } ⭐）比这个数据库还早。它们存在表 star_transactions 里，没有给任何人入账。如果应该入账，请恢复旧数据库。
operators-unreadable-transaction = ⚠️ Telegram 列表里有一笔交易读不了（<code>{ $id }</code>）。请查看日志，并更新 Starreel。
operators-books-are-wrong = 🚨 账目有误。运行 <code>bot audit</code> 查看具体行；如果影响到积分，请停掉机器人：
    { $found }
