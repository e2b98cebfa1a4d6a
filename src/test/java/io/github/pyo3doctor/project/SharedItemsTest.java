package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.SharedItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedItemsTest {
  private static List<String> found(String source) {
    return Waits.items("use pyo3::Python;\nuse std::sync::*;\n" + source).stream()
        .map(item -> item.kind() + " " + item.owner() + "." + item.name())
        .toList();
  }

  @Test
  void staticsAreFound() {
    assertThat(
            found(
                """
                static A: OnceLock<u8> = OnceLock::new();
                pub(crate) static B: LazyLock<u8> = LazyLock::new(|| 1);
                static mut C: Mutex<u8> = Mutex::new(1);
                static D: RwLock<Vec<u8>> = RwLock::new(Vec::new());
                static E: u8 = 1;
                """))
        .containsExactly("CELL .A", "LAZY .B", "LOCK .C", "LOCK .D");
  }

  @Test
  void aLockInACellIsBoth() {
    assertThat(found("static A: LazyLock<Mutex<u8>> = LazyLock::new(|| Mutex::new(1));"))
        .containsExactly("LAZY .A", "LOCK .A");
  }

  @Test
  void lazyStaticsAreFoundByTheirRef() {
    assertThat(found("lazy_static! { static ref A: u8 = load(); pub static ref B: u8 = 1; }"))
        .containsExactly("LAZY .A", "LAZY .B");
  }

  @Test
  void staticsOfOneThreadAreNotShared() {
    assertThat(found("thread_local! { static A: OnceLock<u8> = OnceLock::new(); }")).isEmpty();
    assertThat(
            found(
                """
                thread_local!(static A: OnceLock<u8> = OnceLock::new());
                static B: OnceLock<u8> = OnceLock::new();
                """))
        .containsExactly("CELL .B");
  }

  @Test
  void staticsInFunctionsAreFound() {
    assertThat(found("fn f() { static A: OnceLock<u8> = OnceLock::new(); }"))
        .containsExactly("CELL .A");
  }

  @Test
  void fieldsAreFoundWithTheirOwner() {
    assertThat(
            found(
                """
                struct Ship<T> {
                    #[serde(skip)]
                    pub(crate) name: Arc<Mutex<String>>,
                    cargo: OnceLock<T>,
                    masts: Vec<Mutex<u8>>,
                }
                """))
        .containsExactly("LOCK Ship.name", "CELL Ship.cargo");
  }

  /** Its initializer is not where the field is declared. */
  @Test
  void aLazyFieldIsNoLazyStatic() {
    assertThat(found("struct Ship { name: LazyLock<u8> }")).isEmpty();
  }

  @Test
  void fieldsWithoutNamesAreTheirNumbers() {
    assertThat(found("struct Ship(u8, Mutex<u8>);")).containsExactly("LOCK Ship.1");
  }

  @Test
  void theyCarryTheirConditions() {
    assertThat(
            Waits.items(
                "#[cfg(test)] mod tests { static A: std::sync::OnceLock<u8> = OnceLock::new(); }"))
        .extracting(SharedItem::conditions)
        .containsExactly(List.of("test"));
  }

  @Test
  void aStaticThatIsCutShortEndsTheFile() {
    assertThat(found("static A: OnceLock<u8> = OnceLock::new(")).hasSizeLessThan(2);
    assertThat(found("static A: OnceLock<")).isEmpty();
    assertThat(found("struct Ship {")).isEmpty();
  }
}
