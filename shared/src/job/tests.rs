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
