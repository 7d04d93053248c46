//! A database that has grown costs no event more than a small one. Counted are the steps that SQLite takes, not the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use bot::core::event::Event;
use bot::core::ids::UserId;
use bot::core::{self, Context, Pack, Policy};
use bot::store::Store;
use bot::store::audit::audit;
use jiff::Timestamp;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use rusqlite::{Connection, params};
use shared::catalog::Catalog;
use shared::signing::SigningKey;

use self::fill::{Size, fill};
use self::kind::Kind;

#[path = "../../examples/grown_database/fill.rs"]
mod fill;
#[path = "../../examples/grown_database/kind.rs"]
mod kind;

const NOW: i64 = 1_800_000_000_000;

/// Somebody who has been there for years.
const PERSON: UserId = UserId(7);

struct Used {
    connection: Connection,
    policy: Policy,
    steps: Arc<AtomicI64>,
}

impl Used {
    /// Each person has done as much as in any other such database.
    fn by(people: i64) -> Self {
        let connection = Store::in_memory().unwrap();
        fill(&connection, Size { people, old_jobs: 10 * people, entries: 100 * people }, NOW).unwrap();
        connection.execute("INSERT INTO meta VALUES ('epoch', 'life'), ('provider_blocked', '')", []).unwrap();
        let key = SigningKey::new("a key".to_owned().into());
        let url = "http://bot.test/".parse().unwrap();
        let packs = vec![Pack::new(100, 10_000)];
        let policy = Policy::new(Arc::new(Catalog::built_in()), packs, key, "Bot".to_owned(), url);
        let steps = Arc::new(AtomicI64::new(0));
        let counted = Arc::clone(&steps);
        let count = move || {
            counted.fetch_add(1, Ordering::Relaxed);
            false
        };
        connection.progress_handler(1, Some(count)).unwrap();
        Self { connection, policy, steps }
    }

    fn happens(&mut self, event: &Event) {
        let tx = self.connection.transaction().unwrap();
        let mut context = Context {
            now: Timestamp::from_millisecond(NOW).unwrap(),
            random: &mut StdRng::seed_from_u64(1),
            policy: &self.policy,
            queue_open: true,
            clock_is_settled: true,
        };
        core::handle(&tx, &mut context, event).unwrap();
        tx.commit().unwrap();
    }

    fn steps_of(&mut self, what: impl FnOnce(&mut Self)) -> i64 {
        self.steps.store(0, Ordering::Relaxed);
        what(self);
        self.steps.load(Ordering::Relaxed)
    }
}

#[test]
fn no_event_costs_more() {
    let (mut small, mut grown) = (Used::by(20), Used::by(200));
    for (number, kind) in (1_000_000..).zip(Kind::ALL) {
        let [on_small, on_grown] = [&mut small, &mut grown].map(|used| {
            let form = "INSERT OR REPLACE INTO forms VALUES (?1, ?2, ?3)";
            used.connection.execute(form, params![PERSON, Kind::form(number), NOW]).unwrap();
            let event = kind.event(number, PERSON, &used.policy);
            used.steps_of(|used| used.happens(&event))
        });
        assert!(
            on_small > 0 && on_grown * 10 <= on_small * 11,
            "{kind:?} takes {on_grown} steps instead of {on_small}"
        );
    }
    for used in [small, grown] {
        let ordered = "SELECT 1 FROM jobs WHERE progress = 'published' AND user = ?1";
        assert!(used.connection.prepare(ordered).unwrap().exists([PERSON]).unwrap());
    }
}

#[test]
fn an_audit_grows_with_the_rows() {
    let [on_small, on_grown] = [20, 200].map(|people| {
        Used::by(people).steps_of(|used| {
            let found = audit(&used.connection).unwrap();
            assert!(found.is_clean(), "{found:?}");
        })
    });
    assert!(on_grown <= on_small * 11, "ten times as many rows take {on_grown} steps instead of {on_small}");
}
