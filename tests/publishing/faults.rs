//! A service that fails after so many changes, and remembers their order.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use opendal::raw::{
    Layer, OpCompose, OpCopy, OpCreateDir, OpDelete, OpList, OpPresign, OpRead, OpRename,
    OpRestore, OpStat, OpWrite, RpCreateDir, RpPresign, RpRename, RpRestore, RpStat, Service,
    ServiceInfo, Servicer, oio,
};
use opendal::{Capability, Error, ErrorKind, OperationContext, Result};

/// A layer that lets so many changes through and then none.
#[derive(Clone)]
pub struct Faults {
    left: Arc<AtomicUsize>,
    done: Arc<Mutex<Vec<String>>>,
    refused: Option<&'static str>,
}

impl Faults {
    pub fn after(changes: usize) -> Self {
        Self {
            left: Arc::new(AtomicUsize::new(changes)),
            done: Arc::default(),
            refused: None,
        }
    }

    /// Only one path cannot be changed.
    pub fn refusing(path: &'static str) -> Self {
        Self {
            refused: Some(path),
            ..Self::never()
        }
    }

    pub fn never() -> Self {
        Self::after(usize::MAX)
    }

    /// What was changed, in order: "write index.html".
    pub fn done(&self) -> Vec<String> {
        self.done.lock().expect("nobody panics").clone()
    }

    fn change(&self, what: &str, path: &str) -> Result<()> {
        if self.refused == Some(path) {
            return Err(Error::new(ErrorKind::PermissionDenied, "not this one"));
        }
        let mut done = self.done.lock().expect("nobody panics");
        let left = self.left.load(Ordering::SeqCst);
        if left == 0 {
            return Err(Error::new(ErrorKind::Unexpected, "the network is gone"));
        }
        self.left.store(left - 1, Ordering::SeqCst);
        done.push(format!("{what} {path}"));
        Ok(())
    }

    fn look(&self) -> Result<()> {
        match self.left.load(Ordering::SeqCst) {
            0 => Err(Error::new(ErrorKind::Unexpected, "the network is gone")),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Faults")
    }
}

impl Layer for Faults {
    fn apply_service(&self, inner: Servicer) -> Servicer {
        let faults = self.clone();
        Arc::new(Faulty { inner, faults })
    }
}

#[derive(Debug)]
struct Faulty {
    inner: Servicer,
    faults: Faults,
}

/// What deletes, one path after the other.
pub struct Deleter {
    inner: oio::Deleter,
    faults: Faults,
}

impl oio::Delete for Deleter {
    async fn delete(&mut self, path: &str, args: OpDelete) -> Result<()> {
        self.faults.change("delete", path)?;
        self.inner.delete(path, args).await
    }

    async fn close(&mut self) -> Result<()> {
        self.inner.close().await
    }
}

impl Service for Faulty {
    type Reader = oio::Reader;
    type Writer = oio::Writer;
    type Lister = oio::Lister;
    type Deleter = Deleter;
    type Copier = oio::Copier;
    type Composer = oio::Composer;

    fn info(&self) -> ServiceInfo {
        self.inner.info()
    }

    fn capability(&self) -> Capability {
        self.inner.capability()
    }

    async fn create_dir(
        &self,
        context: &OperationContext,
        path: &str,
        args: OpCreateDir,
    ) -> Result<RpCreateDir> {
        self.faults.look()?;
        self.inner.create_dir(context, path, args).await
    }

    async fn stat(&self, context: &OperationContext, path: &str, args: OpStat) -> Result<RpStat> {
        self.faults.look()?;
        self.inner.stat(context, path, args).await
    }

    fn read(&self, context: &OperationContext, path: &str, args: OpRead) -> Result<oio::Reader> {
        self.faults.look()?;
        self.inner.read(context, path, args)
    }

    fn write(&self, context: &OperationContext, path: &str, args: OpWrite) -> Result<oio::Writer> {
        self.faults.change("write", path)?;
        self.inner.write(context, path, args)
    }

    fn delete(&self, context: &OperationContext) -> Result<Deleter> {
        Ok(Deleter {
            inner: self.inner.delete(context)?,
            faults: self.faults.clone(),
        })
    }

    fn list(&self, context: &OperationContext, path: &str, args: OpList) -> Result<oio::Lister> {
        self.faults.look()?;
        self.inner.list(context, path, args)
    }

    fn copy(
        &self,
        context: &OperationContext,
        from: &str,
        to: &str,
        args: OpCopy,
    ) -> Result<oio::Copier> {
        self.inner.copy(context, from, to, args)
    }

    fn compose(
        &self,
        context: &OperationContext,
        to: &str,
        args: OpCompose,
    ) -> Result<oio::Composer> {
        self.inner.compose(context, to, args)
    }

    async fn rename(
        &self,
        context: &OperationContext,
        from: &str,
        to: &str,
        args: OpRename,
    ) -> Result<RpRename> {
        self.faults.change("rename", to)?;
        self.inner.rename(context, from, to, args).await
    }

    async fn restore(
        &self,
        context: &OperationContext,
        path: &str,
        args: OpRestore,
    ) -> Result<RpRestore> {
        self.inner.restore(context, path, args).await
    }

    async fn presign(
        &self,
        context: &OperationContext,
        path: &str,
        args: OpPresign,
    ) -> Result<RpPresign> {
        self.inner.presign(context, path, args).await
    }
}
