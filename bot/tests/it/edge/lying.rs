//! Results that lie: what is no video is neither sent nor kept, and no address that people cannot reach is shown to them.

use bot::core::effect::{Deliver, DeliveryMethod};
use bot::core::event::{Outcome, Receipt, Refusal};
use bot::effects::deliver::copies::CopyError;
use serde_json::json;

use crate::edge::delivery::{Setting, delivered, job};
use crate::edge::fake::OddResult;
use crate::edge::samples::{PAGE, XML, boxed, ftyp, moov, video, video_with_index_last};

const METHODS: [DeliveryMethod; 3] = [DeliveryMethod::ByUrl, DeliveryMethod::Upload, DeliveryMethod::Link];

/// What servers hand out in place of videos, all of it with a status of 200.
fn lies() -> Vec<OddResult> {
    let cut = video(5_000);
    let without_index = [ftyp(), vec![7; 500]].concat();
    vec![
        OddResult::of("text/html; charset=utf-8", PAGE),
        OddResult::of("application/xml", XML),
        // It says that it is a video.
        OddResult::of("video/mp4", PAGE),
        OddResult::of("application/octet-stream", b""),
        OddResult::of("video/mp4", &cut[..cut.len() / 2]),
        OddResult::of("video/mp4", &without_index),
        OddResult::of("text/html", &video(10)),
    ]
}

#[tokio::test]
async fn what_is_no_video_is_neither_sent_nor_kept_by_any_method() {
    let setting = Setting::start().await;
    let mut reports = 0;
    for lie in lies() {
        for method in METHODS {
            setting.fake.has_instead("lie.mp4", lie.clone());
            setting.delivers(setting.video(method, "lie.mp4"));
            reports += 1;
            let outcome = setting.intake.outcome(reports).await;
            assert!(matches!(outcome, Outcome::Refused(Refusal::NoVideo(_))), "{method:?}, {lie:?}: {outcome:?}");
        }
        let kept = setting.copies.keep(job(), &[setting.fake.result_url("lie.mp4")]).await;
        assert!(matches!(kept, Err(CopyError::Download(_))), "{lie:?}: {kept:?}");
        assert!(setting.copies.find(job()).await.unwrap().is_none());
    }
    let sent: Vec<_> = setting.fake.calls().into_iter().filter(|call| call.method.starts_with("send")).collect();
    assert!(sent.is_empty(), "{sent:?}");
}

#[tokio::test]
async fn a_server_that_breaks_off_is_asked_again_and_nothing_of_it_is_kept() {
    let setting = Setting::start().await;
    let whole = video(200_000);
    let broken = OddResult { content_length: Some(whole.len()), ..OddResult::of("video/mp4", &whole[..100_000]) };
    setting.fake.has_instead("lie.mp4", broken);
    setting.delivers(setting.video(DeliveryMethod::Upload, "lie.mp4"));
    assert!(matches!(setting.intake.outcome(1).await, Outcome::Refused(Refusal::HostAway(_))));
    setting.delivers(setting.video(DeliveryMethod::Link, "lie.mp4"));
    assert!(matches!(setting.intake.outcome(2).await, Outcome::Refused(Refusal::HostAway(_))));
    assert!(setting.copies.find(job()).await.unwrap().is_none());
}

#[tokio::test]
async fn one_of_several_addresses_that_leads_to_a_video_is_enough() {
    let setting = Setting::start().await;
    setting.fake.has_instead("lie.mp4", OddResult::of("text/html", PAGE));
    let urls = ["lost.mp4", "lie.mp4", "video.mp4"].map(|name| setting.fake.result_url(name)).to_vec();
    setting.delivers(Deliver { urls, ..setting.video(DeliveryMethod::ByUrl, "") });
    assert_eq!(setting.intake.outcome(1).await, delivered());
    let sent = setting.fake.called("sendvideo", 1).await.remove(0);
    assert_eq!(sent.fields["video"], json!(setting.fake.result_url("video.mp4")));
}

#[tokio::test]
async fn what_is_gone_may_come_back_whatever_the_other_addresses_have() {
    let setting = Setting::start().await;
    let mut reports = 0;
    for names in [["lost.mp4", "lie.mp4"], ["lie.mp4", "lost.mp4"]] {
        for method in METHODS {
            setting.fake.has_instead("lie.mp4", OddResult::of("text/html", PAGE));
            let urls = names.map(|name| setting.fake.result_url(name)).to_vec();
            setting.delivers(Deliver { urls, ..setting.video(method, "") });
            reports += 1;
            let outcome = setting.intake.outcome(reports).await;
            assert!(matches!(outcome, Outcome::Refused(Refusal::Gone(_))), "{method:?}, {names:?}: {outcome:?}");
        }
    }
}

#[tokio::test]
async fn a_server_that_says_no_length_is_believed_by_the_bytes() {
    let setting = Setting::start().await;
    for (number, method) in METHODS.into_iter().enumerate() {
        setting.fake.has_instead("chunked.mp4", OddResult::of("binary/octet-stream", &video(100)));
        setting.delivers(setting.video(method, "chunked.mp4"));
        let outcome = setting.intake.outcome(number + 1).await;
        assert!(matches!(outcome, Outcome::Done(Receipt::Video(_))), "{method:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn what_telegram_would_not_fetch_it_is_not_asked_to() {
    let setting = Setting::start().await;
    setting.fake.keeps("large.mp4", &video_with_index_last(21 << 20));
    setting.delivers(setting.video(DeliveryMethod::ByUrl, "large.mp4"));
    assert!(matches!(setting.intake.outcome(1).await, Outcome::Refused(Refusal::Other(_))));
    assert!(setting.fake.calls().iter().all(|call| call.method != "sendvideo"));
    setting.delivers(setting.video(DeliveryMethod::Upload, "large.mp4"));
    assert_eq!(setting.intake.outcome(2).await, delivered());
    let fields = setting.fake.called("sendvideo", 1).await.remove(0).fields;
    assert_eq!([&fields["width"], &fields["height"], &fields["duration"]], [640, 360, 8], "from the end of the file");
}

#[tokio::test]
async fn a_video_that_is_much_shorter_than_the_order_is_not_what_was_ordered() {
    let setting = Setting::start().await;
    setting.fake.keeps("short.mp4", &[ftyp(), moov(640, 360, 1_000), boxed(b"mdat", &[7; 10])].concat());
    setting.delivers(Deliver { seconds: Some(10), ..setting.video(DeliveryMethod::ByUrl, "short.mp4") });
    assert!(matches!(setting.intake.outcome(1).await, Outcome::Refused(Refusal::NoVideo(_))));
}

#[tokio::test]
async fn without_a_public_address_the_link_leads_to_the_provider_while_it_has_the_video() {
    let setting = Setting::with_links(None).await;
    setting.delivers(setting.video(DeliveryMethod::Link, "video.mp4"));
    assert_eq!(setting.intake.outcome(1).await, Outcome::Done(Receipt::Video(None)));
    let fields = setting.fake.called("sendmessage", 1).await.remove(0).fields;
    let url = &fields["reply_markup"]["inline_keyboard"][0][0]["url"];
    assert_eq!(*url, json!(setting.fake.result_url("video.mp4")));
    assert_eq!(fields["text"], "<b>Not taken</b>\n\nThere");

    setting.delivers(setting.video(DeliveryMethod::Link, "lost.mp4"));
    assert!(matches!(setting.intake.outcome(2).await, Outcome::Refused(Refusal::Gone(_))));
    // What only we have is of no use to a person who cannot reach us.
    setting.copies.keep(job(), &[setting.fake.result_url("video.mp4")]).await.unwrap();
    setting.delivers(setting.video(DeliveryMethod::Link, "lost.mp4"));
    assert_eq!(setting.intake.outcome(3).await, Outcome::Refused(Refusal::TooLarge));
    assert_eq!(setting.fake.called("sendmessage", 1).await.len(), 1);
}

#[tokio::test]
async fn a_small_copy_is_uploaded_when_the_provider_has_lost_the_video() {
    let setting = Setting::start().await;
    setting.copies.keep(job(), &[setting.fake.result_url("video.mp4")]).await.unwrap();
    setting.delivers(setting.video(DeliveryMethod::ByUrl, "lost.mp4"));
    assert!(matches!(setting.intake.outcome(1).await, Outcome::Refused(Refusal::Other(_))), "the next method has it");
    setting.delivers(setting.video(DeliveryMethod::Upload, "lost.mp4"));
    assert_eq!(setting.intake.outcome(2).await, delivered());
    let fields = setting.fake.called("sendvideo", 1).await.remove(0).fields;
    assert_eq!([&fields["width"], &fields["height"], &fields["duration"]], [640, 360, 8], "from the copy");
}

#[tokio::test]
async fn a_disk_that_is_almost_full_is_left_to_the_database_and_the_video_goes_as_a_link_to_the_provider() {
    let setting = Setting::with_reserve(u64::MAX).await;
    let chunked = || setting.fake.has_instead("chunked.mp4", OddResult::of("binary/octet-stream", &video(100)));
    chunked();
    let kept = setting.copies.keep(job(), &[setting.fake.result_url("chunked.mp4")]).await;
    let Err(error @ CopyError::DiskAlmostFull { .. }) = kept else { panic!("{kept:?}") };
    assert!(error.to_string().contains("DISK_RESERVE_MEGABYTES"), "{error}");
    // Telegram wants a size, which is known by a copy alone: the next method does without.
    chunked();
    setting.delivers(setting.video(DeliveryMethod::Upload, "chunked.mp4"));
    assert!(matches!(setting.intake.outcome(1).await, Outcome::Refused(Refusal::Other(_))));
    chunked();
    setting.delivers(setting.video(DeliveryMethod::Link, "chunked.mp4"));
    assert_eq!(setting.intake.outcome(2).await, Outcome::Done(Receipt::Video(None)));
    let fields = setting.fake.called("sendmessage", 1).await.remove(0).fields;
    let url = &fields["reply_markup"]["inline_keyboard"][0][0]["url"];
    assert_eq!(*url, json!(setting.fake.result_url("chunked.mp4")));
    assert!(setting.copies.find(job()).await.unwrap().is_none());
    // Where no copy is needed, nothing changes.
    setting.delivers(setting.video(DeliveryMethod::Upload, "video.mp4"));
    assert_eq!(setting.intake.outcome(3).await, delivered());
}
