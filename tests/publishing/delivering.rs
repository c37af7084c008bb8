//! Deliveries to a service in memory and to a folder, cut off anywhere.

use std::collections::BTreeMap;
use std::time::Duration;

use opendal::{Operator, services};
use planwright::output::{Entry, SitePath, Tree};
use planwright::publish::lock::{BEAT, LOCK, Lock, Owner, PATIENCE};
use planwright::publish::{Consent, Delivery, PublishError, Remote, Trouble, deliver, look};

use crate::faults::Faults;

type Files = BTreeMap<String, String>;

const ASKED: Consent = Consent {
    adopt: false,
    max_delete: 100,
};

fn tree(files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::new();
    for (path, text) in files {
        let path = SitePath::new(path).expect("a path");
        tree.insert(path, Entry::new(text.as_bytes()))
            .expect("no clash");
    }
    tree
}

fn owner(token: &str) -> Owner {
    Owner {
        by: format!("{token} on desk"),
        since: "2026-11-23 10:00 UTC".to_owned(),
        token: token.to_owned(),
    }
}

fn memory() -> Operator {
    Operator::new(services::Memory::default()).expect("memory")
}

/// The same place, through faults.
fn through(operator: &Operator, faults: &Faults) -> Remote {
    Remote::new(operator.clone().layer(faults.clone()), "`the web`", false).with_width(2)
}

fn remote(operator: &Operator) -> Remote {
    through(operator, &Faults::never())
}

async fn send(remote: &Remote, tree: &Tree) -> Result<Delivery, PublishError> {
    deliver(remote, (tree, 5), (ASKED, owner("maya")), &()).await
}

/// What readers find, without what is the program's own.
async fn shown(operator: &Operator) -> Files {
    let mut files = Files::new();
    let all = operator
        .list_with("/")
        .recursive(true)
        .await
        .expect("a list");
    for entry in all.iter().filter(|entry| entry.metadata().is_file()) {
        let path = entry.path();
        if !path.starts_with(".planwright") {
            let bytes = operator.read(path).await.expect("readable").to_vec();
            files.insert(path.to_owned(), String::from_utf8(bytes).expect("text"));
        }
    }
    files
}

fn as_files(files: &[(&str, &str)]) -> Files {
    let own = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    files.iter().map(own).collect()
}

const OLD: [(&str, &str); 6] = [
    ("assets/look.css", "old"),
    ("goals/g1.html", "old"),
    ("goals/g2.html", "same"),
    ("gone/away.html", "old"),
    ("index.html", "old"),
    ("search/index.js", "old"),
];
const NEW: [(&str, &str); 7] = [
    ("assets/look.css", "new"),
    ("goals/g1.html", "new"),
    ("goals/g2.html", "same"),
    ("goals/g3.html", "new"),
    ("index.html", "new"),
    ("plan.js", "new"),
    ("search/index.js", "new"),
];

#[tokio::test(start_paused = true)]
async fn pages_come_after_what_they_need_and_the_manifest_is_last() {
    let operator = memory();
    send(&remote(&operator), &tree(&OLD)).await.expect("sent");
    let faults = Faults::never();
    let sent = send(&through(&operator, &faults).with_width(1), &tree(&NEW)).await;
    sent.expect("sent");
    insta::assert_snapshot!(faults.done().join("\n"), @"
    write .planwright.lock
    write .planwright.json
    write assets/look.css
    write plan.js
    write search/index.js
    write goals/g1.html
    write goals/g3.html
    write index.html
    delete gone/away.html
    write .planwright.json
    delete .planwright.lock
    ");
    assert_eq!(shown(&operator).await, as_files(&NEW));
}

#[tokio::test(start_paused = true)]
async fn a_second_delivery_changes_nothing() {
    let operator = memory();
    send(&remote(&operator), &tree(&OLD)).await.expect("sent");
    let faults = Faults::never();
    let sent = send(&through(&operator, &faults), &tree(&OLD)).await;
    assert!(sent.expect("sent").is_empty());
    assert_eq!(faults.done(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn wherever_a_delivery_is_cut_off_the_next_one_completes_it() {
    let mut cut_off = 0;
    for changes in 0.. {
        let operator = memory();
        send(&remote(&operator), &tree(&OLD)).await.expect("sent");
        let faults = Faults::after(changes);
        let first = send(&through(&operator, &faults), &tree(&NEW)).await;
        let there = shown(&operator).await;
        let (old, new) = (as_files(&OLD), as_files(&NEW));
        for (path, text) in &old {
            let shown = there.get(path);
            let is_whole = shown == Some(text) || shown == new.get(path);
            assert!(is_whole, "after {changes}: {path} is {shown:?}");
        }
        // Whoever sees the new home page sees all that it leads to.
        if there["index.html"] == "new" {
            for (path, text) in &new {
                assert_eq!(there.get(path), Some(text), "after {changes}");
            }
        }
        // Nobody moves the lock of what was cut off.
        let next = Faults::never();
        let sent = send(&through(&operator, &next), &tree(&NEW))
            .await
            .expect("sent");
        assert_eq!(shown(&operator).await, new, "after {changes}");
        if first.is_ok() {
            assert!(sent.is_empty());
            break;
        }
        cut_off += 1;
    }
    assert!(cut_off >= 10, "cut off {cut_off} times only");
}

#[tokio::test(start_paused = true)]
async fn what_has_arrived_before_a_failure_is_not_sent_again() {
    let operator = memory();
    // One file is refused; the network is there.
    let blocked = operator.clone().layer(Faults::refusing("goals/g1.html"));
    let first = Remote::new(blocked, "`the web`", false).with_width(1);
    let failed = send(&first, &tree(&NEW)).await.expect_err("refused");
    insta::assert_snapshot!(failed, @"cannot send goals/g1.html: `the web` may not be written to (not this one)");
    let sent = send(&remote(&operator), &tree(&NEW)).await.expect("sent");
    let again: Vec<&str> = sent.delta.write.iter().map(|(it, _)| it.as_str()).collect();
    assert!(!again.contains(&"assets/look.css"), "{again:?}");
    assert!(again.contains(&"goals/g1.html"), "{again:?}");
    assert!(sent.completes());
}

#[tokio::test(start_paused = true)]
async fn a_file_can_become_a_folder_and_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let service = services::Fs::default().root(&dir.path().to_string_lossy());
    let operator = Operator::new(service).expect("a folder");
    let remote = Remote::new(operator.clone(), "a folder", true);
    for files in [
        &[("a", "1"), ("index.html", "1")][..],
        &[("a/b/c.html", "2"), ("index.html", "2")],
        &[("A", "3"), ("index.html", "3")],
    ] {
        send(&remote, &tree(files)).await.expect("sent");
        assert_eq!(shown(&operator).await, as_files(files));
    }
    assert!(!dir.path().join("a").exists(), "an empty folder is left");
    assert!(!dir.path().join(".planwright.part").exists());
}

#[tokio::test(start_paused = true)]
async fn files_of_others_are_neither_deleted_nor_written_over() {
    let operator = memory();
    operator
        .write("index.html", "theirs")
        .await
        .expect("written");
    let remote = remote(&operator);
    let refused = send(&remote, &tree(&OLD)).await.expect_err("theirs");
    insta::assert_snapshot!(refused, @"`the web` holds files of others where the site has to go: index.html");
    assert_eq!(shown(&operator).await.len(), 1, "nothing was sent");
    let adopt = Consent {
        adopt: true,
        ..ASKED
    };
    let sent = deliver(&remote, (&tree(&OLD), 5), (adopt, owner("maya")), &()).await;
    sent.expect("sent");
    operator
        .write("goals/g3.html", "theirs")
        .await
        .expect("written");
    let refused = send(&remote, &tree(&NEW)).await.expect_err("theirs");
    insta::assert_snapshot!(refused, @"`the web` holds files of others where the site has to go: goals/g3.html");
}

#[tokio::test(start_paused = true)]
async fn much_is_deleted_only_where_that_is_meant() {
    let operator = memory();
    let remote = remote(&operator);
    send(&remote, &tree(&NEW)).await.expect("sent");
    let consent = |max_delete| Consent {
        adopt: false,
        max_delete,
    };
    let less = tree(&NEW[..5]);
    let refused = look(&remote, &less, 5, consent(20))
        .await
        .expect_err("too much");
    insta::assert_snapshot!(refused, @"2 files of `the web` would be deleted, 29 % of the site, and at most 20 % may be: plan.js, search/index.js");
    insta::assert_snapshot!(refused.help(), @"if that is meant, give --max-delete 100; nothing was sent");
    look(&remote, &less, 5, consent(30)).await.expect("allowed");
    assert_eq!(shown(&operator).await, as_files(&NEW));
}

#[tokio::test(start_paused = true)]
async fn a_lock_that_moves_keeps_others_out() {
    let operator = memory();
    let mut held = serde_json::json!({"token": "x", "by": "ann on her desk", "since": "ten"});
    let moving = operator.clone();
    let moves = tokio::spawn(async move {
        for beat in 0.. {
            held["beat"] = serde_json::json!(beat);
            moving.write(LOCK, held.to_string()).await.expect("written");
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
    });
    tokio::time::sleep(Duration::from_millis(10)).await;
    let refused = send(&remote(&operator), &tree(&OLD))
        .await
        .expect_err("held");
    moves.abort();
    insta::assert_snapshot!(refused, @"another delivery to `the web` is under way, begun by ann on her desk at ten");
    assert_eq!(shown(&operator).await.len(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_lock_that_does_not_move_is_taken_over() {
    for left in [
        r#"{"token": "x", "by": "ann", "since": "ten", "beat": 1}"#,
        "half of",
        "",
    ] {
        let operator = memory();
        operator.write(LOCK, left).await.expect("written");
        send(&remote(&operator), &tree(&OLD)).await.expect("sent");
        assert_eq!(shown(&operator).await, as_files(&OLD));
        assert!(!operator.exists(LOCK).await.expect("known"));
    }
}

#[tokio::test(start_paused = true)]
async fn a_lock_that_another_has_taken_over_is_noticed() {
    let operator = memory();
    let lock = Lock::take(&remote(&operator), owner("maya"), &()).await;
    let lock = lock.expect("free");
    tokio::time::sleep(PATIENCE * 2).await;
    lock.still_held().await.expect("it moves");
    let other = r#"{"token": "x", "by": "ann", "since": "ten", "beat": 1}"#;
    operator.write(LOCK, other).await.expect("written");
    assert!(lock.still_held().await.is_err());
    tokio::time::sleep(BEAT * 2).await;
    insta::assert_snapshot!(lock.held().expect_err("lost"), @"another delivery has taken over `the web`");
    lock.release().await;
    assert!(
        operator.exists(LOCK).await.expect("known"),
        "it is another's"
    );
}

#[tokio::test(start_paused = true)]
async fn of_two_that_begin_together_one_goes_first() {
    let operator = memory();
    let (one, other) = (remote(&operator), remote(&operator));
    let (old, new) = (tree(&OLD), tree(&NEW));
    let first = deliver(&one, (&old, 5), (ASKED, owner("maya")), &());
    let second = deliver(&other, (&new, 5), (ASKED, owner("ann")), &());
    let (first, second) = tokio::join!(first, second);
    let last = match (&first, &second) {
        (Ok(_), Err(error)) => {
            assert!(matches!(error.why, Trouble::Locked(_)), "{error}");
            as_files(&OLD)
        }
        (Err(error), Ok(_)) => {
            assert!(matches!(error.why, Trouble::Locked(_)), "{error}");
            as_files(&NEW)
        }
        (Ok(_), Ok(_)) => shown(&operator).await,
        (Err(one), Err(other)) => panic!("{one}; {other}"),
    };
    let there = shown(&operator).await;
    assert!(
        there == as_files(&OLD) || there == as_files(&NEW),
        "{there:?}"
    );
    assert_eq!(there, last);
}

#[tokio::test(start_paused = true)]
async fn browsers_are_told_what_a_file_is_and_how_long_it_keeps() {
    let operator = memory();
    let files = [
        "index.html",
        "a.css",
        "a.js",
        "a.svg",
        "a.png",
        "a.ics",
        "a.json",
        "a.html.gz",
        "a",
    ];
    let files = files.map(|path| (path, "text"));
    send(&remote(&operator), &tree(&files)).await.expect("sent");
    let mut told = String::new();
    for (path, _) in files {
        let found = operator.stat(path).await.expect("it is there");
        let (kind, keep) = (found.content_type(), found.cache_control());
        let line = format!("{path}: {}, {}\n", kind.unwrap_or("?"), keep.unwrap_or("?"));
        told.push_str(&line);
    }
    insta::assert_snapshot!(told, @"
    index.html: text/html; charset=utf-8, no-cache
    a.css: text/css; charset=utf-8, no-cache
    a.js: text/javascript; charset=utf-8, no-cache
    a.svg: image/svg+xml; charset=utf-8, no-cache
    a.png: image/png, max-age=300
    a.ics: text/calendar; charset=utf-8, no-cache
    a.json: application/json; charset=utf-8, no-cache
    a.html.gz: application/gzip, no-cache
    a: application/octet-stream, max-age=300
    ");
}

#[tokio::test(start_paused = true)]
async fn a_large_file_goes_in_pieces() {
    let large: Vec<u8> = (0..40_000_000_u32).map(|at| (at % 251) as u8).collect();
    let mut site = tree(&OLD);
    let path = SitePath::new("files/large.bin").expect("a path");
    site.insert(path, Entry::new(large.clone()))
        .expect("no clash");
    let dir = tempfile::tempdir().expect("a folder");
    let remote = planwright::publish::in_folder(dir.path(), false, 40_000_000).expect("a folder");
    tokio::time::resume();
    send(&remote, &site).await.expect("sent");
    let there = std::fs::read(dir.path().join("files/large.bin")).expect("it is there");
    assert!(there == large);
}
