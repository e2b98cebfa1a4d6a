package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.RustFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RustScannerTest {
  private static RustFacts scan(String text) {
    return RustScanner.scan("src/lib.rs", text);
  }

  private static List<String> crates(String text) {
    return scan(text).crates().stream().map(Located::value).toList();
  }

  private static RustFunction function(String name, String text) {
    return scan(text).functions().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> calls(String name, String text) {
    return function(name, text).calls().stream().map(Located::value).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "use a::b;                               | a",
        "use a;                                  | a",
        "use a as b; fn f() { b::g(); }          | a",
        "pub(crate) use ::a::{b::c, d};          | a",
        "use {a::x, b::{y, z}, ::c};             | a b c",
        "extern crate a as b;                    | a",
        "fn f() { ::a::b(); }                    | a",
        "fn f() -> a::T { b::c::d(1) }           | a b",
        "impl ::a::T for X {}                    | a",
        "fn f() { x.a::<u8>(); }                 | ''",
        "fn f() { for _ in 0..a::N {} }          | a",
        "fn f() { assert_eq!(a::f(), b::N); }    | a b",
        "#[a::attribute] struct S;               | a",
        "use crate::a; use self::b; use super::c; | ''",
        "use std::fmt; use core::mem; use alloc::x; fn f() { fmt::g(); u8::MAX; } | ''",
        "mod a; mod b {} use a::x; use b::y;     | ''",
        "fn f() { Vec::<a::T>::new(); T::f() }   | a",
        "fn f() { f::<a::T>(); }                 | a",
        "macro_rules! m { () => { $crate::x() }; } | ''",
        "fn f() { quote! { a::b } }              | ''",
        "// use a::b;                            | ''",
        "/* use a::b; /* nested */ use c::d; */  | ''",
        "/// use a::b;                           | ''",
        "const S: &str = \"use a::b; \\\" c::d\"; | ''",
        "const S: &str = r#\"a::b \" c::d\"#;     | ''",
        "const C: char = '\"'; use a::b;         | a",
        "const C: char = '\\''; use a::b;        | a",
        "fn f<'a>(x: &'a str) { b::c('a') }      | b",
        "const B: u8 = b'\"'; use a::b;          | a",
        "use r#a::b;                             | a",
      })
  void namesTheCratesThatPathsBeginWith(String text, String expected) {
    assertThat(String.join(" ", crates(text))).isEqualTo(expected);
  }

  @Test
  void aCrateIsFoundAtItsFirstPlaceInUtf16Columns() {
    RustFacts facts = scan("// 😀\nfn f() { let _ = \"😀\"; first::g(); }\nuse first::x;\n");

    assertThat(facts.crates())
        .containsExactly(new Located<>("first", new Location("src/lib.rs", 2, 24)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fn f() { g(); h(1); g(); }                 | g h",
        "fn f() { T::g(); m::h(); crate::a::b(); }  | g h b",
        "fn f() { value.g(); self.h(); }            | ''",
        "fn f() { g::<Vec<u8>>(1); }                | g",
        "fn f() { assert!(g(h()).ok()); }           | g h",
        "fn f() { for _ in 0..g() {} }              | g",
        "fn f() -> Option<u8> { if (true) { Some(1) } else { return (None); } } | ''",
        "fn f() { fn inner() { g(); } inner(); }    | inner",
        "fn f() { let (a, b) = (g(1), h); }         | g",
        "fn f() { #[allow(unused(x))] g(); }        | g",
      })
  void namesTheFunctionsThatABodyCalls(String text, String expected) {
    assertThat(String.join(" ", calls("f", text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#[test] fn f() {}",
        "#[tokio::test(flavor = \"multi_thread\")] async fn f() {}",
        "#[rstest] #[case(1)] fn f(#[case] n: u8) {}",
        "#[test_case(1; \"one\")] fn f(n: u8) {}",
        "#[bench] fn f(b: &mut Bencher) {}",
        "#[cfg(unix)] #[test] #[ignore] pub(crate) unsafe extern \"C\" fn f() {}",
      })
  void anAttributeMakesAFunctionATest(String text) {
    assertThat(function("f", text).test()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn f() {}",
        "#[cfg(test)] fn f() {}",
        "#[test] fn other() {} fn f() {}",
        "#[pyfunction] fn f() {}",
      })
  void otherFunctionsAreNoTests(String text) {
    assertThat(function("f", text).test()).isFalse();
  }

  @Test
  void conditionsOfTheFileTheModulesAndTheFunctionItselfAddUp() {
    RustFunction function =
        function(
            "deep",
            """
            #![cfg(feature = "outer")]
            #[cfg(test)]
            mod tests {
                #[cfg(not(windows))]
                impl<A, B> Thing<A, B> for X {
                    #[cfg( all(unix,
                               feature = "inner") )]
                    #[test]
                    fn deep(&self) {}
                    fn beside(&self) {}
                }
                fn behind() {}
            }
            fn outside() {}
            """);

    assertThat(function.conditions())
        .containsExactly(
            "feature = \"outer\"", "test", "not(windows)", "all(unix, feature = \"inner\")");
  }

  @Test
  void aConditionEndsWithItsItem() {
    String text =
        """
        #[cfg(unix)]
        use a::{b, c};
        #[cfg(unix)]
        const X: u8 = { 1 };
        #[cfg(unix)]
        static Y: u8 = 1;
        struct S { #[cfg(unix)] a: u8, b: u8 }
        fn free() { #[cfg(unix)] { g(); } }
        fn also_free() {}
        """;

    assertThat(function("free", text).conditions()).isEmpty();
    assertThat(function("also_free", text).conditions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn f() { Python::with_gil(|py| ()); }",
        "fn f() { pyo3::Python::attach(|py| ()); }",
        "fn f() { Python::try_attach(|py| ()); }",
        "fn f() { Python::initialize(); }",
        "fn f() { pyo3::prepare_freethreaded_python(); }",
        "fn f() { append_to_inittab!(module); }",
        "fn f() { let x = Py::new(py, 1); }",
        "fn f() { unsafe { pyo3::ffi::Py_Initialize() } }",
        "fn f() { unsafe { ffi::PyList_New(0) }; }",
        "fn f() -> PyResult<()> { Ok(()) }",
        "fn f(py: Python<'_>) {}",
        "fn f(x: &Bound<'_, PyAny>) {}",
        "fn f<T>(x: T) where T: Into<Py<PyList>> {}",
        "fn f() -> Result<(), PyErr> { g() }",
      })
  void codeThatNeedsTheInterpreterIsSeen(String text) {
    assertThat(function("f", text).python()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn f() {}",
        "fn f() { python::attach(); attach(); }",
        "fn f() -> Result<(), Error> { let bound = Bound; Ok(()) }",
        "fn f() { // Python::attach\n }",
        "fn f() { \"Python::attach\"; }",
        "fn f() { Python::version_info_of_nothing(); }",
        "fn f(x: ffi::PyObject) {}",
        "fn f() { fn inner() { Python::attach(|py| ()); } }",
      })
  void codeThatDoesNotNeedTheInterpreterIsLeftAlone(String text) {
    assertThat(function("f", text).python()).isEmpty();
  }

  @Test
  void theFirstPlaceThatNeedsTheInterpreterIsShownWithItsLine() {
    RustFunction function =
        function("f", "fn f() {\n    let x = 1;\n    Python::attach(|py| g(py)); // here\n}\n");

    assertThat(function.location()).isEqualTo(new Location("src/lib.rs", 1, 4));
    assertThat(function.python())
        .contains(
            new Located<>("Python::attach(|py| g(py)); // here", new Location("src/lib.rs", 3, 5)));
  }

  @Test
  void aLongLineIsCutToAHundredCharacters() {
    RustFunction function =
        function("f", "fn f() { Python::attach(|_| \"" + "x".repeat(300) + "\") }");

    assertThat(function.python().orElseThrow().value()).hasSize(100).endsWith("…");
  }

  @Test
  void functionsOfImplsTraitsAndModulesAreFound() {
    String text =
        """
        struct S;
        impl S { pub async fn method(&self) {} }
        trait T { fn declared(&self); fn given(&self) {} }
        mod inner { pub(super) const fn constant() -> [u8; { 1 + 1 }] { [0; 2] } }
        extern "C" { fn foreign(); }
        type Pointer = fn(u8) -> u8;
        """;

    assertThat(scan(text).functions().stream().map(RustFunction::name))
        .containsExactly("method", "declared", "given", "constant", "foreign");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn f() { ((( }",
        "fn f() ]]] }}} )))",
        "#[",
        "#![cfg(",
        "use {",
        "mod",
        "fn",
        "'",
        "\"",
        "r#\"",
        "/*",
        "b'",
        "'\\",
        "#[cfg(test)]",
        "use a::{b, c",
        "fn f(",
        "quote!",
        "quote! {",
        "::",
        "r#",
        "\uFEFF#!x"
      })
  void brokenSourceDoesNotStopTheReading(String text) {
    assertThat(scan(text)).isNotNull();
    assertThat(crates("use before::x; " + text)).contains("before");
  }

  @ParameterizedTest
  @Timeout(300)
  @ValueSource(
      strings = {
        "([{",
        "fn a ",
        "#[a] x ",
        "#[cfg(a)] { fn b() {",
        "use {",
        "a::<",
        "mod m { ",
        "r#",
        "/*"
      })
  void sourceThatRepeatsWithoutEndIsReadInTime(String piece) {
    String text = "fn f() {}" + piece.repeat(100_000);

    assertThat(function("f", text).name()).isEqualTo("f");
  }

  @ParameterizedTest
  @Timeout(300)
  @ValueSource(
      strings = {
        "([{",
        "fn a ",
        "#[a] x ",
        ".rev()",
        "(0..n).rev().map(",
        "(0..n).map(|i| ",
        "(0..n).into_par_iter().map(|i| ",
        "for i in 0..n { ",
        "for i in 0..n { let a = i; [",
        "loop { if i >= n { break; } i += 1; ",
        "while i < n { i += 1; ",
        "let a = x.lock(); ",
        "if f(n) > n { g(n) } "
      })
  void aFunctionOfPythonThatRepeatsWithoutEndIsReadInTime(String piece) {
    String text =
        "use pyo3::prelude::*; #[pyfunction] fn f(n: usize, mut i: usize, x: X) { (0..n)"
            + piece.repeat(100_000);

    assertThat(function("f", text).name()).isEqualTo("f");
  }

  @ParameterizedTest
  @Timeout(300)
  @ValueSource(strings = {"impl ", "impl<T> A for B<T> where ", "a: usize, ", "&mut self, "})
  void aHeadOfPythonThatRepeatsWithoutEndIsReadInTime(String piece) {
    String head = piece.repeat(100_000);
    String uses = "while a < b { b(a) } ".repeat(1_000);
    String text = "use pyo3::prelude::*; fn f() {} #[pyfunction] fn g(" + head + ") {" + uses + "}";

    assertThat(function("f", text).name()).isEqualTo("f");
    assertThat(function("f", "use pyo3::prelude::*; fn f() {} " + head).name()).isEqualTo("f");
  }

  @Test
  void anOutlineNamesTheSameCratesModulesAndFunctionsButNotWhatTheyCall() {
    String text =
        """
        use a::{b, c::D};
        mod deep;
        #[cfg(feature = "x")]
        mod tests {
            #[test]
            fn it() { e::f(); }
        }
        fn helper() { helper_of_helper(); }
        """;

    RustFacts outline = RustScanner.outline("src/lib.rs", text);
    RustFacts whole = scan(text);

    assertThat(outline.outline()).isTrue();
    assertThat(outline.crates()).isEqualTo(whole.crates());
    assertThat(outline.modules()).isEqualTo(whole.modules());
    assertThat(outline.functions()).extracting(RustFunction::name).containsExactly("it", "helper");
    assertThat(outline.functions()).allMatch(each -> each.calls().isEmpty());
    assertThat(outline.functions().getFirst().conditions()).containsExactly("feature = \"x\"");
    assertThat(whole.functions()).noneMatch(each -> each.calls().isEmpty());
    assertThat(whole.toOutline()).isEqualTo(outline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "use common::pyo3::prelude::*;",
        "#[pyclass] struct S;",
        "fn f(object: Bound<'_, T>) {}",
        "fn f() { Python::attach(|py| {}) }",
        "pub struct PyObject;",
        "fn f() { ctrlc::set_handler(g); }",
      })
  void aFileOfPythonOrOfSignalsIsReadWholeWhereAnOutlineWasAskedFor(String text) {
    assertThat(RustScanner.outline("src/lib.rs", text)).isEqualTo(scan(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"// pyo3", "const S: &str = \"#[pyclass]\";", "fn f() { s.attach(); }"})
  void aFileThatOnlySpeaksOfPythonIsNone(String text) {
    assertThat(RustScanner.outline("src/lib.rs", text).outline()).isTrue();
  }
}
