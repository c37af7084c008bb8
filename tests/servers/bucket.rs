//! A server that speaks S3 and checks signatures, within this process.

use std::net::SocketAddr;
use std::path::PathBuf;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::access::{S3Access, S3AccessContext};
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s::{S3Result, s3_error};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::line::cut_after;
use crate::scenario::{Place, refusal};

pub struct Server {
    root: tempfile::TempDir,
    at: SocketAddr,
    _running: Runtime,
}

/// Who may write where.
struct Rights;

#[async_trait::async_trait]
impl S3Access for Rights {
    async fn check(&self, context: &mut S3AccessContext<'_>) -> S3Result<()> {
        if context.credentials().is_none() {
            return Err(s3_error!(AccessDenied, "nobody"));
        }
        let bucket = context
            .s3_path()
            .as_bucket()
            .or(context.s3_path().as_object().map(|it| it.0));
        let writes = ["PutObject", "DeleteObject", "CreateMultipartUpload"];
        if bucket == Some("fixed") && writes.contains(&context.s3_op().name()) {
            return Err(s3_error!(AccessDenied, "read only"));
        }
        Ok(())
    }
}

impl Server {
    pub fn start() -> Self {
        let root = tempfile::tempdir().expect("a folder");
        for bucket in ["plans/site", "fixed/site"] {
            std::fs::create_dir_all(root.path().join(bucket)).expect("a bucket");
        }
        let files = s3s_fs::FileSystem::new(root.path()).expect("a store");
        let mut service = S3ServiceBuilder::new(files);
        service.set_auth(SimpleAuth::from_single("AKIDTEST", "hunter2hunter2"));
        service.set_access(Rights);
        let service = service.build();
        let running = Runtime::new().expect("threads");
        let listener = running
            .block_on(TcpListener::bind("127.0.0.1:0"))
            .expect("a port");
        let at = listener.local_addr().expect("an address");
        running.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    let http = Builder::new(TokioExecutor::new());
                    let _cut_off = http.serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        Self {
            root,
            at,
            _running: running,
        }
    }

    /// Where it is.
    pub fn address(&self) -> String {
        format!("http://{}", self.at)
    }

    /// It, behind a line that is cut after so many bytes.
    pub fn place_behind(&self, bytes: usize) -> Place {
        let line = cut_after(bytes, self.at);
        self.with("plans", line, Some("hunter2hunter2"))
    }

    pub fn place(&self) -> Place {
        self.with("plans", self.at, Some("hunter2hunter2"))
    }

    fn with(&self, bucket: &str, at: SocketAddr, key: Option<&str>) -> Place {
        let name = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let mut environment = vec![name(("HOME", "/nonexistent"))];
        if let Some(key) = key {
            environment.push(name(("PLANWRIGHT_WEB_ACCESS_KEY_ID", "AKIDTEST")));
            environment.push(name(("PLANWRIGHT_WEB_SECRET_ACCESS_KEY", key)));
        }
        Place {
            settings: format!(
                "[publish.web]\nkind = \"s3\"\nbucket = \"{bucket}\"\nprefix = \"site\"\n\
                 endpoint = \"http://{at}\"\n"
            ),
            environment,
            disk: self.disk(bucket),
        }
    }

    /// With the variables that Amazon's own programs read.
    pub fn place_of_amazon(&self) -> Place {
        let name = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let mut place = self.with("plans", self.at, None);
        place.environment.extend(
            [
                ("AWS_ACCESS_KEY_ID", "AKIDTEST"),
                ("AWS_SECRET_ACCESS_KEY", "hunter2hunter2"),
            ]
            .map(name),
        );
        place
    }

    fn disk(&self, bucket: &str) -> PathBuf {
        self.root.path().join(bucket).join("site")
    }

    /// What is said where something is wrong.
    pub fn refused(&self, why: &str) -> String {
        let right = Some("hunter2hunter2");
        let nobody = SocketAddr::from(([127, 0, 0, 1], 9));
        let place = match why {
            "wrong-key" => self.with("plans", self.at, Some("hunter2")),
            "no-key" => self.with("plans", self.at, None),
            "no-bucket" => Place {
                disk: self.disk("plans"),
                ..self.with("plains", self.at, right)
            },
            "read-only" => self.with("fixed", self.at, right),
            _ => self.with("plans", nobody, right),
        };
        refusal(&place).replace(&self.at.to_string(), "HOST")
    }
}
