package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachScanTest {
  /** What an initializer comes to. */
  private static Reach reach(String initializer) {
    return Waits.items("static X: std::sync::LazyLock<u8> = LazyLock::new(" + initializer + ");\n")
        .getFirst()
        .initializer();
  }

  private static List<String> calls(String initializer) {
    return reach(initializer).calls().stream().map(Located::value).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|| Python::attach(|py| 1)",
        "|| { Python::with_gil(|py| { 1 }) }",
        "|| load(py)",
        "|| value.py().version()",
        "|| function.call1((1,)).unwrap()",
        "|| unsafe { ffi::PyImport_ImportModule(name) }",
        "|| vec![1].iter().map(|_| Python::attach(|_| 1)).sum()",
        "|| (|| Python::attach(|_| 1))()",
        "|| println!(\"{}\", Python::attach(|_| 1))"
      })
  void itUsesPython(String initializer) {
    assertThat(reach(initializer).python()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|| 1",
        "|| \"Python::attach(|py| 1)\".len()",
        "|| r#\"Python::attach(|_| \"1\")\"#.len()",
        "|| /* Python::attach(|py| 1) */ 1",
        "|| b\"Python::attach(\".len() // Python::attach(|_| 1)\n",
        "|| py.None()",
        "|| Wrap(|py| py.import(\"sys\"))",
        "|| attach(1)"
      })
  void itDoesNot(String initializer) {
    assertThat(reach(initializer).python()).isEmpty();
  }

  @Test
  void aClosureThatIsKeptIsNotRun() {
    assertThat(reach("|| Box::new(|| Python::attach(|_| 1))").python()).isEmpty();
    assertThat(reach("|| { let later = move |x| Python::attach(|_| x); keep(later) }").python())
        .isEmpty();
  }

  @Test
  void aFunctionInsideIsNotRunUnlessItIsCalled() {
    assertThat(reach("|| { fn later() { Python::attach(|_| 1) } 1 }").python()).isEmpty();
    assertThat(calls("|| { fn later() { Python::attach(|_| 1) } later() }"))
        .containsExactly("later");
  }

  @Test
  void workOfAnotherThreadAndAFutureAreNotThisThreads() {
    assertThat(reach("|| { std::thread::spawn(|| Python::attach(|_| 1)); 1 }").python()).isEmpty();
    assertThat(reach("|| { keep(async move { Python::attach(|_| 1) }); 1 }").python()).isEmpty();
  }

  @Test
  void aFutureThatIsWaitedForIs() {
    assertThat(reach("|| runtime.block_on(async { Python::attach(|_| 1) })").python()).isPresent();
  }

  @Test
  void itSaysWhichFunctionsAreCalled() {
    assertThat(calls("load")).containsExactly("load");
    assertThat(calls("crate::names::load")).containsExactly("load");
    assertThat(calls("|| first(second::<u8>(), Third(4), fifth!(sixth()))"))
        .containsExactly("first", "second", "sixth");
  }

  @Test
  void aMethodsNameProvesNothing() {
    assertThat(calls("|| value.load()")).isEmpty();
  }

  @Test
  void aLineThatIsLongIsShortened() {
    String line = reach("|| Python::attach(|_| \"" + "x".repeat(300) + "\")").python().get().value();

    assertThat(line).hasSize(100).endsWith("…");
  }
}
