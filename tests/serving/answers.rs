//! Pages and files.

use planwright::output::{bytes_hash, to_hex};

use super::Served;
use super::made::{HOME, MISSING, Made, PICTURE};

/// The scripts that a page goes out with.
fn scripts(path: &str, content: &str) -> String {
    let hash = match path {
        "" => String::new(),
        _ => to_hex(bytes_hash(content.as_bytes())),
    };
    format!(
        "<script src=\"/.planwright/morph.js\" defer></script>\
         <script src=\"/.planwright/live.js\" defer data-live data-path=\"{path}\" data-hash=\"{hash}\"></script>"
    )
}

#[test]
fn a_page_goes_out_with_what_keeps_it_up_to_date() {
    let served = Served::small();
    let answer = served.client().get("/");
    assert_eq!(answer.status, 200);
    let scripts = scripts("index.html", HOME);
    let expected = HOME.replace("</body>", &format!("{scripts}</body>"));
    assert_eq!(answer.text(), expected);
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-cache"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("planwright-site", "1"),
    ] {
        assert_eq!(answer.field(name), value, "{name}");
    }
}

#[test]
fn a_page_can_be_had_as_it_is_and_is_then_not_kept() {
    let served = Served::small();
    let mut client = served.client();
    let answer = client.ask("GET", "/", "Planwright-Plain: 1\r\n");
    assert_eq!(answer.text(), HOME);
    assert_eq!(answer.field("cache-control"), "no-store");
    assert_ne!(answer.field("etag"), client.get("/").field("etag"));
    let missing = client.ask("GET", "/nothing", "Planwright-Plain: 1\r\n");
    assert_eq!((missing.status, &*missing.text()), (404, MISSING));
}

#[test]
fn the_browsers_part_is_there() {
    let served = Served::small();
    let mut client = served.client();
    for (address, kind) in [
        ("/.planwright/live.js", "text/javascript; charset=utf-8"),
        ("/.planwright/morph.js", "text/javascript; charset=utf-8"),
        ("/.planwright/live.css", "text/css; charset=utf-8"),
    ] {
        let answer = client.get(address);
        assert_eq!((answer.status, answer.field("content-type")), (200, kind));
        assert!(!answer.body.is_empty());
        let known = format!("If-None-Match: {}\r\n", answer.field("etag"));
        assert_eq!(client.ask("GET", address, &known).status, 304);
    }
    assert_eq!(client.get("/.planwright/other.js").status, 404);
}

#[test]
fn what_the_browser_has_is_not_sent_again_until_it_changes() {
    let served = Served::small();
    let mut client = served.client();
    for (address, path) in [
        ("/", "index.html"),
        ("/assets/base.css", "assets/base.css"),
        ("/files/map.png", "files/map.png"),
    ] {
        served.stage.show(Made::small().moment(1));
        let tag = client.get(address).field("etag").to_owned();
        let known = format!("If-None-Match: \"x\", {tag}\r\n");
        let number_alone = Made::small().with("other.html", "").moment(2);
        served.stage.show(number_alone);
        let again = client.ask("GET", address, &known);
        assert_eq!((again.status, again.field("etag")), (304, &*tag));
        assert_eq!(again.field("cache-control"), "no-cache");
        assert_eq!(again.field("planwright-site"), "2");
        assert_eq!(client.ask("HEAD", address, &known).status, 304);
        served
            .stage
            .show(Made::small().with(path, "other").moment(3));
        assert_eq!(client.ask("GET", address, &known).status, 200);
    }
}

#[test]
fn a_request_for_the_head_is_answered_as_one_for_all_but_without_the_body() {
    let served = Served::small();
    let mut client = served.client();
    for address in [
        "/",
        "/files/map.png",
        "/goals",
        "/nothing",
        "/.planwright/live.js",
    ] {
        let whole = client.get(address);
        let head = client.ask("HEAD", address, "");
        assert_eq!(head.status, whole.status);
        let fields = |answer: super::client::Answer| {
            let mut fields = answer.fields;
            fields.retain(|(name, _)| name != "date");
            fields.sort();
            fields
        };
        assert_eq!(fields(head), fields(whole), "{address}");
    }
    let events = client.ask("HEAD", "/.planwright/events?path=index.html", "");
    assert_eq!(events.status, 200);
    assert_eq!(client.get("/").status, 200, "nothing was left over");
}

#[test]
fn addresses_lead_on_and_keep_what_is_asked() {
    let served = Served::small();
    let mut client = served.client();
    for (address, status, location) in [
        ("/goals", 301, "/goals/"),
        ("/goals?sort=due&x=%20", 301, "/goals/?sort=due&x=%20"),
        ("/actions/old", 302, "/actions/a12.html"),
        ("/actions/old.html?x", 302, "/actions/a12.html?x"),
    ] {
        let answer = client.get(address);
        assert_eq!(
            (answer.status, answer.field("location")),
            (status, location)
        );
        assert_eq!(answer.field("cache-control"), "no-cache");
    }
    for address in ["/actions/a12", "/actions/a12.html?x=1", "/goals/?sort=due"] {
        assert_eq!(client.get(address).status, 200, "{address}");
    }
}

#[test]
fn what_is_not_there_is_said_by_the_site_at_any_address() {
    let served = Served::small();
    let answer = served.client().get("/actions/deep/nothing");
    assert_eq!(answer.status, 404);
    let expected = MISSING
        .replace("<head>", "<head><base href=\"/\">")
        .replace("</body>", &format!("{}</body>", scripts("", "")));
    assert_eq!(answer.text(), expected);
    assert_eq!(answer.field("content-type"), "text/html; charset=utf-8");
    assert_eq!(answer.field("etag"), "", "nothing is known of it");
    served
        .stage
        .show(Made::small().without("404.html").moment(2));
    let answer = served.client().get("/nothing");
    assert_eq!(
        (answer.status, &*answer.text()),
        (404, "Nothing is here.\n")
    );
}

#[test]
fn text_is_packed_where_that_is_asked_for_and_worthwhile() {
    let served = Served::small();
    let mut client = served.client();
    for (packing, name) in [
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
    ] {
        let asked = format!("Accept-Encoding: {packing}\r\n");
        for address in ["/files/long.txt", "/files/long.html"] {
            let plain = client.get(address);
            let packed = client.ask("GET", address, &asked);
            assert_eq!(packed.field("content-encoding"), name);
            assert!(packed.body.len() * 2 < plain.body.len(), "{packing} packs");
            assert_eq!(packed.field("etag"), plain.field("etag"));
            assert!(plain.field("etag").starts_with("W/"), "the bytes differ");
            assert!(
                packed
                    .fields
                    .contains(&("vary".to_owned(), "accept-encoding".to_owned()))
            );
            let known = format!("{asked}If-None-Match: {}\r\n", packed.field("etag"));
            assert_eq!(client.ask("GET", address, &known).status, 304);
            assert_eq!(
                client
                    .ask("HEAD", address, &asked)
                    .field("content-encoding"),
                name
            );
        }
        for address in ["/assets/base.css", "/files/map.png", "/files/long.pdf"] {
            let answer = client.ask("GET", address, &asked);
            assert_eq!(answer.field("content-encoding"), "", "{address}");
        }
    }
    let refused = client.ask("GET", "/files/long.txt", "Accept-Encoding: gzip;q=0\r\n");
    assert_eq!(refused.field("content-encoding"), "");
}

#[test]
fn a_part_of_a_file_can_be_had() {
    let served = Served::small();
    let mut client = served.client();
    let whole = client.get("/files/map.png");
    assert_eq!(whole.field("accept-ranges"), "bytes");
    assert!(whole.field("etag").starts_with('"'), "a strong tag");
    let part = client.ask(
        "GET",
        "/files/map.png",
        "Range: bytes=4-6\r\nAccept-Encoding: gzip\r\n",
    );
    assert_eq!((part.status, &*part.body), (206, &PICTURE[4..7]));
    assert_eq!(part.field("content-range"), "bytes 4-6/14");
    assert_eq!(part.field("content-type"), "image/png");
    assert_eq!(part.field("etag"), whole.field("etag"));
    let beyond = client.ask("GET", "/files/map.png", "Range: bytes=14-\r\n");
    assert_eq!(
        (beyond.status, beyond.field("content-range")),
        (416, "bytes */14")
    );
    let changed = client.ask(
        "GET",
        "/files/map.png",
        "Range: bytes=4-6\r\nIf-Range: \"x\"\r\n",
    );
    assert_eq!((changed.status, &*changed.body), (200, PICTURE));
    let known = format!("Range: bytes=4-6\r\nIf-Range: {}\r\n", whole.field("etag"));
    assert_eq!(client.ask("GET", "/files/map.png", &known).status, 206);
    let text = client.ask("GET", "/files/long.txt", "Range: bytes=4-6\r\n");
    assert_eq!((text.status, text.field("accept-ranges")), (200, ""));
}

#[test]
fn a_page_that_cannot_be_made_breaks_nothing_else() {
    let served = Served::of(Made::small().with("broken.html", "!"));
    let mut client = served.client();
    assert_eq!(client.get("/broken").status, 500);
    assert_eq!(client.get("/").status, 200);
}
