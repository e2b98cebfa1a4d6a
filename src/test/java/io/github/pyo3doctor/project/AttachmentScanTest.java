package io.github.pyo3doctor.project;

import static io.github.pyo3doctor.snapshot.Attachment.ATTACHED;
import static io.github.pyo3doctor.snapshot.Attachment.DETACHED;
import static io.github.pyo3doctor.snapshot.Attachment.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Attachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentScanTest {
  private static final String LOCK = "ROWS.lock().unwrap().len()";

  /** Of the thread that takes the lock there. */
  private static Attachment at(String source) {
    return Waits.lock(source.replace("LOCK", LOCK)).attachment();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#[pyfunction] fn f() { LOCK }",
        "#[pyo3::pyfunction]\n#[pyo3(name = \"g\")]\npub fn f() { LOCK }",
        "#[pymethods] impl Ship { fn f(&self) { LOCK } }",
        "fn f(py: Python<'_>) { LOCK }",
        "fn f(object: &Bound<'_, PyAny>) -> usize { LOCK }",
        "fn f<T>(me: PyRef<'_, T>) { LOCK }",
        "fn f() { Python::attach(|py| LOCK) }"
      })
  void itIsAttached(String source) {
    assertThat(at(source)).isEqualTo(ATTACHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn f(py: Python<'_>) { py.detach(|| LOCK) }",
        "fn f(py: Python<'_>) { py.allow_threads(move || { LOCK }) }",
        "#[pyfunction] fn f() { std::thread::spawn(|| LOCK); }",
        "#[pyfunction] fn f() { tokio::task::spawn_blocking(move || LOCK); }",
        "#[pyfunction] fn f() { (0..9).into_par_iter().map(|_| LOCK).sum() }",
        "#[pyfunction] fn f() { later(async move { LOCK }) }"
      })
  void itIsDetached(String source) {
    assertThat(at(source)).isEqualTo(DETACHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn f() { LOCK }",
        "impl Ship { fn f(&self) { LOCK } }",
        "fn f(with: impl Fn(Python<'_>)) { LOCK }",
        "#[pyfunction] async fn f() { LOCK }",
        "#[pymethods] impl Ship { fn __traverse__(&self) { LOCK } }",
        "// #[pyfunction]\nfn f() { LOCK }",
        "#[pyfunction] fn g() { fn f() { LOCK } }"
      })
  void theCodeDoesNotSay(String source) {
    assertThat(at(source)).isEqualTo(UNKNOWN);
  }

  @Test
  void theInnermostSurroundingsDecide() {
    assertThat(at("#[pyfunction] fn f(py: Python) { py.detach(|| Python::attach(|_| LOCK)) }"))
        .isEqualTo(ATTACHED);
    assertThat(at("fn f() { Python::attach(|py| py.detach(|| LOCK)) }")).isEqualTo(DETACHED);
  }

  @Test
  void whatComesBehindIsAsBefore() {
    assertThat(at("#[pyfunction] fn f(py: Python) { py.detach(|| 1); LOCK }")).isEqualTo(ATTACHED);
    assertThat(at("fn f() { Python::attach(|_| 1); LOCK }")).isEqualTo(UNKNOWN);
  }

  @Test
  void aFutureThatIsWaitedForRunsInTheThreadThatWaits() {
    assertThat(at("#[pyfunction] fn f() { runtime.block_on(async { LOCK }) }"))
        .isEqualTo(ATTACHED);
  }

  @Test
  void takingWhatIsDetachedIsNoDetaching() {
    assertThat(at("#[pyfunction] fn f() { row.detach(); LOCK }")).isEqualTo(ATTACHED);
  }
}
