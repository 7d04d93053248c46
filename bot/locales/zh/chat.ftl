# What people read. Plain and kind; no blame, no jargon; say what happens with the credits.
# Simplified Chinese like a person's: friendly 你, short sentences, 我们的团队 for whoever runs the bot, 照片 for an image,
# full-width punctuation, a space between Chinese and Latin words or numbers.
# Text in Telegram's HTML: only <b>, <i>, <code> and <blockquote>. What people wrote is escaped before it gets here.

credits = { $credits } 个积分
date = { $year }年{ $month ->
    [1] 1
    [2] 2
    [3] 3
    [4] 4
    [5] 5
    [6] 6
    [7] 7
    [8] 8
    [9] 9
    [10] 10
    [11] 11
   *[12] 12
}月{ $day }日
credits-and-bonus = { $credits } + { $bonus } 个积分

## Start and help

welcome = <b>欢迎来到 Starreel！</b>
    描述一个场景，或者发一张带文字说明的照片，我来把它变成视频。

    一个视频最低只要 { $price }（{ $pack } = { $stars } ⭐）。你现在有 { $balance }。
welcome-gift = 🎁 送你 { $credits }，马上就能试试。玩得开心！
help =
    <b>怎么用</b>
    1. 描述一个场景，或者发一张带文字说明的照片。
    2. 看看卡片：模型、选项、照片都可以改，满意了就点“生成”。
    3. 视频会发到这里，一般几分钟就好。如果没做成，积分会退给你。

    /generate – 制作视频
    /templates – 现成的创意
    /videos – 你做过的视频
    /tips – 写好提示词
    /settings – 你的默认设置
    /language – 选择语言
    /buy – 用 Telegram Stars 购买积分，自己用或送人
    /balance – 查看积分
    /invite – 邀请朋友
    /redeem – 使用兑换码
    /cancel – 取消当前订单
    /paysupport – 付款问题
    /privacy – 我保存什么，怎么删除
    /terms – 使用条款
hint = 描述一个场景或发一张照片，我来把它变成视频。更多说明见 /help
unknown-command = 我不认识这个命令。我会做什么，看看 /help
too-fast = 消息太多啦，请等一分钟再发。
order-still-open = 你有一个还没完成的订单。
private-only = 我只在私聊里做视频。点下面打开我们的私聊吧。
gift-received = 🎁 谢谢你的礼物！
terms =
    <b>使用条款</b>
    • 积分用 Telegram Stars 购买，只能在这里做视频，不能兑换成钱。
    • 先用赠送的积分，再用购买的积分，先买的先用。随购买赠送的积分，在那笔购买的积分之后用。没动过的购买，一段时间内可以在 /paysupport 退款，随它赠送的积分也会一并收回；其他情况，也可以提交退款申请。
    • 礼物归第一个打开链接的人；如果一直没人打开，到期后归买的人。打开之前，买的人可以退款。邀请所得的积分，会在对应的购买退款时收回。
    • 订阅每 30 天用 Stars 付一次，直到你在 /balance 或 Telegram 设置里取消。每次付款都和普通购买一样。
    • 下单时会预留视频所需的积分，视频送达后才扣除。如果没做成，积分马上退给你。
    • 不允许违法或有害的内容。这类订单会被拒绝，积分会退回。
    • 你的提示词和照片只会交给制作视频的服务，不会给别人。详见 /privacy
    • 付款问题请用 /paysupport，Telegram 官方客服处理不了在本机器人里的购买。

## Credits

balance = 你的余额：{ $balance }
balance-held = 制作中的视频已预留 { $credits }。
balance-refunding = 为退款预留 { $credits }。
balance-gifted = 还没人打开的礼物里有 { $credits }。
credits-granted = 🎁 我们的团队给你送来了 { $credits }。你的余额：{ $balance }
credits-debited = 我们的团队扣除了 { $credits }。你的余额：{ $balance }。不清楚原因？请发送 /paysupport 告诉我们。
offer = <b>购买积分</b>
    你现在有 { $balance }。大多数视频只要 1 个积分。选一个套餐：
offer-first = 🎁 首次购买额外送 { $first }。
offer-invited = 🎁 有朋友邀请了你：你首次购买时，你们俩各得 { $credits }。
offer-subscription = 📅 也可以订阅：每 30 天 { $credits }，{ $stars } ⭐，随时可以取消。
offer-terms = 付款即表示你同意使用条款：/terms
pack = { $credits } · { $stars } ⭐
pack-gone = 这个套餐已经下架了，看看现在有的吧。
invoice-title = { $credits }
invoice-description = { $number ->
   *[other] { $credits }，可在 Starreel 制作 AI 视频，永不过期。
}
invoice-refused = 抱歉，暂时打不开付款页面，已经通知我们的团队了。请稍后再试。
receipt = ✅ 谢谢！{ $bought }已到账。你的余额：{ $balance }
receipt-first = ✅ 谢谢！{ $bought }已到账，还有首次购买的礼物 🎁 { $first }。你的余额：{ $balance }
receipt-invited = 🎁 因为有朋友邀请你，再送你 { $credits }，对方也得到同样多。
receipt-until = 📅 你的订阅已付到 { $until }。想更改，请看 /balance
subscription-button = 📅 每月 { $credits } · { $stars } ⭐
subscription-offer = <b>📅 每月订阅</b>
    每 30 天给你 { $credits }，只要 { $stars } ⭐。没用完的积分一直是你的。随时可以在 /balance 取消，已付的部分仍归你。

    付款即表示你同意使用条款：/terms
subscription-description = 每 30 天 { $credits }，可在 Starreel 制作 AI 视频，永不过期。
subscription-pay = 订阅 · { $stars } ⭐
subscription-gone = 现在已经没有订阅了。发送 /buy 看看有什么。
subscription-line = 📅 你的订阅：每 30 天 { $credits }，{ $stars } ⭐。{ $state ->
    [active] 下次付款日期：{ $until }。
    [failed] 上次付款没成功，请给 Stars 充值。订阅已付到 { $until }。
   *[cancelled] 订阅已取消，{ $until }到期。
    }{ $wish ->
    [cancel] 我已请 Telegram 取消它。
    [resume] 我已请 Telegram 恢复它。
   *[none] {""}
    }
subscription-changed = { $state ->
    [cancelled] 📅 你的订阅已取消：{ $until }之后不会再扣款。
    [failed] ⚠️ Telegram 没能扣到订阅的下一笔 { $stars } ⭐，所以下一期的 { $credits }还没到账。请在 Telegram 设置的“我的 Stars”里充值，订阅就会继续。
    [active] 📅 你的订阅会继续。下次付款日期：{ $until }。
   *[ended] 📅 你的订阅已结束，积分一直是你的。想重新订阅，请发送 /buy
    }
subscription-may-go-on = 📅 Telegram 现在允许你继续订阅了。想恢复，请打开 Telegram 设置，点“我的 Stars”，选这个订阅，再点“续订”。
subscription-not-changed = Telegram 没让我更改你的订阅。你可以自己来：打开 Telegram 设置，点“我的 Stars”，选这个订阅。如果还是不行，请发送 /paysupport 联系我们。
subscription-asked = { $wish ->
    [resume] 我正在请 Telegram 恢复你的订阅。
   *[cancel] 我正在请 Telegram 取消你的订阅。
    }
subscription-already-so = { $wish ->
    [resume] 你的订阅本来就会继续。
   *[cancel] 你的订阅已经取消了。
    }
payment-unmatched = 你的付款到了，但我不知道它属于哪个订单。我们的团队已经知道了；如果一直没有消息，请发送 /paysupport 联系我们。
payment-returned = ↩️ 购买 { $bought }所付的 Stars 已退还给你{ $part ->
    [all] ，积分也已收回。
    [some] ，剩下的 { $taken }也已收回。
   *[none] 。
    }你的余额：{ $balance }
payment-returned-gift =
    ↩️ 礼物（{ $credits }）所付的 Stars 已退还给你。{ $state ->
        [unopened] 它不能再打开了。
        [opened] 里面剩下的积分已收回。
       *[owed] 里面剩下的积分已收回，用掉的 { $owed }已从你的余额扣除。
    }你的余额：{ $balance }
payment-returned-unmatched = ↩️ 你的 Stars 已退还给你。你的余额：{ $balance }
checkout-not-ours = 这张账单无效。请发送 /buy 获取新的账单。
checkout-not-yours = 这张账单是给别人的。请发送 /buy 获取你自己的账单。
checkout-price-changed = 我们的价格有变动。请发送 /buy 获取新的账单。
checkout-too-old = 这张账单太旧了。请发送 /buy 获取新的账单。
checkout-already-subscribed = 你已经有订阅了。请看 /balance
blocked = 我们的团队封禁了你在这里的账号，所以你不能下单或购买。退款或有疑问，请发送 /paysupport；取消订阅，请发送 /balance
unblocked = ✅ 我们的团队解除了对你账号的封禁：你又可以做视频、买积分了。
team-message =
    💬 我们的团队给你留言：
    <blockquote>{ $words }</blockquote>
    想回复，请发送 /paysupport
ordered-again = 🔁 我们的团队用 <b>{ $model }</b> 重新下单了你的视频，因为上次没做成。如果做成送达，和上次一样用 { $price }。
credits-given-back = 🎁 我们的团队为你的视频退还了 { $price }。之后视频要是来了，就免费送你。你的余额：{ $balance }
checkout-already-paid = 这张账单已经付过了。想再买积分，请发送 /buy

## Gifts

gift-offer =
    <b>🎁 送积分给别人</b>
    付款后你会拿到一个链接，谁第一个打开，积分就归谁。如果 { $days } 天内没人打开，积分就归你。选一个套餐：
gift-invoice-title = 🎁 { $credits }
gift-invoice-description = 一份 { $credits }的礼物，可在 Starreel 制作 AI 视频。你会拿到一个链接，谁第一个打开，积分就归谁。
receipt-gift =
    ✅ 谢谢！你的礼物准备好了：{ $credits }。把这个链接发给你想送的人，第一个打开的人得到积分：

    { $link }

    如果 { $days } 天内没人打开，积分就归你。在那之前，你可以在 /paysupport 退款。
receipt-gift-over =
    ✅ 谢谢！你的礼物（{ $credits }）已付款。{ $state ->
        [opened] 它已经被打开了。
        [taken_back] 它已经被打开了。
        [kept] 一直没人打开，所以积分归你了。
       *[other] 它的 Stars 正在退还给你，所以不能打开了。
    }
gift-opened =
    🎁 有人送了你 { $credits }！你的余额：{ $balance }

    描述一个场景或发一张照片，我来把它变成视频。
gift-already-yours = 这份礼物你已经打开过了，积分就在你的余额里。请看 /balance
gift-already-opened = 这份礼物已经被别人打开了。谁第一个打开，就归谁。
gift-refunded = 这份礼物已经被买的人收回了，不能打开。
gift-too-late = 这份礼物没有及时打开，已经回到买的人那里了。
gift-unknown = 找不到这份礼物。请检查一下链接是否完整。
gift-was-opened = 🎁 你送出的礼物（{ $credits }）已经被打开了。
gift-kept = 🎁 没人打开你的礼物，所以里面的 { $credits }现在归你了。你的余额：{ $balance }
gift-taken-back = ↩️ 你打开过的一份礼物，付款已退还给买的人，所以里面剩下的 { $credits }已收回。你的余额：{ $balance }
share-gift = 🎁 送你一份礼物：可以做 AI 视频的积分！点链接领取。

## Invitations

invite =
    <b>🎁 邀请朋友</b>
    把你的链接发给还没用过这里的朋友。朋友首次购买时，你们俩各得 { $credits }，最多 { $most } 位朋友。

    { $link }
invite-off =
    <b>邀请朋友</b>
    现在邀请没有奖励，不过还是欢迎你的朋友来。点下面分享这个机器人。
invite-sum =
    通过你的链接来的：{ $came }
    购买过的：{ $bought }
    你得到的：{ $earned }
invited = 🎁 有朋友邀请了你：你首次购买时，你们俩各得 { $credits }。
invited-oneself = 这是你自己的链接。把它发给朋友吧：/invite
invited-not-new = 邀请只对第一次来的人有效。不过你可以邀请自己的朋友：/invite
invitation-rewarded = 🎁 你邀请的一位朋友完成了首次购买，你得到 { $credits }。你的余额：{ $balance }
invitation-taken-back = ↩️ 一位朋友的首次购买退款了，所以你因此得到的 { $credits }已收回。你的余额：{ $balance }
share-invitation = 和我一起做 AI 视频吧：

## Promo codes

redeem-ask = 🎟 你的兑换码是什么？直接发给我就行。
redeem-cancelled = 好的，不用兑换码。
redeemed = 🎁 { $credits }已到账。你的余额：{ $balance }
redeem-unknown = 我不认识这个兑换码。请检查写得对不对，再发送 /redeem 试一次。
redeem-expired = 这个兑换码已经过期了。
redeem-used-up = 抱歉，这个兑换码的名额已经用完了。
redeem-already-used = 这个兑换码你已经用过了，每人只能用一次。
redeem-too-many = 不存在的兑换码试得太多啦，请过 { $minutes } 分钟再试。

## An order

ask-model = <b>选择模型</b>
ask-model-line = • <b>{ $model }</b>：{ $about }{ $fails ->
    [yes] {" "}· ⚠️ 最近常常失败
   *[no] {""}
    }
ask-model-prompt = 你的提示词：<i>{ $prompt }</i>
models-speech = <b>🗣 会说话</b>
models-long = <b>⏱ 时长最长</b>
models-cheap = <b>💸 又快又省</b>
models-photo = <b>🖼 用照片生成</b>
model-button = { $model } · { $from } 个积分
card-head = 🎬 <b>{ $model }</b> · { $options }
card-often-fails = ⚠️ 这个模型最近常常失败。如果视频没做成，积分会退给你。
card-head-plain = 🎬 <b>{ $model }</b>
card-follow-up = 🎬 <b>{ $model }</b> · { $kind ->
    [extend] ➕ 续拍你的视频
    [full-hd] 你的视频，1080p 版
    [ultra-hd] 你的视频，4K 版
   *[upscale] 你的视频，更清晰
}
card-image = 🖼 照片 { $number }：{ $role ->
    [first] 首帧
    [last] 尾帧
   *[reference] 参考图
}
card-price = 价格：{ $price } · 余额：{ $available }
card-model = 🎬 { $model }
card-options = ⚙️ { $options }
card-images = { $images ->
    [0] 🖼 添加照片
   *[other] 🖼 { $images } 张照片
}
ask-prompt = ✍️ 视频里要发生什么？直接写给我就行。比如：<i>黎明时分，一只红狐狸跑过刚下的雪地，慢动作。</i>
ask-blank = ✍️ { $ask }比如：<i>{ $example }</i>
ask-style = 点一下添加，再点一下去掉：
ask-what-next = ✍️ 视频里接下来要发生什么？直接写给我就行。
takes-no-prompt = 这里不需要提示词：还是你那个视频，内容不变。
prompt-empty = 这条消息是空的。请用几句话描述你的视频。
prompt-too-long = 你的提示词有 { $chars } 个字符，{ $model } 最多支持 { $max } 个。请发一条短一点的。
cannot-use-that = 我只能处理文字和照片。
ask-image = 想从照片开始？现在就发给我。
ask-image-more = 再发一张照片就能添加。
images-full = 这个模型能用的照片已经满了。再发一张，会替换掉最后一张。
ask-image-required = 🖼 { $model } 需要从照片开始。请发一张。
image-received = 📷 我正在检查你的照片。
image-replaced = 这个模型放不下更多照片了，我已经替换掉最后一张。
images-enough = 这个模型最多用 { $images } 张照片，多出来的我就不用了。
not-an-image = 这个文件用不了。请发一张 { $types } 格式的照片。
image-too-large = 这张照片太大了。请发一张不超过 { $megabytes } MB 的。
image-left-out = 有张照片用不了，我没有放进去。想的话可以再发一张。
image-unavailable = 没能从 Telegram 拿到你的照片。请再发一次。
model-takes-no-image = 这个模型只看文字，所以不会用到照片。
model-gone = 这个模型已经下架了。请选别的模型。
follow-up-gone = 这个视频已经不能这样处理了。
confirm-button = ✨ 生成 · { $credits } 个积分
choice-length = { $seconds } 秒
choice-sound = 有声
choice-no-sound = 无声
choice-price = { $label }（{ $more }）
not-enough = 这个视频需要 { $price }，你现在有 { $available } 个。在下面选个套餐吧，提示词已经帮你存好了。

    付款即表示你同意使用条款：/terms
order-dropped = 订单已取消，没有扣积分。
nothing-to-cancel = 没有可以取消的。
cancel-queued = 你没有未完成的订单。想取消还没开始的视频，点下面就行。
cancel-video = 取消：{ $prompt }
cancel-rendering = 你的视频已经在制作了，没法取消。
cancel-passed-on = 你的订单已经提交出去了，没法取消。如果没做成，积分会退给你。
old-button = 这个按钮已经过期了。
already-placed = 这个订单你已经下过了。
order-changed = 订单或价格有变动，请再确认一下。
prompt-replaced = 提示词已更新。
prompt-joined = 我把两条消息合成了一条提示词。
tap-to-confirm = 就差一步：点下面的“生成”就开始。
placed = 下单成功。
too-many-orders = 目前的视频数量已达上限。订单已保存，请过 { $minutes } 分钟再点一次。
too-many-orders-today = 一天的视频数量已达上限。订单已保存，请过 { $hours } 小时再点一次。
paused = 视频生成暂时不可用。你的积分不受影响，请稍后再试。
paused-briefly = 视频生成暂时不可用。订单已保存，请稍后再试。
paused-model = { $model } 暂时不可用。订单已保存，请换个模型，或稍后再试。

## A job

caption = { $model } · { $options }
caption-plain = { $model }
caption-follow-up = { $model } · { $kind ->
    [extend] 续拍
    [full-hd] 1080p
    [ultra-hd] 4K
   *[upscale] 更清晰
}
status-queued = ⏳ <b>{ $model }</b>：排在第 { $position } 位。已预留 { $price }。
status-queued-paused = ⏸ <b>{ $model }</b>：排队中。视频生成暂时不可用，你的位置会保留。已预留 { $price }。
status-under-way = 🎬 <b>{ $model }</b>：你的视频正在制作。一般需要{ $usual }，你可以先关掉聊天。已预留 { $price }。
status-under-way-paused = ⏸ <b>{ $model }</b>：你的订单在等待。视频生成暂时不可用。如果没做成，会退给你 { $price }。
status-rendering = 🎬 <b>{ $model }</b>  { $bar }
    { $minutes ->
        [0] 马上就好。
       *[other] 大约还要 { $minutes } 分钟。
    }
status-late = ⏳ <b>{ $model }</b>：这次比平时久一些，我还在等。如果没做成，会退给你 { $price }。
usual-wait = { $slow ->
    [0] 不到 1 分钟
   *[other] { $range ->
        [yes] { $median ->
            [0] 最多 { $slow } 分钟
           *[other] 大约 { $median } 到 { $slow } 分钟
        }
       *[no] 大约 { $slow } 分钟
    }
}
status-unconfirmed = ⏳ <b>{ $model }</b>：订单发出去了，但没收到回复。如果 { $minutes } 分钟内还没有消息，会退给你 { $price }。之后视频要是来了，就免费送你。
status-ready = 📦 <b>{ $model }</b>：你的视频做好了，正在发送。
status-gone = ⏳ <b>{ $model }</b>：你的视频做好了，但视频服务还没把它交过来。我会继续试。如果一直拿不到，会退给你 { $price }。
status-gone-free = ⏳ <b>{ $model }</b>：你的视频做好了，但视频服务还没把它交过来。我会继续试。
status-delivered = ✅ <b>{ $model }</b>：完成 · 用了 { $price } · 还剩 { $left } 个
status-delivered-free = ✅ <b>{ $model }</b>：你的视频还是来了。积分之前已经退给你，这个视频免费。
status-failed = ⚠️ <b>{ $model }</b>：没做成，已退还 { $price }。
status-cancelled = <b>{ $model }</b>：已取消，已退还 { $price }。
status-undeliverable = <b>{ $model }</b>：你的视频做好了，但我一周都没能联系上你。请发送 /paysupport 联系我们。
status-lost = ⚠️ <b>{ $model }</b>：视频没能送达，已退还 { $price }。
video-lost = { $reason ->
    [no-video] 抱歉：视频服务说你的视频做好了，但我没能从那里拿到视频，问了两次都不行。
    [too-large] 抱歉：你的视频太大，在这里发不了，我也没有别的办法给你。
    [overdue] 抱歉：你的视频做好了，但我试了好几天都没能发给你。
   *[not-taken] 抱歉：你的视频做好了，但 Telegram 不接收这个文件，我没能发给你。
    }

    { $paid ->
    [yes] 已退还 { $price }。你的余额：{ $balance }
   *[no] 没有扣你的积分。你的余额：{ $balance }
    }
job-cancelled = 已取消，积分已退回。
cancel-too-late = 来不及取消了：你的订单已经提交出去了。
link-too-large = 你的视频做好了！它太大，在这里发不了，请点链接下载：
link-not-taken = 你的视频做好了！Telegram 暂时收不了这个文件，请点链接下载：
link-kept = 链接 7 天内有效。
link-at-provider = 链接大约一天内有效，请尽快保存视频。
failed-policy = 按照内容规则，模型拒绝了这{ $image ->
    [yes] 条提示词或照片
   *[no] 条提示词
    }。请{ $image ->
    [yes] 换个说法，或换张照片试试
   *[no] 换个说法试试
    }。
failed-refused = 模型接不了这个订单。请稍微改一下再试。
failed-image = 这张照片用不了。请换一张试试。
failed-image_gone = 你的照片已经不在 Telegram 上了。请再发一次。
failed-sound = 这个模型会给每个视频配声音，但在你的提示词里没找到可配的内容。请写明一种声音，或写出要说的话，再试一次。
failed-provider = 制作你的视频时出了点问题。请再试一次。
failed-expired = 服务太忙，等得太久了。请稍后再试。
failed-timeout = 你的视频花的时间太久，我不再等了。要是之后还能收到，就免费送你。
failed-unknown = 我没能确认你的订单。要是之后还能收到视频，就免费送你。
failed = { $reason }

    已退还 { $price }。你的余额：{ $balance }

## Videos that were made

videos = <b>你的视频</b>
    点数字，可以重新发送、修改，或接着往下做。
videos-line = { $number }. { $date } · <b>{ $model }</b>：{ $prompt }
videos-none = 你还没有视频。描述一个场景或发一张照片，我来做一个。
video-gone = 这个视频已经不再保存了。
video-deleted = 已从你的列表中删除。
share-text = 你也来做一个这样的视频吧：
shared-order = 🎁 有人把这个创意分享给你。想改哪里都行。
shared-gone = 这个创意已经不再分享了。写一个你自己的场景，或选一个模板吧。

## Templates

templates = <b>模板</b>
    选一个创意，剩下的交给我。
template = <b>{ $name }</b>
    { $line }

    🎬 { $model } · { $needs ->
        [photo] 🖼 用你的照片
       *[words] { $blanks ->
            [0] 什么都不用填
           *[other] 只需填 { $blanks } 项
        }
    }
template-gone = 这个模板已经下架了，看看现在有的吧。

## Tips

tips = <b>💡 { $model } 使用技巧</b>
tips-all = <b>💡 怎样写好提示词</b>
tips-scene = • <b>场景：</b>用一两句话写清楚谁或什么、在哪里、发生了什么。
tips-camera = • <b>镜头和光线：</b>写出来。比如：<i>镜头缓缓推近，夕阳的金色光线</i>。
tips-speech = • <b>台词：</b>放在引号里。比如：<i>她微笑着说：“欢迎回家！”</i>想要什么声音，也写上。
tips-sound = • <b>声音：</b>写出能听到什么。比如：<i>海浪声，远处的海鸥</i>。
tips-silent = • <b>无声：</b>这个模型做的视频没有声音，不用写台词和音乐。
tips-photo = • <b>用照片：</b>写出什么在动；画面的样子由照片决定。
tips-length = • <b>时长：</b>几秒钟只够一两个动作。故事长，就选长一点的视频。
style-dolly = 🎥 推镜头
style-drone = 🚁 航拍
style-handheld = 🤳 手持镜头
style-slow-motion = 🐢 慢动作
style-golden = 🌇 黄金时刻
style-neon = 🌃 霓虹夜景
style-film = 🎞 35mm 胶片
style-macro = 🔬 微距
style-animated = 🧸 3D 动画

## Settings

settings = <b>⚙️ 你的默认设置</b>
    新订单会从这些设置开始，每个订单里都可以再改。
settings-line = { $name }：<b>{ $value }</b>
settings-as-last = 和上次一样
settings-as-telegram = 跟随 Telegram
settings-model = 模型
settings-format = 画面比例
settings-length = 时长
settings-sound = 声音
settings-language = 语言
settings-news = 消息推送
settings-news-on = 开
settings-news-off = 关
button-news-on = 🔔 开启消息推送
button-news-off = 🔕 关闭消息推送
button-no-more-news = 🔕 不再接收这类消息
news-are-off = 好的，不再给你推送消息。视频和付款的通知还是会发给你。想重新开启，请看 /settings
news-are-on = 好的，又会给你推送消息了。
settings-ask-model = 新订单默认用哪个模型？
settings-ask-format = 你喜欢哪种画面比例？不支持的模型会用自己的比例。
settings-ask-length = 你喜欢哪种时长？不支持的模型会用自己的时长。
settings-ask-sound = 能选声音的时候，要有声吗？
settings-ask-language = 想让我说哪种语言？
language-name = 中文
language-set = 好的，接下来我说中文。

## Payment support

support = <b>付款问题</b>
    Telegram 官方客服处理不了在本机器人里的购买。
support-write = 还有别的问题？在下一条消息里告诉我们，我们的团队会在这里回复你。
support-needs-words = 请用文字描述问题，照片和文件我没法转交。
support-too-many = 你今天发来的内容很多，我们都收到了。请等我们回复，或明天再写。
support-cancelled = 好的，没有提交。
support-reply = 💬 关于你的付款问题 { $number }：
    <blockquote>{ $words }</blockquote>
    想继续说，请发送 /paysupport
support-received = 谢谢！{ $seen ->
    [yes] 我们的团队已经收到你的问题。
   *[no] 你的问题已保存，我们的团队会尽快查看。
    }编号是 { $number }。{ $photo ->
    [yes] 照片和文件我没法转交，如果里面的内容重要，请用文字说明。
   *[no] {""}
    }

## Purchases and refunds

purchases = <b>你最近的购买</b>
    没动过的购买，{ $days } 天内可以用下面的按钮退款。其他情况，请申请退款。
purchase-line =
    { $number }. { $credits }，{ $stars } ⭐，{ $date }{ $gift ->
        [none] { "" }
        [waiting] { " " }· 🎁 礼物，还没打开
        [refunding] { " " }· 🎁 礼物，没有打开
        [returned] { " " }· 🎁 礼物，没有打开
        [kept] { " " }· 🎁 没人打开的礼物
       *[opened] { " " }· 🎁 礼物，已打开
    }{ $eligibility ->
        [asked] ：已申请退款
        [declined] ：退款被拒绝
        [under-way] ：退款处理中
        [returned] ：已退款
       *[other] { "" }
    }
    交易号 <code>{ $charge }</code>
refund-offer = <b>要把购买 { $number } 退款吗？</b>
    会退给你 { $stars } ⭐，并从你的余额中扣除 { $credits }。
refund-offer-gift =
    <b>要把购买 { $number } 退款吗？</b>
    会退给你 { $stars } ⭐，你的礼物（{ $credits }）就不能再打开了。
refund-begun-gift = ↩️ 你的礼物（购买 { $number }）正在退款：{ $stars } ⭐。它的链接已失效。完成后我会告诉你。
refund-begun = ↩️ 购买 { $number } 正在退款：已预留 { $credits }，直到 { $stars } ⭐ 退还给你。完成后我会告诉你。
refund-kept = 好的，积分给你留着。
refund-asked = 谢谢。已请我们的团队处理购买 { $number } 的退款，有结果我会告诉你。
refund-declined = 购买 { $number }（{ $credits }，{ $stars } ⭐）的退款没有通过。如果你觉得不对，请发送 /paysupport 联系我们。
refund-refused = Telegram 没能退回你的付款。{ $credits ->
    [0] 我们的团队已经知道了，会去查看。
   *[other] 积分已经退回给你，我们的团队也知道了。
    }
not-refundable =
    { $eligibility ->
        [refundable] 这笔购买可以退款：在 /paysupport 里点“退款”。
        [spent] 其中一些积分已经用掉或被预留了。你可以在 /paysupport 申请退款。
        [gift-opened] 这份礼物已经被打开了。你可以在 /paysupport 申请退款。
        [too-late] 这笔购买时间太久，不能直接退款了。你可以在 /paysupport 申请退款。
        [refused] Telegram 拒绝了这笔退款。你可以在 /paysupport 联系我们。
        [asked] 你已经申请过这笔退款了，有结果我会告诉你。
        [declined] 这笔退款没有通过。你可以在 /paysupport 联系我们。
        [under-way] 这笔退款正在处理。
       *[returned] 这笔购买已经退款了。
    }

## Privacy

privacy =
    <b>隐私</b>
    <b>我保存什么，保存多久</b>
    • 你的 Telegram ID 和语言、付款金额、谁邀请了你或送了你积分，以及你何时用什么价格订了哪个模型：不含提示词，按记账要求的期限保存。不保存你的名字。
    • 你的提示词、视频设置，以及照片和视频在 Telegram 上的文件标识：下单后 { $orders } 天。照片本身只转交，不保存。在 /videos 里删除视频，我会马上忘掉它。
    • 你在 /settings 里选的内容：直到你在这里删除。如果你不想收到消息推送，这一点会一直记着，免得打扰你。
    • 你上次来这里的日期：直到你再来。
    • 你写给付款客服的内容：{ $requests } 天。
    • 我上一次给你的回复，以防 Telegram 再次索取：1 小时。
    • 在这里发不了的视频：直到你下载，最多 7 天。

    <b>会交给谁</b>
    • 提示词、照片和设置会交给制作视频的 KIE.ai，它最多保存视频和照片 14 天，不含你的名字和 ID。
    • 这个聊天由 Telegram 保存。你看到的内容可以自己删除。
    • 不会给其他任何人，也不会用来训练任何东西。

    想现在就删除，点下面的按钮。
forget-sure = <b>删除你的提示词、照片和视频？</b>
    我会删除你写给我的所有内容、订单里的提示词和照片、你的默认设置、未完成的订单，以及视频的副本。删除后无法恢复，以前的订单也不能再用“再来一次”。

    你的积分会保留。付款和价格的记录也会保留，但不含任何文字内容。
forget-kept = 好的，什么都没删。
forgotten = 🗑 已删除：你的提示词、照片、视频，以及你写的内容。你的积分和付款记录还在。

    这个聊天里看到的内容，你可以用 Telegram 菜单里的“清空聊天记录”自己删除。
forgotten-when-ended = 🗑 已删除。还有 { $orders } 个订单在处理，完成后就会删除它的数据。你的积分和付款记录还在。

    这个聊天里看到的内容，你可以用 Telegram 菜单里的“清空聊天记录”自己删除。

## Buttons

button-subscription-cancel = 取消订阅
button-subscription-resume = 恢复订阅
button-refund-offer = ↩️ 退款 { $credits }（{ $stars } ⭐），{ $date }
button-refund-ask = 🙋 申请退款 – { $credits }，{ $date }
button-refund-confirm = 对，退款
button-refund-keep = 不，保留积分
button-refund-approve = ✅ 同意
button-refund-decline = ❌ 拒绝

button-make-video = 🎬 制作视频
button-buy = ⭐ 购买积分
button-again = 🔁 再来一次 · { $credits } 个积分
button-edit = ✏️ 修改
button-follow-extend = ➕ 续拍 · { $credits } 个积分
button-follow-upscale = 🔍 更清晰 · { $credits } 个积分
button-follow-full-hd = 🔍 1080p · { $credits } 个积分
button-follow-ultra-hd = 🔍 4K · { $credits } 个积分
button-templates = 💡 模板
button-use-template = ✨ 用这个创意
button-share = 🔗 分享
button-copy-link = 📋 复制链接
button-gift = 🎁 买礼物送人
# Whoever opens the link reads the prompt.
button-share-video = 🔗 连同提示词分享
button-tips = 💡 技巧
button-newer = ◀️ 更新的
button-older = 更早的 ▶️
button-send-again = 📤 重新发送
button-copy-prompt = 📋 复制提示词
button-delete = 🗑 删除
button-cancel = 取消
button-back = ◀️ 返回
button-done = ✅ 完成
button-more-models = 更多模型
button-fewer-models = ◀️ 精选模型
button-drop-image = ✖️ 照片 { $number }
button-turn-images = 🔄 交换照片
button-as-references = 用作参考图
button-as-frames = 用作首帧和尾帧
button-continue = 继续
button-discard = 放弃
button-prompt-before = ↩️ 上一条提示词
button-forget = 🗑 删除我的提示词和视频
button-forget-sure = 对，删除
button-forget-keep = 不，保留
button-open-chat = 打开聊天

## The menu of commands, at most 256 characters each, and what Telegram shows of the bot

command-generate = 制作视频
command-videos = 你的视频
command-templates = 现成的创意
command-tips = 写好提示词
command-settings = 你的默认设置
command-language = 选择语言
command-buy = 用 Stars 购买积分
command-balance = 查看积分
command-invite = 邀请朋友
command-redeem = 使用兑换码
command-help = 怎么用
command-cancel = 取消当前订单
command-terms = 使用条款
command-privacy = 隐私和数据删除
command-paysupport = 付款问题
command-start = 重新开始
bot-description = Starreel 把你的文字和照片变成 AI 短视频。用 Telegram Stars 付款。如果视频没做成，积分会退给你。
bot-short-description = 用你的文字和照片做 AI 视频。用 Telegram Stars 付款。

## What people type instead of tapping a button: single words, separated by spaces. A message counts when each of its few
## words is in the list: as consent under a card, or as a greeting out of the blue.

words-of-consent = 好 好的 好滴 好哒 好呀 好啊 好吧 行 行吧 行啊 可以 可以的 可以啊 没问题 是 是的 对 对的 嗯 嗯嗯 要 同意 确定 确认 确认生成 开始 开始吧 开始生成 生成 生成吧 做吧 来 来吧 走起 冲 就这样 就这个 没错 棒 太好了 完美 请 麻烦了 现在 yes yeah yep ok okay sure go start generate confirm please great perfect 👍 👌 ✅
words-of-greeting = 你好 你好啊 你好呀 您好 嗨 嘿 哈喽 哈啰 哈罗 在吗 在么 早 早安 早上好 上午好 中午好 下午好 晚上好 晚安 谢谢 谢谢你 谢谢啦 谢啦 谢了 多谢 感谢 辛苦了 拜拜 再见 hi hello hey thanks thank you thx good morning evening bye
