//! Delivery: a site, made in memory, brought to where its readers find it.
//!
//! What a target holds stands in its [`Manifest`](crate::output::Manifest), as
//! in a folder that was built into. The [`Delivery`] is the difference, and
//! [`deliver`] sends it to a [`Remote`]: assets first, then pages, then the
//! home page, then what has to go, and the manifest last. Before the first
//! file the manifest says of each that will change that nothing is known of
//! it, and again and again what has arrived meanwhile: whenever a delivery is
//! cut off, readers see old or new files, each of them whole, and the next
//! delivery sends what is missing. A [`lock`] keeps two deliveries apart.
//!
//! A folder of this machine can do better: [`Releases`] makes the whole site
//! anew beside the one that is shown, and then shows it at once.

mod compress;
mod credentials;
mod delivery;
mod error;
mod open;
mod releases;
mod remote;
mod report;
mod send;

pub mod lock;

pub use compress::precompressed;
pub use credentials::{Credentials, Secret};
pub use delivery::Delivery;
pub use error::{PublishError, Trouble};
pub use open::{in_folder, open};
pub use releases::{Release, Releases, Switched};
pub use remote::Remote;
pub use report::{DeliveryReport, FileReport, Report};
pub use send::{Consent, Watcher, deliver, look};
