//! A sign of life when work takes over a second.

use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shows what is being done once it has taken a second; gone when dropped.
pub(super) struct Progress {
    bar: ProgressBar,
    over: Option<Sender<()>>,
    waiting: Option<JoinHandle<()>>,
}

impl Progress {
    pub fn start() -> Self {
        let bar = ProgressBar::hidden();
        let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        let (over, wait) = channel();
        let shown = bar.clone();
        let waiting = std::thread::spawn(move || {
            if wait.recv_timeout(Duration::from_secs(1)).is_err() && super::terminal::is_watched() {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(100));
            }
        });
        Self {
            bar,
            over: Some(over),
            waiting: Some(waiting),
        }
    }

    /// Says how much is being sent.
    pub fn sending(&self, bytes: u64) {
        let style = ProgressStyle::with_template(
            "{msg} {wide_bar} {decimal_bytes} of {decimal_total_bytes}, {decimal_bytes_per_sec}",
        );
        if let Ok(style) = style {
            self.bar.set_style(style);
        }
        self.bar.set_length(bytes);
        self.bar.set_position(0);
    }

    /// Says that so many more bytes have arrived.
    pub fn sent(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    /// Says something beside it.
    pub fn note(&self, text: &str) {
        self.bar.suspend(|| super::terminal::note(text));
    }

    /// Says what is being done.
    pub fn stage(&self, words: &'static str) {
        self.bar.set_message(words);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(over) = self.over.take() {
            let _already_shown = over.send(());
        }
        if let Some(waiting) = self.waiting.take() {
            let _panicked = waiting.join();
        }
        self.bar.finish_and_clear();
    }
}
