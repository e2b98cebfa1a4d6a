package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BundledTableTest {
  private final BundledTable table =
      BundledTable.parse(
          "some.toml",
          "name = 'a'\nsize = 1\nreal = 0.5\nlist = [1]\non = true\nday = 2024-02-29\n");

  @Test
  void whatIsThereIsReadByItsType() {
    assertThat(table.needed("name")).isEqualTo("a");
    assertThat(table.number("real")).isEqualTo(0.5f);
    assertThat(table.isTrue("on")).isTrue();
    assertThat(table.plain("size")).contains("1");
    assertThat(table.plain("on")).contains("true");
    assertThat(table.plain("day")).isEmpty();
  }

  @Test
  void whatIsAbsentIsEmptyUnlessItIsNeeded() {
    assertThat(table.text("none")).isEmpty();
    assertThat(table.texts("none")).isEmpty();
    assertThat(table.tables("none")).isEmpty();
    assertThat(table.isTrue("none")).isFalse();
    refuses(() -> table.needed("none"), "some.toml: lacks none");
    refuses(() -> table.number("none"), "some.toml: lacks none");
  }

  @Test
  void anotherTypeIsAMistakeThatNamesFileAndKey() {
    refuses(() -> table.text("size"), "some.toml: size should be a string");
    refuses(() -> table.isTrue("name"), "some.toml: name should be true or false");
    refuses(() -> table.number("size"), "some.toml: size should be a float");
    refuses(() -> table.texts("name"), "some.toml: name should be an array");
    refuses(() -> table.texts("list"), "some.toml: list should hold only strings");
    refuses(() -> table.tables("list"), "some.toml: list should hold only tables");
  }

  @Test
  void whatIsNoTomlIsAMistakeWithItsPlace() {
    refuses(
        () -> BundledTable.parse("some.toml", "a = \n"),
        "some.toml: line 1, column 5: expected a value, found the end of the line");
  }

  private static void refuses(ThrowingCallable what, String message) {
    assertThatIllegalArgumentException().isThrownBy(what).withMessage(message);
  }
}
