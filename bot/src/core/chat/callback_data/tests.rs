use super::form::PANELS;
use super::*;
use crate::core::ids::UserId;
use crate::core::jobs::attention::OrderList;
use crate::core::terms::Term;
use jiff::Timestamp;
use proptest::prelude::*;
use shared::job::{ImageUse, ModelId};

fn actions() -> impl Strategy<Value = FormAction> {
    prop_oneof![
        "[a-z0-9.-]{1,24}".prop_map(|id| FormAction::Model(ModelId::new(id))),
        (0_usize..4, 0_usize..8).prop_map(|(option, choice)| FormAction::Choose { option, choice }),
        prop::sample::select(PANELS.to_vec()).prop_map(|(panel, _)| FormAction::Open(panel)),
        any::<u32>().prop_map(FormAction::DropImage),
        Just(FormAction::TurnImages),
        prop_oneof![Just(ImageUse::Frames), Just(ImageUse::References)].prop_map(FormAction::UseImages),
        (any::<u32>(), any::<u32>())
            .prop_map(|(price, revision)| FormAction::Confirm { price: Credits::from(price), revision }),
        (0_usize..20).prop_map(FormAction::Style),
        Just(FormAction::PromptBefore),
        Just(FormAction::Continue),
        Just(FormAction::Cancel),
    ]
}

fn admin() -> impl Strategy<Value = AdminAction> {
    let lists = || prop::sample::select(OrderList::ALL.to_vec());
    prop_oneof![
        Just(AdminAction::Menu),
        Just(AdminAction::Cancel),
        "[a-z-]{1,20}".prop_map(AdminAction::Open),
        any::<i64>().prop_map(|user| AdminAction::Person(UserId(user))),
        (any::<i64>(), any::<i64>()).prop_map(|(user, page)| AdminAction::Ledger { user: UserId(user), page }),
        (prop::sample::select(PersonDeed::ALL.to_vec()), any::<i64>())
            .prop_map(|(deed, user)| AdminAction::About { deed, user: UserId(user) }),
        (lists(), any::<u32>()).prop_map(|(list, page)| AdminAction::Orders { list, page }),
        (prop::sample::select(OrderDeed::ALL.to_vec()), lists(), any::<u32>(), any::<[u8; 10]>()).prop_map(
            |(deed, list, page, random)| {
                let job = JobId::new(Timestamp::UNIX_EPOCH, random);
                AdminAction::Order { deed, list, page, job }
            }
        ),
        (any::<bool>(), "[a-z0-9.-]{1,24}").prop_map(|(on, id)| AdminAction::Switch { on, model: ModelId::new(id) }),
    ]
}

fn broadcast_actions() -> impl Strategy<Value = BroadcastAction> {
    prop_oneof![
        prop::sample::select(vec![
            BroadcastAction::Draft,
            BroadcastAction::Everybody,
            BroadcastAction::Languages,
            BroadcastAction::Language(None),
            BroadcastAction::Seen(None),
            BroadcastAction::Now,
            BroadcastAction::InAnHour,
            BroadcastAction::AskTime,
            BroadcastAction::Cancel,
            BroadcastAction::Pause,
            BroadcastAction::Resume,
        ]),
        "[a-z]{1,8}".prop_map(|tag| BroadcastAction::Language(Some(tag))),
        any::<u16>().prop_map(|days| BroadcastAction::Seen(Some(days))),
        (0_u8..24).prop_map(BroadcastAction::Tomorrow),
    ]
}

fn shop_actions() -> impl Strategy<Value = ShopAction> {
    let model = || "[a-z0-9.-]{1,24}".prop_map(ModelId::new);
    let term = || prop::sample::select(Term::ALL.to_vec());
    prop_oneof![
        prop::sample::select(vec![
            ShopAction::Overview,
            ShopAction::Prices,
            ShopAction::Packs,
            ShopAction::Bonuses,
            ShopAction::Maintenance
        ]),
        (model(), -1000..=1000).prop_map(|(model, more)| ShopAction::Propose { model, more }),
        (model(), -1000..=1000).prop_map(|(model, more)| ShopAction::SetPrice { model, more }),
        term().prop_map(ShopAction::Ask),
        term().prop_map(ShopAction::Reset),
        "[0-9a-f]{16}".prop_map(ShopAction::Apply),
        any::<bool>().prop_map(ShopAction::Close),
    ]
}

fn data() -> impl Strategy<Value = CallbackData> {
    let job = |random: [u8; 10]| JobId::new(Timestamp::UNIX_EPOCH, random);
    prop_oneof![
        Just(CallbackData::Buy),
        Just(CallbackData::Generate),
        Just(CallbackData::Subscribe),
        ("[0-9a-f]{12}", prop::sample::select(Wish::ALL.to_vec()))
            .prop_map(|(invoice, wish)| CallbackData::Subscription { invoice, wish }),
        Just(CallbackData::CancelSupport),
        admin().prop_map(CallbackData::Admin),
        any::<i64>().prop_map(|credits| CallbackData::Pack(Credits(credits))),
        (any::<[u8; 10]>(), any::<u32>())
            .prop_map(move |(random, price)| CallbackData::Again { job: job(random), price: Credits::from(price) }),
        any::<[u8; 10]>().prop_map(move |random| CallbackData::Edit(job(random))),
        (prop::sample::select(FollowUpKind::ALL.to_vec()), any::<[u8; 10]>(), 1_u32..10_000).prop_map(
            move |(kind, random, price)| CallbackData::FollowUp { kind, job: job(random), price: Credits::from(price) }
        ),
        any::<[u8; 10]>().prop_map(move |random| CallbackData::CancelJob(job(random))),
        (any::<[u8; 10]>(), any::<u32>(), 0_usize..4).prop_map(move |(random, page, which)| {
            let job = job(random);
            let all = [
                VideosAction::Page(page),
                VideosAction::Show { job, page },
                VideosAction::Send(job),
                VideosAction::Delete { job, page },
            ];
            CallbackData::Videos(all[which].clone())
        }),
        ("[A-Za-z0-9_-]{1,32}", 0_usize..3).prop_map(|(id, which)| {
            let all = [TemplatesAction::List, TemplatesAction::Show(id.clone()), TemplatesAction::Use(id)];
            CallbackData::Templates(all[which].clone())
        }),
        (prop::sample::select(Topic::ALL.to_vec()), "[A-Za-z0-9:.-]{1,24}", 0_usize..3).prop_map(
            |(topic, value, which)| {
                let set = SettingsAction::Set { topic, value };
                let all = [SettingsAction::Overview, SettingsAction::Open(topic), set];
                CallbackData::Settings(all[which].clone())
            }
        ),
        (any::<i64>(), prop::sample::select(RefundAction::ALL.to_vec()))
            .prop_map(|(number, action)| CallbackData::Refund { number, action }),
        (any::<i64>(), any::<i64>(), prop::sample::select(RefundDecision::ALL.to_vec())).prop_map(
            |(user, number, decision)| {
                let purchase = PurchaseName { user: UserId(user), number };
                CallbackData::Decide { purchase, decision }
            }
        ),
        prop_oneof![Just(ForgetStep::Ask), Just(ForgetStep::Sure), Just(ForgetStep::Keep)]
            .prop_map(CallbackData::Forget),
        any::<u16>().prop_map(|days| CallbackData::Stats(StatsAction::Show { days })),
        (any::<bool>(), any::<u16>())
            .prop_map(|(wanted, days)| CallbackData::Stats(StatsAction::Daily { wanted, days })),
        any::<bool>().prop_map(|wanted| CallbackData::News { wanted }),
        (any::<i64>(), broadcast_actions()).prop_map(|(id, action)| CallbackData::Broadcast { id, action }),
        shop_actions().prop_map(CallbackData::Shop),
        ("[0-9a-f]{16}", actions()).prop_map(|(token, action)| CallbackData::Form { token, action }),
    ]
}

proptest! {
    #[test]
    fn every_button_fits_and_is_read_back(data in data()) {
        let text = data.to_string();
        prop_assert!(text.len() <= BYTES_MAX);
        prop_assert_eq!(CallbackData::parse(&text), Some(data));
    }

    #[test]
    fn forged_data_is_harmless(text in ".{0,80}") {
        if let Some(data) = CallbackData::parse(&text) {
            prop_assert_eq!(CallbackData::parse(&data.to_string()), Some(data));
        }
    }
}
