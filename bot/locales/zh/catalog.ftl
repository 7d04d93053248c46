# What each model is best at, one line.

about-veo3-fast = 画面逼真，人物会说话
about-kling-3-0 = 电影般的运镜
about-wan-3-0 = 纯文字生成评测第一，最长 30 秒
about-minimax-h3 = 让照片活起来，总是有声
about-grok-imagine = 快速又好玩，最长 30 秒
about-kling-2-1 = 动作流畅，无声
about-veo3-quality = 最精致的 Veo，擅长人脸和说话
about-veo3-lite = 更省的 Veo，有声
about-gemini-omni-flash = 能照着长描述来做，有声
about-kling-2-5-turbo = 擅长快节奏动作，无声
about-seedance-2-mini = 场景生动，有声，最长 15 秒
about-seedance-1-5-pro = 镜头稳定，声音可选
about-hailuo-2-3 = 让照片动起来，价格实惠
about-pixverse-v6 = 有风格，速度快，1 到 15 秒
about-veo-3-1 = 画面逼真，人物会说话

# Ready ideas: the name on the button, what it makes, the questions and their examples.

template-old-photo-name = 📷 让老照片活起来
template-old-photo-line = 静止的照片有了呼吸：人在微笑，发丝随风飘动。
template-product-name = 🛍 产品展示
template-product-line = 你的产品在转台上，打着影棚灯光。
template-product-ask-1 = 是什么产品？
template-product-example-1 = 一台哑光黑的咖啡机
template-birthday-name = 🎂 生日祝福
template-birthday-line = 一个开心的机器人喊着名字送上祝福。
template-birthday-ask-1 = 谁过生日？
template-birthday-example-1 = 小雨
template-birthday-ask-2 = 祝 TA 什么？
template-birthday-example-2 = 祝你天天开心，心想事成。
template-loop-name = 🌊 循环背景
template-loop-line = 一镜到底的宁静画面，适合大屏或壁纸。
template-loop-ask-1 = 画面里是什么？
template-loop-example-1 = 黄昏海滩上的海浪
template-pet-astronaut-name = 🐶 我的宠物当宇航员
template-pet-astronaut-line = 你的宠物在空间站里飘来飘去。
template-cinematic-walk-name = 🎬 电影镜头
template-cinematic-walk-line = 几秒钟的电影质感。
template-cinematic-walk-ask-1 = 画面里是谁？
template-cinematic-walk-example-1 = 一个穿黄色雨衣的女孩
template-cinematic-walk-ask-2 = 在哪里？
template-cinematic-walk-example-2 = 雨中的霓虹街道
template-news-name = 📺 突发新闻
template-news-line = 主播为你播报任何消息。
template-news-ask-1 = 什么新闻？
template-news-example-1 = 小明终于把碗洗了。
template-miniature-name = 🔍 微缩世界
template-miniature-line = 把一个地方变成微缩模型，用微距镜头来看。
template-miniature-ask-1 = 哪个地方？
template-miniature-example-1 = 夏天的江南水乡
template-sketch-name = ✏️ 画儿动起来
template-sketch-line = 孩子的画动起来了。
template-food-name = 🍜 美食特写
template-food-line = 热气、滋滋声和慢动作。
template-food-ask-1 = 哪道菜？
template-food-example-1 = 一碗兰州牛肉面

# Labels of choices.
label-natural = 自然
label-playful = 趣味
