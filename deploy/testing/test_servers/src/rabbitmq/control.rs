//! Looking into a running broker, and doing to it what an operator or a bad day does.
//!
//! All of it goes through `erl_call`, which answers in milliseconds; `rabbitmqctl` takes seconds to start.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::Context as _;

use super::{COOKIE, RabbitMq};

impl RabbitMq {
    /// Makes the broker believe that it is short of memory, so that it takes no messages; or ends that.
    ///
    /// # Errors
    /// When the broker does not answer.
    pub async fn memory_alarm(&self, on: bool) -> anyhow::Result<()> {
        let share = if on { "0.00001" } else { "0.4" };
        self.eval(format!("vm_memory_monitor:set_vm_memory_high_watermark({share}).")).await.map(drop)
    }

    /// Messages that wait in a queue, without those in the hands of consumers.
    ///
    /// # Errors
    /// When there is no such queue, or the broker does not answer.
    pub async fn queue_messages(&self, queue: &str) -> anyhow::Result<u64> {
        let number = self.eval(format!("{}, {{ok, N, _}} = rabbit_amqqueue:stat(Q), N.", lookup(queue))).await?;
        number.parse().with_context(|| format!("not a number: {number}"))
    }

    /// Deletes a queue with all that is in it.
    ///
    /// # Errors
    /// When there is no such queue, or the broker does not answer.
    pub async fn delete_queue(&self, queue: &str) -> anyhow::Result<()> {
        let delete = "{ok, _} = rabbit_amqqueue:delete(Q, false, false, <<\"test\">>)";
        self.eval(format!("{}, {delete}.", lookup(queue))).await.map(drop)
    }

    /// Waits until the broker has written down which queues there are. One that is killed before loses those of the last
    /// moment, which is a fault of RabbitMQ's own (see `SETTLE`).
    ///
    /// # Errors
    /// When the broker does not answer.
    pub async fn settle(&self) -> anyhow::Result<()> {
        self.eval("ok = dets:sync(ra_directory_reverse).".to_owned()).await.map(drop)
    }

    /// Has every queue hold at most so many messages, as a policy of the operator would.
    ///
    /// # Errors
    /// When the broker does not answer.
    pub async fn limit_queues(&self, messages: u32) -> anyhow::Result<()> {
        let definition = format!("[{{<<\"max-length\">>, {messages}}}]");
        let (any, user) = ("<<\"/\">>, <<\"limit\">>, <<\".*\">>", "<<\"queues\">>, <<\"test\">>");
        self.eval(format!("rabbit_policy:set({any}, {definition}, 0, {user}).")).await.map(drop)
    }

    /// Closes every connection from the broker's side.
    ///
    /// # Errors
    /// When the broker does not answer.
    pub async fn close_connections(&self) -> anyhow::Result<()> {
        let close = "[rabbit_networking:close_connection(P, \"test\") || P <- rabbit_networking:connections()]";
        self.eval(format!("{close}.")).await.map(drop)
    }

    /// Has the broker evaluate Erlang expressions and gives back the last value as Erlang prints it.
    ///
    /// # Errors
    /// When the broker does not answer, or the evaluation fails.
    pub async fn eval(&self, expressions: String) -> anyhow::Result<String> {
        let address = format!("localhost:{}", self.control_port);
        tokio::task::spawn_blocking(move || {
            let mut call = Command::new("erl_call")
                .args(["-address", &address, "-c", COOKIE, "-timeout", "20", "-e"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .context("erl_call does not start")?;
            call.stdin.take().context("no input")?.write_all(format!("{expressions}\n").as_bytes())?;
            let output = call.wait_with_output()?;
            let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
            let value = text.strip_prefix("{ok, ").and_then(|rest| rest.strip_suffix('}'));
            value.map(str::to_owned).with_context(|| {
                format!("RabbitMQ did not evaluate {expressions}: {text} {}", String::from_utf8_lossy(&output.stderr))
            })
        })
        .await?
    }
}

fn lookup(queue: &str) -> String {
    format!("{{ok, Q}} = rabbit_amqqueue:lookup({{resource, <<\"/\">>, queue, <<\"{queue}\">>}})")
}
