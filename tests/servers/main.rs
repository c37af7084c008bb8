//! Sites delivered to real servers, each started here for one test.
//!
//! `.ci/servers` installs what they need.
#![allow(
    clippy::disallowed_methods,
    reason = "tests look at what servers have on their disks"
)]

mod bucket;
mod dav;
mod recipes;
mod disk;
mod line;
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
#[ignore = "needs nginx and a server that checks signatures; the gate runs it"]
fn credentials_come_from_where_they_may() {
    scenario::is_published(&bucket::Server::start().place_of_amazon());
    scenario::is_published(&dav::Server::start().place_with_a_file());
}

#[test]
#[ignore = "needs sshd; the gate runs it"]
fn a_delivery_that_is_asked_to_stop_gives_the_lock_back() {
    let server = ssh::Server::start();
    scenario::stops(&server.place());
}

#[test]
#[ignore = "needs nginx and a server that checks signatures; the gate runs it"]
fn a_line_that_is_cut_leaves_whole_pages() {
    let bucket = bucket::Server::start();
    scenario::a_cut_line_is_told_of(&bucket.place(), |bytes| bucket.place_behind(bytes));
    let dav = dav::Server::start();
    scenario::a_cut_line_is_told_of(&dav.place(), |bytes| dav.place_behind(bytes));
}

#[test]
#[ignore = "takes long; the gate runs it"]
fn a_folder_shows_the_site() {
    withstands(&disk::Folder::new(true).place());
}

#[test]
#[ignore = "takes long; the gate runs it"]
fn a_folder_with_releases_shows_the_site() {
    let folder = disk::Folder::new(false);
    scenario::a_delivery_that_is_killed_is_completed(&folder.place());
}

#[test]
#[ignore = "needs to be root; the gate runs it"]
fn a_disk_that_is_full_is_told_of() {
    if let Some(said) = disk::full(&disk::Folder::new(true)) {
        insta::assert_snapshot!(said, @"
        error: cannot send …: `DIR/www/site` is full (No space left on device (os error 28))
        help: free some space and publish again: it goes on where it stopped
        ");
    }
    if let Some(said) = disk::full(&disk::Folder::new(false)) {
        insta::assert_snapshot!(said, @"
        error: cannot write `DIR/www/.site.releases/.planwright-0002/…`: No space left on device (os error 28)
        help: free some space and run the command again: it will complete the site
        ");
    }
}

#[test]
#[ignore = "needs to be root; the gate runs it"]
fn a_disk_that_is_read_only_is_told_of() {
    if let Some(said) = disk::read_only(&disk::Folder::new(true)) {
        insta::assert_snapshot!(said, @"
        error: cannot begin: `DIR/www/site` may not be written to (Read-only file system (os error 30))
        help: give the user the right to write there, or choose another place
        ");
    }
    if let Some(said) = disk::read_only(&disk::Folder::new(false)) {
        insta::assert_snapshot!(said, @"
        error: cannot write `DIR/www/.site.releases/lock`: Read-only file system (os error 30)
        help: make the folder writable, or choose another one
        ");
    }
}

#[test]
#[ignore = "needs a server that checks signatures; the gate runs it"]
fn a_bucket_that_refuses_is_told_of() {
    let server = bucket::Server::start();
    insta::assert_snapshot!(server.refused("wrong-key"), @"
    error: cannot read .planwright.json: `s3://plans/site` does not accept the credentials (SignatureDoesNotMatch)
    help: look at the user, the password or the key, and their rights
    ");
    insta::assert_snapshot!(server.refused("no-key"), @"
    error: cannot read .planwright.json: there are no credentials for `s3://plans/site`
    help: set them in the environment, as the settings reference says, or name a file with `credentials`
    ");
    insta::assert_snapshot!(server.refused("no-bucket"), @"
    error: cannot look around: there is no `s3://plains/site`
    help: make it first, or look at its name in plan.toml
    ");
    insta::assert_snapshot!(server.refused("read-only"), @"
    error: cannot begin: `s3://fixed/site` may not be written to (AccessDenied)
    help: give the user the right to write there, or choose another place
    ");
    insta::assert_snapshot!(server.refused("nobody"), @"
    error: cannot read .planwright.json: `s3://plans/site` cannot be reached (Connection refused (os error 111))
    help: look at the address and the network, then publish again: it goes on where it stopped
    ");
}

#[test]
#[ignore = "needs nginx; the gate runs it"]
fn a_webdav_server_that_refuses_is_told_of() {
    let server = dav::Server::start();
    insta::assert_snapshot!(server.refused("wrong-password"), @"
    error: cannot read .planwright.json: `http://127.0.0.1:PORT/site` does not accept the credentials (HTTP status 401)
    help: look at the user, the password or the key, and their rights
    ");
    insta::assert_snapshot!(server.refused("read-only"), @"
    error: cannot send .planwright.lock: `http://127.0.0.1:PORT/fixed` may not be written to (HTTP status 405)
    help: give the user the right to write there, or choose another place
    ");
    insta::assert_snapshot!(server.refused("nobody"), @"
    error: cannot read .planwright.json: `http://127.0.0.1:9/site` cannot be reached (Connection refused (os error 111))
    help: look at the address and the network, then publish again: it goes on where it stopped
    ");
}

#[test]
#[ignore = "needs sshd; the gate runs it"]
fn a_host_behind_ssh_that_refuses_is_told_of() {
    let server = ssh::Server::start();
    insta::assert_snapshot!(server.refused("wrong-key"), @"
    error: cannot read .planwright.json: `unkeyed:DIR/site` does not accept the credentials (USER@127.0.0.1: Permission denied (publickey,keyboard-interactive))
    help: look at the user, the password or the key, and their rights
    ");
    insta::assert_snapshot!(server.refused("wrong-user"), @"
    error: cannot begin: `plan:DIR/site` may not be written to (Permission denied)
    help: give the user the right to write there, or choose another place
    ");
    insta::assert_snapshot!(server.refused("wrong-host"), @"
    error: cannot read .planwright.json: the host of `stranger:DIR/site` is not known to ssh (Host key verification failed)
    help: connect once with `ssh` yourself and compare the key that it shows
    ");
    insta::assert_snapshot!(server.refused("read-only"), @"
    error: cannot begin: `fixed:DIR/site` may not be written to (Permission denied)
    help: give the user the right to write there, or choose another place
    ");
    insta::assert_snapshot!(server.refused("nobody"), @"
    error: cannot read .planwright.json: `nobody:DIR/site` cannot be reached (connect to host 127.0.0.1 port 9: Connection refused)
    help: look at the address and the network, then publish again: it goes on where it stopped
    ");
}
