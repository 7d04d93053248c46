//! Videos on their way into the chats: what is where the provider says they are, and what Telegram makes of it.

use bot::core::effect::{Attempt, Deliver, DeliveryMethod};
use bot::core::event::{Event, Outcome, Receipt, Refusal, Report};
use jiff::Timestamp;
use rand::Rng as _;

use crate::coverage::{Fault, Met};
use crate::deliveries::Encounter;
use crate::event::WorldEvent;
use crate::world::World;

/// What is where the provider says that a video is, and how Telegram takes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ResultFile {
    /// What is there instead of the video.
    instead: Option<Instead>,
    /// Telegram never says what became of a video that is sent by this method.
    never_answers: Option<DeliveryMethod>,
    /// Telegram puts each try off by half a day, without end.
    pub(crate) is_put_off: bool,
}

/// How long Telegram puts off what it puts off without end.
const PUT_OFF_BY_MS: i64 = 12 * 3_600_000;

/// What is there instead of a video.
#[derive(Debug, Clone, Copy)]
struct Instead {
    /// Nothing is there; else it is a page, an empty or a cut file.
    is_gone: bool,
    /// Until then; for ever, if there is no such moment.
    until: Option<Timestamp>,
}

impl World {
    pub(crate) fn perform_delivery(&mut self, attempt: &Attempt, video: &Deliver, reported: bool) {
        let is_away = self.has_blocked(attempt.user.0);
        if self.now > attempt.until || self.goes_wrong(Fault::DeliveryLost, 3) {
            if !is_away {
                self.model.deliveries.note(video.job, Encounter::Missed);
            }
            return;
        }
        let (outcome, encounter) = self.send(video, is_away);
        self.model.deliveries.note(video.job, encounter);
        if encounter == Encounter::Seen {
            *self.chats.videos.entry(video.job).or_default() += 1;
        }
        self.coverage.meet(Met::Delivery(match outcome {
            Outcome::Done(_) => "delivered",
            Outcome::Refused(Refusal::NoVideo(_)) => "no video",
            Outcome::Refused(Refusal::Gone(_)) => "gone",
            Outcome::Refused(_) => "method refused",
            Outcome::Unreachable => "unreachable",
            Outcome::TryAgain(_) => "try again",
            Outcome::Unclear => "unclear",
        }));
        if !reported || self.goes_wrong(Fault::DeliveryReportLost, 3) {
            return;
        }
        let late = self.goes_wrong(Fault::DeliveryReportLate, 4);
        let at = if late { self.in_millis(16 * 60_000, 30 * 60_000) } else { self.in_millis(200, 80_000) };
        let outcome = self.wiring.reports(outcome);
        let report = Report { ticket: attempt.ticket.clone(), outcome };
        self.agenda.push(at, WorldEvent::Report(Event::Reported(report)));
    }

    /// What is said of a try, and what is so.
    fn send(&mut self, video: &Deliver, is_away: bool) -> (Outcome, Encounter) {
        let file_id = (video.method != DeliveryMethod::Link).then(|| format!("video-{}", video.job));
        let done = Outcome::Done(Receipt::Video(file_id));
        let file = self.result_file(video);
        if let Some(instead) = file.instead.filter(|instead| self.lasts(*instead)) {
            let words = if instead.is_gone { "HTTP status 404" } else { "it is a page" }.to_owned();
            let refusal = if instead.is_gone { Refusal::Gone(words) } else { Refusal::NoVideo(words) };
            let refused = Outcome::Refused(refusal);
            return (if self.wiring.looks_at_results() { refused } else { done }, Encounter::Missed);
        }
        if is_away {
            return (Outcome::Unreachable, Encounter::Away);
        }
        if file.is_put_off {
            let later = self.in_millis(PUT_OFF_BY_MS, PUT_OFF_BY_MS);
            return (Outcome::TryAgain(Some(later)), Encounter::Missed);
        }
        if !self.faults_on {
            return (done, Encounter::Seen);
        }
        if file.never_answers == Some(video.method) {
            return (Outcome::Unclear, Encounter::Missed);
        }
        match self.random.random_range(0..100) {
            0..8 => (Outcome::Refused(Refusal::Other("Bad Request".to_owned())), Encounter::Missed),
            8..11 => (Outcome::TryAgain(None), Encounter::Missed),
            11..14 => (Outcome::TryAgain(Some(self.in_millis(1_000, 60_000))), Encounter::Missed),
            14..19 => {
                self.meet(Fault::DeliveryUnclear);
                (Outcome::Unclear, if self.chance(50) { Encounter::Seen } else { Encounter::Missed })
            }
            _ => (done, Encounter::Seen),
        }
    }

    fn lasts(&self, instead: Instead) -> bool {
        // A provider that never has the video is no fault that stops.
        instead.until.is_none_or(|until| self.faults_on && self.now < until)
    }

    /// What is there; decided when somebody looks for the first time.
    fn result_file(&mut self, video: &Deliver) -> ResultFile {
        if let Some(file) = self.chats.results.get(&video.job) {
            return *file;
        }
        let instead = if self.goes_wrong(Fault::ResultIsNoVideo, 10) {
            Some(Instead { is_gone: false, until: None })
        } else if self.goes_wrong(Fault::ResultIsNoVideoForAWhile, 10) {
            Some(Instead { is_gone: false, until: Some(self.in_millis(1_000, 10 * 60_000)) })
        } else if self.goes_wrong(Fault::ResultIsGone, 5) {
            Some(Instead { is_gone: true, until: None })
        } else if self.goes_wrong(Fault::ResultIsGoneForAWhile, 10) {
            Some(Instead { is_gone: true, until: Some(self.in_millis(1_000, 20 * 60_000)) })
        } else {
            None
        };
        let never_answers = self.goes_wrong(Fault::MethodNeverAnswers, 10).then_some(video.method);
        let is_put_off = instead.is_none() && self.goes_wrong(Fault::DeliveryAlwaysPutOff, 3);
        let file = ResultFile { instead, never_answers, is_put_off };
        self.chats.results.insert(video.job, file);
        file
    }
}
