package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** {@code thread-safety.csv} holds what rustc 1.95 said of each type. */
class ThreadSafetyTest {
  private static final Location SOMEWHERE = new Location("src/lib.rs", 1, 1);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "thread-safety.csv", delimiter = '|', numLinesToSkip = 1)
  void whatIsHeldAgainstATypeIsHeldAgainstItByRustc(String type, String send, String sync) {
    assertThat(obstacle(ThreadSafety.Promise.SEND, type).isEmpty()).isEqualTo(send.equals("yes"));
    assertThat(obstacle(ThreadSafety.Promise.SYNC, type).isEmpty()).isEqualTo(sync.equals("yes"));
  }

  @Test
  void ofTypesOfOtherCratesNothingIsSaid() {
    assertThat(obstacle(ThreadSafety.Promise.SEND, "rusqlite::Connection<*mut u8>")).isEmpty();
  }

  @Test
  void ofTwoTypesOfOneNameNothingIsSaid() {
    TypeDeclaration one = struct("Sheet", List.of(), "std::rc::Rc<u8>");
    TypeDeclaration other = struct("Sheet", List.of(), "u8");
    TypeDeclaration holder = struct("Holder", List.of(), "crate::a::Sheet");
    ThreadSafety safety = new ThreadSafety(List.of(one, other, holder), Set.of("pyo3"), Set.of());

    assertThat(safety.obstacle(ThreadSafety.Promise.SEND, holder)).isEmpty();
  }

  @Test
  void aTypeThatHoldsItselfComesToAnEnd() {
    TypeDeclaration list = struct("List", List.of(), "Option<Box<List>>");

    assertThat(
            new ThreadSafety(List.of(list), Set.of(), Set.of())
                .obstacle(ThreadSafety.Promise.SEND, list))
        .isEmpty();
  }

  @Test
  void aTypeThatTheCrateVouchesForIsBelieved() {
    TypeDeclaration handle = struct("Handle", List.of(), "*mut u8");
    TypeDeclaration holder = struct("Holder", List.of(), "Handle");

    assertThat(
            new ThreadSafety(List.of(handle, holder), Set.of(), Set.of("Handle"))
                .obstacle(ThreadSafety.Promise.SEND, holder))
        .isEmpty();
  }

  private static Optional<ThreadSafety.Obstacle> obstacle(
      ThreadSafety.Promise promise, String type) {
    TypeDeclaration cell = struct("Page", List.of("T"), "std::cell::Cell<T>");
    TypeDeclaration plain = struct("Plain", List.of(), "u8");
    TypeDeclaration holder = struct("Holder", List.of(), type);
    return new ThreadSafety(List.of(cell, plain, holder), Set.of("rusqlite"), Set.of())
        .obstacle(promise, holder);
  }

  private static TypeDeclaration struct(String name, List<String> parameters, String field) {
    return new TypeDeclaration(
        name,
        SOMEWHERE,
        parameters,
        List.of(new TypeDeclaration.Part("0", field, field, SOMEWHERE, List.of())),
        List.of());
  }
}
