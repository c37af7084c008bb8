//! A line to a server that is cut once so many bytes went over it.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Where such a line to a server begins; after the cut nobody listens there.
pub fn cut_after(bytes: usize, server: SocketAddr) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let here = listener.local_addr().expect("an address");
    let left = Arc::new(AtomicUsize::new(bytes));
    thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            if left.load(Ordering::Relaxed) == 0 {
                return;
            }
            let server = TcpStream::connect(server).expect("the server");
            let both = |stream: &TcpStream| stream.try_clone().expect("a stream");
            let (from, to, left) = (both(&client), both(&server), Arc::clone(&left));
            thread::spawn(move || carry(from, to, &left));
            thread::spawn(move || carry(server, client, &AtomicUsize::new(usize::MAX)));
        }
    });
    here
}

/// Carries bytes as long as some are left.
fn carry(mut from: TcpStream, mut to: TcpStream, left: &AtomicUsize) {
    let mut bytes = [0; 4096];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        let take = |left: usize| left.checked_sub(count);
        let taken = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take);
        if taken.is_err() {
            left.store(0, Ordering::Relaxed);
        }
        if taken.is_err() || to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    for stream in [from, to] {
        let _closed = stream.shutdown(Shutdown::Both);
    }
}
