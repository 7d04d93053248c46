//! Owners, support and viewers: what each may do, and what each is told.

use jiff::SignedDuration;

use bot::core::ids::UserId;

use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;

/// Who answers people.
pub(super) const SUPPORT: i64 = 901;

/// Who looks on.
pub(super) const VIEWER: i64 = 902;

/// What is said to whoever lacks a role.
pub(super) const NOT_ALLOWED: &str = "Your role doesn't allow this";

/// A bot with an owner, somebody for support and a viewer.
pub(super) fn bot() -> Bot {
    let bot = Bot::new();
    bot.change_policy(|policy| {
        policy.support.insert(UserId(SUPPORT));
        policy.viewers.insert(UserId(VIEWER));
    });
    bot
}

/// Somebody with five credits, bought as `charge-1`.
pub(super) fn buyer(bot: &Bot) -> Person<'_> {
    let ann = bot.person(1);
    ann.sends("/help");
    ann.presses_data(None, "pack:5");
    ann.has_paid("charge-1");
    ann
}

#[test]
fn each_command_needs_its_role() {
    let bot = bot();
    buyer(&bot).sends("/paysupport help");
    let owners =
        ["/grant 1 5 why", "/debit 1 1 why", "/refund 1#1 why", "/models off kling-2.1", "/models on kling-2.1"];
    let supports = ["/reply 1 hello", "/reconcile"];
    let viewers = ["/ledger 1", "/models", "/admin"];
    for (who, least) in [(VIEWER, 0), (SUPPORT, 1), (OPERATOR, 2)] {
        let operator = bot.person(who);
        for (needs, commands) in [(2, &owners[..]), (1, &supports), (0, &viewers)] {
            for command in commands {
                let answer = operator.sends(command);
                assert_eq!(answer.contains(NOT_ALLOWED), least < needs, "{who} {command}: {answer}");
                assert!(!answer.contains("don't know that command"), "{who} {command}: {answer}");
            }
        }
    }
}

#[test]
fn who_is_no_operator_any_more_can_do_nothing() {
    let bot = bot();
    let (ann, former) = (buyer(&bot), bot.person(SUPPORT));
    former.sends("/admin");
    let (menu, data) = former.button("Stuck orders");
    former.presses("People");
    bot.change_policy(|policy| policy.support.clear());
    assert!(former.sends("/admin").contains("don't know that command"));
    assert_eq!(former.presses_data(Some(menu), &data), "(This button has expired.)");
    assert_eq!(ann.presses_data(None, "admin:block:2"), "(This button has expired.)");
    assert_eq!(ann.presses_data(None, "admin:menu"), "(This button has expired.)");
    // What they were asked for before is not what they write now.
    assert!(!former.sends("1").contains("Person 1"));
    assert!(!former.sends("/help").contains("For operators"));
}

#[test]
fn who_can_act_is_told() {
    let bot = bot();
    let ann = buyer(&bot);
    let told = ann.sends("/paysupport where are my credits?");
    for (who, is_told) in [(OPERATOR, true), (SUPPORT, true), (VIEWER, false)] {
        assert_eq!(told.contains(&format!("{who}: 🧾 Payment request 1")), is_told, "{told}");
    }
    bot.waits(SignedDuration::from_hours(24 * 20));
    ann.sends("/paysupport");
    let told = ann.presses("Request refund");
    assert!(told.contains("900: 🙋"), "{told}");
    assert!(!told.contains("901: ") && !told.contains("902: "), "{told}");
    // An old message of a former owner has buttons that need one.
    let answer = bot.person(SUPPORT).presses_data(None, "refund:approve:1#1");
    assert!(answer.contains(NOT_ALLOWED) && bot.refunds().is_empty(), "{answer}");
    // Somebody who is named later is shown what was asked before, as far as they can do something about it.
    bot.change_policy(|policy| assert!(policy.support.insert(UserId(903))));
    let shown = bot.restarts();
    assert!(shown.contains("903: 🧾 Payment request 1") && !shown.contains("🙋"), "{shown}");
}

#[test]
fn a_request_is_promised_to_be_read_if_support_is_there() {
    let bot = Bot::new();
    bot.change_policy(|policy| {
        policy.admins.clear();
        policy.viewers.insert(UserId(VIEWER));
    });
    let ann = bot.person(1);
    assert!(ann.sends("/paysupport one").contains("as soon as they can"));
    bot.change_policy(|policy| assert!(policy.support.insert(UserId(SUPPORT))));
    assert!(ann.sends("/paysupport two").contains("Our team has your request"));
}

#[test]
fn of_several_roles_the_greatest_counts() {
    let bot = bot();
    bot.change_policy(|policy| assert!(policy.viewers.insert(UserId(OPERATOR))));
    buyer(&bot);
    assert!(bot.person(OPERATOR).sends("/grant 1 5 why").contains("Done."));
}

#[test]
fn help_names_what_one_may_do() {
    let bot = bot();
    let help = |who: i64| bot.person(who).sends("/help");
    let (owner, support, viewer) = (help(OPERATOR), help(SUPPORT), help(VIEWER));
    assert!(owner.contains("/grant · ") && owner.contains("/reply · ") && owner.contains("/admin · "), "{owner}");
    assert!(!support.contains("/grant") && support.contains("/reply · "), "{support}");
    assert!(!viewer.contains("/reply · ") && viewer.contains("/ledger · "), "{viewer}");
}
