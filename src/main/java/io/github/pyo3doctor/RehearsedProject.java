package io.github.pyo3doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A small project that has what large ones have, so that a rehearsal comes to as much of the
 * program as a check of those does.
 */
final class RehearsedProject {
  private static final Map<String, String> FILES =
      Map.of(
          "Cargo.toml",
          """
          [workspace]
          members = ["crates/*"]
          exclude = ["crates/old"]
          resolver = "2"

          [workspace.package]
          edition = "2021"
          rust-version = "1.83"

          [workspace.dependencies]
          pyo3 = { version = "0.29", features = ["abi3-py310"] }
          store = { path = "crates/store" }
          """,
          "Cargo.lock",
          """
          version = 4

          [[package]]
          name = "harbour"
          version = "0.1.0"
          dependencies = [
           "pyo3",
           "store",
          ]

          [[package]]
          name = "pyo3"
          version = "0.29.0"

          [[package]]
          name = "store"
          version = "0.1.0"
          dependencies = [
           "pyo3",
          ]
          """,
          ".cargo/config.toml",
          """
          [target.'cfg(target_os = "macos")']
          rustflags = ["-C", "link-arg=-undefined", "-C", "link-arg=dynamic_lookup"]

          [env]
          PYO3_PYTHON = "python3"
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
          "crates/harbour/src/lib.rs",
          """
          //! Ships.
          use pyo3::prelude::*;
          use std::sync::{Mutex, OnceLock};

          mod quay;

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
          "crates/store/Cargo.toml",
          """
          [package]
          name = "store"
          version = "0.1.0"
          edition = "2021"

          [dependencies]
          pyo3 = { version = "0.29", optional = true }
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

  private RehearsedProject() {}

  /** Writes it into a new folder. */
  static Path write() throws IOException {
    Path project = Files.createTempDirectory("pyo3-doctor");
    for (Map.Entry<String, String> each : new TreeMap<>(FILES).entrySet()) {
      Path file = project.resolve(each.getKey());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, each.getValue());
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
