//! What `--check` plays.

use std::sync::Mutex;

use anyhow::ensure;
use shared::catalog::Catalog;

#[tokio::test]
async fn the_check_plays_every_model_that_is_offered() -> anyhow::Result<()> {
    let said = Mutex::new(Vec::new());
    solo::check::run(|line| said.lock().unwrap().push(line.to_owned())).await?;
    let said = said.into_inner()?;
    for model in Catalog::built_in().offered() {
        let line = said.iter().find(|line| line.starts_with(&format!("ok  {}: ", model.name)));
        ensure!(line.is_some(), "{} was not played: {said:?}", model.name);
    }
    ensure!(said.last().is_some_and(|last| last.starts_with("all is well, ")), "{said:?}");
    Ok(())
}
