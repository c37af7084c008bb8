//! From the settings of a target to a place behind a service.

use std::path::Path;
use std::time::Duration;

use opendal::layers::{RetryLayer, TimeoutLayer};
use opendal::{HttpTransporter, Operator, services};
use opendal_http_transport_reqwest::ReqwestTransport;

use super::{Credentials, PublishError, Remote, Secret, Trouble};
use crate::config::{Place, Target};

/// The slowest that a file may travel, in bytes a second.
const SLOWEST: u64 = 128 << 10;
/// How long any answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Opens a target behind a network; `largest` is the size of the largest file
/// that may have to be sent.
///
/// # Errors
///
/// When its settings make no sense to the service.
pub fn open(
    target: &Target,
    credentials: &Credentials,
    largest: u64,
) -> Result<Remote, PublishError> {
    // TLS by the library that is built in already; a second call changes nothing.
    let _already = rustls::crypto::ring::default_provider().install_default();
    let place = place(&target.place);
    let (operator, renamed, width) = match &target.place {
        Place::S3 {
            bucket,
            prefix,
            endpoint,
            region,
        } => {
            let service = services::S3::default().bucket(bucket).root(prefix);
            let at = (endpoint.as_deref(), region.as_deref());
            (s3(service, at, credentials), false, 8)
        }
        Place::WebDav { url } => (webdav(url, credentials), false, 8),
        Place::Sftp {
            host,
            user,
            port,
            path,
        } => {
            let host = match port {
                Some(port) => format!("ssh://{host}:{port}"),
                None => host.clone(),
            };
            (sftp(&host, user.as_deref(), path), true, 4)
        }
        Place::Folder { path, .. } => return in_folder(Path::new(path), false, largest),
    };
    let operator = operator.map_err(|error| refused(&place, error))?;
    let http = HttpTransporter::new(ReqwestTransport::default());
    let context = operator.base_context().clone().with_http_transport(http);
    let operator = patient(operator.with_context(context), largest);
    Ok(Remote::new(operator, place, renamed).with_width(width))
}

/// A folder of this machine that is written to in its place. Where it is not
/// there, it is made, unless it is only looked at.
///
/// # Errors
///
/// When it cannot be made.
pub fn in_folder(path: &Path, only_look: bool, largest: u64) -> Result<Remote, PublishError> {
    let place = format!("`{}`", path.display());
    let operator = if only_look && !path.exists() {
        Operator::new(services::Memory::default())
    } else {
        Operator::new(services::Fs::default().root(&path.to_string_lossy()))
    };
    let operator = operator.map_err(|error| refused(&place, error))?;
    Ok(Remote::new(patient(operator, largest), place, true))
}

fn refused(place: &str, error: opendal::Error) -> PublishError {
    let doing = "open it".to_owned();
    PublishError::new(place, Trouble::Service(doing, Box::new(error)))
}

/// With what a network needs: a second try, and an end to waiting.
fn patient(operator: Operator, largest: u64) -> Operator {
    let file = PATIENCE + Duration::from_secs(largest / SLOWEST);
    operator
        .layer(
            TimeoutLayer::new()
                .with_timeout(PATIENCE)
                .with_io_timeout(file),
        )
        .layer(
            RetryLayer::new()
                .with_min_delay(Duration::from_millis(250))
                .with_max_times(4)
                .with_jitter(),
        )
}

/// What people call a place.
fn place(place: &Place) -> String {
    match place {
        Place::Folder { path, .. } => format!("`{path}`"),
        Place::S3 { bucket, prefix, .. } => {
            format!(
                "`{}`",
                format!("s3://{bucket}/{prefix}").trim_end_matches('/')
            )
        }
        Place::WebDav { url } => format!("`{url}`"),
        Place::Sftp { host, path, .. } => format!("`{host}:{path}`"),
    }
}

fn s3(
    service: services::S3,
    (endpoint, region): (Option<&str>, Option<&str>),
    credentials: &Credentials,
) -> opendal::Result<Operator> {
    // What Amazon's own programs read is read too, the metadata of its machines is not.
    let mut service = service.disable_ec2_metadata();
    if let Some(endpoint) = endpoint {
        // Other services than Amazon's have one region, and mostly call it so.
        service = service.endpoint(endpoint).region("us-east-1");
    }
    if let Some(region) = region {
        service = service.region(region);
    }
    if let Some(id) = &credentials.access_key_id {
        service = service.access_key_id(id.reveal());
    }
    if let Some(key) = &credentials.secret_access_key {
        service = service.secret_access_key(key.reveal());
    }
    if let Some(token) = &credentials.session_token {
        service = service.session_token(token.reveal());
    }
    Operator::new(service)
}

fn webdav(url: &str, credentials: &Credentials) -> opendal::Result<Operator> {
    let said = |secret: &Option<Secret>| secret.as_ref().map_or("", Secret::reveal).to_owned();
    // Folders are made once for all files in them, and not looked for with each.
    let service = services::Webdav::default()
        .endpoint(url)
        .username(&said(&credentials.user))
        .password(&said(&credentials.password))
        .token(&said(&credentials.token))
        .disable_create_dir(true);
    Operator::new(service)
}

#[cfg(unix)]
fn sftp(host: &str, user: Option<&str>, path: &str) -> opendal::Result<Operator> {
    let service = services::Sftp::default()
        .endpoint(host)
        .root(path)
        .user(user.unwrap_or_default())
        .known_hosts_strategy("strict");
    Operator::new(service)
}

#[cfg(not(unix))]
fn sftp(_: &str, _: Option<&str>, _: &str) -> opendal::Result<Operator> {
    let told = "SFTP needs the program `ssh` of a Unix system";
    Err(opendal::Error::new(opendal::ErrorKind::Unsupported, told))
}
