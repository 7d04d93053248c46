//! The adapter on a real Redis: its settings, its end and return, its loss.

use std::sync::atomic::AtomicU32;
use std::time::Duration;

use shared::clock::Clock as _;
use test_servers::redis::Redis;

use super::*;
use crate::decide::{Action, Observation, StepPolicy, decide};
use crate::job_store::State;
use crate::job_store::contract::{self, at, identity, record};

fn config(server: &Redis, prefix: &str) -> RedisConfig {
    RedisConfig { url: server.url().into(), prefix: prefix.to_owned() }
}

/// As a worker opens it.
async fn open(server: &Redis) -> RedisJobStore {
    let store = RedisJobStore::open(&config(server, "test")).await.unwrap();
    store.identity(identity("first")).await.unwrap();
    store
}

/// Until it does what it is told again, as the loops of a worker try.
async fn comes_back(store: &RedisJobStore) {
    let back = async {
        while let Err(error) = store.load(record(0).job()).await {
            assert!(matches!(error, StoreError::Failed(_)), "{error}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), back).await.unwrap();
}

#[tokio::test]
async fn it_keeps_the_contract() {
    let server = Redis::start().await.unwrap();
    contract::holds(&RedisJobStore::open(&config(&server, "test")).await.unwrap()).await;
}

#[tokio::test]
async fn random_histories_go_as_in_the_model() {
    let server = Redis::start().await.unwrap();
    let number = AtomicU32::new(0);
    let empty = async || {
        let prefix = number.fetch_add(1, Ordering::Relaxed).to_string();
        ((), RedisJobStore::open(&config(&server, &prefix)).await.unwrap())
    };
    contract::histories::go_as_in_the_model(60, empty).await;
}

#[tokio::test]
async fn unsafe_settings_are_refused_and_named() {
    let server = Redis::start_with(&[
        ("appendonly", "no"),
        ("appendfsync", "everysec"),
        ("no-appendfsync-on-rewrite", "yes"),
        ("maxmemory-policy", "allkeys-lru"),
    ])
    .await
    .unwrap();
    let refused = RedisJobStore::open(&config(&server, "test")).await.unwrap_err();
    assert!(matches!(refused, OpenError::Unsafe(_)));
    insta::assert_snapshot!(refused.to_string(), @"this Redis may lose jobs that it has acknowledged, so that they would be submitted and paid twice. Change these lines of its redis.conf: `appendonly yes` (now no); `appendfsync always` (now everysec); `no-appendfsync-on-rewrite no` (now yes); `maxmemory-policy noeviction` (now allkeys-lru); or at once: `CONFIG SET appendonly yes`, `CONFIG SET appendfsync always`, `CONFIG SET no-appendfsync-on-rewrite no`, `CONFIG SET maxmemory-policy noeviction`, `CONFIG REWRITE`");

    let replica =
        Redis::start_with(&[("replicaof", "127.0.0.1 1"), ("replica-serve-stale-data", "yes")]).await.unwrap();
    let refused = RedisJobStore::open(&config(&replica, "test")).await.unwrap_err();
    assert!(refused.to_string().contains("It is a slave: REDIS_URL must name the master"), "{refused}");
}

#[tokio::test]
async fn a_redis_that_comes_back_with_other_settings_is_not_trusted() {
    let mut server = Redis::start().await.unwrap();
    let store = open(&server).await;
    server.set("appendfsync", "everysec");
    server.restart().await.unwrap();
    store.load(record(0).job()).await.unwrap_err();
    let refused = store.insert(record(1), at(0)).await.unwrap_err();
    let reason = std::error::Error::source(&refused).unwrap().to_string();
    assert!(reason.contains("`appendfsync always` (now everysec)"), "{reason}");
    server.set("appendfsync", "always");
    server.restart().await.unwrap();
    comes_back(&store).await;
    assert!(store.load(record(1).job()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_redis_that_is_not_up_yet_is_waited_for() {
    let mut server = Redis::prepare().unwrap();
    let early = RedisJobStore::open(&config(&server, "test")).await.unwrap_err();
    assert!(matches!(early, OpenError::NotReachable(_)), "{early:?}");
    server.restart().await.unwrap();
    open(&server).await.insert(record(1), at(0)).await.unwrap();
}

#[tokio::test]
async fn a_wrong_url_or_password_is_said_and_not_shown() {
    let server = Redis::start_with(&[("requirepass", "right")]).await.unwrap();
    let address = server.url().replace("redis://", "");
    let open =
        async |url: String| RedisJobStore::open(&RedisConfig { url: url.into(), prefix: "test".to_owned() }).await;
    for url in [format!("redis://:wrong-pass@{address}"), format!("redis://{address}")] {
        let refused = open(url).await.unwrap_err();
        assert!(matches!(refused, OpenError::Credentials(_)), "{refused:?}");
        assert!(!format!("{refused:?} {refused}").contains("wrong-pass"));
    }
    let nonsense = open("http://:wrong-pass@nowhere".to_owned()).await.unwrap_err();
    assert!(matches!(nonsense, OpenError::BadUrl));
    assert!(!format!("{nonsense:?} {nonsense}").contains("wrong-pass"));
    // No TLS is spoken there. That it is tried at all shows that this build can.
    let plain = open(format!("rediss://:right@{address}")).await.unwrap_err();
    assert!(matches!(plain, OpenError::NotReachable(_)), "{plain:?}");

    let store = open(format!("redis://:right@{address}")).await.unwrap();
    store.identity(identity("first")).await.unwrap();
    assert!(!format!("{store:?}").contains("right"), "{store:?}");
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_kill_and_work_goes_on() {
    let mut server = Redis::start().await.unwrap();
    let store = open(&server).await;
    store.insert(record(1), at(0)).await.unwrap();
    let mut prepared = record(1);
    prepared.body.state = State::Prepared;
    store.save(prepared.clone(), "a save", at(1)).await.unwrap();
    server.kill();
    assert!(matches!(store.load(record(1).job()).await, Err(StoreError::Failed(_))));
    server.restart().await.unwrap();
    comes_back(&store).await;
    prepared.version = 2;
    assert_eq!(store.load(record(1).job()).await.unwrap(), Some(prepared.clone()));
    assert_eq!(store.save(prepared, "another save", at(2)).await.unwrap(), Save::Saved { version: 3 });
}

#[tokio::test]
async fn a_flush_under_a_running_worker_is_noticed_whoever_comes_next() {
    let server = Redis::start().await.unwrap();
    let store = open(&server).await;
    store.insert(record(1), at(0)).await.unwrap();
    server.command("FLUSHALL").await.unwrap();
    assert!(matches!(store.insert(record(1), at(0)).await, Err(StoreError::Replaced)));
    let next = RedisJobStore::open(&config(&server, "test")).await.unwrap();
    assert_eq!(next.identity(identity("second")).await.unwrap().epoch, Epoch::new("second"));
    assert!(matches!(store.insert(record(1), at(0)).await, Err(StoreError::Replaced)));
    next.insert(record(1), at(0)).await.unwrap();
}

#[tokio::test]
async fn stores_of_other_prefixes_do_not_see_each_other() {
    let server = Redis::start().await.unwrap();
    let (one, two) = (config(&server, "one"), config(&server, "two"));
    let (one, two) = (RedisJobStore::open(&one).await.unwrap(), RedisJobStore::open(&two).await.unwrap());
    one.identity(identity("1")).await.unwrap();
    assert_eq!(two.identity(identity("2")).await.unwrap().epoch, Epoch::new("2"));
    one.insert(record(1), at(0)).await.unwrap();
    assert!(two.load(record(1).job()).await.unwrap().is_none());
    let claim = contract::claim("a claim", at(9), at(99), 9);
    assert_eq!((one.claim(claim).await.unwrap().waiting, two.claim(claim).await.unwrap().waiting), (1, 0));
}

#[tokio::test]
async fn of_twenty_who_save_the_same_version_one_wins() {
    let server = Redis::start().await.unwrap();
    let mut stores = Vec::new();
    for _ in 0..20 {
        stores.push(open(&server).await);
    }
    stores[0].insert(record(1), at(0)).await.unwrap();
    let saves = stores.iter().enumerate().map(|(number, store)| async move {
        let saved = store.save(record(1), &format!("save {number}"), at(1)).await.unwrap();
        saved == Save::Saved { version: 2 }
    });
    let won = futures_util::future::join_all(saves).await;
    assert_eq!(won.into_iter().filter(|won| *won).count(), 1);
}

#[tokio::test]
async fn a_step_whose_answer_nobody_waited_for_is_repeated_by_its_token() {
    let server = Redis::start().await.unwrap();
    let store = open(&server).await;
    store.insert(record(1), at(0)).await.unwrap();
    let claim = contract::claim("a claim", at(1), at(99), 9);
    dropped(store.claim(claim)).await;
    assert_eq!(store.claim(claim).await.unwrap().records.len(), 1);
    assert_eq!(store.claim(claim).await.unwrap().waiting, 0);

    dropped(store.save(record(1), "a save", at(1))).await;
    assert_eq!(store.save(record(1), "a save", at(1)).await.unwrap(), Save::Saved { version: 2 });
}

/// Begins a step and forgets it, mostly while its script is on the way. It may run before or after what comes next.
async fn dropped<T>(step: StoreFuture<'_, T>) {
    drop(tokio::time::timeout(Duration::from_millis(1), step).await);
}

#[tokio::test]
async fn an_old_copy_that_a_running_worker_meets_loses_the_right_to_submit() {
    let mut server = Redis::start().await.unwrap();
    let store = open(&server).await;
    store.insert(record(1), at(0)).await.unwrap();
    let copy = server.copy_data().unwrap();
    store.insert(record(2), at(0)).await.unwrap();
    server.restore(&copy).await.unwrap();
    let noticed = async {
        loop {
            match store.load(record(0).job()).await {
                Err(StoreError::Replaced) => return,
                Err(StoreError::Failed(_)) => tokio::time::sleep(Duration::from_millis(20)).await,
                Ok(_) => panic!("the old copy was taken for the store"),
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(10), noticed).await.unwrap();
    is_not_submitted(&server).await;
}

#[tokio::test]
async fn an_old_copy_with_a_new_epoch_has_lost_the_right_to_submit() {
    let mut server = Redis::start().await.unwrap();
    let store = open(&server).await;
    store.insert(record(1), at(0)).await.unwrap();
    let copy = server.copy_data().unwrap();
    drop(store);
    server.restore(&copy).await.unwrap();
    let operator = RedisJobStore::open(&config(&server, "test")).await.unwrap();
    assert_eq!(operator.renew(fresh_epoch()).await.unwrap(), Renew::Renewed);
    is_not_submitted(&server).await;
}

/// A worker that starts now gives the first job up, and callbacks of its URLs are still known.
async fn is_not_submitted(server: &Redis) {
    let next = RedisJobStore::open(&config(server, "test")).await.unwrap();
    let known = next.identity(identity("second")).await.unwrap();
    assert!(known.epoch != Epoch::new("first") && known.epoch != Epoch::new("second"));
    assert_eq!(known.callback_secret.expose_secret(), "first");
    let waiting = next.load(record(1).job()).await.unwrap().unwrap();
    assert_eq!(waiting.body.state, State::New);
    let (given_up, action) = decide(waiting, Observation::Due, at(1), &known.epoch, &StepPolicy::default());
    assert_eq!((given_up.body.state.as_str(), action), ("failed", Action::Rest));
}

#[tokio::test]
async fn a_record_of_a_newer_build_is_passed_over() {
    let server = Redis::start().await.unwrap();
    let store = open(&server).await;
    store.insert(record(1), at(0)).await.unwrap();
    store.insert(record(2), at(0)).await.unwrap();
    let job = store.keys.job(record(1).job());
    assert_eq!(server.command(&format!("HSET {job} body {{}}")).await.unwrap(), ":0\r\n");
    let claimed = store.claim(contract::claim("c", at(1), at(9), 9)).await.unwrap().records;
    assert_eq!(claimed.iter().map(JobRecord::job).collect::<Vec<_>>(), [record(2).job()]);
    assert!(matches!(store.load(record(1).job()).await, Err(StoreError::Failed(_))));
}

#[tokio::test]
async fn at_its_limit_redis_takes_no_new_jobs_and_what_is_there_comes_to_its_end() {
    let server = Redis::start().await.unwrap();
    let store = open(&server).await;
    store.insert(record(1), at(0)).await.unwrap();
    store.check().await.unwrap();
    server.command("CONFIG SET maxmemory 1").await.unwrap();
    for refused in [store.insert(record(2), at(0)).await.map(drop), store.check().await] {
        let error = refused.unwrap_err();
        assert!(shared::telemetry::chain(&error).to_string().contains("OOM"), "{error:?}");
    }

    let claimed = store.claim(contract::claim("c", at(1), at(9), 9)).await.unwrap();
    let mut ended = claimed.records.into_iter().next().unwrap();
    assert_eq!(store.take_permit("account", contract::REQUEST, at(1)).await.unwrap(), Permit::Granted);
    let seen = Sighting { is_reached: true, change: None };
    store.provider_status("account", seen, at(1)).await.unwrap();
    store.record_callback(ended.job(), Some(TaskId::new("t")), at(2)).await.unwrap();
    ended.version += 1;
    ended.task = Some(TaskId::new("t"));
    ended.body.state = State::Failed { at: at(3), reason: shared::job::FailureReason::Provider };
    (ended.due, ended.unreported) = (None, true);
    assert_eq!(store.save(ended, "a save", at(3)).await.unwrap(), Save::Saved { version: 3 });
    let unreported = Claim { of: Claimable::Unreported, ..contract::claim("r", at(4), at(9), 9) };
    assert_eq!(store.claim(unreported).await.unwrap().records.len(), 1);
    assert_eq!(store.reported(record(1).job(), 3).await.unwrap(), Reported::Done);
    assert_eq!(store.forget(at(10), 9).await.unwrap(), 1);

    server.command("CONFIG SET maxmemory 0").await.unwrap();
    store.check().await.unwrap();
    store.insert(record(2), at(0)).await.unwrap();
}

#[tokio::test]
async fn its_clock_is_that_of_the_redis_host() {
    let server = Redis::start().await.unwrap();
    let clock = open(&server).await.clock();
    let apart = clock.now().duration_since(Timestamp::now());
    assert!(apart.abs().as_secs() < 2, "{apart:?}");
    let before = clock.now();
    assert!(clock.now() >= before);
}

/// Scripts a second with synced writes, for one who waits for each answer and for fifty at once. Run it with
/// `cargo test --release -p worker --lib -- --ignored --nocapture scripts_a_second`.
#[tokio::test]
#[ignore = "a measurement"]
async fn scripts_a_second() {
    let server = Redis::start().await.unwrap();
    let store = open(&server).await;
    for clients in [1_u8, 50] {
        for number in 0..clients {
            store.insert(record(number), at(0)).await.unwrap();
        }
        let started = Instant::now();
        let saves = (0..clients).map(|number| {
            let store = &store;
            async move {
                let mut record = store.load(record(number).job()).await.unwrap().unwrap();
                for save in 0..500 {
                    let token = format!("{save}");
                    let Save::Saved { version } = store.save(record.clone(), &token, at(1)).await.unwrap() else {
                        panic!("nobody else saves");
                    };
                    record.version = version;
                }
            }
        });
        futures_util::future::join_all(saves).await;
        let rate = f64::from(clients) * 500.0 / started.elapsed().as_secs_f64();
        println!("{clients} clients: {rate:.0} saves/s");
    }
}
