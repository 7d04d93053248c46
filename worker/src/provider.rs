//! The port of the outside world that videos come from: the provider's interface by one key, and the way of an image to it.
//!
//! What is refused or lost comes back as an error that says what may be done next; see [`crate::kie`].

use std::fmt::Debug;
use std::sync::Arc;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use shared::job::{GenerationJob, TaskId};
use url::Url;

use crate::decide::UploadOutcome;
use crate::kie::{Api, CreateError, Fields, KieClient, QueryError, TaskState};

mod images;
pub(crate) mod status;

pub(crate) use images::Images;

/// See the module.
pub trait Provider: Debug + Send + Sync + 'static {
    /// Brings an image of an order, counted from 0, from the bot to the provider. Free, and may be repeated.
    fn transfer<'a>(&'a self, order: &'a GenerationJob, image: usize) -> BoxFuture<'a, UploadOutcome>;

    /// Orders a video. Costs money when accepted: it is called once per right to submit.
    fn create<'a>(
        &'a self,
        api: Api,
        model: &'a str,
        fields: Fields,
        callback_url: Option<&'a Url>,
    ) -> BoxFuture<'a, Result<TaskId, CreateError>>;

    /// Reads a task. Free, and may be repeated.
    fn query<'a>(&'a self, api: Api, task: &'a TaskId) -> BoxFuture<'a, Result<TaskState, QueryError>>;

    /// The account's balance.
    fn credits(&self) -> BoxFuture<'_, Result<f64, QueryError>>;
}

/// KIE.ai, over HTTP, by one key.
#[derive(Debug)]
pub(crate) struct Kie {
    client: KieClient,
    images: Arc<Images>,
}

impl Kie {
    pub(crate) const fn new(client: KieClient, images: Arc<Images>) -> Self {
        Self { client, images }
    }
}

impl Provider for Kie {
    fn transfer<'a>(&'a self, order: &'a GenerationJob, image: usize) -> BoxFuture<'a, UploadOutcome> {
        self.images.transfer(&self.client, order, image).boxed()
    }

    fn create<'a>(
        &'a self,
        api: Api,
        model: &'a str,
        fields: Fields,
        callback_url: Option<&'a Url>,
    ) -> BoxFuture<'a, Result<TaskId, CreateError>> {
        self.client.create(api, model, fields, callback_url).boxed()
    }

    fn query<'a>(&'a self, api: Api, task: &'a TaskId) -> BoxFuture<'a, Result<TaskState, QueryError>> {
        self.client.query(api, task).boxed()
    }

    fn credits(&self) -> BoxFuture<'_, Result<f64, QueryError>> {
        self.client.credits().boxed()
    }
}
