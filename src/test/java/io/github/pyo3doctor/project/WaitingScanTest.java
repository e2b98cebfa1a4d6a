package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingScanTest {
  private static List<String> names(Visit.Kind kind, String source) {
    return Waits.visits(kind, source).stream()
        .map(visit -> (visit.owner().isEmpty() ? "" : visit.owner() + ".") + visit.name())
        .toList();
  }

  @Test
  void aFileWithoutPythonAndCellsIsNotLookedAt() {
    assertThat(Waits.in("fn f() { X.lock().unwrap(); } // Python").visits()).isEmpty();
  }

  @Test
  void aCellIsFilledByAClosureOrAFunction() {
    String source = "fn f() { A.get_or_init(|| load()); B.get_or_try_init(load)?; A.get(); }";

    assertThat(names(Visit.Kind.FILL, source)).containsExactly("A", "B");
  }

  @Test
  void aFillThatOneCallOnlyComesToIsNone() {
    String guarded =
        """
        fn f() {
            if STARTED.compare_exchange(false, true, SeqCst, Relaxed).is_err() { return; }
            A.get_or_init(|| load());
        }
        fn g() { A.get_or_init(|| load()); }
        """;

    assertThat(Waits.visits(Visit.Kind.FILL, guarded))
        .extracting(visit -> visit.function().value())
        .containsExactly("g");
  }

  @Test
  void anExchangeThatStopsNobodyChangesNothing() {
    String source =
        "fn f() { let _ = S.compare_exchange(false, true, A, B); A.get_or_init(|| load()); }";

    assertThat(names(Visit.Kind.FILL, source)).containsExactly("A");
  }

  @Test
  void locksAreTakenWithoutArguments() {
    String source = "fn f() { A.lock(); B.read(); C.write(); file.read(&mut bytes); io.lock(1); }";

    assertThat(names(Visit.Kind.LOCK, source)).containsExactly("A", "B", "C");
  }

  @Test
  void aThreadIsJoinedWithoutArguments() {
    String source = "fn f() { writer.join().unwrap(); folder.join(\"name\"); messages.recv(); }";

    assertThat(names(Visit.Kind.JOIN, source)).containsExactly("writer");
    assertThat(names(Visit.Kind.RECEIVE, source)).containsExactly("messages");
  }

  @Test
  void aStartedThreadIsKnownByItsHandle() {
    String source =
        """
        fn f() {
            let writer = std::thread::spawn(|| work());
            tokio::spawn(async { work() });
        }
        """;

    assertThat(Waits.visits(Visit.Kind.SPAWN, source))
        .extracting(visit -> visit.owner() + " " + visit.name())
        .containsExactly("thread writer", " spawn");
  }

  @Test
  void aStaticCountsAsUsedOnceInAFunction() {
    String source = "fn f() { g(&NAMES); g(&NAMES); NAMES.len(); } fn h() { g(&*NAMES); }";

    assertThat(names(Visit.Kind.USE, source)).containsExactly("NAMES", "NAMES");
  }

  @Test
  void namesThatAreNoStaticsAreNotUses() {
    String source = "fn f() { Ship::NAMES; NAMES!(); self.NAMES; NAMES::f(); Self { NAMES: 1 } }";

    assertThat(names(Visit.Kind.USE, source)).isEmpty();
  }

  @Test
  void aFieldOfSelfIsItsTypes() {
    String source =
        """
        impl<T> Load for Ship<T> where T: Send {
            fn f(&self) { self.name.lock(); self.mast.name.lock(); other.name.lock(); }
        }
        fn g() { self.name.lock(); }
        """;

    assertThat(names(Visit.Kind.LOCK, source))
        .containsExactly("Ship.name", "?.name", "?.name", "?.name");
  }

  @Test
  void whatTestsDoIsMarked() {
    assertThat(Waits.lock("#[test] fn f() { ROWS.lock(); }").test()).isTrue();
    assertThat(Waits.lock("#[cfg(test)] mod tests { fn f() { ROWS.lock(); } }").conditions())
        .containsExactly("test");
  }

  @Test
  void codeThatMacrosQuoteIsNoCodeOfTheFile() {
    assertThat(names(Visit.Kind.LOCK, "fn f() { quote! { ROWS.lock() }; }")).isEmpty();
  }

  @Test
  void codeInMacroArgumentsCounts() {
    assertThat(names(Visit.Kind.LOCK, "fn f() { assert_eq!(ROWS.lock().unwrap().len(), 1); }"))
        .containsExactly("ROWS");
  }
}
