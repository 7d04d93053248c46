use super::*;

fn job_id() -> JobId {
    JobId::new(Timestamp::UNIX_EPOCH, [7; 10])
}

#[test]
fn a_job_knows_when_it_was_placed() {
    let placed_at = Timestamp::from_millisecond(1_800_000_000_123).unwrap();
    assert_eq!(JobId::new(placed_at, [7; 10]).placed_at(), placed_at);
}

#[test]
fn a_worker_message_survives_the_wire() {
    let message = WorkerMessage::from(WorkerMessageBody::Job(JobEvent {
        job: job_id(),
        epoch: Epoch::new("e1"),
        task: Some(TaskId::new("t1")),
        key: None,
        state: JobState::Failed { reason: FailureReason::Policy },
    }));
    let bytes = message.encode();
    assert_eq!(
        String::from_utf8_lossy(&bytes),
        r#"{"version":1,"job":{"job":"00000000-0000-7707-8707-070707070707","epoch":"e1","task":"t1","state":{"is":"failed","reason":"policy"}}}"#
    );
    assert_eq!(WorkerMessage::decode(&bytes).unwrap(), message);
}

#[test]
fn the_only_key_is_not_spoken_of_and_one_of_several_is() {
    let of = |key: Option<&str>| JobEvent {
        job: job_id(),
        epoch: Epoch::new("e1"),
        task: Some(TaskId::new("t1")),
        key: key.map(KeyName::new),
        state: JobState::Submitted,
    };
    let encoded = |event| WorkerMessage::from(WorkerMessageBody::Job(event)).encode();
    assert!(!String::from_utf8(encoded(of(None))).unwrap().contains("key"));
    let named = encoded(of(Some("second")));
    let WorkerMessageBody::Job(event) = WorkerMessage::decode(&named).unwrap().body else { panic!("a job's") };
    assert_eq!(event.key, Some(KeyName::new("second")));
}

#[test]
fn what_a_video_cost_goes_with_the_word_of_it_where_it_is_known() {
    let urls = vec![Url::parse("https://x.example/v.mp4").unwrap()];
    let written = |cost| serde_json::to_string(&JobState::Succeeded { urls: urls.clone(), cost }).unwrap();
    let known = written(KieCost::from_credits(36.6));
    assert_eq!(known, r#"{"is":"succeeded","urls":["https://x.example/v.mp4"],"cost":36600}"#);
    let state: JobState = serde_json::from_str(&known).unwrap();
    assert_eq!(state, JobState::Succeeded { urls: urls.clone(), cost: KieCost::from_credits(36.6) });
    // As older builds write it, and read it.
    assert_eq!(written(None), r#"{"is":"succeeded","urls":["https://x.example/v.mp4"]}"#);
}

#[test]
fn a_newer_message_is_told_from_a_broken_one() {
    assert!(matches!(WorkerMessage::decode(br#"{"version":9,"new":{}}"#), Err(DecodeError::TooNew { found: 9 })));
    assert!(matches!(WorkerMessage::decode(b"{}"), Err(DecodeError::Shape(_))));
    assert!(matches!(WorkerMessage::decode(b"\xff"), Err(DecodeError::Shape(_))));
}

#[test]
fn failure_reasons_are_named_alike_everywhere() {
    for reason in FailureReason::ALL {
        assert_eq!(serde_json::to_value(reason).unwrap(), reason.as_str());
    }
}

#[test]
fn messages_of_older_builds_are_read() {
    for line in include_str!("recorded/worker_messages_1.jsonl").lines() {
        let message = WorkerMessage::decode(line.as_bytes()).unwrap();
        assert_eq!(WorkerMessage::decode(&message.encode()).unwrap(), message);
    }
    for line in include_str!("recorded/jobs_1.jsonl").lines() {
        let order = GenerationJob::decode(line.as_bytes()).unwrap();
        assert!(order.other.is_empty(), "{order:?}");
        assert_eq!(GenerationJob::decode(&order.encode()).unwrap(), order);
    }
}

#[test]
fn what_only_a_newer_build_knows_is_taken_for_something_harmless() {
    let read = |state: &str| {
        let text = format!(r#"{{"version":1,"job":{{"job":"{}","epoch":"e","task":null,"state":{state}}}}}"#, job_id());
        match WorkerMessage::decode(text.as_bytes()).unwrap().body {
            WorkerMessageBody::Job(event) => event.state,
            WorkerMessageBody::Provider(_) => panic!("a job's"),
        }
    };
    assert_eq!(read(r#"{"is":"on_hold","since":3}"#), JobState::Other);
    assert_eq!(read(r#"{"is":"failed","reason":"eclipse"}"#), JobState::Failed { reason: FailureReason::Provider });
    assert_eq!(serde_json::from_str::<BlockReason>("\"eclipse\"").unwrap(), BlockReason::Unreachable);
    let order =
        include_str!("recorded/jobs_1.jsonl").lines().next().unwrap().replace("\"model\"", "\"mood\":7,\"model\"");
    let order = GenerationJob::decode(order.as_bytes()).unwrap();
    assert!(String::from_utf8(order.encode()).unwrap().contains("\"mood\":7"));
}
