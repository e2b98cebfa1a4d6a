package io.github.pyo3doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small project that has what large ones have, so that a rehearsal comes to as much of the
 * program as a check of those does.
 */
final class RehearsedProject {
  /** What was changed longer ago is kept between checks, which is to be rehearsed as well. */
  private static final FileTime AGED = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  private static final Map<String, String> MANIFESTS =
      Map.of(
          "Cargo.toml",
          """
          [workspace]
          members = ["crates/*"]
          default-members = ["crates/harbour"]
          exclude = ["crates/old", "ferry"]
          resolver = "2"

          [workspace.package]
          edition = "2021"
          rust-version = "1.83"

          [workspace.dependencies]
          pyo3 = { version = "0.29", features = ["abi3-py310"] }
          store = { path = "crates/store" }

          [patch.crates-io]
          rows = { path = "crates/store" }
          """,
          "Cargo.lock",
          """
          version = 4

          [[package]]
          name = "harbour"
          version = "0.1.0"
          dependencies = [
           "pyo3 0.29.0",
           "store",
          ]

          [[package]]
          name = "pyo3"
          version = "0.22.6"

          [[package]]
          name = "pyo3"
          version = "0.29.0"

          [[package]]
          name = "store"
          version = "0.1.0"
          dependencies = [
           "pyo3 0.22.6",
          ]
          """,
          ".cargo/config.toml",
          """
          [target.aarch64-apple-darwin]
          rustflags = ["-C", "link-arg=-undefined", "-C", "link-arg=dynamic_lookup"]
          """,
          "crates/harbour/Cargo.toml",
          """
          [package]
          name = "harbour"
          version = "0.1.0"
          edition.workspace = true

          [lib]
          crate-type = ["cdylib"]

          [features]
          default = ["fast"]
          fast = ["pyo3/multiple-pymethods"]

          [dependencies]
          pyo3 = { workspace = true, features = ["extension-module"] }
          store = { workspace = true }

          [target.'cfg(unix)'.dev-dependencies]
          store = { path = "../store" }
          """,
          "crates/harbour/pyproject.toml",
          """
          [build-system]
          requires = ["maturin>=1.9,<2.0"]
          build-backend = "maturin"

          [project]
          name = "harbour"
          requires-python = ">=3.9"

          [tool.maturin]
          module-name = "harbour.port"
          features = ["pyo3/extension-module"]
          """,
          "crates/store/Cargo.toml",
          """
          [package]
          name = "store"
          version = "0.1.0"
          edition = "2021"

          [dependencies]
          pyo3 = { version = "0.29", optional = true }
          """);

  private static final Map<String, String> SOURCES =
      Map.of(
          "crates/harbour/src/lib.rs",
          """
          //! Ships.
          use pyo3::prelude::*;
          use std::sync::{Mutex, OnceLock};

          mod old;
          mod quay;
          #[cfg(feature = "fast")]
          mod tides;
          mod waits;

          static NAMES: OnceLock<Py<PyAny>> = OnceLock::new();
          static ROWS: Mutex<Vec<Py<PyAny>>> = Mutex::new(Vec::new());

          #[pyclass(get_all)]
          struct Ship {
              cargo: Vec<u64>,
              masts: Option<Box<Mast>>,
          }

          #[pyclass]
          #[derive(Clone)]
          struct Mast {}

          #[pymethods]
          impl Ship {
              #[new]
              fn new() -> Self {
                  Self { cargo: vec![1, 2], masts: None }
              }
          }

          fn names(py: Python<'_>) -> &Py<PyAny> {
              NAMES.get_or_init(|| quay::imported(py))
          }

          #[pyfunction]
          fn push(py: Python<'_>, row: Py<PyAny>) {
              names(py);
              ROWS.lock().unwrap().push(row.clone_ref(py));
          }

          #[pyfunction]
          fn flush(py: Python<'_>) {
              let writer = std::thread::spawn(|| {
                  let mut rows = ROWS.lock().unwrap();
                  Python::attach(|py| rows.drain(..).for_each(|row| drop(row.call0(py))));
              });
              writer.join().unwrap();
          }

          #[pymodule]
          fn harbor(module: &Bound<'_, PyModule>) -> PyResult<()> {
              module.add_function(wrap_pyfunction!(push, module)?)?;
              module.add_function(wrap_pyfunction!(flush, module)?)
          }

          #[cfg(test)]
          mod tests {
              #[test]
              fn it_works() {
                  pyo3::Python::attach(|py| super::names(py).clone_ref(py));
              }
          }
          """,
          "crates/harbour/src/quay.rs",
          """
          use pyo3::prelude::*;

          /* é */
          pub(crate) fn imported(py: Python<'_>) -> Py<PyAny> {
              let name = r#"json"#;
              py.import(name).unwrap().into_any().unbind()
          }
          """,
          "crates/harbour/tests/port.rs",
          """
          use harbour::names;

          #[test]
          fn names_are_known() {}
          """,
          "crates/harbour/src/old.rs",
          """
          use pyo3::prelude::*;
          use pyo3::sync::GILOnceCell;
          use std::cell::RefCell;
          use std::rc::Rc;

          static CELL: GILOnceCell<Py<PyAny>> = GILOnceCell::new();

          #[pyclass]
          struct Chart {
              lines: Rc<RefCell<Vec<u64>>>,
              place: *mut u8,
          }

          #[pyfunction]
          fn count(value: PyObject) -> PyObject {
              Python::with_gil(|py| py.allow_threads(|| value.downcast::<PyAny>(py).to_object(py)))
          }

          #[pymethods]
          impl Chart {
              fn grow(&mut self, py: Python<'_>, other: PyRefMut<'_, Chart>, call: Bound<'_, PyAny>) {
                  call.call1((other.into_pyobject(py),)).unwrap();
                  py.detach(|| call.len());
              }
          }
          """,
          "crates/harbour/src/waits.rs",
          """
          use pyo3::prelude::*;
          use rayon::prelude::*;

          static RUNTIME: std::sync::LazyLock<Runtime> = std::sync::LazyLock::new(|| Runtime::new());

          #[pyfunction]
          fn wait_for(py: Python<'_>, receiver: &Receiver, rows: Vec<u64>) -> u64 {
              loop {
                  std::thread::sleep(DELAY);
                  if receiver.recv().is_ok() {
                      break;
                  }
              }
              let guard = LOCK.lock().unwrap();
              let sum = rows.into_par_iter().map(|row| Python::attach(|py| row)).sum();
              RUNTIME.block_on(async { fetch().await });
              drop(guard);
              for _ in 0..u64::MAX {
                  step();
              }
              sum
          }

          fn step() {
              Python::attach(|py| py.check_signals()).unwrap();
          }

          #[pyfunction]
          fn hold(py: Python<'_>, count: usize) {
              let rows = super::ROWS.lock().unwrap();
              leave(py);
              while rows.len() < count {
                  tick();
              }
          }

          fn leave(py: Python<'_>) {
              py.detach(|| step());
          }

          fn tick() {
              call().call0();
          }

          #[pyclass]
          struct Clock {
              hands: Vec<(u64, Hand)>,
              chime: Option<Box<dyn Fn(u64)>>,
              face: &'static str,
          }

          struct Hand {
              length: std::rc::Rc<u64>,
          }

          #[pymethods]
          impl Clock {
              fn strike(&mut self, py: Python<'_>) {
                  let rows = super::ROWS.lock().unwrap();
                  leave(py);
                  drop(rows);
              }
          }
          """,
          "crates/store/src/lib.rs",
          """
          use std::sync::LazyLock;

          #[cfg(feature = "python")]
          static SIZES: LazyLock<Vec<u64>> = LazyLock::new(|| vec![1]);

          pub fn size() -> u64 {
              SIZES[0]
          }
          """);

  /** What stands apart from them: a crate without PyO3's name, and a workspace with settings. */
  private static final Map<String, String> APART =
      Map.of(
          "crates/anchor/Cargo.toml",
          """
          [package]
          name = "anchor"
          version = "0.1.0"
          edition = "2021"

          [lib]
          crate-type = ["cdylib", "rlib"]

          [[bin]]
          name = "drop"

          [features]
          default = ["python"]
          python = ["store?/python", "dep:harbour", "dep:store", "harbour/fast"]

          [dependencies]
          harbour = { path = "../harbour", optional = true }
          store = { path = "../store", optional = true }

          [target.'cfg(any(unix, all(windows, target_env = "gnu")))'.dependencies]
          bindings = { package = "pyo3", version = "0.29" }
          """,
          "crates/anchor/src/lib.rs",
          """
          use bindings::prelude::*;

          #[bindings::pyfunction]
          fn weight() -> u64 {
              7
          }

          #[bindings::pymodule]
          fn anchor(module: &Bound<'_, PyModule>) -> PyResult<()> {
              module.add("weight", 7)
          }
          """,
          "crates/anchor/src/main.rs",
          """
          fn main() {}
          """,
          "crates/anchor/pyproject.toml",
          """
          [build-system]
          requires = ["maturin>=1.0"]
          build-backend = "maturin"

          [project]
          name = "anchor"
          requires-python = ">=3.7"
          """,
          "crates/anchor/anchor/__init__.py",
          """
          from .anchor import weight
          """,
          "crates/harbour/src/tides.rs",
          """
          use pyo3::prelude::*;
          use std::sync::{Arc, Mutex, OnceLock};

          static TIDES: OnceLock<Py<PyAny>> = OnceLock::new();
          static TABLE: Arc<Mutex<Option<Tide>>> = Arc::new(Mutex::new(None));

          #[pyclass]
          struct Tide {
              #[pyo3(get)]
              names: Vec<String>,
              chart: super::old::Chart,
          }

          #[pyfunction]
          fn tides(py: Python<'_>) {
              TIDES.get_or_init(|| py.import("tides").unwrap().into());
              let table = TABLE.lock().unwrap();
              Python::attach(|py| drop(table));
          }
          """,
          "ferry/Cargo.toml",
          """
          [package]
          name = "ferry"
          version = "0.1.0"
          edition = "2021"

          [workspace]

          [lib]
          name = "_ferry"
          crate-type = ["cdylib"]

          [dependencies]
          pyo3 = { version = "0.24", features = ["extension-module"] }
          """,
          "ferry/src/lib.rs",
          """
          use pyo3::prelude::*;

          #[pymodule]
          fn _ferry(_module: &Bound<'_, PyModule>) -> PyResult<()> {
              Ok(())
          }

          #[cfg(test)]
          mod tests {
              #[test]
              fn sails() {
                  pyo3::Python::with_gil(|_| ());
              }
          }
          """,
          "ferry/.cargo/config.toml",
          """
          [env]
          PYO3_PYTHON = "python3"
          """);

  private static final Map<String, String> BESIDES =
      Map.of(
          ".github/workflows/ci.yml",
          """
          on: push
          jobs:
            test:
              strategy:
                matrix:
                  python: ["3.12", "3.13t"]
                  os: [ubuntu-latest, macos-latest]
              runs-on: ${{ matrix.os }}
              env:
                PYO3_PYTHON: python3
              steps:
                - uses: actions/checkout@v4
                - if: runner.os == 'macOS'
                  run: cargo test
                - run: cargo test --workspace
          """,
          ".gitlab-ci.yml",
          """
          test:
            image: python:3.13t
            script:
              - cargo test
          """,
          ".vscode/settings.json",
          """
          {"rust-analyzer.cargo.extraEnv": {"PYO3_PYTHON": "/usr/bin/python3"}}
          """,
          "rust-toolchain.toml",
          """
          [toolchain]
          channel = "1.83"
          """,
          "crates/store/build.rs",
          """
          fn main() {
              pyo3_build_config::use_pyo3_cfgs();
              println!("cargo:rustc-link-arg=-Wl,-rpath,/opt/python/lib");
          }
          """,
          "crates/store/setup.py",
          """
          from setuptools import setup
          from setuptools_rust import Binding, RustExtension

          setup(
              name="store",
              rust_extensions=[RustExtension("store._store", binding=Binding.PyO3, py_limited_api=True)],
          )
          """,
          "tox.ini",
          """
          [tox]
          envlist = py313t
          """);

  private RehearsedProject() {}

  /** Writes it into a new folder. */
  static Path write() throws IOException {
    Path project = Files.createTempDirectory("pyo3-doctor");
    for (Map<String, String> files : List.of(MANIFESTS, SOURCES, APART, BESIDES)) {
      for (Map.Entry<String, String> each : files.entrySet()) {
        Path file = project.resolve(each.getKey());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, each.getValue());
        Files.setLastModifiedTime(file, AGED);
      }
    }
    return project;
  }

  /** Deletes what {@link #write()} has made. */
  static void delete(Path project) throws IOException {
    List<Path> made = new ArrayList<>();
    try (var files = Files.walk(project)) {
      files.forEach(made::add);
    }
    Collections.reverse(made);
    for (Path each : made) {
      Files.deleteIfExists(each);
    }
  }
}
