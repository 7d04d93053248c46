# What operators read below /admin. What is shown over the chat has at most 200 characters and no markup.

admin-menu =
    <b>操作员专区</b>
    你是{ $role ->
        [owner] 所有者：什么都可以做。
        [support] 客服：可以回复和封禁用户，也可以让订单重试。积分和 Stars 由所有者处理。
       *[viewer] 查看者：什么都能看，什么都不能改。
    }
button-admin-menu = ◀️ 菜单
button-admin-people = 👤 用户
button-admin-stuck = ⏳ 卡住的订单
button-admin-failed = ⚠️ 失败的订单
button-admin-models = 🎬 模型
button-admin-stats = 📊 统计
button-admin-now = 🩺 当前状况
button-admin-shop = 🛒 商店
button-admin-promos = 🎟 兑换码
button-admin-broadcast = 📣 群发消息
admin-cancelled = 好的，什么都没做。
admin-too-long = 太长了：最多 { $max } 个字符。请写短一点，或点“取消”。

## People

admin-ask-person =
    <b>想看哪个用户？</b>
    发给我对方的 Telegram 编号、一笔购买（<code>123456#2</code> 或收据上的交易号）、一个付款问题（<code>#7</code>）或一个订单，或者转发一条对方的消息。
admin-person-not-found = 用 <code>{ $word }</code> 找不到人。请检查一下，或发别的：编号、购买、交易号、<code>#7</code> 这样的付款问题，或转发的消息。刚到的付款要在 /reconcile 之后才查得到。
admin-account-hidden = Telegram 不说这是谁写的：对方转发时隐藏了账号。请向对方要收据上的交易号，再发给我。
admin-card =
    <b>用户 { $user }</b>{ $blocked ->
        [no] { "" }
       *[other] { " " }· 🚫 { $blocked }起被封禁
    }{ $away ->
        [yes] { " " }· 联系不上：对方屏蔽了机器人
       *[no] { "" }
    }
    { $since }开始使用，语言 { $language }
    余额：{ $available } · 预留 { $held } · 退款中 { $refunding }
admin-card-purchases = <b>付款</b>
admin-card-none = 无
admin-card-subscription =
    <b>订阅</b>
    每 30 天 { $credits }，{ $stars } ⭐，{ $state ->
        [active] 已付到 { $until }
        [failed] 上次付款没成功，已付到 { $until }
       *[cancelled] 已取消，{ $until }到期
    }
admin-card-orders = <b>最近的订单</b>
admin-card-order =
    { $date } · { $model } · { $price } · { $progress ->
        [queued] 排队中
        [published] 在 worker 那里
        [submitted] 制作中
        [ready] 发送中
        [delivered] 已送达
        [failed] 没做成
        [cancelled] 已取消
       *[undeliverable] 没能送达
    }
admin-card-entries = <b>最近的记录</b>，时间为 UTC
button-admin-block = 🚫 封禁
button-admin-unblock = ✅ 解除封禁
button-admin-write = 💬 发消息
button-admin-grant = ➕ 赠送积分
button-admin-debit = ➖ 扣除积分
button-admin-ledger = 📒 记录
button-admin-another = 🔎 换个用户
button-admin-person = 👤 用户卡片
admin-block-outcome =
    { $outcome ->
        [done]
            { $to ->
                [blocked] 用户 { $user } 已被封禁，已告知对方。进行中的订单仍会做完；订阅会继续，直到对方取消。
               *[unblocked] 用户 { $user } 已解除封禁，已告知对方。
            }
        [already]
            { $to ->
                [blocked] 用户 { $user } 本来就被封禁了。
               *[unblocked] 用户 { $user } 没有被封禁。
            }
        [operator] 不能封禁操作员。请先把对方从设置里移除。
       *[unknown] 用户 { $user } 从没给本机器人写过消息。
    }
admin-ask-grant = 给用户 { $user } 多少积分，原因是什么？比如：<code>5 抱歉让你久等了</code>
admin-ask-debit = 从用户 { $user } 扣多少积分，原因是什么？比如：<code>5 送错了</code>
admin-amount-unclear = 请写一个数字和原因，比如 <code>5 抱歉让你久等了</code>，或点“取消”。
admin-ask-message = 要给用户 { $user } 写什么？对方会看到这是我们的团队发的，不会显示你的名字。
admin-needs-words = 请发文字，照片和文件我没法转交。
admin-message-sent = 你的消息正在发给用户 { $user }。

## Orders

admin-orders =
    { $list ->
        [stuck] <b>卡住的订单</b>：超过 { $minutes } 分钟没有动静，最久的在前。
       *[failed] <b>失败的订单</b>：最近 { $days } 天，最新的在前。
    }{ $orders ->
        [0] 一个也没有。
       *[other] { "" }
    }
admin-orders-legend =
    👤 用户{ $role ->
        [viewer] { "" }
        [support] { " " }· 🔁 重试 · 🗑 移出列表
       *[owner] { " " }· 🔁 重试 · ↩️ 退回积分 · 🗑 移出列表
    }
admin-order-line =
    { $number }. <b>{ $model }</b> · { $price } · 用户 { $user }
    { $progress ->
        [queued] 排队中
        [published] 在 worker 那里，还没到 KIE.ai
        [submitted] KIE.ai 正在制作
        [ready] 做好了，还没送达
        [not-fetched] 做好了，但在保存期内一直联系不上用户；积分已扣
        [undeliverable] 做好了，但发不出去；积分已退回
       *[failed]
            没做成，积分已退回：{ $reason ->
                [policy] 按照内容规则被模型拒绝
                [refused] 模型接不了
                [image] 照片用不了
                [image_gone] 照片已经不在 Telegram 上了
                [sound] 模型在提示词里没找到可配的声音
                [expired] 等得太久
                [timeout] 花的时间太久；视频之后来了就免费
                [unknown] 不知道 KIE.ai 有没有接到；视频之后来了就免费
               *[provider] KIE.ai 出错
            }
    }，{ $since } UTC 起（{ $age }）
    <code>{ $job }</code>
admin-age-minutes = { $count } 分钟
admin-age-hours = { $count } 小时
admin-age-days = { $count } 天
button-admin-before = ◀️
button-admin-after = ▶️
admin-order-outcome =
    { $outcome ->
        [asked] 正在再次向 worker 询问这个订单的情况。不会重复购买；如果有视频，会送达。
        [sent] 正在重新发送视频。
        [placed] 已用对方的积分重新下单，已告知对方。
        [tried-already] 已经处理过了。
        [ordered-by-person] 对方后来自己重新下单了。
        [waits] 它还在排队，现在没什么可重试的。
        [refused] 再试还是会被拒绝：要对方先改一下。
        [ended] 它已经结束，不能重试了。
        [person-blocked] 这个用户被封禁了。请先解除封禁。
        [not-enough] 对方的积分已经不够了。
        [too-many] 对方目前的订单数量已达上限。请稍后再试。
        [model-gone] 它的模型已经下架了。
        [forgotten] 它的提示词已删除，没法重新下单。
        [paused] KIE.ai 现在不接订单。请稍后再试。
        [given-back] 完成：积分已退回，已告知对方。
        [given-back-already] 积分已经退回过了。
        [delivered] 对方已经收到视频。如果还是想给积分，请用用户卡片上的 ➕。
        [dropped] 已移出列表，直到它有新进展。
       *[dropped-already] 它已经不在列表里了。
    }

## Stats

admin-now =
    <b>当前状况</b>，{ $at } UTC
    <b>最近 24 小时</b>
    订单：{ $ordered } 个，其中送达 { $delivered } 个，失败 { $failed } 个
    Stars：收入 { $paid } ⭐，退还 { $returned } ⭐
    <b>现在</b>
    排队 { $queued } 个，制作中 { $rendering } 个，发送中 { $ready } 个，卡住 { $stuck } 个
    待处理的退款 { $refunds } 笔，订阅 { $subscriptions } 个，被封禁的用户 { $blocked } 个
button-admin-refresh = 🔄 刷新
