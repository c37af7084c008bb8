//! nginx with WebDAV.

use std::net::TcpListener;
use std::process::{Child, Command};
use std::time::Duration;

use crate::line::cut_after;
use crate::scenario::{Place, refusal};

pub struct Server {
    /// Before the folder, which goes after it.
    _running: Running,
    root: tempfile::TempDir,
    port: u16,
}

/// A program that ends with its test.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        // The master of nginx ends its workers, unless it is killed.
        let id = self.0.id().to_string();
        let _gone = Command::new("kill").arg(id).status();
        let _gone = self.0.wait();
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

/// Waits until somebody listens.
pub fn wait_for(port: u16) {
    for _ in 0..100 {
        if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("nobody listens at {port}");
}

impl Server {
    pub fn start() -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let at = root.path();
        for folder in ["www/site", "www/fixed", "tmp"] {
            std::fs::create_dir_all(at.join(folder)).expect("a folder");
        }
        std::fs::write(at.join("users"), "maya:{PLAIN}hunter2\n").expect("written");
        let port = free_port();
        let dir = at.display();
        let user = if std::env::var("USER").is_ok_and(|it| it != "root") {
            ""
        } else {
            "user root;"
        };
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|what| format!("{what}_temp_path {dir}/tmp/{what};\n"))
            .concat();
        let settings = format!(
            "load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
             daemon off; {user} pid {dir}/pid; error_log {dir}/error.log; worker_processes 1;
             events {{}}
             http {{
               access_log off; {temporary}
               server {{
                 listen 127.0.0.1:{port}; root {dir}/www; client_max_body_size 0;
                 auth_basic plans; auth_basic_user_file {dir}/users;
                 location /site/ {{
                   dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS;
                 }}
                 location /fixed/ {{ dav_ext_methods PROPFIND OPTIONS; }}
               }}
             }}"
        );
        let path = at.join("nginx.conf");
        std::fs::write(&path, settings).expect("written");
        let mut nginx = Command::new("nginx");
        nginx
            .arg("-c")
            .arg(&path)
            .arg("-e")
            .arg(at.join("error.log"));
        let running = Running(nginx.spawn().expect("nginx"));
        wait_for(port);
        Self {
            root,
            port,
            _running: running,
        }
    }

    /// It, behind a line that is cut after so many bytes.
    pub fn place_behind(&self, bytes: usize) -> Place {
        let line = cut_after(bytes, ([127, 0, 0, 1], self.port).into());
        self.with("site", line.port(), "hunter2")
    }

    pub fn place(&self) -> Place {
        self.with("site", self.port, "hunter2")
    }

    /// With credentials in a file.
    pub fn place_with_a_file(&self) -> Place {
        let file = self.root.path().join("web.toml");
        std::fs::write(&file, "user = \"maya\"\npassword = \"hunter2\"\n").expect("written");
        let place = self.with("site", self.port, "");
        Place {
            settings: format!("{}credentials = \"{}\"\n", place.settings, file.display()),
            environment: Vec::new(),
            ..place
        }
    }

    fn with(&self, folder: &str, port: u16, password: &str) -> Place {
        Place {
            settings: format!(
                "[publish.web]\nkind = \"webdav\"\nurl = \"http://127.0.0.1:{port}/{folder}\"\n"
            ),
            environment: vec![
                ("PLANWRIGHT_WEB_USER".to_owned(), "maya".to_owned()),
                ("PLANWRIGHT_WEB_PASSWORD".to_owned(), password.to_owned()),
            ],
            disk: self.root.path().join("www").join(folder),
        }
    }

    /// What is said where something is wrong.
    pub fn refused(&self, why: &str) -> String {
        let place = match why {
            "wrong-password" => self.with("site", self.port, "hunter22"),
            "read-only" => self.with("fixed", self.port, "hunter2"),
            _ => self.with("site", 9, "hunter2"),
        };
        refusal(&place).replace(&self.port.to_string(), "PORT")
    }
}
