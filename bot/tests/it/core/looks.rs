//! What tests ask of the rows of a bot: how many, how large.

use super::conversation::Bot;

impl Bot {
    /// A job that still waits for its turn.
    pub(crate) fn some_queued_job(&self) -> Option<String> {
        self.one("SELECT min(id) FROM jobs WHERE progress = 'queued'")
    }

    /// The credits that people have, hold and have spent.
    pub(crate) fn credits_of_everybody(&self) -> i64 {
        self.count("SELECT coalesce(sum(available + held + spent), 0) FROM accounts")
    }

    /// How many rows each table has.
    pub(crate) fn rows_of_each_table(&self) -> Vec<(String, i64)> {
        let names = "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'";
        let names: String = self.one(names);
        let rows = |name: &str| (name.to_owned(), self.count(&format!("SELECT count(*) FROM {name}")));
        names.split(',').map(rows).collect()
    }

    /// How large the database is, without pages that are free.
    pub(crate) fn bytes(&self) -> i64 {
        let pages = "SELECT (SELECT * FROM pragma_page_count) - (SELECT * FROM pragma_freelist_count)";
        self.count(pages) * self.count("SELECT * FROM pragma_page_size")
    }
}
