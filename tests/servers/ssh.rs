//! OpenSSH, with settings, keys and known hosts of its own.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::dav::{free_port, wait_for};
use crate::scenario::{Place, refusal};

pub struct Server {
    root: tempfile::TempDir,
    running: [Child; 2],
}

fn sshd(at: &Path, name: &str, port: u16, sftp: &str) -> Child {
    let dir = at.display();
    let settings = format!(
        "Port {port}\nListenAddress 127.0.0.1\nHostKey {dir}/host\nPidFile none\nUsePAM no\n\
         AuthorizedKeysFile {dir}/client.pub\nStrictModes no\nPermitRootLogin yes\n\
         PasswordAuthentication no\nSubsystem sftp internal-sftp {sftp}\n"
    );
    let path = at.join(name);
    fs::write(&path, settings).expect("written");
    let mut sshd = Command::new("/usr/sbin/sshd");
    sshd.args(["-D", "-e", "-f"]).arg(path);
    let running = sshd.stderr(Stdio::null()).spawn().expect("sshd");
    wait_for(port);
    running
}

impl Server {
    pub fn start() -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let at = root.path();
        for folder in ["site", "bin"] {
            fs::create_dir_all(at.join(folder)).expect("a folder");
        }
        let _without_root = fs::create_dir_all("/run/sshd");
        for key in ["host", "client"] {
            let mut keygen = Command::new("ssh-keygen");
            keygen
                .args(["-q", "-t", "ed25519", "-N", "", "-f"])
                .arg(at.join(key));
            assert!(keygen.status().expect("ssh-keygen").success());
        }
        let (port, fixed) = (free_port(), free_port());
        let running = [
            sshd(at, "sshd", port, ""),
            sshd(at, "sshd-fixed", fixed, "-R"),
        ];
        let host = fs::read_to_string(at.join("host.pub")).expect("a key");
        let known = format!("[127.0.0.1]:{port} {host}[127.0.0.1]:{fixed} {host}");
        fs::write(at.join("known"), known).expect("written");
        let dir = at.display();
        let settings = format!(
            "Host plan\n  Port {port}\nHost fixed\n  Port {fixed}\n\
             Host stranger\n  Port {port}\n  UserKnownHostsFile /dev/null\n\
             Host nobody\n  Port 9\n\
             Host unkeyed\n  Port {port}\n  IdentityFile {dir}/host\n\
             Host plan fixed stranger nobody\n  IdentityFile {dir}/client\n\
             Host *\n  HostName 127.0.0.1\n  IdentitiesOnly yes\n\
             \x20 IdentityAgent none\n  UserKnownHostsFile {dir}/known\n\
             \x20 GlobalKnownHostsFile /dev/null\n"
        );
        fs::write(at.join("config"), settings).expect("written");
        let ssh = format!("#!/bin/sh\nexec /usr/bin/ssh -F {dir}/config \"$@\"\n");
        fs::write(at.join("bin/ssh"), ssh).expect("written");
        fs::set_permissions(at.join("bin/ssh"), fs::Permissions::from_mode(0o755))
            .expect("a program");
        Self { root, running }
    }

    pub fn place(&self) -> Place {
        self.with("plan", "")
    }

    fn with(&self, host: &str, more: &str) -> Place {
        let at = self.root.path().display();
        let path = std::env::var("PATH").unwrap_or_default();
        Place {
            settings: format!(
                "[publish.web]\nkind = \"sftp\"\nhost = \"{host}\"\npath = \"{at}/site\"\n{more}"
            ),
            environment: vec![
                ("PATH".to_owned(), format!("{at}/bin:{path}")),
                ("HOME".to_owned(), at.to_string()),
            ],
            disk: self.root.path().join("site"),
        }
    }

    /// What is said where something is wrong.
    pub fn refused(&self, why: &str) -> String {
        let place = match why {
            "wrong-key" => self.with("unkeyed", ""),
            "wrong-user" => self.with("plan", "user = \"daemon\"\n"),
            "wrong-host" => self.with("stranger", ""),
            "read-only" => self.with("fixed", ""),
            _ => self.with("nobody", ""),
        };
        let whoami = Command::new("whoami").output().expect("whoami").stdout;
        let whoami = String::from_utf8(whoami).expect("a name");
        refusal(&place)
            .replace(&self.root.path().display().to_string(), "DIR")
            .replace(&format!("{}@", whoami.trim()), "USER@")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Programs that were killed have left connections behind.
        let settings = self.root.path().join("config").display().to_string();
        let left = Command::new("pgrep").args(["-f", &settings]).output();
        let left = left.map(|it| String::from_utf8_lossy(&it.stdout).into_owned());
        for id in left.unwrap_or_default().split_whitespace() {
            let _gone = Command::new("kill").arg(id).status();
        }
        for running in &mut self.running {
            let _gone = running.kill();
            let _gone = running.wait();
        }
    }
}
