//! What operators change of the shop in their chat: packs, bonuses, prices. What counts then, and what nobody loses by it.

use bot::core::Pack;
use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;

/// An operator puts a value in force by the buttons of `/shop`.
fn decides(operator: &Person<'_>, panel: &str, term: &str, value: &str) -> String {
    operator.sends("/shop");
    operator.presses(panel);
    operator.presses(&format!("✏️ {term}"));
    operator.sends(value);
    operator.presses("Put in force")
}

/// An operator makes a model dearer or cheaper, tap by tap.
fn makes_dearer(operator: &Person<'_>, model: &str, by: i32) -> String {
    operator.sends("/shop");
    operator.presses("Prices");
    operator.presses(model);
    (0..by.abs()).for_each(|_| drop(operator.presses(if by > 0 { "+1" } else { "−1" })));
    operator.presses("Put in force")
}

fn deeds(bot: &Bot) -> String {
    bot.one(
        "SELECT coalesce(group_concat(action || ' by ' || operator || ': ' || reason, '; '), '') FROM operator_actions",
    )
}

#[test]
#[expect(clippy::too_many_lines, reason = "one conversation")]
fn an_operator_sees_what_is_sold_and_changes_the_packs() {
    let bot = Bot::new();
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    assert_snapshot!(operator.sends("/shop"), @r"
    900: The shop
    📦 Packs: 1 credit for 100 ⭐, 5 credits for 500 ⭐, 10 credits for 1000 ⭐
    📅 Subscription: none
    🎁 First purchase: 0 credits · first message: 0 credits

    Everything is as your settings and the catalogue have it.
    [💰 Prices] [📦 Packs]
    [🎁 Bonuses] [🚧 Maintenance]
    ");
    assert_snapshot!(operator.presses("Packs"), @r"
    900: ✎ Packs and subscription
    PACKS: 1,5,10
    STARS_PER_CREDIT: 100
    SUBSCRIPTION: 0
    [✏️ PACKS]
    [✏️ STARS_PER_CREDIT]
    [✏️ SUBSCRIPTION]
    [‹ The shop]
    ");
    assert_snapshot!(operator.presses("✏️ PACKS"), @"900: PACKS is 1,5,10. Send me the new value, as in the settings: credits, with a bonus behind the plus, such as 1,5,10+1,25+4. I'll show you what follows before it counts. /cancel leaves it as it is.");
    assert_snapshot!(operator.sends("1, 10 + 2"), @r"
    900: PACKS: 1,5,10 → 1,10+2

    📦 Packs: 1 credit for 100 ⭐, 10 + 2 credits for 1000 ⭐
    📅 Subscription: none

    Prices that follow, in credits for a video:
    • Kling 3.0: 1–8 → 1–10
    • Wan 3.0: 1–8 → 1–9
    • Grok Imagine: 1–2 → 1–3
    • Veo 3.1 Quality: 1–3 → 1–4
    • Gemini Omni Flash: 1 → 1–2
    • Seedance 2 mini: 1 → 1–2

    Nobody pays more than what they were shown: an open card asks again, and an invoice of the last hour keeps its word.
    [✅ Put in force]
    [‹ The shop]
    ");
    assert!(ann.sends("/buy").contains("[10 credits · 1000 ⭐]"), "nothing counts yet");
    assert_snapshot!(operator.presses("Put in force"), @r"
    900: ✎ ✅ In force: PACKS is 1,10+2.
    [‹ The shop]
    ");
    assert_snapshot!(ann.sends("/buy"), @r"
    Buy credits
    You have 0 credits. Most videos cost 1 credit. Pick a pack:

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [10 + 2 credits · 1000 ⭐]
    [🎁 Buy a gift]
    ");
    assert_eq!(deeds(&bot), "change_shop by 900: PACKS: 1,5,10 → 1,10+2");
    bot.passes(SignedDuration::from_hours(3));
    bot.restarts();
    assert!(ann.sends("/buy").contains("[10 + 2 credits · 1000 ⭐]"), "it outlasts a restart");
    assert_snapshot!(operator.sends("/shop"), @r"
    900: The shop
    📦 Packs: 1 credit for 100 ⭐, 10 + 2 credits for 1000 ⭐
    📅 Subscription: none
    🎁 First purchase: 0 credits · first message: 0 credits

    Changed here, over your settings and the catalogue:
    • PACKS: 1,10+2 instead of 1,5,10, by 900 since 2027-01-15 08:00 UTC
    [💰 Prices] [📦 Packs]
    [🎁 Bonuses] [🚧 Maintenance]
    ");
    operator.presses("Packs");
    assert_snapshot!(operator.presses("back to the settings"), @r"
    900: PACKS: 1,10+2 → 1,5,10

    📦 Packs: 1 credit for 100 ⭐, 5 credits for 500 ⭐, 10 credits for 1000 ⭐
    📅 Subscription: none

    Prices that follow, in credits for a video:
    • Kling 3.0: 1–10 → 1–8
    • Wan 3.0: 1–9 → 1–8
    • Grok Imagine: 1–3 → 1–2
    • Veo 3.1 Quality: 1–4 → 1–3
    • Gemini Omni Flash: 1–2 → 1
    • Seedance 2 mini: 1–2 → 1

    Nobody pays more than what they were shown: an open card asks again, and an invoice of the last hour keeps its word.
    [✅ Put in force]
    [‹ The shop]
    ");
    operator.presses("Put in force");
    assert!(ann.sends("/buy").contains("[5 credits · 500 ⭐]"));
    assert_eq!(bot.count("SELECT count(*) FROM shop"), 0);
    assert!(deeds(&bot).ends_with("; change_shop by 900: PACKS: 1,10+2 → 1,5,10"), "{}", deeds(&bot));
}

#[test]
fn a_value_that_makes_no_sense_is_refused_and_asked_for_again() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    operator.sends("/shop");
    operator.presses("Packs");
    operator.presses("✏️ PACKS");
    assert_snapshot!(operator.sends("5,5"), @"900: That doesn't work: PACKS has 5 twice; people could not tell which one they press. Please send it again, or /cancel.");
    assert_snapshot!(operator.sends("ten"), @r#"900: That doesn't work: PACKS "ten" is not a number of credits, such as 25, or 25+4 with a bonus of 4. Please send it again, or /cancel."#);
    assert_snapshot!(operator.sends("2000"), @"900: That doesn't work: STARS_PER_CREDIT every pack must cost from 1 to 100000 Stars. Please send it again, or /cancel.");
    assert_snapshot!(operator.sends(&"1,".repeat(3000)), @"900: That doesn't work: PACKS needs 1 to 8 numbers of credits above 0, such as 1,5,10,25+4. Please send it again, or /cancel.");
    assert_snapshot!(operator.sends_image("photo", 5), @"");
    assert_snapshot!(operator.sends("1,5,10"), @"900: PACKS is 1,5,10 already. Send another value, or /cancel.");
    assert!(operator.sends("3").contains("1,5,10 → 3"), "the question stands");
    assert_eq!(bot.count("SELECT count(*) FROM shop"), 0);
    assert_snapshot!(operator.sends("/cancel"), @"900: OK, nothing has changed.");
    assert!(operator.sends("A fox in the snow").contains("A fox in the snow"), "words are a prompt again");
}

#[test]
fn an_old_button_a_second_tap_and_a_strangers_tap_change_nothing() {
    let bot = Bot::new();
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    operator.sends("/shop");
    operator.presses("Packs");
    operator.presses("✏️ STARS_PER_CREDIT");
    operator.sends("90");
    let (message, old) = operator.button("Put in force");
    operator.sends("80");
    assert_snapshot!(operator.presses_data(Some(message), &old), @"(This button has expired.)");
    let (message, data) = operator.button("Put in force");
    assert_snapshot!(ann.presses_data(Some(message), &data), @"(This button has expired.)");
    operator.presses("Put in force");
    assert_snapshot!(operator.presses_data(Some(message), &data), @"(This button has expired.)");
    assert_eq!(deeds(&bot), "change_shop by 900: STARS_PER_CREDIT: 100 → 80");
    for data in [
        "shop:all",
        "shop:price:1:veo3-fast",
        "shop:close:on",
        "shop:reset:PACKS",
        "shop:apply:",
        "shop:price:99999999999:veo3-fast",
        "shop:nonsense",
    ] {
        assert!(ann.presses_data(None, data).contains("button"), "{data}");
    }
    assert!(!ann.sends("/shop").contains("Packs:"), "to anybody else the command does not exist");
    for (data, says) in [
        ("shop:price:1001:veo3-fast", "The price takes a whole number of credits from -1000 to +1000"),
        ("shop:propose:-2147483648:veo3-fast", "The price takes a whole number of credits from -1000 to +1000"),
        ("shop:price:1:nothing", "button"),
        ("shop:propose:1:nothing", "button"),
    ] {
        let said = operator.presses_data(None, data);
        assert!(said.contains(says), "{data}: {said}");
    }
    assert_eq!(bot.count("SELECT count(*) FROM shop"), 1);
}

#[test]
fn a_model_is_made_dearer_with_the_margin_in_view() {
    let bot = Bot::new();
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    ann.buys(10);
    ann.fills_in("The sea");
    operator.sends("/shop");
    let prices = operator.presses("Prices");
    assert!(prices.contains("• Veo 3.1 Fast: 1–2, 53 % left"), "{prices}");
    assert_snapshot!(operator.presses("Veo 3.1 Fast"), @"
    900: ✎ Veo 3.1 Fast, credits for a video, follow-ups too:
    By the catalogue: 1–2, 53 % left at least
    In force (0): 1–2, 53 % left at least
    Proposed (0): 1–2, 53 % left at least

    Nobody pays more than what they were shown: an open card asks again, and an invoice of the last hour keeps its word.
    [−1] [+1]
    [‹ Prices]
    ");
    assert_snapshot!(operator.presses("+1"), @"
    900: ✎ Veo 3.1 Fast, credits for a video, follow-ups too:
    By the catalogue: 1–2, 53 % left at least
    In force (0): 1–2, 53 % left at least
    Proposed (+1): 2–3, 76 % left at least

    Nobody pays more than what they were shown: an open card asks again, and an invoice of the last hour keeps its word.
    [−1] [+1]
    [✅ Put in force]
    [‹ Prices]
    ");
    assert!(ann.sends("Another sea").contains("Price: 1 credit"), "nothing counts yet");
    assert_snapshot!(operator.presses("Put in force"), @"
    900: ✎ Veo 3.1 Fast, credits for a video, follow-ups too:
    By the catalogue: 1–2, 53 % left at least
    In force (+1): 2–3, 76 % left at least
    Proposed (+1): 2–3, 76 % left at least

    Nobody pays more than what they were shown: an open card asks again, and an invoice of the last hour keeps its word.
    [−1] [+1]
    [↩️ Back to the catalogue]
    [‹ Prices]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    Another sea
    Price: 2 credits · Balance: 10
    [✨ Generate · 2 credits]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [↩️ Previous prompt]
    [💡 Tips] [Cancel]

    (The order or its price has changed. Please check it again.)
    ");
    assert!(ann.presses("✨ Generate").contains("Order placed."), "at the price that they have seen now");
    assert_eq!(bot.count("SELECT price FROM jobs"), 2);
    assert_eq!(deeds(&bot), "change_shop by 900: PRICE:veo3-fast: 0 → +1");
    let prices = operator.sends("/shop");
    assert!(prices.contains("• Veo 3.1 Fast, credits more for each video: +1 instead of 0, by 900 since"), "{prices}");
    operator.presses("Prices");
    operator.presses("Veo 3.1 Fast");
    operator.presses("Back to the catalogue");
    assert_eq!(bot.count("SELECT count(*) FROM shop"), 0);
}

#[test]
fn a_price_that_leaves_too_little_is_warned_of_and_none_is_below_one() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    operator.sends("/shop");
    operator.presses("Prices");
    operator.presses("Kling v2.1");
    let proposed = operator.presses("−1");
    assert!(proposed.contains("less than 50 %, your MARGIN_PERCENT_MIN"), "{proposed}");
    (0..8).for_each(|_| drop(operator.presses("−1")));
    let proposed = operator.presses("Put in force");
    assert!(proposed.contains("In force (-9): 1,"), "{proposed}");
}

#[test]
fn a_cheaper_credit_makes_the_prices_follow() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    operator.sends("/shop");
    operator.presses("Packs");
    operator.presses("✏️ STARS_PER_CREDIT");
    let proposed = operator.sends("40");
    assert!(proposed.contains("• Veo 3.1 Fast: 1–2 → "), "{proposed}");
    operator.presses("Put in force");
    let ann = bot.person(1);
    let card = ann.fills_in("The sea");
    assert!(card.contains("it costs 2 credits") || card.contains("2 credits"), "{card}");
}

#[test]
fn bonuses_and_the_subscription_are_changed_the_same_way() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    decides(&operator, "Bonuses", "FIRST_PURCHASE_BONUS", "2");
    decides(&operator, "Bonuses", "WELCOME_CREDITS", "3");
    let done = decides(&operator, "Packs", "SUBSCRIPTION", "20 1500");
    assert!(done.contains("In force: SUBSCRIPTION is 20 1500."), "{done}");
    let ann = bot.person(1);
    assert!(ann.sends("hi").contains("3 credits"), "a welcome");
    let offer = ann.sends("/buy");
    assert!(
        offer.contains("Your first purchase brings 2 credits extra.") && offer.contains("20 credits a month · 1500"),
        "{offer}"
    );
    ann.buys(5);
    assert!(ann.sends("/balance").starts_with("Your balance: 10 credits"));
    decides(&operator, "Packs", "SUBSCRIPTION", "0");
    assert!(!ann.sends("/buy").contains("a month"));
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions WHERE action = 'change_shop'"), 4);
}

#[test]
fn an_invoice_keeps_its_word_while_it_is_young() {
    let bot = Bot::new();
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    ann.sends("/buy");
    ann.presses("5 credits");
    let payload = bot.last_payload();
    decides(&operator, "Packs", "PACKS", "1,10");
    assert_eq!(ann.checks_out(|_| {}), "checkout: go on");
    assert!(
        ann.checks_out(|query| query.total_amount = 400).contains("Our prices have changed"),
        "its own terms and no other"
    );
    assert!(ann.presses_data(None, "pack:5").contains("This pack is no longer sold"));
    bot.passes(SignedDuration::from_mins(61));
    assert_eq!(bot.last_payload(), payload);
    assert!(ann.checks_out(|_| {}).contains("Our prices have changed"));
    assert!(ann.has_paid("charge-1").contains("5 credits added"), "what is paid is credited all the same");
}

#[test]
fn what_is_decided_follows_the_files_when_it_is_the_same_and_yields_to_sense() {
    let bot = Bot::new();
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    decides(&operator, "Packs", "PACKS", "1000");
    makes_dearer(&operator, "Veo 3.1 Fast", 1);
    // With these settings the pack would cost 200000 Stars.
    bot.change_policy(|policy| {
        policy.stars_per_credit = 200;
        policy.packs = vec![Pack::new(7, 1400)];
    });
    assert!(ann.sends("/buy").contains("[7 credits · 1400 ⭐]"));
    assert!(ann.fills_in("The sea").contains("2 credits"), "the price counts all the same");
}

#[test]
fn an_order_is_where_it_was_after_a_look_at_the_shop() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    operator.sends("A fox in the snow");
    decides(&operator, "Bonuses", "WELCOME_CREDITS", "1");
    assert!(operator.sends("/help").contains("[✏️ Continue") || operator.sends("/help").contains("Continue"));
    assert!(operator.presses("Continue").contains("A fox in the snow"));
}

#[test]
fn a_model_that_is_switched_is_on_record() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    operator.sends("/models off kling-2.1");
    operator.sends("/models off kling-2.1");
    operator.sends("/models on kling-2.1");
    assert_eq!(deeds(&bot), "switch_model by 900: kling-2.1: on → off; switch_model by 900: kling-2.1: off → on");
}
