//! The model of what operators do: what they say is what their actions say.

use std::collections::BTreeMap;

use bot::core::ids::UserId;

use crate::Violation;
use crate::coverage::{Coverage, Met};
use crate::initiator::commanded;
use crate::model::{Commit, Model, ensure};

/// What operators gave and took.
#[derive(Debug, Clone, Default)]
pub(crate) struct OperatorActions {
    pub(crate) last: i64,
    /// Of each person: given, and taken.
    pub(crate) moved: BTreeMap<UserId, (i64, i64)>,
}

impl Model {
    /// What operators have done in this commit must be what they said.
    pub(crate) fn look_at_operator_actions(
        &mut self,
        commit: &Commit<'_>,
        coverage: &mut Coverage,
    ) -> Result<(), Violation> {
        let sql = "SELECT id, action, user, credits FROM operator_actions WHERE id > ?1";
        let mut statement = commit.connection.prepare_cached(sql).unwrap();
        let rows = statement
            .query_map([self.operator_actions.last], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .unwrap();
        let operator_actions: Vec<(i64, String, Option<UserId>, Option<i64>)> = rows.collect::<Result<_, _>>().unwrap();
        for (id, action, user, credits) in operator_actions {
            self.operator_actions.last = id;
            if let ("promo" | "promo_off", Some(text)) = (action.as_str(), commanded(commit.event)) {
                self.note_promo(text, commit.now)?;
            }
            let (Some(user), Some(credits), "grant" | "debit") = (user, credits, action.as_str()) else { continue };
            let said = commanded(commit.event).is_some_and(|text| {
                text.starts_with(&format!("/{action} {user} {credits} "))
                    || self.operating.answers((&action, user), credits, text)
            });
            ensure(said, "credits are given and taken as an operator says", || format!("{action} {user} {credits}"))?;
            self.operating.is_answered();
            coverage.meet(Met::OperatorAction(if action == "grant" { "grant" } else { "debit" }));
            let moved = self.operator_actions.moved.entry(user).or_default();
            if action == "grant" {
                moved.0 += credits;
                self.lots.give(user, id, credits);
            } else {
                moved.1 += credits;
                self.lots.debit(user, credits);
            }
        }
        Ok(())
    }
}
