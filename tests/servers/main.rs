//! Sites delivered to real servers, each started here for one test.
//!
//! `.ci/servers` installs what they need.
#![allow(
    clippy::disallowed_methods,
    reason = "tests look at what servers have on their disks"
)]

mod bucket;
mod dav;
#[path = "../support/mod.rs"]
mod support;
mod scenario;
mod ssh;

use scenario::Place;

/// What must hold with every server.
fn withstands(place: &Place) {
    scenario::only_what_changed_is_sent(place);
    scenario::a_delivery_that_is_killed_is_completed(place);
}

#[test]
#[ignore = "needs a server that checks signatures; the gate runs it"]
fn a_bucket_shows_the_site() {
    let server = bucket::Server::start();
    withstands(&server.place());
}

#[test]
#[ignore = "needs nginx; the gate runs it"]
fn a_webdav_server_shows_the_site() {
    let server = dav::Server::start();
    withstands(&server.place());
}

#[test]
#[ignore = "needs sshd; the gate runs it"]
fn a_host_behind_ssh_shows_the_site() {
    let server = ssh::Server::start();
    withstands(&server.place());
}

#[test]
#[ignore = "needs a server that checks signatures; the gate runs it"]
fn a_bucket_that_refuses_is_told_of() {
    let server = bucket::Server::start();
    insta::assert_snapshot!(server.refused("wrong-key"), @"");
    insta::assert_snapshot!(server.refused("no-key"), @"");
    insta::assert_snapshot!(server.refused("no-bucket"), @"");
    insta::assert_snapshot!(server.refused("read-only"), @"");
    insta::assert_snapshot!(server.refused("nobody"), @"");
}

#[test]
#[ignore = "needs nginx; the gate runs it"]
fn a_webdav_server_that_refuses_is_told_of() {
    let server = dav::Server::start();
    insta::assert_snapshot!(server.refused("wrong-password"), @"");
    insta::assert_snapshot!(server.refused("read-only"), @"");
    insta::assert_snapshot!(server.refused("nobody"), @"");
}

#[test]
#[ignore = "needs sshd; the gate runs it"]
fn a_host_behind_ssh_that_refuses_is_told_of() {
    let server = ssh::Server::start();
    insta::assert_snapshot!(server.refused("wrong-user"), @"");
    insta::assert_snapshot!(server.refused("wrong-host"), @"");
    insta::assert_snapshot!(server.refused("read-only"), @"");
    insta::assert_snapshot!(server.refused("nobody"), @"");
}
